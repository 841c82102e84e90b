"""The first part of a report, the area in figures, and the notes below it, with what public documents print of it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from dashboard.meeting.context import SINCE_LAST, YEAR_EARLIER, Context, meeting_oddity, quarter_so_far
from dashboard.meeting.figures import no_comparison
from dashboard.meeting.report.figures import figure_clause, moved_words, movements
from dashboard.meeting.report.judging import RULE
from dashboard.meeting.report.parts import AREA
from dashboard.meeting.report.year import year_sentence
from dashboard.meeting.wording import plain, sentence, tight
from dashboard.metrics.areas import ancestors, area_name, children
from dashboard.metrics.periods import shift
from dashboard.metrics.reading import Reading, read
from dashboard.tables.registers import Fact, published_facts
from dashboard.text.formats import is_number
from dashboard.text.periods import period_label
from dashboard.views.documents import month_without_year
from dashboard.views.overview.narrative import Clause
from dashboard.views.published_facts.printed import UNDATED, printed_day

# In the order in which a report tells them; what a document merely plans is none of them.
MEASURES = (
    *("占地面积", "面积", "入驻企业数", "规上企业数", "员工总数", "员工人数"),
    *("住户数", "户籍人口", "常住人口", "网格数", "单元网格数", "总产值", "销售产值", "税收", "纳税额"),
)
NATURES = ("现状", "成效")


def basics(given: Context) -> tuple[str, ...]:
    """What the area is made of and what there is in it, how that moved, the year so far, and what all figures are of."""
    readings = {clause.metric: read(given.warehouse, clause.metric, given.selection) for clause in AREA}
    known = [clause for clause in AREA if is_number(readings[clause.metric].value)]
    return (*_area(given, known, readings), *_moved(given, known, readings), *year_sentence(given), *_so_far(given))


def notes(given: Context) -> tuple[str, ...]:
    """What stands below the report: the comparisons, the words that judge, what is in print, what is odd of its day."""
    odd = tight(meeting_oddity(given.meeting))
    return (_compared(given), sentence(RULE), *_published(given), *({odd} - {"", *_so_far(given)}))


def _so_far(given: Context) -> tuple[str, ...]:
    return tuple(filter(None, (tight(quarter_so_far(given.meeting)),)))


def _area(given: Context, known: Sequence[Clause], readings: Mapping[str, Reading]) -> tuple[str, ...]:
    place = area_name(given.warehouse, given.area_code)
    inside = children(given.warehouse, given.area_code) if given.area_code == given.meeting.area_code else ()
    parts = [one.name for one in inside if one.is_in_scope]
    made_of = (f"由{'、'.join(parts)}组成",) if len(parts) > 1 else ()
    told = [*made_of, *(figure_clause(clause, readings[clause.metric], given.quarter, ()) for clause in known)]
    return (sentence(f"{place}{'，'.join(told)}"),) if told else ()


def _moved(given: Context, known: Sequence[Clause], readings: Mapping[str, Reading]) -> tuple[str, ...]:
    moved = ((readings[one.metric], movements(given, readings[one.metric])) for one in known)
    told = [f"{reading.metric.label}{plain(moved_words(changed))}" for reading, changed in moved if changed]
    return (sentence("；".join(told)),) if told else ()


def _published(given: Context) -> tuple[str, ...]:
    found = [one for one in published_facts(given.warehouse) if _is_told(given, one)]
    if not found:
        return ()
    titles = "、".join(f"《{title}》" for title in dict.fromkeys(one.document_title for one in found))
    # Entities in the order of the documents, their figures in that of the measures.
    entities = list(dict.fromkeys(one.entity for one in found))
    found.sort(key=lambda one: (entities.index(one.entity), MEASURES.index(one.measure)))
    told = [
        sentence(f"{entity}：{'；'.join(_of_a_day(day, facts) for day, facts in groupby(own, lambda one: one.as_of))}")
        for entity, own in groupby(found, lambda one: one.entity)
    ]
    return (f"公开文件所载情况如下，数字和限定词照原文，出自{titles}。", *told)


def _of_a_day(day: str, facts: Iterable[Fact]) -> str:
    """The quotes with the day that they are of, unless their own words begin with it."""
    quotes, stated = "，".join(one.quote for one in facts), printed_day(day)
    # In brackets there are no others.
    told = f"{undated}，{UNDATED}" if (undated := month_without_year(day)) else stated
    return quotes if quotes.startswith(stated) else f"{quotes}（以上时点为{told}）"


def _is_told(given: Context, fact: Fact) -> bool:
    around = (fact.area_code, *(one.area_code for one in ancestors(given.warehouse, fact.area_code)))
    return given.area_code in around and fact.measure in MEASURES and fact.fact_nature in NATURES


def _compared(given: Context) -> str:
    year = f"“{YEAR_EARLIER}”指与{period_label(shift(given.quarter, -4))}相比；没有可比数据的，不列比较"
    if given.earlier_quarter is None:
        return sentence(f"{no_comparison(given)}{year}")
    return sentence(tight(f"“{SINCE_LAST}”指与{period_label(given.earlier_quarter)}相比，{year}"))
