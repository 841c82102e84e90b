"""Sets a map as SVG whose colours follow the theme, for the stage, for documents and for pages, and its legend beside it."""

from collections.abc import Callable, Mapping, Sequence

from dashboard.meeting.slide_parts import MapPicture
from dashboard.render.html.parts import opening
from dashboard.render.html.surroundings import edges_svg, furniture_svg, marks_svg, roads_svg, text_svg
from dashboard.render.html.tags import tag, words
from dashboard.render.maps.circles import FittedCircle
from dashboard.render.maps.fitted import Drawing, fitted_picture
from dashboard.render.maps.labels import FittedLabel, figure_text
from dashboard.render.maps.placing import FittedArea
from dashboard.render.palette import LIGHT, Theme, ink_on
from dashboard.render.stage import SMALLEST
from dashboard.views.maps import Point

CLASS_OF = {LIGHT.missing: "missing"} | {color: f"class-{place}" for place, color in enumerate(LIGHT.sequential, 1)}
HATCH = (
    '<defs><pattern id="hatch" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="14" height="14"/><line class="line" x1="0" y1="0" x2="0" y2="14"/></pattern></defs>'
)
# How what a reader may point at answers: the attributes of the area of that code.
Opening = Callable[[str], Mapping[str, str | None]]


def class_colors(theme: Theme) -> dict[str, str]:
    """The colours of the classes and of the ink on them by the names of their CSS variables."""
    fills = dict(zip(CLASS_OF.values(), (theme.missing, *theme.sequential), strict=True))
    return fills | {f"on-{name}": ink_on(color) for name, color in fills.items()}


def map_html(picture: MapPicture, width: float, height: float, known: frozenset[str], told: str) -> str:
    """The areas, each of which opens its data where there are any, with labels where they fit; `told` is read out."""
    drawing = fitted_picture(picture, width, height, SMALLEST)
    kinds = {code: CLASS_OF[color] for code, color in picture.fills}
    return map_svg(
        drawing,
        kinds,
        told,
        lambda code: opening(code if code in known else None),
        width=f"{width:g}",
        height=f"{height:g}",
    )


def map_svg(
    drawing: Drawing,
    kinds: Mapping[str, str],
    told: str,
    opened: Opening,
    *,
    is_stepped: bool = False,
    **attributes: str,
) -> str:
    """The drawing, each area of the class that `kinds` has for its code; `told` is what is read out.

    With `is_stepped` the label of an area carries its code, so that its figure can be changed.
    """
    standing = [label for label in drawing.labels if label.leader is None]
    beside = [label for label in drawing.labels if label.leader is not None]
    selected = [area for area in drawing.areas if area.shape.code == drawing.selected]
    parts = [
        *(_area(area, kinds[area.shape.code], opened) for area in drawing.areas),
        *roads_svg(drawing.context.roads, drawing.size),
        *(tag("path", class_="chosen", d=_path(area.rings)) for area in selected),
        *([tag("g", *map(_circle, drawing.circles), class_="counts")] if drawing.circles else []),
        *(_label(label, kinds[label.code], drawing, label.code if is_stepped else None) for label in standing),
        *(text_svg((name,), middle, drawing.size, "group halo") for name, middle in drawing.groups),
        *marks_svg(drawing.context.marks, drawing.size),
        *(_beside(label, drawing.size, label.code if is_stepped else None) for label in beside),
        *edges_svg(drawing.context.edges, drawing.size),
        *furniture_svg(drawing.furniture, drawing.size),
    ]
    box = f"0 0 {drawing.width:g} {drawing.height:g}"
    style = f"font-size:{drawing.size:g}px"
    return tag(
        "svg", HATCH, *parts, class_="map", viewBox=box, style=style, role="group", aria_label=told, **attributes
    )


def _path(rings: Sequence[Sequence[Point]]) -> str:
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)


def _area(area: FittedArea, kind: str, opened: Opening) -> str:
    shape = area.shape
    told = f"{shape.name}：{figure_text(shape)}"
    # A slide stands on one line of its document.
    lines = words("title", "\n".join((told, *shape.tooltip))).replace("\n", "&#10;")
    return tag(
        "path",
        lines,
        class_=f"area {kind}",
        d=_path(area.rings),
        fill_rule="evenodd",
        aria_label=told,
        **({"role": "img"} | dict(opened(shape.code))),
    )


def _circle(circle: FittedCircle) -> str:
    x, y = circle.middle
    return tag("circle", class_="count", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{circle.radius:.1f}")


def _label(label: FittedLabel, kind: str, drawing: Drawing, code: str | None) -> str:
    # A circle lies between a label and its area: there only a halo keeps the letters apart from both.
    look = "label halo" if drawing.circles else f"label on-{kind}"
    return text_svg(label.lines, label.middle, drawing.size, look, data_of=code)


def _beside(label: FittedLabel, size: float, code: str | None) -> str:
    (x1, y1), (x2, y2) = label.leader or (label.middle, label.middle)
    ends = {"x1": f"{x1:.1f}", "y1": f"{y1:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
    return tag("line", class_="leader", **ends) + text_svg(label.lines, label.middle, size, "label halo", data_of=code)


def legend_html(picture: MapPicture) -> str:
    """The classes with the number of areas in each."""
    items = [
        tag(
            "li",
            tag("span", class_=f"swatch {CLASS_OF[entry.color]}"),
            words("span", entry.text),
            words("span", f"{entry.count}处", class_="count"),
        )
        for entry in picture.legend.entries
    ]
    notes = (picture.legend.note, "示意图，非行政区域界线" if picture.legend.is_schematic else "")
    return tag("ul", *items, *(words("li", note, class_="schematic") for note in notes if note), class_="legend")
