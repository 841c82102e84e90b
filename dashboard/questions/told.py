"""What is asked for without a metric → its words: the areas of a level, the targets of a year."""

from collections.abc import Sequence

from dashboard.metrics.areas import ancestors, area, area_name
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from dashboard.metrics.periods import last_day_of, last_quarter
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVEL_WORDS, LEVELS
from dashboard.questions.hearing import DEPTH
from dashboard.questions.inside import held_in
from dashboard.questions.item import beside
from dashboard.questions.outcome import Wanted
from dashboard.tables.reporting import forms, standings
from dashboard.tables.targets import progress, targets_inside, targets_of
from dashboard.text.periods import period_label
from dashboard.views.targets import clause

UNSEEN = "没有可以查看报送情况的区域"
MOST_NAMED, MOST_TARGETS, MOST_FORMS = 30, 8, 5


def areas_told(warehouse: Warehouse, code: str, key: str) -> str:
    """How many areas of a level lie in an area, and what they are called."""
    # An area is none of those that lie in it, and one that may hold them is asked of alone.
    level = area(warehouse, code).level
    may_hold = all(DEPTH[own] < DEPTH[key] for own, (name, *_) in LEVELS.items() if name == level)
    around = (code, *(() if may_hold else (upper.area_code for upper in reversed(ancestors(warehouse, code)))))
    code = next((one for one in around if {place.area_code for place in held_in(warehouse, one, key)} - {code}), code)
    places = held_in(warehouse, code, key)
    name, word = area_name(warehouse, code), LEVEL_WORDS[key][1:]
    if not places:
        return f"{name}没有列入的{word}"
    names = "、".join(place.name for place in places[:MOST_NAMED])
    return f"{name}列入的{word}有{len(places)}个：{names}{'等' if len(places) > MOST_NAMED else ''}"


def areas_counted(warehouse: Warehouse, codes: Sequence[str], key: str) -> str:
    """How many areas of a level lie in each of several areas, the most first, and how far two of these are apart."""
    word = LEVEL_WORDS[key][1:]
    counted = [(area_name(warehouse, code), len(held_in(warehouse, code, key))) for code in codes]
    ordered = sorted(counted, key=lambda one: -one[1])
    told = "，".join(f"{beside(name, f'{count}个')}" for name, count in ordered[:MOST_NAMED])
    more = f"等{len(counted)}个区域" if len(counted) > MOST_NAMED else ""
    apart = f"，相差{ordered[0][1] - ordered[1][1]}个" if len(ordered) == 2 else ""
    return f"列入的{word}：{told}{more}{apart}"


def targets_told(warehouse: Warehouse, code: str, wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    """How many targets an area and those inside it have, how many are behind, and a sentence on each, the last first.

    Only those of the metrics and of the level that are wanted; where these have none, the others are told as others.
    """
    own = (*targets_of(warehouse, code, wanted.period), *targets_inside(warehouse, code, wanted.period))
    what = "、".join(METRICS[name].label for name in wanted.metrics)
    of_what = f"{what}的" if what else ""
    named = [one for one in own if not wanted.metrics or one.metric.name in wanted.metrics]
    level = LEVEL_WORDS[wanted.level] if wanted.level else ""
    inside = {place.area_code for place in held_in(warehouse, code, wanted.level)} | {code} if level else set[str]()
    placed = [one for one in named if one.area_code in inside and _is_of(warehouse, one.area_code, wanted.level)]
    without = f"{level}没有下达{of_what}年度目标" if level and not placed else ""
    found = sorted((progress(warehouse, one, wanted.period) for one in placed or named), key=lambda one: one.distance)
    if not found:
        return without or f"{area_name(warehouse, code)}{period_label(wanted.period)}没有下达{of_what}年度目标", ()
    behind = [one for one in found if one.state == "behind"]
    counted = f"{of_what}年度目标{len(found)}项，落后{len(behind)}项（截至{period_label(wanted.period)}）"
    title = f"{without}；所辖范围内{counted}" if without else f"{level}{counted}"
    reached = [one for one in found if one.state != "behind"]
    shown = reached[::-1] if wanted.is_reached else behind if wanted.is_missed else behind or found
    told = (f"{area_name(warehouse, one.target.area_code)}：{clause(one)}" for one in shown[:MOST_TARGETS])
    return title, tuple(told)


def _is_of(warehouse: Warehouse, code: str, key: str) -> bool:
    place, (level, kind, _) = area(warehouse, code), LEVELS[key]
    return place.level == level and kind in ("", place.zone_kind)


def unsent_told(warehouse: Warehouse, code: str, wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    """How many areas of a level have not sent each of their forms for the quarter, and which forms each of them owes."""
    quarter, labels = last_quarter(wanted.period), forms(warehouse)
    asked = {form for name in wanted.metrics for form in MARTS[METRICS[name].mart].forms}
    owed = _owed(warehouse, quarter)
    around = held_in(warehouse, code, wanted.level or "district") or (area(warehouse, code),)
    # What areas owe that a reader may not see, nobody counts for that reader.
    places = [place for place in around if warehouse.may_see(place.area_code)]
    if not places:
        return UNSEEN, ()
    found = {
        place.name: [labels[form] for form in owed.get(place.area_code, ()) if not asked or form in asked]
        for place in places
    }
    lacking = {name: owing for name, owing in found.items() if owing}
    what = "".join(f"“{METRICS[name].label}”所用的" for name in wanted.metrics[:1])
    above = ancestors(warehouse, code)[-1:] if not wanted.level else (area(warehouse, code),)
    outer = [
        place.name
        for place in above
        if warehouse.may_see(place.area_code) and set(owed.get(place.area_code, ())) & asked
    ]
    if not lacking and outer:
        return f"{period_label(quarter)}{what}报表按上一级报送，{'、'.join(outer)}没有报齐，演示数据不算报送", ()
    if not lacking:
        return f"{period_label(quarter)}{what}报表都已报送", ()
    title = f"{period_label(quarter)}{what}报表没有报齐的有{len(lacking)}个（共{len(places)}个），演示数据不算报送"
    most = sorted(lacking.items(), key=lambda pair: -len(pair[1]))[:MOST_NAMED]
    return title, tuple(f"{name}：{len(owing)}张未报，{'、'.join(owing[:MOST_FORMS])}" for name, owing in most)


def _owed(warehouse: Warehouse, quarter: str) -> dict[str, dict[str, None]]:
    """By area the forms that it or an area inside it has not sent for a quarter; made once a version."""

    def found() -> dict[str, dict[str, None]]:
        owed: dict[str, dict[str, None]] = {}
        # Whether a form is late is no matter here, only whether it came.
        for one in standings(warehouse, (quarter,), 0, last_day_of(quarter)).values():
            around = {upper.area_code for code in one.lacking for upper in ancestors(warehouse, code)}
            for code in around | set(one.lacking):
                owed.setdefault(code, {})[one.dataset] = None
        return owed

    return warehouse.remember(("question-owed", quarter), found)
