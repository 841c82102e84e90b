"""Sets what stands below the title of each kind of slide: headlines, chart, matter, table, map."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.meeting.slide import Headline, Slide
from dashboard.render.fitting import LINE_SPACING, last_rows, table_pages
from dashboard.render.html.charts import WIDTH as CHART_WIDTH
from dashboard.render.html.charts import is_drawn, points
from dashboard.render.html.maps import legend_html, map_html
from dashboard.render.html.measures import BODY_HEIGHT, GAP, SMALLEST, TABLE, WHOLE, place, tag, words
from dashboard.render.html.parts import facts_html, opening, remarks_height, remarks_html, table_html
from dashboard.text.formats import Change

CARDS_IN_A_ROW, CARD_GAP, CARD_HEIGHT = 4, 16, 226
# Of a card, as the style sheet sets it: name with figure, and each line that tells a change; in little room it is tight.
ROOMY_CARD, TIGHT_CARD = (130, 32), (100, 30)
ABOVE_REMARKS = 8
MAP_WIDTH = 740
COVER_TOP = 160
LEFT_OF_MATTER, PROGRESS_HEIGHT = 532, 116
LEGEND_LINE = 40
LONGEST_MATTER_REMARKS = 156


def body_html(slide: Slide) -> str:
    """The body of a slide in boxes of fixed places."""
    return DRAWN[slide.kind](slide)


def table_room(slide: Slide) -> float:
    """The height that the slide's table has above the remarks."""
    return BODY_HEIGHT - remarks_height(slide.remarks, WHOLE)


def _box(kind: str, inner: str, *where: float, **attributes: str) -> str:
    return tag("div", inner, class_=f"box {kind}", style=place(*where), **attributes)


def _known(slide: Slide) -> frozenset[str]:
    return frozenset(one.point for one in slide.drills)


def _cover(slide: Slide) -> str:
    high = BODY_HEIGHT - COVER_TOP
    return _box("cover", facts_html(slide.facts, WHOLE, high), 0, COVER_TOP, WHOLE, high)


def _headlines(slide: Slide) -> str:
    rows = max(1, -(-len(slide.headlines) // CARDS_IN_A_ROW))
    changes = max((len(one.changes) for one in slide.headlines), default=0)
    between = CARD_GAP * (rows - 1) + ABOVE_REMARKS
    slide, below = _with_remarks(slide, BODY_HEIGHT - between - rows * _card_height(TIGHT_CARD, changes))
    wide = (WHOLE - CARD_GAP * (CARDS_IN_A_ROW - 1)) / CARDS_IN_A_ROW
    high = min((BODY_HEIGHT - below - between) / rows, CARD_HEIGHT)
    kind = "card" if high >= _card_height(ROOMY_CARD, changes) else "card tight"
    known = _known(slide)
    cards = []
    for number, one in enumerate(slide.headlines):
        row, column = divmod(number, CARDS_IN_A_ROW)
        drill = opening(one.label if one.label in known else None)
        where = (column * (wide + CARD_GAP), row * (high + CARD_GAP), wide, high)
        cards.append(_box(kind, _card(one), *where, **drill))
    return "".join(cards) + _below(slide, below)


def _card_height(card: tuple[int, int], changes: int) -> int:
    head, line = card
    return head + line * changes


def _with_remarks(slide: Slide, room: float) -> tuple[Slide, float]:
    """The slide with as many of its remarks as `room` has, and their height; notes have all, and the first may be cut."""
    counts = range(len(slide.remarks), 1, -1)
    count = next((count for count in counts if remarks_height(slide.remarks[:count], WHOLE) <= room), 1)
    shown = slide.remarks[:count]
    return replace(slide, remarks=shown), min(remarks_height(shown, WHOLE), room)


def _card(one: Headline) -> str:
    figure = tag("p", words("strong", one.figure.figure), words("small", one.figure.unit), class_="figure")
    return words("p", one.label, class_="name") + figure + "".join(map(_change, one.changes))


def _change(one: Change) -> str:
    # The line above the title says in full what is compared with.
    against, moved = one.against.removesuffix("会议"), one.text.removeprefix(one.against).strip()
    return tag("p", words("span", against), " ", words("b", moved, class_=one.tone), class_="change")


def _below(slide: Slide, below: float) -> str:
    if not slide.remarks:
        return ""
    return _box("said", remarks_html(slide.remarks, WHOLE, below), 0, BODY_HEIGHT - below, WHOLE, below)


def _beside(slide: Slide, wide: float, top: float = 0, inner: str = "") -> str:
    """What is to be said to the right of a picture that is `wide`, from `top` on below `inner`."""
    left, high = wide + GAP, BODY_HEIGHT - top
    # The remarks of a theme are a figure and how it moved.
    said = remarks_html(slide.remarks, WHOLE - left, high, is_split=slide.kind == "theme")
    return (_box("key", inner, left, 0, WHOLE - left, top) if inner else "") + _box(
        "said", said, left, top, WHOLE - left, high
    )


def _with_chart(slide: Slide) -> str:
    if not is_drawn(slide):
        return _with_table(slide)
    known = _known(slide)
    buttons = [words("button", name, type="button", data_drill=name) for name in points(slide) if name in known]
    chart = tag("div", tag("div", class_="plot"), tag("div", *buttons, class_="points"))
    drawn = _box("chart", chart, 0, 0, CHART_WIDTH, BODY_HEIGHT, data_chart=slide.key)
    return drawn + _beside(slide, CHART_WIDTH)


def _with_table(slide: Slide) -> str:
    below = BODY_HEIGHT - table_room(slide) if slide.is_table_shown else BODY_HEIGHT
    said = _below(slide, below)
    if not slide.is_table_shown:
        return said
    return _box("table", table_html(slide.table, WHOLE, _known(slide)), 0, 0, WHOLE, BODY_HEIGHT - below) + said


def _matter(slide: Slide) -> str:
    said = min(remarks_height(slide.remarks, LEFT_OF_MATTER), LONGEST_MATTER_REMARKS)
    facts = facts_html(slide.facts, LEFT_OF_MATTER, BODY_HEIGHT - said - SMALLEST)
    facts += remarks_html(slide.remarks, LEFT_OF_MATTER, said)
    left = LEFT_OF_MATTER + GAP
    wide, high = WHOLE - left, BODY_HEIGHT - PROGRESS_HEIGHT - SMALLEST
    found = [
        _box("facts-box", facts, 0, 0, LEFT_OF_MATTER, BODY_HEIGHT),
        _box("progress late" if slide.is_late else "progress", _progress(slide), left, 0, wide, PROGRESS_HEIGHT),
    ]
    if slide.is_table_shown:
        # Where there are more nodes than fit, the last ones tell how the matter stands.
        line = SMALLEST * LINE_SPACING
        is_whole = len(table_pages(slide.table, wide, high, TABLE)) == 1
        shown = slide.table if is_whole else last_rows(slide.table, wide, high - line, TABLE)
        out = len(slide.table.rows) - len(shown.rows)
        more = words("p", f"另有 {out} 个节点在前，见备注", class_="more") if out else ""
        top = PROGRESS_HEIGHT + SMALLEST
        found.append(_box("table", table_html(shown, wide, _known(slide)) + more, left, top, wide, high))
    return "".join(found)


def _progress(slide: Slide) -> str:
    """Then and now in figures, and as a bar with a mark where it was then."""
    one = slide.progress
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
    return told + tag("div", tag("i", class_="bar", style=f"width:{one.now}%"), mark, class_="track")


def _map(slide: Slide) -> str:
    if slide.map is None:
        return _with_table(slide)
    drawn = map_html(slide.map, MAP_WIDTH, BODY_HEIGHT, _known(slide))
    top = LEGEND_LINE * (len(slide.map.legend.entries) + slide.map.legend.is_schematic) + 16
    return _box("map-box", drawn, 0, 0, MAP_WIDTH, BODY_HEIGHT) + _beside(slide, MAP_WIDTH, top, legend_html(slide.map))


DRAWN: dict[str, Callable[[Slide], str]] = {
    "title": _cover,
    "headlines": _headlines,
    "theme": _with_chart,
    "matters": _with_chart,
    "matter": _matter,
    "decided": _with_table,
    "list": _with_table,
    "map": _map,
    "attention": _with_table,
    "closing": _with_table,
    "corrections": _with_table,
}
