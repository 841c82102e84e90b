"""Areas with values → at most five classes: the fill of each area, and the key of the map, which counts them."""

from collections import Counter
from collections.abc import Sequence

from dashboard.render.classes import class_breaks, class_colors, class_of, class_texts
from dashboard.render.palette import Theme
from dashboard.text.formats import absence_word, is_number
from dashboard.views.maps import AreaMap, AreaShape, Legend, LegendEntry

CLASSES = 5


def map_fills(
    shapes: Sequence[AreaShape], theme: Theme, breaks: Sequence[float] | None = None, *, decimals: int = 0
) -> dict[str, str]:
    """The fill of every area by its code; `breaks` and `decimals` as for `area_map`."""
    breaks = borders_of(shapes, decimals) if breaks is None else breaks
    colors = class_colors(theme, len(breaks) + 1)
    return {
        shape.code: colors[class_of(float(shape.value), breaks)] if is_number(shape.value) else theme.missing
        for shape in shapes
    }


def borders_of(shapes: Sequence[AreaShape], decimals: int, classes: int = CLASSES) -> list[float]:
    """The inner borders of the classes, round ones between which about equally many areas lie."""
    return class_breaks([float(shape.value) for shape in shapes if is_number(shape.value)], classes, decimals)


def legend_of(
    shapes: Sequence[AreaShape], theme: Theme, breaks: Sequence[float], unit: str, decimals: int, *, is_schematic: bool
) -> Legend:
    """The classes from high to low with their counts, then the words of what is missing."""
    values = [float(shape.value) for shape in shapes if is_number(shape.value)]
    counts = Counter(class_of(value, breaks) for value in values)
    texts = class_texts(values, breaks, unit, decimals)
    colors = class_colors(theme, len(breaks) + 1)
    entries = [
        LegendEntry(color, text, counts[index]) for index, (color, text) in enumerate(zip(colors, texts, strict=True))
    ]
    words = Counter(absence_word(shape.value) for shape in shapes if not is_number(shape.value))
    missing = [LegendEntry(theme.missing, word, count, is_missing=True) for word, count in words.items()]
    return Legend((*(entries[::-1] if values else []), *missing), is_schematic)


def map_legend(area_map: AreaMap, theme: Theme) -> Legend:
    """The key of a view's map in the colours of the theme."""
    breaks = borders_of(area_map.shapes, area_map.decimals)
    return legend_of(
        area_map.shapes, theme, breaks, area_map.unit, area_map.decimals, is_schematic=area_map.is_schematic
    )
