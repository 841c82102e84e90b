"""The commands of `python -m etl` and what may be written behind each."""

import argparse
from collections.abc import Mapping
from pathlib import Path

import etl
from command_line import Parser
from etl.front.places import ROOT
from etl.inputs import ORIGINS


def parser() -> Parser:
    """The parser of the whole command line."""
    parser = Parser(prog="python -m etl", description="把填好的报表装成数据仓库。")
    places = {"data": etl.default_data(), "warehouse": etl.default_warehouse()}
    _add_places(parser, places)
    # The same after the command, where they must not undo what stood before it.
    after = Parser(add_help=False)
    _add_places(after, dict.fromkeys(places, argparse.SUPPRESS))
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    build = commands.add_parser("build", help="装载全部报表，生成并发布新版本", parents=[after])
    build.add_argument(
        "--without", action="append", default=[], choices=sorted(ORIGINS.values()), help="不装载的数据性质，如 demo"
    )
    build.add_argument("--keep", type=_positive, default=5, metavar="个数", help="保留几个版本，默认 5")
    build.add_argument("--full", action="store_true", help="全部重新读取、重新加工，不沿用上一版本未变的部分")
    build.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="编号[=答复]",
        help="确认一处“待确认”，不写答复就取第一种；确认会记下来，以后不再问",
    )
    check = commands.add_parser("check", help="只核对报表，不发布", parents=[after])
    check.add_argument("files", nargs="+", type=Path, metavar="文件")
    check.add_argument("--json", action="store_true", help="以 JSON 输出各表的行数去向和问题")
    propose = commands.add_parser("propose", help="核对报表，备好待发布的版本", parents=[after])
    propose.add_argument("files", nargs="*", type=Path, metavar="文件")
    propose.add_argument("--again", metavar="编号", help="重新核对这次报送")
    propose.add_argument("--sent-by", default="", metavar="单位", help="报送单位或岗位，不写姓名")
    watch = commands.add_parser("watch", help="看守一个文件夹，放进来的报表自动核对、发布", parents=[after])
    watch.add_argument("folder", type=Path, metavar="文件夹")
    watch.add_argument("--every", type=_seconds, default=5.0, metavar="秒", help="隔几秒看一次，默认 5")
    watch.add_argument("--still", type=_seconds, default=10.0, metavar="秒", help="文件几秒不变才读，默认 10")
    watch.add_argument("--once", action="store_true", help="处理完现有的文件就结束")
    commands.add_parser("templates", help="写出空白报表", parents=[after]).add_argument(
        "folder", type=Path, metavar="文件夹"
    )
    commands.add_parser("history", help="版本与装载历史", parents=[after])
    commands.add_parser("verify", help="核对各版本的文件是否完好", parents=[after])
    commands.add_parser("rollback", help="改回保留的版本", parents=[after]).add_argument("version", metavar="版本")
    commands.add_parser("backup", help="把表格、会议和现用版本备份成一个 zip", parents=[after]).add_argument(
        "file", type=Path, metavar="文件"
    )
    restore = commands.add_parser("restore", help="把备份还原到一个空文件夹", parents=[after])
    restore.add_argument("file", type=Path, metavar="文件")
    restore.add_argument("folder", type=Path, metavar="空文件夹")
    pack = commands.add_parser("pack", help="把一个片区可以公开的合计写成一个文件，报上级汇总", parents=[after])
    pack.add_argument("area", metavar="片区代码")
    pack.add_argument("file", type=Path, metavar="文件")
    receive = commands.add_parser("receive", help="接收各片区的汇总包", parents=[after])
    receive.add_argument("files", nargs="+", type=Path, metavar="文件")
    dictionary = commands.add_parser("dictionary", help="写出数据字典", parents=[after])
    dictionary.add_argument("file", nargs="?", type=Path, default=ROOT / "docs" / "dictionary.md", metavar="文件")
    return parser


def _add_places(parser: argparse.ArgumentParser, places: Mapping[str, Path | str]) -> None:
    for name, words in (("data", "报表所在文件夹"), ("warehouse", "数据仓库文件夹")):
        told = f"{words}（或环境变量 SANQU_{name.upper()}）"
        parser.add_argument(f"--{name}", type=Path, default=places[name], metavar="文件夹", help=told)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("至少保留 1 个版本")
    return number


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError("写 0 到 3600 之间的秒数")
    return seconds
