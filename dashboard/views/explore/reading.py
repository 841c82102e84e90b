"""The parameters of a link → the question that they ask, and by what each of them that cannot be asked was replaced."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import PER_YEAR, Grain, grain_of, is_period, periods_between, to_grain
from dashboard.metrics.selection import COMPARISONS, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.periods import period_label
from dashboard.views.explore.offered import (
    area_names,
    default_grain,
    default_range,
    dimension_names,
    grains,
    levels_of,
    sides,
)
from dashboard.views.explore.question import (
    AUTO,
    MOST_AREAS,
    MOST_METRICS,
    MOST_PERIODS,
    PARAMETERS,
    SELF,
    Question,
)

# By which column of figures rows are sorted, and which way.
ORDER = re.compile(r"(?:high|low)-(?P<column>[0-9]{1,3})")
LONGEST_TOLD, MOST_TOLD = 24, 6
NAMES = {
    "metrics": "指标",
    "areas": "区域",
    "level": "层级",
    "from": "起始时期",
    "to": "截止时期",
    "by": "分组",
    "rows": "行",
    "columns": "列",
    "compare": "对比",
    "chart": "图形",
    "sort": "排序",
}
Known = TypeVar("Known", bound=str)


@dataclass(frozen=True)
class Replaced:
    """A parameter that asked for what is not there: what it is called, what it said, and what holds instead."""

    what: str
    asked: str
    instead: str

    @property
    def words(self) -> str:
        """The replacement as a clause, with what was asked cut short and without signs that are not seen."""
        return f"{self.what}“{seen(self.asked)}”{self.instead}"


def seen(text: str) -> str:
    """What a link said as it can be shown: no longer than a line, a box for every sign that is not printed."""
    shown = "".join(sign if sign.isprintable() else "□" for sign in text[:LONGEST_TOLD])
    return shown + ("…" if len(text) > LONGEST_TOLD else "")


def notice(replaced: Sequence[Replaced], where: str = "链接") -> str:
    """One sentence that names everything that was replaced, empty where nothing was."""
    if not replaced:
        return ""
    told = "；".join(one.words for one in replaced[:MOST_TOLD])
    more = f"；另有{len(replaced) - MOST_TOLD}处也已改正" if len(replaced) > MOST_TOLD else ""
    return f"{where}中有的内容现在没有或不能选择，已改正：{told}{more}。"


@dataclass
class _Reader:
    """The parameters of one link, read one after the other; what cannot be had is noted."""

    query: Mapping[str, str]
    replaced: list[Replaced] = field(default_factory=list)

    def note(self, name: str, asked: str, instead: str) -> None:
        self.replaced.append(Replaced(NAMES.get(name, "参数"), asked, instead))

    def one(self, name: str, offered: Mapping[Known, str], default: Known) -> Known:
        """The code that the link has under `name` where it is offered, else the default."""
        told = self.query.get(name, "")
        for code in offered:
            if code == told:
                return code
        if told:
            self.note(name, told, f"已改为{offered[default]}")
        return default

    def several(self, name: str, offered: Mapping[str, str], default: tuple[str, ...], most: int) -> tuple[str, ...]:
        """The codes that the link lists under `name`, each once, at most `most`; the default where none is offered."""
        told = [part for part in dict.fromkeys(self.query.get(name, "").split(",")) if part]
        known = [part for part in told if part in offered]
        kept = tuple(known[:most]) or default
        instead = "已略去" if known else f"已改为{'、'.join(offered[code] for code in kept)}"
        for part in told:
            if part not in offered:
                self.note(name, part, instead)
        if len(known) > most:
            self.note(name, offered[known[most]], f"等{len(known) - most}个已略去，最多{most}个")
        return kept


@dataclass(frozen=True)
class Read:
    """The question of a link, and what was replaced in it."""

    question: Question
    replaced: tuple[Replaced, ...]


def read_question(warehouse: Warehouse, query: Mapping[str, str], default: Question, kinds: Mapping[str, str]) -> Read:
    """The question that `query` asks; each parameter that is missing or unknown gives way to what fits the others.

    `kinds` are the pictures that there are, code → word.
    """
    reader = _Reader(query)
    for name in query:
        if name not in PARAMETERS:
            reader.note("", name, "已略去")
    metrics = reader.several(
        "metrics", {name: metric.label for name, metric in METRICS.items()}, default.metrics, MOST_METRICS
    )
    codes = reader.several("areas", area_names(warehouse), default.areas, MOST_AREAS)
    levels = levels_of(warehouse, codes)
    by = reader.one("by", {"": "不分组"} | dimension_names(metrics), "")
    since, until = _range(reader, warehouse, metrics, default)
    rows = reader.one("rows", sides(by, is_rows=True), AUTO)
    order = query.get("sort", "")
    if order and not ORDER.fullmatch(order):
        reader.note("sort", order, "已改为原顺序")
    question = Question(
        metrics=metrics,
        areas=codes,
        level=reader.one("level", levels, default.level if default.level in levels else SELF),
        since=since,
        until=until,
        by=by,
        rows=rows,
        columns=reader.one(
            "columns", {side: word for side, word in sides(by).items() if side != rows or side == AUTO}, AUTO
        ),
        comparison=reader.one("compare", COMPARISONS, "none"),
        kind=reader.one("chart", {AUTO: "自动"} | dict(kinds), AUTO),
        order=order if ORDER.fullmatch(order) else "",
    )
    return Read(question, tuple(reader.replaced))


def _range(reader: _Reader, warehouse: Warehouse, metrics: tuple[str, ...], default: Question) -> tuple[str, str]:
    """The first and the last period, both of one grain that every metric has, in order and not too many."""
    offered = grains(warehouse, metrics)
    grain = _grain(reader.query, offered, default, default_grain(warehouse, metrics))
    known = {period: period_label(period) for period in known_periods(warehouse, grain)}
    usual = (default.since, default.until)
    first, last = usual if grain == default.grain and set(usual) <= set(known) else default_range(warehouse, grain)
    until = reader.one("to", known, _around(reader.query.get("to", ""), known, grain) or last)
    since = reader.one("from", known, _around(reader.query.get("from", ""), known, grain) or min(first, until))
    if since > until:
        reader.note("from", period_label(since), "晚于截止时期，两者已对调")
        since, until = until, since
    asked = periods_between(since, until)
    if len(asked) > MOST_PERIODS:
        since = asked[-MOST_PERIODS]
        reader.note("from", period_label(asked[0]), f"已改为{period_label(since)}，最多{MOST_PERIODS}期")
    return since, until


def _around(told: str, known: Mapping[str, str], grain: Grain) -> str:
    """The period of the grain in which a shorter one lies that the link names; empty where that is none."""
    is_shorter = is_period(told) and PER_YEAR[grain_of(told)] > PER_YEAR[grain]
    period = to_grain(told, grain) if is_shorter else ""
    return period if period in known else ""


def _grain(query: Mapping[str, str], offered: Mapping[Grain, str], default: Question, usual: Grain) -> Grain:
    """The grain of the periods that the link names, where the metrics have it."""
    told = [grain_of(text) for text in (query.get("to", ""), query.get("from", "")) if is_period(text)]
    return next((grain for grain in (*told, default.grain) if grain in offered), usual)


def order_column(order: str, columns: int) -> int | None:
    """The number of the column that rows are sorted by; None for none, or one that is not there."""
    asked = ORDER.fullmatch(order)
    return int(asked["column"]) if asked and int(asked["column"]) < columns else None
