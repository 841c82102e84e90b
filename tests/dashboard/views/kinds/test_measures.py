"""Several metrics in one set of small plots, over the small world."""

from dashboard.metrics.catalogue import metric
from dashboard.metrics.reading import read
from dashboard.metrics.selection import Selection
from dashboard.metrics.weight import weight
from dashboard.views.charts import Panels
from dashboard.views.kinds.measures import measures_finding, measures_view
from dashboard.views.kinds.several import trends
from dashboard.views.marks import marks_of

NAMES = ("enterprises", "completed_cumulative", "enrolled")


def test_three_of_one_shape_are_one_set_and_two_stay_apart(small):
    [making], silent = trends(small, NAMES, Selection("P", "2024Q2", "previous"))
    assert isinstance(making().chart, Panels) and silent == []
    assert len(trends(small, NAMES[:2], Selection("P", "2024Q2", "previous"))[0]) == 2


def test_what_moved_most_is_told_and_its_panel_is_marked(small):
    selection = Selection("P", "2024Q1", "previous")
    view = measures_view(small, ("enterprises", "above_scale_enterprises", "industries"), selection)
    readings = [read(small, name, selection) for name in ("enterprises", "above_scale_enterprises", "industries")]
    most = max(readings, key=weight)
    assert most.metric.label in view.finding and most.metric.label in marks_of(view.chart)
    assert {"2023Q4", "2024Q1"} & marks_of(view.chart)


def test_without_a_comparison_the_first_known_figures_are_told(small):
    selection = Selection("P", "2024Q2", "none")
    found = measures_finding([read(small, name, selection) for name in NAMES], selection)
    assert metric("enterprises").label in found and "比" not in found
