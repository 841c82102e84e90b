"""Sets remarks on a page of a deck: what each states in bold, how it moved grey below it, where there is room for it."""

from collections.abc import Sequence

from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.meeting.layouts import Box
from dashboard.render.fitting import cut_evenly, fitted, height_of
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.text import Words, add_text
from dashboard.text.joined import Finding, clauses

TEXT_SIZES, STATED_SIZES = (20, 18, 16, 14), (24, 20, 18)
AIR = 10
# How much smaller what moved is set than what is stated; the air before a remark in ems.
SMALLER, STATED_AIR = 4, 1.0


def remarks_height(remarks: Sequence[str], width: float) -> float:
    """The points that remarks take below a table or cards in the smallest type."""
    return height_of("\n".join(remarks), TEXT_SIZES[-1], width) + AIR * len(remarks) + 4


def add_remarks(page: Page, remarks: Sequence[str], box: Box) -> bool:
    """Remarks below each other at the largest size that fits; whether anything of them was cut."""
    if any(isinstance(one, Finding) for one in remarks):
        parts = [clauses(one) for one in remarks]
        size = next((one for one in STATED_SIZES if _stated_height(parts, box.width, one) <= box.height), None)
        if size:
            _add_stated(page, parts, box, size)
            return False
    room = box.height - AIR * len(remarks)
    found = fitted("\n".join(remarks), box.width, room, TEXT_SIZES)
    texts = cut_evenly(remarks, box.width, room, found.size) if found.is_cut else remarks
    air(add_text(page, box, [[Words(text, found.size)] for text in texts], name="说明"), AIR)
    return tuple(texts) != tuple(remarks)


def air(frame: TextFrame, points: float) -> None:
    """The air before each paragraph of a text but the first."""
    for paragraph in frame.paragraphs[1:]:
        paragraph.space_before = Pt(points)


def _stated_height(parts: Sequence[Sequence[str]], width: float, size: int) -> float:
    """The height of remarks whose first clauses are set in that size."""
    heights = [
        height_of(first, size, width) + sum(height_of(one, size - SMALLER, width) for one in rest)
        for first, *rest in parts
    ]
    return sum(heights) + STATED_AIR * size * (len(parts) - 1)


def _add_stated(page: Page, parts: Sequence[Sequence[str]], box: Box, size: int) -> None:
    words: list[list[Words]] = []
    firsts: list[int] = []
    for first, *rest in parts:
        firsts.append(len(words))
        words += [[Words(first, size, is_bold=True)], *([Words(one, size - SMALLER, LIGHT.second_ink)] for one in rest)]
    frame = add_text(page, box, words, name="说明")
    for place in firsts[1:]:
        frame.paragraphs[place].space_before = Pt(STATED_AIR * size)
