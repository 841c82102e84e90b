"""Unknown headers at the place of a missing column, over forms with few columns; each rule once against it."""

import pytest

from etl.datasets import DATASETS
from etl.validate.by_order import missing_at, named_by_order
from etl.validate.header_rows import Merged
from etl.validate.headings import headings
from etl.validate.layout import Field, Layout, Unread

NONE: tuple[Merged, ...] = ()


def found(dataset, header, *records):
    rows = list(enumerate([tuple(header), *records], 1))
    heading = next(one for one in headings(rows[:1], NONE) if one.first == one.last == 1)
    return named_by_order(DATASETS[dataset], heading, rows)


ROW = ("宝盖科技园", "2026Q2", "12", "9", "7")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("园区", "季度", "签约各个", "入驻", "投产"), {2: "signed"}),
        # Another figure, another unit, no word in common, not at its place.
        (("园区", "季度", "计划签约", "入驻", "投产"), {}),
        (("园区", "季度", "签约面谈", "入驻", "投产"), {}),
        (("园区", "季度", "本季新签约", "入驻", "投产"), {}),
        (("园区", "季度", "签约面积（亩）", "入驻", "投产"), {}),
        (("园区", "季度", "来访", "入驻", "投产"), {}),
        (("园区", "季度", "入驻", "投产", "签约各个"), {}),
    ],
)
def test_a_figure_shares_a_word_with_the_column_that_is_missing_there(header, expected):
    assert found("park_pipeline", header, ROW) == expected


def test_several_of_a_gap_are_named_in_their_order_and_none_where_there_are_more():
    before, behind = ("区域", "小区", "统计日期", "楼栋", "户数"), ("楼栋党小组", "党员中心户")
    values = ("塘后村", "阳光小区", "2026-03-31", "12", "620", "1", "2", "8", "15")
    assert found("estate_organizations", (*before, "村各支部", "小区各支部", *behind), values) == {
        5: "village_branches",
        6: "estate_branches",
    }
    three = (*before, "村各支部", "村目支部", "小区各支部", *behind)
    assert found("estate_organizations", three, (*values, "1")) == {}


def test_money_and_what_need_not_be_told_are_asked_for():
    values = ("一号厂", "2026Q2", "8200", "8010", "8400", "310", "420", "780")
    header = ("企业", "季度", "总产值", "销售产值", "营业收入", "上缴税收", "期末从业人员", "用电量")
    assert found("enterprise_quarters", header, values) == {}
    around = ("期次编号", "阵地", "课程类别", "主要对象", "开课日期", "报名人数", "结业人数", "取证人数")
    course = ("K1", "S-02", "技能", "职工", "2026-03-09", "45", "41", "36", "18", "22")
    assert found("training_courses", (*around, "3个月内转化", "6个月内转化"), course) == {}


@pytest.mark.parametrize(
    ("name", "texts", "expected"),
    [
        ("要办好的期限", "2026-06-05 18:00", {5: "due_at"}),
        ("要办好的期限", "已发短信", {}),
        ("派单时间", "2026-06-05 18:00", {}),
        ("办理时间", "2026-06-05 18:00", {}),
    ],
)
def test_a_deadline_is_told_by_its_word_and_what_stands_below(name, texts, expected):
    header = ("事件编号", "网格", "事件类别", "上报渠道", "上报时间", name, "办结时间", "重开次数")
    record = ("W1", "塘后第一网格", "环境卫生", "热线", "2026-06-02 09:12", texts, "2026-06-04 15:20", "0")
    assert found("grid_events", header, record) == expected


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("progress_pct", "next_node", ["node"]),
        # Several columns are missing between the two, or none.
        ("status", "next_node", []),
        ("node", "next_node", []),
    ],
)
def test_a_column_of_texts_is_asked_for_right_between_its_neighbours(before, behind, expected):
    """目前进展到 between 完成进度 and 下一节点: a remark alone would lose what the form has a column for."""
    updates = DATASETS["decision_updates"]
    fields = tuple(Field(updates.column_of[name], index, "") for index, name in ((3, before), (5, behind)))
    layout = Layout(updates, 1, fields, 2026, 6)
    found = missing_at(layout, Unread(4, "目前进展到"), ["车位划线完成"])
    assert [column.name for column in found] == expected


def test_texts_further_off_are_not_asked_for():
    updates = DATASETS["decision_updates"]
    fields = tuple(Field(updates.column_of[name], at, "") for at, name in ((2, "progress_pct"), (5, "next_node")))
    assert missing_at(Layout(updates, 1, fields, 2026, 6), Unread(4, "目前进展到"), ["车位划线完成"]) == []
