"""The boxes of the question: they are filled from the address, and asked together with 应用."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES
from dashboard.metrics.periods import grain_of
from dashboard.metrics.selection import COMPARISONS, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import contained
from dashboard.render.web.controls import word_of
from dashboard.render.web.explore.address import write
from dashboard.text.periods import period_label
from dashboard.views.explore.offered import (
    area_names,
    default_grain,
    default_range,
    dimension_names,
    grains,
    levels_of,
    sides,
)
from dashboard.views.explore.opened import Opened
from dashboard.views.explore.proposed import KINDS
from dashboard.views.explore.question import AUTO, MOST_AREAS, MOST_METRICS, SELF, Question

BOX = "explore-box-"
# In the session: the question that the boxes were filled with last.
FILLED = "explore-filled"


@contained()
def boxes(warehouse: Warehouse, question: Question) -> None:
    """The bar of boxes. What is offered in some follows from others, so that those run the page; none asks before 应用."""
    _fill(question)
    metrics, codes = tuple(_now("metrics")) or question.metrics, tuple(_now("areas")) or question.areas
    lengths = grains(warehouse, metrics)
    _keep("grain", lengths, default_grain(warehouse, metrics))
    with st.container(key="explore-bar", border=True, gap="small"):
        with st.container(key="explore-what", horizontal=True, vertical_alignment="bottom", gap="small"):
            _many("指标（可输入文字查找）", "metrics", metric_words(), MOST_METRICS)
            _many("区域", "areas", area_names(warehouse), MOST_AREAS)
            _one("细分到", "level", levels_of(warehouse, codes), SELF, width=170)
            _one("分组", "by", {"": "不分组"} | dimension_names(metrics), "", width=150)
        with st.container(key="explore-how", horizontal=True, vertical_alignment="bottom", gap="small"):
            _one("周期", "grain", {grain: f"按{label}" for grain, label in lengths.items()}, "", is_followed=True)
            known = known_periods(warehouse, _now("grain"))
            periods = {code: period_label(code) for code in reversed(known)}
            since, until = default_range(warehouse, _now("grain"))
            _one("从", "from", periods, since)
            _one("到", "to", periods, until)
            _one("对比", "compare", COMPARISONS, "none")
            by = _now("by")
            _one("行", "rows", sides(by, is_rows=True), AUTO)
            _one("列", "columns", sides(by), AUTO)
            st.button("应用", type="primary", on_click=_apply, key="explore-apply")


def metric_words() -> dict[str, str]:
    """Every metric with its theme, so that a word of either finds it."""
    return {name: f"{metric.label} · {THEMES[metric.theme]}" for name, metric in METRICS.items()}


@contained()
def kind_switch(shown: Opened) -> None:
    """The pictures that fit, the proposed one marked; choosing one draws it at once."""
    words = {
        code: f"{label}（建议）" if code == shown.proposed and len(shown.fitting) > 1 else label
        for code, label in shown.fitting.items()
    }
    widget = "explore-kind"
    if st.session_state.get(widget) != shown.kind:
        st.session_state[widget] = shown.kind
    st.segmented_control(
        "图形",
        list(words),
        format_func=word_of(words),
        key=widget,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        on_change=_draw_as,
        args=(shown.question, shown.proposed, widget),
    )


def sort_by(question: Question) -> Callable[[str], None]:
    """What a table calls with the order that its reader asks for."""
    return lambda order: write(
        {name: text for name, text in question.to_query().items() if name != "sort"} | _given("sort", order)
    )


def _draw_as(question: Question, proposed: str, widget: str) -> None:
    kind = st.session_state[widget]
    asked = {name: text for name, text in question.to_query().items() if name != "chart"}
    write(asked | _given("chart", "" if kind == proposed or kind not in KINDS else kind))


def _given(name: str, text: str) -> dict[str, str]:
    return {name: text} if text else {}


def _fill(question: Question) -> None:
    """Let the boxes say what the address asks, where it asks something new or the browser has forgotten them."""
    told: dict[str, Any] = {
        "metrics": list(question.metrics),
        "areas": list(question.areas),
        "level": question.level,
        "by": question.by,
        "grain": question.grain,
        "from": question.since,
        "to": question.until,
        "compare": question.comparison,
        "rows": question.rows,
        "columns": question.columns,
    }
    if st.session_state.get(FILLED) == question and all(BOX + name in st.session_state for name in told):
        return
    st.session_state[FILLED] = question
    for name, value in told.items():
        st.session_state[BOX + name] = value


def _now(name: str) -> Any:
    """What stands in a box."""
    return st.session_state[BOX + name]


def _keep(name: str, offered: Mapping[Any, str], default: str) -> None:
    """A box whose word is no longer offered says the default."""
    if _now(name) not in offered:
        st.session_state[BOX + name] = default


def _one(
    label: str,
    name: str,
    offered: Mapping[Any, str],
    default: str,
    *,
    width: int | None = None,
    is_followed: bool = False,
) -> None:
    """A box of one choice; where others follow it (`is_followed`), it runs the page."""
    _keep(name, offered, default)
    st.selectbox(
        label,
        list(offered),
        format_func=word_of(offered),
        key=BOX + name,
        width=width or "stretch",
        placeholder="请选择",
        filter_mode="contains",
        on_change="rerun" if is_followed else "ignore",
    )


def _many(label: str, name: str, offered: Mapping[str, str], most: int) -> None:
    """A box of several choices, which others follow."""
    st.multiselect(
        label,
        list(offered),
        format_func=word_of(offered),
        key=BOX + name,
        max_selections=most,
        placeholder="请选择",
        filter_mode="contains",
        select_all=False,
    )


def _apply() -> None:
    """Ask what stands in the boxes; periods of another length than the box says are left to their default."""
    is_fitting = all(grain_of(_now(name)) == _now("grain") for name in ("from", "to"))
    asked = {name: _now(name) for name in ("level", "by", "rows", "columns", "compare")}
    asked |= {name: ",".join(_now(name)) for name in ("metrics", "areas")}
    asked |= {name: _now(name) for name in ("from", "to")} if is_fitting else {}
    kept = {name: st.query_params[name] for name in ("chart",) if name in st.query_params}
    write({name: text for name, text in (asked | kept).items() if text and text != AUTO})
