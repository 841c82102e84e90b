"""The year so far: totals and changes worked by hand, and when there are none."""

import pytest

from dashboard.meeting.report.year import SUMMED, aim_words, total_words
from dashboard.meeting.running_order import running_order
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.course import Course, exact
from dashboard.metrics.cut_off import cut_off
from dashboard.metrics.periods import shift
from dashboard.metrics.target import Target, judged
from dashboard.tables.meetings import joint_meetings_held
from dashboard.text.formats import number


@pytest.mark.parametrize(
    ("total", "before", "words"),
    [
        (893_000, 891_200, "累计实现总产值89.3亿元，同比略增0.2%，总体保持平稳"),
        (255_000, 256_300, "累计实现总产值25.5亿元，同比略降0.5%，总体保持平稳"),
        (255_000, 255_010, "累计实现总产值25.5亿元，同比持平"),
        (965_000, 985_700, "累计实现总产值96.5亿元，同比下降2.1%"),
        *((6_435, 5_000, "累计实现总产值6435万元，同比增长28.7%"), (6_435, None, "累计实现总产值6435万元")),
    ],
)
def test_a_total_with_its_change(total, before, words):
    assert total_words(metric("gross_output"), total, before) == words


def test_a_total_says_what_part_of_the_year_s_target_it_is():
    own = Target(area_code="D", metric=metric("tax"), year="2025", aim=27_000.0)
    found = judged(own, "2025Q3", exact(17_766.0, "万元"), Course((5400, 12_200, 19_200, 27_000), "declared"), 3)
    # 17,766 of 27,000 are 65.8%, and 71.1% were due.
    assert aim_words(found) == "完成年度目标的65.8%，慢于序时进度5.3个百分点"
    assert aim_words(judged(own, "2025Q3", Absence.NOT_DISCLOSED, None, 3)) == "" and aim_words(None) == ""


def test_the_totals_are_those_of_the_quarters(demonstration):
    told = 0
    for meeting in joint_meetings_held(demonstration):
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


def test_what_is_withheld_in_a_quarter_has_no_total(small):
    # In this small town the output of the park is that of one enterprise.
    assert not [text for text in running_order(small, "M3").report[0].sentences if "累计实现" in text]
