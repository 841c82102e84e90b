"""Puts the parts of a work report together."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.report.basics import basics
from dashboard.meeting.report.figures import PARTS, part_sentences
from dashboard.meeting.report.matters import matter_sentences, next_sentences
from dashboard.meeting.slide import Section, Slide
from dashboard.meeting.wording import day_words, in_charge, numbered, sentence, tight
from dashboard.metrics.attention import inspect
from dashboard.views.overview.attention import RULES_IN_WORDS


def report(given: Context, slides: Sequence[Slide]) -> tuple[Section, ...]:
    """The work report of the meeting in sentences; `slides` are its pages, whose lists the report tells again."""
    of_kind = {slide.kind: slide for slide in slides}
    themes = {part.name: Section(part.name, part.heading, part_sentences(given, part)) for part in PARTS}
    lists = themes["lists"]
    themes["lists"] = Section(lists.name, lists.heading, (_new_entries(given, of_kind["list"]), *lists.sentences))
    return (
        Section("basics", "基本情况", basics(given)),
        *themes.values(),
        Section("matters", "议定事项办理情况", matter_sentences(given)),
        Section("problems", "存在问题", _problems(given, of_kind["attention"])),
        Section("next", "下一步", next_sentences(given, of_kind["closing"])),
    )


def _new_entries(given: Context, slide: Slide) -> str:
    days = f"{day_words(given.new_since)}之后至{day_words(given.between.day)}"
    return sentence(f"{days}，{tight(slide.title)}")


def _problems(given: Context, slide: Slide) -> tuple[str, ...]:
    """Only what the declared rules point at."""
    rows = slide.table.rows
    if not rows:
        return (sentence(tight(slide.title)), sentence(tight(RULES_IN_WORDS)))
    found = len(inspect(given.warehouse, given.selection).cases)
    foremost = f"，其中最紧要的{len(rows)}件是" if found > len(rows) else ""
    cases = numbered(tight(in_charge(what, who)) for what, who, _, _ in rows)
    rules = f"以上按以下规则列出：{RULES_IN_WORDS.removeprefix('规则：')}"
    return (f"按现行规则，需要关注的事项{found}件{foremost}：", *cases, sentence(tight(rules)))
