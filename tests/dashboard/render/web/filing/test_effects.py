"""Figures that differ between two versions of a town, worked out by hand."""

import pytest

from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.versions import current, opened
from dashboard.render.web.filing import effects as module
from dashboard.render.web.filing.effects import _effect, effects
from etl.datasets import DATASETS
from tests.town import QUARTER_HEADERS, write_csv

STAFFING = ("网格", "季度", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）")


def staffed(town, full_time):
    """The version in which the one grid has so many full-time staff and one part-time."""
    rows = (STAFFING, ("35058110191101", "2024Q3", "1", full_time, "1"))
    write_csv(town.data / "received" / "网格力量.csv", rows)
    assert town.build().published
    return current(town.warehouse).file


def test_a_changed_form_moves_the_figures_that_it_carries(town):
    files = [staffed(town, full_time) for full_time in ("2", "3")]
    with opened(files[0]) as before, opened(files[1]) as after:
        moved = effects(before, after, ("grid_staffing",))
        assert not effects(before, before, ("grid_staffing",))
        assert not effects(before, after, ("population",))
    [staff] = [one for one in moved if one.label == "网格员"]
    assert (staff.area, staff.period, staff.before, staff.after) == ("宝盖片区", "2024年第三季度", "3名", "4名")
    assert staff.change == "▲ 升33.3%" and not staff.is_demo


def test_what_may_not_be_shown_is_not_shown_as_a_change(town):
    """Two enterprises stand behind the output of the 片区: too few, in both versions."""
    before = current(town.warehouse).file
    rows = (QUARTER_HEADERS, ("Q001", "2024Q3", "1500.5", "30", "88"), ("Q002", "2024Q3", "300", "6", "20"))
    write_csv(town.data / "received" / "企业季报.csv", rows)
    assert town.build().published
    with opened(before) as earlier:
        moved = effects(earlier, current(town.warehouse), ("enterprise_quarters",))
    assert "总产值" not in {one.label for one in moved}


def test_every_metric_that_a_changed_form_feeds_is_compared(town, monkeypatch):
    asked = []
    monkeypatch.setattr(module, "_pairs", lambda metric, *more: asked.append(metric.name) or ())
    version = current(town.warehouse)
    assert effects(version, version, tuple(DATASETS)) == ()
    assert asked == [metric.name for metric in METRICS.values() if set(metric.source.forms) & set(DATASETS)]
    assert len(asked) > 200


@pytest.mark.parametrize(
    "metric", [metric for metric in METRICS.values() if metric.unit == "%"], ids=lambda metric: metric.name
)
def test_a_percentage_changes_by_points(metric):
    """From 6.04 % to 10 % is 4.0 points, and never 65.6 %."""
    then, now = (Cell("A", "2024Q3", "", value, origins=("reported",)) for value in (6.04, 10.0))
    assert _effect(metric, "宝盖片区", "2024Q3", then, now).change.startswith("▲ 升4.0个百分点")
