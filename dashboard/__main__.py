"""The command line of the reading half: `python -m dashboard coverage`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.coverage import write_coverage

COVERAGE = Path(__file__).resolve().parents[1] / "docs" / "coverage.md"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="由数据仓库生成文档。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    coverage = commands.add_parser("coverage", help="写出机制覆盖表")
    coverage.add_argument("file", nargs="?", type=Path, default=COVERAGE, metavar="文件")
    arguments = parser.parse_args(words)
    print(write_coverage(arguments.file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
