"""Who reads in this run of a page: told by the cookie or by the town's own sign-in, and by nothing that a page can change."""

from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from dashboard.access.account import EVERYBODY, Account
from dashboard.access.mode import Mode, mode
from dashboard.store.accounts import account_of_claims
from dashboard.store.sessions import LASTS, account_of_session

COOKIE = "sanqu_session"


def cookies() -> Mapping[str, str]:
    """The cookies that the browser sent when this page was opened."""
    return st.context.cookies


def claims() -> Mapping[str, object]:
    """What the town's own sign-in told of the reader; nothing where nobody signed in, or too long ago."""
    told = st.user.to_dict()
    issued = told.get("iat")
    is_fresh = isinstance(issued, int | float) and issued > (datetime.now(UTC) - LASTS).timestamp()
    return told if told.get("is_logged_in") and is_fresh else {}


def is_configured() -> bool:
    """Whether the town's own sign-in can be asked: the platform knows its address and secrets."""
    return "is_logged_in" in st.user.to_dict()


def account_of_run() -> Account | None:
    """The account that this run is for; None where nobody signed in, and everybody where nobody is asked to."""
    match mode():
        case Mode.NONE:
            return EVERYBODY
        case Mode.ACCOUNTS:
            return account_of_session(cookies().get(COOKIE, ""), datetime.now(UTC))
        case Mode.OIDC:
            told = claims()
            return account_of_claims(told) if told else None
