"""Sets what surrounds the areas of a map as SVG: roads, places, neighbours, scale, north and the small map of the city."""

from collections.abc import Iterable, Sequence

from dashboard.render.html.tags import tag, words
from dashboard.render.maps.context import FittedMark, FittedName, FittedRoad
from dashboard.render.maps.furniture import Furniture, Inset
from dashboard.render.maps.placing import LINE_SPACING
from dashboard.views.maps import Point


def text_svg(
    lines: Sequence[str], middle: Point, size: float, kind: str, angle: float = 0.0, data_of: str | None = None
) -> str:
    """A text of some lines around its middle, turned by `angle` degrees."""
    x, y = middle
    line = size * LINE_SPACING
    top = y - line * (len(lines) - 1) / 2
    spans = [words("tspan", text, x=f"{x:.1f}", y=f"{top + line * place:.1f}") for place, text in enumerate(lines)]
    turn = f"rotate({angle:.1f} {x:.1f} {y:.1f})" if angle else None
    return tag("text", *spans, class_=kind, transform=turn, data_of=data_of)


def roads_svg(roads: Iterable[FittedRoad], size: float) -> list[str]:
    """The roads, each as a light band with its name."""
    lines = [_line(road.points, kind) for kind in ("road-edge", "road") for road in roads]
    names = [
        text_svg(road.label.lines, road.label.middle, size, "road-name halo", road.label.angle)
        for road in roads
        if road.label
    ]
    return [*lines, *names]


def _line(points: Sequence[Point], kind: str) -> str:
    return tag("polyline", class_=kind, points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points))


def marks_svg(marks: Iterable[FittedMark], size: float) -> list[str]:
    """The places, each as a small diamond with its name."""
    parts = []
    for mark in marks:
        x, y = mark.middle
        half = size * 0.36
        corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        parts.append(tag("polygon", class_="mark", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corners)))
        parts.append(text_svg(mark.label.lines, mark.label.middle, size, "mark-name halo"))
    return parts


def edges_svg(names: Iterable[FittedName], size: float) -> list[str]:
    """The names of what lies around the map."""
    return [text_svg(name.lines, name.middle, size, "edge halo") for name in names]


def furniture_svg(furniture: Furniture, size: float) -> list[str]:
    """Scale, north arrow and the small map."""
    (left, level), (right, _) = furniture.scale
    tick = 0.35 * size
    bar = [(left, level - tick), (left, level), (right, level), (right, level - tick)]
    x, y = furniture.north
    arrow = [
        (x, y - 1.5 * size),
        (x + 0.32 * size, y - 0.6 * size),
        (x, y - 0.8 * size),
        (x - 0.32 * size, y - 0.6 * size),
    ]
    scale_text = words(
        "text", furniture.scale_text, class_="scale-text", x=f"{right + 0.5 * size:.1f}", y=f"{level - tick / 2:.1f}"
    )
    return [
        _line(bar, "scale"),
        scale_text,
        tag("polygon", class_="north", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in arrow)),
        text_svg(("北",), (x, y - 0.05 * size), size, "north-name"),
        *(_inset_svg(furniture.inset, size) if furniture.inset else []),
    ]


def _inset_svg(inset: Inset, size: float) -> list[str]:
    left, top, right, bottom = inset.frame
    ring = " ".join(f"{x:.1f},{y:.1f}" for x, y in inset.ring)
    west, north, east, south = inset.shown
    x0, y0, x1, y1 = max(west, left), max(north, top), min(east, right), min(south, bottom)
    towns = [text_svg((name,), at, size, "inset-name") for name, at in inset.towns]
    return [
        _box("inset", left, top, right, bottom),
        tag("polygon", class_="inset-city", points=ring),
        _box("inset-shown", x0, y0, x1, y1),
        *towns,
        words("text", inset.name, class_="inset-city-name", x=f"{left + 0.4 * size:.1f}", y=f"{top + 0.9 * size:.1f}"),
    ]


def _box(kind: str, left: float, top: float, right: float, bottom: float) -> str:
    size = {"width": f"{right - left:.1f}", "height": f"{bottom - top:.1f}"}
    return tag("rect", class_=kind, x=f"{left:.1f}", y=f"{top:.1f}", **size)
