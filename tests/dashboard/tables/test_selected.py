"""A record says once which columns it is read from."""

from dataclasses import dataclass

import pytest

from dashboard.tables.selected import selected


@dataclass
class Plot:
    """A made-up record: text, exact decimals with and without a gap, a whole number."""

    name: str
    land_mu: float
    output: float | None
    employees: int | None


def test_a_record_names_its_columns_and_takes_decimals_as_floats():
    assert selected(Plot) == "name, (land_mu)::DOUBLE AS land_mu, (output)::DOUBLE AS output, employees"


def test_columns_are_of_the_table_that_is_named_and_others_as_told():
    assert (
        selected(Plot, of="plot", but=("output", "employees"), name="owner.name")
        == "owner.name AS name, (plot.land_mu)::DOUBLE AS land_mu"
    )


@pytest.mark.parametrize("more", [{"but": ("owner",)}, {"owner": "1"}])
def test_what_is_no_field_is_said(more):
    with pytest.raises(TypeError, match="Plot has no owner"):
        selected(Plot, **more)
