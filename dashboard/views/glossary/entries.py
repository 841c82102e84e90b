"""Turns the declarations of metrics and forms into what readers look up: definition, formula, source, rules, words."""

from collections.abc import Iterable, Sequence

from dashboard.content import content
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES, Metric
from dashboard.metrics.periods import GRAINS, in_beijing
from dashboard.metrics.reading import read
from dashboard.metrics.selection import Selection, latest_period
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.dictionary import Form, FormColumn, Load, loads
from dashboard.tables.registers import published_facts
from dashboard.tables.sources import Source, sources, version_line
from dashboard.text.formats import ORIGIN_LABELS, number
from dashboard.views.search import has_every_word
from dashboard.views.table import Column, Footer, Listed, Table

DIRECTIONS = {"higher": "越高越好", "lower": "越低越好", "neither": "不论高低"}
KINDS = {
    "text": "文字",
    "code": "代码或名称",
    "choice": "选项",
    "boolean": "是或否",
    "integer": "整数",
    "decimal": "数值",
    "date": "日期",
    "instant": "日期时间",
    "month": "月份",
    "quarter": "季度",
    "edtf": "日期（可缺年份）",
}
ABSENCES = (
    (Absence.NOT_REPORTED, "应当填报的单位没有报来，或报表中这一格是空的；不按零处理，也不估算。"),
    (Absence.NOT_DISCLOSED, "合计中内部企业不足三家、或人数不足三人，显示出来可能认出是谁，故不公开。"),
    (Absence.NOT_COMPARABLE, "两边口径、范围或期数不同，或只知道上下限，相除、相比没有意义。"),
    (Absence.NOT_IN_PERIOD, "这个区域或这一期本来就没有这件事，例如没有划分网格、没有到期的事件。"),
)
ORIGINS = (
    ("published", "公开文件原文印出的数字，附文件与位置，限定词（超、近、约）原样保留。"),
    ("reported", "单位按报表填报的数字。同一报表、同一区域有填报时，不再装入演示数据。"),
    ("demo", "为演示而生成的数字，与公开数字对得上，但不是真实情况；在屏幕和每一份下载上都有标记。"),
)


def matching(metrics: Iterable[Metric], theme: str, search: str) -> tuple[Metric, ...]:
    """The metrics of a theme (all when empty) whose texts have every word of the search."""
    return tuple(
        metric
        for metric in metrics
        if theme in ("", metric.theme)
        and has_every_word(f"{metric.name}{metric.label}{metric.definition}{metric.caliber}{metric.formula}", search)
    )


def metrics_table(metrics: Sequence[Metric]) -> Table:
    """One row a metric: its name, unit, direction and definition."""
    return Table(
        tuple(Column(label) for label in ("指标", "主题", "单位", "方向", "定义")),
        tuple(
            (metric.label, THEMES[metric.theme], metric.unit, DIRECTIONS[metric.direction], metric.definition)
            for metric in metrics
        ),
    )


def named(name: str | None) -> Metric | None:
    """The metric of a link; None where the link names none that is known."""
    return METRICS.get(name or "")


def metric_details(warehouse: Warehouse, metric: Metric) -> tuple[tuple[str, str], ...]:
    """Everything that is declared of a metric, as (word, text) pairs; empty texts are what it does not have."""
    return (
        ("定义", metric.definition),
        ("算法", metric.formula),
        ("口径", metric.caliber),
        ("单位", f"{metric.unit}，显示{metric.decimals}位小数" if metric.decimals else metric.unit),
        ("方向", DIRECTIONS[metric.direction]),
        ("季节", "随季节起落：同比论升降，环比不作好坏评价。" if metric.is_seasonal else ""),
        ("时期", "、".join(f"按{GRAINS[grain]}" for grain in metric.grains)),
        ("可分", "、".join(dimension.label for dimension in metric.dimensions) or "只按区域和时期"),
        ("区间", "分子有未明确的部分，给出最少到最多的范围。" if metric.is_interval else ""),
        ("保护", _protection(metric)),
        ("目标", _target(warehouse, metric)),
        ("来源", "；".join(_source(source) for source in sources(warehouse, metric))),
    )


def _protection(metric: Metric) -> str:
    if metric.protection is None:
        return ""
    return f"{metric.protection.contributors}在1到{metric.protection.minimum - 1}之间时不公开；能由合计倒推出来的另一格也不公开。"


def _target(warehouse: Warehouse, metric: Metric) -> str:
    """The value that a public document states, for each area that it speaks of."""
    period = latest_period(warehouse)
    targets = content().targets.get(metric.name, ())
    if period is None:
        return ""
    places = {fact.fact_id: fact.area_code for fact in published_facts(warehouse)}
    spoken_of = [places[fact] for target in targets if (fact := target.fact_id) in places]
    stated = [(code, read(warehouse, metric.name, Selection(code, period)).target) for code in spoken_of]
    return "；".join(
        f"{areas(warehouse)[code].name}{number(target.value, metric.unit, metric.decimals)}（《{target.source}》）"
        for code, target in stated
        if target is not None
    )


def _rows(origins: Iterable[tuple[str, int]]) -> str:
    return "、".join(f"{ORIGIN_LABELS[origin]}{count:,}行" for origin, count in origins) or "尚无数据"


def _source(source: Source) -> str:
    return f"{source.label}（{source.source}；{_rows(source.origins)}）"


def forms_table(forms: Sequence[Form]) -> Table:
    """One row a form: what a row of it is, what for, who sends it, how much is there."""
    return Table(
        tuple(Column(label) for label in ("报表", "一行是", "用途", "来源", "现有数据")),
        tuple((form.label, form.row_is, form.purpose, form.source, _rows(form.rows)) for form in forms),
    )


def _filled(column: FormColumn) -> str:
    if column.is_key:
        return "必填，与其他主键列合起来不得重复"
    return "必填" if column.is_required else "可空"


def columns_table(form: Form) -> Table:
    """One row a column of the form, as its clerk knows it."""
    return Table(
        tuple(Column(label) for label in ("指标项", "单位", "填写", "口径", "可选值", "对应目录")),
        tuple(
            (
                column.label,
                column.unit,
                f"{KINDS[column.kind]}，{_filled(column)}",
                column.definition,
                "、".join(column.choices),
                column.reference,
            )
            for column in form.columns
        ),
    )


def loads_listed(warehouse: Warehouse, footer: Footer) -> Listed:
    """What was loaded into the version, sheet by sheet."""
    loaded = loads(warehouse)
    title = f"装载了{len(loaded)}份表格，采用{sum(load.rows_used for load in loaded):,}行"
    return title, version_line(warehouse), loads_table(loaded), footer


def loads_table(loaded: Sequence[Load]) -> Table:
    """One row a loaded sheet: file, form, rows, when (in Beijing) and what became of it."""
    labels = ("报表", "文件", "工作表", "数据性质")
    return Table(
        (
            *(Column(label) for label in labels),
            Column("行数", decimals=0),
            Column("采用", decimals=0),
            Column("装载时间"),
            Column("状态"),
        ),
        tuple(
            (
                load.form,
                load.file,
                load.sheet,
                ORIGIN_LABELS.get(load.origin, load.origin),
                load.rows,
                load.rows_used,
                f"{in_beijing(load.loaded_at):%Y-%m-%d %H:%M}",
                load.state,
            )
            for load in loaded
        ),
    )
