"""What a page answers and what was decided when the version was built are the same, for every protected metric."""

import pytest

import etl.warehouse.withholding as withholding
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import is_to_date, within
from etl.warehouse.withholding.family import Contributors

PROTECTED = [metric for metric in METRICS.values() if metric.protection]
FAMILIES = {family.name: family for family in withholding.FAMILIES}


def quantities(metric):
    return [one for one in FAMILIES[metric.protection.family].quantities if one.name in metric.protection.quantities]


@pytest.mark.parametrize("metric", PROTECTED, ids=lambda metric: metric.name)
def test_a_metric_names_what_is_decided_about_it(metric):
    family, protection = FAMILIES[metric.protection.family], metric.protection
    assert len(quantities(metric)) == len(protection.quantities)
    assert (family.mart, family.base, family.minimum) == (metric.mart, metric.grain, protection.minimum)
    assert str(family.contributors) == protection.contributors
    shown_by = {dimension.name for dimension in metric.dimensions}
    assert shown_by <= set(family.dimensions)
    assert all(one.dimensions is None or shown_by <= set(one.dimensions) for one in quantities(metric))
    assert protection.is_rounded == any(one.step for one in quantities(metric))
    steps = {one.step for one in quantities(metric) if one.step}
    assert steps <= {10**-metric.decimals / metric.scale}
    assert all(one.is_asked for one in quantities(metric) if not one.flow)


def test_no_metric_tells_by_its_sides_what_another_one_keeps_back():
    """A cell has its numerator and its denominator, and some pages print them."""
    kept = {(metric.mart, metric.numerator.expression) for metric in PROTECTED if metric.denominator is None}
    open_ones = [metric for metric in METRICS.values() if metric.protection is None]
    told = [
        metric.name
        for metric in open_ones
        for side in (metric.numerator, metric.denominator)
        if side and (metric.mart, side.expression) in kept
    ]
    assert told == []


def test_every_quantity_that_is_asked_for_is_of_some_metric():
    """Or running totals add it up, which tell it."""
    named = {(metric.protection.family, name) for metric in PROTECTED for name in metric.protection.quantities}
    added = {(family.name, quantity.flow) for family in withholding.FAMILIES for quantity in family.quantities}
    declared = {
        (family.name, quantity.name)
        for family in withholding.FAMILIES
        for quantity in family.quantities
        if quantity.is_asked
    }
    assert named <= declared <= named | added


@pytest.mark.parametrize("metric", PROTECTED, ids=lambda metric: metric.name)
def test_what_is_withheld_is_not_answered_and_everything_else_is(demonstration, metric):
    family = FAMILIES[metric.protection.family]
    codes = tuple(areas(demonstration))
    for by in (None, *(dimension.name for dimension in metric.dimensions)):
        hidden = {
            (row["area_code"], row["period"], row["part"])
            for row in demonstration.rows(
                "SELECT area_code, period, part FROM mart.withheld WHERE family = $family "
                "AND dimension = $by AND quantity IN (SELECT unnest($names))",
                family=family.name,
                by=by or "",
                names=list(metric.protection.quantities),
            )
        }
        for grain in metric.grains:
            for cell in cells(demonstration, metric, codes, grain=grain, by=by):
                # A year to date is shown where each of its quarters is, and no quotient tells more digits of its sides.
                is_summed = is_to_date(cell.period) and not metric.is_as_of_last
                own = cell.as_of if metric.is_as_of_last else cell.period
                periods = within(cell.period, "quarter") if is_summed else (own,)
                is_hidden = any((cell.area_code, period, cell.part) in hidden for period in periods)
                is_hidden |= is_summed and metric.protection.is_rounded
                assert (cell.value is Absence.NOT_DISCLOSED) == is_hidden
                if is_hidden:
                    assert (cell.value_high, cell.numerator, cell.denominator) == (None, None, None)


def test_no_figure_of_one_or_two_is_answered(demonstration):
    """Counts of persons, and what is left of their base."""
    for metric in PROTECTED:
        if FAMILIES[metric.protection.family].contributors is not Contributors.PERSONS:
            continue
        few = range(1, metric.protection.minimum)
        for cell in cells(demonstration, metric, tuple(areas(demonstration))):
            if isinstance(cell.value, Absence):
                continue
            assert cell.numerator not in few or metric.name == "labour_gap"
            if metric.is_share and cell.denominator is not None and metric.name != "hire_rate":
                assert cell.denominator - cell.numerator not in few or metric.name == "childcare_occupancy"


def _sides(warehouse, family, quantity) -> list[dict[tuple, float]]:
    """For each column of a quantity (area, base period) → the sum that is declared, over all rows of the mart."""
    found = []
    for column in (column for column in family.columns if column.name in quantity.of):
        pieces = " UNION ALL ".join(
            f"SELECT *, '{piece}' AS piece, CAST({expression} AS DOUBLE) AS value FROM mart.{family.mart}"
            for piece, expression in column.pieces.items()
        )
        rows = warehouse.rows(
            f"SELECT ancestor_code, {family.base} AS period, sum(value) AS value FROM ({pieces}) AS fact "
            f"JOIN mart.area_tree AS tree USING (area_code) "
            f"WHERE value IS NOT NULL AND {quantity.of[column.name]} GROUP BY ALL"
        )
        found.append({(row["ancestor_code"], row["period"]): row["value"] for row in rows})
    return found


# Points are withheld with the persons who got them, of whom the quantity is.
WITH_OTHERS = {"labour_gap", "points_issued", "points_redeemed", "redemption_rate"}


def is_shown_with_sides(metric) -> bool:
    """Not what adds up flows, each measured itself; not what is rounded, nor what is withheld with another quantity.

    A difference has its side in 入职.
    """
    return not (
        metric.protection.is_rounded or metric.name in WITH_OTHERS or any(one.flow for one in quantities(metric))
    )


@pytest.mark.parametrize("name", ["points_issued", "points_redeemed", "redemption_rate"])
def test_points_are_withheld_wherever_the_persons_are(small, name):
    def told(metric):
        return {(one.area_code, one.period): one for one in cells(small, METRICS[metric], tuple(areas(small)))}

    persons, points = told("civic_participants"), told(name)
    hidden = {key for key, cell in persons.items() if cell.value is Absence.NOT_DISCLOSED}
    assert hidden and hidden == {key for key, cell in points.items() if cell.value is Absence.NOT_DISCLOSED}


@pytest.mark.parametrize("metric", [*filter(is_shown_with_sides, PROTECTED)], ids=lambda metric: metric.name)
def test_a_metric_is_made_of_the_sums_that_were_decided(demonstration, metric):
    """The numerator of every figure is the sum of a declared quantity, and so is its base where two are declared."""
    family = FAMILIES[metric.protection.family]
    sides = [side for one in quantities(metric) for side in _sides(demonstration, family, one)]
    # Openings are no persons: of openings per seeker the base is what is protected.
    protected = ["denominator" if metric.name == "openings_per_seeker" else "numerator"]
    if len(quantities(metric)) > 1 and metric.denominator is not None:
        protected.append("denominator")
    shown = [
        cell
        for cell in cells(demonstration, metric, tuple(areas(demonstration)))
        if cell.numerator is not None and not isinstance(cell.value, Absence)
    ]
    assert shown
    for cell in shown:
        for one in protected:
            sums = [side.get((cell.area_code, cell.period), 0) for side in sides]
            assert pytest.approx(getattr(cell, one)) in sums


@pytest.mark.parametrize(
    "metric", [one for one in PROTECTED if one.protection.is_rounded], ids=lambda metric: metric.name
)
def test_a_rounded_quotient_comes_without_its_sides(demonstration, metric):
    shown = cells(demonstration, metric, tuple(areas(demonstration)))
    assert any(not isinstance(cell.value, Absence) for cell in shown)
    assert {(cell.numerator, cell.denominator) for cell in shown} == {(None, None)}


def test_every_count_of_who_came_is_protected():
    """Posts and residents are no secret; whoever came somewhere is."""
    counted = {metric.name: metric.protection for metric in METRICS.values() if metric.unit.startswith("人次")}
    assert [name for name, protection in counted.items() if protection is None] == []
