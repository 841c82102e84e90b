"""The map view: which areas it shows, what they are called, and that it says why there is nothing to draw."""

from dataclasses import replace

import pytest

from dashboard.metrics.areas import Shape, area
from dashboard.metrics.selection import Selection
from dashboard.views.kinds.area_map import map_view, places_of, short_name

QUARTER, LATER = Selection("D", "2024Q1"), Selection("D", "2024Q2")


def codes(places):
    return [place.area_code for place in places]


@pytest.mark.parametrize(
    ("name", "aliases", "level", "short"),
    [
        ("塘后村3号网格", "塘后3号网格", "网格", "塘后3"),
        ("塘后村3号网格", "", "网格", "塘后村3"),
        ("东街网格", "", "网格", "东街"),
        ("石狮服装智能制造园", "石狮网商园、石狮服装智能制造园(石狮网商园)", "三区单元", "石狮服装智能制造园"),
        ("塘后村", "塘后村委会", "三区单元", "塘后村"),
        ("甲网格", "", "三区单元", "甲网格"),
    ],
)
def test_the_shortest_name_stands_on_the_map(small, name, aliases, level, short):
    place = replace(area(small, "P"), name=name, aliases=aliases, level=level)
    assert short_name(place) == short


def test_a_district_shows_what_lies_in_it(small):
    assert sorted(codes(places_of(small, "D", "三区单元"))) == ["F", "P", "V"]
    assert codes(places_of(small, "D", "网格")) == ["P1", "V1", "V2"]
    assert codes(places_of(small, "V", "网格")) == ["V1", "V2"]


def test_a_place_of_the_level_itself_is_shown_among_its_district(small):
    assert sorted(codes(places_of(small, "V", "三区单元"))) == ["F", "P", "V"]
    assert codes(places_of(small, "V1", "网格")) == ["P1", "V1", "V2"]


def test_a_place_that_holds_none_is_shown_among_its_district(small):
    assert codes(places_of(small, "F", "网格")) == ["P1", "V1", "V2"]


def test_only_what_takes_part_is_shown(small):
    assert "W" not in codes(places_of(small, "C", "三区单元"))


def test_a_district_without_grids_has_none_and_borrows_none(small):
    assert places_of(small, "Q", "网格") == ()


def test_without_places_the_panel_says_why(small):
    view = map_view(small, "on_time_rate", "网格", Selection("E", "2024Q1"))
    assert view.map is None
    assert view.why == "所选区域没有下一级区域可画。"


def test_the_table_is_in_the_order_of_the_figures(small):
    view = map_view(small, "enterprises", "三区单元", QUARTER)
    values = [row[2] for row in view.table.rows if isinstance(row[2], float)]
    assert len(values) > 1
    assert values == sorted(values, reverse=True)


def test_the_same_question_gives_the_same_view(small):
    assert map_view(small, "enterprises", "三区单元", QUARTER) is map_view(small, "enterprises", "三区单元", QUARTER)


def test_a_factory_is_drawn_and_told_with_its_park(small):
    # Of three places 甲厂 lies in 甲园, whose four enterprises hold its one; nobody registers any for 甲村.
    view = map_view(small, "enterprises", "三区单元", QUARTER)
    assert view.finding == "甲园在册企业4家"
    assert view.measured.endswith(" · 2处，内含1个厂区")
    assert {str(row[0]) for row in view.table.rows} == {"甲园", "甲厂", "甲村"}
    assert map_view(small, "grids", "网格", QUARTER).measured.endswith(" · 3处")


def test_three_areas_or_fewer_are_a_ranking_and_no_map(small):
    # Only 甲园 and 甲村 have a shape.
    view = map_view(small, "enterprises", "三区单元", QUARTER)
    assert view.map is None and [bar.key for bar in view.chart.items][0] == "P"


def test_what_lies_in_none_of_the_places_is_told(small):
    def note(name, level):
        return map_view(small, name, level, Selection("D", "2024Q2", "none")).footer.note

    # One need is of the district itself; every event is of one of its three grids, and no tax is told by grid.
    assert note("needs_listed", "三区单元").endswith("另有1项未归入图中区域")
    assert "未归入" not in note("events_accepted", "网格") + note("tax", "网格")


def test_a_map_can_be_gone_through_period_by_period_and_shows_the_last(small, monkeypatch):
    # The small world has no shapes, and few areas, which would be told by a ranking.
    ring = ((118.6, 24.7), (118.7, 24.7), (118.7, 24.8))
    drawn = [
        Shape(
            code=code,
            name="",
            level="三区单元",
            zone_kind=None,
            parent_code=None,
            geometry_status="示意",
            rings=(ring,),
        )
        for code in ("P", "V", "F")
    ]
    monkeypatch.setattr("dashboard.views.kinds.area_map.FEW", 0)
    monkeypatch.setattr("dashboard.views.kinds.area_map.shapes", lambda _: drawn)
    still = map_view(small, "enterprises", "三区单元", LATER, key="still").map
    moving = map_view(small, "enterprises", "三区单元", LATER, key="moving", is_over_time=True).map
    assert still.steps == ()
    assert len(moving.steps) > 1 and moving.steps[-1].label == "2024年第二季度"
    assert [shape.value for shape in moving.shapes] == [shape.value for shape in still.shapes]
    assert moving.steps[-1].values == tuple(shape.value for shape in moving.shapes)
    assert moving.steps[-1].texts == tuple(shape.text for shape in moving.shapes)
