"""The preview of shapes: what is wrong is marked, and told when it is pointed at."""

from dashboard.render.web.filing.boundaries import DOUBTFUL, FAULTY, SOUND, preview
from etl.problems import Level, Problem
from etl.read.outlines import Outline

RING = ((118.60, 24.70), (118.61, 24.70), (118.61, 24.71), (118.60, 24.71))


def problem(cell, level):
    return Problem(
        file="geo/a.geojson", cell=cell, message="边界自相交。", remedy="改。", code="geometry-error", level=level
    )


def test_each_shape_is_of_the_kind_of_its_worst_problem():
    shapes = [Outline(f"第{number}个图形", f"{number}号", (RING,)) for number in (1, 2, 3)]
    problems = [problem("第2个图形", Level.WARNING), problem("第3个图形", Level.ERROR)]
    drawing, kinds = preview(shapes, problems)
    assert list(kinds.values()) == [SOUND, DOUBTFUL, FAULTY]
    assert [area.shape.text for area in drawing.areas] == ["没有问题", "边界自相交", "边界自相交"]
