"""What a question says, with all that it does not say → what it is understood to ask, and what else it may."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.metrics.areas import area
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import shift
from dashboard.metrics.selection import Comparison, Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.forms import (
    apart_of,
    asks_its_place,
    bound_of,
    form_of,
    is_averaged,
    is_of_change,
    is_summed,
    level_of,
    order_of,
)
from dashboard.questions.heard import Heard
from dashboard.questions.late import late_bound
from dashboard.questions.nearest import relatives
from dashboard.questions.running import run_on_end
from dashboard.questions.spans import Span
from dashboard.questions.splitting import ratio_of, share_of, split_of
from dashboard.questions.spoken import OF_GRIDS
from dashboard.questions.times import GRAIN_LENGTH, times_of
from dashboard.questions.understood import MOST_SPANS, Understood
from dashboard.tables.targets import targets

MOST_NEAR = 6


@dataclass(frozen=True)
class Asking:
    """What a question is read with: what it says, the areas that it means and leaves out, and where it is asked."""

    warehouse: Warehouse
    said: Heard
    places: tuple[str, ...]
    left_out: tuple[str, ...]
    here: Selection


def complete(asking: Asking, metrics: tuple[str, ...]) -> tuple[Understood, tuple[str, ...]]:
    """The question with all that was not said, and a word on what could not be taken as said."""
    warehouse, said, places = asking.warehouse, asking.said, asking.places
    metrics = _of_grids(warehouse, metrics, said.level, places)
    if said.is_of_metric and len(metrics) == 2 and (rate := ratio_of(*(METRICS[name] for name in metrics))):
        metrics = (rate.name,)
    metric = METRICS[metrics[0]]
    by, parts, left_parts, note = split_of(warehouse, metric, said)
    left_out = left_parts or (asking.left_out if not by else ())
    has_target = any(one.metric is metric for one in targets(warehouse))
    times, form = (
        times_of(warehouse, metric, said, asking.here),
        form_of(metric, said, by, parts, places, left_out, has_target=has_target),
    )
    if form == "ranking" and asks_its_place(warehouse, metric, said, places[0]):
        form = "standing"
    late = (
        late_bound(metric, said.limits, by, parts)
        if form in ("figure", "ranking", "parts") and not said.level
        else None
    )
    form = "figure" if late else form
    is_of_times = form == "ranking" and not (said.level or left_out or said.limits) and len(set(times)) > 1
    if is_of_times or (form in ("figure", "compare") or (form == "trend" and any(said.against))) and len(times) > 1:
        form = "periods"
    elif form == "parts" and len(parts) == 1 and not (said.has_condition or said.says("share") or said.orders):
        is_course = said.says("trend") or not times[0].is_single
        form = "periods" if len(times) > 1 else "trend" if is_course else "parts"
    elif form in ("figure", "compare") and not times[0].is_single:
        form = "trend"
    if form == "trend" and parts and said.says("trend") and times[0].is_single:
        last, grain = times[0].last, times[0].grain
        times = (Span(shift(last, 1 - GRAIN_LENGTH[grain]), last),)
    if (
        form == "trend"
        and said.is_each
        and not said.says("average")
        and len(times) == 1
        and 1 < len(times[0].periods) <= MOST_SPANS
    ):
        times, form = tuple(Span(period, period) for period in times[0].periods), "periods"
    if (
        form == "trend"
        and said.is_from_to
        and (said.rising or said.falling)
        and not (said.says("trend") or said.says("when"))
    ):
        # 从2023年到2025年涨了多少 holds the last of them against the first.
        times = tuple(Span(period, period) for period in (times[0].last, times[0].first))
        form = "periods"
    comparison: Comparison = said.comparison or asking.here.comparison
    if said.says("share") and form == "figure" and len(metrics) == 1 and (share := share_of(metric)):
        metrics, metric = (share.name,), share
    is_told_apart = form in ("ranking", "parts")
    is_of_one = form == "ranking" and len(parts) == 1 and not said.says("share")
    is_change = is_told_apart and (not parts or is_of_one) and is_of_change(said)
    # 谁的人口增长快 holds the changes of the two against each other.
    is_change |= form == "compare" and bool(said.rising or said.falling)
    if is_change and comparison == "none":
        comparison = "year_earlier"
    order = order_of(metric, said, is_change=is_change) if is_told_apart or form in ("standing", "trend") else ""
    is_reached = form == "trend" and said.says("when")
    is_narrowed = is_told_apart or is_reached or (form == "figure" and said.is_whether)
    within = bound_of(said, metric, is_change=is_change) if is_narrowed else None
    asked = Understood(
        metrics=metrics,
        areas=places,
        spans=times,
        form=form,
        by=by,
        parts=parts,
        left_out=left_out,
        level=level_of(warehouse, metric, said, places[0], left_out)
        if form == "ranking"
        else said.level
        if form == "causes"
        else "",
        comparison=comparison,
        order=order,
        top=said.top if is_told_apart and (order or not said.counted) and len(set(said.orders)) < 2 else 0,
        bound=within,
        is_change=is_change,
        is_share=said.says("share")
        and metric.adds_up
        and form in ("ranking", "parts", "figure")
        and not said.is_of_other,
        is_summed=metric.adds_up
        and (form != "periods" or metric.numerator.over_time == "sum")
        and is_summed(said, form, left_out),
        is_averaged=is_averaged(said, metric, form),
        apart=apart_of(metric, said, form, (len(places), len(times), len(parts))),
        late=late,
        is_first=is_reached and within is not None and said.is_first,
    )
    if asked.apart == "gap" and form == "figure" and len(metrics) != 2:
        asked = replace(asked, apart="")
    if said.run:
        asked = run_on_end(said, asked)
    elif is_told_apart and not (asked.span.is_single or len(asked.spans) > 1) and (asked.order or asked.is_narrowed):
        asked = replace(asked, spans=(asked.span.as_one(metric.grains),))
    elif not asked.is_compared:
        asked = replace(asked, comparison=asking.here.comparison)
    return asked, (note,) if note and form != "target" else ()


def _of_grids(warehouse: Warehouse, metrics: tuple[str, ...], level: str, places: Sequence[str]) -> tuple[str, ...]:
    """The metrics, and for those that grids do not tell what they tell instead."""
    is_of_grids = level == "grid" or all(area(warehouse, code).level == "网格" for code in places)
    return tuple(OF_GRIDS.get(name, name) if is_of_grids else name for name in metrics)


def near_to(
    asking: Asking,
    asked: Understood,
    candidates: Sequence[Sequence[str]],
    others: Sequence[tuple[str, str]],
) -> tuple[Understood, ...]:
    """The same question of other areas of a name, and of other metrics that a word may mean."""
    found = [
        replace(asked, areas=tuple(other if code == meant else code for code in asked.areas)) for meant, other in others
    ]
    named = asking.said.named[:1]
    names = dict.fromkeys((*candidates[0][1:], *(name for word in named for name in relatives(word))))
    further = asked.metrics[1:]
    found += [complete(asking, tuple(dict.fromkeys((name, *further))))[0] for name in names]
    told = (one for one in found if one != asked and (not one.run or one.span.grain in one.metric.grains))
    return tuple(dict.fromkeys(told))[:MOST_NEAR]
