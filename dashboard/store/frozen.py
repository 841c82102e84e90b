"""Keeps the running order of a meeting as it was when it was closed: one file per edition, never written over."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from filelock import FileLock

from dashboard.meeting.kinds import of_kind
from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.meeting.slide_parts import (
    Correction,
)
from dashboard.meeting.slides.corrections import correction_slide
from dashboard.meeting.slides.cover import AGENDA
from dashboard.meeting.stage import Stage
from dashboard.store.files import stem, write_text
from dashboard.store.older import MIGRATIONS
from dashboard.store.typed_json import as_json, of_json
from dashboard.views.table import Table, cell_text

FOLDER = "frozen"
FORMAT = 3
CORRECTIONS = "corrections"
NOTHING = "无"
WHOLE_PAGE, SHOWN = "整页", "有"
STATED = "定稿"


@dataclass(frozen=True)
class Frozen:
    """A closed edition (counted from 1) of a meeting, and when it was closed."""

    order: RunningOrder
    edition: int
    closed_at: datetime


def freeze(folder: Path, order: RunningOrder, now: datetime) -> Frozen:
    """Close the meeting as it stands in `order`, in a file of its own in `folder`; `now` is Beijing time.

    A meeting that was closed before gets a further edition, which begins with what has changed since the last one;
    where nothing has, the last one stands.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    with FileLock(place / ".lock"):
        last = frozen(folder, order.meeting_id, order.area_code, order.stage)
        changes = corrections(last.order, order) if last else ()
        if last and not changes:
            return last
        edition = last.edition + 1 if last else 1
        closed = _stated(order, edition, now, changes)
        told = {"format": FORMAT, "edition": edition, "closed_at": now.isoformat(), "order": as_json(closed)}
        file = place / f"{stem(order.meeting_id, order.area_code, order.stage)}.{edition}.json"
        write_text(file, json.dumps(told, ensure_ascii=False, indent=1))
    return Frozen(closed, edition, now)


def frozen(folder: Path, meeting_id: str, area_code: str | None = None, stage: str = Stage.AFTER) -> Frozen | None:
    """The last closed edition of a meeting as told of an area (None: its 片区), None where it is still a draft."""
    return next(reversed(editions(folder, meeting_id, area_code, stage)), None)


def editions(
    folder: Path, meeting_id: str, area_code: str | None = None, stage: str = Stage.AFTER
) -> tuple[Frozen, ...]:
    """All closed editions of the papers of a stage, the first one first."""
    found = map(_read, (folder / FOLDER).glob(f"{stem(meeting_id, area_code or '*', stage)}.*.json"))
    asked = (
        one
        for one in found
        if one.order.area_code == (area_code or one.order.district_code) and one.order.stage == stage
    )
    return tuple(sorted(asked, key=lambda one: one.edition))


def corrections(earlier: RunningOrder, later: RunningOrder) -> tuple[Correction, ...]:
    """What stands otherwise in the later running order, page by page; a space more or less, as texts were set once, is nothing."""
    before, after = _statements(earlier), _statements(later)
    only = {_tight(page) for page, _ in before} ^ {_tight(page) for page, _ in after}
    # What is shown no more, or now for the first time, is one change and not as many as it had figures.
    before, after = _whole(before, only), _whole(after, only)
    names = {(_tight(page), _tight(what)): (page, what) for page, what in (*before, *after)}
    was, now = (
        {(_tight(page), _tight(what)): text for (page, what), text in stated.items()} for stated in (before, after)
    )
    told = ((name, was.get(key, NOTHING), now.get(key, NOTHING)) for key, name in names.items())
    return _moved(earlier, later) + tuple(
        Correction(*name, old, new) for name, old, new in told if _tight(old) != _tight(new)
    )


def _tight(text: str) -> str:
    return text.replace(" ", "")


def _moved(earlier: RunningOrder, later: RunningOrder) -> tuple[Correction, ...]:
    """That the pages which both have follow each other otherwise, and from which one on."""
    keys = [[slide.key for slide in order.slides] for order in (earlier, later)]
    before, after = ([key for key in own if key in other] for own, other in (keys, keys[::-1]))
    first = next((new for old, new in zip(before, after, strict=True) if old != new), None)
    if first is None:
        return ()
    title = next(slide.title for slide in later.slides if slide.key == first)
    return (Correction("全稿", "页序", "原来的顺序", f"从“{title}”一页起有调整"),)


def _whole(stated: dict[tuple[str, str], str], pages: set[str]) -> dict[tuple[str, str], str]:
    """The statements, with one for each of `pages`, named without spaces, instead of all that it states."""
    return {
        (page, WHOLE_PAGE) if _tight(page) in pages else (page, what): SHOWN if _tight(page) in pages else text
        for (page, what), text in stated.items()
    }


def _stated(order: RunningOrder, edition: int, now: datetime, changes: tuple[Correction, ...]) -> RunningOrder:
    """The order as a closed edition: its first page says so, the next one what was corrected."""
    closed_at = f"{now:%Y-%m-%d %H:%M}"
    words = f"第{edition}版，{closed_at}定稿；此后载入的数据不改变本稿"
    cover = replace(order.slides[0], facts=(*order.slides[0].facts, (STATED, words)))
    origins = tuple(dict.fromkeys(origin for slide in order.slides for origin in slide.footer.origins))
    told = (of_kind(CORRECTIONS, correction_slide(edition, changes, origins)),) if changes else ()
    slides = (cover, *told, *order.slides[1:])
    return replace(order, slides=slides, is_draft=False, edition=edition, closed_at=closed_at)


def _statements(order: RunningOrder) -> dict[tuple[str, str], str]:
    """Everything that the slides and the report state: (page, what) → text."""
    found: dict[tuple[str, str], str] = {}
    for slide in order.slides:
        if slide.key == CORRECTIONS:
            continue
        for what, text in _of_slide(slide):
            # Two things of one name are told apart by their order.
            names = (what, *(f"{what}（{count}）" for count in range(2, 10_000)))
            found[next((slide.name, name) for name in names if (slide.name, name) not in found)] = text
    for section in order.report:
        for place, text in enumerate(section.sentences, 1):
            found[REPORT, f"{section.heading}第{place}句"] = text
    return found


REPORT = "工作汇报"


def _of_slide(slide: Slide) -> Iterator[tuple[str, str]]:
    """(what, text) of the page; headlines, charts and maps are told by the table behind them."""
    yield "标题", slide.title
    # The agenda follows from the pages.
    yield from ((word, text) for word, text in slide.facts if word not in (STATED, AGENDA))
    if slide.progress:
        yield slide.progress.now_label, f"{slide.progress.now}%"
    if slide.remarks:
        yield "说明", "；".join(slide.remarks)
    if slide.table:
        yield from _of_table(slide.table)


def _of_table(table: Table) -> Iterator[tuple[str, str]]:
    """Every number under the words before it and its column; a row of words alone under its first words."""
    measured = [place for place, column in enumerate(table.columns) if column.decimals is not None]
    for row in table.rows:
        texts = [cell_text(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        if not measured:
            yield " ".join(texts[:2]), "；".join(texts[2:])
        for place in measured:
            yield f"{' '.join(texts[: measured[0]])} {table.columns[place].header}", texts[place]


@lru_cache(maxsize=32)
def _read(file: Path) -> Frozen:
    """A closed edition; its file never changes."""
    told = json.loads(file.read_text(encoding="utf-8"))
    if told["format"] != FORMAT and told["format"] not in MIGRATIONS:
        raise ValueError(f"{file.name} is of format {told['format']}; this version reads {FORMAT}")
    order = told["order"]
    for older in range(told["format"], FORMAT):
        order = MIGRATIONS[older](order)
    return Frozen(of_json(order), told["edition"], datetime.fromisoformat(told["closed_at"]))
