"""What the commands of `python -m etl` print alike: problems, how many of which level, and a table of what was loaded."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from etl.datasets import DATASETS
from etl.parse.periods import BEIJING_AHEAD
from etl.problems import LEVEL_LABELS, Level, Problem
from etl.warehouse.loads import GEOMETRY, STATUS_LABELS, Load

OK, PROBLEMS = 0, 1
ORIGIN_LABELS = {"reported": "单位填报", "published": "公开文件", "demo": "演示数据", "": "图形"}
CHECKSUM_SHOWN = 12
STYLES = {Level.ERROR: "red", Level.QUESTION: "magenta", Level.WARNING: "yellow", Level.NOTE: "dim"}


def print_problems(problems: Sequence[Problem], console: Console) -> None:
    """A line for each problem, errors first."""
    for problem in sorted(problems, key=lambda problem: list(Level).index(problem.level)):
        console.print(str(problem), style=STYLES[problem.level], markup=False, soft_wrap=True)


def print_sum(problems: Sequence[Problem], console: Console) -> None:
    """How many cells each level is about, the errors always, the others where there are any."""
    counts = {level: sum(problem.count for problem in problems if problem.level is level) for level in Level}
    told = [f"{count} 处{LEVEL_LABELS[level]}" for level, count in counts.items() if count or level is Level.ERROR]
    if problems:
        console.print(f"共 {'、'.join(told)}。")
    if counts[Level.QUESTION]:
        console.print("确认无误的，运行 python -m etl build --accept 编号（或 编号=答复）。", markup=False)


def show(problems: Sequence[Problem], console: Console) -> None:
    """The problems, and how many cells each level is about."""
    print_problems(problems, console)
    print_sum(problems, console)


def label(dataset: str) -> str:
    """What clerks call the form, empty for none."""
    return DATASETS[dataset].label if dataset in DATASETS else "区域图形" if dataset == GEOMETRY else ""


def loads_table(loads: Sequence[Load], title: str, *, with_history: bool) -> Table:
    """A line for each sheet that was loaded; `with_history` says when, and by which checksum."""
    table = Table(title=title, title_justify="left")
    added = ("装载时间", "校验码") if with_history else ()
    for header in ("文件", "报表", "性质", "行数", "采用", "状态", *added):
        table.add_column(header, justify="right" if header in ("行数", "采用") else "left", overflow="fold")
    for load in loads:
        name = f"{load.file} {load.sheet}".strip()
        history = (
            (f"{load.loaded_at + BEIJING_AHEAD:%Y-%m-%d %H:%M:%S}", load.checksum[:CHECKSUM_SHOWN])
            if with_history
            else ()
        )
        table.add_row(
            name,
            label(load.dataset),
            ORIGIN_LABELS[load.origin],
            f"{load.rows:,}",
            f"{load.rows_used:,}",
            STATUS_LABELS[load.status],
            *history,
        )
    return table
