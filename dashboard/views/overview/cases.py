"""Each kind of case in words: what it is, who has it, by when, and the page that shows more."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dashboard.metrics.alert_rules import thresholds
from dashboard.metrics.areas import area
from dashboard.metrics.attention import Case
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import grain_of, is_to_date, last_day_of, last_quarter
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.grid_load import load_bands
from dashboard.tables.lists import last_day as last_listed_day
from dashboard.tables.lists import open_needs
from dashboard.tables.matters import counted_on
from dashboard.tables.projects import late_milestones
from dashboard.tables.sources import sources
from dashboard.text.formats import is_number, number
from dashboard.text.periods import month_day, period_short
from dashboard.views.answers import parts_in_period
from dashboard.views.leads import LISTS
from dashboard.views.links import address, profile
from dashboard.views.view import period_words

NAMED = 2


@dataclass(frozen=True)
class Attention:
    """One thing that needs somebody: what, who, by when; the states 超期 and 受阻 are set in red.

    `link` is the address of the page that shows more, relative to this one (`grid_coverage?grid=…`), `profile` that of the
    profile of its area.
    """

    what: str
    who: str = ""
    due: str = ""
    state: str = ""
    note: str = ""
    is_demo: bool = False
    link: str = ""
    profile: str = ""


def line_of(warehouse: Warehouse, case: Case, selection: Selection) -> Attention:
    """The case as a line, with the link to the page or list that shows more of it."""
    there = replace(selection, area_code=case.area.area_code)
    line = WORDS[case.rule.name](warehouse, case)
    return replace(
        line,
        is_demo="demo" in case.origins,
        link=address(warehouse, case.rule.page, there.to_query() | LISTS.get(case.rule.metric, {})),
        profile=profile(warehouse, case.area.area_code, there.to_query()),
    )


def _end(warehouse: Warehouse, case: Case) -> str:
    """The end of the period, or the day as of which a quarter is told before it is over."""
    cut_off = warehouse.cut_off
    if cut_off is None:
        return f"{period_short(last_quarter(case.period) if is_to_date(case.period) else case.period)}末"
    if case.as_of and last_day_of(case.as_of) <= cut_off.day:
        return f"{period_short(case.as_of)}末"
    return month_day(cut_off.day)


def _span(warehouse: Warehouse, case: Case) -> str:
    """The period, or what of it is told before it is over."""
    if warehouse.cut_off is None:
        return period_short(case.period)
    words = period_words(warehouse, named_metric(case.rule.metric), case.period)
    return words if case.as_of else month_day(warehouse.cut_off.day)


def _responsible(warehouse: Warehouse, case: Case) -> str:
    """The leader of a grid of a village or park for a matter of the grid, the area itself for one of a zone."""
    if case.area.level != "网格":
        return case.area.name
    return f"{area(warehouse, case.area.parent_code).name if case.area.parent_code else ''}网格长"


def _overdue(warehouse: Warehouse, case: Case) -> Attention:
    return Attention(
        f"{case.area.name}{number(case.value)}件事件超期未办结",
        who=_responsible(warehouse, case),
        due=_end(warehouse, case),
        state="超期",
    )


def _leaderless(warehouse: Warehouse, case: Case) -> Attention:
    return Attention(
        f"{case.area.name}没有在岗网格长",
        who=area(warehouse, case.area.parent_code).name if case.area.parent_code else "",
        due=_end(warehouse, case),
        state="缺额",
    )


def _late(warehouse: Warehouse, case: Case) -> Attention:
    metric = named_metric(case.rule.metric)
    return Attention(
        f"{case.area.name}{metric.label}{number(case.value, metric.unit, metric.decimals)}，"
        f"低于{thresholds(warehouse)[case.rule.label].limit:g}%（到期{number(case.base)}件）",
        who=_responsible(warehouse, case),
        due=_span(warehouse, case),
        state="不及时",
    )


def units_named(counts: Mapping[str, float]) -> str:
    """The units that have the most, at most two by name; `各责任单位` where none is named."""
    units = sorted((unit for unit, count in counts.items() if unit and count), key=lambda unit: (-counts[unit], unit))
    more = f"等{len(units)}个单位" if len(units) > NAMED else ""
    return "、".join(units[:NAMED]) + more if units else "各责任单位"


def _units_of_decisions(warehouse: Warehouse, case: Case) -> str:
    by_unit = parts_in_period(
        warehouse, case.rule.metric, Selection(case.area.area_code, case.period), by="responsible_unit"
    )
    return units_named({cell.part: cell.value for cell in by_unit if is_number(cell.value)})


def _units_of_needs(warehouse: Warehouse, case: Case) -> str:
    ends_on = last_day_of(case.as_of or case.period)
    day = min(ends_on, last_listed_day(warehouse) or ends_on)
    late = [need for need in open_needs(warehouse, case.area.area_code, day) if need.overdue_days]
    return units_named(Counter(need.responsible_unit or "" for need in late))


def _late_decisions(warehouse: Warehouse, case: Case) -> Attention:
    return Attention(
        # Told beside meetings of other days, on which other matters were late.
        f"{case.area.name}{number(case.value)}项议定事项超期未结"
        f"（截至{month_day(counted_on(warehouse, case.period))}）",
        who=_units_of_decisions(warehouse, case),
        due=_end(warehouse, case),
        state="超期",
    )


def _late_needs(warehouse: Warehouse, case: Case) -> Attention:
    return Attention(
        f"{case.area.name}需求清单{number(case.value)}项到期未办结",
        who=_units_of_needs(warehouse, case),
        due=_end(warehouse, case),
        state="超期",
    )


def _late_milestones(warehouse: Warehouse, case: Case) -> Attention:
    late = late_milestones(warehouse, case.area.area_code, case.as_of or case.period)
    return Attention(
        f"{case.area.name}{number(case.value)}个项目节点到期未完成",
        who=units_named(Counter(area(warehouse, one.area_code).name for one in late)),
        due=_end(warehouse, case),
        state="超期",
    )


def _overloaded(warehouse: Warehouse, case: Case) -> Attention:
    band = load_bands(warehouse)[case.area.grid_kind or ""]
    return Attention(
        f"{case.area.name}超过负荷标准（{band.ceiling}）",
        who=area(warehouse, case.area.parent_code).name if case.area.parent_code else "",
        due=_end(warehouse, case),
        state="超负荷",
    )


def _silent_enterprises(warehouse: Warehouse, case: Case) -> Attention:
    unit = "家" if grain_of(case.period) == "quarter" else "家次"
    return Attention(
        f"{case.area.name}{number(case.pressing)}{unit}企业未报季报（应报{number(case.base)}{unit}）",
        who=case.area.name,
        due=_span(warehouse, case),
        state="未填报",
    )


def _silent_grids(warehouse: Warehouse, case: Case) -> Attention:
    unit = "个" if grain_of(case.period) == "quarter" else "个次"
    return Attention(
        f"{case.area.name}{number(case.pressing)}{unit}网格未报台账（应报{number(case.base)}{unit}）",
        who=case.area.name,
        due=_span(warehouse, case),
        state="未填报",
    )


def _gap(warehouse: Warehouse, case: Case) -> Attention:
    form = "、".join(source.label for source in sources(warehouse, named_metric(case.rule.metric)))
    return Attention(
        f"{case.area.name}的{form}本期没有报来", who=case.area.name, due=_span(warehouse, case), state="未填报"
    )


WORDS: dict[str, Callable[[Warehouse, Case], Attention]] = {
    "overdue": _overdue,
    "leaderless": _leaderless,
    "late": _late,
    "overloaded": _overloaded,
    "late_decisions": _late_decisions,
    "late_needs": _late_needs,
    "late_milestones": _late_milestones,
    "silent_enterprises": _silent_enterprises,
    "silent_grids": _silent_grids,
    "gap": _gap,
}
