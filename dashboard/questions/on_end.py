"""Words like 连续两个季度 → for how many periods on end something is to be so."""

import re

from dashboard.metrics.periods import Grain
from dashboard.questions.normal import CHINESE, whole

# For how many periods on end something was so; where nobody says, or asks it, that is not reckoned.
RUNNING = re.compile(
    rf"(?:已经?)?连续了?(?:(?P<count>几|多少|\d{{1,2}}|{CHINESE})个?)?(?P<unit>月|季度?|年度?|期|次)?(?P<more>以上)?"
)


RUN_GRAINS: dict[str, Grain] = {"月": "month", "季": "quarter", "年": "year"}


MOST_RUN = 12


def running_for(text: str) -> tuple[int, Grain | None] | None:
    """For how many periods on end, and of which grain where that is said; None where nobody says for how many."""
    found = RUNNING.fullmatch(text)
    if not found or not found["unit"] or not found["count"] or found["count"] in ("几", "多少"):
        return None
    count = whole(found["count"])
    return (count, RUN_GRAINS.get(found["unit"][:1])) if 1 < count <= MOST_RUN else None
