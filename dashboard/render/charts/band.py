"""Turns more lines than anybody can follow into one band: from the lowest to the highest, with the median in it."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from dashboard.render.charts.frame import note
from dashboard.render.charts.labels import label_of
from dashboard.render.palette import Theme, translucent
from dashboard.text.formats import escape_html, is_number
from dashboard.text.periods import period_label
from dashboard.views.charts import Series


def band(
    theme: Theme, crowd: Sequence[Series], labels: Sequence[str], unit: str, decimals: int
) -> list[dict[str, Any]]:
    """Where many lines run, as a band from the lowest to the highest with the median in it: so many cannot be followed."""
    columns = [[float(one) for line in crowd if is_number(one := dict(line.points).get(label))] for label in labels]
    edges: dict[str, Callable[[list[float]], float]] = {"最低": min, "最高": max, "中位": median}
    levels = {name: [edge(column) if column else None for column in columns] for name, edge in edges.items()}
    look = {
        "type": "scatter",
        "mode": "lines",
        "x": list(range(len(labels))),
        "connectgaps": False,
        "cliponaxis": False,
    }
    told = "%{customdata[2]}　%{customdata[1]}<br><b>%{customdata[3]}</b><extra></extra>"
    return [
        look
        | {
            "name": f"{len(crowd)}处{name}",
            "y": level,
            "customdata": [
                [label, escape_html(period_label(label)), f"{len(crowd)}处{name}", label_of(value, unit, decimals)]
                for label, value in zip(labels, level, strict=True)
            ],
            "hovertemplate": told,
            "line": {
                "color": theme.others,
                "width": 1.25 if name == "中位" else 0.5,
                "dash": "dot" if name == "中位" else "solid",
            },
        }
        | ({"fill": "tonexty", "fillcolor": translucent(theme.others, 0.18)} if name == "最高" else {})
        for name, level in levels.items()
    ]


def band_ends(band: Sequence[dict[str, Any]], labels: Sequence[str]) -> list[Series]:
    """The edges and the middle of a band as lines, for their labels at the right."""
    return [Series(trace["name"][-2:], tuple(zip(labels, trace["y"], strict=True))) for trace in band]


def spans(
    theme: Theme, traces: Sequence[dict[str, Any]], marks: Sequence[str], unit: str, decimals: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """How wide a band is at the marked periods: a line from edge to edge, and its length beside it."""
    low, high = (next(trace for trace in traces if trace["name"].endswith(edge)) for edge in ("最低", "最高"))
    shapes, labels = [], []
    for told, bottom, top in zip(low["customdata"], low["y"], high["y"], strict=True):
        if told[0] not in marks or bottom is None or top is None:
            continue
        at = low["customdata"].index(told)
        ends = {"x0": at, "x1": at, "y0": bottom, "y1": top, "xref": "x", "yref": "y"}
        shapes.append({"type": "line", "line": {"color": theme.ink, "width": 1.25, "dash": "dot"}} | ends)
        is_last = at == len(low["y"]) - 1
        side = {"xanchor": "right", "xshift": -4} if is_last or at else {"xanchor": "left", "xshift": 4}
        text = f"差{label_of(top - bottom, '' if unit == '%' else unit, decimals)}"
        labels.append(
            note(theme, text, x=at, y=bottom + (top - bottom) * 0.62, xref="x", yref="y", bgcolor=theme.surface, **side)
        )
    return shapes, labels
