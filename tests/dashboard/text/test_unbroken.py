"""No line ends between a figure and what it counts."""

import pytest

from dashboard.text.unbroken import unbroken_html


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("滞后 140 天）", ["140 天"]),
        ("同比升4.0个百分点", ["4.0个百分点"]),
        ("7,668万元，29.1亿元", ["7,668万元", "29.1亿元"]),
        ("按 2025年推定，截至12月18日", ["2025年", "12月18日"]),
        ("9.35万元/人", ["9.35万元/人"]),
        ("结转事项销号 6 项", ["6 项"]),
        ("低于 80%（到期 65 件）", ["80%", "65 件"]),
        ("没有数字", []),
        ("版本 20251130T1428-2a2c9d63 的文件", []),
        ("1号网格", ["1号"]),
        ("第 1 次调整到，第2期", ["第 1 次", "第2期"]),
    ],
)
def test_a_figure_stays_on_the_line_of_its_unit(text, kept):
    parts = unbroken_html(text).split('<span class="kept">')[1:]
    assert [part.split("</span>")[0] for part in parts] == kept


def test_what_comes_from_data_is_escaped_on_both_sides_of_a_figure():
    assert unbroken_html("<b>5 项</b>&") == '&lt;b&gt;<span class="kept">5 项</span>&lt;/b&gt;&amp;'


def test_a_day_with_dashes_is_kept_and_known_as_a_day():
    assert unbroken_html("2025-09-02 议定 5 项") == (
        '<span class="kept day">2025-09-02</span> 议定 <span class="kept">5 项</span>'
    )
