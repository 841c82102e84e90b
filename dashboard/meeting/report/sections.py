"""Puts the parts of a work report together."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.matters import PRESSING, given_matters
from dashboard.meeting.report.basics import basics, notes
from dashboard.meeting.report.figures import part_sentences, unreported
from dashboard.meeting.report.matters import matter_sentences
from dashboard.meeting.report.next_steps import next_sentences
from dashboard.meeting.report.parts import PARTS
from dashboard.meeting.requests import ONE_BY_ONE
from dashboard.meeting.slide_parts import Request, Section
from dashboard.meeting.slides.lists import lists_title
from dashboard.meeting.wording import NOTES, UNREPORTED, day_words, in_charge, ordinal, plain, sentence, tight
from dashboard.metrics.attention import inspect
from dashboard.views.joint_meeting.states import main_state
from dashboard.views.overview.attention import foremost_lines, title_without
from dashboard.views.overview.rules import rules_told

# What each rule of attention finds wrong, as a report says it.
KINDS = {
    "overdue": "网格事件超期积压",
    "leaderless": "网格长配备有缺额",
    "late": "网格事件办理不够及时",
    "overloaded": "部分网格超出负荷标准",
    "late_needs": "清单需求办结不够及时",
    "late_milestones": "项目节点推进滞后",
    "silent_enterprises": "企业季报没有报齐",
    "silent_grids": "网格台账没有报齐",
    "gap": "部分报表没有报送",
}
MATTERS = "部分议定事项推进滞后，受阻、超期和无进展的已在上文列明"


def report(given: Context, asked: Sequence[Request]) -> tuple[Section, ...]:
    """The work report of the meeting in sentences; `asked` is what the meeting is asked to study."""
    themes = {part.name: Section(part.name, part.heading, part_sentences(given, part)) for part in PARTS}
    lists = themes["lists"]
    themes["lists"] = Section(lists.name, lists.heading, (*lists.sentences, _new_entries(given)))
    lacking = unreported(given)
    return (
        Section("basics", "基本情况", basics(given)),
        *themes.values(),
        Section("matters", "议定事项办理情况", matter_sentences(given)),
        Section("problems", "存在问题", _problems(given)),
        Section("next", "下一步", next_sentences(given, asked)),
        Section(
            NOTES, "注", (*notes(given), sentence(f"存在问题按以下规则列出：{tight(rules_told(given.warehouse))}"))
        ),
        *((Section(UNREPORTED, "未报数据清单", lacking),) if lacking else ()),
    )


def _new_entries(given: Context) -> str:
    days = f"{day_words(given.new_since)}之后至{day_words(given.between.day)}"
    return sentence(f"{days}，{tight(lists_title(given))}")


def _problems(given: Context) -> tuple[str, ...]:
    """Only what the declared rules point at, kind by kind, 一是… and 二是…."""
    title = title_without(given.warehouse, given.selection, ONE_BY_ONE)
    lines = foremost_lines(given.warehouse, given.selection, without=ONE_BY_ONE)
    kinds: dict[str, list[str]] = {}
    if any(main_state(one) in PRESSING for one in given_matters(given)):
        kinds[MATTERS] = []
    for line, case in lines:
        kinds.setdefault(KINDS[case.rule.name], []).append(plain(in_charge(line.what, line.who)))
    if not kinds:
        return (sentence(tight(title)),)
    found = sum(case.rule.name not in ONE_BY_ONE for case in inspect(given.warehouse, given.selection).cases)
    more = f"议定事项之外，需要关注的事项{found}件，以下为最紧要的{len(lines)}件。" if found > len(lines) else ""
    return (
        f"对照任务要求，还存在{ordinal(len(kinds))}个方面的不足。{more}",
        *(
            sentence(f"{ordinal(place)}是{kind}{'：' * bool(cases)}{'；'.join(cases)}")
            for place, (kind, cases) in enumerate(kinds.items(), 1)
        ),
    )
