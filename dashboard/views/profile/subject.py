"""What an address asks a profile of → the area or the enterprise, with its lineage and what the registers say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.metrics.areas import Area, ancestors, area, areas, children, nearest_chosen
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.named_enterprises import EnterpriseRow, disclosed_enterprises
from dashboard.text.formats import number
from dashboard.views.explore.question import SELF, Question
from dashboard.views.links import address, profile

# An area by what it is; a grid by its kind as well.
KINDS = {"社区": "村（社区）"}
GRID = "网格"
ENTERPRISE = "企业"
# What is counted inside an area, from the widest.
INSIDE = {"片区": "个片区", "三区单元": "个园区、村、厂区", GRID: "个网格"}
COMPARED = ("gross_output", "tax", "employees", "on_time_rate", "overdue_open")
COMPARED_GRIDS = ("events_accepted", "closure_rate", "on_time_rate", "overdue_open", "residents_per_staff")
MOST_NEIGHBOURS, MOST_COMPARED = 3, 12


@dataclass(frozen=True)
class Subject:
    """The area that is told of; with `enterprise`, one in it that may be named in the period."""

    area: Area
    enterprise: EnterpriseRow | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.enterprise.name if self.enterprise else self.area.name

    @property
    def kind(self) -> str:
        """What it is, in one word."""
        return ENTERPRISE if self.enterprise else kind_of(self.area)


@dataclass(frozen=True)
class Way:
    """A name that leads somewhere; without a link it is where the reader is."""

    name: str
    link: str = ""


def kind_of(place: Area) -> str:
    """What an area is: `片区`, `园区`, `村（社区）`, `综合网格`."""
    if place.level == GRID:
        return f"{place.grid_kind or ''}{GRID}"
    return KINDS.get(place.zone_kind or "", place.zone_kind or place.level)


def named(warehouse: Warehouse, area_code: str, period: str) -> dict[str, EnterpriseRow]:
    """The enterprises in the area that may be named at the end of the period, by name; the largest first."""
    quarter = last_quarter(period)
    found = warehouse.remember(
        ("named", area_code, quarter), lambda: disclosed_enterprises(warehouse, area_code, quarter)
    )
    return {row.name: row for row in found}


def subject(warehouse: Warehouse, selection: Selection, told: str) -> Subject | None:
    """What `told` means beside the selected area; the area itself where nothing is told.

    None where it is no area outside of the filter and no enterprise that may be named in the area and the period.
    """
    chosen = area(warehouse, selection.area_code)
    if not told:
        return Subject(chosen)
    place = areas(warehouse).get(told)
    if place:
        return Subject(place) if nearest_chosen(warehouse, told) == chosen else None
    enterprise = named(warehouse, chosen.area_code, selection.period).get(told)
    return Subject(area(warehouse, enterprise.area_code), enterprise) if enterprise else None


def selected(shown: Subject, chosen: Selection) -> Selection:
    """The choice of period and comparison for the area that is told of."""
    return replace(chosen, area_code=shown.area.area_code)


def is_of_elsewhere(warehouse: Warehouse, told: str) -> bool:
    """Whether `told` is an area, only not one at the selected place: the reader has chosen another one since."""
    return told in areas(warehouse)


def lineage(warehouse: Warehouse, shown: Subject, query: Mapping[str, str]) -> tuple[Way, ...]:
    """The areas above, each a link, and at last where the reader is."""
    above = ancestors(warehouse, shown.area.area_code)
    ways = [*above, shown.area] if shown.enterprise else above
    return (*(Way(place.name, profile(warehouse, place.area_code, query)) for place in ways), Way(shown.name))


def properties(warehouse: Warehouse, shown: Subject) -> tuple[tuple[str, str], ...]:
    """What the registers say, as (word, text) pairs; an empty text where they say nothing."""
    if shown.enterprise:
        row = shown.enterprise
        return (
            ("行业", row.industry),
            ("规模", "规上企业" if row.is_above_scale else "规下企业"),
            ("公开属性", row.disclosure),
        )
    place = shown.area
    inside = [
        f"{len(held)}{word}"
        for level, word in INSIDE.items()
        if (held := [one for one in children(warehouse, place.area_code, level) if one.is_in_scope])
    ]
    return (
        ("又称", place.aliases),
        ("下辖", "、".join(inside)),
        ("用地", number(place.land_mu, "亩", 1) if place.land_mu else ""),
        ("说明", place.note),
    )


def peers(warehouse: Warehouse, place: Area) -> tuple[Area, ...]:
    """The areas of the same kind, itself among them, in the order of the tree; grids of its own 片区 alone."""
    return tuple(
        one
        for one in areas(warehouse).values()
        if (one.level, one.zone_kind, one.grid_kind, one.is_in_scope)
        == (place.level, place.zone_kind, place.grid_kind, place.is_in_scope)
        and (place.level != GRID or one.district_code == place.district_code)
    )


def comparisons(warehouse: Warehouse, place: Area, selection: Selection) -> tuple[Way, ...]:
    """Links to 自助分析 with the area beside a neighbour of its kind, and beside all of them where these are few."""
    alike = peers(warehouse, place)
    others = sorted(
        (one for one in alike if one != place),
        key=lambda one: (one.parent_code != place.parent_code, abs(one.sort_order - place.sort_order)),
    )
    ways = [Way(f"与{one.name}对比", _beside(warehouse, (place, one), selection)) for one in others[:MOST_NEIGHBOURS]]
    if MOST_NEIGHBOURS < len(others) < MOST_COMPARED:
        ways.append(Way(f"与全部{len(alike)}个{kind_of(place)}对比", _beside(warehouse, (place, *others), selection)))
    return tuple(ways)


def _beside(warehouse: Warehouse, places: tuple[Area, ...], selection: Selection) -> str:
    question = Question(
        metrics=COMPARED_GRIDS if places[0].level == GRID else COMPARED,
        areas=tuple(one.area_code for one in places),
        level=SELF,
        since=selection.period,
        until=selection.period,
        comparison=selection.comparison,
    )
    return address(warehouse, "explore", question.to_query())
