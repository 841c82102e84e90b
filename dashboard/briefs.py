"""The briefs of areas as files: those that are asked for, and those of every 片区 for each version that is published."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.metrics.areas import areas
from dashboard.metrics.periods import is_period
from dashboard.metrics.selection import Selection, latest_period
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable
from dashboard.render.docx.briefs import to_brief
from dashboard.render.html.briefs import to_brief_html
from dashboard.render.xlsx.exports import file_name
from dashboard.text.periods import period_label
from dashboard.views.brief import Brief, brief
from dashboard.views.table import Footer

SETTING = "SANQU_OUTBOX"
LEVEL = "片区"
LOOK_SECONDS = 30.0
# What a version is written into before it is whole, so that nobody takes half of it.
PART = ".part"


class NoBrief(Exception):
    """There is no such area or period; the text says it in Chinese, with what to do."""


def outbox_folder() -> Path | None:
    """Where briefs of every version are written: SANQU_OUTBOX; None where nothing is said."""
    told = os.environ.get(SETTING)
    return Path(told) if told else None


def selection_of(warehouse: Warehouse, place: str, period: str) -> Selection:
    """The area of that code or name, and the period. Raises NoBrief."""
    known = areas(warehouse)
    codes = [code for code, one in known.items() if place in (code, one.name)]
    if not codes:
        names = "、".join(one.name for one in known.values() if one.level == LEVEL)
        raise NoBrief(f"没有区域“{place}”。请写区域代码或名称，例如：{names}。")
    if len(codes) > 1:
        raise NoBrief(f"叫“{place}”的区域有{len(codes)}个，请写区域代码：{'、'.join(codes)}。")
    if not is_period(period):
        raise NoBrief(f"“{period}”不是时期。请写季度（2025Q4）、年（2025）、月（2025-11）或年初以来累计（2025Q1-3）。")
    return Selection(codes[0], period)


def write_brief(told: Brief, folder: Path) -> tuple[Path, ...]:
    """Write the brief as Word and as HTML; the files. Raises DocumentUnavailable where the Word template is wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    foot = Footer(told.sources, origins=("demo",) if told.is_demo else ())
    word, page = (folder / file_name(told.title, foot, suffix) for suffix in ("docx", "html"))
    word.write_bytes(to_brief(told))
    page.write_text(to_brief_html(told), encoding="utf-8", newline="\n")
    return word, page


def write_outbox(warehouse: Warehouse, outbox: Path) -> tuple[Path, ...]:
    """The briefs of every 片区 for the latest quarter, in a folder of the version; nothing where it is there already."""
    period = latest_period(warehouse)
    folder = outbox / warehouse.version
    if period is None or folder.exists():
        return ()
    part = outbox / f"{warehouse.version}{PART}"
    files = [
        file.name
        for code, one in areas(warehouse).items()
        if one.level == LEVEL
        for file in write_brief(brief(warehouse, Selection(code, period)), part)
    ]
    if not files:
        return ()
    part.replace(folder)
    return tuple(folder / name for name in files)


def follow(
    folder: Path, outbox: Path, say: Callable[[str], None], rounds: Iterator[object], look_seconds: float = LOOK_SECONDS
) -> None:
    """Write the briefs of each version that is published, once a round, and say what was written."""
    for number, _ in enumerate(rounds):
        if number:
            time.sleep(look_seconds)
        try:
            warehouse = current(folder)
        except WarehouseUnavailable:
            # A warehouse that is not there yet, or is being replaced, is looked at again.
            continue
        if files := write_outbox(warehouse, outbox):
            period = period_label(latest_period(warehouse) or "")
            say(f"已写出{period}简报{len(files)}份：{files[0].parent}")
