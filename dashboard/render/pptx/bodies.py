"""Sets what stands below the title of a slide: the parts of its layout, each in its box of the page."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide as Page

from dashboard.meeting.layouts import Box, check_drawers, placed
from dashboard.meeting.slide import Slide, required
from dashboard.meeting.slide_parts import Headline
from dashboard.meeting.wording import short_against
from dashboard.render.alt import described
from dashboard.render.fitting import LINE_SPACING, cut_evenly, fitted, height_of, last_rows, line_width
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.charts import add_chart
from dashboard.render.pptx.maps import add_map
from dashboard.render.pptx.remarks import TEXT_SIZES, add_remarks, air, remarks_height
from dashboard.render.pptx.tables import SETTING, add_table, roomy
from dashboard.render.pptx.text import Words, add_block, add_text
from dashboard.text.formats import Change
from dashboard.text.joined import named_by
from dashboard.views.table import Cell, Table

CARD_GAP, CARDS_IN_A_ROW, CARD_HEIGHT = 24, 4, 164
ABOVE_CARD, SMALLEST_LABEL, UNIT_SIZE = 10, 14, 16
LONGEST_FACT, LONGEST_CELL = 80, 40
FACT_SIZES = (16, 14)
FACT_AIR, FACT_WORD = 8, 80
PROGRESS_HEIGHT, LEGEND_LINE, BELOW_LEGEND = 87, 26, 12
TONES = {"better": LIGHT.better, "worse": LIGHT.worse, "same": LIGHT.second_ink, "none": LIGHT.second_ink}


@dataclass(frozen=True)
class CardType:
    """The sizes in which a card is set: its name, its figure, what tells how it moved."""

    label: int
    figure: int
    change: int

    def height(self, card: Headline, width: float) -> float:
        """The height that the card takes."""
        changes = sum(height_of(_told(one), self.change, width) for one in card.changes)
        long = line_width(card.figure.figure, self.figure) + line_width(f" {card.figure.unit}", UNIT_SIZE)
        lines = math.ceil(long / (width - self.figure))
        return ABOVE_CARD + (self.label + lines * self.figure) * LINE_SPACING + changes


CARD_TYPES = (CardType(18, 44, 16), CardType(18, 40, 14), CardType(16, 32, 14))


@dataclass(frozen=True)
class Drawer:
    """How a part is drawn in its box, and what it takes of (slide, width) where it does not fill its column.

    `draw` says whether something of the part was cut.
    """

    draw: Callable[[Page, Slide, Box], bool]
    height: Callable[[Slide, float], float] = lambda slide, width: 0


def add_body(page: Page, slide: Slide) -> bool:
    """The parts of the slide in the boxes of its layout; whether anything of them was cut."""

    def height(part: str, width: float) -> float:
        return DRAWERS[part].height(slide, width)

    # Every part is drawn, whatever was cut before.
    are_cut = [DRAWERS[part].draw(page, slide, box) for part, box in placed(slide.layout, slide.parts, height)]
    return any(are_cut)


def _remarks(page: Page, slide: Slide, box: Box) -> bool:
    return add_remarks(page, slide.remarks, box)


def _facts(page: Page, slide: Slide, box: Box) -> bool:
    """(word, text) pairs below each other, the words in second ink."""
    is_cover = slide.layout == "cover"
    if is_cover:
        add_block(page, Box(box.left, box.top - 15, 72, 5), LIGHT.accent, name="标记")
    # No one fact takes the room of the others; notes have it in full.
    facts = [(word, text if len(text) <= LONGEST_FACT else f"{text[:LONGEST_FACT]}…") for word, text in slide.facts]
    lines = [f"{word}　{text}" for word, text in facts]
    room = box.height - FACT_AIR * len(facts)
    sizes = TEXT_SIZES if is_cover else FACT_SIZES
    found = fitted("\n".join(lines), box.width, room, sizes)
    if found.is_cut:
        texts = cut_evenly([text for _, text in facts], box.width - FACT_WORD, room, found.size)
        facts = [(word, text) for (word, _), text in zip(facts, texts, strict=True)]
    words = [[Words(f"{word}　", found.size, LIGHT.second_ink), Words(text, found.size)] for word, text in facts]
    air(add_text(page, box, words, name="事实"), FACT_AIR)
    return tuple(facts) != slide.facts


def _cards(page: Page, slide: Slide, box: Box) -> bool:
    rows = -(-len(slide.headlines) // CARDS_IN_A_ROW)
    wide = (box.width - CARD_GAP * (CARDS_IN_A_ROW - 1)) / CARDS_IN_A_ROW
    high = min((box.height - CARD_GAP * (rows - 1)) / rows, CARD_HEIGHT)
    fits = (one for one in CARD_TYPES if all(one.height(card, wide) <= high for card in slide.headlines))
    # A change that is too long for the smallest type runs on below its card, as a reader would set it.
    chosen = next(fits, CARD_TYPES[-1])
    for place, one in enumerate(slide.headlines):
        row, column = divmod(place, CARDS_IN_A_ROW)
        left, top = box.left + column * (wide + CARD_GAP), box.top + row * (high + CARD_GAP)
        _card(page, Box(left, top, wide, high), one, chosen)
    return False


def _card(page: Page, box: Box, one: Headline, chosen: CardType) -> None:
    add_block(page, replace(box, height=1), LIGHT.rule, name="线")
    label = fitted(one.label, box.width, chosen.label * LINE_SPACING, (chosen.label, SMALLEST_LABEL))
    words = [
        [Words(label.text, label.size, LIGHT.second_ink)],
        [
            Words(one.figure.figure, chosen.figure, is_bold=True),
            Words(f" {one.figure.unit}", UNIT_SIZE, LIGHT.second_ink),
        ],
        *([Words(_told(change), chosen.change, TONES[change.tone])] for change in one.changes),
    ]
    add_text(page, replace(box, top=box.top + ABOVE_CARD, height=box.height - ABOVE_CARD), words, name=one.label)


def _told(change: Change) -> str:
    return f"{short_against(change)} {change.moved}".strip()


def _chart(page: Page, slide: Slide, box: Box) -> bool:
    table, chart = required(slide.table), required(slide.chart)
    told = described(slide.title, table, chart.values)
    add_chart(page, box, table, chart, name="图表", told=told, marks=named_by(slide.title))
    return False


def _table(page: Page, slide: Slide, box: Box) -> bool:
    table = required(slide.table)
    add_table(page, box, table, name="表格", told=described(slide.title, table), setting=roomy(table, box))
    return False


def _nodes(page: Page, slide: Slide, box: Box) -> bool:
    # Where there are more nodes than fit, the last ones tell how the matter stands.
    shown = last_rows(_shortened(required(slide.table)), box.width, box.height, SETTING)
    add_table(page, box, shown, name="节点", told=described(slide.title, shown))
    return shown != slide.table


def _shortened(table: Table) -> Table:
    """The table without words so long that a single row would take the room of all."""

    def short(cell: Cell) -> Cell:
        return f"{cell[:LONGEST_CELL]}…" if isinstance(cell, str) and len(cell) > LONGEST_CELL else cell

    return Table(table.columns, tuple(tuple(map(short, row)) for row in table.rows))


def _progress(page: Page, slide: Slide, box: Box) -> bool:
    """Then and now in figures, and as a bar with a mark where it was then."""
    one = required(slide.progress)
    then = "尚未议定" if one.then is None else f"{one.then}%"
    color = LIGHT.late if slide.is_late else LIGHT.series[0]
    words = [
        Words(f"{one.then_label} ", 16, LIGHT.second_ink),
        Words(then, 20),
        Words(f"  →  {one.now_label} ", 16, LIGHT.second_ink),
        Words(f"{one.now}%", 36, color, is_bold=True),
    ]
    add_text(page, replace(box, height=54), [words], name="进度", anchor=MSO_ANCHOR.BOTTOM)
    track = replace(box, top=box.top + 66, height=16)
    add_block(page, track, LIGHT.rule, name="进度条底")
    if one.now:
        add_block(page, replace(track, width=track.width * one.now / 100), color, name="进度条")
    if one.then:
        mark = Box(track.left + track.width * one.then / 100 - 1.5, track.top - 4, 3, track.height + 8)
        add_block(page, mark, LIGHT.ink, name="上次进度")
    return False


def _map(page: Page, slide: Slide, box: Box) -> bool:
    add_map(page, box, required(slide.map), told=described(slide.title, slide.table))
    return False


def _legend(page: Page, slide: Slide, box: Box) -> bool:
    top, legend = box.top, required(slide.map).legend
    for entry in legend.entries:
        add_block(page, Box(box.left, top + 2, 24, 15), entry.color, name="图例", line=LIGHT.rule)
        text = f"{entry.text}　{entry.count}处"
        add_text(page, Box(box.left + 32, top, box.width - 32, 20), [[Words(text)]], name="图例文字")
        top += LEGEND_LINE
    if legend.is_schematic:
        words = [[Words("示意图，非行政区域界线", color=LIGHT.second_ink)]]
        add_text(page, Box(box.left, top, box.width, 20), words, name="图例文字")
    return False


def _legend_height(slide: Slide, width: float) -> float:
    legend = required(slide.map).legend
    return LEGEND_LINE * (len(legend.entries) + legend.is_schematic) + BELOW_LEGEND


DRAWERS = {
    "facts": Drawer(_facts),
    "remarks": Drawer(_remarks, lambda slide, width: remarks_height(slide.remarks, width)),
    "first_remarks": Drawer(_remarks, lambda slide, width: remarks_height(slide.remarks, width)),
    "cards": Drawer(_cards),
    "chart": Drawer(_chart),
    "table": Drawer(_table),
    "nodes": Drawer(_nodes),
    "progress": Drawer(_progress, lambda slide, width: PROGRESS_HEIGHT),
    "map": Drawer(_map),
    "legend": Drawer(_legend, _legend_height),
}
check_drawers(DRAWERS, "dashboard/render/pptx/bodies.py")
