"""Turns published figures, compared with reported ones and with each other, into findings, a chart and tables."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from dashboard.metrics.absence import Absence
from dashboard.tables.ratios import Derived
from dashboard.tables.reconciliation import Reconciled
from dashboard.tables.registers import Check
from dashboard.text.formats import is_number, number, rounded
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.charts import Interval, RangeBars
from dashboard.views.documents import bare_measure
from dashboard.views.table import Column, Footer, Listed, Table
from dashboard.views.view import View, origins_in

CHECKED = "公开文件与各单位报表"
RULES = (
    "每条规则的两边各由公开数字、附件或报表算出，相等为成立；合理性规则的左边是不合常理的填报个数，右边为0。"
    "缺数据的不下结论；不成立的照报照算，由填报单位核实。"
)
INTERVALS = "分子、分母带限定词的，比值只有范围：下界取分子下界除以分母上界，上界反之，向外取整；口径不同的不相除。"
AGREEMENT = {True: "一致", False: "不一致", None: "无从核对"}
HOLDS = {True: "成立", False: "不成立", None: "不下结论"}


def verdict(pair: Reconciled) -> str:
    """一致, 不一致, 未填报 (a form that should carry it is not there), or 无对应报表."""
    if pair.metric is None:
        return "无对应报表"
    return AGREEMENT[pair.agrees] if pair.agrees is not None else str(pair.reported or AGREEMENT[None])


def reconciliation_title(pairs: Sequence[Reconciled]) -> str:
    """How many published figures have a reported one beside them, and how many of these agree."""
    judged = [pair for pair in pairs if pair.agrees is not None]
    wrong = [pair for pair in judged if not pair.agrees]
    if not judged:
        return f"{len(pairs)}个公开数字都还没有可以核对的填报数据"
    if not wrong:
        return f"可核对的{len(judged)}个公开数字，填报数据全部一致"
    named = "、".join(f"{pair.fact.entity}{pair.fact.measure}" for pair in wrong[:2])
    return f"可核对的{len(judged)}个公开数字中{len(wrong)}个与填报数据不一致：{named}{'等' if len(wrong) > 2 else ''}"


def reconciliation_counts(pairs: Sequence[Reconciled]) -> str:
    """The count of every verdict: `一致 31 · 未填报 2 · 无对应报表 40`."""
    words = [verdict(pair) for pair in pairs]
    order = ("一致", "不一致", *sorted(set(words) - {"一致", "不一致", "无对应报表"}), "无对应报表")
    return " · ".join(f"{word}{words.count(word)}" for word in order if word in words)


def _reported(pair: Reconciled) -> str:
    """The reported figure in full, so that every digit can be compared with the printed one; why there is none."""
    if not is_number(pair.reported):
        return str(pair.reported or "")
    digits = 0 if float(pair.reported).is_integer() else 2
    return f"{rounded(pair.reported, digits):,f}{pair.fact.qualified.unit}"


def _interval(pair: Reconciled, name: str) -> Interval:
    """Both figures as a share of the printed one, so that households and 亿元 share one scale."""
    qualified = pair.fact.qualified
    printed = float(next(bound for bound in (qualified.low, qualified.high) if bound is not None))

    def share(value: float | Decimal | Absence | None) -> float | None:
        return float(value) / printed * 100 if is_number(value) else None

    return Interval(
        name,
        share(qualified.low),
        share(qualified.high),
        text=f"{qualified.text()}\n{_reported(pair)}{'' if pair.agrees else ' 不一致'}",
        key=pair.fact.fact_id,
        is_highlighted=pair.agrees is False,
        mark=share(pair.reported),
    )


def _is_exact(pair: Reconciled) -> bool:
    return pair.fact.qualified.low == pair.fact.qualified.high


# What the chart of pairs can be limited to. Exact figures that agree all look alike, so they are not the first choice.
SHOWN: dict[str, Callable[[Reconciled], bool]] = {
    "有限定词的": lambda pair: not _is_exact(pair),
    "确数": _is_exact,
    "不一致的": lambda pair: pair.agrees is False,
}


def drawable(pairs: Sequence[Reconciled]) -> tuple[Reconciled, ...]:
    """The pairs that a chart may show: both figures known, and no single person's case."""
    return tuple(pair for pair in pairs if is_number(pair.reported) and pair.fact.is_chartable)


def reconciliation_view(pairs: Sequence[Reconciled], shown: str, names: Mapping[str, str]) -> View | None:
    """The pairs of a choice of `SHOWN` as bars (printed) with dots (reported); None where there are none of them.

    `names` are the short names of areas by code.
    """
    drawn = [pair for pair in drawable(pairs) if SHOWN[shown](pair)]
    if not drawn:
        return None
    origins = {origin for pair in drawn for origin in pair.origins} | {"published"}
    bars = [_interval(pair, f"{names[pair.fact.area_code]}{bare_measure(pair.fact.measure)}") for pair in drawn]
    return View(
        key="reconciliation",
        finding=reconciliation_title(pairs),
        measured=Measured(
            f"{len(drawn)}个{shown}公开数字", "条与上面的数：公开，渐隐的一端没有限定", "点与下面的数：填报"
        ),
        chart=RangeBars(bars, unit="%"),
        footer=Footer(
            CHECKED,
            definition="以所印数值为100，填报数据取公开数字所指的区域与时期；"
            "落在限定词允许的范围内即为一致（200多家是任何大于200的数）。",
            as_of=max((pair.period for pair in drawn if pair.period), default=""),
            origins=origins_in(origins),
            note=reconciliation_counts(pairs),
        ),
        table=reconciliation_table(pairs),
    )


def reconciliation_table(pairs: Sequence[Reconciled]) -> Table:
    """Every published figure, what was reported for it, whether they agree, and why."""
    columns = ("编号", "区域", "对象", "指标", "公开数字", "填报数据", "时期", "结果", "说明")
    return Table(
        tuple(Column(label) for label in columns),
        tuple(
            (
                pair.fact.fact_id,
                pair.fact.area_name,
                pair.fact.entity,
                pair.fact.measure,
                pair.fact.qualified.text(),
                _reported(pair),
                period_label(pair.period) if pair.period else "",
                verdict(pair),
                pair.why,
            )
            for pair in pairs
        ),
    )


def checks_title(checks: Sequence[Check]) -> str:
    """How many rules hold; those that do not, with their two sides."""
    broken = [check for check in checks if check.holds is False]
    if not broken:
        open_ones = sum(check.holds is None for check in checks)
        return f"{len(checks)}条核对规则" + (f"中{open_ones}条缺数据、不下结论，其余成立" if open_ones else "全部成立")
    first = broken[0]
    sides = f"{first.statement.split('，')[0]}对不上：{number(first.left_value)} ≠ {number(first.right_value)}"
    return f"{len(checks)}条核对规则中{len(broken)}条不成立，{sides}"


def checks_table(checks: Sequence[Check]) -> Table:
    """One row a rule: both sides, the result whatever it is, and the numbers behind it."""
    return Table(
        (Column("规则"), Column("左边", decimals=0), Column("右边", decimals=0), Column("结果"), Column("依据")),
        tuple(
            (check.statement, check.left_value, check.right_value, HOLDS[check.holds], check.note) for check in checks
        ),
    )


def ratios_listed(derived: Sequence[Derived], footer: Footer) -> Listed:
    """What follows from published figures, as spans."""
    return ratios_title(derived), "区间向外取整，不作确数使用", ratios_table(derived), footer


def ratios_title(derived: Sequence[Derived]) -> str:
    """How many ratios have a range and how many are not comparable."""
    known = [row for row in derived if not row.result.is_incomparable]
    if not derived:
        return "没有可以相除的公开数字"
    if len(known) == len(derived):
        return f"由限定数字推得的{len(known)}个比值只能给出范围"
    return f"由限定数字推得{len(known)}个比值的范围，另有{len(derived) - len(known)}个不可比"


def ratios_table(derived: Sequence[Derived]) -> Table:
    """One row a ratio: the two figures with their qualifiers, the interval, and why where there is none."""
    return Table(
        tuple(Column(label) for label in ("比值", "分子", "分母", "结果", "说明")),
        tuple(
            (
                row.ratio.label,
                row.numerator.qualified.text(),
                row.denominator.qualified.text(),
                row.result.text(row.ratio.decimals),
                row.result.reason,
            )
            for row in derived
        ),
    )
