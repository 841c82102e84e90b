"""The single things that a figure counts (late events, open matters, open needs, projects) → a line on each of the first."""

from collections.abc import Callable, Iterable, Sequence

from dashboard.metrics.areas import area_name
from dashboard.metrics.periods import last_day_of, shift
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.late import event_line, matter_line
from dashboard.questions.understood import Understood
from dashboard.tables.grid_events import Events, events
from dashboard.tables.lists import OpenNeed
from dashboard.tables.matters import Standing, counted_on, standings
from dashboard.tables.projects import Project, projects
from dashboard.text.periods import period_label
from dashboard.views.assets_projects.projects import project_words
from dashboard.views.attention.since import late_needs, still_open_needs, told_period
from dashboard.views.leads import EVENT_LISTS

MOST_SINGLE, MOST_PROJECTS = 8, 12
MORE = "列出{}项，其余见清单"

Matters = Sequence[Standing | OpenNeed]


def single_told(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """A line on each of the first of the single things, those that are late first; empty where they have no list."""
    name, code, period = asked.metrics[0], asked.areas[0], asked.span.last
    if name in EVENT_LISTS and (not asked.by or asked.part):
        part = {asked.by: asked.part} if asked.by else {}
        which = Events(**part, scope=EVENT_LISTS[name], area_code=code, period=told_period(warehouse, period))
        return tuple(map(event_line, events(warehouse, which, count=MOST_SINGLE)))
    if name not in MATTERS:
        return ()
    held = [one for one in MATTERS[name](warehouse, code, period) if _is_of(one, asked)]
    lines = (matter_line(one) for one in held[:MOST_SINGLE])
    return (*lines, *((MORE.format(MOST_SINGLE),) if len(held) > MOST_SINGLE else ()))


def _is_of(one: Standing | OpenNeed, asked: Understood) -> bool:
    """Whether it is of the parts that are asked for; of what nothing single is told, none is."""
    return not asked.by or getattr(one, asked.by, "") in asked.parts


def _decisions(warehouse: Warehouse, code: str, period: str) -> tuple[Standing, ...]:
    return standings(warehouse, code, counted_on(warehouse, period), last_day_of(shift(period, -1)))


def _open(warehouse: Warehouse, code: str, period: str) -> Matters:
    return [one for one in _decisions(warehouse, code, period) if one.is_open]


def _closed(warehouse: Warehouse, code: str, period: str) -> Matters:
    return [one for one in _decisions(warehouse, code, period) if one.is_newly_closed]


def _new(warehouse: Warehouse, code: str, period: str) -> Matters:
    return [one for one in _decisions(warehouse, code, period) if one.is_new]


def _late(warehouse: Warehouse, code: str, period: str) -> Matters:
    return [one for one in _decisions(warehouse, code, period) if one.overdue_days]


# Each count of matters or needs with those that it counts.
MATTERS: dict[str, Callable[[Warehouse, str, str], Matters]] = {
    "decisions_open": _open,
    "decisions_closed": _closed,
    "decisions_made": _new,
    "decisions_overdue": _late,
    "needs_open": still_open_needs,
    "needs_overdue": late_needs,
}
# Which projects are asked for, and what they are called.
PROJECTS: dict[str, tuple[str, Callable[[Project], bool]]] = {
    "all": ("登记的项目", lambda one: True),
    "open": ("在建（未全部完成）的项目", lambda one: one.done_on is None),
    "done": ("已全部完成的项目", lambda one: one.done_on is not None),
    "late": ("有节点超期的项目", lambda one: bool(one.milestones_overdue)),
}


def projects_told(
    warehouse: Warehouse, code: str, period: str, which: str, kinds: Iterable[str], *, is_within: bool = False
) -> tuple[str, tuple[str, ...]]:
    """How many projects of the kinds are in a state at the end of a period, and a line on each."""
    named, every = tuple(kinds), projects(warehouse, code, period)
    of_kind = [one for one in every if not named or one.kind in named]
    called, is_asked = PROJECTS[which]
    found = [one for one in of_kind if is_asked(one)]
    # 去年完工的 were done in that year, and not before.
    is_ended = which == "done" and is_within
    if is_ended:
        begun = last_day_of(shift(period, -1))
        found, called = [one for one in found if one.done_on and one.done_on > begun], "期内全部完成的项目"
    what = f"{'、'.join(named)}{called}"
    among = f"（共登记{len(of_kind)}个）" if which != "all" else ""
    title = (
        f"{area_name(warehouse, code)}{'' if is_ended else '截至'}{period_label(period)}{what}有{len(found)}个{among}"
    )
    shown = sorted(found, key=lambda one: (-(one.days_overdue or 0), one.planned_on))[:MOST_PROJECTS]
    lines = (
        f"{one.title}（{one.kind}，{area_name(warehouse, one.area_code)}）：节点{project_words(one)}，计划{one.planned_on}完成"
        for one in shown
    )
    return title, tuple(lines)
