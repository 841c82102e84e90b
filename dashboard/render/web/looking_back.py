"""Which version a reader looks at, as the address says: the published one, or an earlier one under a banner that says so."""

from datetime import datetime
from urllib.parse import urlsplit

import streamlit as st

from dashboard.metrics.periods import in_beijing
from dashboard.metrics.versions import earlier
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable
from dashboard.text.formats import escape_html
from dashboard.views.links import VERSION

# In the address: the version. In the session: the version that was looked at last, and on which page.
LOOKED_AT, PAGE = "looked-at", "looked-at-page"
NOT_KEPT = "链接里的旧版本已经不在：较早的版本会自动清理，或者编号不对。下面是当前版本。"
NOT_READABLE = "链接里的旧版本不能在页面上看：文件已损坏，或由另一版软件生成。下面是当前版本。"


def version_looked_at() -> Warehouse | None:
    """The earlier version that the reader looks at, with its banner drawn; None for the published one.

    The version goes with the reader from page to page. A link to one that is not kept, or cannot be read, gives the
    published one and a word on why.
    """
    version = _settle()
    # There on every page, though mostly empty: were it to go, everything below would be another thing to the browser,
    # and charts that stay the same would not be drawn again.
    place = st.container(key="looking-back", horizontal=True, vertical_alignment="center", gap="small")
    if not version:
        return None
    with place:
        return _found(version)


def _found(version: str) -> Warehouse | None:
    try:
        found = earlier(version)
    except WarehouseUnavailable:
        _say(NOT_READABLE)
        return None
    if found is None:
        _say(NOT_KEPT)
        return None
    if not found.is_earlier:
        _say("链接里的版本就是当前版本。")
        return None
    _banner(found)
    return found


def built(warehouse: Warehouse) -> str:
    """When a version was made, as a clock in Beijing shows it: `2026-11-22 19:00`."""
    return f"{in_beijing(datetime.fromisoformat(warehouse.built_at)):%Y-%m-%d %H:%M}"


def _settle() -> str:
    """What the address says, with the session brought in line; a page opened from the menu has an empty address."""
    page = urlsplit(st.context.url or "").path
    is_same_page = page == st.session_state.get(PAGE)
    if VERSION not in st.query_params and st.session_state.get(LOOKED_AT) and not is_same_page:
        st.query_params[VERSION] = st.session_state[LOOKED_AT]
    st.session_state[PAGE] = page
    version = st.query_params.get(VERSION, "")
    st.session_state[LOOKED_AT] = version
    return version


def _banner(warehouse: Warehouse) -> None:
    """The words that stand above every page while the reader looks back, and the way out."""
    st.html(
        f'<p role="status"><b>正在查看{escape_html(built(warehouse))}的旧版本</b>'
        "<span>只能看：数字与链接都是当时的，报送、定稿等操作停用。</span></p>"
    )
    st.button("返回当前版本", key="leave-version", on_click=_leave)


def _say(text: str) -> None:
    st.html(f'<p role="status">{escape_html(text)}</p>')
    st.button("知道了", key="leave-version", on_click=_leave)


def _leave() -> None:
    st.query_params.pop(VERSION, None)
    st.session_state[LOOKED_AT] = ""
