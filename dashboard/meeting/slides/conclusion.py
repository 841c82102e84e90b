"""Turns a meeting into one page of three sentences: what goes well, what is at risk, what is to be or was decided."""

from collections import Counter
from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.figures import joint_footer, months_line
from dashboard.meeting.matters import PRESSING, carried, given_matters, nothing_decided, open_words
from dashboard.meeting.report.year import year_fall
from dashboard.meeting.requests import ASKS, NOTHING_ASKED, ONE_BY_ONE, requests
from dashboard.meeting.slide import Slide
from dashboard.meeting.targets import behind, behind_words, met_words, standings, with_targets
from dashboard.meeting.telling import clause, foremost
from dashboard.meeting.theme_pages import theme_pages
from dashboard.meeting.wording import quoted
from dashboard.metrics.areas import area_name
from dashboard.metrics.attention import inspect
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import read
from dashboard.tables.matters import Standing
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding
from dashboard.views.joint_meeting.states import NODE_LATE, main_state
from dashboard.views.overview.cases import units_named

# The figure that every report begins with.
MAIN = "gross_output"
# Matters have a clause of their own.
MATTERS = "meetings"
TOLD_AT_MOST = 2


def conclusion_slides(given: Context) -> tuple[Slide, ...]:
    """One page right behind the first."""
    pages = (page for page in theme_pages(given) if page.theme != MATTERS)
    names = dict.fromkeys(name for page in pages for name in (*page.charts, *page.remarks) if name != MAIN)
    better, worse = (told[:TOLD_AT_MOST] for told in foremost(given, names))
    targets = standings(given)
    # The one that is named as the furthest behind is not told a second time.
    furthest = {one.target.metric.name for one in behind(targets)[:1]}
    worse = tuple(one for one in worse if one.metric.name not in furthest)
    main = read(given.warehouse, MAIN, given.selection)
    known = [clause(main)] if is_number(main.value) else []
    # The figure that every report begins with is no progress where it fell.
    well_known, risk_known = ([], known) if main.verdict == "worse" else (known, [])
    closed = sum(not one.is_open for one in carried(given))
    well = [
        *well_known,
        *(one.words for one in better),
        *filter(None, (met_words(targets),)),
        *([f"结转事项销号{closed}项"] if closed else []),
    ]
    moved = [one.metric for one in (*better, *worse)]
    still = [one for one in given_matters(given) if one.is_open]
    cases = sum(case.rule.name not in ONE_BY_ONE for case in inspect(given.warehouse, given.selection).cases)
    risk = [
        *filter(None, (_troubles(still), behind_words(targets), year_fall(given, MAIN))),
        *risk_known,
        *(one.words for one in worse),
    ]
    if cases:
        risk.append(f"网格与报表{'另' if risk else ''}有{cases}件需要关注")
    last, decision = ("提请", _asked(given)) if given.is_before else ("议定", _decided(given))
    heading = f"{ASKS if given.is_before else '会议议定'}{decision[0]}" if len(decision) > 1 else decision[0]
    slide = Slide(
        key="conclusion",
        title=f"{area_name(given.warehouse, given.area_code)}：{heading}",
        subtitle=_subtitle(given, last, [named_metric(MAIN), *moved]),
        remarks=(
            _sentence("进展", well or ["主要指标没有明显好转" if known else "本季度没有可比的填报数据"]),
            _sentence("风险", risk or ["按现有数据没有受阻、超期或需要关注的事项"]),
            _sentence(last, decision[1:] or decision),
        ),
        footer=with_targets(
            joint_footer(given, [*dict.fromkeys(named_metric(name) for name in (MAIN, *furthest)), *moved]), targets
        ),
    )
    return (slide,)


def _subtitle(given: Context, last: str, metrics: Sequence[Metric]) -> str:
    return " · ".join(filter(None, (f"进展、风险、{last}各一句", months_line(given, metrics))))


def _troubles(still: Sequence[Standing]) -> str:
    """How many of the open matters are in trouble, and how many of the others have a late node; nothing where none is."""
    counts = Counter(map(main_state, still))
    behind_plan = f"{counts[NODE_LATE]}项节点滞后" if counts[NODE_LATE] else ""
    is_pressed = any(counts[state] for state in PRESSING)
    return "，".join(filter(None, (open_words(still), behind_plan))) if is_pressed or behind_plan else ""


def _sentence(word: str, clauses: Sequence[str]) -> Finding:
    """The clauses behind the word, the first of which is set large."""
    first, *rest = clauses
    return Finding(f"{word}：{first}", *rest)


def _asked(given: Context) -> list[str]:
    asked = requests(given)
    if not asked:
        return [NOTHING_ASKED]
    kinds = dict.fromkeys(one.kind for one in asked)
    counts = "、".join(f"{kind}{sum(one.kind == kind for one in asked)}项" for kind in kinds)
    return [f"{len(asked)}项", counts, f"首先是{quoted(asked[0].shown)}"]


def _decided(given: Context) -> list[str]:
    own = [one for one in given_matters(given) if one.meeting_id == given.meeting.meeting_id]
    if not own:
        return [nothing_decided(given)]
    counts: dict[str, float] = {}
    for one in own:
        counts[one.responsible_unit] = counts.get(one.responsible_unit, 0) + 1
    first = min(one.original_due_on for one in own)
    return [f"{len(own)}项", f"由{units_named(counts)}负责", f"最早的期限{first.isoformat()}"]


SLIDE = SlideKind(
    name="conclusion", place=12, title="总的情况", section="总的情况", layouts=("conclusion",), make=conclusion_slides
)
