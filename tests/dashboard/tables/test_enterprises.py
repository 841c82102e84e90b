"""What an enterprise that may be named reported, quarter by quarter, as far as it is public."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.tables.enterprises import enterprise_course
from dashboard.tables.named_enterprises import disclosed_enterprises
from dashboard.tables.presence import marts_held
from tests import small_world


def course(small, quarter="2024Q2"):
    return {row.name: enterprise_course(small, row.name, quarter) for row in disclosed_enterprises(small, "C", quarter)}


def test_one_row_a_quarter_and_only_what_is_public(small):
    told = course(small)
    [printed] = [rows for rows in told.values() if rows[0]["gross_output_cny_10k"] == 130]
    assert [(row["quarter"], row["gross_output_cny_10k"], row["tax_cny_10k"]) for row in printed] == [
        ("2024Q2", 130, 7),
        ("2024Q1", 120, 6),
        ("2023Q4", 100, 5),
    ]
    assert [row["quarter"] for row in next(iter(course(small, "2023Q4").values()))] == ["2023Q4"]


def test_nobody_is_found_under_a_name_that_may_not_be_told(small):
    secret = small.rows("SELECT name FROM core.enterprises WHERE disclosure = '内部'")
    assert secret and not any(enterprise_course(small, row["name"], "2024Q2") for row in secret)


def test_a_figure_that_no_document_prints_is_withheld_in_its_quarter_alone(tmp_path):
    unprinted = "DELETE FROM core.enterprise_disclosures WHERE figure = '税收' AND quarter = '2024Q1'"
    warehouse = current(small_world.publish(tmp_path / "warehouse", change=unprinted))
    [printed] = [rows for rows in course(warehouse).values() if rows[0]["gross_output_cny_10k"] == 130]
    assert [row["tax_cny_10k"] for row in printed] == [7, Absence.NOT_DISCLOSED, 5]
    assert [row["gross_output_cny_10k"] for row in printed] == [130, 120, 100]


def test_a_mart_is_held_where_anything_inside_is(small):
    assert "grid_event_months" in marts_held(small, "V1") and "grid_event_months" in marts_held(small, "C")
    assert not marts_held(small, "W") & {"grid_event_months", "enterprise_quarters", "training_months"}
