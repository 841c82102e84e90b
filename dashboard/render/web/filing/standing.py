"""报送进度: form × 片区 × quarter as a matrix that a leader reads in one line, and what to remind whom of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

import etl
from dashboard.metrics.periods import periods_between, shift, to_grain
from dashboard.metrics.selection import known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import empty_state
from dashboard.render.web.blocks.words import foot_html, heading_html
from dashboard.render.web.controls import choose, switch
from dashboard.render.web.filing.reminders import reminder
from dashboard.render.web.filing.words import today
from dashboard.tables.reporting import Standing, State, deadline, districts, forms, standings
from dashboard.text.formats import escape_html
from dashboard.text.periods import month_day, period_label, period_short
from dashboard.views.table import Footer

VIEWS = {"areas": "各片区一期", "periods": "一个片区各期"}
QUARTERS_BESIDE = 4
# By how much it needs somebody.
TONES = {State.MISSING: "late", State.LATE: "worse", State.PART: "worse"}
DONE = frozenset({State.IN, State.LATE})
SOURCE = Footer(
    "装载记录与报表自带的时期",
    definition="应报：任何一期报过这张表的区域；有一个村（社区）或网格报过的，同片区的都应报。月报三个月都要有；台账有一行即算报过。演示数据不算报送。",
)


def standing(warehouse: Warehouse) -> None:
    """The matrix, what it comes to in one line, and the reminders."""
    places, now = districts(warehouse), today().date()
    quarters = _quarters(warehouse, now)
    if not places or not quarters:
        empty_state("还没有可以核对的报送", "还没有片区，或没有任何一期报表。", "先报送“区域目录”和第一张报表。")
        return
    with st.container(key="filter-standing", horizontal=True, vertical_alignment="bottom", gap="small"):
        view = switch("看法", VIEWS, "standing")
        quarter = choose(
            "时期", "quarter", {code: period_label(code) for code in reversed(quarters)}, _latest(warehouse)
        )
        place = choose("片区", "district", places) if view == "periods" else ""
    due_days = etl.due_days()
    shown = (quarter,) if view == "areas" else periods_between(shift(quarter, 1 - QUARTERS_BESIDE), quarter)
    found = standings(warehouse, shown, due_days, now)
    refused = _refused()
    with st.container(key="desk-standing", border=True, gap="small"):
        st.html(heading_html(*headline(found.values(), places, quarter, due_days, now, refused)))
        columns = {(code, quarter): name for code, name in places.items()}
        if view == "periods":
            columns = {(place, one): period_short(one) for one in shown}
        st.html(matrix_html(found, forms(warehouse), columns, refused) + foot_html(SOURCE))
    _reminders(warehouse, found, places, quarter, due_days, now)


def _quarters(warehouse: Warehouse, now: date) -> tuple[str, ...]:
    """From the first quarter with data to the last that has ended."""
    known = known_periods(warehouse)
    if not known:
        return ()
    ended = shift(to_grain(f"{now:%Y-%m}", "quarter"), -1)
    return periods_between(known[0], max(known[-1], ended))


def _latest(warehouse: Warehouse) -> str:
    return known_periods(warehouse)[-1]


def _refused() -> Counter[str]:
    """How many open proposals hold a form back because of errors, by the form's name."""
    held = (one for one in etl.proposals() if one.state == "held")
    return Counter(dataset for one in held for dataset in {load.dataset for load in one.loads if load.dataset})


def headline(
    found: Iterable[Standing], places: Mapping[str, str], quarter: str, due_days: int, now: date, refused: Counter[str]
) -> tuple[str, str]:
    """The quarter in one line for a leader, and by when its forms are due."""
    own = [one for one in found if one.quarter == quarter]
    told = []
    for code, name in places.items():
        of_place = [one for one in own if one.district_code == code]
        done = sum(one.state in DONE for one in of_place)
        late = sum(one.state is State.LATE for one in of_place)
        told.append(f"{name}应报{len(of_place)}张，已报{done}张" + (f"（逾期{late}张）" if late else ""))
    due = deadline(quarter, due_days)
    errors = f"；待改正{sum(refused.values())}张" if refused else ""
    when = f"报送期限{due.year}年{month_day(due)}" + ("，已过" if now > due else f"，还有{(due - now).days}天")
    return f"{period_label(quarter)}：{'；'.join(told)}{errors}", when


def matrix_html(
    found: Mapping[tuple[str, str, str], Standing],
    labels: Mapping[str, str],
    columns: Mapping[tuple[str, str], str],
    refused: Counter[str],
) -> str:
    """Forms down, 片区 or quarters across; each cell says its state in a word and a count."""
    head = "".join(f'<th scope="col">{escape_html(name)}</th>' for name in columns.values())
    body = "".join(
        f'<tr><th scope="row">{escape_html(labels.get(dataset, dataset))}{_held(refused[dataset])}</th>'
        + "".join(cell_html(found.get((dataset, place, quarter))) for place, quarter in columns)
        + "</tr>"
        for dataset in dict.fromkeys(dataset for dataset, _, _ in found)
    )
    return (
        f'<div class="matrix" tabindex="0"><table><thead><tr><th scope="col">报表</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _held(count: int) -> str:
    return f' <span class="tag late">有错{count}</span>' if count else ""


def cell_html(one: Standing | None) -> str:
    """`已报 9/9`, with the day; a dash where the 片区 has never sent the form."""
    if one is None:
        return '<td class="none">—</td>'
    share = f" {one.received}/{one.expected}" if one.expected > 1 and one.received else ""
    day = f"<small>{month_day(one.last_on)}</small>" if one.last_on else ""
    return f'<td class="{TONES.get(one.state, "")}">{one.state}{share}{day}</td>'


def _reminders(
    warehouse: Warehouse,
    found: Mapping[tuple[str, str, str], Standing],
    places: Mapping[str, str],
    quarter: str,
    due_days: int,
    now: date,
) -> None:
    """For each 片区 that owes something, the text to send."""
    owed: dict[str, list[Standing]] = defaultdict(list)
    for one in found.values():
        if one.quarter == quarter and one.state not in DONE:
            owed[one.district_code].append(one)
    if not owed:
        return
    with st.container(key="desk-reminders", border=True, gap="small"):
        st.html(heading_html(f"催报：{len(owed)}个片区还有报表未齐", "按右上角的按钮复制"))
        for code, lacking in owed.items():
            box = st.expander(f"{places[code]}：{len(lacking)}张", on_change="rerun", key=f"reminder-{code}")
            if box.open:
                with box:
                    text = reminder(warehouse, places[code], lacking, deadline(quarter, due_days), now)
                    st.code(text, language=None, wrap_lines=True)
