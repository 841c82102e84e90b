"""Turns decided matters into lines and pictures: their state at one meeting and at the next, and who is responsible."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.matters import Standing, standings
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured, Sources
from dashboard.views import charts
from dashboard.views.answers import high_first, now, parts_in_period
from dashboard.views.findings import parts_finding
from dashboard.views.joint_meeting.meetings import Span
from dashboard.views.joint_meeting.nodes import following_words
from dashboard.views.joint_meeting.states import (
    TROUBLES,
    items_finding,
    main_state,
    once_words,
    state_counts,
    state_label,
    state_words,
)
from dashboard.views.kinds.parts import unsplit
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import View, footer, measured, origins_in, period_words, table

REGISTER = Sources("联席会议", "议定事项", "事项进展")
DRAWN = 14
RULE = (
    "超期和节点滞后都从原定期限算起，调整期限不改变它；后续节点已到而没有填报的节点不算滞后；"
    "无进展指状态、进度、节点和说明都没有变化；办结后重新打开的算在办。"
)


def listed(warehouse: Warehouse, area_code: str, between: Span) -> tuple[Standing, ...]:
    """The matters that were still to be done on the first day or came after it."""
    matters = standings(warehouse, area_code, between.day, between.since)
    return tuple(matter for matter in matters if not matter.was_closed)


ITEM_COLUMNS = (
    Column("事项"),
    Column("责任单位"),
    Column("期限"),
    Column("进度"),
    Column("状态"),
    Column("已到节点与说明"),
    Column("下一节点"),
)


def items_table(matters: Sequence[Standing], between: Span, place: str = "") -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the matters of a place, the open ones first by the day first promised."""
    days = f"{between.since_label}{between.since.isoformat()} → {between.day_label}{between.day.isoformat()}"
    return (
        items_finding(matters),
        Measured(days, place),
        Table(ITEM_COLUMNS, tuple(map(item_row, matters))),
        Footer(
            REGISTER,
            as_of=between.day.isoformat(),
            definition=RULE,
            origins=origins_in(matter.origin for matter in matters),
        ),
    )


def item_row(matter: Standing) -> tuple[str, ...]:
    """One matter: who, by when, from where to where, and what comes next."""
    due = matter.original_due_on.isoformat()
    if matter.due_on != matter.original_due_on:
        by = "（超期按此计）" if matter.overdue_days else ""
        due = f"原定{due}{by}，第{matter.plan_changes}次调整到{matter.due_on.isoformat()}"
    earlier = "新" if matter.earlier_progress_pct is None else f"{matter.earlier_progress_pct}%"
    return (
        f"{matter.title}（{matter.area_name}）",
        matter.responsible_unit,
        due,
        f"{earlier} → {matter.progress_pct}%",
        state_words(matter),
        "；".join(filter(None, (matter.node, matter.note))) or "尚未填报进展",
        following_words(matter),
    )


def placed(matters: Sequence[Standing]) -> tuple[Standing, ...]:
    """The matters, with the place in the title of those that share it with another."""
    count = Counter(matter.title for matter in matters)
    return tuple(
        replace(matter, title=f"{matter.title}（{matter.area_name}）") if count[matter.title] > 1 else matter
        for matter in matters
    )


def _short(title: str) -> str:
    return title.removeprefix("协调解决").replace("“", "").replace("”", "")


def progress(matter: Standing) -> int:
    """The percentage points that a matter has gained since the earlier day; a new matter starts from zero."""
    return matter.progress_pct - (matter.earlier_progress_pct or 0)


def progress_view(matters: Sequence[Standing], between: Span, place: str = "") -> View:
    """The progress on both days of the matters that were there on both, those that have moved least first."""
    both = placed([matter for matter in matters if matter.earlier_progress_pct is not None])
    moved = sorted(both, key=lambda matter: (progress(matter), matter.original_due_on))
    pairs = [
        charts.Pair(
            _short(matter.title),
            matter.earlier_progress_pct,
            matter.progress_pct,
            key=matter.decision_id,
            direction="higher",
        )
        for matter in moved[:DRAWN]
    ]
    *_, foot = items_table(matters, between)
    return View(
        key="progress",
        finding=progress_finding(both),
        measured=Measured(
            "进度（%）",
            f"{between.since_label} → {between.day_label}",
            place,
            f"变化最小的{DRAWN}项" if len(both) > DRAWN else "",
        ),
        chart=charts.Dumbbell(pairs, unit="%", then_label=between.since.isoformat(), now_label=between.day.isoformat())
        if pairs
        else None,
        footer=foot,
        table=Table(
            (Column("事项"), Column(between.since_label, "%", 0), Column(between.day_label, "%", 0)),
            tuple((matter.title, matter.earlier_progress_pct, matter.progress_pct) for matter in moved),
        ),
        why=f"{place}在{between.since_label}和{between.day_label}时都已议定的事项0项，没有进度可以前后对照。",
    )


def progress_finding(both: Sequence[Standing]) -> Finding:
    """How many of the matters that were there on both days are further, as far or less far."""
    if not both:
        return Finding("没有可以前后对照的事项")
    steps = list(map(progress, both))
    ahead, back = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    rest = len(both) - ahead - back
    parts = [f"{ahead}项有进展", f"{rest}项进度没有变化" if rest else "", f"{back}项退回" if back else ""]
    behind = [matter.decision_id for matter, step in zip(both, steps, strict=True) if step <= 0]
    return Finding(f"结转的{len(both)}项事项", *parts).naming(*behind)


def states_view(matters: Sequence[Standing], between: Span, place: str = "") -> View:
    """How many matters of a place are in each state, every matter once."""
    counts = {state_label(state): count for state, count in state_counts(matters).items()}
    still = [matter for matter in matters if matter.is_open]
    troubled = sum(main_state(matter) in TROUBLES for matter in still)
    *_, foot = items_table(matters, between)
    return View(
        key="states",
        finding=Finding(f"在办{len(still)}项", f"{troubled}项受阻、超期、无进展或节点滞后").naming(
            *map(state_label, TROUBLES)
        )
        if still
        else Finding("没有在办事项"),
        measured=Measured("事项（项）", f"{between.day_label}{between.day.isoformat()}", place),
        chart=charts.Bars([charts.Bar(state, count) for state, count in counts.items()], unit="项"),
        footer=replace(foot, note=once_words(matters)),
        table=Table((Column("状态"), Column("事项", "项", 0)), tuple(counts.items()) if matters else ()),
        why=f"{place}从{between.since_label}到{between.day_label}列入办理的议定事项0项。",
    )


@remembered
def units_view(warehouse: Warehouse, selection: Selection) -> View:
    """Which units have matters to do at the end of the selected period, the most first."""
    metric = named_metric("decisions_open")
    by_unit = parts_in_period(warehouse, metric.name, selection, "responsible_unit")
    answered = [cell for cell in by_unit if is_number(cell.value) and cell.value]
    answered.sort(key=lambda cell: high_first(cell.value))
    parts = [(cell.part, cell.value) for cell in answered]
    place = area_name(warehouse, selection.area_code)
    whole = now(warehouse, metric.name, selection)
    is_none = whole.value in (0, Absence.NOT_IN_PERIOD)
    return View(
        key="units",
        finding=parts_finding(metric, parts) if parts or not is_none else "没有在办事项",
        measured=measured(metric, "按责任单位", period_words(warehouse, metric, selection.period), place),
        chart=charts.Bars([charts.Bar(part, value) for part, value in parts[:DRAWN]], unit=metric.unit),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered or unsplit([whole]), "responsible_unit"),
        why=f"{place}在办0项，没有责任单位可以列出。" if whole.value == 0 else "",
    )
