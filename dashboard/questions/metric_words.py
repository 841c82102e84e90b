"""Metrics → the words that people have for them: labels, nouns, counted, shares, pieces of labels that mean nothing else."""

from collections.abc import Iterator

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.questions import aliases, words
from dashboard.questions.normal import said_of_each, undone, unended
from dashboard.questions.senses import FALLING, HEAD, SHORTENED, VAGUELY, Sense
from dashboard.questions.spoken import METRIC_WORDS

# What comes to each of something is another figure than what comes to all.
PER = ("每", "企均", "格均", "场均", "户均")
# 亩均税收 is what people call 每亩税收.
PER_SAID = {
    "亩均": ("每亩",),
    "人均": ("每人", "每个人"),
    "户均": ("每户",),
    "格均": ("每格", "每个网格"),
    "企均": ("每家企业", "每个企业"),
    "场均": ("每场",),
}
# 已建 of 已建清单 is the beginning of other words.
TIMED = ("已", "在", "新", "应", "实")
# What share of something is called: 拿证率.
SHARED = ("率", "比例")
# 使用率 at the end of a label.
RATE = 3
# 倒挂比 at the end of 人口倒挂比.
RATIO = "比"


def words_of_metric(metric: Metric) -> Iterator[tuple[str, Sense]]:
    """A metric's label, said of each, as a noun, as what is counted, as a share, and that of its only column."""
    yield metric.label, Sense("metric", metric.name)
    yield from ((said, Sense("metric", metric.name, SHORTENED)) for said in said_of_each(metric.label, PER_SAID))
    yield metric.noun, Sense("metric", metric.name, SHORTENED)
    for counted in ("数", f"{metric.unit}数"):
        yield metric.label + counted, Sense("metric", metric.name, SHORTENED)
    if metric.is_share:
        yield from (
            (unended(metric.label, ("占比",)) + word, Sense("metric", metric.name, SHORTENED))
            for word in words.SHARE_ENDINGS
            if metric.label.endswith("占比")
        )
    if metric.denominator is None:
        yield metric.numerator.label, Sense("metric", metric.name, SHORTENED)


def derived_words() -> Iterator[tuple[str, Sense]]:
    """Pieces of the labels of metrics by which people call them, where these mean nothing else.

    使用率 of 托位使用率 and 阵地使用率, 兑换 of 兑换积分, 党员中心户 of 小区党员中心户; 几户 of 户数.
    """
    for metric in METRICS.values():
        label = metric.label
        yield from ((said, Sense("metric", metric.name, SHORTENED)) for said in undone(label))
        if metric.is_share and len(label) > RATE:
            yield label[-RATE:], Sense("metric", metric.name, SHORTENED)
        if metric.denominator is None and len(label) == 2 * HEAD and not label.startswith(TIMED):
            yield label[:HEAD], Sense("metric", metric.name, VAGUELY)
        if label.endswith(RATIO) and not label.endswith("占比") and len(label) > RATE:
            yield label[HEAD:], Sense("metric", metric.name, SHORTENED)
        if len(label) >= 3 * HEAD and not label.startswith(PER) and not label.endswith("占比"):
            yield label[HEAD:], Sense("metric", metric.name, SHORTENED)
    for word, names in METRIC_WORDS.items():
        if METRICS[names[0]].is_share and not word.endswith(SHARED):
            yield from ((word + end, Sense("metric", names[0], SHORTENED)) for end in SHARED)
    levels = {word for _, _, called in aliases.LEVELS.values() for word in called}
    for word, names in METRIC_WORDS.items():
        for said in (*undone(word), *said_of_each(word, PER_SAID)):
            yield from ((said, Sense("metric", name, FALLING**place)) for place, name in enumerate(names))
        noun = unended(word, ("数",))
        if noun != word and noun not in levels:
            for many in words.HOW_MANY:
                yield from ((many + noun, Sense("metric", name, FALLING**place)) for place, name in enumerate(names))
