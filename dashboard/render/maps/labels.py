"""Turns areas into labels that keep apart and stay inside, the chosen and the largest ones first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from dashboard.render.maps.geometry import crossings, label_point, signed_area, to_degrees, to_pixels
from dashboard.render.widths import text_width
from dashboard.text.formats import absence_word, is_number
from dashboard.views.maps import AreaShape, Ring

LABEL_SIZE = 12
LINE_SPACING = 1.25
# Left, top, right and bottom in pixels.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A text set on the map, with the box in pixels that it covers at the first zoom."""

    code: str
    text: str
    point: tuple[float, float]
    box: Box = field(compare=False)


def figure_text(shape: AreaShape) -> str:
    """The figure of an area, or the word for its absence."""
    return shape.text or ("" if is_number(shape.value) else absence_word(shape.value))


def _overlaps(box: Box, others: Sequence[Box]) -> bool:
    """Whether a box of left, top, right, bottom lies on one of the others."""
    return any(box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in others)


def _fits(rings: Sequence[Ring], box: Box) -> bool:
    """Whether a box lies inside the rings but for a few pixels at its sides."""
    left, top, right, bottom = box
    for level in (top + 2, (top + bottom) / 2, bottom - 2):
        found = crossings(rings, level)
        if not any(start - 4 <= left and right <= end + 4 for start, end in zip(found[::2], found[1::2], strict=True)):
            return False
    return True


def _candidates(shape: AreaShape) -> list[str]:
    """What may stand on an area, best first: name and figure, the name, the name on two lines, the figure."""
    half = (len(shape.name) + 1) // 2
    folded = f"{shape.name[:half]}\n{shape.name[half:]}" if len(shape.name) > 3 else shape.name
    full = f"{shape.name}\n{shape.text}" if shape.text else shape.name
    return list(dict.fromkeys(text for text in (full, shape.name, folded, shape.text) if text))


def place_labels(shapes: Sequence[AreaShape], zoom: float, selected: str | None = None) -> list[Label]:
    """Labels that do not lie on each other: the selected area first, then by size; moved, shortened, then left out.

    A label stays inside its area, so that its ink always stands on the fill it was chosen for; only the name of the
    selected area may reach beyond.
    """
    pixels = {shape.code: [[to_pixels(point, zoom) for point in ring] for ring in shape.rings] for shape in shapes}
    order = sorted(shapes, key=lambda shape: (shape.code != selected, -abs(signed_area(pixels[shape.code][0]))))
    placed: list[Label] = []
    for shape in order:
        x, y = label_point(pixels[shape.code])
        for text, shift in product(_candidates(shape), (0, -8, 8)):
            lines = text.split("\n")
            half = max(text_width(line, LABEL_SIZE) for line in lines) / 2 + 1
            rise = len(lines) * LABEL_SIZE * LINE_SPACING / 2
            box = (x - half, y + shift - rise, x + half, y + shift + rise)
            is_inside = _fits(pixels[shape.code], box) or (shape.code == selected and text == shape.name)
            if is_inside and not _overlaps(box, [label.box for label in placed]):
                placed.append(Label(shape.code, text, to_degrees((x, y + shift), zoom), box))
                break
    return placed
