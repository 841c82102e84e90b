"""Turns the dated events of the documents into a timeline in their own words."""

from collections.abc import Sequence

from dashboard.metrics.areas import area_name, areas
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import Event, events
from dashboard.tables.sources import recorded_on
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.documents import month_without_year
from dashboard.views.kinds.area_map import short_name
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

COLUMNS = (Column("日期"), Column("大事"), Column("区域"), Column("原文"), Column("出处"))


@remembered
def timeline(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the events inside the selected area, the latest first."""
    listed = events(warehouse, selection.area_code)
    names = {code: short_name(place) for code, place in areas(warehouse).items()}
    papers = dict.fromkeys(event.document_title for event in listed)
    return (
        timeline_finding(listed),
        Measured("公开文件写到日期的事，由近及远", area_name(warehouse, selection.area_code)),
        Table(
            COLUMNS,
            tuple(
                (
                    day_words(event),
                    event.event,
                    names[event.area_code],
                    f"“{event.quote}”",
                    event.document_name,
                )
                for event in listed
            ),
        ),
        Footer(
            "、".join(f"《{title}》" for title in papers),
            as_of=recorded_on(warehouse),
            definition="一行是公开文件写到日期的一件事，日期与原文照录，不作推算。",
            origins=origins_in(event.origin for event in listed),
            note="原文未印年份的，年份按文件目录的推定年份" if any(event.is_year_assumed for event in listed) else "",
        ),
    )


def day_words(event: Event) -> str:
    """The day as the document gives it, with a mark where its year is assumed; unknown years stay out."""
    written = month_without_year(event.dated_as) or period_label(event.dated_as)
    return f"{written}（年份推定）" if event.is_year_assumed else written


def timeline_finding(listed: Sequence[Event]) -> str:
    """How many events there are, and which was the last."""
    if not listed:
        return "公开文件没有写到所选区域的大事"
    return f"公开文件写到{len(listed)}件大事，最近一件：{listed[0].event}"
