"""What a blank form says of its columns: kinds, examples, and the note at every header."""

from collections.abc import Mapping, Sequence

from etl.datasets import DATASETS, referred
from etl.schema import NUMBERS, Column, Dataset, Kind

KIND_LABELS = {
    Kind.TEXT: "文字",
    Kind.CODE: "代码",
    Kind.CHOICE: "选项",
    Kind.BOOLEAN: "是或否",
    Kind.INTEGER: "整数",
    Kind.DECIMAL: "数字",
    Kind.DATE: "日期，如 2024-11-04",
    Kind.INSTANT: "日期和时分，如 2024-11-04 17:30",
    Kind.MONTH: "年月，如 2024-11",
    Kind.QUARTER: "季度，如 2024Q3",
    Kind.EDTF: "年份、年月或日期，年份不详写 XXXX-12",
}
EXAMPLES = {
    Kind.TEXT: "文字说明",
    Kind.CODE: "编号001",
    Kind.BOOLEAN: "是",
    Kind.INTEGER: "12",
    Kind.DECIMAL: "1234.5",
    Kind.DATE: "2024-11-04",
    Kind.INSTANT: "2024-11-04 17:30",
    Kind.MONTH: "2024-11",
    Kind.QUARTER: "2024Q3",
    Kind.EDTF: "2024-11",
}


def example(dataset: Dataset, column: Column, known: Mapping[str, Sequence[str]]) -> str:
    """What a cell of the column may look like in a row that the form's own rules let pass; empty for a blank one.

    `known` are the names that may stand in a column, by its header.
    """
    if column.name in dataset.example:
        return dataset.example[column.name]
    if column.choices:
        return column.choices[0]
    plain = EXAMPLES[column.kind]
    if column.references:
        return next(iter(known.get(column.header, ())), plain if column.is_required else "")
    if column.kind in NUMBERS and column.maximum is not None and float(plain) > column.maximum:
        return f"{column.maximum / 2:g}"
    return plain


def column_note(column: Column) -> str:
    """What a clerk should know of a column, in one paragraph."""
    parts = [column.definition, KIND_LABELS[column.kind]]
    if column.unit:
        parts.append(f"单位：{column.unit}")
    if column.choices:
        parts.append(f"选项：{'、'.join(column.choices)}")
    if column.references:
        parts.append(f"填“{DATASETS[referred(column)[0]].label}”中{column.levels_label}的名称、别名或代码")
    if column.minimum is not None or column.maximum is not None:
        low = "" if column.minimum is None else f"不小于 {column.minimum:g}"
        high = "" if column.maximum is None else f"不大于 {column.maximum:g}"
        parts.append("，".join(filter(None, (low, high))))
    if column.is_past:
        parts.append("不晚于填报当天")
    return "；".join([*parts, "必填" if column.is_required else "可留空"]) + "。"
