"""Turns the figures that public documents print into a searchable list with their words, documents and places."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.metrics.periods import last_day_of, to_grain
from dashboard.tables.reconciliation import Reconciled
from dashboard.tables.registers import Document, Fact
from dashboard.text.periods import period_label
from dashboard.views.documents import line_words, month_without_year
from dashboard.views.published_facts.reconciled import verdict
from dashboard.views.search import has_every_word
from dashboard.views.table import Column, Footer, Listed, Table

SOURCE = "公开文件原文逐条摘录"
DEFINITION = (
    "一行是公开文件印出的一个数字：原文一字不改，单位不换算，限定词（超、近、约、至少）照录，未印年份的写明推定。"
)
EVERY = "全部"
UNDATED = "原文未印年份"


@dataclass(frozen=True)
class FactFilter:
    """What the list of facts is limited to; `EVERY` or an empty search limits nothing."""

    document_id: str = EVERY
    area_code: str = EVERY
    nature: str = EVERY
    search: str = ""

    def takes(self, fact: Fact) -> bool:
        """Whether the fact is on the list; every word of the search must occur in it."""
        text = "".join((fact.fact_id, fact.entity, fact.measure, fact.quote, fact.qualified.text()))
        return (
            self.document_id in (EVERY, fact.document_id)
            and self.area_code in (EVERY, fact.area_code)
            and self.nature in (EVERY, fact.fact_nature)
            and has_every_word(text, self.search)
        )


def printed_day(day: str) -> str:
    """A day, month or year in words, as it is printed: a year that is not printed is not added."""
    undated = month_without_year(day)
    return f"{undated}（{UNDATED}）" if undated else period_label(day)


def place_in_document(fact: Fact) -> str:
    """The place of the figure in its document: `第43行`."""
    return line_words(fact.paragraph)


def documents_lead(papers: Sequence[Document], facts: Sequence[Fact]) -> str:
    """How many figures the documents print, and which year had to be assumed."""
    assumed = "".join(
        f"{paper.issued_by}未印年份，时点按{paper.assumed_year}年推定。" for paper in papers if paper.assumed_year
    )
    return f"{len(papers)}份公开文件共载明{len(facts)}个数字，附原文与位置，限定词（超、近、约）原样保留。{assumed}"


def facts_table(facts: Sequence[Fact], pairs: Sequence[Reconciled]) -> Table:
    """One row a figure: what it measures, the figure with its qualifier, what the forms say, its words and their place."""
    columns = ("编号", "指标", "数字", "核对", "区域", "对象", "时点", "性质", "原文", "位置", "文件")
    verdicts = {pair.fact.fact_id: verdict(pair) for pair in pairs}
    return Table(
        tuple(Column(label) for label in columns),
        tuple(
            (
                fact.fact_id,
                fact.measure,
                fact.qualified.text(),
                verdicts[fact.fact_id],
                fact.area_name,
                fact.entity,
                printed_day(fact.as_of),
                fact.fact_nature,
                fact.quote,
                place_in_document(fact),
                fact.document_title,
            )
            for fact in facts
        ),
    )


def facts_title(shown: Sequence[Fact], total: int) -> str:
    """How many figures are listed, and how many of them are single cases that are never charted."""
    cases = sum(not fact.is_chartable for fact in shown)
    counted = f"共{total}个公开数字" if len(shown) == total else f"{total}个公开数字中，符合条件的有{len(shown)}个"
    return counted + (f"，其中个案{cases}个，只列出、不作图" if cases else "")


def fact_details(fact: Fact, pairs: Sequence[Reconciled]) -> tuple[tuple[str, str], ...]:
    """Everything known of one figure as (word, text) pairs, first its words."""
    assumed = f"（核对时按{to_grain(fact.period, 'year')}年推定）" if fact.is_year_assumed and fact.period else ""
    return (
        ("原文", f"“{fact.quote}”"),
        ("出处", f"《{fact.document_title}》{place_in_document(fact)}"),
        ("对象", f"{fact.entity}（{fact.entity_kind}，{fact.area_name}）"),
        ("数字", fact.qualified.text()),
        ("时点", printed_day(fact.as_of) + assumed),
        ("性质", f"{fact.fact_nature}，只列出、不作图" if not fact.is_chartable else fact.fact_nature),
        *(("核对", f"{verdict(pair)}。{pair.why}") for pair in pairs if pair.fact.fact_id == fact.fact_id),
    )


def printed_until(facts: Sequence[Fact]) -> str:
    """The last period of which a document prints a figure, as the year is printed or assumed; empty where none has one."""
    return max((fact.period for fact in facts if fact.period), key=last_day_of, default="")


def documents_listed(papers: Sequence[Document], facts: Sequence[Fact], footer: Footer) -> Listed:
    """The documents that the figures were taken from."""
    return documents_title(papers), "公开数字的出处", documents_table(papers, facts), footer


def documents_title(papers: Sequence[Document]) -> str:
    """How many documents there are and of which of them the year had to be assumed."""
    undated = [paper for paper in papers if paper.assumed_year]
    assumed = "".join(f"，{paper.issued_by}一份未印年份，按{paper.assumed_year}年推定" for paper in undated)
    return f"{len(papers)}份公开文件{assumed}"


def documents_table(papers: Sequence[Document], facts: Sequence[Fact]) -> Table:
    """One row a document: who issued it, when as printed, which year is assumed, how many figures it prints."""
    return Table(
        (
            *(Column(label) for label in ("文件", "发布单位", "发布时间", "公开属性")),
            Column("公开数字", "个", 0),
        ),
        tuple(
            (
                paper.title,
                paper.issued_by,
                printed_day(paper.issued_on) + (f"，推定为{paper.assumed_year}年" if paper.assumed_year else ""),
                paper.disclosure,
                sum(fact.document_id == paper.document_id for fact in facts),
            )
            for paper in papers
        ),
    )
