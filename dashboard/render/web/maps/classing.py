"""How a reader has the figures of a map classed: chosen beside its legend, and kept while the page is open."""

import re

import streamlit as st

from dashboard.text.formats import Value
from dashboard.views.maps import BY_QUANTILES, MANUAL, METHODS, QUANTILES, Classing

BORDERS = 4
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
EXPLAINED = {
    "分位数": "各级所含区域个数大致相同。",
    "等距": "各级数值跨度相同。",
    "自然断点": "数值相近的归为一级。",
    "自定": f"自己写界限，由小到大，用空格分开，最多{BORDERS}个。",
}


def chosen_classing(key: str) -> Classing:
    """The classing that the reader has chosen for the map of that key; quantiles where nothing is chosen."""
    chosen: Classing = st.session_state.get(_place(key), BY_QUANTILES)
    return chosen


def classing_choice(key: str) -> None:
    """A button beside the legend that opens the choice; the map is drawn anew with what is chosen."""
    opened = st.popover("分级", type="tertiary", key=f"classing-button-{key}", on_change="rerun")
    if not opened.open:
        return
    now = chosen_classing(key)
    with opened:
        method = st.segmented_control(
            "分级方法",
            METHODS,
            default=now.method,
            required=True,
            key=f"classing-method-{key}",
            on_change=lambda: _take(key, st.session_state[f"classing-method-{key}"] or QUANTILES, ""),
        )
        st.caption(EXPLAINED[method])
        if method == MANUAL:
            st.text_input(
                "分级界限",
                value=" ".join(f"{border:g}" for border in now.borders),
                placeholder="例如 60 80 90",
                key=f"classing-borders-{key}",
                on_change=lambda: _take(key, MANUAL, st.session_state[f"classing-borders-{key}"]),
            )


def _take(key: str, method: str, written: Value | str) -> None:
    st.session_state[_place(key)] = Classing(method, borders_in(str(written)))


def borders_in(written: str) -> tuple[float, ...]:
    """The borders that a reader wrote, rising, at most as many as there are; whatever stands between numbers parts them."""
    return tuple(sorted({float(one) for one in NUMBER.findall(written)}))[:BORDERS]


def _place(key: str) -> str:
    return f"classing-{key}"
