"""The tree of areas as records: for the filter, for paths and for the map."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.metrics.warehouse import Warehouse

# How many there are of something, as it is written before 个.
NUMERALS = "零一两三四五六七八九十"

Ring = tuple[tuple[float, float], ...]

AREAS = """
SELECT area_code, name, level, zone_kind, parent_code, grid_kind, path, district_code,
       coalesce(aliases, '') AS aliases, land_mu::DOUBLE AS land_mu, geometry_status, coalesce(note, '') AS note,
       children, depth, sort_order, is_in_scope
FROM mart.area_profile
ORDER BY sort_order
"""
SHAPES = "SELECT area_code, name, level, zone_kind, parent_code, geometry_status, rings FROM mart.area_shapes"


@dataclass(frozen=True, kw_only=True)
class Area:
    """A node of the tree; `path` is `某镇 / 甲片区 / 乙村`, `depth` counts from the 市."""

    area_code: str
    name: str
    level: str
    zone_kind: str | None
    parent_code: str | None
    grid_kind: str | None
    path: str
    district_code: str | None
    aliases: str
    land_mu: float | None
    geometry_status: str
    note: str
    children: int
    depth: int
    sort_order: int
    is_in_scope: bool


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The polygon of an area, WGS84; the first ring is the outline, later rings are holes."""

    code: str
    name: str
    level: str
    zone_kind: str | None
    parent_code: str | None
    geometry_status: str
    rings: tuple[Ring, ...]


def areas(warehouse: Warehouse) -> dict[str, Area]:
    """All areas by code, in the order of the tree. Not to be changed: everyone shares it."""
    return warehouse.remember("areas", lambda: {row["area_code"]: Area(**row) for row in warehouse.rows(AREAS)})


def area(warehouse: Warehouse, code: str) -> Area:
    """The area of that code. Raises KeyError."""
    return areas(warehouse)[code]


def districts_word(warehouse: Warehouse, code: str) -> str:
    """What the 片区 below an area are called together: `两个片区`, one by its name, empty where there are none.

    Raises KeyError.
    """
    held = children(warehouse, code, "片区")
    if len(held) == 1:
        return held[0].name
    return f"{NUMERALS[len(held)] if len(held) < len(NUMERALS) else len(held)}个片区" if held else ""


def area_name(warehouse: Warehouse, code: str) -> str:
    """The name under which figures of an area are told. Raises KeyError.

    Only 片区 report, so that a figure of a 市 or 镇 is the sum of its 片区 and not its own: `两个片区合计`.
    """
    together = districts_word(warehouse, code)
    is_sum = len(children(warehouse, code, "片区")) > 1
    return f"{together}合计" if is_sum else together or area(warehouse, code).name


def ancestors(warehouse: Warehouse, code: str) -> tuple[Area, ...]:
    """The areas above `code`, the 市 first, without itself. Raises KeyError."""
    register = areas(warehouse)
    above: list[Area] = []
    parent = register[code].parent_code
    while parent is not None and len(above) < len(register):
        above.append(register[parent])
        parent = register[parent].parent_code
    return tuple(reversed(above))


def children(warehouse: Warehouse, code: str, level: str | None = None) -> tuple[Area, ...]:
    """The areas right below `code`, or all of one level anywhere below it, in the order of the tree."""
    return _below(warehouse).get((code, level), ())


def _below(warehouse: Warehouse) -> dict[tuple[str, str | None], tuple[Area, ...]]:
    """The areas right below each code (None) and those of each level anywhere below it: found once a version.

    To look through all areas at every question would take longer than the question where there are thousands.
    """

    def found() -> dict[tuple[str, str | None], tuple[Area, ...]]:
        below: dict[tuple[str, str | None], list[Area]] = {}
        for place in areas(warehouse).values():
            if place.parent_code is not None:
                below.setdefault((place.parent_code, None), []).append(place)
            for above in ancestors(warehouse, place.area_code):
                below.setdefault((above.area_code, place.level), []).append(place)
        return {key: tuple(places) for key, places in below.items()}

    return warehouse.remember("areas-below", found)


def outermost(places: Sequence[Area]) -> tuple[Area, ...]:
    """The places that lie in no other of them: a factory is part of the figure of the park around it."""
    codes = {place.area_code for place in places}
    return tuple(place for place in places if place.parent_code not in codes)


def options(warehouse: Warehouse) -> tuple[Area, ...]:
    """What the filter offers: everything inside a 片区 and the areas above it, in the order of the tree."""

    def found() -> tuple[Area, ...]:
        register = areas(warehouse)
        shown = {code for code, place in register.items() if place.is_in_scope}
        shown |= {above.area_code for code in shown for above in ancestors(warehouse, code)}
        shown = set(filter(warehouse.may_see, shown))
        return tuple(place for code, place in register.items() if code in shown)

    return warehouse.remember("options", found)


def is_chosen_by_filter(place: Area) -> bool:
    """Whether the filter of the pages can name the area: the whole city, a 片区 or what lies in one."""
    return place.level in ("市", "片区") or place.district_code is not None


def nearest_chosen(warehouse: Warehouse, code: str) -> Area:
    """The area itself where the filter can name it, else the nearest one above it that it can. Raises KeyError."""
    lineage = (*ancestors(warehouse, code), area(warehouse, code))
    return next(place for place in reversed(lineage) if is_chosen_by_filter(place))


def default_area(warehouse: Warehouse) -> str | None:
    """Where a reader who has chosen nothing begins: the 片区 that holds most areas, None in an empty warehouse.

    Who may see no 片区 begins at the first area that the filter can name, and at None where it can name none.
    """
    register = [place for place in areas(warehouse).values() if warehouse.may_see(place.area_code)]
    held = {place.area_code: 0 for place in register if place.level == "片区"}
    for place in register:
        if place.district_code in held:
            held[place.district_code] += 1
    named = (place.area_code for place in register if is_chosen_by_filter(place))
    return max(held, key=held.__getitem__) if held else next(named, None) if warehouse.within is not None else None


def shapes(warehouse: Warehouse, *, within: str | None = None, level: str | None = None) -> tuple[Shape, ...]:
    """The polygons of one level and below one area (itself included), or of all."""

    def found() -> tuple[Shape, ...]:
        return tuple(
            Shape(
                code=row.pop("area_code"),
                rings=tuple(tuple((lon, lat) for lon, lat in ring) for ring in json.loads(row.pop("rings"))),
                **row,
            )
            for row in warehouse.rows(SHAPES)
        )

    every = warehouse.remember("shapes", found)
    inside = None
    if within is not None:
        inside = {within} | {
            code for code in areas(warehouse) if within in {above.area_code for above in ancestors(warehouse, code)}
        }
    return tuple(
        shape for shape in every if (inside is None or shape.code in inside) and (level is None or shape.level == level)
    )
