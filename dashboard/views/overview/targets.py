"""The targets of an area and how far they are reached: bullet bars, its own that is furthest behind first."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area, area_name
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.target import POINTS, Progress
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import sources
from dashboard.tables.targets import progress, targets_inside, targets_of
from dashboard.text.formats import ORIGIN_LABELS, number
from dashboard.text.joined import Finding, Measured, Sources
from dashboard.views import charts
from dashboard.views.kinds.area_map import short_name
from dashboard.views.table import Area, Cell, Column, Footer, Table
from dashboard.views.targets import aim_words, amount, basis_words, reached_words, so_far, standing, tone_of
from dashboard.views.view import View, as_of_words, origins_in

SHOWN = 8
COLUMNS = (
    Column("指标"),
    Column("区域"),
    Column("年度目标"),
    Column("年初以来"),
    Column("完成率"),
    Column("序时进度", "%", 1),
    Column("序时差"),
    Column("进展"),
    Column("预计全年"),
    Column("进度口径"),
    Column("依据文件"),
    Column("数据性质"),
)
DEFINITION = (
    "完成率为年初以来的数与年度目标之比：流量取年初以来累计，存量取期末数，比率取年初以来的比率。"
    "序时差为完成率减序时进度，比率指标为与应达比率之差；相差不超过目标的0.1%视为相当。"
    "目标带“超、以上、约”等限定的，完成率也只能说到相应的界限；任何一季不公开的，各项均不公开。"
)


@remembered
def targets_view(warehouse: Warehouse, selection: Selection) -> View | None:
    """The area's own targets and, of the areas inside it, those that are behind; None where none was set for the year."""
    own = [
        progress(warehouse, one, selection.period)
        for one in targets_of(warehouse, selection.area_code, selection.period)
    ]
    inside = [
        progress(warehouse, one, selection.period)
        for one in targets_inside(warehouse, selection.area_code, selection.period)
    ]
    # What the title tells of comes first: the area's own targets, then those of the areas inside it.
    every = [*sorted(own, key=_first), *sorted(inside, key=_first)]
    if not every:
        return None
    shown = [one for one in every if one in own or one.state == "behind" or not own][:SHOWN]
    year = every[0].target.year
    return View(
        key="targets",
        finding=targets_finding([(_place(warehouse, one, selection.area_code), one) for one in own or every]),
        measured=Measured(
            f"{year}年年度目标", f"{so_far(every[0])}完成率（%）", area_name(warehouse, selection.area_code)
        ),
        chart=charts.Bullets(
            [_bullet(warehouse, one, selection.area_code) for one in shown],
            due_label="" if every[0].is_over else f"{so_far(every[0])}序时应达",
        ),
        table=Table(COLUMNS, tuple(_row(warehouse, one) for one in every)),
        footer=_footer(warehouse, every, len(every) - len(shown)),
    )


def has_targets(warehouse: Warehouse, selection: Selection) -> bool:
    """Whether any target was set for the year, of the area itself or of anything in it."""
    return any(held(warehouse, selection.area_code, selection.period) for held in (targets_of, targets_inside))


def _first(one: Progress) -> tuple[bool, float, str]:
    """The furthest behind first, then the rest by how far they are ahead; last what cannot be judged."""
    return isinstance(one.reached, Absence), one.distance, one.target.metric.label


def targets_finding(every: Sequence[tuple[str, Progress]]) -> Finding:
    """How many targets are met and how many are behind, and which is furthest behind; with each, its place if it is told."""
    known = [one for _, one in every if not isinstance(one.reached, Absence)]
    if not known:
        return Finding(f"{len(every)}项年度目标：没有可以比的数")
    when, is_over = so_far(known[0]), known[0].is_over
    counts = {state: sum(one.state == state for one in known) for state in ("met", "behind")}
    met = f"{counts['met']}项已完成" if counts["met"] else ""
    head = f"{when}，{len(every)}项年度目标中"
    if not counts["behind"]:
        return Finding(f"{head}{met}" if met else f"{head}没有落后的", "没有落后的" if met else "")
    short = "未完成" if is_over else "落后"
    behind = f"{counts['behind']}项{short}"
    place, furthest = min(every, key=lambda pair: _first(pair[1]))
    worst = f"差得最多的是{place}{furthest.target.metric.label}（{standing(furthest)}）"
    if counts["behind"] == len(every) > 1:
        return Finding(f"{when}，{len(every)}项年度目标都{short}", worst)
    return Finding(f"{head}{met or behind}", behind if met else "", worst)


def _place(warehouse: Warehouse, one: Progress, area_code: str) -> str:
    """Where a target is, where that is not the selected area itself."""
    return "" if one.target.area_code == area_code else short_name(area(warehouse, one.target.area_code))


def _bullet(warehouse: Warehouse, one: Progress, area_code: str) -> charts.Bullet:
    place = _place(warehouse, one, area_code)
    pct = one.reached_pct
    is_told = isinstance(one.completion, Qualified) and not one.completion.is_incomparable
    # A rate is told as itself: the share of a rate reads as the rate.
    is_share = is_told and one.target.metric.denominator is None
    told = (
        f"完成率{amount(one.completion, '%')}" if is_share and isinstance(one.completion, Qualified) else _beside(one)
    )
    return charts.Bullet(
        name=f"{place}{one.target.metric.label}",
        value=one.reached if isinstance(one.reached, Absence) else pct,
        due=None if one.is_over else one.due_pct,
        text=told,
        note="" if isinstance(one.reached, Absence) else standing(one),
        tone=tone_of(one),
        key=f"{one.target.area_code}-{one.target.metric.name}",
        is_demo="demo" in one.origins,
    )


def _beside(one: Progress) -> str:
    """What is reached with the target itself: `37.1%，目标40%`, so that neither reads as a share of the other."""
    if isinstance(one.reached, Absence):
        return str(one.reached)
    return f"{reached_words(one)}，目标{aim_words(one.target)}"


def _figure(value: Qualified | Absence | None, unit: str, decimals: int) -> str:
    if isinstance(value, Qualified):
        return (
            str(Absence.NOT_COMPARABLE)
            if value.is_incomparable and value.high is None
            else amount(value, unit, decimals)
        )
    return "" if value is None else str(value)


def _lead(lead: Qualified | Absence | None) -> str:
    """The lead with its sign; of a qualified target, what it is at most."""
    if isinstance(lead, Qualified) and lead.low is None and lead.high is not None:
        return f"{'低于' if lead.is_high_open else '不高于'}{number(float(lead.high), POINTS, 1)}"
    return _figure(lead, POINTS, 1)


def _row(warehouse: Warehouse, one: Progress) -> tuple[Cell, ...]:
    metric, target = one.target.metric, one.target
    return (
        metric.label,
        Area(target.area_code, area_name(warehouse, target.area_code)),
        aim_words(target),
        reached_words(one),
        _figure(one.completion, "%", 1),
        one.due_pct if one.due_pct is not None else Absence.NOT_COMPARABLE,
        _lead(one.lead),
        standing(one),
        _figure(one.expected, metric.unit, metric.decimals),
        basis_words(one),
        target.document,
        "、".join(ORIGIN_LABELS[origin] for origin in one.origins),
    )


def _footer(warehouse: Warehouse, every: Sequence[Progress], left_out: int) -> Footer:
    forms = dict.fromkeys(source.label for one in every for source in sources(warehouse, one.target.metric))
    return Footer(
        source=Sources("年度目标", *forms),
        as_of=as_of_words(warehouse, max(one.as_of for one in every)),
        definition=DEFINITION,
        origins=origins_in(origin for one in every for origin in one.origins),
        note=f"连同下辖区域共{len(every)}项，图外的{left_out}项见数据表" if left_out else "",
    )
