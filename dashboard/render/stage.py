"""The measures of the stage that slides are shown on, in its own pixels; the pages of a long table follow from them."""

from collections.abc import Sequence

from dashboard.meeting import layouts
from dashboard.meeting.layouts import Box
from dashboard.render.fitting import Setting, height_of

WIDTH, HEIGHT = 1280, 720
# Pixels of a point of the page.
SCALE = WIDTH / layouts.WIDTH
# Nothing on the wall is smaller.
SMALLEST = 24
# The hairline below a row is part of the air around its text.
TABLE = Setting(SMALLEST, side=7, top=6.5, is_tight=True)
REMARK_AIR = 25


def scaled(box: Box) -> Box:
    """A box of the page on the stage."""
    return Box(*(round(length * SCALE, 6) for length in (box.left, box.top, box.width, box.height)))


BODY = scaled(layouts.BODY)
MARGIN, WHOLE = BODY.left, BODY.width


def remarks_height(remarks: Sequence[str], width: float) -> float:
    """The height that remarks below a table or cards take in the smallest type."""
    return sum(height_of(one, SMALLEST, width) + REMARK_AIR for one in remarks)
