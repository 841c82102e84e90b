"""Meetings whose data are missing or odd: the documents stay whole, and the running order says what it found."""

import io

import openpyxl
import pytest
from pptx import Presentation

from dashboard.meeting.running_order import running_order
from dashboard.metrics.versions import current
from dashboard.render.pptx import to_pptx
from dashboard.render.xlsx.workbook import to_workbook
from tests import small_world
from tests.every_number import deck_texts, expected_numbers, unexplained, with_pages
from tests.tidy_deck import assert_tidy

DECISION = (
    "INSERT INTO core.decisions (decision_id, meeting_id, title, task, area_code, responsible_unit, decided_on, due_on,"
    " plan_changes, origin)"
)
UPDATE = "INSERT INTO core.decision_updates (decision_id, reported_on, decided_on, status, progress_pct, origin) VALUES"
NOTHING_ELSE = " ".join(
    f"DELETE FROM core.{table};"
    for table in (
        *("enterprises", "enterprise_quarters", "grid_events", "grid_staffing", "training_courses"),
        *("incubation_quarters", "party_organizations", "population", "party_liaison", "list_items"),
    )
)
LONG = "完善园区周边道路照明排水与停车设施并建立长效管护机制" * 12
# Without a place where a line could break.
UNBROKEN = "A" * 300
# What is put in (SQL), which meeting, of which area, and what the pages must say.
CASES = {
    "no item": ("DELETE FROM core.decision_updates; DELETE FROM core.decisions", "M2", None, "没有可以汇报的议定事项"),
    "an item without an update": ("SELECT 1", "M2", None, "议定以来尚未填报进展和节点"),
    "an update before its meeting": (
        f"{UPDATE} ('D3', '2024-03-01', '2024-02-01', '推进中', 10, 'demo')",
        "M2",
        None,
        "进展日期2024-03-01早于议定日期2024-04-04，未计入",
    ),
    "an update of another quarter": ("SELECT 1", "M3", None, "最近一次填报2024-01-05，不在2024年第二季度内"),
    "a day of decision that is not the meeting's": (
        "UPDATE core.decisions SET decided_on = '2024-03-30' WHERE decision_id = 'D3'",
        "M2",
        None,
        "议定日期2024-03-30与会议召开日期2024-04-04不一致",
    ),
    "a meeting before its quarter": (
        "UPDATE core.meetings SET held_on = '2023-12-30' WHERE meeting_id = 'M2'",
        "M2",
        None,
        # The quarter began on 2024-01-01.
        "会议名称为2024年第一季度，召开于季度首日之前2天，请核对",
    ),
    "a meeting inside its quarter": (
        "SELECT 1",
        "M3",
        None,
        "会议召开时2024年第二季度尚未结束：按月填报的指标取4月，比较也取相同月份；其他指标为截至5月8日已填报的数",
    ),
    "a meeting half a year late": (
        "UPDATE core.meetings SET held_on = '2024-07-20' WHERE meeting_id = 'M2'",
        "M2",
        None,
        "召开于季度末之后111天，已过下一季度，请核对",
    ),
    "an area without data": (NOTHING_ELSE, "M2", "V", "主要指标本季度没有填报"),
    "a very long title": (
        f"UPDATE core.decisions SET title = '{LONG}' WHERE decision_id = 'D2'",
        "M2",
        None,
        "超期15天",
    ),
    "a title that cannot be broken": (
        f"UPDATE core.decisions SET title = '{UNBROKEN}', responsible_unit = '{UNBROKEN}' WHERE decision_id = 'D2';"
        f" UPDATE core.decision_updates SET node = '{UNBROKEN}', note = '{UNBROKEN}' WHERE decision_id = 'D2'",
        "M2",
        None,
        "超期15天",
    ),
    "sixty items": (
        f"{DECISION} SELECT 'S' || i, 'M1', '第 ' || i || ' 件', '治理联动', 'P', '某单位', DATE '2023-12-20',"
        " DATE '2024-03-01', 0, 'demo' FROM range(60) AS numbers(i)",
        "M2",
        None,
        # Four of the small world's own.
        "64项事项",
    ),
}


@pytest.fixture(scope="module", params=list(CASES))
def case(request, tmp_path_factory):
    """The warehouse with what was put in, the meeting's running order, and what must be said."""
    change, meeting, area, said = CASES[request.param]
    warehouse = current(small_world.publish(tmp_path_factory.mktemp("bad"), change=change))
    return warehouse, running_order(warehouse, meeting, area), said


def test_the_running_order_says_it(case):
    _, order, said = case
    told = [
        text
        for slide in order.slides
        for text in (slide.title, slide.subtitle, *slide.remarks, *dict(slide.facts).values())
    ]
    assert any(said in text for text in told), told


def test_the_deck_stays_whole_and_every_number_is_the_datas(case):
    warehouse, order, _ = case
    content = to_pptx(order)
    deck = Presentation(io.BytesIO(content))
    assert_tidy(deck)
    expected = with_pages(expected_numbers(warehouse, order.meeting_id, order.area_code), len(deck.slides))
    assert unexplained(deck_texts(content), expected) == []


def test_the_workbook_stays_whole(case):
    _, order, _ = case
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(order)))
    matters = len(order.matters)
    listed = list(book[book.sheetnames[1]].iter_rows(values_only=True))
    head = next(place for place, row in enumerate(listed) if row[0] == "事项编号")
    rows, closed = listed[head + 1 :], listed[head].index("销号日期")
    # Behind them stand those that were closed before the meeting before.
    assert len(rows) >= matters and all(row[closed] for row in rows[matters:])
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            assert not any(isinstance(cell, str) and cell.startswith("#") for cell in row), sheet.title


def test_an_update_before_its_meeting_counts_for_nothing(tmp_path):
    change = f"{UPDATE} ('D3', '2024-03-01', '2024-02-01', '推进中', 10, 'demo')"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    [matter] = [slide for slide in order.slides if slide.key == "matter-D3"]
    assert matter.progress.now == 0 and str(matter.title).endswith("新议定")


def test_a_meeting_after_one_of_a_later_quarter_is_compared_with_none(tmp_path):
    change = "UPDATE core.meetings SET held_on = '2024-07-20' WHERE meeting_id = 'M2'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    assert "上次会议属更晚的2024年第二季度，不作对照。" in dict(order.slide("notes").facts)["比较"]


def test_a_meeting_before_its_quarter_is_not_called_inside_it(tmp_path):
    change = "UPDATE core.meetings SET held_on = '2023-12-30' WHERE meeting_id = 'M2'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    assert dict(order.slides[0].facts)["召开"] == "2023-12-30，早于所属季度首日2天，请核对"
