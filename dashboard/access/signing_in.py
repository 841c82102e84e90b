"""A name and a password → a session, or the one sentence that is said whatever was wrong with them."""

from datetime import datetime

from dashboard.store.accounts import accounts, is_password
from dashboard.store.attempts import MOST, PAUSE, count_failure, forget_failures, is_locked
from dashboard.store.audit import Did, record
from dashboard.store.sessions import account_of_session, begin_session, end_session

REFUSED = (
    f"账号或密码不对，或账号暂时停用。同一账号连续输错 {MOST} 次，停用 {PAUSE.seconds // 60} 分钟；"
    "忘记密码的，请管理人员重新设置。"
)
UNKNOWN = "（不存在的账号）"


def sign_in(name: str, password: str, now: datetime) -> str | None:
    """The word for the cookie of a new session; None where name and password do not hold, or the account is locked.

    A locked account is not told from a wrong password. What somebody typed as a name that is none is not recorded,
    since it may be their password.
    """
    account = accounts().get(name)
    is_right = is_password(account, password)
    if account is None:
        record(UNKNOWN, Did.FAILED, "", now)
        return None
    if is_locked(name, now):
        record(name, Did.FAILED, "暂停期间", now)
        return None
    if not is_right:
        record(name, Did.LOCKED if count_failure(name, now) else Did.FAILED, "", now)
        return None
    forget_failures(name)
    record(name, Did.SIGNED_IN, "", now)
    return begin_session(account, now)


def sign_out(word: str, now: datetime) -> None:
    """End the session of a cookie; one that is none changes nothing."""
    if account := account_of_session(word, now):
        record(account.name, Did.SIGNED_OUT, "", now)
    end_session(word)
