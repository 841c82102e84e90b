import pytest

from etl.datasets import DATASETS
from etl.validate.convert import Done, Value, convert, explain, nearest
from etl.validate.layout import Field
from etl.validate.units import factor


def field(dataset: str, name: str, unit: str | None = None) -> Field:
    column = DATASETS[dataset].column_of[name]
    return Field(column, 0, column.unit) if unit is None else Field(column, 0, unit, factor(unit, column.unit))


TAX = field("enterprise_quarters", "tax_cny_10k")
SHARE = field("assets", "share_pct")
STAFF = field("enterprise_quarters", "employees_persons")


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        (TAX, "1,234.5", "1234.500000"),
        (TAX, "5亿元", "50000.000000"),
        (TAX, "约5", None),
        (field("enterprise_quarters", "tax_cny_10k", "亿元"), "0.8856", "8856.000000"),
        (field("enterprise_quarters", "tax_cny_10k", "亿元"), "8856万元", "8856.000000"),
        (field("enterprise_quarters", "tax_cny_10k", "元"), "1", "0.000100"),
        (STAFF, "1800名", "1800"),
        (STAFF, "2.5", None),
        (field("enterprise_quarters", "quarter"), "三季度", "2024Q3"),
        (field("population", "as_of_on"), "11月4日", "2024-11-04"),
        (field("population", "as_of_on"), "2026年6月30日24时", "2026-06-30"),
        (field("population", "as_of_on"), "2026-06-30 24:00", "2026-06-30"),
        (field("population", "as_of_on"), "2026年11月1日零时", "2026-11-01"),
        (field("enterprise_quarters", "quarter"), "2026年第二季度（本季数，非累计）", "2026Q2"),
        (field("enterprise_quarters", "quarter"), "2026年第二季度（本年累计）", None),
        (field("grid_events", "reported_at"), "2024年11月4日17时30分", "2024-11-04 17:30:00"),
        (field("enterprises", "is_above_scale"), "√", "True"),
        (field("grid_events", "kind"), "　环境卫生 ", "环境卫生"),
        (field("grid_events", "kind"), "环卫", None),
        (field("grid_events", "kind"), "（二）环境 卫生", "环境卫生"),
        (field("mediation_months", "kind"), "劳资纠纷", "劳资"),
        (field("mediation_months", "kind"), "其它", "其他"),
        (field("mediation_months", "kind"), "非劳资", None),
        (field("mediation_months", "month"), "3", "2024-03"),
        (field("mediation_months", "month"), "2026年3月（当月）", "2026-03"),
        (field("mediation_months", "month"), "13", None),
        (field("population", "as_of_on"), "2024年11月4日上午9:00", "2024-11-04"),
        (field("population", "as_of_on"), "2024-11-04T20:00:00Z", None),
        (SHARE, "500‰", "50.000000"),
        (SHARE, '12"%"', None),
        (STAFF, "12%", None),
        (STAFF, "“12”", "12"),
        (field("areas", "area_code"), "３５０５８１", "350581"),
        (field("areas", "name"), " 塘后村\u3000", "塘后村"),
    ],
)
def test_the_value_of_a_cell(place, text, value):
    assert convert(place, text, 2024) == (None if value is None else Value(value))


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        (TAX, "—", Value("", Done.BLANK)),
        (field("population", "as_of_on"), "24.3.31", Value("2024-03-31", Done.SHORT_YEAR)),
        (field("population", "as_of_on"), "26.3.31", Value("2026-03-31", Done.SHORT_YEAR)),
        (field("population", "as_of_on"), "26.3.28", Value("2026-03-28", Done.YEAR_OR_DAY)),
        (field("population", "as_of_on"), "24.3.26", Value("2024-03-26", Done.SHORT_YEAR)),
        (field("population", "as_of_on"), "30.3.26", Value("2030-03-26", Done.YEAR_OR_DAY)),
        (field("population", "as_of_on"), "26．12．05", Value("2026-12-05", Done.SHORT_YEAR)),
        (field("population", "as_of_on"), "26/3/31", Value("2026-03-31", Done.SHORT_YEAR)),
        (field("population", "as_of_on"), "26.2.30", None),
        (field("population", "as_of_on"), "31.3.26", None),
        (field("population", "as_of_on"), "3/31/26", None),
        (field("population", "as_of_on"), "3/4/26", None),
        (field("population", "as_of_on"), "26.03", None),
        (field("grid_events", "reported_at"), "26.3.4 08:36", Value("2026-03-04 08:36:00", Done.SHORT_YEAR)),
        (field("enterprise_quarters", "quarter"), "26.3.31", Value("2026Q1", Done.SHORT_YEAR)),
        (field("enterprise_quarters", "quarter"), "26Q1", Value("2026Q1", Done.SHORT_YEAR)),
        (field("enterprise_quarters", "quarter"), "26.03", Value("2026Q1", Done.SHORT_YEAR)),
        (field("enterprise_quarters", "quarter"), "26.3", None),
        (field("mediation_months", "month"), "26.3", Value("2026-03", Done.SHORT_YEAR)),
        (field("mediation_months", "month"), "26.1", None),
        (field("grid_events", "closed_at"), "/", Value("", Done.BLANK)),
        (TAX, "0.3333333333333", Value("0.333333", Done.ROUNDED)),
        (TAX, "6.04亿", Value("60400.000000")),
        (SHARE, "40%", Value("40.000000")),
        (SHARE, "0.4", Value("0.400000", Done.SHARE)),
        (field("enterprise_quarters", "quarter"), "2024年1-6月", Value("2024Q2", Done.CUMULATIVE)),
        (field("population", "as_of_on"), "45600", Value("2024-11-04", Done.SERIAL)),
    ],
)
def test_what_was_done_to_an_unusual_cell_is_said(place, text, value):
    assert convert(place, text, 2024) == value


def test_a_bare_share_is_per_cent_where_somebody_said_so():
    assert convert(SHARE, "0.4", None, is_share=True) == Value("40.000000", Done.SHARE)


def test_a_scaled_number_is_in_the_unit_of_the_sheet_first():
    # Under a header of 元 6.04亿 is 604,000,000 元, which is 60,400 万元.
    assert convert(field("enterprise_quarters", "tax_cny_10k", "元"), "6.04亿", None) == Value("60400.000000")


@pytest.mark.parametrize(
    ("place", "text", "message", "remedy"),
    [
        (TAX, "超5", "不是准确数", "准确数"),
        (TAX, "5吨", "不是数字", "1234.5"),
        (TAX, "5亩", "不能准确换算成“万元”", "不带单位"),
        (STAFF, "2.5", "不是整数", "12"),
        (STAFF, "许多", "不是整数", "12"),
        (TAX, "待补", "“待补”不是数字", "没有数的请留空"),
        (field("population", "households"), "/", "“住户数”填的“/”不是整数", "请填整数，如 12。"),
        (field("grid_events", "reported_at"), "2024-11-04", "缺时分", "17:30"),
        (field("enterprise_quarters", "quarter"), "一季度", "没有写年份", "2024Q3"),
        (field("grid_events", "kind"), "环境卫升", "最接近的是“环境卫生”", "安全隐患、环境卫生"),
        (field("enterprises", "is_above_scale"), "大概", "“是”或“否”", "只填"),
        (field("grid_events", "due_at"), "24-1-1", "不是时间", "17:30"),
    ],
)
def test_a_refusal_says_what_and_how(place, text, message, remedy):
    assert convert(place, text, None) is None
    said, helped = explain(place, text)
    assert message in said and remedy in helped


def test_a_required_number_is_not_left_empty():
    households = field("population", "households")
    assert explain(households, "无")[1] == "请填整数，如 12。"


@pytest.mark.parametrize(
    ("word", "near"),
    [("后塘村", "塘后村"), ("塘后", "塘后村"), ("港搪村", "港塘村"), ("天气预报", None)],
)
def test_transposed_characters_come_before_other_likenesses(word, near):
    assert nearest(word, ["港塘村", "塘后村", "前塘后", "宝盖科技园"]) == near
