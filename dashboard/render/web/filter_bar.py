"""The filter bar of a page: turns clicks and the address into the area, the period and the comparison that hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.metrics.areas import ancestors, areas, children, default_area, is_chosen_by_filter
from dashboard.metrics.periods import Grain
from dashboard.metrics.selection import COMPARISONS, Selection, from_query, known_periods, latest_period, refused
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import empty_state, ways
from dashboard.render.web.controls import short, word_of
from dashboard.text.formats import escape_html
from dashboard.text.periods import period_label

# In the session: what is chosen, what the address said when the two last agreed, and on which page that was.
CHOSEN, ADDRESS, PAGE = ways.CHOSEN, "selection-address", ways.FILTERED
# In the session, too: what the link asked for that is not there, until the reader chooses or goes on.
REFUSED = "selection-refused"
ASKED = {"area": "区域", "period": "时期", "compare": "对比"}
BOX = "filter-"
EVERY_DISTRICT = "全部片区"
EVERY_ZONE = "全部园区、村、厂区"
EVERY_GRID = "全部网格"
NO_GRIDS = "未划分网格"


@dataclass(frozen=True)
class Level:
    """One box of the cascade: its options with their names, the one picked, and the next wider area."""

    key: str
    label: str
    names: dict[str, str]
    picked: str


@dataclass(frozen=True)
class Choices:
    """All that a warehouse offers to choose from."""

    names: dict[str, str]
    periods: tuple[str, ...]
    default: Selection


def filter_bar(warehouse: Warehouse, notices: DeltaGenerator) -> Selection:
    """Draw the bar and give what is chosen: the finest area picked, the period, what to compare with.

    The choice follows the reader from page to page and stands in the address as three short codes, so a copied link
    opens the same view. An address that names nothing the data know gives the default, and a notice, at the place
    `notices`, says so until the next choice. Without any data the page ends there with a word on what to do.
    """
    choices = warehouse.remember("filter-choices", lambda: _choices(warehouse))
    if choices is None:
        with notices:
            empty_state(
                "还没有可以展示的数据",
                "数据仓库里没有区域，或没有任何一期报表。",
                "把填好的报表（先填“区域目录”）放进 data/received 文件夹，再运行 python -m etl build。",
            )
        st.stop()
    page = urlsplit(st.context.url or "").path
    is_same_page = page == st.session_state.get(PAGE)
    st.session_state[PAGE] = page
    chosen = _settle(choices, is_same_page=is_same_page)
    if not is_same_page:
        # The browser may have forgotten what the boxes show, while the server still knows it: say it again.
        for widget in [key for key in st.session_state if str(key).startswith(BOX)]:
            del st.session_state[widget]
    if st.session_state[REFUSED]:
        told = escape_html(notice(st.session_state[REFUSED], chosen, choices))
        notices.html(f'<p class="notice" role="status">{told}</p>')
    with st.container(key="filter-bar", horizontal=True, vertical_alignment="bottom", gap="small"):
        for level in warehouse.remember(
            ("filter-levels", chosen.area_code), lambda: levels(warehouse, chosen.area_code)
        ):
            _box(level.label, level.key, level.names, level.picked, _pick_area)
        _box("时期", "period", {code: period_label(code) for code in choices.periods}, chosen.period, _pick_period)
        _box("对比", "compare", dict(COMPARISONS.items()), chosen.comparison, _pick_comparison)
    return chosen


def refused_selection(warehouse: Warehouse) -> dict[str, str]:
    """What the address says of area, period and comparison that nobody can choose, where the page has no filter bar."""
    choices = warehouse.remember("filter-choices", lambda: _choices(warehouse))
    if choices is None:
        return {}
    told = {name: st.query_params[name] for name in st.query_params}
    return refused(told, areas=choices.names, periods=choices.periods)


def notice(asked: dict[str, str], chosen: Selection, choices: Choices) -> str:
    """What a link asked for in vain (parameter → value, as `refused` gives it), and what is shown in its place."""
    names = {
        "area": choices.names[chosen.area_code],
        "period": period_label(chosen.period),
        "compare": COMPARISONS[chosen.comparison],
    }
    told = "、".join(f"{ASKED[name]}“{short(value)}”" for name, value in asked.items())
    return f"链接中的{told}在现有数据中没有，或不能选择，已改为{'、'.join(names[name] for name in asked)}。"


def levels(warehouse: Warehouse, area_code: str) -> tuple[Level, ...]:
    """The boxes 片区, 园区/村/厂区 and 网格 for a chosen area; each offers only what lies in the one before it.

    The first option of a box stands for the whole of the box before it, under that area's code.
    """
    known = areas(warehouse)
    lineage = [*ancestors(warehouse, area_code), known[area_code]]
    city = next(code for code, area in known.items() if area.level == "市")
    district = next((area.area_code for area in lineage if area.level == "片区"), "")
    zone = next((area.area_code for area in reversed(lineage) if area.level == "三区单元"), "")
    grid = area_code if known[area_code].level == "网格" else ""
    districts = {code: area.name for code, area in known.items() if area.level == "片区"}
    zones = {area.area_code: area.name for area in children(warehouse, district, "三区单元")} if district else {}
    grids = {area.area_code: area.name for area in children(warehouse, zone, "网格")} if zone else {}
    offered = (
        Level("district", "片区", {city: EVERY_DISTRICT} | districts, district or city),
        Level("zone", "园区 / 村 / 厂区", {district: EVERY_ZONE} | zones, zone or district),
        Level("grid", "网格", {zone: EVERY_GRID if grids or not zone else NO_GRIDS} | grids, grid or zone),
    )
    if warehouse.within is None:
        return offered
    return tuple(replace(level, names=_seen(warehouse, level)) for level in offered)


def _seen(warehouse: Warehouse, level: Level) -> dict[str, str]:
    """The options of a box that the reader may see, and the one picked: an area above is then named and cannot be chosen."""
    return {
        code: name for code, name in level.names.items() if code == level.picked or not code or warehouse.may_see(code)
    }


def _choices(warehouse: Warehouse) -> Choices | None:
    """Areas that the cascade can reach; quarters with the latest on top, then the years to date and the years. None where either lacks."""
    area_code, period = default_area(warehouse), latest_period(warehouse)
    if area_code is None or period is None:
        return None
    reachable = {
        code: area.name
        for code, area in areas(warehouse).items()
        if is_chosen_by_filter(area) and warehouse.may_see(code)
    }
    grains: tuple[Grain, ...] = ("quarter", "three_quarters", "two_quarters", "year")
    periods = tuple(period for grain in grains for period in reversed(known_periods(warehouse, grain)))
    return Choices(reachable, periods, Selection(area_code, period))


def _settle(choices: Choices, *, is_same_page: bool) -> Selection:
    """The selection that holds for this run, with session and address brought in line.

    Whichever changed last wins: an address other than the one written last was opened or gone back to; otherwise the
    reader clicked. An empty address says nothing where a page opens from the menu; on the page where it said something
    a moment ago the reader has gone back to the plain address.
    """
    address = {key: st.query_params[key] for key in choices.default.to_query() if key in st.query_params}
    known: Selection | None = st.session_state.get(CHOSEN)
    earlier = st.session_state.get(ADDRESS)
    is_opened = known is None or (address != earlier and (address or is_same_page))
    query = address if known is None or is_opened else known.to_query()
    # Read anew at every run: a version published since may have lost an area or a period.
    offered = {"areas": choices.names, "periods": choices.periods}
    chosen = from_query(query, choices.default, **offered)
    if is_opened:
        st.session_state[REFUSED] = refused(query, **offered)
    elif not is_same_page:
        st.session_state[REFUSED] = {}
    written = chosen.to_query()
    # The plain address means the newest default, and is left plain as long as nothing else is chosen.
    if address != written and (address or chosen != choices.default):
        st.query_params.update(written)
        address = written
    st.session_state[CHOSEN] = chosen
    st.session_state[ADDRESS] = address
    return chosen


def _box(label: str, key: str, names: Mapping[str, str], picked: str, pick: Callable[[str], None]) -> None:
    """One box that shows what is picked; a click changes the selection before the page runs again."""
    widget = f"{BOX}{key}"
    if st.session_state.get(widget) != picked:
        st.session_state[widget] = picked
    st.selectbox(
        label,
        list(names),
        format_func=word_of(names),
        key=widget,
        on_change=pick,
        args=(widget,),
        placeholder="请选择",
        filter_mode="contains",
        disabled=len(names) == 1,
        label_visibility="collapsed",
    )


def _change(**changes: str) -> None:
    st.session_state[REFUSED] = {}
    st.session_state[CHOSEN] = replace(st.session_state[CHOSEN], **changes)


def _pick_area(widget: str) -> None:
    _change(area_code=st.session_state[widget])


def _pick_period(widget: str) -> None:
    _change(period=st.session_state[widget])


def _pick_comparison(widget: str) -> None:
    _change(comparison=st.session_state[widget])
