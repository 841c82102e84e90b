"""An area and a period → its brief of two pages: what changed, what needs attention, how far the targets are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.metrics.areas import area, area_name
from dashboard.metrics.periods import last_day_of
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import version_line
from dashboard.text.joined import Sources
from dashboard.text.periods import period_end, period_label
from dashboard.views.attention.matters import Matter, matters
from dashboard.views.overview.rules import rules_in_words
from dashboard.views.overview.targets import has_targets, targets_view
from dashboard.views.profile.standing import RULE, Standings, standings_view
from dashboard.views.table import Area, Cell
from dashboard.views.view import View

# So many rows of each find room on two pages.
CHANGES, MATTERS, TARGETS = 8, 8, 6
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """One part: its heading, what it finds in a sentence, and its rows under their heads; without rows only the sentence."""

    heading: str
    finding: str
    heads: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True)
class Brief:
    """The brief of an area; `day` is the last of its period, `basis` how its figures are defined."""

    title: str
    day: date
    lead: str
    changes: Part
    matters: Part
    targets: Part
    basis: str
    sources: Sources
    version: str
    is_demo: bool

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it tells, in its order."""
        return self.changes, self.matters, self.targets


def brief(warehouse: Warehouse, selection: Selection) -> Brief:
    """The brief of the selected area and period; what may not be shown stands there as 不公开, as on the pages.

    Raises KeyError for an area that there is not.
    """
    place = area(warehouse, selection.area_code)
    standings = standings_view(warehouse, place, selection)
    found = matters(warehouse, selection)
    targets = targets_view(warehouse, selection) if has_targets(warehouse, selection) else None
    period, name = period_label(selection.period), area_name(warehouse, selection.area_code)
    footers = [standings.footer, *((targets.footer,) if targets else ())]
    return Brief(
        title=f"{name}{period}简报",
        day=last_day_of(selection.period),
        lead=f"截至{period_end(selection.period)}，{name}的主要变化、需要关注的事项和年度目标进度如下。",
        changes=_changes(standings),
        matters=_matters(found),
        targets=_targets(targets, selection.area_code),
        basis=f"{RULE}{rules_in_words(warehouse)}",
        sources=Sources(*dict.fromkeys(part for foot in footers for part in _forms(foot.source))),
        version=version_line(warehouse),
        is_demo=any(foot.is_demo for foot in footers) or any(one.line.is_demo for one in found),
    )


def _forms(source: str) -> tuple[str, ...]:
    return source.parts if isinstance(source, Sources) else (source,)


def _changes(standings: Standings) -> Part:
    """The main figures with how they moved and where they stand among their kind; those without a figure in a word."""
    rows = [tuple(map(str, row[:4])) for row in standings.table.rows]
    known = {one.reading.metric.label for one in standings.rows}
    rest = f"没有数的：{standings.rest}。" if standings.rest else ""
    told = tuple(row for row in rows if row[0] in known)[:CHANGES]
    return Part("变化", f"{standings.finding}。{rest}", ("指标", "本期", "变化", "位次"), told)


def _matters(found: Sequence[Matter]) -> Part:
    """What is late first, by its days."""
    late = sum(one.is_late for one in found)
    if not found:
        return Part("需要关注的事项", "本期没有需要关注的事项。", (), ())
    more = f"，下面列前{MATTERS}件" if len(found) > MATTERS else ""
    said = f"共{len(found)}件需要关注，其中{late}件超期{more}。" if late else f"共{len(found)}件需要关注{more}。"
    rows = tuple(
        (str(place), one.line.what, "、".join(one.units), _days(one)) for place, one in enumerate(found[:MATTERS], 1)
    )
    return Part("需要关注的事项", said, ("序号", "事项", "责任单位", "天数"), rows)


def _days(one: Matter) -> str:
    if one.is_late and one.days:
        return f"超期{one.days}天"
    return f"持续{one.days}天" if one.days else "本期"


def _targets(view: View | None, area_code: str) -> Part:
    """The targets that are furthest behind first."""
    if view is None:
        return Part("年度目标", "没有为所选区域定本年的目标。", (), ())
    rows = tuple(
        (f"{_beside(row[1], area_code)}{row[0]}", str(row[2]), str(row[3]), str(row[7]))
        for row in view.table.rows[:TARGETS]
    )
    more = len(view.table.rows) - len(rows)
    said = f"{view.finding}{f'；下面列最需要赶上的{TARGETS}项' if more else ''}。"
    return Part("年度目标", said, ("目标", "目标值", "完成", "快慢"), rows)


def _beside(place: Cell, area_code: str) -> str:
    """The name of the area of a target, where it is another one than the brief's."""
    return "" if isinstance(place, Area) and place.code == area_code else str(place)
