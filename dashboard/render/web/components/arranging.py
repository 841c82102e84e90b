"""Turns a list into one that a reader ticks, puts in order and writes remarks on, with mouse or keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

HERE = Path(__file__)
_arranging = st.components.v2.component(
    "arranging",
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Row:
    """One thing of the list: what group it belongs to, its text, whether it is ticked, the remark on it.

    `is_fixed`: always first and always ticked.
    """

    key: str
    group: str
    text: str
    is_on: bool = True
    remark: str = ""
    is_fixed: bool = False


@dataclass(frozen=True)
class Arranged:
    """What the reader made of it: keys in order, the keys without a tick, key → remark."""

    order: tuple[str, ...]
    off: frozenset[str]
    remarks: dict[str, str]


def arranging(key: str, rows: Sequence[Row], longest_remark: int, on_change: Callable[[Arranged], None]) -> None:
    """Draw the list; `on_change` gets every change as soon as it is made, before the page runs again.

    What it does not take over is shown as it was.
    """
    answered = f"{key}-answered"

    def changed() -> None:
        told = st.session_state[key].arranged
        st.session_state[answered] = told["change"]
        on_change(Arranged(tuple(told["order"]), frozenset(told["off"]), dict(told["remarks"])))

    data = {
        "rows": [asdict(row) for row in rows],
        "longest": longest_remark,
        "answered": st.session_state.get(answered, 0),
    }
    _arranging(data=data, key=key, on_arranged_change=changed)
