"""Turns HTML, figures and messages into lines of text that say nothing of colours, sizes, times of making or machines."""

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

# Keys, in any spelling, that only say how a thing looks or by which name a program knows it.
LOOKS = re.compile(
    r"colou?rs?$|colorscale|colorway|^(font|margin|line|opacity|hoverlabel|library|width|height|size|textfont|"
    r"id|formId|elementId|labelVisibility|(width|height|gap)Config|url|deferredFileId|setValue|dark)$",
    re.I,
)
OUTLINES = {"polygon", "path", "contour"}
BREAKING = {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "section", "header", "footer", "h1", "h2", "h3"),
    *("h4", "details", "summary", "template", "article", "nav", "br", "button", "option", "text", "figcaption", "svg"),
}
CELLS = {"td", "th"}
SAID = ("aria-label", "alt", "title", "href", "datetime", "placeholder", "value")
DAY = timedelta(days=1)
BEIJING = timedelta(hours=8)


class Mask:
    """Takes out of a text what differs between two runs: versions, sums, the day of making and folders."""

    def __init__(self, folders: Iterable[Path], made: Iterable[datetime]) -> None:
        """`made` are the moments (UTC) at which something may have been made; all of their days are taken out."""
        now = datetime.now(UTC).replace(tzinfo=None)
        days = {f"{moment + BEIJING * step:%Y-%m-%d}" for moment in (*made, now, now + DAY) for step in (0, 1)}
        date = "|".join(
            form
            for day in sorted(days)
            for year, month, number in [day.split("-")]
            for form in (day, f"{year}年0?{int(month)}月0?{int(number)}日", f"{year}{month}{number}")
        )
        self._parts = (
            *((re.compile(re.escape(str(folder))), "FOLDER") for folder in sorted(folders, key=str, reverse=True)),
            (re.compile(r"\d{8}T\d{6,}Z-[0-9a-f]{8}"), "VERSION"),
            (re.compile(rf"(?:{date})(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?"), "MADE"),
            (re.compile(r"\b[0-9a-f]{32,}\b"), "SUM"),
        )

    def __call__(self, text: str) -> str:
        """The text without them."""
        for pattern, word in self._parts:
            text = pattern.sub(word, text)
        return text


def digest(value: Any) -> str:
    """A short mark of what is too long to be read."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:10]


def pruned(value: Any, key: str = "") -> Any:
    """JSON data without looks, numbers rounded to six digits, outlines as number of values and mark."""
    if isinstance(value, dict):
        return {name: pruned(part, name) for name, part in value.items() if not LOOKS.search(str(name))}
    if key in OUTLINES and isinstance(value, list):
        rounded = pruned(value)
        return f"outline {len(re.findall(',', json.dumps(rounded)))} {digest(rounded)}"
    if isinstance(value, list | tuple):
        return [pruned(part) for part in value]
    if isinstance(value, float):
        return int(value) if value == int(value) else round(value, 6)
    if isinstance(value, str) and re.match(r"\s*<\w", value):
        return html_lines(value)
    return value


def in_json(value: Any) -> str:
    """One line of JSON with sorted keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def parts_of(value: Any, name: str = "") -> list[str]:
    """Pruned data as lines, one for each trace, axis, layer and row of what is deep."""
    value = pruned(value)
    if isinstance(value, dict) and len(in_json(value)) > 200:
        return [line for key in sorted(value) for line in parts_of(value[key], f"{name}.{key}" if name else key)]
    if isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        return [line for place, part in enumerate(value) for line in parts_of(part, f"{name}[{place}]")]
    return [f"{name} {in_json(value)}"]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style"}:
            self._within.append(tag)
            if ("type", "application/json") in attrs:
                self._within[-1] = "json"
        if tag in BREAKING:
            self.lines.append("")
        for name, value in attrs:
            if name in SAID and value:
                self.lines[-1] += f"[{name}: {value}]"
            elif name == "src" and value and value.startswith("data:image/svg"):
                drawn = re.findall(r'(?: d|cx|cy)="([^"]*)"', unquote(value))
                self.lines[-1] += f"[drawn: {' | '.join(drawn)}]"

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"} and self._within:
            self._within.pop()
        if tag in CELLS:
            self.lines[-1] += "\t"
        if tag in BREAKING:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.lines[-1] += re.sub(r"\s+", " ", data)
        elif self._within[-1] == "json":
            self.lines += [*parts_of(json.loads(data)), ""]


def html_lines(html: str) -> list[str]:
    """The words of HTML in order: a line a block, cells apart by tabs, labels in brackets, embedded data as JSON."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [line.strip(" ").rstrip("\t") for line in reader.lines if line.strip()]
