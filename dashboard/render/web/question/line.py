"""The box for questions in the bar of a page, and the answer that hangs below the bar; the question stands in the address."""

from functools import partial

import streamlit as st

from dashboard.metrics.areas import default_area
from dashboard.metrics.selection import Selection, latest_period
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.answering import Answer, answer
from dashboard.questions.choices import Part
from dashboard.questions.normal import LONGEST, tidy
from dashboard.render.web.blocks import contained
from dashboard.render.web.components import question_box
from dashboard.render.web.question.words import answer_html, entries_html, lines_html, links_html
from dashboard.render.web.show import show
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_markdown

# In the address: the question, and the one before where it goes on from that.
ASK, AFTER = "ask", "after"
# A box: its letters, what stands beside them in it, its least and largest width, in pixels.
LETTER, BESIDE_LETTERS, LEAST_WIDTH, MOST_WIDTH = 14, 54, 108, 330
HINT = "提问或查找"
NEAR_WORDS = "也可能是问"
EXAMPLE_WORDS = "可以这样问"


def question_line(warehouse: Warehouse, here: Selection | None = None) -> None:
    """Draw the box, and the answer where something is asked; `here` gives what a question does not say.

    Without it that is where a reader begins who has chosen nothing; where there are no data, there is no box.
    """
    shown = here or _beginning(warehouse)
    if shown:
        _line(warehouse, shown)


def _beginning(warehouse: Warehouse) -> Selection | None:
    code, period = default_area(warehouse), latest_period(warehouse)
    return Selection(code, period) if code and period else None


@st.fragment
@contained()
def _line(warehouse: Warehouse, here: Selection) -> None:
    """Asking draws this anew, and nothing of the page."""
    told, before = st.query_params.get(ASK, ""), st.query_params.get(AFTER, "")
    asked, after = tidy(told), tidy(before)
    found = answer(warehouse, asked, here, after) if asked else None
    if asked != told or before != (after if found and found.is_follow else ""):
        _ask(asked, after if found and found.is_follow else "")
    with st.container(key="question-line", gap=None):
        # What is asked next may go on from this.
        question_box("question-box", asked, HINT, LONGEST, partial(_ask, after=found.question if found else ""), _leave)
        if found:
            with st.container(key="question-answer", gap="small"), contained():
                _answer(found)


def _answer(told: Answer) -> None:
    """What was understood, the answer, its picture, and where to read on."""
    if told.parts:
        with st.container(key="question-parts", horizontal=True, gap="small", vertical_alignment="bottom"):
            for part in told.parts:
                _part(part)
    if words := answer_html(told):
        st.html(words)
    if told.view is not None:
        show(told.view)
        if further := lines_html(told.lines):
            st.html(further)
    if told.entries:
        st.html(entries_html(told.entries))
    if told.near:
        with st.container(key="question-near", horizontal=True, vertical_alignment="center"):
            st.html(f'<span class="note">{NEAR_WORDS if told.parts else EXAMPLE_WORDS}</span>')
            for place, (words, question) in enumerate(told.near):
                label, key = escape_markdown(words), f"question-near-{place}"
                st.button(label, key=key, type="tertiary", on_click=_ask, args=(question,))
    st.html(links_html(told.links))
    st.button("关闭", key="question-close", type="tertiary", on_click=_leave)


def _part(part: Part) -> None:
    """One word that was understood, and what it can be changed to."""
    widget = f"question-part-{part.name}"
    if st.session_state.get(widget) != part.chosen:
        st.session_state[widget] = part.chosen
    st.selectbox(
        part.name,
        part.words,
        key=widget,
        on_change=_turn,
        args=(widget, part),
        filter_mode="contains",
        placeholder="请选择",
        disabled=len(part.words) == 1,
        # As wide as what is chosen: a cut word would not say what was understood.
        width=min(max(round(text_width(part.chosen, LETTER)) + BESIDE_LETTERS, LEAST_WIDTH), MOST_WIDTH),
    )


def _turn(widget: str, part: Part) -> None:
    _ask(part.question(st.session_state[widget]))


def _ask(text: str, after: str = "") -> None:
    asked = tidy(text)
    if not (asked and after):
        st.query_params.pop(AFTER, None)
    if not asked:
        _leave()
        return
    st.query_params[ASK] = asked
    if after:
        st.query_params[AFTER] = after


def _leave() -> None:
    st.query_params.pop(ASK, None)
    st.query_params.pop(AFTER, None)
