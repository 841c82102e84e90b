"""What is told apart in a question, areas or parts → items with what each is ranked by: its figure, its change or its share."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, ancestors, area_name
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.reading import change_between
from dashboard.metrics.selection import COMPARISONS, Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.figures import both_periods, figures_in, of_one_part
from dashboard.questions.inside import places_of
from dashboard.questions.item import POINTS, Item, Items, Told
from dashboard.questions.runs import run_cells, run_of
from dashboard.questions.understood import Understood
from dashboard.text.formats import is_number, number
from dashboard.views.answers import in_period
from dashboard.views.changes import between, phrase
from dashboard.views.findings import written


def of_areas(warehouse: Warehouse, asked: Understood, places: Sequence[Area]) -> Items:
    """The areas with the figure that is asked for, of one part where one is."""
    names = {place.area_code: area_name(warehouse, place.area_code) for place in places}
    return _narrowed(asked, [_areas_told(warehouse, one, names) for one in (asked, *asked.also)])


def _areas_told(warehouse: Warehouse, asked: Understood, names: Mapping[str, str]) -> Told:
    if asked.run:
        return _run_told(asked, names, run_cells(warehouse, asked, tuple(names)))
    now, then = (
        of_one_part(asked, figures_in(warehouse, asked, tuple(names), period)) for period in both_periods(asked)
    )
    return _told(warehouse, asked, [(code, names[code], now.get(code), then.get(code)) for code in names])


def of_parts(warehouse: Warehouse, asked: Understood) -> Items:
    """The parts of the first area: those that are asked for, or all but those that are left out."""
    return _narrowed(asked, [_parts_told(warehouse, one) for one in (asked, *asked.also)])


def _parts_told(warehouse: Warehouse, asked: Understood) -> Told:
    if asked.run:
        found = run_cells(warehouse, asked, asked.areas[:1])
        return _run_told(asked, {name: name for name in asked.parts or found if name not in asked.left_out}, found)
    now, then = (
        {cell.part: cell for cell in figures_in(warehouse, asked, asked.areas[:1], period)}
        for period in both_periods(asked)
    )
    names = asked.parts or tuple(name for name in now if name not in asked.left_out)
    return _told(warehouse, asked, [(name, name, now.get(name), then.get(name)) for name in names])


def _run_told(asked: Understood, names: Mapping[str, str], found: Mapping[str, Sequence[Cell]]) -> Told:
    """Each with its figures of all periods of the run; what it is ranked by is how far the last is from the first."""
    every = []
    for key, name in names.items():
        cells = found.get(key, ())
        value, is_within = run_of(asked, cells)
        words = "→".join(written(asked.metric, cell.value) for cell in cells[-asked.run - asked.is_change :])
        now = cells[-1] if cells else Cell(key, asked.span.last, name, Absence.NOT_IN_PERIOD)
        every.append(Item(key, name, now, value, words, is_within))
    return Told(asked.metric.unit, asked.metric.decimals, every)


def _told(warehouse: Warehouse, asked: Understood, found: Sequence[tuple[str, str, Cell | None, Cell | None]]) -> Told:
    """Each with its value, its words, and whether it lies within the bound."""
    period = asked.span.last
    cells = [(key, name, now or Cell(key, period, name, Absence.NOT_IN_PERIOD), then) for key, name, now, then in found]
    unit, decimals = asked.metric.unit, asked.metric.decimals
    if asked.is_change:
        unit, decimals, every = _changes(asked, cells)
    elif asked.is_share:
        unit, decimals, every = "%", 1, _shares(warehouse, asked, cells)
    else:
        every = [Item(key, name, now, now.value, written(asked.metric, now.value)) for key, name, now, _ in cells]
    mean, within = _mean(warehouse, asked, every), asked.bound
    if within is not None:
        every = [replace(one, is_within=is_number(one.value) and within.holds(one.value, mean)) for one in every]
    return Told(unit, decimals, every, mean)


def _narrowed(asked: Understood, told: Sequence[Told]) -> Items:
    """Those within the bounds of all that is told of them, in the order of the first."""
    first, further = told[0], [{one.key: one for one in other.every} for other in told[1:]]
    rows = [(one, *(other[one.key] for other in further if one.key in other)) for one in first.every]
    held = [_joined(asked, row) for row in rows if len(row) == len(told) and all(one.is_within for one in row)]
    hidden, silent, unlike = (
        sum(any(one.value is word for one in row) for row in rows)
        for word in (Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_COMPARABLE)
    )
    items = tuple(sorted(held, key=lambda one: _place(one, asked)))
    known = sum(all(is_number(one.value) for one in row) for row in rows)
    return Items(items, first.unit, first.decimals, hidden, silent, first.mean, unlike, known)


def _joined(asked: Understood, row: Sequence[Item]) -> Item:
    """The first with the words of all, each behind its metric."""
    if len(row) == 1:
        return row[0]
    metrics = (asked.metric, *(one.metric for one in asked.also))
    words = "、".join(f"{metric.label}{one.words}" for metric, one in zip(metrics, row, strict=True))
    return replace(row[0], words=words)


def _place(one: Item, asked: Understood) -> tuple[bool, float]:
    """Figures from the top, or from the bottom where that is asked for; those without one last."""
    sign = 1 if asked.order == "low" else -1
    return not is_number(one.value), sign * one.value if is_number(one.value) else 0.0


def _changes(asked: Understood, cells: Sequence[tuple[str, str, Cell, Cell | None]]) -> tuple[str, int, list[Item]]:
    """The change of each: in per cent or points; of small counts and where some have no other, in the metric's unit."""
    metric, against = asked.metric, COMPARISONS[asked.comparison]
    found = []
    for key, name, now, then in cells:
        before = then or Cell(key, asked.span.last, name, Absence.NOT_IN_PERIOD)
        found.append((key, name, now, before, change_between(metric, now, before)))
    kinds = {kind for *_, (_, kind, _) in found if kind}
    is_plain = bool(kinds & {"absolute", "added"})
    items = []
    for key, name, now, before, (amount, kind, absence) in found:
        value: Value = absence or (amount if amount is not None else Absence.NOT_COMPARABLE)
        if is_plain and kind and is_number(now.value) and is_number(before.value):
            value = now.value - before.value
        told = phrase(between(metric, now, before, against)) if kind else f"{against}{value}"
        if is_plain and kind == "relative" and is_number(value):
            told = f"{against}{'增' if value >= 0 else '减'}{written(metric, abs(value))}"
        items.append(Item(key, name, now, value, told))
    if is_plain:
        return metric.unit, metric.decimals, items
    return (POINTS if "points" in kinds else "%"), 1, items


def _shares(warehouse: Warehouse, asked: Understood, cells: Sequence[tuple[str, str, Cell, Cell | None]]) -> list[Item]:
    """What part of the whole each is: of its area for a part, of the area around them for areas."""
    whole = whole_of(warehouse, asked)
    own: dict[str, Value] = {}
    if asked.by and asked.form == "ranking":
        # 安全隐患占比最高的网格 asks for what part of a grid's own events they are.
        codes = tuple(key for key, *_ in cells)
        own = {
            cell.area_code: cell.value for cell in figures_in(warehouse, replace(asked, by=""), codes, asked.span.last)
        }
    items = []
    for key, name, now, _ in cells:
        value, around = now.value, own.get(key, whole)
        if is_number(now.value):
            value = now.value / around * 100 if is_number(around) and around > 0 else Absence.NOT_COMPARABLE
        items.append(Item(key, name, now, value, f"{written(asked.metric, now.value)}、{_percent(value)}"))
    return items


def _percent(value: Value) -> str:
    return f"占{number(value, '%', 1)}" if is_number(value) else f"占比{value}"


def around_of(warehouse: Warehouse, asked: Understood) -> str:
    """The area of which what is told apart are parts: of parts the area itself, of an area the next one around it."""
    code = asked.areas[0]
    if asked.form == "ranking":
        return places_of(warehouse, asked)[1]
    if asked.form == "parts":
        return code
    above = [upper for upper in ancestors(warehouse, code) if upper.is_in_scope or upper.level == "市"]
    return above[-1].area_code if above else code


def whole_of(warehouse: Warehouse, asked: Understood) -> Value:
    """The figure of all that is told apart, which the layer answers itself."""
    code = around_of(warehouse, asked)
    [cell] = in_period(warehouse, asked.metric, (code,), Selection(code, asked.span.last))
    return cell.value


def _mean(warehouse: Warehouse, asked: Understood, every: Sequence[Item]) -> float | None:
    """What all come to: the mean of what adds up, where none is missing; the rate of the whole for a rate."""
    is_wanted = asked.is_averaged or (asked.bound is not None and bool(asked.bound.mean))
    if not is_wanted or asked.is_change:
        return None
    if asked.metric.denominator is not None:
        whole = whole_of(warehouse, asked)
        return whole if is_number(whole) else None
    values = [one.value for one in every if is_number(one.value)]
    is_whole = all(is_number(one.value) or one.value is Absence.NOT_IN_PERIOD for one in every)
    return sum(values) / len(values) if values and is_whole else None
