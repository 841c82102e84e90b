"""Sheets whose periods, kinds or figures stand across: which are read, and where each cell of the record stood."""

import pytest

from etl.shape.across import across

GRIDS = (("一号", "40", "38"), ("二号", "36", "33"))


def sheet(*rows):
    return [(number, tuple(cell or None for cell in cells)) for number, cells in enumerate(rows, 1)]


def records(table):
    return [cells for _, cells in table.rows]


def test_months_across_are_a_record_a_month_with_the_places_of_its_cells():
    table = across(sheet(("网格巡查次数",), ("网格", "1月", "2月"), *GRIDS), (), ())
    assert records(table) == [
        ("网格巡查次数",),
        ("网格", "月份", "巡查次数"),
        ("一号", "1月", "40"),
        ("二号", "1月", "36"),
        ("一号", "2月", "38"),
        ("二号", "2月", "33"),
    ]
    last = table.rows[-1][0]
    assert [table.places[last, column] for column in (1, 2, 3)] == [(4, 1), (2, 3), (4, 3)]


def test_a_figure_a_row_is_a_record_of_its_figures():
    rows = [("区域", "月份", "人群", "指标", "单位", "数值")]
    rows += [
        ("甲村", "2026-03", "村民", name, unit, value)
        for name, unit, value in (("参与人数", "人", "9"), ("发放积分", "分", "90"), ("兑换积分", "分", "30"))
    ]
    assert records(across(sheet(*rows), (), ())) == [
        ("区域", "月份", "人群", "参与人数（人）", "发放积分（分）", "兑换积分（分）"),
        ("甲村", "2026-03", "村民", "9", "90", "30"),
    ]


@pytest.mark.parametrize("corner", ["指标名称", "经济指标"])
def test_numbering_remarks_and_signatures_round_named_figures_are_no_figures(corner):
    named = (("引进人才", "人", "28", "含实习"), ("满一年仍在岗", "人", "20", ""), ("人才政策咨询", "人次", "0", ""))
    rows = [(corner, "计量单位", "本季", "备注"), ("甲", "乙", "1", "2"), *named, ("填表人：", "", "审核人：", "")]
    table = across(sheet(*rows), (), ())
    assert ("28", "20", "0") in [cells[-3:] for cells in records(table)]
    assert not any("审核人：" in cells and "28" in cells for cells in records(table))


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ((("网格", "1月", "2月"), *GRIDS), ()),
        ((("网格", "1月", "2月"), *GRIDS), ("巡查走访",)),
        ((("各网格巡查次数增长率",), ("网格", "1月", "2月"), *GRIDS), ()),
        ((("网格巡查次数",), ("网格", "1月", "1月"), *GRIDS), ()),
        ((("网格巡查次数",), ("网格", "1月", "1-2月"), *GRIDS), ()),
        ((("网格巡查次数、关爱走访",), ("网格", "1月", "2月"), *GRIDS), ()),
    ],
)
def test_nothing_is_guessed(rows, titles):
    assert across(sheet(*rows), (), titles) is None


@pytest.mark.parametrize(("total", "wrong"), [("78", ()), ("79", ((3, 4),))])
def test_a_column_of_sums_is_held_against_its_row(total, wrong):
    table = across(sheet(("网格巡查次数",), ("网格", "1月", "2月", "合计"), (*GRIDS[0], total)), (), ())
    assert tuple(table.places[place] for place in table.wrong) == wrong


def test_a_figure_merged_over_two_months_is_not_shared_out():
    rows = sheet(("网格巡查次数",), ("网格", "1月", "2月"), ("一号", "78", ""))
    assert across(rows, [(3, 2, 3, 3)], ()) is None
