"""Puts the parts of a work report together."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.report.basics import basics
from dashboard.meeting.report.figures import PARTS, part_sentences
from dashboard.meeting.report.matters import matter_sentences, next_sentences
from dashboard.meeting.slide import Section, Slide
from dashboard.meeting.wording import day_words, numbered, sentence, tight
from dashboard.panels.attention import RULES_IN_WORDS


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
        Section("problems", "存在问题", _problems(of_kind["attention"])),
        Section("next", "下一步", next_sentences(given, of_kind["closing"])),
    )


def _new_entries(given: Context, slide: Slide) -> str:
    days = f"{day_words(given.new_since)}之后至{day_words(given.between.day)}"
    return sentence(f"{days}，{tight(slide.title)}")


def _problems(slide: Slide) -> tuple[str, ...]:
    """Only what the declared rules point at."""
    rows = slide.table.rows
    cases = numbered(
        tight("；".join(filter(None, (what, f"由{who}负责" if who else "", f"时限：{due}", f"状态：{state}"))))
        for what, who, due, state in rows
    )
    opening = tight(slide.title)
    return (f"{opening}：" if rows else f"{opening}。", *cases, sentence(tight(RULES_IN_WORDS)))
