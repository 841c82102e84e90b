"""Questions answered and unknown names taken for known ones, by a click; each can be taken back until it is used."""

from functools import partial

import streamlit as st

import etl
from dashboard.figures.warehouse import Warehouse
from dashboard.filing.words import machine_told, note, say_later
from dashboard.look.formats import escape_markdown

ANSWER = "answer-"
# In the session: the answers that a check was made with.
USED = "filing-answered"


def question_line(proposal_id: str, problem: "etl.Problem") -> None:
    """The answers that a question takes, beside each other; a second click on one takes it back."""
    st.segmented_control(
        "您的答复",
        list(problem.options),
        format_func=escape_markdown,
        key=f"{ANSWER}{proposal_id}-{problem.question}",
        label_visibility="collapsed",
        wrap=True,
    )


def answers(proposal: "etl.Proposal") -> dict[str, str]:
    """What was answered on the page and not yet handed over: question → answer."""
    told = {}
    for problem in proposal.problems:
        answer = problem.question and st.session_state.get(f"{ANSWER}{proposal.proposal_id}-{problem.question}")
        if answer:
            told[problem.question] = answer
    return told


def settle_line(proposal: "etl.Proposal") -> None:
    """Hand the answers over and have the files checked with them."""
    asked = sum(bool(problem.question) for problem in proposal.problems)
    used = st.session_state.get(USED, {})
    if not asked and not used:
        return
    told = answers(proposal)
    with st.container(key="settle", horizontal=True, vertical_alignment="center", gap="small"):
        if asked:
            st.button(
                f"按 {len(told)} 个答复重新核对",
                type="primary",
                key="filing-settle",
                disabled=not told,
                on_click=partial(_settle, proposal.proposal_id, told),
            )
        if used:
            st.button(
                f"撤回刚才的 {len(used)} 个答复",
                key="filing-unsettle",
                on_click=partial(_take_back, proposal.proposal_id),
            )
        if asked:
            note(f"{asked} 处待确认，已答 {len(told)} 处；再点一次可以取消，核对前都能改。")


def _settle(proposal_id: str, told: dict[str, str]) -> None:
    with machine_told(is_click=True):
        etl.answer(told)
        etl.recheck_proposal(proposal_id)
        st.session_state[USED] = st.session_state.get(USED, {}) | told


def _take_back(proposal_id: str) -> None:
    """Withdraw what was answered in this session, and have the files checked without it."""
    with machine_told(is_click=True):
        etl.answer(dict.fromkeys(st.session_state[USED], ""))
        etl.recheck_proposal(proposal_id)
        del st.session_state[USED]


def alias_line(warehouse: Warehouse, excerpt: "etl.Excerpt", offered: set[tuple[str, str]]) -> None:
    """For a name that no register knows: choose the row that is meant, and note the name as an alias of it.

    `offered` are the names (register, name) that stand on the page already; those drawn here are added.
    """
    for letter, register in excerpt.registers.items():
        for name in excerpt.values(letter):
            if (register, name) not in offered:
                offered.add((register, name))
                _alias(warehouse, register, name)


def _alias(warehouse: Warehouse, register: str, name: str) -> None:
    known = _register(warehouse.version, register)
    key = f"alias-{register}-{name}"
    with st.container(key=f"{key}-line", horizontal=True, vertical_alignment="bottom", gap="small"):
        code = st.selectbox(
            f"“{escape_markdown(name)}”就是",
            list(known),
            index=None,
            format_func=lambda code: f"{known[code]}（{code}）",
            key=key,
            placeholder="选择登记的名称",
            filter_mode="contains",
        )
        st.button(
            "记为别名", key=f"{key}-add", disabled=code is None, on_click=partial(_add_alias, register, code, name)
        )


def _add_alias(register: str, code: str, name: str) -> None:
    with machine_told(is_click=True):
        etl.add_alias(etl.register_of(register), code, name)
        say_later(f"已记下“{name}”这个别名。都记好以后，按“重新核对”。")


@st.cache_data(max_entries=32, show_spinner=False)
def _register(version: str, register: str) -> dict[str, str]:
    return etl.register_rows(register)
