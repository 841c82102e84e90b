"""Somebody reads all that 园区产出 and its downloads show of a quarter, and takes it apart."""

import numpy as np
import pytest

from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection
from dashboard.text.formats import is_number
from tests.joint_attack import Numbers, system
from tests.shown_figures import FAMILY, PROTECTED, Figure, of_targets, read_figures

# A city, a town, a 片区 and its largest park.
AREAS = ("350581000000", "350581101000", "350581101901", "350581101911")
# What is withheld under a name is shown as these.
SHOWN_AS = {
    "output": ("gross_output", "sales_output", "revenue"),
    "tax": ("tax",),
    "employees": ("employees",),
    "electricity": ("electricity",),
}
MINIMUM = 3
NEAR = 0.2
ROUND = 1e-6


@pytest.fixture(scope="module", params=[0.0, 0.5, 1.0], ids=["first", "middle", "last"])
def period(demonstration, request) -> str:
    every = demonstration.rows("SELECT DISTINCT quarter FROM mart.enterprise_quarters ORDER BY quarter")
    return every[round(request.param * (len(every) - 1))]["quarter"]


@pytest.fixture(scope="module")
def files(demonstration, period) -> list[Figure]:
    """What stands in the files that the page gives away, rounded as it stands there."""
    return [figure for code in AREAS for figure in read_figures(demonstration, Selection(code, period))]


@pytest.fixture(scope="module")
def answers(demonstration, period) -> list[Figure]:
    """What is answered of all areas: the sides as they are, where there are none the rounded quotient; and of targets."""
    found = list(of_targets(demonstration, period))
    for metric in PROTECTED.values():
        half = 0.5 * 10**-metric.decimals if metric.protection.is_rounded else 0.0
        for by in (None, *(dimension.name for dimension in metric.dimensions)):
            for cell in cells(demonstration, metric, tuple(areas(demonstration)), by=by, since=period, until=period):
                where = (metric.name, cell.area_code, cell.period, by or "", cell.part)
                if is_number(cell.value):
                    found.append(Figure(*where, cell.value - half, cell.value + half))
                    sides = {"numerator": cell.numerator, "denominator": cell.denominator}
                    found += [Figure(*where, one, one, side) for side, one in sides.items() if one is not None]
    return found


@pytest.fixture(scope="module")
def withheld(demonstration, period) -> set[tuple[str, str, str, str]]:
    """(quantity, area, dimension, part) of all that is withheld of the quarter."""
    rows = demonstration.rows(
        "SELECT quantity, area_code, dimension, part FROM mart.withheld WHERE family = $family AND period = $period",
        family=FAMILY,
        period=period,
    )
    return {(row["quantity"], row["area_code"], row["dimension"], row["part"]) for row in rows}


def test_what_is_read_is_true(demonstration, period, files, answers):
    """The test of the reader: every figure holds of what the enterprises reported, and hundreds are read."""
    numbers = Numbers(demonstration, period)
    for figures in (files, answers):
        read = system(numbers, figures)
        assert len(read.low) > 80
        found, room = read.of @ numbers.values, ROUND * (1 + np.abs(read.of) @ numbers.values)
        assert (found >= read.low - room).all() and (found <= read.high + room).all()


def test_nothing_that_is_withheld_stands_anywhere(period, files, answers, withheld):
    hidden = [
        figure
        for figure in (*files, *answers)
        if figure.period == period
        for quantity in METRICS[figure.metric].protection.quantities
        if (quantity, figure.area_code, figure.dimension, figure.part) in withheld
    ]
    assert any(not figure.is_number for figure in hidden)
    assert [figure for figure in hidden if figure.is_number] == []


@pytest.mark.parametrize("is_all", [False, True], ids=["files", "files and answers"])
def test_nothing_that_is_withheld_can_be_worked_out(demonstration, period, files, answers, withheld, is_all):
    """Within a fifth for one or two enterprises, exactly for any; all metrics together, each with its rounding."""
    numbers = Numbers(demonstration, period)
    read = system(numbers, [*files, *(answers if is_all else ())])
    asked = [
        (name, where, numbers.sum(METRICS[name].numerator, *where))
        for quantity, *where in sorted(withheld)
        for name in SHOWN_AS.get(quantity, ())
    ]
    asked = [one for one in asked if one[2].of.any()]
    limits = read.limits([target for *_, target in asked])
    few = exact = 0
    told = []
    for (name, where, target), (low, high) in zip(asked, limits, strict=True):
        value, count = target.of @ numbers.values, target.of.sum()
        is_few = count < MINIMUM
        is_near = low >= (1 - NEAR) * value - ROUND and high <= (1 + NEAR) * value + ROUND
        is_exact = high - low <= ROUND * value
        few += is_few
        exact += is_exact
        if value and (is_near if is_few else is_exact):
            told.append((name, where, int(count), low / value, high / value))
    assert few > 20
    assert told == []
