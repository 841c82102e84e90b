"""What the machine and the proposals say → short Chinese words, shown as data and never as markup."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

import etl
from dashboard.metrics.periods import in_beijing
from dashboard.text.formats import escape_html
from dashboard.views.table import Footer, Table

# State of a proposal → what there is to do.
TO_DO = {
    "running": "可以离开本页，过一会儿再来看。",
    "held": "请按下面的提示改好后重新报送，或作出确认。现用数据没有变。",
    "ready": "请看清会改变什么，再发布。",
    "approval": "已经提请发布，还要另一个单位或岗位看过并同意。",
    "published": "各页现在显示的就是这些数据；要退回，到“版本”。",
    "discarded": "没有发布，文件已经删去。",
    "failed": "文件没有丢。请重新核对；仍不行，请把时间告诉维护人员。",
    "cancelled": "文件没有丢，可以重新核对。",
}
# The same of a correction, where that is something else.
CORRECTION_TO_DO = {
    "held": "更正以后有下面的问题，不能发布。请作废，或到“更正记录”另记一条。现用数据没有变。",
    "ready": "请看清会改变什么，再发布；不要这条更正，就作废。",
    "discarded": "没有发布，更正也已收回。",
    "failed": "请重新核对；仍不行，请把时间告诉维护人员。",
    "cancelled": "可以重新核对，也可以作废。",
}
# Of what another has done to the same while this page stood open.
OVERTAKEN = (
    "本页打开以后情况变了：这次报送或这个版本已在别处发布、作废、清理，或正在重新核对，刚才的操作没有执行。"
    "请重新打开本页，按现在的情况继续。"
)
# In the session: what is to be said next, and whether it was done.
TOLD = "filing-told"


def to_do(proposal: "etl.Proposal") -> str:
    """What there is to do about a proposal as it stands."""
    return (TO_DO | CORRECTION_TO_DO if proposal.correction else TO_DO)[proposal.state]


@contextmanager
def machine_told(*, is_click: bool = False) -> Iterator[None]:
    """Do something that writes; where the machine cannot, or another was first, say so in place of it.

    `is_click`: a click is worked off before the page is drawn, so that it is said at the top of the page.
    """
    try:
        with etl.usable({etl.DATA: etl.default_data(), etl.WAREHOUSE: etl.default_warehouse()}):
            yield
    except etl.FolderUnusable as unusable:
        tell = say_later if is_click else say
        tell(unusable.message, is_done=False)
    except etl.Overtaken:
        say_later(OVERTAKEN, is_done=False)
        if not is_click:
            st.rerun()


@contextmanager
def overtaken_told() -> Iterator[None]:
    """Draw something; where another has taken away what it is drawn from, say so in its place."""
    try:
        yield
    except etl.Overtaken:
        say(OVERTAKEN)


@st.cache_resource(show_spinner=False)
def _tidied(data: str, warehouse: str) -> None:
    """Once a server: what an earlier one left when it was ended is removed."""
    etl.tidy(Path(data), Path(warehouse))


def usable() -> bool:
    """Say what was done last, and whether the settings can be read: without them nothing is published by mistake."""
    with machine_told():
        _tidied(str(etl.default_data()), str(etl.default_warehouse()))
    say_what_was_done()
    if fault := etl.settings_fault():
        say(fault)
    return not fault


def say(text: str, *, is_done: bool = False) -> None:
    """A word on what was done, or on what was not."""
    st.html(f'<p class="notice {"done" if is_done else ""}" role="status">{escape_html(text)}</p>')


def say_later(text: str, *, is_done: bool = True) -> None:
    """Say it at the top of the page when it is drawn anew."""
    st.session_state[TOLD] = (text, is_done)


def has_more_to_say() -> bool:
    """Whether something waits to be said at the top of the page."""
    return TOLD in st.session_state


def say_what_was_done() -> None:
    """What `say_later` left, once."""
    if told := st.session_state.pop(TOLD, None):
        text, is_done = told
        say(text, is_done=is_done)


def handed_out(write: Callable[[], bytes], kind: Callable[[str, str, Table, Footer], bytes], source: Footer) -> bytes:
    """What a download button gives, made when it is pressed; where that is gone, a file of the same kind that says so."""
    try:
        return write()
    except etl.Overtaken:
        return kind("没有可以下载的", OVERTAKEN, Table((), ()), source)


def note(text: str) -> None:
    """A line in small type."""
    st.html(f'<p class="note">{escape_html(text)}</p>')


def clock(instant: datetime, *, to_second: bool = False) -> str:
    """An instant kept in UTC, with or without saying so, as a clock in Beijing shows it."""
    return f"{in_beijing(instant.replace(tzinfo=None)):{'%Y-%m-%d %H:%M:%S' if to_second else '%Y-%m-%d %H:%M'}}"


def today() -> datetime:
    """Now in Beijing."""
    return in_beijing(datetime.now(UTC).replace(tzinfo=None))


def subject(proposal: "etl.Proposal") -> str:
    """What a proposal brings: its files, or the correction that it is of."""
    return proposal.about or listed(list(proposal.files)) or "（没有可读的文件）"


def counted(count: int, word: str) -> str:
    """`12 行新增`, or nothing for none."""
    return f"{count:,} {word}" if count else ""


def listed(names: list[str], most: int = 3) -> str:
    """The first names, and how many there are: `a、b、c等 7 份`."""
    shown = "、".join(names[:most])
    return f"{shown}等{len(names)}份" if len(names) > most else shown
