"""Turns figures into the sentence that a chart's title says; plain words that the figures carry, or a plain name."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, Grain, grain_of, is_period
from dashboard.text.formats import Change, is_number, number, percent
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views.changes import phrase

Named = tuple[str, float | Absence]
# A part, its earlier figure (None where that is not asked for) and its figure now.
Moved = tuple[str, float | Absence | None, float | Absence]

# What the periods of a run are counted in.
RUN_UNITS: dict[Grain, str] = {"month": "个月", "quarter": "个季度", "year": "年"}


def written(metric: Metric, value: float | Absence) -> str:
    """The value as the metric writes it: unit, decimals, 万 and 亿."""
    return number(value, metric.unit, metric.decimals)


def bare(metric: Metric) -> str:
    """What the metric is called before a figure with its unit: `结业 126人次`, where its label is 结业人次."""
    return metric.noun or metric.label


def end_words(metric: Metric) -> tuple[str, str]:
    """What the upper and the lower end of the metric are called: 最多 and 最少 of what is counted, 最高 and 最低 else."""
    return ("最多", "最少") if metric.is_count else ("最高", "最低")


def spaced(label: str) -> str:
    """A label, which a word keeps apart from the period before it where it begins with a figure."""
    return f"的{label}" if label[:1].isdigit() else label


def streak(values: Sequence[float | Absence]) -> int:
    """How many periods in a row the series has moved in its last direction, negative when falling."""
    steps = 0
    for earlier, later in zip(values[-2::-1], values[:0:-1], strict=True):
        if not (is_number(earlier) and is_number(later)) or later == earlier:
            break
        sign = 1 if later > earlier else -1
        if steps and (steps > 0) != (sign > 0):
            break
        steps += sign
    return steps


def trend_finding(
    metric: Metric, points: Sequence[Named], moved: Change | None = None, when: str = "", since: str | None = None
) -> Finding:
    """What the last of `points` (period, value) is, how it moved, and whether it keeps moving one way.

    `when` is what the last period is called, where that is not its own label; `since` the period that `moved` is told
    against, which the finding names with the last one.
    """
    period, value = points[-1]
    called = when or period_label(period)
    if not is_number(value):
        return Finding(f"{metric.label}：{called}{value}")
    clauses = [f"{called}{spaced(bare(metric))}{written(metric, value)}"]
    way = 0
    if moved:
        clauses.append(phrase(moved))
        way = {"▲": 1, "▼": -1}.get(moved.sign, 0)
    grain = grain_of(period)
    # What comes and goes with the time of the year rises for three quarters of every year.
    moves_with_seasons = metric.is_seasonal and PER_YEAR[grain] > 1
    tells_no_run = metric.is_maturing or metric.only_grows or moves_with_seasons
    steps = 0 if tells_no_run else streak([value for _, value in points])
    # Against the year before, what moves the other way from quarter to quarter is no more than the season.
    if abs(steps) >= 3 and steps * way >= 0:
        clauses.append(f"已连续{abs(steps)}{RUN_UNITS.get(grain, '期')}{'上升' if steps > 0 else '下降'}")
    return Finding(*clauses).naming(period, *((since,) if moved and since else ()))


def _missing(values: Sequence[object]) -> Absence:
    """The one word for several missing figures: 不公开 comes before 未填报."""
    order = (Absence.NOT_DISCLOSED, Absence.NOT_COMPARABLE, Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD)
    return next((word for word in order if word in values), Absence.NOT_REPORTED)


def ranking_finding(metric: Metric, items: Sequence[Named]) -> Finding:
    """Who is highest and who lowest, best named first; a tie and a single known figure have sentences of their own.

    It names all who stand at either end.
    """
    known = sorted(((name, value) for name, value in items if is_number(value)), key=lambda item: item[1])
    if not known:
        return Finding(f"{metric.label}：{_missing([value for _, value in items])}")
    low, high = known[0][1], known[-1][1]
    if len(known) == 1:
        return Finding(f"{known[0][0]}{metric.label}{written(metric, high)}").naming(known[0][0])
    if metric.denominator is None and not any(value for _, value in known):
        return Finding(f"{metric.label}：本期各处都没有")
    if written(metric, low) == written(metric, high):
        return Finding(f"{metric.label}各处相同，均为{written(metric, high)}")
    lowest, highest = at_ends(metric, items)
    high_word, low_word = end_words(metric)
    return Finding(
        f"{metric.label}：{together(highest)}{high_word}（{written(metric, high)}）",
        f"{together(lowest)}{low_word}（{written(metric, low)}）",
    ).naming(*lowest, *highest)


def at_ends(metric: Metric, items: Sequence[Named]) -> tuple[list[str], list[str]]:
    """The names with the lowest and those with the highest figure as it is written, each in the order of `items`."""
    known = [(name, value) for name, value in items if is_number(value)]
    if not known:
        return [], []
    ends = [written(metric, pick(value for _, value in known)) for pick in (min, max)]
    lowest, highest = ([name for name, value in known if written(metric, value) == end] for end in ends)
    return lowest, highest


def together(names: Sequence[str], measure: str = "个") -> str:
    """The words for names that share one figure: one, two joined, or the first of so many, `measure` counting them."""
    first = names[0] if len(names) != 2 else "、".join(names)
    return first + (f"等{len(names)}{measure}" if len(names) > 2 else "") + ("并列" if len(names) > 1 else "")


def _beside(count: int) -> str:
    """The words after a name that stands for `count` names with the same written figure."""
    return f"等{count}个" if count > 1 else ""


def parts_finding(metric: Metric, parts: Sequence[Named]) -> Finding:
    """Which part makes up most of a sum; for a rate, which part is highest and which lowest."""
    if metric.denominator is not None:
        return ranking_finding(metric, parts)
    known = sorted(((name, value) for name, value in parts if is_number(value)), key=lambda item: -item[1])
    total = sum(value for _, value in known)
    if known and not any(value for _, value in known):
        return Finding(f"本期没有{metric.label}")
    if not known or total <= 0:
        return ranking_finding(metric, parts)
    if any(value is Absence.NOT_DISCLOSED for _, value in parts):
        return Finding(
            f"{metric.label}以{known[0][0]}最多", f"为{written(metric, known[0][1])}（另有不公开的部分）"
        ).naming(known[0][0])
    if len(known) == 1 or known[1][1] <= 0:
        reported = "已上报的" if any(value is Absence.NOT_REPORTED for _, value in parts) else ""
        return Finding(f"{metric.label}{written(metric, known[0][1])}", f"{reported}全部为{known[0][0]}").naming(
            known[0][0]
        )
    leading = f"{known[0][0]}占{metric.label}的{percent(known[0][1] / total * 100, 0)}"
    return Finding(leading, f"居首；其次{known[1][0]}{percent(known[1][1] / total * 100, 0)}").naming(
        known[0][0], known[1][0]
    )


def parts_trend_finding(metric: Metric, moved: Sequence[Moved], against: str) -> Finding:
    """Which part of a sum added most and which lost most, parts that did alike together; `moved` are (part, earlier, now).

    Empty where fewer than two parts can be compared.
    """
    known = [(now - then, name) for name, then, now in moved if is_number(then) and is_number(now)]
    if not against or len(known) < 2:
        return Finding()
    (low, low_name), (high, high_name) = min(known), max(known)
    steps = [step for step, _ in known]
    rose = _most(high_name, steps.count(high), f"增{written(metric, high)}") if high > 0 else ""
    fell = _most(low_name, steps.count(low), f"减{written(metric, -low)}") if low < 0 else ""
    if not rose and not fell:
        return Finding(f"{metric.label}各部分{against}持平")
    named = [name for step, name in known if (rose and step == high) or (fell and step == low)]
    first, *more = filter(None, (rose, fell))
    return Finding(f"{metric.label}{against}：{first}", *more).naming(*named)


def _most(name: str, alike: int, moved: str) -> str:
    """`非公企业增 2个最多`, or of several that moved by the same `非公企业等 2 类各增 2个`."""
    return f"{name}等{alike}类各{moved}" if alike > 1 else f"{name}{moved}最多"


def heat_finding(metric: Metric, rows: Sequence[tuple[str, str, float | Absence]]) -> Finding:
    """Which (row, column) of a heat map is the worst, or the highest where neither side is bad."""
    known = [row for row in rows if is_number(row[2])]
    if not known:
        return Finding(f"{metric.label}：{Absence.NOT_REPORTED}")
    worst = min(known, key=lambda row: row[2]) if metric.direction == "higher" else max(known, key=lambda row: row[2])
    high_word, low_word = end_words(metric)
    word = low_word if metric.direction == "higher" else high_word
    shown = written(metric, worst[2])
    alike = _beside(sum(written(metric, value) == shown for _, _, value in known))
    alike = f"{alike}并列" if alike else ""
    joint = "" if is_period(worst[1]) else "·"
    return Finding(f"{metric.label}以{worst[0]}{joint}{period_label(worst[1])}{alike}{word}", f"为{shown}").naming(
        worst[0], worst[1]
    )
