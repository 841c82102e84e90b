"""Lets nobody to pages, sockets, files or uploads who has not signed in with an account of the dashboard."""

from datetime import UTC, datetime
from urllib.parse import quote

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.access.account import EVERYBODY, Account
from dashboard.access.mode import Mode, mode
from dashboard.render.web.readers import COOKIE
from dashboard.store.accounts import account_of_token
from dashboard.store.sessions import account_of_session

# What answers without an account: the way in, and what a launcher or a proxy asks whether the dashboard runs.
OPEN = ("/login", "/logout", "/_stcore/health")
API = ("/api/openapi.json", "/api/metrics/")
BEARER = "bearer "
SIGN_IN_FIRST = "请先登录。"


def reader(request: HTTPConnection) -> Account | None:
    """The account that a request is for: by its token, else by its cookie; everybody where nobody signs in."""
    told = request.headers.get("authorization", "")
    if told.lower().startswith(BEARER):
        return account_of_token(told[len(BEARER) :].strip())
    if mode() is Mode.ACCOUNTS:
        return account_of_session(request.cookies.get(COOKIE, ""), datetime.now(UTC))
    return EVERYBODY if mode() is Mode.NONE else None


class Door:
    """The application for whoever signed in; `base` is the path that a proxy serves it under."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through who may pass; send a browser to the page to sign in, and refuse everything else."""
        if scope["type"] not in ("http", "websocket") or self._is_let_through(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._refusal(scope)(scope, receive, send)

    def _is_let_through(self, scope: Scope) -> bool:
        path = scope["path"].removeprefix(self.base)
        # The town's own sign-in needs the page itself, which lets nobody see anything before; the API asks for itself.
        is_own = scope["type"] == "http" and (path in OPEN or path.startswith(API))
        if is_own or mode() is not Mode.ACCOUNTS:
            return True
        return reader(HTTPConnection(scope)) is not None

    def _refusal(self, scope: Scope) -> Response:
        request = HTTPConnection(scope)
        is_page = scope["method"] == "GET" and "text/html" in request.headers.get("accept", "")
        if not is_page:
            return PlainTextResponse(SIGN_IN_FIRST, status_code=401)
        there = scope["path"].removeprefix(self.base) + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"{self.base}/login?next={quote(there, safe='')}", status_code=303)
