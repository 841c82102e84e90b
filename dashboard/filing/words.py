"""What the machine and the proposals say → short Chinese words, shown as data and never as markup."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import streamlit as st

import etl
from dashboard.figures.periods import in_beijing
from dashboard.look.formats import escape_html

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
# In the session: what is to be said next, and whether it was done.
TOLD = "filing-told"


@contextmanager
def machine_told(*, is_click: bool = False) -> Iterator[None]:
    """Do something that writes; where the machine cannot, say so in place of it.

    `is_click`: a click is worked off before the page is drawn, so that it is said at the top of the page.
    """
    try:
        with etl.usable({etl.DATA: etl.default_data(), etl.WAREHOUSE: etl.default_warehouse()}):
            yield
    except etl.FolderUnusable as unusable:
        tell = say_later if is_click else say
        tell(unusable.message, is_done=False)


def usable() -> bool:
    """Say what was done last, and whether the settings can be read: without them nothing is published by mistake."""
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


def say_what_was_done() -> None:
    """What `say_later` left, once."""
    if told := st.session_state.pop(TOLD, None):
        text, is_done = told
        say(text, is_done=is_done)


def note(text: str) -> None:
    """A line in small type."""
    st.html(f'<p class="note">{escape_html(text)}</p>')


def clock(instant: datetime, *, to_second: bool = False) -> str:
    """An instant kept in UTC, with or without saying so, as a clock in Beijing shows it."""
    return f"{in_beijing(instant.replace(tzinfo=None)):{'%Y-%m-%d %H:%M:%S' if to_second else '%Y-%m-%d %H:%M'}}"


def today() -> datetime:
    """Now in Beijing."""
    return in_beijing(datetime.now(UTC).replace(tzinfo=None))


def counted(count: int, word: str) -> str:
    """`12 行新增`, or nothing for none."""
    return f"{count:,} {word}" if count else ""


def listed(names: list[str], most: int = 3) -> str:
    """The first names, and how many there are: `a、b、c等 7 份`."""
    shown = "、".join(names[:most])
    return f"{shown}等 {len(names)} 份" if len(names) > most else shown
