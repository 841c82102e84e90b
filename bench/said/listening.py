"""Hears what pages hand to Streamlit and its messages leave out: the data of downloads; and keeps all sections and popovers open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import element_tree


class Words(str):
    """An option as the page writes it, where Streamlit's runner wants the value behind it."""


@dataclass
class Heard:
    """What was handed to Streamlit and does not stand in its messages: data of downloads by key.

    `is_open`: whether sections and popovers are, `row`: which row is chosen.
    """

    downloads: dict[str, tuple[str, Any]] = field(default_factory=dict)
    is_open: bool = True
    row: int | None = None


@contextmanager
def listening() -> Iterator[Heard]:
    """Every section and popover is open, downloads are kept, and the row `row` is the chosen one in a list that can be chosen from."""
    heard = Heard()
    button, dataframe = DeltaGenerator.download_button, DeltaGenerator.dataframe
    written = element_tree._format_value_for_widget

    def opening(draw: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*given: Any, **named: Any) -> Any:
            place = draw(*given, **named)
            place.open = heard.is_open
            return place

        return opened

    def kept(self: Any, label: str, data: Any, file_name: str = "", *given: Any, **named: Any) -> Any:
        heard.downloads[named.get("key", label)] = (file_name, data)
        return button(self, label, data, file_name, *given, **named)

    def chosen(*given: Any, **named: Any) -> Any:
        found = dataframe(*given, **named)
        if named.get("on_select") == "rerun" and heard.row is not None:
            return {"selection": {"rows": [heard.row], "columns": [], "cells": []}}
        return found

    with (
        patch.multiple(
            DeltaGenerator,
            popover=opening(DeltaGenerator.popover),
            expander=opening(DeltaGenerator.expander),
            download_button=kept,
            dataframe=chosen,
        ),
        patch.object(
            element_tree, "_format_value_for_widget", lambda f, v: v if isinstance(v, Words) else written(f, v)
        ),
    ):
        main = st._main
        heard_of = ("popover", "expander", "download_button", "dataframe")
        with patch.multiple(st, **{name: getattr(main, name) for name in heard_of}):
            yield heard
