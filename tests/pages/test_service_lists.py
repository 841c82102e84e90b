"""三张清单 as a reader meets it, with the demonstration and with published figures alone."""

import pytest

from tests import small_world
from tests.pages.reading import read_page

BAOGAI, PENGTIAN = "350581101901", "350581100901"


def page(monkeypatch, warehouse, **query):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
    return read_page("service_lists", **query)


def test_the_plan_s_needs_are_traced_to_measure_and_result(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=BAOGAI, period="2025Q4")
    assert "方案列出的12项需求，12项已议定办理" in shown.text
    assert "园区道路、路灯、排水等基础设施不够完善" in shown.text
    assert "协调解决企业发展中的难点、堵点问题（服务）" in shown.text
    assert "受阻" in shown.text and "走访覆盖率" in shown.text


def test_the_other_district_has_no_plan_of_its_own(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=PENGTIAN, period="2025Q4")
    assert "方案列出" not in shown.text
    assert shown.cards["列入需求"].endswith("项")


def test_documents_alone_tell_what_is_listed_and_nothing_of_what_became_of_it(published_warehouse, monkeypatch):
    shown = page(monkeypatch, published_warehouse, area=BAOGAI)
    assert (shown.cards["列入需求"], shown.cards["已建清单"]) == ("12项", "3张")
    assert (shown.cards["列入资源"], shown.cards["列入服务"]) == ("4项", "8项")
    assert "方案列出12项需求，办理情况未填报" in shown.text
    assert "办理情况没有报来（未填报）" in shown.text and "没有上报“入企走访”（未填报）" in shown.text
    assert "0项" not in shown.text and not shown.errors


def test_an_area_without_lists_says_so(published_warehouse, monkeypatch):
    shown = page(monkeypatch, published_warehouse, area=PENGTIAN)
    assert "没有列入三张清单的事项" in shown.text and not shown.errors


@pytest.mark.parametrize("view", ["needs", "offers", "satisfaction", "open"])
@pytest.mark.parametrize("period", ["2025Q4", "2024", "2023Q1"])
def test_every_view_and_period_draws(demonstration_warehouse, monkeypatch, view, period):
    for area in (BAOGAI, "350581100921"):
        shown = page(monkeypatch, demonstration_warehouse, area=area, period=period, view=view)
        assert not shown.errors and "nan" not in shown.text.lower()


def test_lists_that_nobody_wrote_in(tmp_path, monkeypatch):
    emptied = "DELETE FROM core.list_items; DELETE FROM core.enterprise_visits"
    shown = page(monkeypatch, small_world.publish(tmp_path / "warehouse", change=emptied))
    assert "没有列入三张清单的事项" in shown.text and not shown.errors
