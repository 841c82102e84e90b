"""A column in another unit, the one row of another period and the lack of what others are a share of are said."""

import pytest

import etl
from tests.town import AREAS, write_csv

HEADERS = ("网格", "季度", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）", "户数（户）", "常住人口（万人）")
GRIDS = tuple(
    (f"3505811012060{number}", f"塘后{number}号网格", "网格", "", "塘后村", "", "综合", "示意")
    for number in range(2, 9)
)
CONVERTED = ("note", "G1 “常住人口”一列按“万人”填写，换算成人。")


def said(tmp_path, *quarters: str) -> list[tuple[str, str]]:
    write_csv(tmp_path / "data" / "published" / "areas.csv", (*AREAS, *GRIDS))
    rows = [(grid[0], quarter, "1", "2", "1", "300", "0.09") for grid, quarter in zip(GRIDS, quarters, strict=False)]
    form = write_csv(tmp_path / "网格力量.csv", [HEADERS, *rows])
    checked = etl.check([form], tmp_path / "data", tmp_path / "warehouse")
    return [(str(problem.level), f"{problem.cell} {problem.message}") for problem in checked.problems]


def test_the_one_row_of_another_quarter_is_said(tmp_path):
    other = ("warning", "B4 只有第 4 行的“季度”与其余 5 行不同。")
    assert sorted(said(tmp_path, "2025Q4", "2025Q4", "2024Q3", *["2025Q4"] * 3)) == [CONVERTED, other]


@pytest.mark.parametrize(
    "quarters",
    [
        ["2025Q4"] * 6,
        ["2025Q4"] * 4 + ["2025Q3"],
        ["2025Q4"] * 5 + ["2025Q3"] * 2,
        ["2025Q4"] * 5 + ["2025Q3", "2025Q2"],
    ],
)
def test_a_form_of_one_quarter_of_several_and_a_short_one_is_as_it_is(tmp_path, quarters):
    assert said(tmp_path, *quarters) == [CONVERTED]


def patrols(tmp_path, *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    form = write_csv(tmp_path / "巡查走访.csv", rows)
    write_csv(tmp_path / "data" / "published" / "areas.csv", AREAS)
    checked = etl.check([form], tmp_path / "data", tmp_path / "warehouse")
    return [(str(problem.level), f"{problem.cell} {problem.message}") for problem in checked.problems]


def test_an_office_that_keeps_no_households_is_told_what_cannot_be_worked_out(tmp_path):
    said = patrols(tmp_path, ("网格", "月份", "巡查次数", "入户户数"), ("塘后第一网格", "2026-06", "70", "120"))
    assert said == [("warning", " 没有“住户（户）”这一列，算不出入户覆盖率，其余的数照读。")]


def test_an_office_that_has_no_visits_either_is_told_nothing(tmp_path):
    assert patrols(tmp_path, ("网格", "月份", "巡查次数"), ("塘后第一网格", "2026-06", "70")) == []


def test_a_cell_left_empty_in_a_column_that_is_kept_breaks_the_rule(tmp_path):
    said = patrols(
        tmp_path, ("网格", "月份", "巡查次数", "住户", "入户户数"), ("塘后第一网格", "2026-06", "70", "", "120")
    )
    assert said == [("error", "D2 填了入户户数，没有填住户。")]
