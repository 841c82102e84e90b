"""How long pages take when they are read out, by how they are laid out."""

import math
from collections.abc import Sequence

from dashboard.meeting.slide import Slide

# In minutes: a table is walked through, a picture is explained, a matter has one sentence.
PACE = {
    "cover": 0.5,
    "conclusion": 2.0,
    "notes": 0.5,
    "table": 2.0,
    "chart": 1.5,
    "cards": 1.5,
    "map": 1.5,
    "matter": 1.0,
}


def minutes(slides: Sequence[Slide]) -> int:
    """The minutes for the pages, rounded up."""
    return math.ceil(sum(PACE[slide.layout] for slide in slides))
