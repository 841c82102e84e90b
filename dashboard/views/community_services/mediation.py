"""Disputes: how many were accepted, how many settled, and how long that takes."""

from dataclasses import replace

from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views.kinds.lines import asked, lines_view
from dashboard.views.view import View


def mediation_view(warehouse: Warehouse, selection: Selection) -> View:
    """Disputes accepted, settled and handed on over time; the title says out of how many that ended."""
    names = ("mediations_accepted", "mediations_settled", "mediations_transferred")
    view = lines_view(warehouse, names, selection)
    [accepted], [settled] = (
        asked(warehouse, named_metric(name), selection, selection.period)
        for name in ("mediations_accepted", "mediation_success_rate")
    )
    told = mediation_finding(selection.period, accepted.value, settled.numerator, settled.denominator)
    named = (named_metric(name).label for name in names[:2])
    return replace(view, finding=Finding(told).naming(selection.period, *named))


def mediation_finding(period: str, accepted: Value, settled: float | None, closed: float | None) -> str:
    """How many disputes came in, and how many of those that ended were settled."""
    if not is_number(accepted):
        return f"{period_label(period)}受理纠纷：{accepted}"
    ended = f"；当期结案{closed:.0f}件，其中调解成功{settled:.0f}件" if closed and settled is not None else ""
    return f"{period_label(period)}受理纠纷{accepted:.0f}件{ended}"
