"""Whatever the values, classes lie in order, hold them all, and a map of any areas can be drawn."""

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.metrics.absence import Absence
from dashboard.render.classes import class_breaks, class_colors, class_of, class_texts
from dashboard.render.maps.fitted import fitted_map
from dashboard.render.maps.legend import map_fills
from dashboard.render.palette import LIGHT
from dashboard.render.web.maps.areas import drawn_map
from dashboard.text.formats import is_number
from dashboard.views.maps import METHODS, AreaMap, AreaShape, Classing

NUMBERS = st.one_of(
    st.floats(-1e60, 1e60),
    st.integers(-5, 5).map(float),
    st.sampled_from([0.0, -0.0, 1e-60, 1e-12, 29.7, 29.700001, 1e15]),
)
VALUES = st.one_of(NUMBERS, st.sampled_from([None, *Absence]))
# In and around the towns, in degrees; a ring may be torn, a line or a single point.
POINTS = st.tuples(st.floats(118.5, 118.9), st.floats(24.6, 24.9))
RINGS = st.one_of(st.lists(POINTS, min_size=1, max_size=6), POINTS.map(lambda point: [point] * 4)).map(tuple)


@given(st.lists(NUMBERS, max_size=30), st.integers(1, 5), st.integers(0, 3))
@example([29.7] * 6, 5, 0)
@settings(deadline=None, max_examples=300)
def test_classes_are_in_order_and_every_value_has_one(values, classes, decimals):
    breaks = class_breaks(values, classes, decimals)
    assert len(breaks) < classes or not breaks
    assert all(low < high for low, high in pairwise(breaks))
    assert (
        len(class_colors(LIGHT, len(breaks) + 1)) == len(class_texts(values, breaks, "家", decimals)) == len(breaks) + 1
    )
    assert all(0 <= class_of(value, breaks) <= len(breaks) for value in values)


@given(
    st.lists(st.tuples(RINGS, VALUES), max_size=6),
    st.integers(1, 900),
    st.integers(1, 800),
    st.booleans(),
    st.booleans(),
    st.sampled_from(METHODS),
)
@example([], 720, 460, False, False, METHODS[0])
@settings(deadline=None, max_examples=80)
def test_a_map_of_any_areas_is_drawn_and_counts_them(areas, width, height, is_chosen, is_count, method):
    shapes = tuple(AreaShape(str(place), f"第{place}村", (ring,), value) for place, (ring, value) in enumerate(areas))
    chosen = "0" if is_chosen else None
    given = AreaMap(shapes, unit="家", width=width, height=height, selected=chosen, is_count=is_count)
    svg, legend = drawn_map(given, LIGHT, Classing(method, (3.0,)))
    assert ElementTree.fromstring(svg).tag == "svg" and "nan" not in svg and "inf" not in svg.replace("info", "")
    classed = sum(not is_number(shape.value) for shape in shapes) if is_count else len(shapes)
    assert sum(entry.count for entry in legend.entries) == classed
    assert len(map_fills(given, LIGHT)) == len(shapes)
    assert len(fitted_map(shapes, width, height, 12).areas) == len(shapes)
