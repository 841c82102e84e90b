"""What 服务共治 says of its sites and of what is missing, worked out by hand."""

from dataclasses import replace

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.selection import Selection
from dashboard.tables.service_sites import Site, service_sites
from dashboard.views.community_services.mediation import mediation_finding
from dashboard.views.community_services.services import (
    CARDS,
    PARTS,
    card_names,
    kinds_finding,
    told_parts,
    visit_rows,
    why_untold,
)
from dashboard.views.community_services.sites import district_note, site_finding, site_row, site_table, site_use_view


def site(name: str, kind: str = "邻里中心", level: str = "三区单元") -> Site:
    return Site(
        name=name,
        kind=kind,
        area_code="P",
        area_name="甲园",
        level=level,
        area_m2=None,
        seats=20,
        opened_on="2023-05",
        origin="demo",
    )


def test_the_most_visited_site_is_named_and_silent_ones_are_counted():
    listed = [site("甲站"), site("乙站", "暖新驿站"), site("丙站", "暖新驿站")]
    visits = {"甲站": 120.0, "乙站": 1300.0, "丙站": Absence.NOT_REPORTED}
    assert site_finding(listed, visits) == "3处阵地，2类，1处没有上报服务量；乙站服务最多（1,300人次）"
    assert site_finding(listed[:1], {}) == "1处阵地，1类，服务量均未填报"
    assert site_finding([], {}) == "所选区域没有登记阵地"


def test_a_row_tells_what_is_known_and_what_was_not_reported():
    silent = Absence.NOT_REPORTED
    assert site_row(site("甲站"), {"甲站": 120.0}, {}) == (
        *("甲站", "邻里中心", "甲园", None, 20, "2023年5月", 120.0, silent),
        "演示数据",
    )


def test_made_up_visits_of_a_published_site_are_not_called_published():
    published = replace(site("甲站"), origin="published")
    assert site_row(published, {"甲站": 120.0}, {}, ("demo",))[-1] == "公开文件、演示数据"
    assert site_row(published, {}, {})[-1] == "公开文件"


def test_sites_of_a_district_are_on_no_unit_of_the_map():
    assert district_note([site("甲站"), site("乙站", level="片区")]).startswith("其中1处登记在片区")
    assert district_note([site("甲站")]) == "公开文件没有载明阵地坐标，地图只到所在区域"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([("共享阵地", 3.0), ("邻里中心", 2.0)], "2类阵地中共享阵地最多，3处"),
        ([("共享阵地", 2.0), ("邻里中心", 2.0), ("分拣中心", 1.0)], "3类阵地中共享阵地、邻里中心最多，各2处"),
        ([("共享阵地", 1.0), ("邻里中心", 1.0)], "2类阵地各1处"),
        ([("共享阵地", 4.0)], "1类阵地4处"),
        ([], ""),
    ],
)
def test_kinds_of_sites_are_counted_not_weighed(counts, said):
    assert kinds_finding(counts) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("points", "没有上报“文明积分”（未填报）。"),
        ("couriers", "没有快递小哥上报的网格事件。"),
        ("teams", "没有上报“服务队伍”（未填报）。"),
    ],
)
def test_what_was_not_sent_is_named(part, said):
    assert why_untold(frozenset(PARTS), part) == ""
    assert why_untold(frozenset(PARTS) - {part}, part) == said


def test_an_area_shows_the_parts_that_it_has(small):
    park, village = Selection("P", "2024Q2"), Selection("V", "2024Q2")
    assert told_parts(small, park) == {"services", "hours", "childcare", "mediation", "points"}
    assert told_parts(small, village) == {"mediation", "points", "teams", "micro"}
    assert told_parts(small, Selection("Q", "2024Q2")) == {"couriers"}


def test_the_headline_is_filled_up_with_what_is_missing(small):
    names = card_names(small, Selection("Q", "2024Q2"))
    assert len(names) == 8 and "courier_share" in names
    assert [name for name in CARDS if name in names] == list(names)


def test_the_table_lists_the_sites_of_the_area(small):
    title, _, table, _ = site_table(small, Selection("D", "2024Q2"))
    assert title == "1处阵地，1类；甲空间服务最多（672人次）"
    assert table.rows[0][6:8] == (672.0, 50.0)
    assert service_sites(small, "V", "2024Q2") == ()


def test_only_sites_that_wrote_their_hours_down_are_held_against_each_other(small):
    view = site_use_view(small, Selection("P", "2024Q2"))
    assert view.finding == "甲空间阵地使用率50.0%"
    assert [row[2:4] for row in view.table.rows] == [("甲空间", 50.0)]


def test_what_is_reported_stands_two_by_two(small):
    selection = Selection("P", "2024Q2")
    assert [len(row) for row in visit_rows(small, selection, told_parts(small, selection))] == [2, 2]
    assert [len(row) for row in visit_rows(small, selection, frozenset({"services"}))] == [1]
    assert visit_rows(small, selection, frozenset()) == []


def test_disputes_settled_are_told_out_of_those_that_ended():
    said = mediation_finding("2025Q4", 76.0, 58.0, 71.0)
    assert said == "2025年第四季度受理纠纷76件；当期结案71件，其中调解成功58件"
    assert mediation_finding("2025Q4", 2.0, None, None) == "2025年第四季度受理纠纷2件"
    assert mediation_finding("2025Q4", Absence.NOT_REPORTED, None, None) == "2025年第四季度受理纠纷：未填报"
