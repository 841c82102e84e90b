"""Laws over all meetings of the demonstration, whose figures are asked once for all of them."""

import pytest

from dashboard.meeting.report.year import SUMMED
from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.cut_off import cut_off
from dashboard.metrics.periods import shift
from dashboard.render.html.pages import shown_pages
from dashboard.tables.meetings import joint_meetings_held
from dashboard.text.formats import number


@pytest.fixture(scope="module")
def held(demonstration):
    return joint_meetings_held(demonstration)


@pytest.mark.parametrize("stage", list(Stage))
def test_at_most_twelve_pages_are_shown_and_the_rest_stands_behind(demonstration, held, stage):
    for meeting in held:
        made = running_order(demonstration, meeting.meeting_id, stage=stage)
        pages = shown_pages(made)
        shown = [page for page in pages if not page.is_appendix]
        # More is shown only where more is asked for than two pages hold.
        asked = [page for page in shown if page.kind == "asks"]
        assert len(shown) <= 12 + max(len(asked) - 2, 0) and len(asked) <= 3, meeting.meeting_id
        assert pages[: len(shown)] == shown
        # What is not shown of matters in trouble is told, one by one, by what is asked.
        told = {key for page in asked for key in page.row_keys}
        for trouble in (slide for slide in made.slides if slide.kind == "trouble"):
            assert trouble.is_appendix == (len(asked) > 1), meeting.meeting_id
            assert not trouble.is_appendix or set(trouble.row_keys) <= told, meeting.meeting_id


def test_the_totals_are_those_of_the_quarters(demonstration, held):
    told = 0
    for meeting in held:
        order = running_order(demonstration, meeting.meeting_id)
        said = [
            text
            for text in order.report[0].sentences
            if text.startswith(("年初以来", "全年", "前三季度", "上半年")) and "累计实现" in text
        ]
        quarter = meeting.named_quarter
        before_its_end = cut_off(quarter, meeting.held_on)
        warehouse = demonstration.as_of(before_its_end) if before_its_end else demonstration
        assert not (quarter[-1] == "1" and said)
        behind = "".join(text for text in order.report[0].sentences if "项落后" in text or "项未完成" in text)
        # What stands in the first sentence is not told again in the second.
        before = [metric(name).label for name in SUMMED if f"累计实现{metric(name).label}" in "".join(said)]
        assert not any(f"{label}完成年度目标" in behind for label in before)
        for text in said:
            told += 1
            assert text.startswith("年初以来") == (before_its_end is not None)
            for name in SUMMED:
                one = metric(name)
                first = shift(quarter, 1 - int(quarter[-1]))
                found = cells(warehouse, one, (order.area_code,), grain="quarter", since=first, until=quarter)
                total = number(sum(cell.value for cell in found), one.unit, one.decimals).replace(",", "")
                assert f"累计实现{one.label}{total}".replace(" ", "") in text
    assert told
