"""An attack on 自助分析: asks for what is withheld, and works out what totals tell of it.

Whole it is every protected metric by every dimension, area and length of period (`python -m bench taken_apart`); a run
of the tests takes the cases of `tests/covering.py` that meet, of each metric, every dimension, length of period and side once,
of each family that is withheld together every two of them at once, and of each decision to withhold every dimension with
every level of areas.
"""

from collections import defaultdict
from itertools import combinations, product

import numpy as np

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas, children, default_area
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import grain_of, is_to_date, within
from dashboard.text.formats import is_number
from dashboard.views.explore.answer import TOTAL, Place
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.explore.pivot import as_table
from tests.covering import covering

PROTECTED = [metric for metric in METRICS.values() if metric.protection]
ADDITIVE = [metric for metric in PROTECTED if metric.adds_up]
WITHHELD = """
SELECT DISTINCT area_code, period, part FROM mart.withheld
WHERE family = $family AND dimension = $by AND quantity IN (SELECT unnest($names))
"""
HIDDEN = Absence.NOT_DISCLOSED


def withheld(warehouse, metric, by):
    """What was decided when the version was built, as (area, period, part)."""
    rows = warehouse.rows(WITHHELD, family=metric.protection.family, by=by, names=list(metric.protection.quantities))
    return {(row["area_code"], row["period"], row["part"]) for row in rows}


def parted(metric):
    """How the metric can be taken apart: not at all, or by each of its dimensions."""
    return ("", *(dimension.name for dimension in metric.dimensions))


def links(warehouse, metric):
    """A link for every dimension, length of period, level and side that the metric can be asked by."""
    town = next(iter(areas(warehouse)))
    district = default_area(warehouse)
    # All areas of the town are told, those of a 片区 once more beside their total.
    scopes = [(town, "district"), (town, "zone"), (town, "grid"), (district, "self"), (district, "zone")]
    for by, grain, (code, level) in product(parted(metric), metric.grains, scopes):
        spans = {"year": ("2022", "2025"), "quarter": ("2022Q1", "2025Q4"), "month": ("2025-01", "2025-12")}
        spans |= {"two_quarters": ("2022Q1-2", "2025Q1-2"), "three_quarters": ("2022Q1-3", "2025Q1-3")}
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
    # A year to date is withheld with any of its quarters.
    periods = within(place, "quarter") if place and is_to_date(place) else (place,)
    return any((area, one, part) in hidden for one in periods)


def attacked(warehouse, metric, link):
    """How many withheld figures a link asks for, and the places where the page, a change or a file shows one."""
    shown = opened(warehouse, link, default_question(warehouse))
    hidden = withheld(warehouse, metric, shown.question.by) | withheld(warehouse, metric, "")
    found = {(place.area, place.period, place.part): cell for place, cell in shown.answer.found.items()}
    count, leaks = 0, []
    for area, period, part, figure in figures(shown):
        place = (metric.name, area, period, part)
        periods = [code.key for code in shown.answer.members["period"]] if period == TOTAL else [period]
        if any(is_withheld(metric, hidden, found, area, one, part) for one in periods):
            count += 1
            if figure.value is not HIDDEN or (figure.change and figure.change.amount):
                leaks.append(place)
        if figure.change and figure.change.amount and not is_number(shown.answer.then(Place(*place)).value):
            leaks.append(place)
    # What goes into files is the same: where the page has a word, so have they.
    written = [cell for row in as_table(shown.pivot).rows for cell in row]
    if sum(cell is HIDDEN for cell in written) != sum(figure.value is HIDDEN for *_, figure in figures(shown)):
        leaks.append((metric.name, "files"))
    return count, leaks


def determined(unknowns, equations):
    """Which unknowns a set of sums tells outright: those that are the same in every solution.

    An equation is (unknown, 1 for a part and -1 for the whole) for each unknown in it.
    """
    if not equations:
        return set()
    order = {name: place for place, name in enumerate(unknowns)}
    matrix = np.zeros((len(equations), len(order)))
    for row, names in enumerate(equations):
        for name, sign in names:
            matrix[row, order[name]] += sign
    _, sizes, right = np.linalg.svd(matrix)
    free = right[int((sizes > 1e-9).sum()) :]
    return {name for name, place in order.items() if free.size == 0 or np.abs(free[:, place]).max() < 1e-9}


def told_by_totals(warehouse, metric, by):
    """What is withheld and yet told by rows and columns that add up: over areas, parts of one period, and periods."""
    register = areas(warehouse)
    codes = tuple(code for code, place in register.items() if place.is_in_scope or place.level in ("市", "镇"))
    value = {}
    # What is there at the end of a longer period is that of its last base period, another one for each area.
    grains = metric.grains if metric.numerator.over_time == "sum" else metric.grains[:1]
    for grain, one in product(grains, {None, by or None}):
        for cell in cells(warehouse, metric, codes, grain=grain, by=one):
            value[cell.area_code, cell.period, cell.part] = cell.value
    sums = [*_of_parts(value), *_of_areas(warehouse, value)]
    sums += _of_periods(metric, value) if metric.numerator.over_time == "sum" else []
    # What was not reported is in no sum, so that only what cannot be compared leaves one unknown.
    equations = defaultdict(list)
    for whole, parts in sums:
        told = [value[one] for one in (whole, *parts)]
        if Absence.NOT_COMPARABLE in told:
            continue
        if names := [(one, -1 if one == whole else 1) for one in (whole, *parts) if value[one] is HIDDEN]:
            equations[whole[1][:4]].append(names)
    return [
        place
        for found in equations.values()
        for place in sorted(determined(sorted({name for names in found for name, _ in names}), found))
    ]


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
            is_of_quarters = len(period) == 4 or is_to_date(period)
            if (is_of_quarters and grain == "quarter") or ("Q" in period and grain == "month"):
                parts = [(area, one, part) for one in within(period, grain)]
                if all(one in value for one in parts):
                    sums.append(((area, period, part), parts))
    return sums


def every_link(warehouse):
    """(metric, link) of all that can be asked; each metric begins at another place of its links."""
    for turn, metric in enumerate(PROTECTED):
        asked = list(links(warehouse, metric))
        start = 7 * turn % len(asked)
        yield from ((metric, link) for link in (*asked[start:], *asked[:start]))


def sampled_links(warehouse):
    """Of `every_link` those that the tests ask."""
    town = next(iter(areas(warehouse)))

    def meets(case):
        metric, link = case
        grain = grain_of(link["from"])
        choices = [("by", link["by"]), ("grain", grain), ("side", link["areas"], link["level"])]
        yield from ((metric.name, choice) for choice in choices)
        yield from ((metric.protection.family, *pair) for pair in combinations(choices, 2))
        # All areas of a level stand in one answer of the town.
        if link["areas"] == town:
            yield metric.protection, link["by"], link["level"]

    return list(covering(every_link(warehouse), meets))


EVERY_SUM = [(metric, by) for metric in ADDITIVE for by in parted(metric)]


def sampled_sums():
    """Of `EVERY_SUM` those that the tests work out: every metric, and every dimension of each decision to withhold."""
    # What is taken apart comes first: it holds the sums of what is not.
    return list(
        covering(
            sorted(EVERY_SUM, key=lambda case: not case[1]),
            lambda case: [case[0].name, (case[0].protection, case[1])] if case[1] else [case[0].name],
        )
    )
