"""Runs pages of the app without a browser and gives what they say, for the choices that their address and boxes offer."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from bench.said.elements import container_name, element_lines
from bench.said.listening import Heard, Words, listening
from bench.said.papers import READERS

SECONDS = 300
# The boxes of the filter bar: what they choose is chosen by the address.
FILTER = {"片区", "园区 / 村 / 厂区", "网格", "时期", "对比"}
# Of a long list of options, and of the rows of a list, so many are chosen, evenly.
MOST_OPTIONS, MOST_ROWS = 6, 400
DEEPEST = 2
# What a page is opened with, beside nothing.
ADDRESSES: dict[str, dict[str, str]] = {
    "other district": {"area": "350581100901"},
    "city in a year": {"area": "350581000000", "period": "2024"},
    "park against the quarter before": {"area": "350581101911", "period": "2025Q3", "compare": "previous"},
    "village": {"area": "350581101206", "period": "2025Q2"},
    "factory without comparison": {"area": "350581100921", "period": "2025Q4", "compare": "none"},
    "first quarter": {"area": "350581101901", "period": "2023Q1"},
    "spot a grid": {"spot": "35058110191103"},
    "spot a village": {"spot": "350581101206"},
    "spot a factory": {"spot": "350581101921"},
    "nonsense": {"area": "1", "period": "x", "compare": "y"},
}
# Pages that list things each of which has a detail: the parameter, and where the names of the things are.
DETAILS = {"glossary": ("metric", "METRICS")}


@dataclass(frozen=True)
class Choice:
    """What a page is opened with, and then picked in it: (label, option) in turn."""

    query: tuple[tuple[str, str], ...] = ()
    picked: tuple[tuple[str, str], ...] = ()


class Page:
    """One page of the app in a checkout."""

    def __init__(self, checkout: Path, name: str, heard: Heard, *, is_with_workbooks: bool = False) -> None:
        self._checkout, self._name, self._heard = checkout, name, heard
        self._suffixes = {"csv", "xlsx"} if is_with_workbooks else {"csv"}

    def run(self, choice: Choice) -> AppTest:
        """The page as it stands after the choice."""
        self._heard.downloads.clear()
        app = AppTest.from_file(str(self._checkout / "app.py"), default_timeout=SECONDS)
        for key, value in choice.query:
            app.query_params[key] = value
        app.switch_page(f"pages/{self._name}.py").run()
        for label, option in choice.picked:
            next(widget for widget in boxes(app) if label_of(widget) == label).set_value(Words(option))
            app.run()
        return app

    def said(self, choice: Choice) -> tuple[AppTest, list[str]]:
        """The page, and what each of its elements says in order."""
        app = self.run(choice)
        return app, list(filter(None, self._walk(app._tree)))

    def _walk(self, node: Any) -> Iterator[str]:
        children = getattr(node, "children", None)
        if children is None:
            yield "\n".join((f"## {node.type}", *element_lines(node), *self._downloaded(node)))
            return
        if name := container_name(node):
            yield f"## {node.type}\n{name}"
        for key in sorted(children):
            yield from self._walk(children[key])

    def _downloaded(self, element: Any) -> Iterator[str]:
        """The files that a button gives, which are made here and now."""
        if element.type != "download_button":
            return
        for name, data in [told for key, told in self._heard.downloads.items() if element.proto.id.endswith(f"-{key}")]:
            yield f"[file: {name}]"
            suffix = name.rpartition(".")[2]
            # The documents of a meeting are read from the command line.
            if suffix in self._suffixes and "稿" not in name:
                content = data() if callable(data) else data
                yield from READERS[suffix](content if isinstance(content, bytes) else content.encode())


def boxes(app: AppTest) -> list[Any]:
    """What one of several can be picked in, beside the filter bar."""
    found = [*app.get("button_group"), *app.get("selectbox")]
    return [widget for widget in found if label_of(widget) not in FILTER and not widget.proto.disabled]


def label_of(widget: Any) -> str:
    """What the box is called."""
    return widget.proto.label or " ".join(widget.options[:2])


def others(widget: Any) -> list[str]:
    """The options that a box does not stand at; of many, some."""
    shown = widget.formatted_values if widget.type == "button_group" else [widget.options[widget.index or 0]]
    options = [option for option in dict.fromkeys(widget.options) if option not in shown]
    return some(options, MOST_OPTIONS)


def some(things: list[Any], most: int) -> list[Any]:
    """At most so many of them, evenly, with both ends."""
    if len(things) <= most:
        return things
    return [things[place * (len(things) - 1) // (most - 1)] for place in range(most)]


def page_files(
    checkout: Path, warehouse: Path, name: str, *, is_quick: bool = False
) -> Iterator[tuple[str, list[str]]]:
    """(file, what it says) for each choice of a page; but for the first, only what it changed.

    What `is_quick` asks for addresses alone, and picks in no box.
    """
    os.environ["SANQU_WAREHOUSE"] = str(warehouse)
    with listening() as heard:
        plain = Page(checkout, name, heard)
        # The first page of a process is drawn with the frame around it, the later ones without.
        plain.run(Choice())
        yield "default", Page(checkout, name, heard, is_with_workbooks=True).said(Choice())[1]
        app, first = plain.said(Choice())
        for title, query in ADDRESSES.items():
            if changed := _changed(first, plain.said(Choice(tuple(query.items())))[1]):
                yield title, changed
        if is_quick:
            return
        seen = {label_of(widget) for widget in boxes(app)}
        yield from _picked(plain, app, first, Choice(), seen)
        # What follows has hundreds of runs, in which no data is taken away.
        heard.is_open = False
        if name in DETAILS:
            yield "details", list(_details(plain, first, *DETAILS[name]))
        if rows := list(_rows(plain, app, first, heard)):
            yield "rows", rows


def _changed(before: list[str], after: list[str]) -> list[str]:
    known = set(before)
    return [text for text in after if text not in known]


def _picked(
    page: Page, app: AppTest, before: list[str], choice: Choice, seen: set[str]
) -> Iterator[tuple[str, list[str]]]:
    """What each other option of each box changes; boxes that come up by it are picked in as well."""
    offered = [(label_of(widget), others(widget)) for widget in boxes(app)]
    fresh = {label_of(widget) for widget in boxes(app)} if not choice.picked else seen
    for label, options in offered:
        if label not in fresh:
            continue
        for option in options:
            further = Choice(choice.query, (*choice.picked, (label, option)))
            then, said = page.said(further)
            if changed := _changed(before, said):
                yield " ".join(f"{box}={value}" for box, value in further.picked), changed
            new = {label_of(widget) for widget in boxes(then)} - seen
            if new and len(further.picked) < DEEPEST:
                seen |= new
                yield from _picked(page, then, said, further, new)


def _details(page: Page, before: list[str], parameter: str, register: str) -> Iterator[str]:
    rooms = [vars(module) for name, module in sorted(sys.modules.items()) if name.startswith("dashboard.")]
    names = max((room[register] for room in rooms if isinstance(room.get(register), Mapping)), key=len)
    for name in sorted(names):
        yield f"# {parameter}={name}"
        yield from _changed(before, page.said(Choice(((parameter, name),)))[1])


def _rows(page: Page, app: AppTest, before: list[str], heard: Heard) -> Iterator[str]:
    """What choosing a row changes, where a choice makes the page run anew."""
    lengths = [len(element.value) for element in app.get("dataframe") if element.proto.selection_mode]
    for row in some(list(range(1, max(lengths, default=0))), MOST_ROWS):
        heard.row = row
        try:
            if changed := _changed(before, page.said(Choice())[1]):
                yield f"# row {row}"
                yield from changed
            elif row == 1:
                return
        finally:
            heard.row = None
