import pytest

import etl
from etl.aliases import COLUMNS, register_of
from etl.datasets import referred
from etl.problems import Level
from tests.town import QUARTER_HEADERS, write_csv


def test_a_name_of_the_office_is_read_once_it_is_noted(town):
    write_csv(town.data / "received" / "企业季报.csv", [QUARTER_HEADERS, ("老厂", "2024Q3", "1200", "30", "88")])
    (problem,) = [problem for problem in town.build().problems if problem.level is Level.ERROR]
    assert problem.cell == "A2" and "名称对照" in problem.remedy
    etl.add_alias("企业", "Q001", "老厂", town.data)
    etl.add_alias("区域", "350581101206", "后塘", town.data)
    assert town.build().published
    assert town.query("SELECT enterprise_code FROM core.enterprise_quarters WHERE origin = 'reported'") == [("Q001",)]
    assert town.query("SELECT alias, register FROM core.aliases ORDER BY register") == [
        ("老厂", "企业"),
        ("后塘", "区域"),
    ]


def test_every_register_of_aliases_has_its_column():
    assert {label: referred(column)[0] for label, column in COLUMNS.items()} == {
        "区域": "areas",
        "企业": "enterprises",
        "阵地": "service_sites",
    }
    assert register_of("enterprises") == "企业" and register_of("meetings") is None


def test_other_registers_take_no_aliases(tmp_path):
    with pytest.raises(KeyError):
        etl.add_alias("会议", "M1", "例会", tmp_path)


ROWS = {"Q001": "演示服装一号", "Q002": "演示五金二号", "Q003": "演示印染三号"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("演示五金贰号", "Q002"),
        ("演示 五金 二号", "Q002"),
        ("五金二号", "Q002"),
        # As near to one as to another, or to none.
        ("演示", None),
        ("某某公司", None),
        ("", None),
    ],
)
def test_the_nearest_row_is_the_one_that_looks_most_like_it(name, code):
    assert etl.nearest_row(name, ROWS) == code
    assert etl.nearest_row(name, {}) is None
