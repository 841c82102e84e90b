"""What a meeting's documents and its page say of one matter, or of one figure on one day, is the same everywhere."""

import re
from datetime import date

import pytest

from dashboard.meeting.context import context
from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide_parts import Late
from dashboard.meeting.wording import tight
from dashboard.tables.lists import open_needs
from dashboard.tables.meetings import joint_meetings_held
from dashboard.text.formats import is_number
from dashboard.views.joint_meeting.matters import items_table, listed
from dashboard.views.joint_meeting.states import TROUBLES, main_state, state_counts, troubles

MATTER = re.compile(
    r"（\d+）(?:研究受阻问题：|明确新的办结时限：|督促启动，明确下一节点：)?(?P<title>.+?)（(?P<place>[^，（）]+)，"
)
LATE = re.compile(r"(超期|滞后) ?(\d+) ?天")


@pytest.fixture(scope="module")
def meetings(demonstration):
    return [(one, running_order(demonstration, one.meeting_id)) for one in joint_meetings_held(demonstration)]


def test_a_matter_has_one_state_in_the_deck_the_report_the_workbook_and_on_the_page(demonstration, meetings):
    for meeting, order in meetings:
        given = context(demonstration, meeting.area_code, meeting)
        found = listed(given.warehouse, given.area_code, given.between)
        stated = {one.decision_id: one.state for one in order.matters}
        on_page = dict(zip((one.decision_id for one in found), items_table(found, given.between)[2].rows, strict=True))
        _, _, sheet, _ = order.items[0]
        place = [column.label for column in sheet.columns].index("状态")
        in_sheet = {row[0]: row[place] for row in sheet.rows}
        assert stated == {key: row[4] for key, row in on_page.items()}
        assert stated == {key: state for key, state in in_sheet.items() if key in stated}
        # The sheet has those too that were closed before the meeting before.
        assert all(state.startswith("销号") for key, state in in_sheet.items() if key not in stated)
        for slide in order.slides:
            if slide.kind == "matter":
                [key] = slide.subjects
                assert slide.title.parts[-1] == stated[key], meeting.meeting_id
        sentences = [text for section in order.report for text in section.sentences]
        for one in found:
            told = [text for text in sentences if (match := MATTER.match(text)) and _is_of(match, one)]
            days = {pair for text in told for pair in LATE.findall(text)}
            allowed = set(LATE.findall(tight(stated[one.decision_id])))
            # A node has days of its own, of which the state tells the latest.
            allowed |= {("滞后", str(node.late_days(one.day))) for node in one.late_nodes}
            assert days <= allowed, (meeting.meeting_id, one.title, told)


def _is_of(match: re.Match, one) -> bool:
    return match["title"] == one.title and match["place"] == one.area_name


def test_what_goes_well_has_no_late_node_and_what_is_passed_by_is_not_red(demonstration, meetings):
    seen = 0
    for meeting, order in meetings:
        given = context(demonstration, meeting.area_code, meeting)
        red = {
            slide.subjects[0]
            for slide in order.slides
            if slide.kind == "matter" and any(isinstance(cell, Late) for row in slide.rows for cell in row)
        }
        found = listed(given.warehouse, given.area_code, given.between)
        well = {one.decision_id for one in found if main_state(one) in ("正常推进", "新议定", "销号")}
        assert not red & well, meeting.meeting_id
        seen += len(red)
        passed = [
            row for slide in order.slides if slide.kind == "matter" for row in slide.rows if "后续节点" in row[-1]
        ]
        assert not any(isinstance(cell, Late) for row in passed for cell in row)
    assert seen > 20


def test_every_trouble_is_counted_alike_wherever_it_is_counted(demonstration, meetings):
    for meeting, order in meetings:
        given = context(demonstration, meeting.area_code, meeting)
        found = listed(given.warehouse, given.area_code, given.between)
        [slide] = [slide for slide in order.slides if slide.kind == "matters"]
        if not found:
            continue
        totals = {word: sum(word in troubles(one) for one in found) for word in TROUBLES}
        said = " ".join((slide.title, *next(part.sentences for part in order.report if part.name == "matters")))
        # What two of them share is said in brackets.
        said = re.sub(r"（含[^）]*）", "", said)
        for word, count in totals.items():
            told = {int(number) for number in re.findall(rf"{word} ?(\d+) ?项", said)}
            assert told <= {count}, (meeting.meeting_id, word, said)
        # The picture counts each matter once, and what counts elsewhere too says so in its name.
        assert [row[1] for row in slide.rows] == list(state_counts(found).values())
        assert sum(row[1] for row in slide.rows) == len(found)
        for row, state in zip(slide.rows, state_counts(found), strict=True):
            assert row[0] == state or "（" in row[0]


def test_lists_tell_nothing_that_came_after_the_meeting(demonstration, meetings):
    # Of 26 needs of the quarter four were raised after 12-18; by the end of November it was 19, and 22 were open.
    order = next(order for meeting, order in meetings if meeting.meeting_id == "BG-2025Q4-1")
    told = {one.label: one.figure.figure for one in order.slide("digest-services").headlines}
    assert (told["新提需求"], told["在办需求"]) == ("19", "22")
    found = open_needs(demonstration, order.area_code, date(2025, 11, 30))
    assert len(found) == 22 and sum(bool(one.overdue_days) for one in found) == 10


def test_a_figure_has_one_value_over_all_pages_of_a_meeting(meetings):
    for meeting, order in meetings:
        values: dict[tuple[str, str], set] = {}
        for slide in order.slides:
            if slide.kind == "headlines":
                for row in slide.rows:
                    values.setdefault((row[0], order.area_code), set()).add(row[2])
            if slide.key.startswith("theme-"):
                name, now = slide.table.columns[2].label, slide.rows[-1][2]
                values.setdefault((name, order.area_code), set()).add(now)
        assert all(len(found) == 1 for found in values.values()), meeting.meeting_id
        assert any(is_number(value) for found in values.values() for value in found)
