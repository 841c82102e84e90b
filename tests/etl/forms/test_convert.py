import pytest

from etl.datasets import DATASETS
from etl.forms.convert import convert, explain, nearest, shorten
from etl.forms.layout import Field


def field(dataset: str, name: str, unit: str | None = None) -> Field:
    column = DATASETS[dataset].column_of[name]
    return Field(column, 0, column.unit if unit is None else unit)


TAX = field("enterprise_quarters", "tax_cny_10k")
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
        (field("grid_events", "reported_at"), "2024年11月4日17时30分", "2024-11-04 17:30:00"),
        (field("enterprises", "is_above_scale"), "√", "True"),
        (field("grid_events", "kind"), "　环境卫生 ", "环境卫生"),
        (field("grid_events", "kind"), "环卫", None),
        (field("areas", "area_code"), "３５０５８１", "350581"),
        (field("areas", "name"), " 塘后村\u3000", "塘后村"),
    ],
)
def test_the_value_of_a_cell(place, text, value):
    assert convert(place, text, 2024) == value


@pytest.mark.parametrize(
    ("place", "text", "message", "remedy"),
    [
        (TAX, "超5", "不是准确数", "准确数"),
        (TAX, "5吨", "不是数字", "1234.5"),
        (TAX, "5亩", "不能准确换算成“万元”", "不带单位"),
        (STAFF, "2.5", "不是整数", "12"),
        (STAFF, "许多", "不是整数", "12"),
        (TAX, "无", "“无”不是数字", "没有数的请留空"),
        (field("population", "village_groups"), "/", "“/”不是整数", "请填整数，如 12。没有数的请留空。"),
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


def test_long_cells_are_quoted_in_one_short_line():
    assert shorten("一\n 二") == "一 二"
    assert shorten("长" * 40) == "长" * 30 + "…"
