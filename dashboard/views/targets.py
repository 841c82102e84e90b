"""Turns how far a target is reached into words: what is reached of it, and how that stands to its course."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dashboard.metrics.absence import Absence
from dashboard.metrics.course import BASES
from dashboard.metrics.metric import Metric
from dashboard.metrics.qualified import WORDS, Qualified
from dashboard.metrics.target import POINTS, Progress, Target
from dashboard.text.formats import Tone, number
from dashboard.text.joined import Finding

TONES: dict[str, Tone] = {"met": "better", "ahead": "better", "behind": "worse", "even": "same", "unknown": "none"}
VERDICTS = {
    "met": "已达年度目标",
    "ahead": "快于年度进度",
    "behind": "落后于年度进度",
    "even": "与年度进度相当",
}
FINAL_VERDICTS = VERDICTS | {"ahead": "好于年度目标", "behind": "未达年度目标", "even": "与年度目标相当"}
SO_FAR = {3: "一季度", 6: "上半年", 9: "前三季度", 12: "全年"}


def tone_of(progress: Progress) -> Tone:
    """The colour of a target: none within the tolerance, or where it cannot be judged."""
    return TONES[progress.state]


def so_far(progress: Progress) -> str:
    """What the year to date is called: 前三季度, or 1—11月 where a quarter is not over."""
    return SO_FAR.get(progress.last_month) or f"1—{progress.last_month}月"


def amount(figure: Qualified, unit: str, decimals: int = 1) -> str:
    """A figure with what its qualifier leaves open, its ends rounded outward: `94.2%`, `不足94.2%`, `至少2件`, `1.5–3.0个百分点`."""
    if figure.low is not None and figure.low == figure.high:
        return number(float(figure.low), unit, decimals)
    low, high = (
        None if end is None else number(float(end.quantize(Decimal(1).scaleb(-decimals), rounding)), unit, decimals)
        for end, rounding in ((figure.low, ROUND_FLOOR), (figure.high, ROUND_CEILING))
    )
    if low is not None and high is not None and figure.low:
        # Of two figures in points the word is said once.
        return f"{number(float(figure.low), '', decimals) if unit == POINTS else low}至{high}"
    if high is not None:
        return f"{'不足' if figure.is_high_open else '至多'}{high}"
    return f"{'超过' if figure.is_low_open else '至少'}{low}" if low is not None else figure.text(decimals)


def aim_words(target: Target) -> str:
    """The target as it was set: `超150万元`."""
    metric, word = target.metric, WORDS[target.qualifier]
    return f"{word}{number(target.aim, metric.unit, _digits(target, metric))}"


def _digits(target: Target, metric: Metric) -> int:
    """As many decimals as the metric has, where the target has any."""
    return 0 if target.aim == round(target.aim) else max(metric.decimals, 1)


def reached_words(progress: Progress) -> str:
    """What is reached by now, in the metric's unit, or the word of its absence."""
    metric = progress.target.metric
    if isinstance(progress.reached, Absence):
        return str(progress.reached)
    return amount(progress.reached, metric.unit, metric.decimals)


def standing(progress: Progress) -> str:
    """How the target stands, in one clause: `慢于序时进度5.3个百分点`, `已完成`, `差1,562万元`."""
    if isinstance(progress.reached, Absence):
        return str(progress.reached)
    match progress.state:
        case "met":
            return "已完成" if progress.target.is_higher_better else "控制在目标以内"
        case "even":
            return "与目标相当" if progress.is_over or _is_held(progress) else "与序时进度相当"
        case "unknown":
            return "序时进度无法推算"
        case _:
            return _apart(progress)


def verdict(progress: Progress) -> str:
    """The same in a word or two, for a place that has no room for the figure: `未达年度目标`, `落后于年度进度`."""
    if isinstance(progress.reached, Absence):
        return ""
    is_final = progress.is_over or _is_held(progress)
    return (FINAL_VERDICTS if is_final else VERDICTS).get(progress.state, "")


def _is_held(progress: Progress) -> bool:
    return progress.course is not None and progress.course.basis == "held"


def _apart(progress: Progress) -> str:
    """How far it is from its course, or from the target itself where there is no course any more."""
    is_behind = progress.state == "behind"
    if progress.is_over or _is_held(progress):
        return _from_target(progress, is_behind=is_behind)
    if not progress.target.is_higher_better:
        return f"{'高于' if is_behind else '低于'}序时应控制的{_due_words(progress)}"
    told = _points(progress.lead, is_behind=is_behind)
    return f"{'慢于' if is_behind else '快于'}序时进度{told}"


def _from_target(progress: Progress, *, is_behind: bool) -> str:
    metric, gap = progress.target.metric, progress.gap
    if isinstance(gap, Absence):
        return str(gap)
    unit = POINTS if metric.unit == "%" else metric.unit
    size = gap if (gap.high or gap.low or 0) > 0 else -gap
    if not is_behind:
        return "好于目标"
    word = "低于目标" if metric.unit == "%" else "差"
    return f"{word if progress.target.is_higher_better else '超出目标'}{amount(size, unit, metric.decimals)}"


def _points(lead: Qualified | Absence | None, *, is_behind: bool) -> str:
    """The lead in points; nothing where its qualifier leaves open whether there is one at all."""
    if lead is None or isinstance(lead, Absence):
        return ""
    size = -lead if is_behind else lead
    if size.low is None or (size.high is not None and size.low < 0):
        return ""
    return amount(size, POINTS)


def _due_words(progress: Progress) -> str:
    metric = progress.target.metric
    return number(progress.due, metric.unit, metric.decimals)


def completed(progress: Progress) -> str:
    """What part of the target is reached: `完成年度目标的65.8%`, `完成年度目标不足65.8%`; of what is kept down, the figure beside its limit."""
    if isinstance(progress.completion, Qualified) and not progress.completion.is_incomparable:
        told = amount(progress.completion, "%")
        return f"完成年度目标{'的' if told[0].isdigit() else ''}{told}"
    return f"{reached_words(progress)}（年度目标{aim_words(progress.target)}）"


def clause(progress: Progress) -> Finding:
    """The target in one sentence: `税收完成年度目标的65.8%，慢于序时进度5.3个百分点`."""
    label = progress.target.metric.label
    if isinstance(progress.reached, Absence):
        return Finding(f"{label}的年度目标：{progress.reached}")
    if not progress.target.is_higher_better:
        return Finding(f"{label}{completed(progress)}", standing(progress))
    return Finding(f"{label}{completed(progress)}", "" if progress.state == "met" else standing(progress))


def basis_words(progress: Progress) -> str:
    """What the course was taken from."""
    return BASES[progress.course.basis] if progress.course else "上年末数没有填报，无法推算"
