from decimal import Decimal

import pytest

from etl.datasets import DATASETS
from etl.validate.units import (
    Stated,
    factor,
    in_force,
    is_unit_row,
    of_column,
    stated_in_header,
    stated_in_title,
    without_notes,
    without_unit,
)

TAX = DATASETS["enterprise_quarters"].column_of["tax_cny_10k"]
STAFF = DATASETS["enterprise_quarters"].column_of["employees_persons"]
NOTHING, NOT_CARRIED = Stated(), ("", "")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("单位：人、亿元", ("人", "亿元")),
        ("单位 亿元", ("亿元",)),
        ("（单位亿元）", ("亿元",)),
        ("人民币亿元", ("亿元",)),
        ("亿", ("亿元",)),
        ("企业季报（万元）", ("万元",)),
        ("2026年一季度  金额单位:千元", ("千元",)),
        ("注：本表金额单位为亿元。", ("亿元",)),
        ("填报单位：宝盖镇", ()),
        ("单位：塘后村", ()),
        ("单位（盖章）：", ()),
        ("责任单位 元", ()),
    ],
)
def test_units_stated_over_a_table(text, units):
    assert stated_in_title(text) == Stated(units)


def test_a_word_in_the_place_of_a_unit_that_is_none_is_unclear():
    assert stated_in_title("单位：标准箱").unclear == ("标准箱",)
    assert stated_in_header("总产值（箱）").unclear == ("箱",)
    assert stated_in_header("总产值（现价）") == NOTHING


@pytest.mark.parametrize(
    "header", ["总产值（亿元）", "总产值 亿元", "总产值/亿元", "总产值【亿元】", "总产值（亿元，现价）"]
)
def test_the_unit_of_a_header(header):
    assert stated_in_header(header).units == ("亿元",)
    assert without_unit(header) == "总产值"


@pytest.mark.parametrize(
    ("header", "units"),
    [
        ("总产值（百元）", ("百元",)),
        ("总产值（十万元）", ("十万元",)),
        ("用电量（kW·h）", ("千瓦时",)),
        ("用电量（千瓦小时）", ("千瓦时",)),
        ("用地面积（hm²）", ("公顷",)),
        ("户籍人口（万）", ("万",)),
        ("服务人次（人/次）", ("人次",)),
    ],
)
def test_units_of_headers_in_every_spelling(header, units):
    assert stated_in_header(header) == Stated(units)


@pytest.mark.parametrize(
    "remark", ["元/吨", "万元/亩", "件/月", "吨标准煤", "指数", "平方英尺", "kW", "K", "万加仑/年", "立方米"]
)
def test_what_is_no_sum_or_no_unit_that_anybody_knows_is_unclear(remark):
    assert in_force(TAX, stated_in_header(f"税收（{remark}）"), NOTHING, (), NOT_CARRIED).unclear


def test_a_bare_scale_is_of_what_its_column_counts():
    assert of_column(Stated(("万",)), STAFF).units == ("万人",)
    assert of_column(Stated(("千",)), TAX).units == of_column(Stated(("千",)), None).units == ("千元",)


def test_factors_are_exact():
    assert factor("亿元", "万元") == 10_000
    assert factor("千瓦时", "兆瓦时") == Decimal("0.001")
    assert factor("吨", "万元") is None and factor("人", "万元") is None


def test_what_is_in_force():
    assert in_force(TAX, Stated(("亿元",)), NOTHING, (), NOT_CARRIED).unit == "亿元"
    assert in_force(TAX, NOTHING, Stated(("元",)), (), NOT_CARRIED).unit == "元"
    assert in_force(TAX, NOTHING, NOTHING, ("人", "亿元"), NOT_CARRIED).unit == "亿元"
    assert in_force(STAFF, NOTHING, NOTHING, ("人", "亿元"), NOT_CARRIED).unit == "人"
    carried = in_force(TAX, NOTHING, NOTHING, (), ("亿元", "总产值（亿元）"))
    assert (carried.unit, carried.carried) == ("亿元", "总产值（亿元）")
    assert in_force(TAX, Stated(("万元",)), NOTHING, ("亿元",), NOT_CARRIED).contradiction == ("万元", "亿元")
    assert in_force(TAX, NOTHING, NOTHING, (), NOT_CARRIED) == in_force(
        TAX, Stated(("万元",)), NOTHING, (), NOT_CARRIED
    )


def test_posts_are_of_a_person_each():
    openings = DATASETS["recruitment_events"].column_of["openings"]
    taken = in_force(openings, Stated(("个",)), NOTHING, (), NOT_CARRIED)
    assert (taken.unit, taken.factor, taken.instead, taken.unclear) == ("人", 1, "个", "")
    assert in_force(STAFF, Stated(("个",)), NOTHING, (), NOT_CARRIED).unclear == "个"


def test_a_year_is_no_unit():
    assert stated_in_header("常住人口（2026年）").units == ()


def test_a_row_of_units():
    assert is_unit_row((None, "（单位）", "万元", "人", "/"))
    assert not is_unit_row(("塘后村", "万元")) and not is_unit_row((None, "/", None))


def test_a_note_of_units_is_no_office_that_sends_a_form():
    assert without_notes("服务人次统计表（单位：人次）") == "服务人次统计表()"
    assert without_notes("单位：件、天") == ""
    assert without_notes("单位：经济发展办") == "单位:经济发展办"
