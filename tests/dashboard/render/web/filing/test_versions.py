"""Versions by time and note, what each is made of by one count, and going back in words."""

from dataclasses import replace
from datetime import datetime

import pytest

import etl
from dashboard.render.web.filing.versions import rollback_words, version_names, version_times, what_came

LABELS = {"population": "人口与户", "areas": "区域目录"}


@pytest.fixture
def version(town):
    [found] = etl.history(town.warehouse)
    return found


def test_versions_are_called_by_time_and_note(version):
    kept = [
        replace(version, version="c", built_at=datetime(2026, 11, 3, 1, 0, 30), is_published=True),
        replace(version, version="b", built_at=datetime(2026, 11, 2, 1, 0, 59), is_published=False),
        replace(version, version="a", built_at=datetime(2026, 11, 2, 1, 0, 1), is_published=False),
    ]
    times = version_times(kept)
    assert times == {"c": "2026-11-03 09:00", "b": "2026-11-02 09:00:59", "a": "2026-11-02 09:00:01"}
    assert version_names(kept, times, {"b": "三季度首报"}) == {
        "c": "2026-11-03 09:00（现用）",
        "b": "2026-11-02 09:00:59 三季度首报",
        "a": "2026-11-02 09:00:01",
    }


def test_the_parts_of_a_version_add_up_to_its_whole(version):
    """One form of two origins counts twice and shapes count too: as many as the list below shows."""
    load = replace(version.loads[0], dataset="population", rows_used=3)
    loads = (
        replace(load, origin="reported"),
        replace(load, origin="demo"),
        replace(load, origin="demo", dataset="areas"),
        replace(load, origin="", dataset="geometry"),
        replace(load, origin="demo", rows_used=0),
    )
    assert what_came(loads, LABELS) == "单位填报1张，演示数据2张，区域图形1份；单位填报的是人口与户"


def test_going_back_without_a_difference_is_said():
    said = rollback_words("2026-11-02 09:00", ())
    assert "数据相同" in said and "不变" in said and "没有变化" not in said
