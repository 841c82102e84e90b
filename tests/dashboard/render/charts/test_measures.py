from dashboard.render.charts import measure_panels
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Panel

QUARTERS = ("2025Q1", "2025Q2")


def tops(*panels):
    """The highest and the lowest tick of each panel."""
    layout = measure_panels(panels, LIGHT)["layout"]
    axes = [layout[f"yaxis{index + 1 if index else ''}"]["tickvals"] for index in range(len(panels))]
    return [(ticks[0], ticks[-1]) for ticks in axes]


def panel(unit, *values):
    return Panel("甲", tuple(zip(QUARTERS, values, strict=True)), unit)


def test_panels_of_one_unit_share_a_scale_and_a_fall_below_nought_is_of_its_unit_alone():
    assert tops(panel("家", 100, 200), panel("家", 40, 50), panel("万元", -10, 20)) == [(0, 200), (0, 200), (-10, 20)]


def test_what_would_lie_flat_beside_the_largest_has_a_scale_of_its_own():
    assert tops(panel("家", 100, 200), panel("家", 0, 1), panel("家", 10, 2)) == [(0, 200), (0, 1), (0, 200)]
