"""The year so far: totals and changes worked by hand, and when there are none."""

import pytest

from dashboard.meeting.report.year import aim_words, total_words
from dashboard.meeting.running_order import running_order
from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.metrics.course import Course, exact
from dashboard.metrics.target import Target, judged


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


def test_what_is_withheld_in_a_quarter_has_no_total(small):
    # In this small town the output of the park is that of one enterprise.
    assert not [text for text in running_order(small, "M3").report[0].sentences if "累计实现" in text]
