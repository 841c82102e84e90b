"""The button that takes a file away: only where the account may, and recorded when the file is made."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from dashboard.access.account import EVERYBODY, Account
from dashboard.access.acting import acting
from dashboard.access.roles import Act
from dashboard.render.web.readers import account_of_run
from dashboard.store.audit import Did, record

Made = bytes | str
Content = Made | Callable[[], bytes] | Callable[[], Made]


def take_away(label: str, *, data: Content, file_name: str, act: Act = Act.EXPORT, **look: Any) -> None:
    """A download button, which is not there for an account that may not; `data` are made at the click, for the account."""
    account = account_of_run()
    if account and account.may(act):
        # What clerks call a file of theirs is not recorded: nobody knows what stands in such a name.
        told = file_name if act is Act.EXPORT else act.value
        st.download_button(label, data=_recorded(account, told, data), file_name=file_name, **look)


def _recorded(account: Account, told: str, data: Content) -> Content:
    if account is EVERYBODY:
        return data

    def made() -> Made:
        record(account.name, Did.TOOK, told, datetime.now(UTC))
        with acting(account):
            return data() if callable(data) else data

    return made


def may(act: Act) -> bool:
    """Whether the account of this run may do something that not everybody may."""
    account = account_of_run()
    return account is not None and account.may(act)


def signed_in_as() -> str:
    """The name of the account of this run; empty where nobody signs in."""
    account = account_of_run()
    return account.name if account else ""


def recorded_as(did: Did, what: str) -> None:
    """Record what the account of this run does; where nobody signs in nothing is recorded."""
    account = account_of_run()
    if account is not None and account is not EVERYBODY:
        record(account.name, did, what, datetime.now(UTC))
