"""All that a unit has late → what its 督办单 says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.metrics.areas import area_name
from dashboard.metrics.periods import last_day_of
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import version_line
from dashboard.text.periods import period_label
from dashboard.views.attention.items import Item, items_of_unit
from dashboard.views.attention.listed import DAYS
from dashboard.views.attention.matters import Matter
from dashboard.views.overview.rules import rules_in_words


@dataclass(frozen=True)
class Notice:
    """The 督办单 of a unit: its things, the longest late first; `day` is the last day of the period that it tells of."""

    unit: str
    day: date
    lead: str
    items: tuple[Item, ...]
    basis: str
    version: str
    is_demo: bool


def notice(warehouse: Warehouse, selection: Selection, found: Sequence[Matter], unit: str) -> Notice:
    """What the unit is to be reminded of, out of the matters `found` of the selection."""
    listed = items_of_unit(warehouse, found, unit)
    late = [item.days for item in listed if item.is_late]
    place, period = area_name(warehouse, selection.area_code), period_label(selection.period)
    told = f"，其中已超期{len(late)}件，最长的已超期{max(late)}天" if late else ""
    return Notice(
        unit=unit,
        day=last_day_of(selection.period),
        lead=f"截至{period}末，{place}范围内由你单位办理、需要关注的事项共{len(listed)}件{told}。"
        "现将有关事项予以督办，请抓紧办理。",
        items=listed,
        basis=f"{rules_in_words(warehouse)}{DAYS}",
        version=version_line(warehouse),
        is_demo=any(matter.line.is_demo for matter in found if unit in matter.units),
    )
