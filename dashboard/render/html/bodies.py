"""Sets what stands below the title of a slide: the parts of its layout, each in its box of the stage."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dashboard.meeting.layouts import Box, check_drawers, placed
from dashboard.meeting.slide import Slide, required
from dashboard.meeting.slide_parts import Headline
from dashboard.meeting.wording import short_against
from dashboard.render.alt import described
from dashboard.render.fitting import LINE_SPACING, last_rows, table_pages
from dashboard.render.html.charts import names_of
from dashboard.render.html.maps import legend_html, map_html
from dashboard.render.html.parts import facts_html, opening, remarks_html, table_html
from dashboard.render.html.tags import boxed, tag, words
from dashboard.render.stage import BODY, SCALE, SMALLEST, TABLE, remarks_height, scaled
from dashboard.text.formats import Change

CARDS_IN_A_ROW, CARD_GAP, CARD_HEIGHT, ABOVE_REMARKS = 4, 16, 226, 8
# Of a card, as the style sheet sets it: name with figure, and each line that tells a change; in little room it is tight.
ROOMY_CARD, TIGHT_CARD = (130, 32), (100, 30)
PROGRESS_HEIGHT, LEGEND_LINE, BELOW_LEGEND = 116, 40, 16


@dataclass(frozen=True)
class Drawer:
    """How a part is drawn in its box, all in pixels.

    `height` of (slide, width) is what it takes where it does not fill its column, `least` what it needs where it does.
    """

    draw: Callable[[Slide, Box], str]
    height: Callable[[Slide, float], float] = lambda slide, width: 0
    least: Callable[[Slide, float], float] = lambda slide, width: 0


def body_html(slide: Slide) -> str:
    """The body of a slide in boxes of fixed places."""

    def points(pixels: Callable[[Drawer], Callable[[Slide, float], float]]) -> Callable[[str, float], float]:
        return lambda part, width: pixels(DRAWERS[part])(slide, width * SCALE) / SCALE

    boxes = placed(slide.layout, slide.parts, points(lambda one: one.height), points(lambda one: one.least))
    return "".join(DRAWERS[part].draw(slide, _in_body(box)) for part, box in boxes)


def _in_body(box: Box) -> Box:
    """The box on the stage, seen from the body."""
    on_stage = scaled(box)
    return replace(on_stage, left=on_stage.left - BODY.left, top=on_stage.top - BODY.top)


def _known(slide: Slide) -> frozenset[str]:
    return frozenset(one.point for one in slide.drills)


def _openings(slide: Slide) -> list[str | None]:
    """What each row of the slide's table opens."""
    known = _known(slide)
    return [key if key in known else None for key in slide.row_keys or [None] * len(slide.rows)]


def _facts(slide: Slide, box: Box) -> str:
    return boxed("facts-box", facts_html(slide.facts, box.width, box.height), box)


def _remarks(slide: Slide, box: Box) -> str:
    return boxed("said", remarks_html(slide.remarks, box.width, box.height), box)


def _first(slide: Slide, width: float, room: float) -> tuple[str, ...]:
    """As many of the remarks as have room; notes have all, and the first may be cut."""
    counts = range(len(slide.remarks), 1, -1)
    count = next((one for one in counts if remarks_height(slide.remarks[:one], width) <= room), 1)
    return slide.remarks[:count]


def _first_height(slide: Slide, width: float) -> float:
    """The height of the remarks that have room below the smallest cards."""
    return remarks_height(_first(slide, width, BODY.height - ABOVE_REMARKS - _least_cards(slide, width)), width)


def _first_remarks(slide: Slide, box: Box) -> str:
    """The remarks that have room, at the foot of the box."""
    shown = _first(slide, box.width, box.height)
    high = min(remarks_height(shown, box.width), box.height)
    place = replace(box, top=box.top + box.height - high, height=high)
    return boxed("said", remarks_html(shown, box.width, high), place)


def _cards(slide: Slide, box: Box) -> str:
    rows = _rows_of_cards(slide)
    wide = (box.width - CARD_GAP * (CARDS_IN_A_ROW - 1)) / CARDS_IN_A_ROW
    high = min((box.height - CARD_GAP * (rows - 1)) / rows, CARD_HEIGHT)
    kind = "card" if high >= _card_height(ROOMY_CARD, slide) else "card tight"
    cards = []
    for number, (one, point) in enumerate(zip(slide.headlines, _openings(slide), strict=True)):
        row, column = divmod(number, CARDS_IN_A_ROW)
        place = Box(box.left + column * (wide + CARD_GAP), box.top + row * (high + CARD_GAP), wide, high)
        cards.append(boxed(kind, _card(one), place, **opening(point)))
    return "".join(cards)


def _rows_of_cards(slide: Slide) -> int:
    return max(1, -(-len(slide.headlines) // CARDS_IN_A_ROW))


def _card_height(card: tuple[int, int], slide: Slide) -> int:
    head, line = card
    return head + line * max((len(one.changes) for one in slide.headlines), default=0)


def _least_cards(slide: Slide, width: float) -> float:
    rows = _rows_of_cards(slide)
    return rows * _card_height(TIGHT_CARD, slide) + CARD_GAP * (rows - 1)


def _card(one: Headline) -> str:
    figure = tag("p", words("strong", one.figure.figure), words("small", one.figure.unit), class_="figure")
    return words("p", one.label, class_="name") + figure + "".join(map(_change, one.changes))


def _change(one: Change) -> str:
    return tag("p", words("span", short_against(one)), " ", words("b", one.moved, class_=one.tone), class_="change")


def _chart(slide: Slide, box: Box) -> str:
    buttons = [
        words("button", name, type="button", data_drill=point)
        for name, point in zip(names_of(slide), _openings(slide), strict=True)
        if point
    ]
    told = described(slide.title, slide.table, required(slide.chart).values)
    plot = tag("div", class_="plot", role="img", aria_label=told)
    chart = tag("div", plot, tag("div", *buttons, class_="points"))
    return boxed("chart", chart, box, data_chart=slide.key)


def _table(slide: Slide, box: Box) -> str:
    return boxed("table", table_html(required(slide.table), box.width, _openings(slide)), box)


def _nodes(slide: Slide, box: Box) -> str:
    # Where there are more nodes than fit, the last ones tell how the matter stands.
    line = SMALLEST * LINE_SPACING
    table = required(slide.table)
    is_whole = len(table_pages(table, box.width, box.height, TABLE)) == 1
    shown = table if is_whole else last_rows(table, box.width, box.height - line, TABLE)
    out = len(table.rows) - len(shown.rows)
    more = words("p", f"另有{out}个节点在前，见备注", class_="more") if out else ""
    return boxed("table", table_html(shown, box.width) + more, box)


def _progress(slide: Slide, box: Box) -> str:
    """Then and now in figures, and as a bar with a mark where it was then."""
    one = required(slide.progress)
    then = "尚未议定" if one.then is None else f"{one.then}%"
    told = tag(
        "p",
        words("span", one.then_label),
        words("b", then),
        words("span", "→"),
        words("span", one.now_label),
        words("strong", f"{one.now}%"),
    )
    # At 100 % the mark, which is 4 px wide, still lies on the bar.
    mark = tag("i", class_="mark", style=f"left:min({one.then}%,100% - 2px)") if one.then else ""
    bar = tag("div", tag("i", class_="bar", style=f"width:{one.now}%"), mark, class_="track")
    return boxed("progress late" if slide.is_late else "progress", told + bar, box)


def _map(slide: Slide, box: Box) -> str:
    return boxed(
        "map-box",
        map_html(required(slide.map), box.width, box.height, _known(slide), described(slide.title, slide.table)),
        box,
    )


def _legend(slide: Slide, box: Box) -> str:
    return boxed("key", legend_html(required(slide.map)), box)


def _legend_height(slide: Slide, width: float) -> float:
    legend = required(slide.map).legend
    return LEGEND_LINE * (len(legend.entries) + legend.is_schematic) + BELOW_LEGEND


DRAWERS = {
    "facts": Drawer(_facts),
    "remarks": Drawer(_remarks, lambda slide, width: remarks_height(slide.remarks, width)),
    "first_remarks": Drawer(_first_remarks, _first_height),
    "cards": Drawer(_cards, least=_least_cards),
    "chart": Drawer(_chart),
    "table": Drawer(_table),
    "nodes": Drawer(_nodes),
    "progress": Drawer(_progress, lambda slide, width: PROGRESS_HEIGHT),
    "map": Drawer(_map),
    "legend": Drawer(_legend, _legend_height),
}
check_drawers(DRAWERS, "dashboard/render/html/bodies.py")
