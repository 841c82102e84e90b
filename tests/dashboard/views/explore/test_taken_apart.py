"""An attack on 自助分析: for every protected metric by every dimension, area and length of period, nothing withheld is shown or told by totals."""

from collections import defaultdict
from itertools import product

import numpy as np
import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas, children, default_area
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import within
from dashboard.text.formats import is_number
from dashboard.views.explore.answer import TOTAL, Place, is_additive
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.explore.pivot import as_table

pytestmark = pytest.mark.thorough
PROTECTED = [metric for metric in METRICS.values() if metric.protection]
WITHHELD = """
SELECT DISTINCT area_code, period, part FROM mart.withheld
WHERE family = $family AND dimension = $by AND quantity IN (SELECT unnest($names))
"""
HIDDEN = Absence.NOT_DISCLOSED


def withheld(warehouse, metric, by):
    """What was decided when the version was built, as (area, period, part)."""
    rows = warehouse.rows(WITHHELD, family=metric.protection.family, by=by, names=list(metric.protection.quantities))
    return {(row["area_code"], row["period"], row["part"]) for row in rows}


def links(warehouse, metric):
    """A link for every dimension, length of period, level and side that the metric can be asked by."""
    town = next(iter(areas(warehouse)))
    district = default_area(warehouse)
    # All areas of the town are told, those of a 片区 once more beside their total.
    scopes = [(town, "district"), (town, "zone"), (town, "grid"), (district, "self"), (district, "zone")]
    for by, grain, (code, level) in product(
        ("", *(dimension.name for dimension in metric.dimensions)), metric.grains, scopes
    ):
        spans = {"year": ("2022", "2025"), "quarter": ("2022Q1", "2025Q4"), "month": ("2025-01", "2025-12")}
        since, until = spans[grain]
        asked = {"metrics": metric.name, "areas": code, "level": level, "from": since, "to": until, "by": by}
        yield asked | {"compare": "previous" if grain == "month" else "year_earlier", "columns": "period"}


def figures(shown):
    """Every figure that the page shows, with where it stands: (area, period, part, figure)."""
    for line in shown.pivot.lines:
        known = dict(zip(shown.pivot.axes, line.heads, strict=True))
        for column, figure in zip(shown.pivot.columns, line.figures, strict=True):
            place = known | {"period": column}
            keys = [
                (place[axis] if axis in place else shown.answer.members[axis][0]).key
                for axis in ("area", "period", "part")
            ]
            yield (*keys, figure)


def is_withheld(metric, hidden, found, area, period, part):
    cell = found.get((area, period, part))
    place = cell.as_of if metric.is_as_of_last and cell else period
    return (area, place, part) in hidden


@pytest.mark.parametrize("metric", PROTECTED, ids=lambda metric: metric.name)
def test_nothing_withheld_stands_in_any_answer(demonstration, metric):
    default = default_question(demonstration)
    count = 0
    for link in links(demonstration, metric):
        shown = opened(demonstration, link, default)
        question = shown.question
        hidden = withheld(demonstration, metric, question.by) | withheld(demonstration, metric, "")
        found = {(place.area, place.period, place.part): cell for place, cell in shown.answer.found.items()}
        for area, period, part, figure in figures(shown):
            periods = [code.key for code in shown.answer.members["period"]] if period == TOTAL else [period]
            if any(is_withheld(metric, hidden, found, area, one, part) for one in periods):
                count += 1
                assert figure.value is HIDDEN, (link, area, period, part)
                assert figure.change is None or not figure.change.amount
            if figure.change and figure.change.amount:
                before = shown.answer.then(Place(metric.name, area, period, part))
                assert is_number(before.value)
        # What goes into files is the same: where the page has a word, so have they.
        written = [cell for row in as_table(shown.pivot).rows for cell in row]
        assert sum(cell is HIDDEN for cell in written) == sum(figure.value is HIDDEN for *_, figure in figures(shown))
    # Of enterprises much is withheld, so that the attack has something to find.
    assert count or metric.protection.family != "enterprises"


def determined(unknowns, equations):
    """Which unknowns a set of sums tells outright: those that are the same in every solution."""
    if not equations:
        return set()
    order = {name: place for place, name in enumerate(unknowns)}
    matrix = np.zeros((len(equations), len(order)))
    for row, names in enumerate(equations):
        for name in names:
            matrix[row, order[name]] += 1
    _, sizes, right = np.linalg.svd(matrix)
    free = right[int((sizes > 1e-9).sum()) :]
    return {name for name, place in order.items() if free.size == 0 or np.abs(free[:, place]).max() < 1e-9}


@pytest.mark.parametrize("metric", list(filter(is_additive, PROTECTED)), ids=lambda metric: metric.name)
def test_no_total_tells_what_is_withheld(demonstration, metric):
    """Rows and columns that add up, over areas and parts of one period and over the periods of a longer one."""
    register = areas(demonstration)
    codes = tuple(code for code, place in register.items() if place.is_in_scope or place.level in ("市", "镇"))
    for by in (None, *(dimension.name for dimension in metric.dimensions)):
        value = {}
        # What is there at the end of a longer period is that of its last base period, another one for each area.
        grains = metric.grains if metric.numerator.over_time == "sum" else metric.grains[:1]
        for grain in grains:
            for one in {None, by}:
                for cell in cells(demonstration, metric, codes, grain=grain, by=one):
                    value[cell.area_code, cell.period, cell.part] = cell.value
        sums = [*_of_parts(value), *_of_areas(demonstration, value)]
        sums += _of_periods(metric, value) if metric.numerator.over_time == "sum" else []
        # What was not reported is in no sum, so that only what cannot be compared leaves one unknown.
        equations = defaultdict(list)
        for whole, parts in sums:
            told = [value[one] for one in (whole, *parts)]
            if Absence.NOT_COMPARABLE in told:
                continue
            if names := [one for one in (whole, *parts) if value[one] is HIDDEN]:
                equations[whole[1][:4]].append((whole, names))
        for year, found in equations.items():
            unknowns = sorted({name for _, names in found for name in names})
            known = determined(unknowns, [names for _, names in found])
            assert not known, f"{metric.name} by {by} in {year}: {sorted(known)[:3]}"


def _of_parts(value):
    """(whole, its parts) for each area and period that has any."""
    parts = defaultdict(list)
    for area, period, part in value:
        if part:
            parts[area, period].append((area, period, part))
    return [((*place, ""), found) for place, found in parts.items() if (*place, "") in value]


def _of_areas(warehouse, value):
    """(area, what lies right below it) for each period and part, where the known ones show that they add up."""
    register = areas(warehouse)
    below = {
        code: [place.area_code for place in children(warehouse, code) if place.is_in_scope or place.level == "镇"]
        for code in register
    }
    sums = [
        ((area, period, part), [(code, period, part) for code in below[area]])
        for area, period, part in value
        if below[area] and all((code, period, part) in value for code in below[area])
    ]
    holds = {}
    for whole, parts in sums:
        told = [value[one] for one in (whole, *parts)]
        if HIDDEN not in told:
            figures = [float(one) if is_number(one) else 0.0 for one in told]
            is_held = abs(figures[0] - sum(figures[1:])) < 1e-6
            holds[whole[0]] = holds.get(whole[0], True) and is_held
    return [(whole, parts) for whole, parts in sums if holds.get(whole[0])]


def _of_periods(metric, value):
    """(longer period, the base periods in it) for each area and part."""
    sums = []
    for area, period, part in value:
        for grain in metric.grains:
            if (len(period) == 4 and grain == "quarter") or ("Q" in period and grain == "month"):
                parts = [(area, one, part) for one in within(period, grain)]
                if all(one in value for one in parts):
                    sums.append(((area, period, part), parts))
    return sums
