"""Turns the published figures of incubation sites into intervals beside what its forms report."""

from collections.abc import Sequence
from decimal import Decimal

from dashboard.metrics.areas import ancestors
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.reconciliation import Reconciled, reconcile
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.documents import bare_measure, limit_of
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import View, origins_in

THEME = "incubation"
AGREEMENT = {True: "一致", False: "不一致", None: "无法核对"}


@remembered
def published_view(warehouse: Warehouse, area_code: str) -> View | None:
    """The published figures of the sites in the area as open-ended intervals, each over its reported counterpart.

    None where nothing is published of them.

    The figures have different units, so each pair is drawn in per cent of the published number.
    """
    pairs = [
        pair
        for pair in reconcile(warehouse)
        if pair.metric
        and pair.metric.theme == THEME
        and pair.fact.is_chartable
        and _lies_in(warehouse, pair.fact.area_code, area_code)
    ]
    if not pairs:
        return None
    sites = "、".join(dict.fromkeys(pair.fact.entity for pair in pairs))
    documents = dict.fromkeys(pair.fact.document_title for pair in pairs)
    origins = {pair.fact.origin for pair in pairs} | {origin for pair in pairs for origin in pair.origins}
    return View(
        key="published",
        finding=published_finding(sites, [pair.agrees for pair in pairs]),
        measured=Measured(sites, "以公开数字为100，开口一端表示“超”“近”", "浅色为单位填报数"),
        chart=charts.RangeBars([bar for pair in pairs for bar in interval_pair(pair)], unit=""),
        footer=Footer(
            source="、".join(f"《{title}》" for title in documents),
            origins=origins_in(origins),
            as_of=max(pair.period for pair in pairs if pair.period),
            note="；".join(_notes(pairs)),
            definition="公开数字保留原文限定词：“超”是下界，“近”是上界。填报数落在区间内即为一致。",
        ),
        table=_table(pairs),
    )


def _table(pairs: Sequence[Reconciled]) -> Table:
    """One row a published figure: the measure, both figures, whether they agree, and the words of the document."""
    return Table(
        (Column("指标"), Column("公开数字"), Column("填报数字"), Column("核对"), Column("原文")),
        tuple(
            (
                pair.fact.measure,
                pair.fact.qualified.text(),
                _reported(pair),
                AGREEMENT[pair.agrees],
                pair.fact.quote,
            )
            for pair in pairs
        ),
    )


def _notes(pairs: Sequence[Reconciled]) -> list[str]:
    """What a figure counts where its name says so in brackets, and that the year is assumed."""
    measures = [pair.fact.measure for pair in pairs]
    assumed = dict.fromkeys(period_label(pair.fact.dated_as) for pair in pairs if pair.fact.is_year_assumed)
    notes = [f"{bare_measure(measure)}指{limit}" for measure in measures if (limit := limit_of(measure))]
    return [*notes, f"原文未印年份，按推定的{'、'.join(assumed)}核对"] if assumed else notes


def _lies_in(warehouse: Warehouse, code: str, area_code: str) -> bool:
    return code == area_code or area_code in {above.area_code for above in ancestors(warehouse, code)}


def interval_pair(pair: Reconciled) -> tuple[charts.Interval, charts.Interval]:
    """The published interval and the reported figure below it, both in per cent of the published number."""
    qualified = pair.fact.qualified
    whole = next(bound for bound in (qualified.low, qualified.high) if bound is not None)
    low, high = (None if bound is None else float(bound / whole * 100) for bound in (qualified.low, qualified.high))
    share = float(Decimal(str(pair.reported)) / whole * 100) if is_number(pair.reported) else None
    return (
        charts.Interval(
            bare_measure(pair.fact.measure),
            low,
            high,
            f"公开：{qualified.text()}",
            key=pair.fact.fact_id,
            is_highlighted=True,
        ),
        charts.Interval("填报", share, share, f"填报：{_reported(pair)}", key=f"{pair.fact.fact_id}-reported"),
    )


def _reported(pair: Reconciled) -> str:
    return number(pair.reported, pair.fact.unit, pair.metric.decimals if pair.metric else 0)


def published_finding(sites: str, agreements: Sequence[bool | None]) -> str:
    """How many of the published figures agree with what was reported, and how many cannot be judged."""
    agreeing, differing, unknown = (agreements.count(verdict) for verdict in (True, False, None))
    if unknown == len(agreements):
        return f"{sites}{unknown}项公开数字尚无填报数可核对"
    text = f"{sites}{len(agreements)}项公开数字中{agreeing}项与填报一致"
    rest = [f"{count}项{word}" for count, word in ((differing, "不一致"), (unknown, "无法核对")) if count]
    return "，".join((text, *rest))
