"""Areas with values → at most five classes, or circles: the fill of each area, and the key of the map."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from dashboard.metrics.metric import Direction
from dashboard.render.classes import class_colors, class_of, class_texts
from dashboard.render.maps.circles import radius_of, round_counts
from dashboard.render.maps.classing import borders_of
from dashboard.render.palette import Theme
from dashboard.text.formats import Value, absence_word, is_number, number, rounded
from dashboard.views.maps import BY_QUANTILES, AreaMap, AreaShape, Classing, Legend, LegendEntry

DARK_MEANS: dict[Direction, str] = {"higher": "颜色越深越好", "lower": "颜色越深越差", "neither": "颜色越深数值越大"}
PALE_MEANS: dict[Direction, str] = {"higher": "颜色越亮越好", "lower": "颜色越亮越差", "neither": "颜色越亮数值越大"}
CIRCLE_MEANS = "圆的面积与数值成正比"


def map_fills(given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES) -> dict[str, str]:
    """The fill of every area by its code; counts are told by circles, on one quiet colour."""
    return _fills(given, [shape.value for shape in given.shapes], theme, classing)


def step_fills(given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES) -> list[dict[str, str]]:
    """The fills of every period that the map can be gone through, in the classes of the one that is shown."""
    return [_fills(given, step.values, theme, classing) for step in given.steps]


def _fills(given: AreaMap, values: Sequence[Value], theme: Theme, classing: Classing) -> dict[str, str]:
    breaks = _borders(given, classing)
    colors = [theme.sequential[0]] if given.is_count else class_colors(theme, len(breaks) + 1)
    return {
        shape.code: colors[class_of(_read(value, given.decimals), breaks)] if is_number(value) else theme.missing
        for shape, value in zip(given.shapes, values, strict=True)
    }


def _read(value: float | Decimal, decimals: int) -> float:
    """A figure as it is read on the map, by which it belongs to the class whose borders it meets."""
    return float(rounded(value, decimals))


def _values(shapes: Sequence[AreaShape]) -> list[float]:
    return [float(shape.value) for shape in shapes if is_number(shape.value)]


def _borders(given: AreaMap, classing: Classing) -> list[float]:
    return [] if given.is_count else borders_of(_values(given.shapes), given.decimals, classing)


def map_legend(given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES) -> Legend:
    """The classes from high to low with their counts, or three circles; then the words of what is missing."""
    entries = _circles(given, theme) if given.is_count else _classes(given, theme, _borders(given, classing))
    words = Counter(absence_word(shape.value) for shape in given.shapes if not is_number(shape.value))
    missing = [LegendEntry(theme.missing, word, count, is_missing=True) for word, count in words.items()]
    means = PALE_MEANS if theme.name == "dark" else DARK_MEANS
    note = (CIRCLE_MEANS if given.is_count else means[given.direction]) if entries else ""
    return Legend((*entries, *missing), given.is_schematic, note)


def _classes(given: AreaMap, theme: Theme, breaks: Sequence[float]) -> list[LegendEntry]:
    values = _values(given.shapes)
    counts = Counter(class_of(_read(value, given.decimals), breaks) for value in values)
    texts = class_texts(values, breaks, given.unit, given.decimals)
    colors = class_colors(theme, len(breaks) + 1)
    entries = [
        LegendEntry(color, text, counts[place]) for place, (color, text) in enumerate(zip(colors, texts, strict=True))
    ]
    return entries[::-1] if values else []


def _circles(given: AreaMap, theme: Theme) -> list[LegendEntry]:
    largest = given.largest
    return [
        LegendEntry(theme.series[0], number(count, given.unit, given.decimals), 0, radius=radius_of(count, largest))
        for count in round_counts(largest)
    ]
