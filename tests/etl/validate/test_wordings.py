"""Headers in other words than the form's own name one column, or none where they may be another figure."""

import pytest

from etl.datasets import DATASETS
from etl.validate.field_words import FIELD_WORDS
from etl.validate.headers import Heading, column_named, is_supposed
from etl.validate.wordings import is_change_of_stock


@pytest.mark.parametrize(
    ("dataset", "header", "column"),
    [
        ("grid_patrols", "实有住户（户）", "households"),
        ("grid_patrols", "企业走访（家次）", "enterprise_calls"),
        ("job_months", "求职登记人数", "seekers"),
        ("party_organizations", "党组织个数", "organizations"),
        ("meetings", "召开时间", "held_on"),
        ("mediation_months", "其中：调解成功", "mediated"),
        ("park_pipeline", "季末入驻家数", "settled"),
        ("grid_staffing", "专职", "staff_full_time"),
        ("talent_quarters", "联谊活动场次", "activities"),
        # May be another figure, or of another time.
        ("population", "其中：户籍人口", None),
        ("civic_points", "参与人次", None),
        ("enterprise_quarters", "平均从业人员", None),
        ("enterprise_quarters", "新产品产值（万元）", None),
        ("party_organizations", "35岁以下（含35岁）", "under_35"),
        ("party_organizations", "35岁以下（不含35岁）", None),
        ("party_organizations", "35岁以下村民", None),
        ("list_items", "清单号", "item_id"),
        ("decisions", "督办编号", "decision_id"),
        ("mediation_months", "累计受理", None),
    ],
)
def test_a_header_in_other_words_names_the_one_column_that_it_can_mean(dataset, header, column):
    assert column_named(dataset, header) == column


@pytest.mark.parametrize(
    ("dataset", "header", "column"),
    [
        ("mediation_months", "受理案件数", "accepted"),
        ("grid_patrols", "网格/项目", "grid_code"),
        ("grid_patrols", "项目 网格", "grid_code"),
        ("enterprise_quarters", "企业/单位", "enterprise_code"),
        ("enterprise_visits", "园区/村居", "area_code"),
        ("enterprise_quarters", "纳税总额", "tax_cny_10k"),
        ("enterprise_quarters", "用电/万度", "electricity_mwh"),
        ("population", "现有家庭户数", "households"),
        ("party_organizations", "现有党员总数", "members"),
        ("training_courses", "举办阵地", "site_code"),
        ("decisions", "责任区域", "area_code"),
        ("projects", "建设地点", "area_code"),
        ("job_months", "用工地点", "area_code"),
        # Two columns, another figure, or nobody knows which.
        ("mediation_months", "受理/结案", None),
        ("mediation_months", "未结案件数", None),
        ("mediation_months", "案件数", None),
        ("mediation_months", "新增受理案件累计", None),
        ("park_pipeline", "未入驻企业", None),
        ("enterprise_visits", "应走访企业数", "enterprises_assigned"),
        ("enterprise_visits", "走访企业人数", None),
        ("micro_actions", "村/小区", None),
        ("population", "上年现有户籍人口", None),
    ],
)
def test_words_that_say_nothing_more_are_left_out_of_a_header(dataset, header, column):
    assert column_named(dataset, header) == column


def test_a_loosened_header_gives_way_to_one_that_names_the_column():
    heading = Heading(1, 1, (("网格",), ("现有户数",), ("户数",)))
    assert heading.columns("grid_staffing") == ["grid_code", None, "households"]


def test_every_word_of_the_field_names_its_column():
    assert not [
        (dataset, word, column)
        for dataset, columns in FIELD_WORDS.items()
        for column, words in columns.items()
        for word in words
        if column_named(dataset, word) != column
    ]


def test_the_sender_is_the_area_only_where_no_other_header_tells_it():
    alone = Heading(1, 1, (("填报单位",), ("纠纷类别",), ("受理件数",)))
    beside = Heading(1, 1, (("填报单位",), ("村",), ("受理件数",)))
    counted = Heading(1, 1, (("指标",), ("单位",), ("受理件数",)))
    assert alone.columns("mediation_months") == ["area_code", "kind", "accepted"]
    assert beside.columns("mediation_months") == [None, "area_code", "accepted"]
    assert counted.columns("mediation_months") == [None, None, "accepted"]


@pytest.mark.parametrize(
    ("dataset", "header", "is_so"),
    [
        ("enterprise_quarters", "当季产值（万元）", True),
        ("enterprise_quarters", "从业人数", True),
        ("enterprise_quarters", "总产值（万元）", False),
        ("enterprise_quarters", "期末从业人数", False),
        ("recruitment_events", "企业数", True),
    ],
)
def test_what_a_header_only_nearly_always_means_is_told_apart_from_its_names(dataset, header, is_so):
    assert column_named(dataset, header) and is_supposed(header, dataset) is is_so


@pytest.mark.parametrize(
    ("dataset", "name", "header", "is_so"),
    [
        ("park_pipeline", "signed", "本季签约", True),
        ("park_pipeline", "leased_m2", "本季度出租面积", True),
        # A flow, what stands anyhow, or no time.
        ("park_pipeline", "newly_above_scale", "本季升规", False),
        ("grid_staffing", "grid_leaders", "本季在岗网格长", False),
        ("grid_patrols", "households", "本月末住户", False),
        ("park_pipeline", "signed", "签约企业", False),
    ],
)
def test_what_came_in_a_time_is_no_stock_at_its_end(dataset, name, header, is_so):
    assert is_change_of_stock(header, DATASETS[dataset].column_of[name]) is is_so
