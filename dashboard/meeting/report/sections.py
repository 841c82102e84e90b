"""Puts the parts of a work report together."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.report.basics import basics
from dashboard.meeting.report.figures import PARTS, part_sentences
from dashboard.meeting.report.matters import matter_sentences, next_sentences
from dashboard.meeting.requests import ONE_BY_ONE
from dashboard.meeting.slide import Request, Section
from dashboard.meeting.slides.lists import lists_title
from dashboard.meeting.wording import day_words, in_charge, numbered, sentence, tight
from dashboard.metrics.attention import inspect
from dashboard.views.overview.attention import RULES, RULES_IN_WORDS, attention_items


def report(given: Context, asked: Sequence[Request]) -> tuple[Section, ...]:
    """The work report of the meeting in sentences; `asked` is what the meeting is asked to study."""
    themes = {part.name: Section(part.name, part.heading, part_sentences(given, part)) for part in PARTS}
    lists = themes["lists"]
    themes["lists"] = Section(lists.name, lists.heading, (_new_entries(given), *lists.sentences))
    return (
        Section("basics", "基本情况", basics(given)),
        *themes.values(),
        Section("matters", "议定事项办理情况", matter_sentences(given)),
        Section("problems", "存在问题", _problems(given)),
        Section("next", "下一步", next_sentences(given, asked)),
    )


def _new_entries(given: Context) -> str:
    days = f"{day_words(given.new_since)}之后至{day_words(given.between.day)}"
    return sentence(f"{days}，{tight(lists_title(given))}")


def _problems(given: Context) -> tuple[str, ...]:
    """Only what the declared rules point at."""
    title, shown = attention_items(given.warehouse, given.selection, without=ONE_BY_ONE)
    if not shown:
        return (sentence(tight(title)), sentence(tight(RULES_IN_WORDS)))
    cases_found = inspect(given.warehouse, given.selection).cases
    found = sum(case.rule.name not in ONE_BY_ONE for case in cases_found)
    foremost = f"，其中最紧要的{len(shown)}件是" if found > len(shown) else ""
    cases = numbered(tight(in_charge(one.what, one.who)) for one in shown)
    return (
        f"议定事项之外，按现行规则需要关注的事项{found}件{foremost}：",
        *cases,
        sentence(tight(f"以上按以下规则列出：{RULES}")),
    )
