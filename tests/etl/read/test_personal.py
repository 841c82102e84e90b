import re

import duckdb
import pytest

from etl.read.personal import PERSONAL_HEADERS, PERSONAL_VALUES, find_personal

CONNECTION = duckdb.connect()

# All numbers below are made up; none belongs to anybody.
PERSONAL = [
    ("350581199001010000", "身份证号"),
    ("35058119900101000X", "身份证号"),
    ("证号350581199001010000。", "身份证号"),
    ("３５０５８１１９９００１０１００００", "身份证号"),
    ("350581900101000", "旧身份证号"),
    ("13800000000", "手机号"),
    ("138-0000-0000", "手机号"),
    ("138 0000 0000", "手机号"),
    ("+86 13800000000", "手机号"),
    ("电话：13800000000，上午打", "手机号"),
    ("１３８００００００００", "手机号"),
]
HARMLESS = [
    "350581101206",
    "35058110120609",
    "350581101206001",
    "35058110190101",
    "91350581MA0000000X",
    "913505810000000000",
    "350581199013010000",
    "3505811990010100001",
    "1380000000012",
    "13800000000.55",
    "0.13800000000",
    "12800000000",
    "E13800000000",
    "2024-11-04 08:30:00",
    "20241104",
    "",
]


def found_by_sql(text: str, pattern: str) -> bool:
    return CONNECTION.execute("SELECT regexp_matches(?, ?)", [text, pattern]).fetchone()[0]


@pytest.mark.parametrize(("text", "label"), PERSONAL)
def test_a_persons_number_is_found_by_both_engines(text, label):
    assert find_personal(text) == label
    assert [name for name, pattern in PERSONAL_VALUES.items() if found_by_sql(text, pattern)] == [label]


@pytest.mark.parametrize("text", HARMLESS)
def test_codes_amounts_and_dates_are_left_alone(text):
    assert find_personal(text) is None
    assert not any(found_by_sql(text, pattern) for pattern in PERSONAL_VALUES.values())


@pytest.mark.parametrize(
    "header",
    [
        "姓名",
        "姓　名",
        "书记姓名",
        "姓名（必填）",
        "联系人",
        "电话",
        "联系电话",
        "手机",
        "手机*",
        "手机号",
        "手机号码",
        "身份证",
    ]
    + [
        "身份证号",
        "身份证号码",
        "身份证件号码",
        "住址",
        "家庭住址",
        "家庭地址",
        "出生日期",
        "出生年月",
        "照片",
        "人脸",
        "轨迹",
        "书记",
    ],
)
def test_headers_of_persons(header):
    assert re.search(PERSONAL_HEADERS, header)
    assert found_by_sql(header, PERSONAL_HEADERS)


@pytest.mark.parametrize(
    "header",
    [
        "联系企业数",
        "联系人数",
        "电话亭",
        "户籍人口",
        "手机壳",
        "单位地址",
        "电话（部）",
        "出生人数",
        "挂钩领导职务",
        "企业名称",
    ]
    + ["身份证办理量", "书记人数", "用户主体", "统计时点"],
)
def test_headers_of_counts_and_places(header):
    assert not re.search(PERSONAL_HEADERS, header)
    assert not found_by_sql(header, PERSONAL_HEADERS)
