import pytest

from etl.datasets import DATASETS
from etl.validate.titles import apart, cumulative_in, is_signature, other_figures, phrases, year_of


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["2026年一季度企业季报"], 2026),
        (["二〇二六年一季度"], 2026),
        (["26年一季度"], 2026),
        (["企业季报", "填报日期：2027年4月10日"], None),
        (["企业季报", "2027年4月10日"], None),
        (["企业季报 填表时间 2027年4月"], None),
        (["2026年一季度", "填报日期：2027年4月10日"], 2026),
        (["截至2026年3月31日"], 2026),
        (["2025年与2026年对比"], None),
        (["根据宝委综〔2024〕27号文件填报"], None),
        (["2026年一季度（宝委综〔2024〕27号附件2）"], 2026),
    ],
)
def test_a_day_of_filling_in_is_not_the_year_of_the_figures(lines, year):
    assert year_of(lines, "", "企业季报.xlsx") == year


def test_the_nearest_to_the_table_says_the_year():
    assert year_of(["2026年"], "2025年", "2024年.xlsx") == 2026
    assert year_of([], "2025年", "2024年.xlsx") == 2025
    assert year_of([], "Sheet1", "received/企业季报2024.xlsx") == 2024
    assert year_of([], "Sheet1", "received/企业季报_20270410.xlsx") is None


def test_the_period_of_a_title():
    assert phrases(["2026年第一季度企业季报  填报时间：2026年4月3日"], "", "") == ["2026年第一季度"]
    assert phrases(["2026年1—6月"], "", "") == []
    assert phrases(["二〇二六年六月份"], "", "") == ["2026年6月份"]
    assert phrases(["人口（2026.6.30）"], "", "") == ["2026.6.30"]
    assert phrases(["时间：2026年第二季度"], "", "") == ["2026年第二季度"]
    assert phrases(["时间：2026年7月"], "", "") == ["2026年7月"]
    assert phrases(["时间：2026年7月5日"], "", "") == []


@pytest.mark.parametrize(
    "title", ["2026年5月、6月", "2026年5月和6月", "2026年5月至6月", "2026年5月—6月", "2026年第一季度、第二季度"]
)
def test_a_title_of_several_periods_names_no_one_of_them(title):
    assert len(set(phrases([title], "", ""))) != 1


def test_a_running_total_in_a_title():
    quarters, months, days = (DATASETS[name] for name in ("enterprise_quarters", "mediation_months", "population"))
    assert (
        cumulative_in("2026年1—6月企业季报", quarters) == "1—6月"
        and cumulative_in("2026年上半年", quarters) == "上半年"
    )
    assert cumulative_in("2026年1—3月企业季报", quarters) == "" and cumulative_in("2026年4—6月企业季报", quarters) == ""
    assert cumulative_in("2026年11月", quarters) == ""
    assert cumulative_in("2026年1—3月调解", months) == "1—3月" and cumulative_in("2026年3月", months) == ""
    assert cumulative_in("2026年3月（累计）", months) == "累计" and cumulative_in("2026年1—6月", days) == ""


def test_who_filled_in_a_form_is_left_out_and_nothing_worse():
    assert is_signature("填表人：张三　审核人：李四", "姓名") and is_signature("单位负责人（签字）：张三", "姓名")
    assert not is_signature("填表人电话：0595", "手机号") and not is_signature("村民张三", "姓名")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("6月份工作台账（2026年）", ["2026年6月份"]),
        ("宝源社区四微情况（二季度）", ["2026年二季度"]),
        ("人口（截至6月30日）", ["2026年6月30日"]),
        ("网格力量（7月5日）", []),
        ("走访情况（较5月增加）", []),
        ("3月启动以来走访情况", []),
        ("5月份、6月份走访情况", []),
        ("上年6月份走访情况", []),
        ("请于7月报送", []),
        ("1-6月走访情况", []),
    ],
)
def test_a_month_apart_from_its_year_is_that_of_the_figures_alone(line, told):
    assert apart([line], 2026, is_day=False) == told
    assert apart([line], None, is_day=False) == []


def test_a_day_apart_from_its_year_is_one_of_a_form_of_days():
    assert apart(["网格力量（7月5日）"], 2026, is_day=True) == ["2026年7月5日"]


@pytest.mark.parametrize(
    "title",
    [
        *("二季度招商投产计划", "招商目标任务表", "6月走访安排（甲村）", "产值预计完成情况", "拟签约企业统计"),
        *("走访上年同期数", "产值增长情况", "走访增减情况", "各园区产值占比", "二季度税收（%）"),
    ],
)
def test_a_title_of_figures_that_are_none_of_what_happened(title):
    assert other_figures(title)


@pytest.mark.parametrize(
    "title",
    [
        *("二季度招商投产计划完成情况", "“千企走访计划”推进表", "与上年同期比较", "走访（较上月）", "目标管理考核评分"),
        *("二季度招商投产情况", "模拟训练场次", "6月走访情况", "党员队伍结构"),
    ],
)
def test_a_title_of_what_happened(title):
    assert not other_figures(title)


@pytest.mark.parametrize(
    ("text", "words"), [("本季数，非累计", ""), ("不累计", ""), ("累计数", "累计"), ("1—6月累计", "1—6月")]
)
def test_figures_that_are_said_not_to_run_from_the_beginning_of_the_year_do_not(text, words):
    assert cumulative_in(text, DATASETS["enterprise_quarters"]) == words
