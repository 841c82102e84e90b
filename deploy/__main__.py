"""The command line of who installs: `python -m deploy bundle …` and `python -m deploy doctor`."""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from command_line import Parser, to_the_end
from deploy.fault import Unusable

OK, FAULT = 0, 1
# The same names as deploy.platforms has, which opens what may not be installed yet.
PLATFORMS = ("windows", "linux-x86_64", "linux-arm64")


def parser() -> Parser:
    """The parser of the whole command line."""
    parser = Parser(prog="python -m deploy", description="制作离线安装包，检查这台电脑。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    bundle = commands.add_parser("bundle", help="制作不联网也能安装的压缩包")
    bundle.add_argument("--platform", required=True, choices=PLATFORMS, metavar="平台", help="、".join(PLATFORMS))
    bundle.add_argument("--python", required=True, type=Path, metavar="文件", help="Python 运行环境的压缩包")
    bundle.add_argument("--python-sha256", metavar="校验码", help="发布者公布的 SHA-256；不写就读旁边的 .sha256 文件")
    bundle.add_argument(
        "--wheels", required=True, metavar="文件夹|download", help="安装包所在文件夹；写 download 就从网上下载"
    )
    bundle.add_argument("out", type=Path, metavar="压缩包", help="写到哪里")
    bundle.set_defaults(run=_bundle)
    doctor = commands.add_parser("doctor", help="检查这台电脑能不能运行，缺什么、怎么办")
    doctor.add_argument("--port", type=int, default=8501, metavar="端口", help="看板要用的端口，默认 8501")
    doctor.set_defaults(run=_doctor)
    return parser


def _bundle(given: argparse.Namespace) -> int:
    from deploy.bundle import bundle
    from deploy.platforms import PLATFORMS as KNOWN

    file = bundle(KNOWN[given.platform], given.python, given.python_sha256, given.wheels, given.out)
    print(f"已写出 {file}（{file.stat().st_size / 1e6:.0f} MB）。")
    return OK


def _doctor(given: argparse.Namespace) -> int:
    # Imported here: it tells also of a computer on which nothing else can be imported.
    from deploy.doctor import examined, told

    findings = examined(given.port)
    print(told(findings))
    return FAULT if any(finding.is_fault for finding in findings) else OK


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 all well, 1 something is amiss, 2 called wrongly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = parser().parse_args(words)
    try:
        return to_the_end(lambda: int(given.run(given)), FAULT)
    except Unusable as fault:
        print(fault, file=sys.stderr)
        return FAULT


if __name__ == "__main__":
    sys.exit(main())
