"""What a reader asks of the metric layer, as one value that fits into a link."""

from dataclasses import dataclass
from typing import Literal

from dashboard.metrics.areas import Area, area, children
from dashboard.metrics.periods import Grain, grain_of
from dashboard.metrics.selection import Comparison
from dashboard.metrics.warehouse import Warehouse

Axis = Literal["area", "period", "part", "metric"]
# What stands in rows or columns: an axis, nothing, or what the rule of `pivot.layout` says.
Side = Literal["area", "period", "part", "metric", "none", "auto"]

AXES: dict[Axis, str] = {"area": "区域", "period": "时期", "part": "分组", "metric": "指标"}
NO_AXIS: Literal["none"] = "none"
AUTO: Literal["auto"] = "auto"
MOST_METRICS, MOST_AREAS, MOST_PERIODS = 6, 12, 60


@dataclass(frozen=True)
class Level:
    """Which areas below a chosen one are told apart: those of a level of the tree, of one kind where `zone_kind` says so."""

    label: str
    level: str = ""
    zone_kind: str = ""


SELF = "self"
LEVELS = {
    SELF: Level("本级"),
    "district": Level("各片区", "片区"),
    "zone": Level("各园区、村、厂区", "三区单元"),
    "park": Level("各园区", "三区单元", "园区"),
    "village": Level("各村（社区）", "三区单元", "社区"),
    "factory": Level("各厂区", "三区单元", "厂区"),
    "grid": Level("各网格", "网格"),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """Metrics of areas from one period to another, by one dimension or none, laid out in rows and columns.

    `areas` are told themselves or, with another `level`, by what lies in them. `kind` is how they are drawn, `order` is
    by which column of numbers rows are sorted (`high-0`: its highest first), empty for the order of the tree.
    """

    metrics: tuple[str, ...]
    areas: tuple[str, ...]
    level: str
    since: str
    until: str
    by: str = ""
    rows: Side = AUTO
    columns: Side = AUTO
    comparison: Comparison = "none"
    kind: str = AUTO
    order: str = ""

    @property
    def grain(self) -> Grain:
        """Whether it is asked by month, quarter or year."""
        return grain_of(self.since)

    def to_query(self) -> dict[str, str]:
        """The question as parameters of a link; what is left to its rule is not said."""
        told = {
            "metrics": ",".join(self.metrics),
            "areas": ",".join(self.areas),
            "level": self.level,
            "from": self.since,
            "to": self.until,
            "by": self.by,
            "rows": "" if self.rows == AUTO else self.rows,
            "columns": "" if self.columns == AUTO else self.columns,
            "compare": self.comparison,
            "chart": "" if self.kind == AUTO else self.kind,
            "sort": self.order,
        }
        return {name: text for name, text in told.items() if text}


PARAMETERS = ("metrics", "areas", "level", "from", "to", "by", "rows", "columns", "compare", "chart", "sort")


def areas_of(warehouse: Warehouse, codes: tuple[str, ...], level: str) -> tuple[Area, ...]:
    """The areas that are told apart, in the order of the tree under each chosen one; a chosen one of that level is itself.

    Raises KeyError for an unknown area or level.
    """
    wanted = LEVELS[level]
    if not wanted.level:
        return tuple(area(warehouse, code) for code in codes)
    found = [
        place
        for code in codes
        for place in (area(warehouse, code), *children(warehouse, code, wanted.level))
        if place.level == wanted.level and place.is_in_scope and wanted.zone_kind in ("", place.zone_kind)
    ]
    return tuple({place.area_code: place for place in found}.values())
