"""What stands before every page on the network: headers, the door, the page to sign in, the API; the front door of the folder."""

from collections.abc import Sequence

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from dashboard.render.web.gate.api import metric_answer, openapi_answer
from dashboard.render.web.gate.door import Door
from dashboard.render.web.gate.headers import Headers
from dashboard.render.web.gate.signing import sign_in_page, signed_in, signed_out


def base_path() -> str:
    """The path under which a proxy serves the dashboard, `/sanqu`; empty where it has the whole address."""
    told = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{told}" if told else ""


def middleware() -> Sequence[Middleware]:
    """What every request passes on its way, the outermost first."""
    return [Middleware(Headers), Middleware(Door, base=base_path())]


def routes() -> Sequence[BaseRoute]:
    """What the dashboard answers beside its pages."""
    base = base_path()
    return [
        Route(f"{base}/login", sign_in_page, methods=["GET"]),
        Route(f"{base}/login", signed_in, methods=["POST"]),
        Route(f"{base}/logout", signed_out, methods=["GET"]),
        Route(f"{base}/api/openapi.json", openapi_answer, methods=["GET"]),
        Route(f"{base}/api/metrics/{{name}}.{{kind}}", metric_answer, methods=["GET"]),
    ]
