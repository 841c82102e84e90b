"""Sets a map on a page of a deck: every area a shape of its own in the colour of its class, and what lies around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.freeform import FreeformBuilder
from pptx.shapes.group import GroupShape
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.meeting.layouts import Box
from dashboard.meeting.slide_parts import MapPicture
from dashboard.render.fitting import LINE_SPACING
from dashboard.render.maps.fitted import Drawing, fitted_picture
from dashboard.render.maps.labels import figure_text
from dashboard.render.palette import LIGHT, ink_on
from dashboard.render.pptx.template import SMALLEST
from dashboard.render.pptx.text import Words, add_block, add_text, color_of, describe, plain
from dashboard.render.widths import text_width
from dashboard.views.maps import Point

# Freeforms are drawn in tenths of a point.
FINE = 10
# A road against the height of its name, edge and band.
ROAD_EDGE, ROAD_BAND = 0.36, 0.24


@dataclass(frozen=True)
class _Sheet:
    """The group that a map is drawn into, and where its box begins on the page."""

    group: GroupShape
    box: Box

    def at(self, points: Sequence[Point]) -> list[Point]:
        return [(self.box.left + x, self.box.top + y) for x, y in points]

    def line(self, points: Sequence[Point], color: str, width: float, name: str) -> None:
        shape = _builder(self.group, self.at(points), is_closed=False).convert_to_shape()
        shape.name = name
        plain(shape)
        shape.fill.background()
        shape.line.color.rgb, shape.line.width = color_of(color), Pt(width)

    def filled(
        self, rings: Sequence[Sequence[Point]], fill: str, edge: str, width: float, name: str, told: str
    ) -> None:
        builder = _builder(self.group, self.at(rings[0]), is_closed=True)
        for hole in rings[1:]:
            points = [(x * FINE, y * FINE) for x, y in self.at(hole)]
            builder.move_to(*points[0])
            builder.add_line_segments(points[1:], close=True)
        shape = builder.convert_to_shape()
        shape.name = name
        describe(shape, told)
        plain(shape)
        shape.fill.solid()
        shape.fill.fore_color.rgb = color_of(fill)
        shape.line.color.rgb, shape.line.width = color_of(edge), Pt(width)

    def words(self, lines: Sequence[str], middle: Point, color: str, name: str, ground: str | None = None) -> None:
        """The lines around their middle; `ground` lies behind those that stand on colours or lines of any kind."""
        (x, y), size = middle, SMALLEST
        wide = max(text_width(line, size) for line in lines) + 8
        high = len(lines) * size * LINE_SPACING
        place = Box(self.box.left + x - wide / 2, self.box.top + y - high / 2, wide, high)
        told = [[Words(line, color=color)] for line in lines]
        if ground:
            add_block(self.group, _within(place), ground, name=f"底色 {name}")
        add_text(self.group, place, told, name=name, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)


def add_map(page: Page, box: Box, picture: MapPicture, *, told: str) -> None:
    """Each area as a shape of its own, in the colour of its class; name and figure stand where they fit.

    All of them are one group, which is `told` to who cannot see it.
    """
    group = page.shapes.add_group_shape()
    group.name = "地图"
    describe(group, told)
    drawing = fitted_picture(picture, box.width, box.height, SMALLEST)
    sheet, fills = _Sheet(group, box), dict(picture.fills)
    for area in drawing.areas:
        name = area.shape.name
        sheet.filled(area.rings, fills[area.shape.code], LIGHT.surface, 1, name, f"{name}：{figure_text(area.shape)}")
    _add_roads(sheet, drawing)
    for ring in (area.rings[0] for area in drawing.areas if area.shape.code == drawing.selected):
        sheet.line([*ring, ring[0]], LIGHT.accent, 3, "所讲区域的轮廓")
    for label in drawing.labels:
        if label.leader:
            sheet.line(label.leader, LIGHT.ink, 0.75, f"引线 {label.lines[0]}")
        ink = LIGHT.ink if label.leader else ink_on(fills[label.code])
        sheet.words(label.lines, label.middle, ink, f"标注 {label.lines[0]}")
    for name, middle in drawing.groups:
        sheet.words((name,), middle, LIGHT.ink, f"标注 {name}", LIGHT.surface)
    _add_surroundings(sheet, drawing)


def _add_roads(sheet: _Sheet, drawing: Drawing) -> None:
    for color, share in ((LIGHT.others, ROAD_EDGE), (LIGHT.surface, ROAD_BAND)):
        for road in drawing.context.roads:
            sheet.line(road.points, color, share * drawing.size, f"道路 {road.name}")
    for road in drawing.context.roads:
        if road.label:
            sheet.words(road.label.lines, road.label.middle, LIGHT.second_ink, f"路名 {road.name}", LIGHT.surface)


def _add_surroundings(sheet: _Sheet, drawing: Drawing) -> None:
    size, furniture = drawing.size, drawing.furniture
    for mark in drawing.context.marks:
        (x, y), half, name = mark.middle, size * 0.36, mark.label.lines[0]
        sheet.filled(
            [[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]],
            LIGHT.accent,
            LIGHT.surface,
            0.75,
            name,
            name,
        )
        sheet.words(mark.label.lines, mark.label.middle, LIGHT.ink, f"地标 {name}", LIGHT.surface)
    for edge in drawing.context.edges:
        sheet.words(edge.lines, edge.middle, LIGHT.second_ink, f"方位 {edge.lines[0]}")
    (left, level), (right, _) = furniture.scale
    tick = 0.35 * size
    sheet.line(
        [(left, level - tick), (left, level), (right, level), (right, level - tick)], LIGHT.second_ink, 0.75, "比例尺"
    )
    middle = right + 0.6 * size + text_width(furniture.scale_text, SMALLEST) / 2, level - tick / 2
    sheet.words((furniture.scale_text,), middle, LIGHT.second_ink, "比例尺 长度")
    x, y = furniture.north
    arrow = [
        (x, y - 1.5 * size),
        (x + 0.32 * size, y - 0.6 * size),
        (x, y - 0.8 * size),
        (x - 0.32 * size, y - 0.6 * size),
    ]
    sheet.filled([arrow], LIGHT.second_ink, LIGHT.second_ink, 0.25, "指北针", "上方为北")
    sheet.words(("北",), (x, y), LIGHT.second_ink, "指北针 北")
    if furniture.inset:
        _add_inset(sheet, drawing)


def _add_inset(sheet: _Sheet, drawing: Drawing) -> None:
    inset = drawing.furniture.inset
    if inset is None:
        return
    for (left, top, right, bottom), edge, width in ((inset.frame, LIGHT.rule, 0.75), (inset.shown, LIGHT.accent, 1.5)):
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        sheet.line(corners, edge, width, f"{inset.name}位置图")
    sheet.line([*inset.ring, inset.ring[0]], LIGHT.others, 0.75, f"{inset.name}轮廓示意")
    left, top = inset.frame[:2]
    half = text_width(inset.name, SMALLEST) / 2
    sheet.words(
        (inset.name,), (left + half + 0.4 * drawing.size, top + 0.9 * drawing.size), LIGHT.second_ink, inset.name
    )


def _within(place: Box) -> Box:
    """The part of a box of words that the letters fill."""
    aside, above = 2, 0.1 * SMALLEST
    return Box(place.left + aside, place.top + above, place.width - 2 * aside, place.height - 2 * above)


def _builder(group: GroupShape, points: Sequence[Point], *, is_closed: bool) -> FreeformBuilder:
    first, *rest = [(x * FINE, y * FINE) for x, y in points]
    builder = group.shapes.build_freeform(*first, scale=Pt(1) / FINE)
    builder.add_line_segments(rest, close=is_closed)
    return builder
