"""The glossary says of every metric what is declared, and finds it by its words."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import METRICS, metric
from dashboard.metrics.metric import THEMES
from dashboard.text.formats import ORIGIN_LABELS
from dashboard.views.glossary.entries import (
    ABSENCES,
    DIRECTIONS,
    KINDS,
    ORIGINS,
    columns_table,
    matching,
    metric_details,
    metrics_table,
    named,
)
from etl.schema import Kind


def names(theme="", search=""):
    return [found.name for found in matching(METRICS.values(), theme, search)]


def test_search_needs_every_word():
    assert names() == list(METRICS)
    assert "on_time_rate" in names(search="到期 按时")
    assert names(search="grids_in_band_share") == ["grids_in_band_share"]
    assert names(theme="party", search="on_time_rate") == []


def test_a_theme_limits_the_list():
    assert {METRICS[name].theme for name in names(theme="grid")} == {"grid"}


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_tells_all_that_is_declared(small, name):
    details = dict(metric_details(small, metric(name)))
    for word in ("定义", "算法", "单位", "方向", "时期", "可分", "来源"):
        assert details[word]
    assert details["定义"] == metric(name).definition
    assert bool(details["保护"]) == (metric(name).protection is not None)
    assert bool(details["季节"]) == metric(name).is_seasonal
    # Readers know a metric by its label, never by its name in the program.
    assert name not in details.values()


def test_a_target_says_for_which_area_and_by_which_document(small):
    target = dict(metric_details(small, metric("grids")))["目标"]
    assert target.startswith("甲片区3个（《")
    assert dict(metric_details(small, metric("tax")))["目标"] == ""


def test_the_table_has_a_row_for_every_metric():
    rows = metrics_table(tuple(METRICS.values())).rows
    assert [row[0] for row in rows] == [found.label for found in METRICS.values()]
    assert {row[1] for row in rows} == set(THEMES.values())
    assert {row[3] for row in rows} <= set(DIRECTIONS.values())


def test_a_link_to_nothing_known_is_nothing():
    assert named("on_time_rate") is METRICS["on_time_rate"]
    assert named("no_such_metric") is None
    assert named(None) is None


def test_every_word_for_what_is_missing_and_every_origin_is_explained():
    assert [word for word, _ in ABSENCES] == list(Absence)
    assert [origin for origin, _ in ORIGINS] == list(ORIGIN_LABELS)


def test_every_kind_of_column_has_a_name():
    assert set(KINDS) == {kind.value for kind in Kind}


def test_columns_say_how_they_are_filled(small):
    from dashboard.tables.dictionary import forms

    [staffing] = [form for form in forms(small) if form.name == "grid_staffing"]
    rows = {row[0]: row for row in columns_table(staffing).rows}
    assert rows["季度"][2] == "季度，必填，与其他主键列合起来不得重复"
    assert len(rows) == len(staffing.columns)
