"""Runs pages of the app without a browser and gives what they say, for the choices that their address and boxes offer."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd
import pyarrow as pa
import streamlit as st
from google.protobuf.json_format import MessageToDict
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest, element_tree

from bench.said.papers import READERS
from bench.said.plain import html_lines, in_json, parts_of, pruned

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
    "spot": {"spot": "350581101206"},
    "nonsense": {"area": "1", "period": "x", "compare": "y"},
}
# Pages that list things each of which has a detail: the parameter, and where the names of the things are.
DETAILS = {"glossary": ("metric", "METRICS")}


class _Words(str):
    """An option as the page writes it, where Streamlit's runner wants the value behind it."""


@dataclass
class _Heard:
    """What was handed to Streamlit and does not stand in its messages: data of downloads by key.

    `is_open`: whether popovers are, `row`: which row is chosen.
    """

    downloads: dict[str, tuple[str, Any]] = field(default_factory=dict)
    is_open: bool = True
    row: int | None = None


@contextmanager
def listening() -> Iterator[_Heard]:
    """Every popover is open, downloads are kept, and the row `row` is the chosen one in a list that can be chosen from."""
    heard = _Heard()
    popover, button, dataframe = DeltaGenerator.popover, DeltaGenerator.download_button, DeltaGenerator.dataframe
    written = element_tree._format_value_for_widget

    def opened(*given: Any, **named: Any) -> Any:
        place = popover(*given, **named)
        place.open = heard.is_open
        return place

    def kept(self: Any, label: str, data: Any, file_name: str = "", *given: Any, **named: Any) -> Any:
        heard.downloads[named.get("key", label)] = (file_name, data)
        return button(self, label, data, file_name, *given, **named)

    def chosen(*given: Any, **named: Any) -> Any:
        found = dataframe(*given, **named)
        if named.get("on_select") == "rerun" and heard.row is not None:
            return {"selection": {"rows": [heard.row], "columns": [], "cells": []}}
        return found

    with (
        patch.multiple(DeltaGenerator, popover=opened, download_button=kept, dataframe=chosen),
        patch.object(
            element_tree, "_format_value_for_widget", lambda f, v: v if isinstance(v, _Words) else written(f, v)
        ),
    ):
        main = st._main
        with patch.multiple(st, popover=main.popover, download_button=main.download_button, dataframe=main.dataframe):
            yield heard


@dataclass(frozen=True)
class Choice:
    """What a page is opened with, and then picked in it: (label, option) in turn."""

    query: tuple[tuple[str, str], ...] = ()
    picked: tuple[tuple[str, str], ...] = ()


class Page:
    """One page of the app in a checkout."""

    def __init__(self, checkout: Path, name: str, heard: _Heard, *, is_with_workbooks: bool = False) -> None:
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
            next(widget for widget in boxes(app) if label_of(widget) == label).set_value(_Words(option))
            app.run()
        return app

    def said(self, choice: Choice) -> tuple[AppTest, list[str]]:
        """The page, and what each of its elements says in order."""
        app = self.run(choice)
        return app, list(filter(None, self._walk(app._tree)))

    def _walk(self, node: Any) -> Iterator[str]:
        kind = node.type
        children = getattr(node, "children", None)
        if children is None:
            lines = SPOKEN.get(kind, self._other)(node) if kind != "download_button" else self._download(node)
            yield "\n".join((f"## {kind}", *lines))
            return
        said = _named(node)
        if said:
            yield f"## {kind}\n{said}"
        for key in sorted(children):
            yield from self._walk(children[key])

    def _other(self, element: Any) -> list[str]:
        told = MessageToDict(element.proto)
        return [in_json(pruned(told))] if told else []

    def _download(self, element: Any) -> list[str]:
        lines = self._other(element)
        found = [told for key, told in self._heard.downloads.items() if element.proto.id.endswith(f"-{key}")]
        for name, data in found:
            lines.append(f"[file: {name}]")
            suffix = name.rpartition(".")[2]
            # The documents of a meeting are read from the command line.
            if suffix in self._suffixes and "稿" not in name:
                content = data() if callable(data) else data
                lines += READERS[suffix](content if isinstance(content, bytes) else content.encode())
        return lines


def _named(node: Any) -> str:
    """What a container says itself: the label of a popover, a tab or a fold."""
    if getattr(node, "proto", None) is None:
        return ""
    found = MessageToDict(node.proto)
    return next((in_json(part["label"]) for part in found.values() if isinstance(part, dict) and "label" in part), "")


def _component(element: Any) -> list[str]:
    proto = element.proto
    kind = proto.WhichOneof("data")
    if kind is None:
        return [proto.component_name]
    told = getattr(proto, kind)
    if kind == "arrow_data":
        return [proto.component_name, in_json(pruned(MessageToDict(told)))]
    data = json.loads(told.json if kind == "mixed" else told)
    if isinstance(data, dict) and "figure" in data:
        data.pop("name", None)
    return [proto.component_name, *parts_of(data)]


def _sheet(element: Any) -> list[str]:
    proto = element.proto
    frame = element.value
    lines = [f"[alt: {proto.alt}]" if getattr(proto, "alt", "") else "", *parts_of(json.loads(proto.columns or "{}"))]
    styler = proto.arrow_data.styler
    if styler.display_values:
        frame = pa.ipc.open_stream(styler.display_values).read_pandas()
    rows = [["" if pd.isna(cell) else str(pruned(cell)) for cell in row] for row in frame.itertuples(index=False)]
    return [line for line in (*lines, "\t".join(map(str, frame.columns)), *map("\t".join, rows)) if line]


SPOKEN: dict[str, Callable[[Any], list[str]]] = {
    "html": lambda element: html_lines(element.proto.body),
    "bidi_component": _component,
    "dataframe": _sheet,
    "deck_gl_json_chart": lambda element: parts_of(json.loads(element.proto.json)),
    "code": lambda element: element.value.splitlines(),
}


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


def _rows(page: Page, app: AppTest, before: list[str], heard: _Heard) -> Iterator[str]:
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
