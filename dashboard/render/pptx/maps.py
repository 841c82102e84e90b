"""Sets a map on a page of a deck: every area a shape of its own in the colour of its class."""

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.group import GroupShape
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.meeting.layouts import Box
from dashboard.meeting.slide import MapPicture
from dashboard.render.fitting import LINE_SPACING
from dashboard.render.maps.fitted import fitted_map
from dashboard.render.maps.labels import figure_text
from dashboard.render.palette import LIGHT, ink_on
from dashboard.render.pptx.template import SMALLEST
from dashboard.render.pptx.text import Words, add_text, color_of, describe, plain
from dashboard.render.widths import text_width

# Freeforms are drawn in tenths of a point.
FINE = 10


def add_map(page: Page, box: Box, picture: MapPicture, *, told: str) -> None:
    """Each area as a shape of its own, in the colour of its class; name and figure stand where they fit.

    All of them are one group, which is `told` to who cannot see it.
    """
    group = page.shapes.add_group_shape()
    group.name = "地图"
    describe(group, told)
    areas, labels = fitted_map(picture.shapes, box.width, box.height, SMALLEST)
    fills = dict(picture.fills)
    for area in areas:
        rings = [[(box.left + x, box.top + y) for x, y in ring] for ring in area.rings]
        told = f"{area.shape.name}：{figure_text(area.shape)}"
        _add_area(group, rings, fills[area.shape.code], name=area.shape.name, told=told)
    for label in labels:
        x, y = label.middle
        wide = max(text_width(line, SMALLEST) for line in label.lines) + 8
        high = len(label.lines) * SMALLEST * LINE_SPACING
        lines = [[Words(line, color=ink_on(fills[label.code]))] for line in label.lines]
        place = Box(box.left + x - wide / 2, box.top + y - high / 2, wide, high)
        add_text(group, place, lines, name=f"标注 {label.lines[0]}", align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)


def _add_area(
    group: GroupShape, rings: Sequence[Sequence[tuple[float, float]]], fill: str, *, name: str, told: str
) -> None:
    first = [(x * FINE, y * FINE) for x, y in rings[0]]
    builder = group.shapes.build_freeform(*first[0], scale=Pt(1) / FINE)
    builder.add_line_segments(first[1:], close=True)
    for hole in rings[1:]:
        points = [(x * FINE, y * FINE) for x, y in hole]
        builder.move_to(*points[0])
        builder.add_line_segments(points[1:], close=True)
    shape = builder.convert_to_shape()
    shape.name = name
    describe(shape, told)
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = color_of(fill)
    shape.line.color.rgb, shape.line.width = color_of(LIGHT.surface), Pt(1)
