"""What became of a dropped file → the text of the report that is laid beside it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from etl.datasets import DATASETS
from etl.parse.periods import BEIJING_AHEAD
from etl.problems import Problem
from etl.proposing.place import Place
from etl.proposing.proposal import Proposal, State
from etl.warehouse.changed import from_json

SHOWN_PROBLEMS = 200
OUTCOMES = {
    State.HELD: "有问题，没有发布。请按下面的问题改正后，用原文件名保存到这里。",
    State.READY: "核对通过，还没有发布。请在“数据填报”页面发布。",
    State.APPROVAL: "核对通过，等待另一人同意后发布。",
    State.FAILED: "程序没有完成核对，请联系管理员。",
}


def report_text(
    name: str, proposal: Proposal, place: Place, files: Collection[str], problems: Sequence[Problem], together: int
) -> str:
    """The report in lines that Windows' editor shows; `files` are those of the proposal that the dropped file gave."""
    now = datetime.now(UTC) + BEIJING_AHEAD
    lines = [
        f"核对结果：{name}",
        f"核对时间：{now:%Y-%m-%d %H:%M}（北京时间）",
        f"结论：{_outcome(proposal)}",
        f"报送编号：{proposal.proposal_id}" + (f"（与另外 {together - 1} 份一并核对）" if together > 1 else ""),
        "",
        *_read(proposal, files),
        *_problems(problems),
        *_changes(proposal, place),
    ]
    # The mark at the start has every editor read it as UTF-8.
    return "\ufeff" + "\r\n".join(lines) + "\r\n"


def _outcome(proposal: Proposal) -> str:
    if proposal.state is not State.PUBLISHED:
        return OUTCOMES[proposal.state]
    if proposal.version == proposal.base:
        return f"内容与以前收到的相同，没有变化。现用版本 {proposal.version}。"
    return f"已发布为版本 {proposal.version}。"


def _read(proposal: Proposal, files: Collection[str]) -> list[str]:
    read = []
    for load in proposal.loads:
        if load.file in files:
            label = DATASETS[load.dataset].label if load.dataset in DATASETS else ""
            taken = f"认作“{label}”，{load.rows:,} 行，采用 {load.rows_used:,} 行" if label else "认不出是哪张报表"
            read.append(f"读取：{' '.join(filter(None, (load.file, load.sheet)))} {taken}。")
    return [*read, ""] if read else []


def _problems(problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return ["没有发现问题。", ""]
    # The file stands above; a question is answered on the page.
    listed = [f"{number}. {replace(problem, file='')}" for number, problem in enumerate(problems[:SHOWN_PROBLEMS], 1)]
    more = len(problems) - SHOWN_PROBLEMS
    return [f"问题（{len(problems)} 条）：", *listed, *([f"还有 {more} 条没有列出。"] if more > 0 else []), ""]


def _changes(proposal: Proposal, place: Place) -> list[str]:
    has_version = proposal.state in (State.READY, State.APPROVAL, State.PUBLISHED) and proposal.version != proposal.base
    if not has_version or not place.changes.exists():
        return []
    found = from_json(place.changes.read_text(encoding="utf-8"))
    return ["变化：", *(f"{change.label}：{change.summary}" for change in found)]
