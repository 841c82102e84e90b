"""The words for areas in a question → the areas that are meant, and what else bears their names."""

from collections.abc import Sequence

from dashboard.metrics.areas import ancestors, area_name, areas
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS
from dashboard.questions.heard import Heard
from dashboard.questions.senses import Sense
from dashboard.questions.understood import MOST_AREAS

# Two areas of one name, or short for it, are alike; a short name is not like the whole name of another.
ALIKE = 0.2
# No area of a level lies in one of the same or an inner one.
LEVELS_DOWN = ("市", "镇", "街道", "片区", "三区单元", "网格")
OUTER, OUTER_ENDINGS = ("市", "镇", "街道"), ("市", "镇", "街道")
IN_NAMED, BESIDE_NAMED, IN_SHOWN = 3, 2, 1


def placed(
    warehouse: Warehouse, said: Heard, here: Selection
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The areas that are meant, those that are left out, and pairs of a meant one with another of the same name."""
    firm = {senses[0].value for senses in (*said.areas, *said.left_out) if len(senses) == 1}
    if said.says("share"):
        # Of 某园占某片区 the place around it is meant.
        firm |= {upper.area_code for code in tuple(firm) for upper in ancestors(warehouse, code)}
    # Of 占全市的比重 the whole is what the area shown is a part of.
    is_part = said.says("share") and here.area_code != next(iter(areas(warehouse)), "")
    if said.whole is not None and not said.areas and not is_part:
        return (_whole(warehouse, said, here),), _left_out(warehouse, said, firm, here), ()
    meant, others = [], []
    for senses in said.areas:
        best = _best(warehouse, senses, firm, here)
        if len(alike := _alike(warehouse, senses, firm, here)) > 1:
            said.alike.append(alike)
        meant.append(best)
        others += [(best, sense.value) for sense in senses if sense.value != best]
    # A town and a village of it are one place: what only says where another lies is left out.
    above = {upper.area_code for code in meant for upper in ancestors(warehouse, code)} - (
        set(meant) if said.says("compared") else set()
    )
    kept = tuple(dict.fromkeys(code for code in meant if code not in above))[:MOST_AREAS]
    said.is_among = (
        (len(kept) > 1 or (bool(kept) and said.says("share")))
        and bool(said.level)
        and all(
            LEVELS_DOWN.index(areas(warehouse)[code].level) >= LEVELS_DOWN.index(LEVELS[said.level][0]) for code in kept
        )
    )
    return kept or (here.area_code,), _left_out(warehouse, said, firm, here), tuple(others)


def told_for(warehouse: Warehouse, said: Heard, places: Sequence[str]) -> tuple[str, ...]:
    """A sentence for each 镇 and 市 that is named: only 片区 report, so that another figure than its own stands for it."""
    register = areas(warehouse)
    if said.areas:
        words = {register[code].name: code for code in places if register[code].level in OUTER}
    elif said.says("share"):
        words = {}
    else:
        words = {word: places[0] for word in said.flags.get("whole", ()) if word.endswith(OUTER_ENDINGS)}
    return tuple(f"只有片区报数，“{word}”给出的是{area_name(warehouse, code)}的数" for word, code in words.items())


def _whole(warehouse: Warehouse, said: Heard, here: Selection) -> str:
    """All areas, or of 全镇 and 本村 the one of that level around what is shown."""
    if not said.whole:
        return next(iter(areas(warehouse)), here.area_code)
    level, kind, _ = LEVELS[said.whole]
    for place in (areas(warehouse)[here.area_code], *reversed(ancestors(warehouse, here.area_code))):
        if place.level == level and kind in ("", place.zone_kind):
            return place.area_code
    said.unplaced += said.flags["whole"]
    return here.area_code


def _left_out(warehouse: Warehouse, said: Heard, firm: set[str], here: Selection) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_best(warehouse, senses, firm, here) for senses in said.left_out))


def _best(warehouse: Warehouse, senses: Sequence[Sense], firm: set[str], here: Selection) -> str:
    """Of the areas that a word may mean, the one nearest to what is named beside it, then the surest."""
    codes = [sense.value for sense in senses]
    alike = [sense.value for sense in senses if senses[0].weight - sense.weight <= ALIKE]
    return max(alike, key=lambda code: (_closeness(warehouse, code, firm, here), -codes.index(code)))


def _alike(warehouse: Warehouse, senses: Sequence[Sense], firm: set[str], here: Selection) -> tuple[str, ...]:
    """The areas of one level that a word means as surely, of which none is nearer to what is named or shown."""
    best = _best(warehouse, senses, firm, here)
    near, level = _closeness(warehouse, best, firm, here), areas(warehouse)[best].level
    sure = next(sense.weight for sense in senses if sense.value == best)
    return tuple(
        sense.value
        for sense in senses
        if sense.weight == sure
        and areas(warehouse)[sense.value].level == level
        and _closeness(warehouse, sense.value, firm, here) == near
    )


def _closeness(warehouse: Warehouse, code: str, firm: set[str], here: Selection) -> int:
    """Whether a place of several of one name lies in an area that is named beside it, beside one, or in the one shown."""
    register = areas(warehouse)
    around = {code, *(upper.area_code for upper in ancestors(warehouse, code))}
    if around & firm:
        return IN_NAMED
    if register[code].parent_code in {register[one].parent_code for one in firm}:
        return BESIDE_NAMED
    return IN_SHOWN if here.area_code in around else 0
