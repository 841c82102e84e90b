"""Turns a running order into one HTML file that asks nothing of any network, and into the message that renews it."""

import json
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Literal

from dashboard.meeting.slide import RunningOrder
from dashboard.render.html.charts import figures
from dashboard.render.html.maps import class_colors
from dashboard.render.html.pages import slides_html
from dashboard.render.palette import DARK, FONT_FAMILY, LIGHT, Theme, css_tokens
from dashboard.text.formats import escape_html

# Scripts and styles stand in the file itself; nothing else is ever fetched.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
SCRIPTS = ("stage.js", "charts.js", "panels.js", "notes.js", "keys.js")
WEB = Path(__file__).with_name("web")


def to_html(order: RunningOrder, *, scheme: Literal["light", "dark"] = "light", slide: str | None = None) -> str:
    """The meeting as one HTML document that begins in a theme and at the slide of that key (None: the first one)."""
    start = f' data-start="{escape_html(slide)}"' if slide else ""
    return "".join(
        (
            f'<!doctype html><html lang="zh-CN" data-scheme="{scheme}"{start}><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f"<title>{escape_html(order.title)}</title><style>{_css()}</style></head><body>",
            f'<main id="stage"><div id="slides">{slides_html(order)}</div></main>{_text("frame.html")}',
            f'<script type="application/json" id="data">{_json(_data(order))}</script>',
            f"<script>{_plotly()}</script><script>{_script()}</script></body></html>",
        )
    )


def update(order: RunningOrder) -> dict[str, Any]:
    """The message that puts another state of the meeting into an open document: its slides, figures and version."""
    return {
        "kind": "meeting-update",
        "slides": slides_html(order),
        "data": _data(order),
        "version": order.version,
    }


def _data(order: RunningOrder) -> dict[str, Any]:
    """What the scripts draw: title, version and the figures of every chart in both themes."""
    drawn = {
        slide.key: {"points": slide.row_keys, **figures(slide)} for slide in order.slides if "chart" in slide.parts
    }
    return {"title": order.title, "version": order.version, "charts": drawn}


def own_scripts() -> tuple[str, ...]:
    """The scripts that run in the file, as they stand in it; the same in every file of this version."""
    return _plotly(), _script()


def _json(data: dict[str, Any]) -> str:
    """The data as JSON in which no text can end the script that holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@cache
def _text(name: str) -> str:
    return (WEB / name).read_text(encoding="utf-8")


@cache
def _plotly() -> str:
    """The script that draws charts, out of the installed package, which need not be imported for it."""
    script = distribution("plotly").locate_file("plotly/package_data/plotly.min.js")
    return Path(str(script)).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """The scripts as one function, so that they share their names with nobody else."""
    return '(()=>{"use strict";\n' + "\n".join(map(_text, SCRIPTS)) + "\n})();"


@cache
def _css() -> str:
    """The style sheet under the colours of both themes; what is printed is light."""
    print_colors = f"@media print{{:root[data-scheme]{{{_colors(LIGHT)}}}}}"
    return (
        f":root{{--font:{FONT_FAMILY};{_colors(LIGHT)}}}:root[data-scheme=dark]{{{_colors(DARK)}}}"
        f"{print_colors}{_text('map.css')}{_text('stage.css')}"
    )


def _colors(theme: Theme) -> str:
    pairs = css_tokens(theme) | class_colors(theme)
    return f"color-scheme:{theme.name};" + "".join(f"--{name}:{color};" for name, color in pairs.items())
