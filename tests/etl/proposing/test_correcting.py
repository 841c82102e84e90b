"""A correction is looked at before it counts, published or taken back; whatever fails leaves the record as it was."""

import pytest

import etl
from etl.corrected import WrongCorrection
from etl.proposing import correcting
from etl.proposing.checking import check_proposal
from etl.proposing.proposal import State
from tests.town import QUARTER_HEADERS, write_csv

FILE = "received/企业季报.csv"


@pytest.fixture
def filed(town):
    """The town with a received form: 1300 in C2."""
    write_csv(town.data / FILE, (QUARTER_HEADERS, ("Q001", "2024Q3", "1300", "30", "88")))
    assert town.build().published
    return town


def corrected(town, was="1300", value="1350"):
    place = correcting.open_correction(town.data, town.warehouse, FILE, "", "C2", was, value, "来电更正")
    return check_proposal(place)


def output(town):
    return town.query("SELECT gross_output_cny_10k FROM core.enterprise_quarters WHERE origin = 'reported'")


def test_a_correction_is_compared_and_published(filed):
    proposal = corrected(filed)
    assert (proposal.state, proposal.files, proposal.correction) == (State.READY, (), 1)
    [change] = etl.changes(proposal.proposal_id, filed.data, filed.warehouse)
    assert (change.dataset, change.changed, change.new, change.gone) == ("enterprise_quarters", 1, 0, 0)
    assert [(load.file, load.rows) for load in proposal.loads] == [("企业季报.csv", 1)]
    assert [problem.cell for problem in proposal.problems if problem.cell] == ["C2"]
    assert output(filed) == [(1300,)]
    assert etl.publish_proposal(proposal.proposal_id, filed.data, filed.warehouse).published
    assert output(filed) == [(1350,)]
    assert not filed.build().published
    with pytest.raises(RuntimeError):
        etl.discard_proposal(proposal.proposal_id, filed.data, filed.warehouse)


def test_giving_up_takes_the_correction_back_and_giving_up_an_undoing_restores_it(filed):
    folders = filed.data, filed.warehouse
    etl.discard_proposal(corrected(filed).proposal_id, *folders)
    assert [bool(one.undone) for one in etl.corrections(filed.data)] == [True]
    kept = corrected(filed, value="1360")
    assert etl.publish_proposal(kept.proposal_id, *folders).published
    undoing = check_proposal(correcting.open_undoing(*folders, 2))
    assert undoing.state is State.READY and undoing.takes_back
    assert etl.corrections(filed.data)[1].undone
    etl.discard_proposal(undoing.proposal_id, *folders)
    assert not etl.corrections(filed.data)[1].undone


def test_what_somebody_undid_meanwhile_stays_undone(filed):
    proposal = corrected(filed)
    etl.undo_correction(1, filed.data)
    etl.discard_proposal(proposal.proposal_id, filed.data, filed.warehouse)
    assert etl.corrections(filed.data)[0].undone


def test_a_correction_that_breaks_the_form_is_held_and_told(filed):
    proposal = corrected(filed, value="很多")
    assert proposal.state is State.HELD
    assert {(problem.file, problem.cell) for problem in proposal.problems} == {("企业季报.csv", "C2")}


def test_where_the_proposal_cannot_be_kept_the_record_is_as_before(filed, monkeypatch):
    def full(*_, **__):
        raise OSError("no room")

    monkeypatch.setattr(correcting, "open_proposal", full)
    with pytest.raises(OSError):
        corrected(filed)
    assert etl.corrections(filed.data)[0].undone
    with pytest.raises(WrongCorrection):
        correcting.open_undoing(filed.data, filed.warehouse, 1)


def test_something_sent_without_any_form_is_still_held(filed):
    proposal = etl.propose([("照片.jpg", b"x")], filed.data, filed.warehouse)
    assert proposal.state is State.HELD
    empty = etl.propose([], filed.data, filed.warehouse)
    assert empty.state is State.HELD
