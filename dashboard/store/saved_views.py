"""Keeps the questions of 自助分析 that people saved under a name, and which of them stand on 总览."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from filelock import FileLock

from dashboard.store.files import now_in_beijing, write_text
from dashboard.store.prepared import PERSONAL, NotKept

FOLDER, NAME = "views", "views.json"
FORMAT = 1
LONGEST_NAME, LONGEST_QUERY, MOST_VIEWS, MOST_PINNED = 30, 2000, 200, 6
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class SavedView:
    """A question by the parameters of its link, under the name that somebody gave it; the day and minute in Beijing."""

    name: str
    query: Mapping[str, str]
    saved_at: str
    is_pinned: bool = False


Change = Callable[[Sequence[SavedView]], list[SavedView]]


def saved_views(folder: Path) -> tuple[SavedView, ...]:
    """All views in the order of their names. Raises ValueError for a file of another format."""
    file = folder / FOLDER / NAME
    if not file.is_file():
        return ()
    told = json.loads(file.read_text(encoding="utf-8"))
    if told["format"] != FORMAT:
        raise ValueError(f"{file.name} is of format {told['format']}; this version reads {FORMAT}")
    return tuple(SavedView(one["name"], dict(one["query"]), one["saved_at"], one["is_pinned"]) for one in told["views"])


def save_view(folder: Path, name: str, query: Mapping[str, str]) -> SavedView:
    """Keep a question under a name. Raises NotKept where the name is taken, no name, or holds a personal number."""
    name = _checked(name)
    if sum(len(key) + len(text) for key, text in query.items()) > LONGEST_QUERY:
        raise NotKept("这个分析的区域或指标太多，没有保存。请减少后再存。")
    view = SavedView(name, dict(query), f"{now_in_beijing():%Y-%m-%d %H:%M}")

    def added(known: Sequence[SavedView]) -> list[SavedView]:
        if any(one.name == name for one in known):
            raise NotKept(f"已有叫“{name}”的视图，没有保存。请换一个名称，或先删去原来的。")
        if len(known) >= MOST_VIEWS:
            raise NotKept(f"最多保存{MOST_VIEWS}个视图，没有保存。请先删去不用的。")
        return [*known, view]

    _change(folder, added)
    return view


def pin_view(folder: Path, name: str, *, is_pinned: bool) -> None:
    """Put a view on 总览 or take it off. Raises NotKept where as many stand there as find room, or it is gone."""

    def turned(known: Sequence[SavedView]) -> list[SavedView]:
        _must_be_there(known, name)
        if is_pinned and sum(one.is_pinned and one.name != name for one in known) >= MOST_PINNED:
            raise NotKept(f"总览上最多放{MOST_PINNED}个视图。请先取下一个。")
        return [replace(one, is_pinned=is_pinned) if one.name == name else one for one in known]

    _change(folder, turned)


def remove_view(folder: Path, name: str) -> None:
    """Remove a view. Raises NotKept where it is gone already."""

    def without(known: Sequence[SavedView]) -> list[SavedView]:
        _must_be_there(known, name)
        return [one for one in known if one.name != name]

    _change(folder, without)


def _must_be_there(known: Sequence[SavedView], name: str) -> None:
    if all(one.name != name for one in known):
        raise NotKept(f"视图“{name}”刚刚在别处删去了。")


def _checked(name: str) -> str:
    """The name as it is kept: one line, nothing that is not seen."""
    name = SPACE.sub(" ", unicodedata.normalize("NFC", name)).strip()
    if not name:
        raise NotKept("请先写一个名称，再保存。")
    if len(name) > LONGEST_NAME:
        raise NotKept(f"名称最多{LONGEST_NAME}字，这个有{len(name)}字，没有保存。请写短些。")
    if not name.isprintable():
        raise NotKept("名称里有看不见的控制字符，没有保存。请重新输入名称。")
    if PERSONAL.search(unicodedata.normalize("NFKC", name)):
        raise NotKept("名称里有像手机号或身份证号的数字，没有保存。本系统不留个人信息。")
    return name


def _change(folder: Path, change: Change) -> None:
    file = folder / FOLDER / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(file.parent / ".lock"):
        views = sorted(change(saved_views(folder)), key=lambda one: one.name)
        told = {"format": FORMAT, "views": [asdict(one) for one in views]}
        write_text(file, json.dumps(told, ensure_ascii=False, indent=1))
