"""Runs a page of the real app without a browser and gives what a reader can read of it."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.render.web.sections import ALL, OPEN

APP = Path(__file__).resolve().parents[2] / "app.py"
LABEL = re.compile(r'class="label">([^<]*)')
FIGURE = re.compile(r'class="figure">(.*?</span>)</span>', re.S)


@dataclass(frozen=True)
class Read:
    """The words of a page, its headline cards (label → figure) and its exceptions."""

    text: str
    cards: dict[str, str]
    errors: list[str]


def plain(html: str) -> str:
    """HTML without tags, drawings and styles."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(style|svg)\b.*?</\1>", "", html, flags=re.S)))


def words(app: AppTest) -> str:
    """All that the blocks of a page say, without tags; a title is one run of words however it may break."""
    return " ".join(plain(element.proto.body) for element in app.get("html"))


def read_page(name: str, **query: str) -> Read:
    """The page `name` at the address with `query`, by default with all its sections open."""
    app = AppTest.from_file(str(APP), default_timeout=120)
    for key, value in ({OPEN: ALL} | query).items():
        app.query_params[key] = value
    app.switch_page(f"pages/{name}.py").run()
    bodies = [element.proto.body for element in app.get("html")]
    cards = {
        unescape(LABEL.search(card)[1]): plain(FIGURE.search(card)[1])
        for body in bodies
        for card in body.split('<div class="card">')[1:]
    }
    return Read("\n".join(map(plain, bodies)), cards, [error.message for error in app.exception])
