"""Published facts held against the forms of the small world, by hand."""

import duckdb
import pytest

from content_files import DATA, content_folder
from dashboard.content import content
from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.tables.reconciliation import reconcile
from etl.datasets import DATASETS
from etl.warehouse.content import load_content
from etl.warehouse.derive import derive
from etl.warehouse.tables import create_tables
from etl.warehouse.withholding import withhold
from tests import filled, small_world


@pytest.fixture(scope="module")
def found(small):
    return {result.fact.fact_id: result for result in reconcile(small)}


@pytest.mark.parametrize(
    ("fact", "period", "reported", "agrees"),
    [
        ("BG004", "2024Q2", 4, True),  # more than 3
        ("BG008", "2024Q2", 1, True),
        ("BG010", "2024Q2", 4, True),  # one kind of the breakdown
        ("BG043", "2023", 0.01, True),  # 100 of 万元 are 0.01 of 亿元
        ("BG053", "2024Q2", 3, True),
        ("BG054", "2024Q2", 2, False),  # three leaders printed, two there
        ("LX008", "2024Q2", 4, True),
    ],
)
def test_a_fact_against_the_forms(found, fact, period, reported, agrees):
    result = found[fact]
    assert (result.period, result.agrees) == (period, agrees)
    assert result.reported == pytest.approx(reported)


def test_what_is_not_told_by_parts_is_judged_all_the_same(found):
    """16 宝妈 and 24 个体户, not the 9 职工, are under 50."""
    assert (found["LX009"].reported, found["LX009"].agrees) == (Absence.NOT_DISCLOSED, True)
    assert found["LX009"].why == "与公开数据相符；填报数不按对象分列，不公开"


def test_an_assumed_year_is_said(found):
    assert "2024-06" in found["LX008"].why
    assert "推定" not in found["BG004"].why


def test_what_cannot_be_judged_says_why(found):
    assert (found["BG005"].reported, found["BG005"].agrees) == (Absence.NOT_DISCLOSED, None)
    assert "不公开" in found["BG005"].why
    assert (found["BG012"].reported, found["BG012"].agrees) == (Absence.NOT_REPORTED, None)
    assert found["BG025"].agrees is None
    assert "没有这一项" in found["BG025"].why
    assert "不作图" in found["LX004"].why


def test_facts_that_a_metric_meets_come_first(small):
    paired = [result.metric is not None for result in reconcile(small)]
    assert paired == sorted(paired, reverse=True)
    assert len(paired) == 16


def test_origins_are_those_of_the_forms(found):
    assert found["BG004"].origins == ("demo",)


def test_no_facts_no_results(empty):
    assert reconcile(empty) == ()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The committed published and demonstration forms, read plainly into a warehouse."""
    folder = tmp_path_factory.mktemp("demonstration")
    file = folder / f"{small_world.VERSION}.duckdb"
    with duckdb.connect(file) as connection:
        create_tables(connection)
    with filled.warehouse(folder, "published", "demo") as forms:
        forms.execute(f"ATTACH '{file.as_posix()}' AS made")
        for name in DATASETS:
            forms.execute(f"INSERT INTO made.core.{name} BY NAME SELECT * FROM core.{name}")
    with duckdb.connect(file) as connection:
        load_content(connection, content_folder(DATA))
        derive(connection)
        withhold(connection)
    small_world.point(folder, small_world.VERSION)
    return current(folder)


def test_the_demonstration_meets_every_published_figure_that_it_can(demonstration):
    judged = {result.fact.fact_id: result.agrees for result in reconcile(demonstration) if result.metric}
    assert judged == dict.fromkeys(content().pairs, True)


def test_what_an_enterprise_reported_is_judged_and_not_told(demonstration):
    found = {result.fact.fact_id: result for result in reconcile(demonstration)}
    # 卡宾 reported more than 3 billion in the four quarters of 2023, of which the document prints no more than that.
    for fact_id in ("BG035", "BG036"):
        assert (found[fact_id].reported, found[fact_id].agrees) == (Absence.NOT_DISCLOSED, True)
        assert found[fact_id].why == "与公开数据相符；填报数属于单个企业，不公开"


def test_every_published_figure_has_a_result_or_a_reason(demonstration):
    found = reconcile(demonstration)
    assert len(found) == 73
    assert all(result.why for result in found)
