"""Sets a map on a page of a deck: every area a shape of its own in the colour of its class."""

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.look.maps.geometry import bounds, fitting_zoom, to_pixels
from dashboard.look.maps.labels import LABEL_SIZE, place_labels
from dashboard.look.theme import LIGHT, ink_on
from dashboard.meeting.powerpoint.fitting import SMALLEST
from dashboard.meeting.powerpoint.tables import width_of
from dashboard.meeting.powerpoint.text import Box, Words, add_text, color_of, plain
from dashboard.meeting.slide import MapPicture

# Freeforms are drawn in tenths of a point.
FINE = 10


def add_map(page: Page, box: Box, picture: MapPicture) -> None:
    """Each area as a shape of its own, in the colour of its class; name and figure stand where they fit."""
    corners = bounds([shape.rings[0] for shape in picture.shapes])
    # Labels are placed in pixels of a map whose 12 pixels are the smallest type of the deck.
    scale = SMALLEST / LABEL_SIZE
    zoom = fitting_zoom(corners, box.width / scale, box.height / scale)
    left, top = to_pixels((corners[0], corners[3]), zoom)
    right, bottom = to_pixels((corners[2], corners[1]), zoom)
    shift = (
        box.left + (box.width - (right - left) * scale) / 2 - left * scale,
        box.top + (box.height - (bottom - top) * scale) / 2 - top * scale,
    )

    def placed(point: tuple[float, float]) -> tuple[float, float]:
        x, y = to_pixels(point, zoom)
        return x * scale + shift[0], y * scale + shift[1]

    fills = dict(picture.fills)
    for shape in picture.shapes:
        rings = [[placed(point) for point in ring] for ring in shape.rings]
        told = f"{shape.name}：{shape.text or shape.value}"
        _add_area(page, rings, fills[shape.code], name=shape.name, told=told)
    for label in place_labels(picture.shapes, zoom):
        x, y = placed(label.point)
        lines = label.text.split("\n")
        wide, high = max(map(width_of, lines)) + 8, len(lines) * SMALLEST * 1.25
        words = [[Words(line, color=ink_on(fills[label.code]))] for line in lines]
        place = Box(x - wide / 2, y - high / 2, wide, high)
        add_text(page, place, words, name=f"标注 {lines[0]}", align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)


def _add_area(page: Page, rings: Sequence[Sequence[tuple[float, float]]], fill: str, *, name: str, told: str) -> None:
    first = [(x * FINE, y * FINE) for x, y in rings[0]]
    builder = page.shapes.build_freeform(*first[0], scale=Pt(1) / FINE)
    builder.add_line_segments(first[1:], close=True)
    for hole in rings[1:]:
        points = [(x * FINE, y * FINE) for x, y in hole]
        builder.move_to(*points[0])
        builder.add_line_segments(points[1:], close=True)
    shape = builder.convert_to_shape()
    shape.name = name
    shape._element.nvSpPr.cNvPr.set("descr", told)
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = color_of(fill)
    shape.line.color.rgb, shape.line.width = color_of(LIGHT.surface), Pt(1)
