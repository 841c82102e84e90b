"""Which places the page lists for the area of the filter: its grids, or the units of a 片区 that has no grids."""

from dataclasses import dataclass, replace

from dashboard.metrics.areas import Area, ancestors, area, areas, children, districts_word
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.grid_coverage.shown import EVENTS

GRID, UNIT = "网格", "三区单元"
NO_DIVISION = "{name}的公开文件未载网格划分，事件登记到村、园区和厂区"


@dataclass(frozen=True)
class Scope:
    """The places to list, all of one level; `pointed` is the one that the filter names, `note` what must be said.

    `undivided` are the units of those 片区 that have no grids, where others have: events are registered to them as well.
    """

    name: str
    level: str
    places: tuple[Area, ...]
    pointed: str | None = None
    note: str = ""
    undivided: tuple[Area, ...] = ()

    def of(self, metric: str) -> "Scope":
        """The places that the metric is told of: of events also the units without grids."""
        return replace(self, places=(*self.places, *self.undivided)) if metric in EVENTS else self

    @property
    def every_code(self) -> tuple[str, ...]:
        """The codes of all places that any metric is told of."""
        return (*self.codes, *(place.area_code for place in self.undivided))

    @property
    def has_grids(self) -> bool:
        """Whether the places are grids, for which staff and load are known."""
        return self.level == GRID

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the places."""
        return tuple(place.area_code for place in self.places)


def scope(warehouse: Warehouse, area_code: str) -> Scope:
    """The grids inside the area, or those beside it where it is a grid; units where the 片区 has no grids."""
    return warehouse.remember(("grid-scope", area_code), lambda: _scope(warehouse, area_code))


def _scope(warehouse: Warehouse, area_code: str) -> Scope:
    chosen = area(warehouse, area_code)
    if chosen.level == GRID:
        unit = ancestors(warehouse, area_code)[-1]
        return Scope(unit.name, GRID, children(warehouse, unit.area_code, GRID), area_code)
    grids = children(warehouse, area_code, GRID)
    if grids:
        without = _without_grids(warehouse, chosen)
        names = "、".join(place.name for place in without)
        also = f"{NO_DIVISION.format(name=names)}，看事件时与{len(grids)}个网格一并列出。" if without else ""
        units = tuple(unit for place in without for unit in children(warehouse, place.area_code, UNIT))
        name = districts_word(warehouse, area_code) or chosen.name
        return Scope(name, GRID, grids, note=also, undivided=units)
    return _beside(warehouse, chosen)


def _beside(warehouse: Warehouse, chosen: Area) -> Scope:
    """For a unit without grids of its own those of the park it lies in; otherwise all units of its 片区."""
    for wider in reversed(ancestors(warehouse, chosen.area_code)):
        grids = children(warehouse, wider.area_code, GRID) if wider.level == UNIT else ()
        if grids:
            text = f"{chosen.name}不单设网格，事件登记到所在的{wider.name}；下面列出{wider.name}的{len(grids)}个网格。"
            return Scope(wider.name, GRID, grids, note=text)
    district = area(warehouse, chosen.district_code) if chosen.district_code else chosen
    units = children(warehouse, district.area_code, UNIT)
    pointed = chosen.area_code if chosen.level == UNIT else None
    name = districts_word(warehouse, district.area_code) or district.name
    return Scope(name, UNIT, units, pointed, f"{NO_DIVISION.format(name=name)}，下面按这些单位列出。")


def _without_grids(warehouse: Warehouse, chosen: Area) -> list[Area]:
    """The 片区 inside an area that are not divided into grids."""
    inside = [place for place in areas(warehouse).values() if place.level == "片区"]
    if chosen.level == "片区":
        return []
    return [
        place
        for place in inside
        if chosen in ancestors(warehouse, place.area_code) and not children(warehouse, place.area_code, GRID)
    ]
