"""Headers in words that no list has name the column that says the same, and none where they say anything more."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from etl.datasets import DATASETS
from etl.schema import NUMBERS
from etl.validate.candidates import BESIDE
from etl.validate.headers import ANOTHER, bare, column_named, is_supposed
from etl.validate.said_otherwise import said_otherwise, says_the_name
from etl.validate.same_words import IN_ANY_FORM, IN_ONE_FORM, NEUTRAL, NEUTRAL_IN

# Dataset, column and headers of offices: what they name, or without a column what is none of the form's.
OFFICES = list(csv.DictReader(Path(__file__).with_name("headers_of_offices.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", OFFICES, ids=lambda row: f"{row['dataset']}.{row['column']}")
def test_the_headers_of_offices_name_their_column_or_none(row):
    headers = row["headers"].split()
    assert headers
    assert {header: column_named(row["dataset"], header) or "" for header in headers} == dict.fromkeys(
        headers, row["column"]
    )


@pytest.mark.parametrize(
    ("form", "header", "column"),
    [
        # The words in another order, exchanged, with what says nothing more.
        ("incubation_quarters", "带动新增岗位", "jobs_created"),
        ("micro_actions", "心愿收集数", "wishes_raised"),
        ("grid_patrols", "开展巡查走访次数", "patrols"),
        # What is counted is not what the column counts.
        ("talent_quarters", "政策咨询人数", None),
        ("job_months", "推介人数", None),
        ("park_pipeline", "可供租赁面积", "leasable_m2"),
        # One word more makes another figure.
        ("park_pipeline", "未签约项目", None),
        ("mediation_months", "化解不成功", None),
        ("micro_actions", "累计收集心愿", None),
        ("training_courses", "报了多少人", "enrolled"),
        ("recruitment_events", "来了几家企业", "enterprises_attending"),
        ("party_activities", "几个支部参加", "organizations_attending"),
        ("civic_points", "几人参加", "participants"),
        ("assets", "面积㎡", "area_m2"),
        ("enterprises", "用地与产值是否同口径", "is_land_same_scope"),
        ("list_items", "是否办结", None),
        ("training_courses", "还差多少人", None),
        ("training_courses", "没报名多少人", None),
        ("enterprise_visits", "没解决几件", None),
        ("job_months", "没谈成的", None),
        ("mediation_months", "还没办几件", None),
    ],
)
def test_the_same_words_say_the_same(form, header, column):
    assert column_named(form, header) == column


def test_what_is_read_otherwise_is_said():
    assert is_supposed("带动新增岗位", "incubation_quarters")
    assert not is_supposed("新增就业岗位", "incubation_quarters")


@pytest.mark.parametrize("form", [name for name in DATASETS if IN_ONE_FORM.get(name)])
@pytest.mark.parametrize("mark", ["未", "不", "拟", "非", "上年", "去年", "累计", "预计", "人均", "同比"])
def test_a_mark_of_another_figure_is_never_left_out(form, mark):
    labels = [column.label for column in DATASETS[form].columns if column.kind in NUMBERS and mark not in column.label]
    assert [label for label in labels if form in said_otherwise(bare(f"{mark}{label}"))] == []


@pytest.mark.parametrize("groups", [IN_ANY_FORM, *IN_ONE_FORM.values()])
def test_a_word_stands_in_one_group_of_a_form(groups):
    counts = Counter(word for group in groups for word in group)
    assert [word for word, count in counts.items() if count > 1] == []


def test_words_that_make_another_figure_are_not_left_out():
    left_out = {*NEUTRAL, *(word for words in NEUTRAL_IN.values() for word in words)}
    assert not {word for word in left_out if ANOTHER.search(word)}
    assert not left_out & (set(BESIDE) - {"合计", "总计"})


def test_the_forms_of_the_groups_exist():
    assert {*IN_ONE_FORM, *NEUTRAL_IN} <= set(DATASETS)


@pytest.mark.parametrize(
    ("form", "column", "remark", "is_so"),
    [
        ("grid_staffing", "grid_leaders", "在岗", True),
        ("incubation_quarters", "enterprises_graduated", "毕业", True),
        ("party_organizations", "members", "女", False),
        ("grid_staffing", "grid_leaders", "指数", False),
        ("grid_staffing", "grid_leaders", "", False),
    ],
)
def test_a_remark_that_says_the_name_of_its_column_again_is_told_from_one_that_narrows_it(form, column, remark, is_so):
    assert says_the_name(form, DATASETS[form].column_of[column], remark) is is_so
