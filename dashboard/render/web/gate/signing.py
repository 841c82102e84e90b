"""The page to sign in and what its form comes to: a cookie that no script reads, or one calm sentence."""

import time
from collections import defaultdict, deque
from datetime import UTC, datetime
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from dashboard.access.mode import Mode, mode
from dashboard.access.signing_in import REFUSED, sign_in, sign_out
from dashboard.render.palette import LIGHT, css_tokens
from dashboard.render.web.gate.headers import is_encrypted
from dashboard.render.web.readers import COOKIE
from dashboard.store.sessions import LASTS
from dashboard.text.formats import escape_html

LONGEST_FORM = 4096
# Of one computer; of one account the store counts for itself, across restarts.
MOST_FAILURES, WINDOW_SECONDS = 30, 900
TOO_MANY = "这台电脑登录失败的次数太多，请过十五分钟再试。"
ELSEWHERE = "这个请求不是从登录页发出的，没有处理。请打开登录页再试。"
OWN_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>登录 · 三区联创</title><style>
:root{{{tokens}}}
body{{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground,#FAF8F5);color:var(--ink);
font:15px/24px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}}
main{{width:min(360px,calc(100vw - 48px));padding:32px;background:var(--surface);border:1px solid var(--rule)}}
h1{{margin:0 0 4px;font-size:20px;line-height:28px;font-weight:600}}p{{margin:0 0 20px;color:var(--second-ink);font-size:14px}}
label{{display:block;margin:0 0 16px;font-size:14px}}
input{{box-sizing:border-box;width:100%;margin-top:4px;padding:8px 10px;font:inherit;color:inherit;background:transparent;
border:1px solid var(--rule);border-radius:2px}}
button{{width:100%;padding:9px;font:inherit;font-weight:600;color:#fff;background:#A3201B;border:0;border-radius:2px;cursor:pointer}}
input:focus-visible,button:focus-visible{{outline:2px solid #0E4F66;outline-offset:2px}}
.refused{{padding:10px 12px;color:var(--ink);border:1px solid var(--rule);border-left:3px solid #A3201B}}
</style></head><body><main><h1>三区联创 数据看板</h1><p>{lead}</p>{refused}
<form method="post" action="login"><input type="hidden" name="next" value="{there}">
<label>账号<input name="name" autocomplete="username" required maxlength="30" autofocus></label>
<label>密码<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button>登录</button></form></main></body></html>"""
LEAD = "请用本单位分配的账号登录。"

_failures: defaultdict[str, deque[float]] = defaultdict(deque)


def _page(there: str, refused: str = "", status: int = 200) -> Response:
    said = f'<p class="refused" role="alert">{escape_html(refused)}</p>' if refused else ""
    tokens = "".join(f"--{name}:{color};" for name, color in css_tokens(LIGHT).items())
    text = PAGE.format(tokens=tokens, lead=LEAD, refused=said, there=escape_html(there))
    return HTMLResponse(
        text, status_code=status, headers={"Content-Security-Policy": OWN_POLICY, "Cache-Control": "no-store"}
    )


def inside(there: str) -> str:
    """Where to go on after signing in: a path of the dashboard itself, its beginning for anything else."""
    is_path = there.startswith("/") and not there.startswith(("//", "/\\")) and there.isprintable()
    return there if is_path and not urlsplit(there).netloc else "/"


async def sign_in_page(request: Request) -> Response:
    """The form; the way on where nobody signs in with an account of the dashboard."""
    if mode() is not Mode.ACCOUNTS:
        return RedirectResponse(_base(request) or "/", status_code=303)
    return _page(inside(request.query_params.get("next", "/")))


async def signed_in(request: Request) -> Response:
    """The cookie and the way on, or the form again with what was wrong."""
    if mode() is not Mode.ACCOUNTS or not _is_from_here(request):
        return PlainTextResponse(ELSEWHERE, status_code=403)
    size = request.headers.get("content-length", "")
    if not size.isdigit() or int(size) > LONGEST_FORM:
        return PlainTextResponse(ELSEWHERE, status_code=413)
    address = request.client.host if request.client else ""
    if _is_tired(address):
        return _page("/", TOO_MANY, 429)
    form = await request.form(max_files=0, max_fields=3)
    there = inside(str(form.get("next", "/")))
    name, password = str(form.get("name", "")).strip(), str(form.get("password", ""))
    word = await run_in_threadpool(sign_in, name, password, datetime.now(UTC))
    if word is None:
        _failures[address].append(time.monotonic())
        return _page(there, REFUSED, 401)
    answer = RedirectResponse(f"{_base(request)}{there}", status_code=303)
    answer.set_cookie(
        COOKIE,
        word,
        max_age=int(LASTS.total_seconds()),
        path=_base(request) or "/",
        httponly=True,
        samesite="lax",
        secure=is_encrypted(request),
    )
    return answer


async def signed_out(request: Request) -> Response:
    """The session ended and the cookie taken away; a link from elsewhere ends nothing."""
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return PlainTextResponse(ELSEWHERE, status_code=403)
    await run_in_threadpool(sign_out, request.cookies.get(COOKIE, ""), datetime.now(UTC))
    answer = RedirectResponse(f"{_base(request)}/login", status_code=303)
    answer.delete_cookie(COOKIE, path=_base(request) or "/")
    return answer


def _base(request: Request) -> str:
    return request.url.path.rpartition("/")[0]


def _is_from_here(request: Request) -> bool:
    """Whether a form was sent from a page of this server; a browser says so, another program need not."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _is_tired(address: str) -> bool:
    """Whether so many sign-ins failed from there lately that no more are tried."""
    times, since = _failures[address], time.monotonic() - WINDOW_SECONDS
    while times and times[0] < since:
        times.popleft()
    if not times:
        del _failures[address]
    return len(times) >= MOST_FAILURES
