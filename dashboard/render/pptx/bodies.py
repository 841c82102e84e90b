"""Sets what stands below the title of each kind of slide: headlines, chart, matter, table, map."""

from collections.abc import Callable
from dataclasses import replace

from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.meeting.slide import Headline, Slide
from dashboard.render.fitting import Fitted, fitted, height_of, last_rows
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.charts import add_chart
from dashboard.render.pptx.maps import add_map
from dashboard.render.pptx.tables import SETTING, add_table, roomy
from dashboard.render.pptx.template import MARGIN, WIDTH
from dashboard.render.pptx.text import Box, Words, add_block, add_text
from dashboard.views.table import Cell, Table

WHOLE = WIDTH - 2 * MARGIN
BODY = Box(MARGIN, 126, WHOLE, 352)
GAP = 24
CARDS_IN_A_ROW = 4
LONGEST_FACT, LONGEST_CELL = 80, 40
TEXT_SIZES = (20, 18, 16, 14)
TONES = {"better": LIGHT.better, "worse": LIGHT.worse, "same": LIGHT.second_ink, "none": LIGHT.second_ink}


def remarks_height(slide: Slide) -> float:
    """The points that remarks take below a table or cards, none where there are none."""
    text = "\n".join(slide.remarks)
    return height_of(text, TEXT_SIZES[-1], BODY.width) + 10 * len(slide.remarks) + 4 if text else 0


def _remarks(page: Page, box: Box, remarks: tuple[str, ...]) -> Fitted:
    """Remarks below each other at the largest size that fits."""
    found = fitted("\n".join(remarks), box.width, box.height - 10 * len(remarks), TEXT_SIZES)
    if not remarks:
        return found
    add_text(page, box, [[Words(line, found.size)] for line in found.text.split("\n")], name="说明")
    for paragraph in page.shapes[-1].text_frame.paragraphs[1:]:
        paragraph.space_before = Pt(10)
    return found


def _cover(page: Page, slide: Slide) -> list[Fitted]:
    add_block(page, Box(MARGIN, 244, 72, 5), LIGHT.accent, name="标记")
    return [_facts(page, Box(MARGIN, 268, WHOLE, 230), slide)]


def _facts(page: Page, box: Box, slide: Slide) -> Fitted:
    """(word, text) pairs below each other, the words in second ink."""
    # No one fact takes the room of the others; notes have it in full.
    facts = [(word, text if len(text) <= LONGEST_FACT else f"{text[:LONGEST_FACT]}…") for word, text in slide.facts]
    whole = "\n".join(f"{word}　{text}" for word, text in facts)
    sizes = TEXT_SIZES if slide.kind == "title" else TEXT_SIZES[2:]
    found = fitted(whole, box.width, box.height - 8 * len(slide.facts), sizes)
    lines = [line.split("　", 1) for line in found.text.split("\n")]
    words = [
        [Words(f"{line[0]}　", found.size, LIGHT.second_ink), *(Words(rest, found.size) for rest in line[1:])]
        for line in lines
    ]
    add_text(page, box, words, name="事实")
    for paragraph in page.shapes[-1].text_frame.paragraphs[1:]:
        paragraph.space_before = Pt(8)
    return replace(found, is_cut=found.is_cut or tuple(facts) != slide.facts)


def _headlines(page: Page, slide: Slide) -> list[Fitted]:
    below = remarks_height(slide)
    rows = -(-len(slide.headlines) // CARDS_IN_A_ROW)
    wide = (WHOLE - GAP * (CARDS_IN_A_ROW - 1)) / CARDS_IN_A_ROW
    high = min((BODY.height - below - GAP * (rows - 1)) / max(rows, 1), 164)
    for place, one in enumerate(slide.headlines):
        row, column = divmod(place, CARDS_IN_A_ROW)
        box = Box(MARGIN + column * (wide + GAP), BODY.top + row * (high + GAP), wide, high)
        _card(page, box, one)
    if not slide.remarks:
        return []
    return [_remarks(page, Box(MARGIN, BODY.top + BODY.height - below, WHOLE, below), slide.remarks)]


def _card(page: Page, box: Box, one: Headline) -> None:
    add_block(page, Box(box.left, box.top, box.width, 1), LIGHT.rule, name="线")
    label = fitted(one.label, box.width, 24, (16, 14))
    words = [
        [Words(label.text, label.size, LIGHT.second_ink)],
        [Words(one.figure.figure, 32, is_bold=True), Words(f" {one.figure.unit}", 16, LIGHT.second_ink)],
        *([Words(change.text, 14, TONES[change.tone])] for change in one.changes),
    ]
    add_text(page, Box(box.left, box.top + 10, box.width, box.height - 10), words, name=one.label)


def _with_chart(page: Page, slide: Slide) -> list[Fitted]:
    """The chart to the left, what is to be said to the right."""
    wide = 590
    add_chart(page, Box(MARGIN, BODY.top, wide, BODY.height), slide.table, slide.chart, name="图表")
    return [_remarks(page, _beside(wide), slide.remarks)]


def _beside(wide: float) -> Box:
    return Box(MARGIN + wide + GAP, BODY.top + 8, WHOLE - wide - GAP, BODY.height - 8)


def _matters(page: Page, slide: Slide) -> list[Fitted]:
    return _with_chart(page, slide) if slide.chart else _with_table(page, slide)


def _matter(page: Page, slide: Slide) -> list[Fitted]:
    wide = 400
    left = Box(MARGIN, BODY.top + 4, wide, 250)
    right = Box(MARGIN + wide + GAP + 8, BODY.top + 4, WHOLE - wide - GAP - 8, 96)
    said = Box(MARGIN, BODY.top + 262, wide, BODY.height - 262)
    found = [_facts(page, left, slide), _remarks(page, said, slide.remarks)]
    _progress(page, right, slide)
    if slide.is_table_shown:
        room = Box(right.left, right.top + right.height + 12, right.width, BODY.height - right.height - 16)
        # Where there are more nodes than fit, the last ones tell how the matter stands.
        short = _shortened(slide.table)
        shown = last_rows(short, room.width, room.height, SETTING)
        add_table(page, room, shown, name="节点")
        if shown != slide.table:
            found.append(Fitted("节点", 14, is_cut=True))
    return found


def _shortened(table: Table) -> Table:
    """The table without words so long that a single row would take the room of all."""

    def short(cell: Cell) -> Cell:
        is_long = isinstance(cell, str) and len(cell) > LONGEST_CELL
        return f"{cell[:LONGEST_CELL]}…" if is_long else cell

    return Table(table.columns, tuple(tuple(map(short, row)) for row in table.rows))


def _progress(page: Page, box: Box, slide: Slide) -> None:
    """Then and now in figures, and as a bar with a mark where it was then."""
    one = slide.progress
    then = "尚未议定" if one.then is None else f"{one.then}%"
    color = LIGHT.late if slide.is_late else LIGHT.series[0]
    words = [
        Words(f"{one.then_label} ", 16, LIGHT.second_ink),
        Words(then, 20),
        Words(f"  →  {one.now_label} ", 16, LIGHT.second_ink),
        Words(f"{one.now}%", 36, color, is_bold=True),
    ]
    add_text(page, Box(box.left, box.top, box.width, 54), [words], name="进度", anchor=MSO_ANCHOR.BOTTOM)
    track = Box(box.left, box.top + 66, box.width, 16)
    add_block(page, track, LIGHT.rule, name="进度条底")
    if one.now:
        add_block(page, replace(track, width=track.width * one.now / 100), color, name="进度条")
    if one.then:
        mark = Box(track.left + track.width * one.then / 100 - 1.5, track.top - 4, 3, track.height + 8)
        add_block(page, mark, LIGHT.ink, name="上次进度")


def _with_table(page: Page, slide: Slide) -> list[Fitted]:
    below = remarks_height(slide)
    if slide.is_table_shown:
        room = Box(MARGIN, BODY.top, WHOLE, BODY.height - below)
        add_table(page, room, slide.table, name="表格", setting=roomy(slide.table, room))
        place = Box(MARGIN, BODY.top + BODY.height - below, WHOLE, below)
    else:
        place = BODY
    return [_remarks(page, place, slide.remarks)] if slide.remarks else []


def _map(page: Page, slide: Slide) -> list[Fitted]:
    if slide.map is None:
        return _with_table(page, slide)
    wide = 610
    add_map(page, Box(MARGIN, BODY.top, wide, BODY.height), slide.map)
    beside = _beside(wide)
    top = beside.top
    for entry in slide.map.legend.entries:
        add_block(page, Box(beside.left, top + 2, 24, 15), entry.color, name="图例", line=LIGHT.rule)
        text = f"{entry.text}　{entry.count} 处"
        add_text(page, Box(beside.left + 32, top, beside.width - 32, 20), [[Words(text)]], name="图例文字")
        top += 26
    if slide.map.legend.is_schematic:
        words = [[Words("示意图，非行政区域界线", color=LIGHT.second_ink)]]
        add_text(page, Box(beside.left, top, beside.width, 20), words, name="图例文字")
        top += 26
    said = replace(beside, top=top + 12, height=beside.top + beside.height - top - 12)
    return [_remarks(page, said, slide.remarks)]


DRAWN: dict[str, Callable[[Page, Slide], list[Fitted]]] = {
    "title": _cover,
    "headlines": _headlines,
    "theme": _with_chart,
    "matters": _matters,
    "matter": _matter,
    "decided": _with_table,
    "list": _with_table,
    "map": _map,
    "attention": _with_table,
    "closing": _with_table,
    "corrections": _with_table,
}
