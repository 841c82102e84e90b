"""Sets a map on the stage as SVG whose colours follow the theme, and its legend beside it."""

from dashboard.meeting.slide import MapPicture
from dashboard.render.fitting import LINE_SPACING
from dashboard.render.html.parts import opening
from dashboard.render.html.tags import tag, words
from dashboard.render.maps.fitted import FittedArea, FittedLabel, fitted_map
from dashboard.render.maps.labels import figure_text
from dashboard.render.palette import LIGHT, Theme, ink_on
from dashboard.render.stage import SMALLEST

CLASS_OF = {LIGHT.missing: "missing"} | {color: f"class-{place}" for place, color in enumerate(LIGHT.sequential, 1)}
HATCH = (
    '<defs><pattern id="hatch" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ground" width="14" height="14"/><line class="line" x1="0" y1="0" x2="0" y2="14"/></pattern></defs>'
)


def class_colors(theme: Theme) -> dict[str, str]:
    """The colours of the classes and of the ink on them by the names of their CSS variables."""
    fills = dict(zip(CLASS_OF.values(), (theme.missing, *theme.sequential), strict=True))
    return fills | {f"on-{name}": ink_on(color) for name, color in fills.items()}


def map_html(picture: MapPicture, width: float, height: float, known: frozenset[str], told: str) -> str:
    """The areas, each of which opens its data where there are any, with labels where they fit; `told` is read out."""
    areas, labels = fitted_map(picture.shapes, width, height, SMALLEST)
    fills = dict(picture.fills)
    drawn = [_area(area, CLASS_OF[fills[area.shape.code]], known) for area in areas]
    drawn += [_label(label, CLASS_OF[fills[label.code]]) for label in labels]
    box = f"0 0 {width:g} {height:g}"
    size = {"width": f"{width:g}", "height": f"{height:g}"}
    return tag("svg", HATCH, *drawn, class_="map", viewBox=box, role="group", aria_label=told, **size)


def _area(area: FittedArea, kind: str, known: frozenset[str]) -> str:
    rings = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in area.rings)
    shape = area.shape
    told = f"{shape.name}：{figure_text(shape)}"
    drill = opening(shape.code if shape.code in known else None)
    return tag(
        "path", words("title", told), class_=f"area {kind}", d=rings, fill_rule="evenodd", aria_label=told, **drill
    )


def _label(label: FittedLabel, kind: str) -> str:
    x, y = label.middle
    line = SMALLEST * LINE_SPACING
    top = y - line * (len(label.lines) - 1) / 2
    lines = [
        words("tspan", text, x=f"{x:.1f}", y=f"{top + line * place:.1f}") for place, text in enumerate(label.lines)
    ]
    return tag("text", *lines, class_=f"label on-{kind}")


def legend_html(picture: MapPicture) -> str:
    """The classes with the number of areas in each."""
    items = [
        tag(
            "li",
            tag("span", class_=f"swatch {CLASS_OF[entry.color]}"),
            words("span", entry.text),
            words("span", f"{entry.count} 处", class_="count"),
        )
        for entry in picture.legend.entries
    ]
    schematic = [words("li", "示意图，非行政区域界线", class_="schematic")] if picture.legend.is_schematic else []
    return tag("ul", *items, *schematic, class_="legend")
