"""The villages side by side: households, registered and resident persons, and how they organize themselves."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area, area_name, children
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import in_period
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.table import Area, Column, Footer, Table

PROFILE = (
    "households",
    "registered_residents",
    "residents",
    "resident_ratio",
    "persons_per_household",
    "village_groups",
    "village_representatives",
    "estates",
)
VILLAGE, RATIO = "社区", "resident_ratio"


@remembered
def village_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer: one row a village of the selected area; no rows where it has none."""
    among = (area(warehouse, selection.area_code), *children(warehouse, selection.area_code, "三区单元"))
    villages = [place for place in among if place.zone_kind == VILLAGE and place.is_in_scope]
    metrics = [named_metric(name) for name in PROFILE]
    codes = tuple(village.area_code for village in villages)
    answers = [(metric, in_period(warehouse, metric, codes, selection)) for metric in metrics]
    rows = tuple(
        (Area(village.area_code, village.name), *(answered[place].value for _, answered in answers))
        for place, village in enumerate(villages)
    )
    _, ratios = answers[PROFILE.index(RATIO)]
    foot = joint_footer(warehouse, answers)
    return (
        village_finding([(village.name, cell.value) for village, cell in zip(villages, ratios, strict=True)]),
        Measured(period_label(selection.period), area_name(warehouse, selection.area_code)),
        Table(
            (Column("村（社区）"), *(Column(metric.label, metric.unit, metric.decimals) for metric in metrics)), rows
        ),
        foot if foot.as_of else replace(foot, as_of=selection.period),
    )


def village_finding(ratios: Sequence[tuple[str, float | Absence]]) -> str:
    """In which village most residents come from elsewhere: `甲村常住人口是户籍人口的 2.5 倍`."""
    known = [(value, name) for name, value in ratios if is_number(value)]
    if not known:
        return "村（社区）人口与户"
    value, name = max(known)
    metric = named_metric(RATIO)
    among = f"{len(known)}个村（社区）中，" if len(known) > 1 else ""
    return f"{among}{name}常住人口是户籍人口的{number(value, '', metric.decimals)}倍" + (
        "，倍数最高" if len(known) > 1 else ""
    )
