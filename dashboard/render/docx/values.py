"""What the Word templates may name: the placeholders in Chinese, each with its text, from the running order alone."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import Any

from dashboard.meeting.report import OWN, PRESSING
from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.meeting.wording import day_words, ordinal, research, sentence, tight
from dashboard.render.xlsx.exports import DEMO_MARK
from dashboard.store.frozen import CORRECTIONS, STATED
from dashboard.views.table import Table, cell_text

Row = dict[str, str]
DRAFT = "草稿，数字可能变动"
MISSING = "未填报"
# The pages whose sources are forms.
TOLD = ("headlines", "theme", "matters", "list")
EDITION = re.compile(r"(第 \d+ 版)，(.+?) 定稿")
PAGES = re.compile(r"（\d+ 页）")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile(r"[\t\n\r]+")


def minutes_values(order: RunningOrder) -> dict[str, Any]:
    """The placeholders of the minutes."""
    matters = _rows(order.items[0][2])
    own = [row for row in matters if row["议定会议"] == order.meeting_id]
    carried = [row for row in matters if row["议定会议"] != order.meeting_id]
    closed = sum(bool(row["销号日期"]) for row in carried)
    asked = [row for row in _rows(_slide(order, "closing").table) if row["类别"] != OWN]
    cover = dict(order.slides[0].facts)
    agenda = PAGES.sub("", cover.get("议程", "")).replace(" → ", "、")
    return _clean(
        _common(order)
        | {
            "时间": day_words(stated_on(order)),
            "地点": "",
            "出席": tight(cover.get("出席", MISSING)),
            "议题": tight(cover.get("议题", MISSING)),
            "议程": sentence(tight(agenda)),
            # Where there is none, the page on what was decided says why.
            "议定说明": f"会议议定事项{len(own)}项，责任单位和办理时限如下。"
            if own
            else _slide(order, "closing").remarks[0],
            "议定事项": _numbered(map(_own, own)),
            "结转说明": f"以前会议议定、上次会议以来办理的事项{len(carried)}项，"
            f"已销号{closed}项，在办{len(carried) - closed}项。"
            if carried
            else "没有以前会议结转的事项，或未填报。",
            "结转事项": _numbered(map(_carried, carried)),
            "提请说明": f"拟提请研究以下{len(asked)}项，研究意见由记录人填写："
            if asked
            else "按现有数据没有需要提请会议研究的事项。",
            "提请议定": _numbered(_asked(asked, matters)),
            "数据来源": _sources(order, ("title", "matters", *(("attention",) if _has_cases(asked) else ()))),
        }
    )


def report_values(order: RunningOrder) -> dict[str, Any]:
    """The placeholders of the work report."""
    return _clean(
        _common(order)
        | {
            "时间": day_words(stated_on(order)),
            "汇报": [
                {"序号": ordinal(place), "标题": section.heading, "句子": list(section.sentences)}
                for place, section in enumerate(order.report, 1)
            ],
        }
    )


def stated_on(order: RunningOrder) -> str:
    """The day of the meeting: `2025-12-18`."""
    return order.slides[0].footer.as_of


def _common(order: RunningOrder) -> dict[str, Any]:
    district = order.slides[0].subtitle.split(" · ")[0]
    changed = next((slide.title for slide in order.slides if slide.kind == CORRECTIONS), "")
    return {
        "标题": order.title,
        "片区": district,
        "会议": order.title.removeprefix(district),
        "稿别": DRAFT if order.is_draft else _edition(dict(order.slides[0].facts)[STATED]),
        "数据版本": order.version,
        "生成时间": order.version.rpartition("，")[-1],
        "数据提示": DEMO_MARK if order.is_demo else "",
        "数据来源": _sources(order, TOLD),
        "更正": changed,
    }


def _sources(order: RunningOrder, kinds: Container[str]) -> str:
    """The forms that the pages of these kinds are made from, each once."""
    told = [slide.footer.source for slide in order.slides if slide.kind in kinds]
    return "、".join(dict.fromkeys(one for source in told for one in source.split("、") if one))


def _edition(stated: str) -> str:
    """Which edition it is and when it was closed: `第 1 版定稿，2024-04-04 17:30`."""
    found = EDITION.match(stated)
    return f"{found[1]}定稿，{found[2]}" if found else stated


def _has_cases(asked: Iterable[Row]) -> bool:
    return any(row["类别"] not in PRESSING for row in asked)


def _asked(asked: Iterable[Row], matters: Iterable[Row]) -> Iterator[Row]:
    """What the meeting is asked to study, in one clause each.

    The page asks for the matters in the order of the sheet, which alone tells their places.
    """
    places = iter(
        row["区域"] for row in matters if not row["销号日期"] and any(state in row["状态"] for state in PRESSING)
    )
    for row in asked:
        place = next(places, "") if row["类别"] in PRESSING else ""
        yield {
            "内容": research(row["事项"], place, row["责任单位"], row["依据"]),
            "事项": tight(row["事项"]),
            "单位": row["责任单位"],
            "依据": tight(row["依据"]),
        }


def _own(row: Row) -> Row:
    return _matter(row) | {"状态": tight(row["状态"])}


def _carried(row: Row) -> Row:
    following = row["下一节点"] and f"下一节点“{row['下一节点']}”"
    if following and row["下一节点期限"]:
        following += f"（{day_words(row['下一节点期限'])}前）"
    reached = row["已到节点"] and f"已到节点“{row['已到节点']}”"
    told = "；".join(filter(None, (row["说明"], reached, following)))
    return _matter(row) | {
        "进度": f"{row['本次进度']}%",
        "状态": tight(row["状态"]),
        "说明": told or "未填报进展",
    }


def _matter(row: Row) -> Row:
    first, now = row["原定期限"], row["现定期限"]
    due = f"{day_words(first)}前"
    return {
        "事项": row["事项"],
        "区域": row["区域"],
        "单位": row["责任单位"],
        "时限": due if now == first else f"原定{due}，调整到{day_words(now)}",
    }


def _rows(table: Table) -> list[Row]:
    """The rows of a table by the labels of its columns, as they are read."""
    return [
        {column.label: cell_text(cell, column) for cell, column in zip(row, table.columns, strict=True)}
        for row in table.rows
    ]


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"序号": str(place)} | row for place, row in enumerate(rows, 1)]


def _slide(order: RunningOrder, kind: str) -> Slide:
    return next(slide for slide in order.slides if slide.kind == kind)


def _clean(value: Any) -> Any:
    """The value without the signs that no Word file can hold; a line break becomes a space."""
    if isinstance(value, str):
        return BREAKS.sub(" ", NOT_IN_XML.sub("", value)).strip()
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return [_clean(one) for one in value]
