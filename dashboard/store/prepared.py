"""Keeps what a presenter made of a running order: which pages are shown, in which order, and what is remarked on them."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from filelock import FileLock

from dashboard.meeting.agenda import agenda
from dashboard.meeting.annexed import Annexed, with_annexed
from dashboard.meeting.layouts import parts_of
from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.meeting.slides.cover import AGENDA
from dashboard.meeting.stage import Stage
from dashboard.metrics.warehouse import Warehouse
from dashboard.store.files import stem, write_text

FOLDER = "prepared"
FORMAT = 1
STEPS_KEPT = 30
LONGEST_REMARK = 120
MOST_ANNEXED = 12
REMARK = "补充说明"
# A number that calls one person or names one, whoever wrote it and in whatever width.
PERSONAL = re.compile(r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx])(?!\d)")


class NotKept(Exception):
    """A preparation was not kept, and what was kept before stands; the text says in Chinese why and what to do."""


@dataclass(frozen=True)
class Preparation:
    """Pages by their keys: `left_out` are gone; `order` is that of the pages it names; `remarks` are key → text.

    Of the appendix those in `brought_in` are shown with the others.

    `annexed` are views of other pages that were put behind the appendix.

    `revision` counts the changes since the meeting was first prepared (0: as the running order is).
    """

    order: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    remarks: Mapping[str, str] = field(default_factory=dict)
    revision: int = 0
    brought_in: frozenset[str] = frozenset()
    annexed: tuple[Annexed, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the running order, with what was put behind it, is shown as it was made."""
        return not (self.order or self.left_out or self.remarks or self.brought_in)


def prepared(folder: Path, meeting_id: str, area_code: str, stage: str = Stage.AFTER) -> Preparation:
    """What was kept last for the meeting as told of the area."""
    return _read(_file(folder, meeting_id, area_code, stage))[-1]


def keep(folder: Path, meeting_id: str, area_code: str, changed: Preparation, stage: str = Stage.AFTER) -> Preparation:
    """Keep a changed preparation in `folder`, the ones before it for `undo`.

    Raises NotKept where somebody else has changed it since `changed.revision`, or a remark is too long or holds a
    personal number.
    """
    for remark in changed.remarks.values():
        _check(remark)
    remarks = {key: text.strip() for key, text in changed.remarks.items() if text.strip()}
    file = _file(folder, meeting_id, area_code, stage)
    with _locked(file):
        kept = _read(file)
        if kept[-1].revision != changed.revision:
            raise NotKept("这次会议的准备刚刚在别处改过，您的这一步没有保存。现在显示的是最新的准备，请在它上面再改。")
        following = replace(changed, remarks=remarks, revision=changed.revision + 1)
        _write(file, (*kept, following))
    return following


def undo(folder: Path, meeting_id: str, area_code: str, stage: str = Stage.AFTER) -> Preparation:
    """Take the last change back; the preparation as it was before it. Where there is nothing to take back, as it is."""
    file = _file(folder, meeting_id, area_code, stage)
    with _locked(file):
        kept = _read(file)
        if len(kept) == 1:
            return kept[-1]
        # Counted on, so that nobody takes the state of before for the one that they saw.
        before = replace(kept[-2], revision=kept[-1].revision + 1)
        _write(file, (*kept[:-2], before))
    return before


def steps_to_undo(folder: Path, meeting_id: str, area_code: str, stage: str = Stage.AFTER) -> int:
    """How many changes can be taken back."""
    return len(_read(_file(folder, meeting_id, area_code, stage))) - 1


def in_order(order: RunningOrder, preparation: Preparation) -> tuple[Slide, ...]:
    """All pages in the prepared order, those left out among them.

    A page that has come since stands behind the one that it follows in the running order; the first page stays first.
    """
    cover, *rest = order.slides
    place = {key: number for number, key in enumerate(preparation.order)}
    known = [slide for slide in rest if slide.key in place]
    found = sorted(known, key=lambda slide: place[slide.key])
    for number, slide in enumerate(rest):
        if slide.key not in place:
            before = rest[number - 1].key if number else None
            keys = [one.key for one in found]
            found.insert(keys.index(before) + 1 if before else 0, slide)
    return (cover, *found)


def apply(order: RunningOrder, preparation: Preparation) -> RunningOrder:
    """The running order as prepared: pages left out are gone, the agenda follows, remarks stand last on their page."""
    if preparation.is_plain:
        return order
    there = [slide for slide in in_order(order, preparation) if slide.key not in preparation.left_out]
    moved = [replace(slide, is_appendix=is_behind(slide, preparation)) for slide in there]
    shown = sorted(moved, key=lambda slide: slide.is_appendix)
    told = [_remarked(slide, preparation.remarks.get(slide.key)) for slide in shown]
    return replace(order, slides=tuple(_with_agenda(slide, shown) for slide in told))


def is_behind(slide: Slide, preparation: Preparation) -> bool:
    """Whether the page stays in the appendix."""
    return slide.is_appendix and slide.key not in preparation.brought_in


def as_prepared(folder: Path, order: RunningOrder, warehouse: Warehouse) -> RunningOrder:
    """The running order with what was kept for its meeting and area."""
    kept = prepared(folder, order.meeting_id, order.area_code, order.stage)
    return apply(with_annexed(warehouse, order, kept.annexed), kept)


def annex(folder: Path, meeting_id: str, area_code: str, one: Annexed, stage: str = Stage.AFTER) -> None:
    """Put a view behind the appendix of a meeting. Raises NotKept where it is there, or too much is."""
    known = prepared(folder, meeting_id, area_code, stage)
    if one in known.annexed:
        raise NotKept("这次会议里已有这一页，没有再放。")
    if len(known.annexed) >= MOST_ANNEXED:
        raise NotKept(f"一次会议最多放入{MOST_ANNEXED}页，没有再放。请先在联席会议页移除不用的。")
    keep(folder, meeting_id, area_code, replace(known, annexed=(*known.annexed, one)), stage)


def _with_agenda(slide: Slide, shown: Sequence[Slide]) -> Slide:
    facts = tuple((word, agenda(shown) if word == AGENDA else text) for word, text in slide.facts)
    return replace(slide, facts=facts)


def _remarked(slide: Slide, remark: str | None) -> Slide:
    if not remark:
        return slide
    if "remarks" not in parts_of(slide.layout) and "first_remarks" not in parts_of(slide.layout):
        return replace(slide, facts=(*slide.facts, (REMARK, remark)))
    return replace(slide, remarks=(*slide.remarks, f"{REMARK}：{remark}"))


def _check(remark: str) -> None:
    if len(remark) > LONGEST_REMARK:
        raise NotKept(
            f"补充说明最多{LONGEST_REMARK}字，这条有{len(remark)}字，没有保存。请写短些，细节可放进会议纪要。"
        )
    if PERSONAL.search(unicodedata.normalize("NFKC", remark)):
        raise NotKept("补充说明里有像手机号或身份证号的数字，没有保存。请删去后再写，本系统不留个人信息。")


def _file(folder: Path, meeting_id: str, area_code: str, stage: str = Stage.AFTER) -> Path:
    return folder / FOLDER / f"{stem(meeting_id, area_code, stage)}.json"


def _locked(file: Path) -> FileLock:
    file.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(file.parent / ".lock")


def _read(file: Path) -> tuple[Preparation, ...]:
    """Every state that can be gone back to, the present one last."""
    if not file.is_file():
        return (Preparation(),)
    told = json.loads(file.read_text(encoding="utf-8"))
    if told["format"] != FORMAT:
        raise ValueError(f"{file.name} is of format {told['format']}; this version reads {FORMAT}")
    return tuple(
        Preparation(
            tuple(one["order"]),
            frozenset(one["left_out"]),
            one["remarks"],
            one["revision"],
            frozenset(one.get("brought_in", ())),
            tuple(Annexed(kept["page"], dict(kept["query"])) for kept in one.get("annexed", ())),
        )
        for one in told["states"]
    )


def _write(file: Path, states: tuple[Preparation, ...]) -> None:
    told = [
        asdict(one) | {"left_out": sorted(one.left_out), "brought_in": sorted(one.brought_in)}
        for one in states[-STEPS_KEPT:]
    ]
    write_text(file, json.dumps({"format": FORMAT, "states": told}, ensure_ascii=False, indent=1))
