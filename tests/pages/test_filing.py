"""数据填报 in the real app: sent, held, put right, compared, published by one or two, rolled back; nothing runs as markup."""

import errno
import io
import shutil
import time
from zipfile import ZipFile

import openpyxl
import pytest

import etl
from dashboard.metrics.versions import current
from etl.proposing.proposal import WrongState
from tests.pages.reading import words
from tests.town import QUARTER_HEADERS

GOOD = (QUARTER_HEADERS, ("Q001", "2024Q3", "1300", "32", "90"), ("Q002", "2024Q3", "310", "6", "21"))
SPOILED = (
    QUARTER_HEADERS,
    ("Q001", "2024Q3", "![x](http://a.b/c.png)", "32", "90"),
    ("Q009", "2024Q3", "310", "6", "<b>21</b>"),
)
# Made up: of the length of a telephone number.
NUMBER = "13000000000"
SECONDS = 60


def csv_bytes(rows):
    return "\n".join(",".join(row) for row in rows).encode("utf-8-sig")


@pytest.fixture
def filing(town, open_page, monkeypatch):
    """Open the page over a town that the test may change."""
    monkeypatch.setenv("SANQU_DATA", str(town.data))

    def open_part(part="send", **query):
        return open_page(town.warehouse, "filing", part=part, **query)

    return open_part


def shown(app):
    """The id of the proposal that the page shows; the runner gives it as a list once the page was run anew."""
    told = app.query_params["filing"]
    return told if isinstance(told, str) else told[0]


def checked(app):
    """The page once the proposal that it shows is checked."""
    deadline = time.monotonic() + SECONDS
    while etl.proposal(shown(app)).state == "running" and time.monotonic() < deadline:
        time.sleep(0.2)
    app.run()
    assert not app.exception
    return etl.proposal(shown(app))


def send(app, *files, sent_by="网格办"):
    app.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    app.text_input(key="sent-by").set_value(sent_by).run()
    app.button(key="send").click().run()
    return checked(app)


@pytest.mark.parametrize("part", ["send", "forms", "standing", "versions", "corrections"])
def test_every_part_opens_over_the_demonstration(demonstration_warehouse, open_page, part):
    app = open_page(demonstration_warehouse, "filing", part=part)
    assert not app.exception
    assert "来源" in words(app)


def test_a_spoiled_form_is_held_and_told_beside_its_rows(filing):
    app = filing()
    proposal = send(app, ("企业季报.csv", csv_bytes(SPOILED)))
    assert proposal.state == "held"
    told = " ".join(element.proto.body for element in app.get("html"))
    assert 'class="marked"' in told and '<th scope="row">3</th>' in told
    # What stands in a cell is text: neither an image nor bold.
    assert "<b>21" not in told and "&lt;b&gt;21&lt;/b&gt;" in told
    assert "![x](http" in words(app) and not app.markdown
    assert "publish" not in {button.key for button in app.button}
    assert etl.history()[0].is_published and len(etl.history()) == 1


def test_what_is_personal_is_shown_nowhere(filing):
    app = filing()
    rows = ((*QUARTER_HEADERS, "联系电话"), ("Q001", "2024Q3", "1300", "x", "90", NUMBER))
    proposal = send(app, ("企业季报.csv", csv_bytes(rows)))
    assert proposal.state == "held"
    assert NUMBER not in words(app)


def test_a_corrected_file_is_compared_published_and_rolled_back(filing, town):
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(SPOILED)))
    first = shown(app)
    app.file_uploader[0].set_value([("企业季报.csv", csv_bytes(GOOD), "text/csv")]).run()
    app.button(key="filing-again").click().run()
    assert shown(app) != first and etl.proposal(first).state == "discarded"
    assert checked(app).state == "ready"
    said = words(app)
    assert "这次会改什么：1张表，新增2行、演示数据让位2行" in said
    app.text_input(key="publish-note").set_value("更正一季").run()
    app.button(key="publish").click().run()
    assert not app.exception
    assert "已发布，各页" in words(app)
    [row] = current(town.warehouse).rows("SELECT count(*) AS n FROM core.enterprise_quarters WHERE origin = 'reported'")
    assert row == {"n": 2}

    app = filing("versions")
    assert "更正一季" in words(app)
    # The dialog is a click that the runner cannot open; what it asks for is one call.
    earlier = etl.history()[1].version
    assert etl.rollback(earlier).version == earlier
    app = filing("versions")
    assert "两版之间：1张表" in words(app) and "更正一季" in words(app)


def test_what_would_change_may_fail_and_the_rest_of_the_proposal_stands(filing, monkeypatch):
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(GOOD)))

    def broken(*_):
        raise ArithmeticError("a made-up mistake")

    monkeypatch.setattr("dashboard.render.web.filing.changing.effects", broken)
    monkeypatch.setattr("dashboard.render.web.filing.changing.summary_html", broken)
    app.run()
    assert not app.exception
    assert "这一块没有画出来" in words(app) and app.button(key="publish")


def test_a_zip_is_sent_as_the_forms_in_it(filing):
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("三季度/企业季报.csv", csv_bytes(GOOD))
    app = filing()
    proposal = send(app, ("三季度.zip", packed.getvalue()))
    assert proposal.files == ("企业季报.csv",) and proposal.state == "ready"


def test_a_second_person_agrees_where_the_settings_ask_for_it(filing, town):
    (town.data / "settings.toml").write_text("[publish]\napproval = true\n", encoding="utf-8")
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(GOOD)), sent_by="网格办")
    app.button(key="publish").click().run()
    assert "已提请发布" in words(app) and len(etl.history()) == 1
    assert app.button(key="publish").disabled
    app.text_input(key="publish-approver").set_value("网格办").run()
    app.button(key="publish").click().run()
    assert "另一人同意" in words(app) and len(etl.history()) == 1
    app.text_input(key="publish-approver").set_value("党政办").run()
    app.button(key="publish").click().run()
    assert "已发布，各页" in words(app)


def test_a_sender_with_a_telephone_number_is_refused_in_words(filing):
    app = filing()
    app.file_uploader[0].set_value([("企业季报.csv", csv_bytes(GOOD), "text/csv")]).run()
    app.text_input(key="sent-by").set_value(f"网格办{NUMBER}").run()
    app.button(key="send").click().run()
    assert not app.exception
    assert "只写单位或岗位" in words(app) and NUMBER not in words(app)
    assert not etl.proposals()


def test_a_full_disk_is_one_sentence(filing, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    app = filing()
    app.file_uploader[0].set_value([("企业季报.csv", csv_bytes(GOOD), "text/csv")]).run()
    monkeypatch.setattr(etl, "start_proposal", full)
    app.button(key="send").click().run()
    assert not app.exception
    assert "磁盘已满" in words(app) and "No space" not in words(app)


def test_an_address_of_a_proposal_that_is_gone_shows_the_box(filing):
    app = filing(filing="20200101T000000000000000Z-00000000")
    assert "已经不在" in words(app)
    assert app.file_uploader


def test_a_question_is_answered_by_a_click_and_taken_back(filing):
    """Ten times the quarter before: asked, not refused; the answer lets it pass, and without it it is asked again."""
    app = filing()
    before = [("Q001", f"2024Q{quarter}", f"12{quarter}0", "30", "88") for quarter in (1, 2, 3)]
    rows = (QUARTER_HEADERS, *before, ("Q001", "2024Q4", "12400", "31", "89"))
    proposal = send(app, ("企业季报.csv", csv_bytes(rows)))
    asked = [problem for problem in proposal.problems if problem.question]
    assert proposal.state == "held" and asked
    assert app.button(key="filing-settle").disabled
    for problem in asked:
        key = f"answer-{proposal.proposal_id}-{problem.question}"
        app.segmented_control(key=key).set_value(problem.options[0]).run()
        app.segmented_control(key=key).set_value(None).run()
        assert app.button(key="filing-settle").disabled
        app.segmented_control(key=key).set_value(problem.options[0]).run()
    assert "已答" in words(app)
    app.button(key="filing-settle").click().run()
    assert checked(app).state == "ready"
    app.button(key="filing-unsettle").click().run()
    assert checked(app).state == "held"


def test_an_unknown_name_is_taken_for_a_known_one_by_a_click(filing):
    app = filing()
    rows = (QUARTER_HEADERS, ("演示一号老厂", "2024Q4", "1300", "32", "90"))
    assert send(app, ("企业季报.csv", csv_bytes(rows))).state == "held"
    key = "alias-enterprises-演示一号老厂"
    app.selectbox(key=key).set_value("Q001").run()
    app.button(key=f"{key}-add").click().run()
    assert "已记下：“演示一号老厂”就是“" in words(app)
    assert app.button(key="filing-settle").label == "按1个别名重新核对"
    app.button(key="filing-settle").click().run()
    assert checked(app).state == "ready"
    assert "已记下" not in words(app)


def test_the_nearest_name_is_chosen_beforehand_and_nothing_noted_by_itself(filing):
    app = filing()
    rows = (QUARTER_HEADERS, ("演示五金贰号", "2024Q4", "1300", "32", "90"))
    assert send(app, ("企业季报.csv", csv_bytes(rows))).state == "held"
    assert app.selectbox(key="alias-enterprises-演示五金贰号").value == "Q002"
    assert "filing-settle" not in {button.key for button in app.button}


def test_a_second_click_on_check_again_does_no_harm(filing, monkeypatch):
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(SPOILED)))

    def taken(*_):
        raise WrongState("it is being checked")

    monkeypatch.setattr(etl, "recheck_proposal", taken)
    app.button(key="filing-recheck").click().run()
    assert not app.exception


def _output(town):
    """What the published version holds of the first enterprise."""
    [row] = current(town.warehouse).rows(
        "SELECT gross_output_cny_10k AS output FROM core.enterprise_quarters "
        "WHERE enterprise_code = 'Q001' AND origin = 'reported'"
    )
    return row["output"]


def test_a_correction_is_noted_shown_and_undone(filing, town):
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(GOOD)))
    app.button(key="publish").click().run()
    app = filing("corrections")
    assert "没有更正记录" in words(app)
    app.text_input(key="correct-cell").set_value("c2")
    app.text_input(key="correct-was").set_value("1300")
    app.text_input(key="correct-value").set_value("1350")
    app.text_input(key="correct-why").set_value("填报单位来电更正")
    app.button(key="correct-add").click().run()
    assert checked(app).state == "ready"
    [made] = etl.corrections()
    assert (made.cell, made.was, made.value) == ("C2", "1300", "1350")
    said = words(app)
    assert "更正 企业季报.csv C2，改为“1350”" in said and "1张表，改动1行" in said
    # Looked at, not yet in the data.
    assert _output(town) == 1300
    app.button(key="publish").click().run()
    assert "已发布" in words(app) and _output(town) == 1350

    app = filing("corrections")
    assert "有效" in words(app)
    app.button(key="undo").click().run()
    assert checked(app).state == "ready" and etl.corrections()[0].undone
    assert "撤销第 1 条更正" in words(app) and _output(town) == 1350
    app.button(key="filing-discard").click().run()
    assert not etl.corrections()[0].undone


def test_a_correction_that_is_given_up_is_taken_back(filing, town):
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(GOOD)))
    app.button(key="publish").click().run()
    app = filing("corrections")
    for name, text in {"cell": "c2", "was": "1300", "value": "很多", "why": "填报单位来电更正"}.items():
        app.text_input(key=f"correct-{name}").set_value(text)
    app.button(key="correct-add").click().run()
    assert checked(app).state == "held"
    assert "C2" in words(app) and "不能发布" in words(app)
    app.button(key="filing-discard").click().run()
    assert etl.corrections()[0].undone
    assert "更正 企业季报.csv C2" in words(app)
    assert etl.build(town.data, town.warehouse).version


def test_a_correction_without_a_reason_is_told(filing):
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(GOOD)))
    app.button(key="publish").click().run()
    app = filing("corrections")
    app.text_input(key="correct-cell").set_value("c2")
    app.button(key="correct-add").click().run()
    assert "请写明单元格和原因" in words(app) and not etl.corrections()


def test_forms_come_filled_for_a_period_and_an_area(town, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(town.warehouse))
    from dashboard.render.web.filing.blank_forms import _one

    book = openpyxl.load_workbook(io.BytesIO(_one("enterprise_quarters", "2024Q4", None, is_filled=True)))
    assert any("2024Q4" in [cell.value for cell in row] for row in book.worksheets[0].iter_rows())


OVERTAKEN = "已在别处发布、作废、清理"


def _publish(proposal_id):
    assert etl.publish_proposal(proposal_id).published


def _remove(proposal_id, data):
    shutil.rmtree(data / "proposals" / proposal_id)


ELSEWHERE = {
    "published": lambda proposal_id, data: _publish(proposal_id),
    "discarded": lambda proposal_id, data: etl.discard_proposal(proposal_id),
    "removed": _remove,
}


@pytest.mark.parametrize("became", ELSEWHERE)
@pytest.mark.parametrize("key", ["publish", "filing-discard"])
def test_what_was_settled_elsewhere_is_told_in_words(filing, town, became, key):
    """Two people have the same proposal open, and one of them is first."""
    app = filing()
    proposal = send(app, ("企业季报.csv", csv_bytes(GOOD)))
    ELSEWHERE[became](proposal.proposal_id, town.data)
    app.button(key=key).click().run()
    assert not app.exception
    said = words(app)
    # Where the button stands no more when it is pressed, the page as it is now tells it.
    assert any(word in said for word in (OVERTAKEN, "已发布", "已作废", "已经不在"))
    assert key == "publish" or became == "discarded" or OVERTAKEN in said


@pytest.mark.parametrize("became", ["discarded", "removed"])
@pytest.mark.parametrize("key", ["filing-recheck", "filing-again"])
def test_what_was_given_up_elsewhere_is_not_checked_again(filing, town, became, key):
    app = filing()
    proposal = send(app, ("企业季报.csv", csv_bytes(SPOILED)))
    if key == "filing-again":
        app.file_uploader[0].set_value([("企业季报.csv", csv_bytes(GOOD), "text/csv")]).run()
    ELSEWHERE[became](proposal.proposal_id, town.data)
    app.button(key=key).click().run()
    assert not app.exception
    assert len(etl.proposals()) == (became == "discarded")
    assert "已作废" in words(app) or "已经不在" in words(app)


def test_another_is_first_between_the_look_and_the_click(filing, town, monkeypatch):
    app = filing()
    proposal = send(app, ("企业季报.csv", csv_bytes(GOOD)))

    def late(*_, **__):
        etl.discard_proposal(proposal.proposal_id)
        raise WrongState("another was first")

    monkeypatch.setattr(etl, "publish_proposal", late)
    app.button(key="publish").click().run()
    assert not app.exception
    assert OVERTAKEN in words(app) and "已作废" in words(app)


@pytest.mark.parametrize("became", ELSEWHERE)
def test_what_is_downloaded_late_says_that_it_is_gone(filing, town, became):
    """The page still shows the buttons; what they hand out is made when they are pressed."""
    from dashboard.render.web.filing.changing import _difference
    from dashboard.render.web.filing.findings import _annotated

    app = filing()
    proposal = send(app, ("企业季报.csv", csv_bytes(GOOD)))
    warehouse, candidate = current(town.warehouse), etl.candidate(proposal.proposal_id)
    assert "新增" in _difference("enterprise_quarters", warehouse, candidate).decode("utf-8-sig")
    ELSEWHERE[became](proposal.proposal_id, town.data)
    candidate.unlink(missing_ok=True)
    told = _difference("enterprise_quarters", warehouse, candidate).decode("utf-8-sig")
    assert OVERTAKEN in told and "重新打开" in told
    if became != "published":
        book = openpyxl.load_workbook(io.BytesIO(_annotated(proposal.proposal_id, "企业季报.csv")))
        assert any(OVERTAKEN in str(cell.value) for row in book.active.iter_rows() for cell in row)


def test_a_version_that_is_cleared_away_meanwhile_is_one_message(filing, town, monkeypatch):
    """The part on one version is drawn by itself, by what the page knew when it was opened."""
    app = filing()
    send(app, ("企业季报.csv", csv_bytes(GOOD)))
    app.button(key="publish").click().run()
    before = etl.history()
    [earlier] = [version.version for version in before if not version.is_published]
    monkeypatch.setattr(etl, "history", lambda *_: before)
    etl.version_file(earlier).unlink()
    app = filing("versions")
    assert OVERTAKEN in words(app) and "没有画出来" not in words(app)
