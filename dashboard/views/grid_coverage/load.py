"""Every grid's households and residents against the standard for its kind."""

from collections.abc import Sequence

from dashboard.metrics.areas import Area
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.grid_load import LoadBand, load_bands
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import in_period
from dashboard.views.charts import Banded, BandedMeasure, BandedRows
from dashboard.views.kinds.area_map import short_name
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.table import Column, Table
from dashboard.views.view import View

HOUSEHOLDS, RESIDENTS = "households_per_grid", "residents_per_grid"
NO_STANDARD = LoadBand(grid_kind="", households_low=None, households_high=None, residents_high=None)
NOTE = "标准为本系统所设，可由镇里修改，不出自公开文件"


@remembered
def load_view(
    warehouse: Warehouse,
    places: Sequence[Area],
    selection: Selection,
    *,
    chosen: str | None = None,
    key: str = "grid-load",
) -> View:
    """Households and residents of `places` on their bands, 综合 grids first; the title counts those outside."""
    bands = load_bands(warehouse)
    ordered = sorted(places, key=lambda place: (place.grid_kind != "综合", place.sort_order))
    by_metric = {name: _by_area(warehouse, name, ordered, selection) for name in (HOUSEHOLDS, RESIDENTS)}
    standards = [bands.get(place.grid_kind or "", NO_STANDARD) for place in ordered]
    households = [
        Banded(by_metric[HOUSEHOLDS][place.area_code].value, band.households_low, band.households_high)
        for place, band in zip(ordered, standards, strict=True)
    ]
    residents = [
        Banded(by_metric[RESIDENTS][place.area_code].value, None, band.residents_high)
        for place, band in zip(ordered, standards, strict=True)
    ]
    answers = [(named_metric(name), tuple(answered.values())) for name, answered in by_metric.items()]
    return View(
        key=key,
        finding=load_finding([place.name for place in ordered], households, residents).keyed(
            {place.name: place.area_code for place in ordered}
        ),
        measured=Measured("每个网格的户数与常住人口", period_label(selection.period), _standards(bands)),
        chart=BandedRows(
            [short_name(place) for place in ordered],
            [place.area_code for place in ordered],
            (BandedMeasure("户数", "户", tuple(households)), BandedMeasure("常住人口", "人", tuple(residents))),
            chosen=chosen,
        ),
        footer=joint_footer(warehouse, answers, NOTE),
        table=_table(ordered, households, residents),
    )


def load_finding(names: Sequence[str], households: Sequence[Banded], residents: Sequence[Banded]) -> Finding:
    """How many grids are outside of their standard, and which is farthest over it."""
    known = [banded for banded in (*households, *residents) if is_number(banded.value)]
    if not known:
        return Finding(f"网格负荷：{households[0].value if households else ''}")
    if not any(banded.has_band for banded in (*households, *residents)):
        return Finding("网格负荷没有设定标准")
    above = [
        name
        for name, home, people in zip(names, households, residents, strict=True)
        if _is_above(home) or _is_above(people)
    ]
    below = sum(banded.is_outside and not _is_above(banded) for banded in households)
    text = f"{len(above)}个网格超出标准" + (
        f"（{'、'.join(above[:2])}{'等' if len(above) > 2 else ''}）" if above else ""
    )
    if not above:
        text = "没有网格超出标准"
    return Finding(text, f"{below}个网格户数不足下限" if below else "").naming(*above)


def _is_above(banded: Banded) -> bool:
    return is_number(banded.value) and banded.high is not None and float(banded.value) > banded.high


def _by_area(warehouse: Warehouse, name: str, places: Sequence[Area], selection: Selection) -> dict[str, Cell]:
    answered = in_period(warehouse, named_metric(name), tuple(place.area_code for place in places), selection)
    return {cell.area_code: cell for cell in answered}


def _standards(bands: dict[str, LoadBand]) -> str:
    """The standards in words: `标准：综合网格 300–500 户、不超过 2,500 人；专属网格 不超过 2,500 人`."""
    standards = [f"{band.grid_kind}网格{band.range}" for band in bands.values()]
    return "标准：" + "；".join(standards) if standards else "不设标准"


def _table(places: Sequence[Area], households: Sequence[Banded], residents: Sequence[Banded]) -> Table:
    columns = (
        Column("网格"),
        Column("网格类型"),
        Column("户数", "户", 0),
        Column("常住人口", "人", 0),
        Column("与标准比"),
    )
    rows = tuple(
        (place.name, place.grid_kind, home.value, people.value, verdict(home, people))
        for place, home, people in zip(places, households, residents, strict=True)
    )
    return Table(columns, rows)


def verdict(home: Banded, people: Banded) -> str:
    """How a grid compares with its standard, in words; empty where it has none or was not reported."""
    if _is_above(home) or _is_above(people):
        return "、".join(word for word, banded in (("户数超上限", home), ("人口超上限", people)) if _is_above(banded))
    if home.is_outside:
        return "户数不足下限"
    judged = [banded for banded in (home, people) if banded.has_band and is_number(banded.value)]
    return "在标准内" if judged else ""
