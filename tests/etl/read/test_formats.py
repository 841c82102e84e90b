import pytest

from etl.read.formats import NUMBERED_FORMATS, NumberFormat, number_format


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("General", {}),
        ("", {}),
        ("Standard", {}),
        ("G/通用格式", {}),
        ("Standard;-Standard", {}),
        ("[DBNum1][$-804]General", {}),
        ("@", {}),
        ('0"人"', {"unit": "人"}),
        ("[White]0", {}),
        ("#,##0.00_);(#,##0.00)", {}),
        ("_ * #,##0.00_ ;_ * -#,##0.00_ ", {}),
        ('0"%"', {"unit": "%"}),
        (r"0.0\%", {"unit": "%"}),
        ("0.0%;[Red]-0.0%", {"is_percent": True}),
        ("yyyy-mm-dd;@", {"is_date": True}),
        ('yyyy"年"m"月"', {"is_date": True}),
        ("[$-F800]dddd, mmmm dd, yyyy", {"is_date": True}),
        ("yyyy-mm-dd hh:mm", {"is_date": True, "shows_time": True}),
        ('上午/下午h"时"mm"分"', {"is_date": True, "shows_time": True}),
        ("[h]:mm", {"is_date": True, "is_span": True, "shows_time": True}),
        ('0.00"亿元"', {"unit": "亿元"}),
        ("0.00万", {"unit": "万"}),
        (r'#,##0.00\ "万元"_);(0)', {"unit": "万元"}),
        ('0"元/月"', {"unit": "元/月"}),
        ('"US$"#,##0', {"unit": "外币"}),
        ("[$€-407]#,##0.00", {"unit": "外币"}),
        ("[$¥-804]#,##0.00", {}),
        ("0.0,", {"is_scaled": True}),
        ("#,##0,,", {"is_scaled": True}),
        ('0!.0,"万"', {"is_scaled": True, "unit": "万"}),
        ("0!.0000", {"is_scaled": True}),
        ('0"."0,', {"is_scaled": True}),
        (";;;", {"is_hidden": True}),
        (";;", {"is_hidden": True}),
    ],
)
def test_a_format_tells_what_it_makes_of_a_number(code, told):
    assert number_format(code) == NumberFormat(**told)


@pytest.mark.parametrize("number", [14, 22, 27, 31, 36, 50, 57, 58])
def test_numbered_formats_of_chinese_programs_are_dates(number):
    assert number_format(NUMBERED_FORMATS[number]).is_date
