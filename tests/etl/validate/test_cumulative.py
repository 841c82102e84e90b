"""Figures since the beginning of the year: asked about, and turned into the quarter's where somebody says so."""

import pytest

import etl
from etl.problems import Level
from etl.validate.cumulative import AS_QUARTER, CONVERT
from tests.town import QUARTER_HEADERS, write_csv

FIRST = (QUARTER_HEADERS, ("Q001", "2024Q1", "1000", "20", "88"), ("Q002", "2024Q1", "300", "6", "20"))


def half_year(town, period: str, *, with_first: bool = True, output: str = "2100") -> None:
    if with_first:
        write_csv(town.data / "received" / "企业季报_一季度.csv", FIRST)
    rows = (QUARTER_HEADERS, ("Q001", period, output, "45", "90"), ("Q002", period, "650", "13", "21"))
    write_csv(town.data / "received" / "企业季报_半年.csv", rows)


def questions(town) -> list:
    return [problem for problem in town.build().problems if problem.level is Level.QUESTION]


def second_quarter(town) -> list[tuple]:
    return town.query(
        "SELECT gross_output_cny_10k, tax_cny_10k, employees_persons FROM core.enterprise_quarters "
        "WHERE quarter = '2024Q2' ORDER BY enterprise_code"
    )


@pytest.mark.parametrize("period", ["2024年1-6月", "2024年上半年"])
def test_the_quarters_before_are_taken_off_flows_and_not_off_states(town, period):
    half_year(town, period)
    (question,) = questions(town)
    assert question.cell == "B2:B3" and question.options == (CONVERT, AS_QUARTER)
    etl.answer({question.question: CONVERT}, town.data)
    assert town.build().published
    # 2100 − 1000 and 45 − 20; those at the end of the quarter stay.
    assert second_quarter(town) == [(1100, 25, 90), (350, 7, 21)]


def test_figures_of_the_quarter_stay_as_they_are(town):
    half_year(town, "2024年1-6月", output="1100")
    (question,) = questions(town)
    etl.answer({question.question: AS_QUARTER}, town.data)
    assert town.build().published
    assert second_quarter(town) == [(1100, 45, 90), (650, 13, 21)]


def test_a_quarter_before_that_is_missing_is_said(town):
    half_year(town, "2024年1-6月", with_first=False)
    (question,) = questions(town)
    etl.answer({question.question: CONVERT}, town.data)
    (problem,) = [problem for problem in town.build().problems if problem.level is Level.ERROR]
    assert problem.cell == "C2:C3,D2:D3" and "没有报全" in problem.message


def test_less_than_the_quarters_before_is_refused(town):
    half_year(town, "2024年1-6月", output="900")
    (question,) = questions(town)
    etl.answer({question.question: CONVERT}, town.data)
    (problem,) = [problem for problem in town.build().problems if problem.level is Level.ERROR]
    assert problem.cell == "C2" and "小于前几个季度之和" in problem.message
