"""Questions answered and unknown names taken for known ones, by a click; each can be taken back until it is used."""

from functools import partial

import streamlit as st

import etl
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.filing.words import has_more_to_say, machine_told, note
from dashboard.text.formats import escape_markdown

ANSWER = "answer-"
# In the session: the answers that a check was made with, and the aliases noted since the last one.
USED, NAMED = "filing-answered", "filing-named"


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
    """Hand over what was answered, or named, and have the files checked with it."""
    asked = sum(bool(problem.question) for problem in proposal.problems)
    used, named = st.session_state.get(USED, {}), _named(proposal.proposal_id)
    if not (asked or used or named):
        return
    told = answers(proposal)
    brought = [f"{len(told)}个答复"] * bool(told) + [f"{len(named)}个别名"] * bool(named)
    with st.container(key="settle", horizontal=True, vertical_alignment="center", gap="small"):
        if asked or named:
            st.button(
                f"按{'、'.join(brought)}重新核对" if brought else "按答复重新核对",
                type="primary",
                key="filing-settle",
                disabled=not (told or named),
                on_click=partial(_settle, proposal.proposal_id, told),
            )
        if used:
            st.button(
                f"撤回刚才的{len(used)}个答复",
                key="filing-unsettle",
                on_click=partial(_take_back, proposal.proposal_id),
            )
        if asked:
            note(f"{asked}处待确认，已答{len(told)}处；再点一次可以取消，核对前都能改。")


def is_overtaken(proposal: "etl.Proposal") -> bool:
    """Whether the proposal stands otherwise than it was drawn: the clicks here have it checked anew."""
    return etl.proposal(proposal.proposal_id).state != proposal.state or has_more_to_say()


def recheck(proposal_id: str) -> None:
    """Have the files checked anew with all that was answered and named."""
    st.session_state.pop(NAMED, None)
    etl.recheck_proposal(proposal_id)


def _settle(proposal_id: str, told: dict[str, str]) -> None:
    with machine_told(is_click=True):
        etl.answer(told)
        st.session_state[USED] = st.session_state.get(USED, {}) | told
        recheck(proposal_id)


def _take_back(proposal_id: str) -> None:
    """Withdraw what was answered in this session, and have the files checked without it."""
    with machine_told(is_click=True):
        etl.answer(dict.fromkeys(st.session_state.pop(USED), ""))
        recheck(proposal_id)


def _named(proposal_id: str) -> dict[tuple[str, str], str]:
    """The aliases noted for a proposal since it was checked: (register, name) → the name it stands for."""
    named: dict[tuple[str, str], str] = st.session_state.get(NAMED, {}).get(proposal_id, {})
    return named


def alias_line(warehouse: Warehouse, proposal_id: str, excerpt: "etl.Excerpt", offered: set[tuple[str, str]]) -> None:
    """For a name that no register knows: choose the row that is meant, and note the name as an alias of it.

    `offered` are the names (register, name) that stand on the page already; those drawn here are added.
    """
    for letter, register in excerpt.registers.items():
        for name in excerpt.values(letter):
            if (register, name) not in offered:
                offered.add((register, name))
                _alias(warehouse, proposal_id, register, name)


def _alias(warehouse: Warehouse, proposal_id: str, register: str, name: str) -> None:
    known = _register(warehouse.version, register)
    key = f"alias-{register}-{name}"
    meant = _named(proposal_id).get((register, name))
    if meant:
        note(f"已记下：“{name}”就是“{meant}”。都记好以后，按“重新核对”。")
        return
    with st.container(key=f"{key}-line", horizontal=True, vertical_alignment="bottom", gap="small"):
        likely = etl.nearest_row(name, known)
        code = st.selectbox(
            f"“{escape_markdown(name)}”就是",
            list(known),
            index=list(known).index(likely) if likely else None,
            format_func=lambda code: f"{known[code]}（{code}）",
            key=key,
            placeholder="选择登记的名称",
            filter_mode="contains",
        )
        st.button(
            "记为别名",
            key=f"{key}-add",
            disabled=code is None,
            on_click=partial(_add_alias, proposal_id, register, code, name, known.get(code, "")) if code else None,
        )


def _add_alias(proposal_id: str, register: str, code: str, name: str, meant: str) -> None:
    label = etl.register_of(register)
    if label is None:
        raise KeyError(f"{register} takes no aliases")
    with machine_told(is_click=True):
        etl.add_alias(label, code, name)
        st.session_state[NAMED] = {proposal_id: _named(proposal_id) | {(register, name): meant}}


@st.cache_data(max_entries=32, show_spinner=False)
def _register(version: str, register: str) -> dict[str, str]:
    return etl.register_rows(register)
