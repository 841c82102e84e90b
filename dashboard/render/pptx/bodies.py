"""Sets what stands below the title of a slide: the parts of its layout, each in its box of the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.meeting.layouts import Box, check_drawers, placed
from dashboard.meeting.slide import Headline, Slide, required
from dashboard.render.alt import described
from dashboard.render.fitting import cut_evenly, fitted, height_of, last_rows
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.charts import add_chart
from dashboard.render.pptx.maps import add_map
from dashboard.render.pptx.tables import SETTING, add_table, roomy
from dashboard.render.pptx.text import Words, add_block, add_text
from dashboard.text.joined import named_by
from dashboard.views.table import Cell, Table

CARD_GAP, CARDS_IN_A_ROW, CARD_HEIGHT = 24, 4, 164
LONGEST_FACT, LONGEST_CELL = 80, 40
TEXT_SIZES, FACT_SIZES = (20, 18, 16, 14), (16, 14)
REMARK_AIR, FACT_AIR, FACT_WORD = 10, 8, 80
PROGRESS_HEIGHT, LEGEND_LINE, BELOW_LEGEND = 87, 26, 12
TONES = {"better": LIGHT.better, "worse": LIGHT.worse, "same": LIGHT.second_ink, "none": LIGHT.second_ink}


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


def _remarks_height(slide: Slide, width: float) -> float:
    """The points that remarks take below a table or cards in the smallest type."""
    text = "\n".join(slide.remarks)
    return height_of(text, TEXT_SIZES[-1], width) + REMARK_AIR * len(slide.remarks) + 4


def _remarks(page: Page, slide: Slide, box: Box) -> bool:
    """Remarks below each other at the largest size that fits."""
    texts, size = _fitted_lines(slide.remarks, box.width, box.height - REMARK_AIR * len(slide.remarks), TEXT_SIZES)
    _air(add_text(page, box, [[Words(text, size)] for text in texts], name="说明"), REMARK_AIR)
    return tuple(texts) != tuple(slide.remarks)


def _fitted_lines(texts: Sequence[str], width: float, height: float, sizes: Sequence[int]) -> tuple[Sequence[str], int]:
    """The texts below each other at the largest size that fits, cut evenly at the smallest where none does."""
    found = fitted("\n".join(texts), width, height, sizes)
    return (cut_evenly(texts, width, height, found.size) if found.is_cut else texts), found.size


def _air(frame: TextFrame, points: float) -> None:
    """The air before each paragraph of a text but the first."""
    for paragraph in frame.paragraphs[1:]:
        paragraph.space_before = Pt(points)


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
    _air(add_text(page, box, words, name="事实"), FACT_AIR)
    return tuple(facts) != slide.facts


def _cards(page: Page, slide: Slide, box: Box) -> bool:
    rows = -(-len(slide.headlines) // CARDS_IN_A_ROW)
    wide = (box.width - CARD_GAP * (CARDS_IN_A_ROW - 1)) / CARDS_IN_A_ROW
    high = min((box.height - CARD_GAP * (rows - 1)) / rows, CARD_HEIGHT)
    for place, one in enumerate(slide.headlines):
        row, column = divmod(place, CARDS_IN_A_ROW)
        left, top = box.left + column * (wide + CARD_GAP), box.top + row * (high + CARD_GAP)
        _card(page, Box(left, top, wide, high), one)
    return False


def _card(page: Page, box: Box, one: Headline) -> None:
    add_block(page, replace(box, height=1), LIGHT.rule, name="线")
    label = fitted(one.label, box.width, 24, (16, 14))
    words = [
        [Words(label.text, label.size, LIGHT.second_ink)],
        [Words(one.figure.figure, 32, is_bold=True), Words(f" {one.figure.unit}", 16, LIGHT.second_ink)],
        *([Words(change.text, 14, TONES[change.tone])] for change in one.changes),
    ]
    add_text(page, replace(box, top=box.top + 10, height=box.height - 10), words, name=one.label)


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
        text = f"{entry.text}　{entry.count} 处"
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
    "remarks": Drawer(_remarks, _remarks_height),
    "first_remarks": Drawer(_remarks, _remarks_height),
    "cards": Drawer(_cards),
    "chart": Drawer(_chart),
    "table": Drawer(_table),
    "nodes": Drawer(_nodes),
    "progress": Drawer(_progress, lambda slide, width: PROGRESS_HEIGHT),
    "map": Drawer(_map),
    "legend": Drawer(_legend, _legend_height),
}
check_drawers(DRAWERS, "dashboard/render/pptx/bodies.py")
