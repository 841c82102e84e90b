"""Closed editions in which documents read words back (format 2) → slides with layouts, keys and typed parts (format 3)."""

import re
from collections.abc import Iterator
from typing import Any

from dashboard.meeting.kinds import KINDS
from dashboard.meeting.matters import PRESSING
from dashboard.meeting.slide_parts import LATE_STATES
from dashboard.text.periods import period_label

TYPE = "is_a"
Told = dict[str, Any]
RENAMED = {"title": "cover", "list": "lists"}
# The layout of each kind, and what it took where there was nothing to draw.
DRAWN = {"matters": "chart", "map": "map"}
LAYOUT_OF = {"cover": "cover", "headlines": "cards", "theme": "chart", "matter": "matter"}
# Which cell of a row named it.
NAMED_BY = {"headlines": 0, "theme": 1, "matters": 0, "decided": 0, "attention": 0, "closing": 1}
EDITION = re.compile(r"第 \d+ 版，(.+?) 定稿")
OWN, NUMBER = "本次议定", "事项编号"


def with_layouts(order: Told) -> Told:
    """The order with what was read back out of its words as parts of their own."""
    slides = order["slides"]
    cover, closing = slides[0], next((one for one in slides if one["kind"] == "closing"), None)
    district = cover["subtitle"].split(" · ")[0]
    stated = EDITION.match(dict(map(tuple, cover["facts"])).get("定稿", ""))
    matters = [_matter(row) for row in _rows(order["items"][0][2])] if order["items"] else []
    told = {name: value for name, value in order.items() if name != "title"}
    return told | {
        "district": district,
        "meeting": order["title"].removeprefix(district),
        "version": _joined("DataVersion", order["version"].split("，")),
        "slides": [_slide(one) for one in slides],
        "matters": matters,
        "requests": list(_requests(closing["table"], matters)) if closing else [],
        "nothing_decided": (closing["remarks"] or [""])[0] if closing else "",
        "closed_at": stated[1] if stated else "",
    }


def _joined(kind: str, parts: list[str]) -> Told:
    return {TYPE: kind, "parts": parts}


def _slide(slide: Told) -> Told:
    kept_kind: str = slide["kind"]
    kind = RENAMED.get(kept_kind, kept_kind)
    is_drawn = bool(slide["chart"] or slide["map"])
    title, name, remarks = slide["title"], KINDS[kind].title, slide["remarks"]
    if kind == "matter":
        name, state = title.rsplit("：", 1)
        title = _joined("Headed", [name, state])
    if kind == "theme":
        name = slide["subtitle"].split(" · ")[0]
        remarks = [_joined("Finding", one.split("，", 1)) for one in remarks]
    kept = {field: value for field, value in slide.items() if field not in ("is_table_shown", "state")}
    return kept | {
        "kind": kind,
        "layout": LAYOUT_OF.get(kind) or (DRAWN.get(kind, "table") if is_drawn else "table"),
        "title": title,
        "name": name,
        "remarks": remarks,
        "subjects": list(_subjects(kind, slide)),
        "row_keys": [_name(row[NAMED_BY[kind]]) for row in slide["table"]["rows"]]
        if kind in NAMED_BY and slide["table"]
        else [],
        "table": _with_late(slide["table"]) if slide["is_table_shown"] else slide["table"],
        "drills": [_drill(one) for one in slide["drills"]],
        "footer": slide["footer"] | {"source": _joined("Sources", slide["footer"]["source"].split("、"))},
    }


def _name(cell: Any) -> str:
    """What a row was called by; a quarter by its name in full."""
    return period_label(cell["code"]) if isinstance(cell, dict) else str(cell)


def _with_late(table: Told) -> Told:
    """The table with the cells marked that were set in red."""
    is_late = re.compile("|".join(sorted(LATE_STATES))).match
    rows = [
        [_joined("Late", [cell]) if isinstance(cell, str) and is_late(cell) else cell for cell in row]
        for row in table["rows"]
    ]
    return table | {"rows": rows}


def _subjects(kind: str, slide: Told) -> Iterator[str]:
    if kind in ("theme", "matter"):
        yield slide["key"].removeprefix(f"{kind}-")
    if kind == "decided":
        yield from (row[0] for drill in slide["drills"] for row in drill["table"]["rows"])


def _drill(drill: Told) -> Told:
    table = drill["table"]
    is_of_matters = table["columns"][0]["label"] == NUMBER
    return drill | {"leads": [row[0] for row in table["rows"]] if is_of_matters else []}


def _rows(table: Told) -> list[Told]:
    labels = [column["label"] for column in table["columns"]]
    return [dict(zip(labels, row, strict=True)) for row in table["rows"]]


def _matter(row: Told) -> Told:
    state = row["状态"]
    return {
        TYPE: "Matter",
        "decision_id": row["事项编号"],
        "meeting_id": row["议定会议"],
        "title": row["事项"],
        "area_name": row["区域"],
        "responsible_unit": row["责任单位"],
        "original_due_on": _day(row["原定期限"]),
        "due_on": _day(row["现定期限"]),
        "closed_on": _day(row["销号日期"]),
        "progress_pct": row["本次进度"],
        "state": state,
        "is_pressing": not row["销号日期"] and any(word in state for word in PRESSING),
        "note": row["说明"],
        "node": row["已到节点"],
        "next_node": row["下一节点"],
        "next_due_on": _day(row["下一节点期限"]),
    }


def _day(text: str) -> Told | None:
    return {"day": text} if text else None


def _requests(table: Told, matters: list[Told]) -> Iterator[Told]:
    """What was asked for; the page asked for the matters in the order of the sheet, which alone tells their places."""
    places = iter(one["area_name"] for one in matters if one["is_pressing"])
    for row in table["rows"]:
        kind, shown, unit, why = row
        if kind == OWN:
            continue
        place = next(places, "") if kind in PRESSING else ""
        yield {
            TYPE: "Request",
            "key": shown,
            "kind": kind,
            "what": shown.removesuffix(f"（{place}）") if place else shown,
            "shown": shown,
            "place": place,
            "unit": unit,
            "reasons": why.split("；" if place else "，"),
        }
