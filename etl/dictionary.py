"""Declarations and marts → the data dictionary in Markdown."""

from collections import defaultdict
from pathlib import Path

from etl.datasets import DATASETS, referred
from etl.schema import PROVENANCE, Column, Dataset
from etl.template_words import KIND_LABELS
from etl.warehouse.derive import read_marts, sources

HEAD = """# 数据字典

本文件由 `python -m etl dictionary` 从报表声明生成，请勿手改。
"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _column(column: Column) -> str:
    notes = [column.definition]
    if column.choices:
        notes.append(f"选项：{'、'.join(column.choices)}")
    if column.references:
        dataset, key = referred(column)
        levels = f"，只填{column.levels_label}" if column.area_levels else ""
        notes.append(f"指向 `{dataset}.{key}`（{DATASETS[dataset].label}）{levels}")
    if column.is_past:
        notes.append("不晚于填报当天")
    if column.aliases:
        notes.append(f"表头也可写：{'、'.join(column.aliases)}")
    cells = (
        f"`{column.name}`",
        column.label,
        column.unit,
        KIND_LABELS[column.kind].partition("，")[0],
        "是" if column.is_required else "",
        "。".join(notes),
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def _dataset(dataset: Dataset) -> str:
    rules = "".join(f"- {rule.message}\n" for rule in dataset.rules)
    return "\n".join(
        (
            f"## {dataset.label} `core.{dataset.name}`",
            "",
            f"- 一行是：{dataset.row_is}",
            f"- 用途：{dataset.purpose}",
            f"- 来源：{dataset.source}",
            f"- 主键：{'、'.join(f'`{name}`' for name in dataset.key)}",
            "",
            "| 列 | 中文名 | 单位 | 类型 | 必填 | 口径 |",
            "|---|---|---|---|---|---|",
            *map(_column, dataset.columns),
            *(("", "不符合下列情形之一的会被指出：", "", rules.rstrip()) if rules else ()),
            "",
        )
    )


def dictionary() -> str:
    """The whole dictionary."""
    marts = read_marts()
    made_from: dict[str, list[str]] = defaultdict(list)
    for mart, dataset in sources(marts):
        made_from[mart].append(DATASETS[dataset].label)
    rows = [
        f"| `mart.{mart.name}` | {_cell(mart.comment)} | {'、'.join(made_from[mart.name])} |"
        for mart in sorted(marts, key=lambda mart: mart.name)
    ]
    added = [f"- `{name}`：{comment}" for name, comment in PROVENANCE.items()]
    return "\n".join(
        (
            HEAD,
            "每个报表的表都另有：",
            "",
            *added,
            "",
            *(_dataset(dataset) for dataset in DATASETS.values()),
            "## 加工表 `mart.*`",
            "",
            "| 表 | 一行是 | 由这些报表做成 |",
            "|---|---|---|",
            *rows,
            "",
        )
    )


def write_dictionary(file: Path) -> Path:
    """Write the dictionary to `file`, with the same line ends on every system."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dictionary(), encoding="utf-8", newline="\n")
    return file
