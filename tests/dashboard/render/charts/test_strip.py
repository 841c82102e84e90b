"""A strip of dots: the lowest at the left, the highest at the right, the one that is told of filled."""

import re
from urllib.parse import unquote

from dashboard.render.charts.strip import MARGIN, strip


def dots(image):
    return [(kind, float(place)) for kind, place in re.findall(r'class="(\w+)" cx="([\d.]+)"', unquote(image))]


def test_dots_lie_between_the_lowest_and_the_highest():
    assert dots(strip(10, [0, 20], width=100)) == [("other", MARGIN), ("other", 100 - MARGIN), ("own", 50)]


def test_equal_figures_lie_in_the_middle_and_nothing_is_drawn_alone():
    assert dots(strip(5, [5], width=100)) == [("other", 50), ("own", 50)]
    assert strip(5, []) == ""
