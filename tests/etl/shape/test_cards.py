"""Sheets of cards: what is one, and what only looks like one."""

from etl.shape.cards import cards

NAMES = ("企业代码", "季度", "总产值", "销售产值", "税收")
TOLD = (
    "企业名录中的统一代码；文本；必填",
    "报表所属的季度；季度，如 2024Q3；不晚于今天",
    "当期工业总产值，现价，不含增值税；数字；单位：万元；不小于 0",
    "当期销售产值，现价，不含增值税；数字；单位：万元；不小于 0",
    "当期实际缴纳的各项税收合计；数字；单位：万元；不小于 0",
)


def sheet(values):
    return [(number, pair) for number, pair in enumerate(zip(NAMES, values, strict=True), 1)]


def test_names_with_figures_behind_them_are_a_card():
    assert cards(sheet(("E1", "2024Q3", "12", "11", "3"))) is not None


def test_names_with_explanations_behind_them_are_none():
    assert cards(sheet(TOLD)) is None


def test_one_remark_among_figures_leaves_it_a_card():
    assert cards(sheet(("E1", "2024Q3", "12", "11", "税收数待税务部门核定后补报，暂未取得"))) is not None


def under(header):
    """A card whose values stand under a header of their own."""
    rows = [(1, ("企业代码：E1　季度：2024Q3", None)), (2, ("指标", header))]
    return [*rows, *((number, pair) for number, pair in enumerate(zip(NAMES[2:], ("12", "11", "3"), strict=True), 3))]


def test_values_under_a_header_of_another_time_or_of_a_plan_are_no_card():
    others = ("上年同期", "计划数", "增减", "1-9月累计", "全年目标", "二季度", "2023年")
    assert [word for word in others if cards(under(word)) is not None] == []
    assert [word for word in ("数值", "完成数", "本季") if cards(under(word)) is None] == []
