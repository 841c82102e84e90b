"""片区汇总 as a reader meets it: sums and who is missing, one 片区 pointed out by the address, and the empty state."""

import pytest

import etl
from dashboard.metrics.versions import current
from dashboard.tables.packs import told_metrics
from dashboard.views.prefecture import places, totals
from dashboard.views.view import is_empty
from demo import prefecture
from tests.pages.reading import read_page
from tests.pages.test_titles_are_proven import failing

THIRD, LAST = prefecture.districts()[2], prefecture.districts()[-1]
QUARTER = "2025Q4"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prefecture")
    assert etl.build(prefecture.write(folder / "data"), folder / "warehouse").published
    return folder / "warehouse"


@pytest.fixture
def page(warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
    return lambda **query: read_page("prefecture", **query)


def test_sums_say_which_district_is_missing(page):
    told = page().text
    assert "应报45个片区，2025年第四季度已报42个" in told
    assert "没有收到汇总包的：壬镇四片区、壬镇五片区" in told and "本季不计的：壬镇三片区" in told
    assert "应报45个片区，2025年第三季度已报43个" in page(quarter="2025Q3").text


def test_the_address_points_one_district_out(page):
    told = page(metric="closure_rate", spot=THIRD.code).text
    assert f"{THIRD.name} · 2025年第四季度事件办结率" in told
    assert f"{THIRD.name}14项指标" in told or f"{THIRD.name}13项指标" in told


@pytest.mark.parametrize("wrong", [{"metric": "x"}, {"quarter": "1999Q9"}, {"spot": "<b>"}])
def test_what_an_address_asks_for_in_vain_gives_way(page, wrong):
    assert "个片区合计 · 2025年第四季度总产值" in page(**wrong).text


def test_where_no_pack_was_received_the_page_says_what_to_do(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    told = read_page("prefecture").text
    assert "还没有收到片区的汇总包" in told and "python" not in told


def test_titles_are_proven_by_their_pictures(warehouse):
    """The law of test_titles_are_proven, over every metric of the packs, of all 片区 and of two of them."""
    above = current(warehouse)
    views = [
        view
        for name in told_metrics(above, QUARTER)
        for spot in (None, THIRD.code, LAST.code)
        for view in (
            totals.course_view(above, name, QUARTER, spot),
            places.order_of_districts(above, name, QUARTER, chosen=spot, key="order"),
            places.events_view(above, "kind", QUARTER, spot),
        )
    ]
    drawn = [view for view in views if view.chart is not None and not is_empty(view.table)]
    assert len(drawn) > 80 and not failing(drawn), "\n".join(failing(drawn))
