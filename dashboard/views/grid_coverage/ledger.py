"""The events behind a figure of 网格治理 as a list: number, kind, channel, reported, due, closed, days late."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_month, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.grid_events import EventCount, Events, GridEvent, event_count, events, known_until, words_of
from dashboard.tables.sources import sources
from dashboard.text.formats import number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import now
from dashboard.views.grid_coverage.scope import Scope
from dashboard.views.kinds.heat import MONTHS_SHOWN
from dashboard.views.table import Column, Footer, Listed, Table
from dashboard.views.view import WHY_EMPTY, origins_in

PAGE_ROWS = 100
# A file of more rows opens in no office program.
EXPORTED_AT_MOST = 100_000
COLUMNS = (
    *map(Column, ("事件编号", "网格", "事件类别", "上报渠道", "上报时间", "应办结时间", "办结时间")),
    Column("超期天数", "天", 0),
)
ALL = ""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A list of the ledger: its name in the address is the scope's, `metric` counts the same events or a part of them."""

    label: str
    metric: str
    finding: str
    definition: str


LISTS = {
    "late": Kept(
        label="超期未办结",
        metric="overdue_open",
        finding="超期未办结",
        definition="期末已过应办结时间、仍未办结的事件，与“超期未办结事件”的件数一致。",
    ),
    "missed": Kept(
        label="到期未按时办结",
        metric="on_time_rate",
        finding="到期未按时办结",
        definition="当期到期、没有在应办结时间之前办结的事件，即“事件按期办结率”中没有按期的部分。",
    ),
    "open": Kept(
        label="期末在办",
        metric="events_accepted",
        finding="期末在办",
        definition="期末以前受理、期末仍未办结的事件，含未到期的。",
    ),
    "accepted": Kept(
        label="当期受理",
        metric="events_accepted",
        finding="当期受理",
        definition="当期上报并受理的事件，与“受理事件”的件数一致。",
    ),
}
LATE_DAYS = (
    "超期天数算到办结之时，期末还没有办结的算到期末（期末晚于数据截止时间的，算到数据截止时间），不足一天按一天计。"
)
NOBODY = "台账不含上报人、当事人和承办人。"


@dataclass(frozen=True)
class Ledger:
    """One page of a list: `total` events in all, `listed` those from the place `start`; `whole` gives all as a table.

    Where there are none, `why` says what that means and `todo` what the reader can do.
    """

    total: int
    start: int
    listed: Listed
    whole: Callable[[], Table]
    why: str = ""
    todo: str = ""

    @property
    def pages(self) -> int:
        """How many pages the list has, one at least."""
        return pages_of(self.total)

    @property
    def page(self) -> int:
        """The number of the page, from 1."""
        return self.start // PAGE_ROWS + 1

    @property
    def reach(self) -> str:
        """Which events the page shows; empty where it shows all."""
        last = min(self.start + PAGE_ROWS, self.total)
        return f"第{self.start + 1:,}–{last:,}件，共{self.total:,}件" if self.pages > 1 else ""


def pages_of(total: int) -> int:
    """How many pages a list of so many events has, one at least."""
    return max(1, -(-total // PAGE_ROWS))


def places_offered(warehouse: Warehouse, listed: Scope, selection: Selection) -> dict[str, str]:
    """The selected area and the places that the page lists, by code."""
    whole = {selection.area_code: area_name(warehouse, selection.area_code)}
    return whole | {place.area_code: place.name for place in listed.places}


def periods_offered(selection: Selection) -> dict[str, str]:
    """The selected period and the months of the heat map, the latest first, by code."""
    last = last_month(selection.period)
    months = [shift(last, -back) for back in range(MONTHS_SHOWN)]
    return {period: period_label(period) for period in (selection.period, *months)}


def choices_offered(warehouse: Warehouse, column: str, every: str) -> dict[str, str]:
    """All and each word that events were reported with in a column."""
    return {ALL: every} | {word: word for word in words_of(warehouse, column)}


@remembered
def ledger(warehouse: Warehouse, which: Events, page: int = 1) -> Ledger:
    """The page of that number of the list, the last one for a higher number."""
    told, kept = event_count(warehouse, which), LISTS[which.scope]
    start = (min(max(page, 1), pages_of(told.events)) - 1) * PAGE_ROWS
    rows = events(warehouse, which, start=start, count=PAGE_ROWS) if told.events else ()
    filters = tuple(filter(None, (which.kind, which.channel)))
    place = area_name(warehouse, which.area_code)
    listed = (
        _finding(place, kept, told),
        Measured(kept.label, period_label(which.period), place, *filters),
        _table(rows),
        _footer(warehouse, kept, which, rows),
    )
    why, todo = ("", "") if told.events else _why(warehouse, kept, which)
    return Ledger(told.events, start, listed, lambda: _whole(warehouse, which), why, todo)


def _finding(place: str, kept: Kept, told: EventCount) -> str:
    most = f"最长的已超期{told.most_days:,}天" if told.most_days else ""
    still = f"至今未办结{told.still_open:,}件" if told.still_open < told.events else ""
    return Finding(f"{place}{kept.finding}{number(told.events, '件')}", still, most)


def _why(warehouse: Warehouse, kept: Kept, which: Events) -> tuple[str, str]:
    """Why the list is empty: nothing was reported, or there is nothing of the kind."""
    cell = now(warehouse, "events_accepted", Selection(which.area_code, which.period))
    if cell.value is Absence.NOT_REPORTED:
        return WHY_EMPTY[cell.value]
    chosen = "、".join(filter(None, (which.kind, which.channel)))
    also = f"（{chosen}）" if chosen else ""
    return f"{period_label(which.period)}没有{kept.label}的事件{also}。", "可以换一类清单、月份或地点。"


def _whole(warehouse: Warehouse, which: Events) -> Table:
    return _table(events(warehouse, which, count=EXPORTED_AT_MOST))


def _table(rows: tuple[GridEvent, ...]) -> Table:
    return Table(COLUMNS, tuple(map(_row, rows)))


def _row(one: GridEvent) -> tuple[str | int, ...]:
    return (
        one.event_id,
        one.area_name,
        one.kind,
        one.channel,
        _clock(one.reported_at),
        _clock(one.due_at),
        _clock(one.closed_at) if one.closed_at else "未办结",
        one.late_days,
    )


def _clock(instant: datetime) -> str:
    return f"{instant:%Y-%m-%d %H:%M}"


def _footer(warehouse: Warehouse, kept: Kept, which: Events, rows: tuple[GridEvent, ...]) -> Footer:
    known = known_until(warehouse)
    return Footer(
        source="、".join(source.label for source in sources(warehouse, named_metric(kept.metric))),
        as_of=known.date().isoformat() if known else "",
        definition=f"{kept.definition}{LATE_DAYS}{NOBODY}",
        origins=origins_in(one.origin for one in rows),
        note="还没有办结的在前，按应办结时间从早到晚",
    )
