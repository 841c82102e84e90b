"""Problems of a proposal → groups beside the rows they are in, filtered, answered by a click, to take away."""

import json
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st

import etl
from dashboard.access.roles import Act
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.controls import choose, switch
from dashboard.render.web.filing.answering import alias_line, is_overtaken, question_line, settle_line
from dashboard.render.web.filing.problem_html import Group, group_html
from dashboard.render.web.filing.words import handed_out, overtaken_told
from dashboard.render.web.taking import take_away
from dashboard.render.xlsx.exports import to_csv
from dashboard.render.xlsx.workbook import to_xlsx
from dashboard.text.formats import escape_markdown
from dashboard.views.table import Column, Footer, Table

EVERY = "全部"
SHOWN_GROUPS = 40
FIELDS = {
    "file": "文件",
    "sheet": "工作表",
    "cell": "单元格",
    "level": "级别",
    "message": "问题",
    "remedy": "怎么改",
    "code": "类别",
    "count": "格数",
}
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SOURCE = Footer("对本次报送的文件逐格核对")


def grouped(problems: Sequence["etl.Problem"]) -> list[Group]:
    """Problems that say the same as one, what keeps a file out first; a question stands alone."""
    order = list(etl.LEVEL_LABELS)
    said: dict[tuple[str, ...], list[etl.Problem]] = {}
    for problem in sorted(problems, key=lambda one: order.index(one.level)):
        said.setdefault((problem.level, problem.code, problem.message, problem.remedy, problem.question), []).append(
            problem
        )
    return [Group(tuple(same)) for same in said.values()]


def findings(warehouse: Warehouse, proposal: "etl.Proposal") -> None:
    """Draw what was found in the files, or that nothing was."""
    with st.container(key="desk-findings", border=True, gap="small"):
        marked = "要改的地方" if any(problem.level in etl.BLOCKING for problem in proposal.problems) else "所说的地方"
        how_to_read = f"同样的问题并作一条；标出的格子就是{marked}" if proposal.problems else ""
        st.html(heading_html(title(proposal.problems), how_to_read))
        if proposal.problems:
            _listed(warehouse, proposal)
        else:
            settle_line(proposal)


def title(problems: Sequence["etl.Problem"]) -> str:
    """How much there is to do: `要处理：3 处错误、1 处待确认；另有 2 处提醒`."""
    counts = Counter[str](problem.level for problem in problems)
    stops, told = (_counted(counts, is_blocking=is_blocking) for is_blocking in (True, False))
    if stops:
        return f"要处理：{stops}" + (f"；另有{told}" if told else "")
    return f"没有错误；有{told}，不影响发布" if told else "没有发现问题"


def _counted(counts: Counter[str], *, is_blocking: bool) -> str:
    return "、".join(
        f"{counts[level]}处{word}"
        for level, word in etl.LEVEL_LABELS.items()
        if counts[level] and (level in etl.BLOCKING) == is_blocking
    )


@st.fragment
def _listed(warehouse: Warehouse, proposal: "etl.Proposal") -> None:
    with overtaken_told():
        _drawn(warehouse, proposal)


def _drawn(warehouse: Warehouse, proposal: "etl.Proposal") -> None:
    if is_overtaken(proposal):
        # A click in here runs this part alone: the page as a whole says that the files are checked anew.
        st.rerun()
    shown = _filtered(proposal)
    groups = grouped(shown)
    told = _excerpts(proposal, groups[:SHOWN_GROUPS])
    offered: set[tuple[str, str]] = set()
    for is_asked, run in groupby(zip(groups, told, strict=False), key=lambda pair: bool(pair[0].first.question)):
        pairs = list(run)
        if is_asked:
            for group, excerpt in pairs:
                with st.container(key=f"ask-{group.first.question}", gap="xsmall"):
                    st.html(group_html(group, excerpt))
                    question_line(proposal.proposal_id, group.first)
        else:
            _plain(warehouse, proposal.proposal_id, pairs, offered)
    if len(groups) > SHOWN_GROUPS:
        st.html(f'<p class="note">另有{len(groups) - SHOWN_GROUPS}条没有列出，请下载问题清单，或先改这些。</p>')
    settle_line(proposal)
    _downloads(proposal, shown)


def _plain(
    warehouse: Warehouse,
    proposal_id: str,
    pairs: Sequence[tuple[Group, "etl.Excerpt | None"]],
    offered: set[tuple[str, str]],
) -> None:
    """Groups that only say something; those of an unknown name offer, once a name, to note it as an alias."""
    for has_name, run in groupby(pairs, key=lambda pair: _is_unknown_name(*pair)):
        found = list(run)
        if not has_name:
            st.html("".join(group_html(group, excerpt) for group, excerpt in found))
            continue
        for group, excerpt in found:
            st.html(group_html(group, excerpt))
            if excerpt:
                alias_line(warehouse, proposal_id, excerpt, offered)


def _is_unknown_name(group: Group, excerpt: "etl.Excerpt | None") -> bool:
    return group.first.code == "foreign-key" and bool(excerpt and excerpt.registers)


def _filtered(proposal: "etl.Proposal") -> list["etl.Problem"]:
    """The problems of the chosen file and level; both stand in the address."""
    counts = Counter(problem.level for problem in proposal.problems)
    levels = {"all": f"{EVERY} {len(proposal.problems)}"}
    levels |= {level: f"{word} {counts[level]}" for level, word in etl.LEVEL_LABELS.items() if counts[level]}
    files = list(dict.fromkeys(problem.file for problem in proposal.problems))
    with st.container(key="filter-findings", horizontal=True, vertical_alignment="bottom", gap="small"):
        level = switch("级别", levels, "level") if len(levels) > 2 else "all"
        file = EVERY
        if len(files) > 1:
            file = choose("文件", "file", {EVERY: EVERY} | {name: name for name in files})
    return [
        problem
        for problem in proposal.problems
        if (level in ("all", problem.level)) and (file in (EVERY, problem.file))
    ]


def _excerpts(proposal: "etl.Proposal", groups: Sequence[Group]) -> list["etl.Excerpt | None"]:
    """For each group the rows of its first problem; read once for each file."""
    asked: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        asked.setdefault(group.first.file, []).append(place)
    found: list[etl.Excerpt | None] = [None] * len(groups)
    with st.spinner("正在取出这些行……"):
        for file, places in asked.items():
            told = _of_file(proposal.proposal_id, file, tuple(groups[place].first for place in places))
            for place, excerpt in zip(places, told, strict=True):
                found[place] = excerpt
    return found


@st.cache_data(max_entries=64, show_spinner=False)
def _of_file(proposal_id: str, file: str, problems: tuple["etl.Problem", ...]) -> list["etl.Excerpt | None"]:
    try:
        return etl.excerpts(proposal_id, file, problems)
    except etl.Overtaken:
        # Discarded meanwhile: what was found is still told, without the rows.
        return [None] * len(problems)


def _downloads(proposal: "etl.Proposal", shown: Sequence["etl.Problem"]) -> None:
    """The list as CSV and JSON, and each file back with the cells marked."""
    with st.container(key="findings-out", horizontal=True, vertical_alignment="center", gap="small"):
        take_away(
            "问题清单 CSV",
            data=partial(_as_csv, shown),
            file_name="问题清单.csv",
            mime="text/csv",
            act=Act.PUBLISH,
            key="findings-csv",
            on_click="ignore",
        )
        take_away(
            "问题清单 JSON",
            data=json.dumps([problem.as_dict() for problem in shown], ensure_ascii=False, indent=2),
            file_name="问题清单.json",
            mime="application/json",
            act=Act.PUBLISH,
            key="findings-json",
            on_click="ignore",
        )
        files = [file for file in proposal.files if any(problem.file == file for problem in proposal.problems)]
        if not files:
            return
        box = st.popover("带标注的原表", on_change="rerun", key="annotated")
    if box.open:
        with box:
            for number, file in enumerate(files):
                take_away(
                    f"{_shortened(file)}（标注）",
                    data=partial(_annotated, proposal.proposal_id, file),
                    file_name=etl.annotated_name(file),
                    mime=WORKBOOK,
                    act=Act.PUBLISH,
                    key=f"annotated-{number}",
                    on_click="ignore",
                    width="stretch",
                )


def _annotated(proposal_id: str, file: str) -> bytes:
    return handed_out(partial(etl.annotated_copy, proposal_id, file), to_xlsx, SOURCE)


def _shortened(file: str) -> str:
    return escape_markdown(file if len(file) <= 40 else f"{file[:38]}…")


def _as_csv(problems: Sequence["etl.Problem"]) -> bytes:
    rows = tuple(
        tuple(etl.LEVEL_LABELS[problem.level] if name == "level" else str(getattr(problem, name)) for name in FIELDS)
        for problem in problems
    )
    return to_csv("问题清单", "", Table(tuple(map(Column, FIELDS.values())), rows), SOURCE)
