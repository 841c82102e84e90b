import io
import json
import time
from pathlib import Path

import openpyxl
import pytest

import etl
from etl.__main__ import main
from etl.inputs import checksum
from etl.overtaken import FileGone
from etl.problems import Level, Problem
from etl.proposing import landing
from etl.proposing.place import Place, UnknownProposal
from etl.proposing.proposal import State, WrongState
from etl.warehouse.kept_versions import UnknownVersion, pointed, published, versions
from tests.town import ENTERPRISE_HEADERS, QUARTER_HEADERS, write_csv

REPORTED_QUARTERS = (QUARTER_HEADERS, ("Q001", "2024Q3", "1300", "30", "88"), ("Q001", "2024Q4", "1310", "31", "90"))


@pytest.fixture
def quarters(tmp_path) -> Path:
    return write_csv(tmp_path / "desk" / "企业季报.csv", REPORTED_QUARTERS)


def places(town):
    return town.data, town.warehouse


def received(town) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (town.data / "received").iterdir()}


def test_a_proposal_shows_what_would_change_and_publishes_nothing(town, quarters):
    before = town.state()
    told = []
    proposal = etl.propose([quarters], *places(town), sent_by="宝盖镇经发办", progress=lambda *said: told.append(said))
    assert (proposal.state, proposal.files) == (State.READY, ("企业季报.csv",))
    assert [(problem.level, problem.message) for problem in proposal.problems] == [
        (Level.NOTE, "有了这份数据，同一片区的 2 行演示数据不再使用。")
    ]
    assert [(load.file, load.dataset, load.rows, load.rows_used) for load in proposal.loads] == [
        ("企业季报.csv", "enterprise_quarters", 2, 2)
    ]
    assert told[-1] == (1.0, "核对完成") and etl.proposal_progress(proposal.proposal_id, *places(town))[0] == 1.0
    # Nothing that readers see is touched.
    assert {name: content for name, content in town.state().items() if not name.startswith(".")} == before
    assert received(town) == {}
    assert [version.version for version in versions(town.warehouse)] == [proposal.base]
    assert etl.proposal(proposal.proposal_id, *places(town)) == proposal
    assert etl.proposals(*places(town)) == [proposal]

    (change,) = etl.changes(proposal.proposal_id, *places(town))
    # Two rows are reported; in the 片区 of 宝盖 both rows of demonstration give way, that of 彭田 stays.
    assert (change.dataset, change.key_labels) == ("enterprise_quarters", ("企业", "季度"))
    assert (change.new, change.changed, change.gone, change.displaced) == (2, 0, 0, 2)
    examples = {(row.kind, *row.key): row.values for row in change.examples}
    assert examples["new", "演示服装一号", "2024Q3"] == {"总产值（万元）": ("1200.5", "1300")}
    assert examples["new", "演示服装一号", "2024Q4"]["总产值（万元）"] == (None, "1310")
    assert examples["displaced", "演示五金二号", "2024Q3"]["总产值（万元）"] == ("300", None)


def test_progress_names_the_senders_files_and_no_other(town, quarters):
    told = []
    proposal = etl.propose([quarters], *places(town), progress=lambda share, text: told.append(text))
    assert {"读取 企业季报.csv", "读取全部表格", "逐行核对", "计算页面上的数字"} <= set(told)
    # Made anew while it is published, since something else was received meanwhile.
    write_csv(town.data / "received" / "企业名录.csv", (ENTERPRISE_HEADERS,))
    told.clear()
    etl.publish_proposal(proposal.proposal_id, *places(town), progress=lambda share, text: told.append(text))
    assert told and not [text for text in told if "demo" in text or "published/" in text or "mart" in text]


def test_publishing_receives_the_file_and_a_build_finds_nothing_new(town, quarters):
    proposal = etl.propose([quarters], *places(town))
    result = etl.publish_proposal(proposal.proposal_id, *places(town), note="一季度更正")
    assert result.published and result.version == published(town.warehouse).version
    assert received(town) == {"企业季报.csv": quarters.read_bytes()}
    assert town.query("SELECT quarter, origin FROM core.enterprise_quarters WHERE origin = 'reported' ORDER BY 1") == [
        ("2024Q3", "reported"),
        ("2024Q4", "reported"),
    ]
    after = etl.proposal(proposal.proposal_id, *places(town))
    assert (after.state, after.version, after.note) == (State.PUBLISHED, result.version, "一季度更正")
    assert not town.build().published
    assert not list(town.warehouse.glob(".proposed-*"))
    with pytest.raises(WrongState):
        etl.publish_proposal(proposal.proposal_id, *places(town))


def test_a_corrected_form_of_the_same_name_lies_beside_the_first_and_shows_old_and_new(town, quarters):
    etl.publish_proposal(etl.propose([quarters], *places(town)).proposal_id, *places(town))
    write_csv(quarters, (QUARTER_HEADERS, ("Q001", "2024Q3", "1350", "30", "88")))
    proposal = etl.propose([quarters], *places(town))
    (change,) = etl.changes(proposal.proposal_id, *places(town))
    assert (change.new, change.changed, change.gone, change.displaced) == (0, 1, 0, 0)
    assert change.examples[0].values == {"总产值（万元）": ("1300", "1350")}
    frame = etl.difference(
        "enterprise_quarters", pointed(town.warehouse), etl.candidate(proposal.proposal_id, *places(town))
    )
    assert frame[["变化", "企业", "总产值（万元）（原）", "总产值（万元）（新）"]].values.tolist() == [
        ["改动", "演示服装一号", 1300, 1350]
    ]
    first = published(town.warehouse).version
    second = etl.publish_proposal(proposal.proposal_id, *places(town)).version
    assert set(received(town)) == {"企业季报.csv", "企业季报_第2份.csv"}
    (compared,) = etl.compare(first, second, town.warehouse)
    assert compared == change
    (back,) = etl.compare(second, first, town.warehouse)
    assert back.examples[0].values == {"总产值（万元）": ("1350", "1300")}


def test_a_form_that_was_received_before_changes_nothing(town, quarters):
    etl.publish_proposal(etl.propose([quarters], *places(town)).proposal_id, *places(town))
    again = etl.propose([quarters], *places(town))
    assert (again.state, again.version) == (State.PUBLISHED, published(town.warehouse).version)
    assert [problem.level for problem in again.problems] == [Level.NOTE]
    assert set(received(town)) == {"企业季报.csv"}


def test_problems_hold_a_proposal_and_an_answer_outside_it_lets_it_go(town, quarters):
    write_csv(quarters, (QUARTER_HEADERS, ("Q009", "2024Q3", "1300", "30", "88")))
    proposal = etl.propose([quarters], *places(town))
    assert proposal.state is State.HELD
    assert [(problem.file, problem.cell) for problem in proposal.problems] == [("企业季报.csv", "A2")]
    assert etl.candidate(proposal.proposal_id, *places(town)) is None
    with pytest.raises(WrongState):
        etl.publish_proposal(proposal.proposal_id, *places(town))
    write_csv(
        town.data / "received" / "企业名录.csv",
        (ENTERPRISE_HEADERS, ("Q009", "某某公司", "", "宝盖科技园", "服装", "是", "否", "内部")),
    )
    assert etl.check_again(proposal.proposal_id, *places(town)).state is State.READY


def test_another_file_with_errors_is_named(town, quarters):
    write_csv(town.data / "received" / "企业季报_旧.csv", (QUARTER_HEADERS, ("Q008", "2024Q3", "1", "1", "1")))
    proposal = etl.propose([quarters], *places(town))
    assert proposal.state is State.HELD
    (problem,) = [problem for problem in proposal.problems if problem.level is Level.ERROR]
    assert problem.file == "received/企业季报_旧.csv" and "1 处问题" in problem.message


def test_what_was_published_in_between_counts(town, quarters, tmp_path):
    """The second of two people builds on what the first has published."""
    other = write_csv(tmp_path / "other" / "企业季报.csv", (QUARTER_HEADERS, ("Q003", "2024Q3", "500", "9", "31")))
    mine, theirs = etl.propose([quarters], *places(town)), etl.propose([other], *places(town))
    etl.publish_proposal(mine.proposal_id, *places(town))
    result = etl.publish_proposal(theirs.proposal_id, *places(town))
    assert result.published
    assert set(received(town)) == {"企业季报.csv", "企业季报_第2份.csv"}
    assert town.query("SELECT count(*) FROM core.enterprise_quarters WHERE origin = 'reported'") == [(3,)]
    assert not town.build().published


def test_what_spoils_the_candidate_in_between_holds_it(town, quarters):
    proposal = etl.propose([quarters], *places(town))
    write_csv(town.data / "received" / "企业季报_旧.csv", (QUARTER_HEADERS, ("Q008", "2024Q3", "1", "1", "1")))
    result = etl.publish_proposal(proposal.proposal_id, *places(town))
    assert not result.published and result.is_refused
    assert etl.proposal(proposal.proposal_id, *places(town)).state is State.HELD


def test_a_second_person_has_to_agree_where_the_settings_say_so(town, quarters):
    (town.data / "settings.toml").write_text("[publish]\napproval = true\n", encoding="utf-8")
    proposal = etl.propose([quarters], *places(town), sent_by="经发办")
    assert not etl.publish_proposal(proposal.proposal_id, *places(town)).published
    assert etl.proposal(proposal.proposal_id, *places(town)).state is State.APPROVAL
    same = etl.publish_proposal(proposal.proposal_id, *places(town), approved_by="经发办")
    assert not same.published and same.is_refused
    # A build in between does not lose what waits.
    town.build()
    assert etl.publish_proposal(proposal.proposal_id, *places(town), approved_by="党政办").published
    assert etl.proposal(proposal.proposal_id, *places(town)).approved_by == "党政办"


def test_a_discarded_proposal_leaves_nothing_to_publish(town, quarters):
    proposal = etl.propose([quarters], *places(town))
    assert etl.discard_proposal(proposal.proposal_id, *places(town)).state is State.DISCARDED
    assert not list(town.warehouse.glob(".proposed-*"))
    with pytest.raises(WrongState):
        etl.publish_proposal(proposal.proposal_id, *places(town))


def test_a_sender_is_no_person_and_an_id_no_path(town, quarters):
    # A made-up number of an unassigned kind.
    with pytest.raises(ValueError, match="手机号"):
        etl.propose([quarters], *places(town), sent_by="经发办13800000000")
    assert etl.proposals(*places(town)) == []
    for unknown in ("../received", "20240101T000000000000000Z-00000000"):
        with pytest.raises(UnknownProposal):
            etl.proposal(unknown, *places(town))


def test_a_shape_lands_among_the_shapes(town, tmp_path):
    ring = [[118.60, 24.70], [118.61, 24.70], [118.61, 24.71], [118.60, 24.71], [118.60, 24.70]]
    feature = {
        "type": "Feature",
        "properties": {"area_code": "350581101206", "status": "示意"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    shape = tmp_path / "塘后.geojson"
    shape.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    proposal = etl.propose([shape], *places(town))
    assert (proposal.state, [str(problem) for problem in proposal.problems]) == (State.READY, [])
    assert etl.publish_proposal(proposal.proposal_id, *places(town)).published
    assert (town.data / "geo" / "塘后.geojson").exists()


class Killed(BaseException):
    """Stands for a process that ends at once."""


STEPS = ["copy", "intent", "first move", "named", "pointed", "saved", "unlinked"]


def kill_at(step: str, monkeypatch) -> None:
    def dies(*_, **__):
        raise Killed(step)

    match step:
        case "copy":
            monkeypatch.setattr(landing.shutil, "copy2", dies)
        case "intent":
            monkeypatch.setattr(landing, "_finish", dies)
        case "first move":
            monkeypatch.setattr(landing, "publish", dies)
        case "named":
            monkeypatch.setattr("etl.warehouse.publish._point", dies)
        case "pointed":
            monkeypatch.setattr(landing, "save", dies)
        case "saved":
            monkeypatch.setattr(Path, "unlink", dies)
        case "unlinked":
            monkeypatch.setattr(landing.shutil, "rmtree", dies)


@pytest.mark.parametrize("step", STEPS)
def test_a_publication_that_is_cut_off_is_finished_or_never_was(town, quarters, step, monkeypatch):
    proposal = etl.propose([quarters], *places(town))
    old = pointed(town.warehouse), checksum(pointed(town.warehouse))
    with monkeypatch.context() as patched:
        kill_at(step, patched)
        with pytest.raises(Killed):
            etl.publish_proposal(proposal.proposal_id, *places(town))
    # Between the kill and the next start readers have a whole version, the old or the new one.
    assert published(town.warehouse)
    assert checksum(old[0]) == old[1]
    town.build()
    is_new = step != "copy"
    assert set(received(town)) == ({"企业季报.csv"} if is_new else set())
    (rows,) = town.query("SELECT count(*) FROM core.enterprise_quarters WHERE origin = 'reported'")[0]
    assert rows == (2 if is_new else 0)
    state = etl.proposal(proposal.proposal_id, *places(town)).state
    assert state is (State.PUBLISHED if is_new else State.READY)
    assert not (town.warehouse / landing.INTENT).exists()
    assert not town.build().published
    if not is_new:
        assert etl.publish_proposal(proposal.proposal_id, *places(town)).published


def test_where_the_candidate_is_lost_the_files_are_taken_back(town, quarters, monkeypatch):
    proposal = etl.propose([quarters], *places(town))
    with monkeypatch.context() as patched:
        kill_at("first move", patched)
        with pytest.raises(Killed):
            etl.publish_proposal(proposal.proposal_id, *places(town))
    assert set(received(town)) == {"企业季报.csv"}
    Place(*places(town), proposal.proposal_id).candidate.write_bytes(b"torn")
    before = pointed(town.warehouse)
    town.build()
    assert received(town) == {} and pointed(town.warehouse) == before
    assert etl.publish_proposal(proposal.proposal_id, *places(town)).published


def wait_for(town, proposal_id: str, seconds: float = 60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = etl.proposal(proposal_id, *places(town))
        if found.state is not State.RUNNING:
            return found
        time.sleep(0.1)
    raise AssertionError("the proposal is still running")


def test_a_process_of_its_own_checks_and_checks_again(town, quarters):
    proposal_id = etl.start_proposal([quarters], *places(town))
    assert etl.proposal(proposal_id, *places(town)).state is State.RUNNING
    found = wait_for(town, proposal_id)
    assert found.state is State.READY, (town.data / "proposals" / proposal_id / "log.txt").read_text()
    etl.recheck_proposal(proposal_id, *places(town))
    assert wait_for(town, proposal_id).state is State.READY
    assert etl.publish_proposal(proposal_id, *places(town)).published


def test_a_check_in_another_process_can_be_cancelled(town, quarters):
    write_csv(
        quarters,
        [QUARTER_HEADERS, *(("Q001", f"{2000 + row % 20}Q{row % 4 + 1}", "1", "1", "1") for row in range(400_000))],
    )
    proposal_id = etl.start_proposal([quarters], *places(town))
    time.sleep(1.5)
    assert etl.cancel_proposal(proposal_id, *places(town)).state is State.CANCELLED
    assert not list(town.warehouse.glob(".proposed-*"))
    assert etl.proposal(proposal_id, *places(town)).state is State.CANCELLED
    assert not etl.build(*places(town)).published


def test_a_check_in_this_process_stops_at_its_next_step(town, quarters):
    def cancel(share: float, text: str) -> None:
        (proposal,) = etl.proposals(*places(town))
        etl.cancel_proposal(proposal.proposal_id, *places(town))

    assert etl.propose([quarters], *places(town), progress=cancel).state is State.CANCELLED


def test_a_check_whose_process_has_died_has_failed(town, quarters, monkeypatch):
    proposal = etl.propose([quarters], *places(town))
    place = Place(*places(town), proposal.proposal_id)
    told = json.loads(place.told.read_text(encoding="utf-8")) | {"state": "running"}
    place.told.write_text(json.dumps(told), encoding="utf-8")
    place.workshop.mkdir()
    assert etl.proposal(proposal.proposal_id, *places(town)).state is State.FAILED
    town.build()
    assert not place.workshop.exists() and not place.candidate.exists()
    assert etl.check_again(proposal.proposal_id, *places(town)).state is State.READY


def test_what_stops_the_program_leaves_a_failed_proposal(town, quarters, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("etl.proposing.checking.assemble", full)
    with pytest.raises(OSError, match="No space"):
        etl.propose([quarters], *places(town))
    (proposal,) = etl.proposals(*places(town))
    assert proposal.state is State.FAILED


def test_uploads_without_a_file_are_taken(town, quarters):
    proposal = etl.propose([("季报\\企业季报.csv", quarters.read_bytes())], *places(town))
    assert (proposal.files, proposal.state) == (("企业季报.csv",), State.READY)


def test_the_annotated_copy_is_made_before_and_after_publishing(town, quarters):
    proposal = etl.propose([quarters], *places(town))
    before = etl.annotated_copy(proposal.proposal_id, "企业季报.csv", *places(town))
    etl.publish_proposal(proposal.proposal_id, *places(town))
    after = etl.annotated_copy(proposal.proposal_id, "企业季报.csv", *places(town))
    for content in (before, after):
        assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == ["企业季报", "问题清单"]
    for name in ("../../demo/enterprises.csv", "别的.csv"):
        with pytest.raises(FileGone):
            etl.annotated_copy(proposal.proposal_id, name, *places(town))


def test_versions_are_compared_with_the_one_before_or_with_any(town, quarters):
    first = published(town.warehouse).version
    proposal = etl.propose([quarters], *places(town))
    wanted = etl.changes(proposal.proposal_id, *places(town))
    assert etl.changes(proposal.proposal_id, *places(town), against=first) == wanted
    second = etl.publish_proposal(proposal.proposal_id, *places(town)).version
    assert etl.changes(second, *places(town)) == etl.changes(second, *places(town), against=first) == wanted
    everything = {change.dataset: change.new for change in etl.changes(first, *places(town))}
    assert everything == {"areas": 10, "enterprises": 3, "enterprise_quarters": 3, "grid_events": 2}
    with pytest.raises(UnknownVersion):
        etl.changes("20200101T000000000000Z-00000000", *places(town))


def test_nobody_checks_a_proposal_while_it_is_published_or_twice_at_once(town, quarters):
    proposal = etl.propose([quarters], *places(town))
    with Place(*places(town), proposal.proposal_id).running_lock():
        for deed in (etl.publish_proposal, etl.recheck_proposal, etl.check_again, etl.discard_proposal):
            with pytest.raises(WrongState):
                deed(proposal.proposal_id, *places(town))
    assert etl.proposal(proposal.proposal_id, *places(town)) == proposal


def test_the_command_proposes_and_says_what_would_change(town, quarters, capsys):
    folders = ["--data", str(town.data), "--warehouse", str(town.warehouse)]
    assert main(["propose", str(quarters), *folders, "--sent-by", "经发办"]) == 0
    said = capsys.readouterr().out
    (proposal,) = etl.proposals(*places(town))
    assert "企业季报：新增 2 行，改动 0 行，减少 0 行，演示数据让位 2 行。" in said
    assert f"{proposal.proposal_id}：可以发布。" in said and proposal.sent_by == "经发办"
    etl.discard_proposal(proposal.proposal_id, *places(town))
    for words in (["propose"], ["propose", "没有.csv"], ["propose", "--again", proposal.proposal_id]):
        assert main([*words, *folders]) == 2
        assert capsys.readouterr().err


def test_a_revised_proposal_takes_the_place_of_the_first(town, quarters, tmp_path):
    other = write_csv(tmp_path / "desk" / "人口与户.csv", (("村（社区）",), ("塘后村",)))
    first = etl.propose([quarters, other], *places(town), sent_by="网格办")
    revised = etl.revise_proposal(first.proposal_id, [("企业季报.csv", "企业,季度\n".encode())], *places(town))
    deadline = time.monotonic() + 60
    while etl.proposal(revised, *places(town)).state is State.RUNNING and time.monotonic() < deadline:
        time.sleep(0.1)
    second = etl.proposal(revised, *places(town))
    # The file of another name came along, the one of the same name is the new one.
    assert (set(second.files), second.sent_by) == ({"人口与户.csv", "企业季报.csv"}, "网格办")
    assert (town.data / "proposals" / revised / "files" / "企业季报.csv").read_text(encoding="utf-8") == "企业,季度\n"
    assert etl.proposal(first.proposal_id, *places(town)).state is State.DISCARDED


def test_excerpts_are_given_of_the_proposals_own_files_alone(town, quarters):
    proposal = etl.propose([quarters], *places(town))
    problem = Problem(file="企业季报.csv", message="不对。", remedy="请改。", cell="A2")
    [found] = etl.excerpts(proposal.proposal_id, "企业季报.csv", [problem], *places(town))
    assert found.marked == {"A2"}
    assert etl.excerpts(proposal.proposal_id, "../proposal.json", [problem], *places(town)) == [None]
