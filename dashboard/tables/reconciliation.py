"""Holds every published figure against the figure that the forms give for the same thing, area and time."""

from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.content import FactPair, content
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import grain_of
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.registers import Fact, published_facts

ENTERPRISE = "企业"
UNPAIRED = {
    "计划": "制度性安排，不是统计数，没有对应的报表",
    "个案": "个别人的情况，只存原文，不核对、不作图",
    "现状": "现有报表没有这一项",
    "成效": "现有报表没有这一项",
}


@dataclass(frozen=True)
class Reconciled:
    """A fact and what the forms say: `reported` in the fact's unit, `agrees` None where it cannot be judged, and why.

    A figure that is 不公开 is judged all the same, where it is of one enterprise or not told by parts.
    """

    fact: Fact
    metric: Metric | None
    period: str | None
    reported: Value | None
    agrees: bool | None
    why: str
    origins: tuple[str, ...]


def _total(found: tuple[Cell, ...], pair: FactPair) -> Value:
    """The figure of the pair: the sum over the parts that it names; one missing part leaves it untold."""
    chosen = [cell.value for cell in found if not pair.by or cell.part in pair.parts]
    absent = next((value for value in chosen if isinstance(value, Absence)), None)
    if absent or not chosen:
        return absent or Absence.NOT_REPORTED
    return sum(value for value in chosen if not isinstance(value, Absence)) / pair.per_unit


def _asked(warehouse: Warehouse, metric: Metric, fact: Fact, period: str, pair: FactPair) -> tuple[Cell, ...]:
    """The metric's cells for the area and the `period` that the fact speaks of."""
    grain = grain_of(period)
    return cells(warehouse, metric, (fact.area_code,), by=pair.by, grain=grain, since=period, until=period)


def _judged_unseen(
    warehouse: Warehouse, metric: Metric, fact: Fact, period: str, pair: FactPair, reason: str
) -> Reconciled:
    """Whether what a document printed was reported, without telling the figure that was.

    That a report lies where the document says gives away no more than the document does.
    """
    found = _asked(warehouse, replace(metric, protection=None), fact, period, pair)
    reported = _total(found, pair)
    origins = tuple(sorted({origin for cell in found for origin in cell.origins}))
    if isinstance(reported, Absence):
        return Reconciled(fact, metric, period, reported, None, f"对应的报表{reported}", origins)
    agrees = fact.qualified.contains(round(Decimal(reported), 6))
    why = f"{'与公开数据相符' if agrees else '与公开数据不符，请核对报表与口径'}；填报数{reason}，不公开"
    return Reconciled(fact, metric, period, Absence.NOT_DISCLOSED, agrees, why, origins)


def _reconciled(warehouse: Warehouse, fact: Fact) -> Reconciled:
    pair = content().pairs.get(fact.fact_id)
    if pair is None:
        return Reconciled(fact, None, fact.period, None, None, UNPAIRED[fact.fact_nature], ())
    metric = named_metric(pair.metric)
    period = fact.period
    if period is None:
        return Reconciled(fact, metric, None, None, None, "原文未印年份，也没有推定年份", ())
    if pair.by and pair.by not in {dimension.name for dimension in metric.dimensions}:
        return _judged_unseen(warehouse, metric, fact, period, pair, "不按对象分列")
    found = _asked(warehouse, metric, fact, period, pair)
    reported = _total(found, pair)
    origins = tuple(sorted({origin for cell in found for origin in cell.origins}))
    if reported is Absence.NOT_DISCLOSED and fact.entity_kind == ENTERPRISE:
        return _judged_unseen(warehouse, metric, fact, period, pair, "属于单个企业")
    if isinstance(reported, Absence):
        return Reconciled(fact, metric, period, reported, None, f"对应的报表{reported}", origins)
    # Held as printed on the form: six decimals are what a form can carry.
    agrees = fact.qualified.contains(round(Decimal(reported), 6))
    if not agrees and set(origins) == {"published"}:
        # A register that only knows what documents name is no report: three named enterprises are not the whole park.
        return Reconciled(
            fact, metric, period, Absence.NOT_REPORTED, None, "只有公开文件写到的部分，单位没有填报", origins
        )
    why = "与公开数据相符" if agrees else "与公开数据不符，请核对报表与口径"
    if fact.is_year_assumed:
        why += f"；原文未印年份，按推定的{fact.dated_as}核对"
    return Reconciled(fact, metric, period, reported, agrees, why, origins)


def reconcile(warehouse: Warehouse) -> tuple[Reconciled, ...]:
    """Every published figure with its result, those that a metric meets first, then by document and number."""
    found = [_reconciled(warehouse, fact) for fact in published_facts(warehouse)]
    return tuple(sorted(found, key=lambda result: result.metric is None))
