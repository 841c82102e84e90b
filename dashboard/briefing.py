"""The commands `brief` and `outbox`: an area and period on two pages, once or at every publication."""

import argparse
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from command_line import Parser, wrong
from dashboard.briefs import SETTING, NoBrief, follow, outbox_folder, selection_of, write_brief
from dashboard.metrics.versions import current, default_folder
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.unavailable import DocumentUnavailable
from dashboard.views.brief import brief


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add both to the parsers of the commands; each is run with what was given and gives the exit code."""
    asked = commands.add_parser("brief", help="把一个区域一期的情况写成两页简报（Word 和网页）")
    asked.add_argument("area", metavar="区域", help="区域代码或名称")
    asked.add_argument("period", metavar="时期", help="2025Q4、2025、2025-11 或年初以来累计 2025Q1-3")
    asked.add_argument("--out", type=Path, default=Path(), metavar="文件夹", help="写到哪里；不填为当前文件夹")
    asked.add_argument("--warehouse", type=Path, metavar="文件夹", help="数据仓库所在文件夹")
    asked.set_defaults(run=_brief)
    outbox = commands.add_parser("outbox", help=f"每发布一版，就把各片区的简报写进发件文件夹（{SETTING}）")
    outbox.add_argument("--out", type=Path, default=outbox_folder(), metavar="文件夹", help=f"不填为 {SETTING}")
    outbox.add_argument("--once", action="store_true", help="只写现在这一版，不再等下一版")
    outbox.add_argument("--warehouse", type=Path, metavar="文件夹", help="数据仓库所在文件夹")
    outbox.set_defaults(run=_outbox)


def _brief(given: argparse.Namespace) -> int:
    """Write the brief of an area; nothing is written where the area or the period is unknown."""
    try:
        warehouse = current(given.warehouse or default_folder())
        files = write_brief(brief(warehouse, selection_of(warehouse, given.area, given.period)), given.out)
    except NoBrief as error:
        return wrong(str(error))
    except (WarehouseUnavailable, DocumentUnavailable) as error:
        return wrong(error.message)
    for file in files:
        print(f"已写出 {file}")
    return 0


def _outbox(given: argparse.Namespace) -> int:
    """Write the briefs of the published version, and unless told otherwise of every one that follows."""
    if given.out is None:
        return wrong(f"请用 --out 或环境变量 {SETTING} 写明发件文件夹。")
    rounds: Iterator[object] = iter(range(1)) if given.once else count()
    try:
        follow(given.warehouse or default_folder(), given.out, partial(print, flush=True), rounds)
    except DocumentUnavailable as error:
        return wrong(error.message)
    except KeyboardInterrupt:
        return 0
    return 0
