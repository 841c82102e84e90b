"""How much a figure moved, so that moves of unlike figures can be held against each other: one rule for pages and documents."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.reading import Reading

# Less than this is no news, in per cent or points.
NEWS = 1.0


def weight(reading: Reading) -> float:
    """Per cent of the earlier value and percentage points count alike, small counts by what they are of the earlier one.

    Zero where nothing can be compared, and where what came to a running total would be taken for a change.
    """
    if reading.change is None or reading.absence:
        return 0.0
    if reading.change_kind == "absolute":
        then = 0.0 if reading.earlier is None or isinstance(reading.earlier, Absence) else reading.earlier
        return abs(reading.change) / max(abs(then), 1.0) * 100
    return abs(reading.change)
