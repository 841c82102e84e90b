"""Sets the parts that bodies of slides share: remarks, facts and tables, each cut to the room that it has."""

from collections.abc import Callable, Sequence
from functools import partial

from dashboard.meeting.slide_parts import Late
from dashboard.render.fitting import cut_evenly, fitted, height_of, table_widths
from dashboard.render.html.tags import tag, words
from dashboard.render.stage import REMARK_AIR, SMALLEST, TABLE
from dashboard.text.joined import Finding, clauses
from dashboard.views.table import Cell, Table, cell_text

REMARK_SIZES = (28, 26, SMALLEST)
FACT_AIR, FACT_WORD = 12, 116


def remarks_html(remarks: Sequence[str], width: float, height: float) -> str:
    """Remarks below each other in the largest type that fits, the longest cut where none does.

    What follows the first clause of a finding is set smaller and in second ink, where there is room for it.
    """
    if not remarks:
        return ""
    parts = [clauses(one) for one in remarks]
    if any(isinstance(one, Finding) for one in remarks) and sum(map(partial(_height, width), parts)) <= height:
        items = [tag("li", words("b", first), *(words("span", one) for one in rest)) for first, *rest in parts]
        return tag("ul", *items, class_="remarks", style=f"font-size:{REMARK_SIZES[0]}px")
    room = height - REMARK_AIR * len(remarks)
    size = fitted("\n".join(remarks), width, room, REMARK_SIZES).size
    told = cut_evenly(remarks, width, room, size)
    items = [
        words("li", text, title=whole if text != whole else None) for text, whole in zip(told, remarks, strict=True)
    ]
    return tag("ul", *items, class_="remarks", style=f"font-size:{size}px")


def _height(width: float, parts: Sequence[str]) -> float:
    """The height of a remark whose first clause is set large."""
    first, *rest = parts
    below = sum(height_of(one, SMALLEST, width) + 4 for one in rest)
    return height_of(first, REMARK_SIZES[0], width) + below + REMARK_AIR


def facts_html(facts: Sequence[tuple[str, str]], width: float, height: float) -> str:
    """(word, text) pairs below each other, the words in second ink."""
    texts = [text for _, text in facts]
    room = height - FACT_AIR * len(facts)
    told = cut_evenly(texts, width - FACT_WORD, room, SMALLEST)
    lines = "".join(
        words("dt", word) + words("dd", text, title=whole if text != whole else None)
        for (word, whole), text in zip(facts, told, strict=True)
    )
    return tag("dl", lines, class_="facts")


def table_html(table: Table, width: float, points: Sequence[str | None] = ()) -> str:
    """The table in columns of the widths that its pages were worked out for; `points` are what its rows open."""
    widths = table_widths(table, width, TABLE)
    columns = tag("colgroup", *(f'<col style="width:{wide:.1f}px">' for wide in widths))
    rows = rows_html(table, _kind, list(map(opening, points)) or [{}] * len(table.rows))
    return tag("table", columns, rows, style=f"width:{width:g}px")


def rows_html(
    table: Table,
    kind_of: Callable[[Cell, str | None], str | None],
    leads: Sequence[dict[str, str]],
) -> str:
    """Head and rows of a table: `kind_of` classes a cell by itself and the kind of its column, `leads` are attributes of its rows."""
    kinds = ["number" if column.decimals is not None else None for column in table.columns]
    head = [
        words("th", column.header, class_=kind, scope="col") for column, kind in zip(table.columns, kinds, strict=True)
    ]
    rows = []
    for row, lead in zip(table.rows, leads, strict=True):
        texts = [cell_text(*pair) for pair in zip(row, table.columns, strict=True)]
        cells = [
            words("td", text, class_=kind_of(cell, kind)) for text, cell, kind in zip(texts, row, kinds, strict=True)
        ]
        rows.append(tag("tr", *cells, **lead))
    return tag("thead", tag("tr", *head)) + tag("tbody", *rows)


def opening(point: str | None) -> dict[str, str]:
    """The attributes of what opens the data behind a point; none where there is nothing behind it."""
    return {"data_drill": point, "tabindex": "0", "role": "button", "aria_haspopup": "dialog"} if point else {}


def _kind(cell: Cell, kind: str | None) -> str | None:
    return "late" if isinstance(cell, Late) else kind
