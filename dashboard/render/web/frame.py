"""The frame around every page where readers sign in: who is admitted, who reads, which pages open, and what is recorded of it."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

import streamlit as st

from dashboard.access.account import EVERYBODY, Account
from dashboard.access.acting import acting
from dashboard.access.mode import Mode, UnknownMode, caution, mode
from dashboard.metrics.areas import areas
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.web.blocks.words import empty_state
from dashboard.render.web.platform import note_frame
from dashboard.render.web.readers import account_of_run, claims, is_configured
from dashboard.store.audit import Did, record
from dashboard.tables.packs import quarters
from dashboard.text.formats import escape_html
from dashboard.views.links import VERSION

# In the session: what was last recorded as seen.
SEEN = "access-seen"
# What of an address says what was looked at; a question that somebody typed is nobody's business.
TOLD = ("area", "period", "compare", VERSION)
log = logging.getLogger(__name__)
CODE = re.compile(r"[\w-]{1,40}", re.ASCII)


def admitted() -> Account:
    """The account of this run; where there is none the page ends with the way to sign in."""
    note_frame()
    try:
        account = account_of_run()
        chosen = mode()
        _warn(chosen, str(st.get_option("server.address") or ""))
    except UnknownMode as error:
        empty_state("看板的登录设置不对", "没有打开任何页面。", error.message)
        st.stop()
    if account is None:
        _sign_in_first(chosen)
        st.stop()
    return account


@cache
def _warn(chosen: Mode, address: str) -> None:
    """Say once in the log where anybody on the network sees everything."""
    if told := caution(chosen, address):
        log.warning(told)


def _sign_in_first(chosen: Mode) -> None:
    if chosen is Mode.ACCOUNTS:
        what = '<a href="login" target="_self">登录</a>'
        st.html(f'<p class="notice" role="status">还没有登录，或登录已经过期。请{what}。</p>')
        return
    if not is_configured():
        empty_state(
            "统一身份认证还没有配置",
            "没有打开任何页面。",
            "请维护人员写好密钥文件的 [auth] 一节（见 docs/access.md），再重新启动。",
        )
        return
    if claims():
        empty_state(
            "这个身份没有对应的看板账号", "没有打开任何页面。", "请管理人员用 python -m dashboard user add 对应账号。"
        )
        st.button("换一个身份登录", key="sign-out", on_click=st.logout)
        return
    st.html('<p class="notice" role="status">还没有登录，或登录已经过期。</p>')
    st.button("用统一身份认证登录", key="sign-in", type="primary", on_click=st.login)


def offered(account: Account, name: str) -> bool:
    """Whether the page stands in the navigation: the account may open it, and there is something on it."""
    return account.opens(name) and WITH_CONTENT.get(name, _always)()


def _always() -> bool:
    return True


def _has_packs() -> bool:
    """Whether any 片区 has sent a pack; a township, which sends its own, receives none."""
    try:
        return bool(quarters(current()))
    except WarehouseUnavailable:
        return False


# The pages that are not for every town; each is there under its address all the same.
WITH_CONTENT: dict[str, Callable[[], bool]] = {"prefecture": _has_packs}


def reader_line(account: Account) -> None:
    """Who reads, for what and of where, and the way out; nothing where nobody signs in."""
    if account is EVERYBODY:
        return
    told = f"{escape_html(account.name)}（{account.role}，{escape_html(_scope_words(account))}）"
    with st.container(
        key="reader", horizontal=True, vertical_alignment="center", horizontal_alignment="right", gap="small"
    ):
        if mode() is Mode.OIDC:
            st.html(f'<p class="note">{told}</p>', width="content")
            st.button("退出登录", key="sign-out", on_click=st.logout, type="tertiary")
        else:
            st.html(f'<p class="note">{told} <a href="logout" target="_self">退出登录</a></p>', width="content")


def _scope_words(account: Account) -> str:
    if account.scope is None:
        return "全部区域"
    try:
        known = areas(current())
    except WarehouseUnavailable:
        return "、".join(account.scope)
    return "、".join(known[code].name if code in known else code for code in account.scope) or "没有区域"


@contextmanager
def opened(account: Account, page: Any) -> Iterator[None]:
    """Inside, the page may run: the account is let in, recorded once for each page and choice, and its areas are read."""
    if account is EVERYBODY:
        yield
        return
    query = {key: st.query_params.get(key, "") for key in TOLD}
    told = "&".join(f"{key}={value}" for key, value in query.items() if CODE.fullmatch(value))
    seen = f"{page.url_path}?{told}" if told else page.url_path
    is_open = account.opens(page.url_path) or not page.url_path
    if page.url_path and st.session_state.get(SEEN) != seen:
        record(account.name, Did.SAW if is_open else Did.REFUSED, seen, datetime.now(UTC))
        st.session_state[SEEN] = seen
    if not is_open:
        empty_state("这一页不在本账号的权限里", f"账号的角色是“{account.role}”。", "需要看的，请管理人员调整角色。")
        st.stop()
    with acting(account):
        yield
