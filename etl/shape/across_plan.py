"""The header of a sheet in which periods, kinds or places stand across → how its columns are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import NUMBERS, PERIODS, Column, Kind
from etl.shape.across_heads import CORNER, FIGURES, OTHER_FIGURE, UNITS, Told, corner, is_period, told
from etl.shape.across_places import needed, with_places
from etl.shape.across_titles import figure_counted, figure_in
from etl.shape.forms import may_be_said
from etl.validate.choices import chosen
from etl.validate.headers import ROW_NUMBERS, column_named
from etl.validate.said_above import choice_above

FEWEST = 2
CODES = ROW_NUMBERS | {"代码", "指标代码", "栏次", "备注"}
Cells = Mapping[int, str]
Body = Sequence[tuple[int, Cells]]


@dataclass(frozen=True)
class Plan:
    """How the columns of a sheet are read: those carried along, those of figures, those of sums, by their places.

    Beside the place of a sum stands which figure it sums. `figure` is what a title names, `names` the column in which the figures' names stand, `units` that of their units.
    """

    dataset: str
    first: int
    last: int
    keys: tuple[tuple[int, str], ...]
    data: tuple[tuple[int, Told], ...]
    sums: tuple[tuple[int, str], ...]
    figure: str = ""
    names: int = -1
    units: int = -1

    @property
    def of(self) -> list[tuple[tuple[str, str], ...]]:
        """What stands across, each once, in the order of the sheet."""
        return list(dict.fromkeys(one.of for _, one in self.data))

    def columns(self) -> set[str]:
        """The columns of the form that the headers name or fill."""
        figures = [one.figure for _, one in self.data] + [self.figure]
        named = [
            column_named(self.dataset, words) for words in (*figures, *(header for _, header in self.keys)) if words
        ]
        return {*filter(None, named), *(name for one in self.of for name, _ in one)}


def plan_of(
    dataset: str,
    head: tuple[int, int],
    words: Sequence[Sequence[str]],
    body: Body,
    titles: Sequence[str],
    *,
    has_places: bool,
) -> Plan | None:
    """How the columns under a header are read as those of a form, or None where they cannot be.

    With `has_places` what no header of the form explains is taken for the names of places.
    """
    columns = {place: told(dataset, texts) for place, texts in enumerate(words)}
    if has_places:
        columns = with_places(dataset, columns)
    return _of_columns(dataset, head, columns, body, titles) if columns else None


def _of_columns(
    dataset: str, head: tuple[int, int], columns: Mapping[int, Told], body: Body, titles: Sequence[str]
) -> Plan | None:
    data = [(place, one) for place, one in columns.items() if one.of and not (one.is_sum or one.key or one.words)]
    names = next((place for place, one in columns.items() if _names_figures(dataset, place, one, body)), -1)
    if names >= 0 and not data:
        data = [(place, one) for place, one in columns.items() if clean(one.words) in FIGURES]
        if len(data) != 1:
            return None
        data = [(place, Told()) for place, _ in data]
    units = next((place for place, one in columns.items() if names >= 0 and clean(one.words) in UNITS), -1)
    sums = tuple((place, one.figure) for place, one in columns.items() if one.is_sum)
    used = {*(place for place, _ in data), *(place for place, _ in sums), names, units}
    # Beside named figures stand their codes, and those of another time.
    beside = {place for place, one in columns.items() if names >= 0 and _is_beside(one)} - used
    rest = {place: one for place, one in columns.items() if place not in used | beside}
    if any(one.figure or one.of for one in rest.values()) or not _is_across(data, names):
        return None
    if any(figure_named(dataset, cells.get(place, "")) for _, cells in body for place, _ in data):
        # What names figures is part of the header.
        return None
    filled = data[0][1].filled
    has_figures = bool(data[0][1].figure) or names >= 0
    figure = "" if has_figures else next(filter(None, (figure_in(dataset, text) for text in titles)), "")
    # Kinds that are the form's own tell which one it is, months are of any.
    are_kinds = any(DATASETS[dataset].column_of[name].kind is Kind.CHOICE for name in filled)
    figure = figure or (figure_counted(dataset, titles) if are_kinds and not has_figures else "")
    keys = _keys(dataset, rest, filled, body)
    plan = Plan(dataset, *head, tuple(keys), tuple(data), sums, figure, names, units)
    told_columns = plan.columns() | ({*_figures_named(plan, body)} if names >= 0 else set())
    lacking = [
        one
        for one in needed(dataset)
        if one.name not in told_columns
        and not may_be_said(one)
        and not choice_above(one, DATASETS[dataset], titles, ())
    ]
    # Something beside the period is told by a column, or by what stands across; all may not be left to a title.
    several = len({one.figure for _, one in data if one.figure}) > 1
    has_subject = bool(_kinds_and_places(dataset) & told_columns) or names >= 0 or several
    return plan if (figure or has_figures) and not lacking and has_subject else None


def _is_beside(one: Told) -> bool:
    return clean(one.words) in CODES or bool(OTHER_FIGURE.search(clean(one.words)))


def _kinds_and_places(dataset: str) -> set[str]:
    return {name for name in DATASETS[dataset].key if DATASETS[dataset].column_of[name].kind not in PERIODS}


def _is_across(data: Sequence[tuple[int, Told]], names: int) -> bool:
    """Whether columns of figures differ in what they are of, and in nothing else."""
    if names >= 0 and len(data) == 1:
        return True
    alike = {(one.filled, bool(one.figure)) for _, one in data}
    of = {one.of for _, one in data}
    is_told_once = len({(one.of, one.figure) for _, one in data}) == len(data)
    return (
        len(data) >= FEWEST
        and len(of) >= FEWEST
        and len(alike) == 1
        and is_told_once
        and not (names >= 0 and data[0][1].figure)
    )


def _names_figures(dataset: str, place: int, one: Told, body: Body) -> bool:
    if clean(one.words) not in CORNER:
        return False
    known = [figure_named(dataset, cells[place]) for _, cells in body if place in cells and len(cells) > 1]
    return sum(map(bool, known)) * 2 > len(known)


def figure_named(dataset: str, text: str) -> str | None:
    """The column of figures that a text names."""
    name = column_named(dataset, text)
    return name if name and DATASETS[dataset].column_of[name].kind in NUMBERS else None


def _figures_named(plan: Plan, body: Body) -> Iterator[str]:
    for _, cells in body:
        if plan.names in cells and (name := figure_named(plan.dataset, cells[plan.names])):
            yield name


def _keys(dataset: str, rest: Mapping[int, Told], filled: frozenset[str], body: Body) -> list[tuple[int, str]]:
    """The columns that are carried along with their headers; the corner is called after the one column that is missing."""
    keys = {place: one.key or corner(dataset, one.words, filled) or one.words for place, one in rest.items()}
    named = {column_named(dataset, header) for header in keys.values() if header} | filled
    lacking = [one for one in needed(dataset) if one.name in DATASETS[dataset].key and one.name not in named]
    for place in sorted(keys):
        texts = [cells[place] for _, cells in body if place in cells and len(cells) > 1]
        fits = [one for one in lacking if _fits(one, texts)]
        own = DATASETS[dataset].column_of.get(column_named(dataset, keys[place]) or "")
        # 项目 over services names them already.
        is_named = own is not None and own.kind is Kind.CHOICE and _fits(own, texts)
        if clean(keys[place]) in CORNER and texts and len(fits) == 1 and not is_named:
            keys[place] = fits[0].label
            break
    used = {place for _, cells in body for place in cells}
    return [(place, header) for place, header in sorted(keys.items()) if header or place in used]


def _fits(column: Column, texts: Sequence[str]) -> bool:
    """Whether texts may be those of a column: choices of it, or names that a register may know."""
    if column.kind is Kind.CHOICE:
        return sum(chosen(column, text) is not None for text in texts) * 2 > len(texts)
    if column.kind in PERIODS:
        return sum(is_period(column, text) for text in texts) * 2 > len(texts)
    return bool(column.references) and not any(clean(text).replace(".", "").isdecimal() for text in texts)
