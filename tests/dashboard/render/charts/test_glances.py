"""What a phone shows of a chart that is not unfolded yet."""

import re
from urllib.parse import unquote

from dashboard.render.charts.glances import glance
from dashboard.views.charts import Bar, Bars, Columns, Funnel, Heat, Season, Series, Trend

UP, DOWN = (("2024Q1", 1), ("2024Q2", 4)), (("2024Q1", 4), ("2024Q2", 1))


def drawn(chart):
    return unquote(glance(chart))


def test_two_courses_share_one_scale():
    # 1…4 over 22 px from the bottom at 25, x from 3 to 197.
    picture = drawn(Trend((Series("甲", UP), Series("乙", DOWN)), unit="项"))
    assert 'class="line" d="M3.0 25.0L197.0 3.0"' in picture
    assert 'class="other" d="M3.0 3.0L197.0 25.0"' in picture


def test_a_course_that_is_marked_stands_alone():
    picture = drawn(Columns((Series("甲", UP), Series("乙", DOWN, is_highlighted=True)), unit="项"))
    assert 'class="line" d="M3.0 3.0L197.0 25.0"' in picture and 'class="other"' not in picture


def test_years_over_each_other_are_one_course():
    assert 'd="M3.0 25.0L197.0 3.0"' in drawn(Season(UP, unit="项"))


def test_bars_stand_on_zero_and_the_marked_one_is_dark():
    # From −1 to 3 over 28 px: 7 px each, zero at 21. Three bars are 24 px apart.
    items = (Bar("甲", 3, is_highlighted=True), Bar("乙", None), Bar("丙", -1))
    bars = re.findall(
        r'class="(bar|marked)" x="(\S+)" width="16.8" y="(\S+)" height="([\d.]+)"', drawn(Bars(items, unit="项"))
    )
    assert bars == [("marked", "0.0", "0.0", "21.0"), ("bar", "48.0", "21.0", "7.0")]


def test_the_stages_of_a_funnel_are_bars():
    assert drawn(Funnel((Bar("甲", 4), Bar("乙", 2)), unit="项")).count("<rect") == 2


def test_what_a_small_picture_cannot_tell_is_left_out():
    assert glance(Bars((Bar("甲", 4),), unit="项")) == ""
    assert glance(Trend((), unit="项")) == ""
    assert glance(Heat(("甲",), ("乙",), ((1,),), unit="项")) == ""
