"""Turns the elements of a page, as Streamlit sends them to the browser, into lines of text."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pyarrow as pa
from google.protobuf.json_format import MessageToDict

from bench.said.plain import html_lines, in_json, parts_of, pruned


def container_name(node: Any) -> str:
    """What a container says itself: the label of a popover, a tab or a fold."""
    if getattr(node, "proto", None) is None:
        return ""
    found = MessageToDict(node.proto)
    return next((in_json(part["label"]) for part in found.values() if isinstance(part, dict) and "label" in part), "")


def element_lines(element: Any) -> list[str]:
    """What an element says; one that is not known here, all that its message holds."""
    return SPOKEN.get(element.type, _message)(element)


def _message(element: Any) -> list[str]:
    told = MessageToDict(element.proto)
    return [in_json(pruned(told))] if told else []


def _component(element: Any) -> list[str]:
    proto = element.proto
    kind = proto.WhichOneof("data")
    if kind is None:
        return [proto.component_name]
    told = getattr(proto, kind)
    if kind == "arrow_data":
        return [proto.component_name, in_json(pruned(MessageToDict(told)))]
    data = json.loads(told.json if kind == "mixed" else told)
    if isinstance(data, dict) and "svg" in data:
        return [proto.component_name, in_json(data["alt"]), *html_lines(data["svg"])]
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
    "code": lambda element: element.value.splitlines(),
}
