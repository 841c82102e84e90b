"""Names and values → the labels of a figure: cut, broken on two lines, and kept apart where they would meet."""

import math
from collections.abc import Sequence

from dashboard.text.formats import Value, escape_html, is_number, number

# Signs that no line begins or ends with, and the characters that a line of a label may be longer for its end.
CLOSING, OPENING = "，、。；：！？）”》…％%·", "（“《"
WIDER = 2


def shortened(name: str, length: int) -> str:
    """The name escaped for a Plotly label, cut with … after `length` characters."""
    return escape_html(name if len(name) <= length else name[: length - 1] + "…")


def wrapped(name: str, length: int = 8) -> str:
    """The name escaped, on at most two lines of about `length` characters, cut with … beyond.

    No line begins with a sign that closes, and none ends with one that opens.
    """
    if len(name) <= length + 1:
        return escape_html(name)
    # What is a little longer than two lines has a wider column rather than an end that is cut.
    wide = min(max(length, math.ceil(len(name) / 2)), length + WIDER)
    first = _break_at(name, wide)
    return f"{escape_html(name[:first])}<br>{shortened(name[first:], max(wide, length + 1))}"


def _break_at(name: str, length: int) -> int:
    """Where a line of about `length` characters may end: before a bracket whose content then stays whole, if there is one."""
    bracket = name.find("（", 2, length)
    if bracket > 0 and len(name) - bracket <= length + 1:
        return bracket
    if name[length] in CLOSING:
        return length + 1 if length + 1 < len(name) and name[length + 1] not in CLOSING else length - 1
    return length - 1 if name[length - 1] in OPENING else length


def is_wrapped(name: str) -> bool:
    """Whether the label of a row takes two lines."""
    return "<br>" in wrapped(name)


def label_of(value: Value, unit: str, decimals: int) -> str:
    """A value as a label or hover text."""
    return escape_html(number(value, unit, decimals))


def plot_value(value: Value) -> float | None:
    """The value as Plotly draws it; `None` leaves a gap."""
    return float(value) if is_number(value) else None


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones that keep `gap` apart within low … high, in the order given."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    floor = low
    for index in order:
        placed[index] = max(wanted[index], floor)
        floor = placed[index] + gap
    ceiling = high
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - gap
    return placed
