"""Adds to every answer what browsers are to keep to: nothing from elsewhere, no frame around it, no guessing of kinds."""

import base64
import hashlib
import re
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.render.html.document import own_scripts

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Styles stand in the elements that components draw; scripts only in files, and those that stand in pages are known.
POLICY = (
    "default-src 'self'",
    "script-src 'self' blob: {scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "connect-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "object-src 'none'",
)


def policy() -> str:
    """What browsers may load and run: what this server gives, and the scripts that stand in its pages, by their sums."""
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = (*SCRIPT.findall(page.read_text(encoding="utf-8")), *own_scripts())
    return "; ".join(POLICY).format(scripts=" ".join(f"'sha256-{_sum(script)}'" for script in scripts))


def is_encrypted(request: HTTPConnection) -> bool:
    """Whether the browser sent the request over TLS, to this server or to the proxy before it."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto"))


def _only_encrypted(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


def _sum(script: str) -> str:
    # A browser reads every end of a line as one sign.
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


HEADERS = {
    "Content-Security-Policy": policy(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Headers:
    """The application with these headers on every answer that has none of that name yet.

    Behind TLS no cookie goes over a plain connection, whoever sets it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    found.setdefault(name, value)
                if is_encrypted(HTTPConnection(scope)):
                    message["headers"] = [_only_encrypted(name, value) for name, value in message["headers"]]
            await send(message)

        await self.app(scope, receive, answer if scope["type"] == "http" else send)
