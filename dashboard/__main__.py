"""The command line of the reading half: `python -m dashboard coverage`, `meeting ID --pptx F`, `user add NAME`, `audit verify`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from command_line import USAGE, Parser, to_the_end, wrong
from dashboard import briefing
from dashboard.access.commands import add_commands
from dashboard.coverage import write_coverage
from dashboard.meeting.running_order import UnknownMeeting, running_order
from dashboard.meeting.stage import LABELS, Stage
from dashboard.metrics.versions import current, default_folder
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.documents import DOCUMENTS
from dashboard.render.unavailable import DocumentUnavailable
from dashboard.store.files import now_in_beijing
from dashboard.store.frozen import freeze, frozen
from dashboard.store.place import kept_folder, take_over
from dashboard.store.prepared import as_prepared

COVERAGE = Path(__file__).resolve().parents[1] / "docs" / "coverage.md"
OPENAPI = COVERAGE.with_name("openapi.json")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 2 where what was asked for is not there."""
    parser = Parser(prog="python -m dashboard", description="由数据仓库生成文档，管理登录账号。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    coverage = commands.add_parser("coverage", help="写出机制覆盖表")
    coverage.add_argument("file", nargs="?", type=Path, default=COVERAGE, metavar="文件")
    coverage.set_defaults(run=lambda given: _said(write_coverage(given.file)))
    described = commands.add_parser("openapi", help="写出数据接口的说明")
    described.add_argument("file", nargs="?", type=Path, default=OPENAPI, metavar="文件")
    described.set_defaults(run=_openapi)
    meeting = commands.add_parser("meeting", help="把一次联席会议写成文档")
    meeting.add_argument("meeting_id", metavar="会议编号")
    meeting.add_argument("--area", metavar="区域代码", help="只讲片区内的一个区域；不填为整个片区")
    meeting.add_argument("--warehouse", type=Path, metavar="文件夹", help="数据仓库所在文件夹")
    meeting.add_argument(
        "--stage",
        choices=[one.value for one in Stage],
        metavar="before|after",
        help="before 写会前提请稿，after 写会后通报稿；不填时，已登记议定事项的会议写通报稿",
    )
    for kind, document in DOCUMENTS.items():
        meeting.add_argument(
            f"--{kind}", type=Path, metavar="文件", help=f"写出{document.label}（{Path(f'_{document.suffix}').suffix}）"
        )
    meeting.add_argument("--freeze", action="store_true", help="定稿：照现有数据另存一版，以后不再变动")
    meeting.set_defaults(run=_meeting)
    briefing.add_commands(commands)
    add_commands(commands)
    arguments = parser.parse_args(words)
    return to_the_end(lambda: arguments.run(arguments), USAGE)


def _said(text: object) -> int:
    print(text)
    return 0


def _openapi(given: argparse.Namespace) -> int:
    # Imported here: it knows the web, which no other command needs.
    from dashboard.render.web.gate.openapi import openapi

    text = json.dumps(openapi(), ensure_ascii=False, indent=1)
    given.file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return _said(f"已写出 {given.file}")


def _meeting(given: argparse.Namespace) -> int:
    """Write the documents that were asked for; nothing is written where the meeting is unknown.

    A meeting that was closed is written as it was closed, whatever was loaded since.
    """
    wanted = {kind: file for kind in DOCUMENTS if (file := getattr(given, kind))}
    if not wanted and not given.freeze:
        kinds = "、".join(f"--{kind} 文件" for kind in DOCUMENTS)
        return wrong(f"请至少指定一种文件（{kinds}），或用 --freeze 定稿。")
    folder = given.warehouse or default_folder()
    kept = kept_folder()
    if said := take_over(folder, kept).words:
        print(said)
    stage = Stage(given.stage) if given.stage else None
    closed = None if given.freeze else frozen(kept, given.meeting_id, given.area, stage or Stage.AFTER)
    if closed is None:
        try:
            made = running_order(current(folder), given.meeting_id, given.area, stage)
        except UnknownMeeting as error:
            return wrong(str(error))
        except WarehouseUnavailable as error:
            return wrong(error.message)
        order = as_prepared(kept, made, current(folder))
        if given.freeze:
            closed = freeze(kept, order, now_in_beijing())
        elif stage is None and made.stage != Stage.AFTER:
            closed = frozen(kept, given.meeting_id, given.area, made.stage)
    if closed:
        print(
            f"本次会议的{LABELS[Stage(closed.order.stage)]}已定稿（第 {closed.edition} 版，{closed.closed_at:%Y-%m-%d %H:%M}），按定稿写出。"
        )
        order = closed.order
    try:
        written = {file: DOCUMENTS[kind].write(order) for kind, file in wanted.items()}
    except DocumentUnavailable as error:
        return wrong(error.message)
    for file, content in written.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        print(f"已写出 {file}")
    for said in dict.fromkeys(DOCUMENTS[kind].caution() for kind in wanted):
        if said:
            print(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
