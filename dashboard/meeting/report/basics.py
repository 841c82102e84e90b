"""The first part of a report: what public documents print of the area, in their own words, and its population."""

from collections.abc import Iterable
from itertools import groupby

from dashboard.meeting.context import SINCE_LAST, YEAR_EARLIER, Context, meeting_oddity
from dashboard.meeting.figures import no_comparison
from dashboard.meeting.report.figures import POPULATION, figure_sentences
from dashboard.meeting.wording import sentence, tight
from dashboard.metrics.areas import ancestors
from dashboard.metrics.periods import shift
from dashboard.tables.registers import Fact, published_facts
from dashboard.text.formats import period_label
from dashboard.views.published_facts.printed import printed_day

# In the order in which a report tells them; what a document merely plans is none of them.
MEASURES = (
    *("占地面积", "面积", "入驻企业数", "规上企业数", "员工总数", "员工人数"),
    *("住户数", "户籍人口", "常住人口", "网格数", "单元网格数", "总产值", "销售产值", "税收", "纳税额"),
)
NATURES = ("现状", "成效")


def basics(given: Context) -> tuple[str, ...]:
    """The published figures word for word with document and day, the population, and what is compared with what."""
    oddity = filter(None, (tight(meeting_oddity(given.meeting)),))
    return (*_published(given), *oddity, _compared(given), *figure_sentences(given, POPULATION))


def _published(given: Context) -> tuple[str, ...]:
    found = [one for one in published_facts(given.warehouse) if _is_told(given, one)]
    if not found:
        return ("公开文件没有印出本区域的企业、面积和人员数字。",)
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
    return quotes if quotes.startswith(stated) else f"{quotes}（以上时点为{stated}）"


def _is_told(given: Context, fact: Fact) -> bool:
    around = (fact.area_code, *(one.area_code for one in ancestors(given.warehouse, fact.area_code)))
    return given.area_code in around and fact.measure in MEASURES and fact.fact_nature in NATURES


def _compared(given: Context) -> str:
    year = f"“{YEAR_EARLIER}”指与{period_label(shift(given.quarter, -4))}相比；没有可比数据的，不列比较"
    if given.earlier_quarter is None:
        return sentence(f"{no_comparison(given)}以下{year}")
    return sentence(tight(f"以下“{SINCE_LAST}”指与{period_label(given.earlier_quarter)}相比，{year}"))
