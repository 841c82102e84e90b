"""Who has sent which form for which quarter, and when: the state of every form × 片区 × quarter."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dashboard.metrics.areas import Area, areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import in_beijing, last_day_of, within
from dashboard.metrics.warehouse import Row, Warehouse

STATUS = "SELECT dataset, area_code, quarter, month, rhythm, origin, load_id FROM mart.reporting_status"
LOADED = "SELECT load_id, loaded_at FROM meta.loads"
FORMS = """
SELECT name, label, EXISTS (
    FROM meta.columns
    WHERE columns.dataset = datasets.name AND columns.kind IN ('quarter', 'month') AND list_contains(key, columns.name)
) AS is_periodic
FROM meta.datasets
ORDER BY label
"""
MONTHLY = "month"
# Kinds of areas of which each owes a form that any of them has sent: demonstration that gave way leaves no row behind.
OWING_TOGETHER = frozenset({"网格", "社区"})
# What a 片区 keeps as a list has no rows where nothing happened: one row of it says that the list was sent.
LISTED = "list"


class State(StrEnum):
    """How a form of a 片区 for a quarter stands, in the words that readers see."""

    IN = "已报"
    LATE = "逾期报"
    PART = "部分"
    WAITED_FOR = "待报"
    MISSING = "未报"
    MADE_UP = "演示"
    NOTHING = "无记录"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One form of one 片区 for one quarter.

    `expected` are the areas that owe it (in a monthly form: times three months), see `_owed`, `received` how many of
    them sent it for this quarter, `lacking` the areas that have not. `last_on` is the day on which the last part came in.
    """

    dataset: str
    district_code: str
    quarter: str
    state: State
    expected: int
    received: int
    lacking: tuple[str, ...]
    last_on: date | None


@dataclass(frozen=True)
class _Place:
    """Something that a 片区 owes for a quarter: an area's row of a form, of one month in a monthly form."""

    area_code: str
    month: str


def deadline(quarter: str, due_days: int) -> date:
    """The day by which the forms of a quarter are to be sent."""
    return last_day_of(quarter) + timedelta(days=due_days)


def forms(warehouse: Warehouse) -> dict[str, str]:
    """Every form: name → Chinese label, in the order in which the pages come to what is made from it.

    What is sent for every period comes first; forms that no figure is made from come last, by their labels.
    """

    def found() -> dict[str, str]:
        made = list(dict.fromkeys(form for metric in METRICS.values() for form in metric.source.forms))
        place = {name: index for index, name in enumerate(made)}
        rows = sorted(
            warehouse.rows(FORMS), key=lambda row: (not row["is_periodic"], place.get(row["name"], len(made)))
        )
        return {row["name"]: row["label"] for row in rows}

    return warehouse.remember("form-labels", found)


def districts(warehouse: Warehouse) -> dict[str, str]:
    """The 片区 that report: code → name, in the order of the tree."""
    return {code: area.name for code, area in areas(warehouse).items() if area.level == "片区"}


def standings(
    warehouse: Warehouse, quarters: Collection[str], due_days: int, today: date
) -> dict[tuple[str, str, str], Standing]:
    """The state of every form by (dataset, 片区, quarter), of the forms that a 片区 has ever sent, in the order of `forms`.

    What is made up for demonstration counts as not sent, and is called by its name.
    """
    loaded = {row["load_id"]: in_beijing(row["loaded_at"]).date() for row in warehouse.rows(LOADED)}
    register, order = areas(warehouse), list(forms(warehouse))
    filed: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in warehouse.rows(STATUS):
        place = register.get(row["area_code"])
        if place and place.district_code:
            filed[row["dataset"], place.district_code].append(row)
    return {
        (dataset, district, quarter): _standing(register, dataset, district, quarter, rows, loaded, due_days, today)
        for (dataset, district), rows in sorted(filed.items(), key=lambda item: (order.index(item[0][0]), item[0][1]))
        for quarter in quarters
    }


def _standing(
    register: Mapping[str, Area],
    dataset: str,
    district: str,
    quarter: str,
    rows: list[Row],
    loaded: dict[int, date],
    due_days: int,
    today: date,
) -> Standing:
    rhythm = rows[0]["rhythm"]
    own = [row for row in rows if row["quarter"] == quarter]
    real = [row for row in own if row["origin"] != "demo"]
    owed = _owed(register, rhythm, district, quarter, rows)
    sent = {_place(rhythm, district, row) for row in real} & owed
    last_on = max((loaded[row["load_id"]] for row in real if row["load_id"] in loaded), default=None)
    due = deadline(quarter, due_days)
    return Standing(
        dataset=dataset,
        district_code=district,
        quarter=quarter,
        state=_state(len(sent), len(owed), bool(own), rhythm == LISTED, last_on, due, today),
        expected=len(owed),
        received=len(sent),
        lacking=tuple(sorted({place.area_code for place in owed - sent})),
        last_on=last_on,
    )


def _owed(register: Mapping[str, Area], rhythm: str, district: str, quarter: str, rows: Iterable[Row]) -> set[_Place]:
    """What is expected for a quarter.

    Owed by the areas that sent the form at any time, and by all grids or villages of the 片区 where one of them did.
    """
    if rhythm == LISTED:
        return {_Place(district, "")}
    senders = {row["area_code"] for row in rows}
    together = {_kind(register[code]) for code in senders} & OWING_TOGETHER
    senders |= {code for code, area in register.items() if area.district_code == district and _kind(area) in together}
    months = within(quarter, "month") if rhythm == MONTHLY else ("",)
    return {_Place(code, month) for code in senders for month in months}


def _kind(area: Area) -> str:
    return area.zone_kind or area.level


def _place(rhythm: str, district: str, row: Row) -> _Place:
    if rhythm == LISTED:
        return _Place(district, "")
    return _Place(row["area_code"], row["month"] if rhythm == MONTHLY else "")


def _state(sent: int, owed: int, has_rows: bool, is_list: bool, last_on: date | None, due: date, today: date) -> State:
    if sent == owed:
        return State.LATE if last_on and last_on > due else State.IN
    if sent:
        return State.PART
    if has_rows:
        return State.MADE_UP
    if today <= due:
        return State.WAITED_FOR
    # Of a list nobody knows whether nothing happened or nobody told.
    return State.NOTHING if is_list else State.MISSING
