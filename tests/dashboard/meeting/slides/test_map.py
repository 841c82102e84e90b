"""The page of the map: whose figure its title tells, and which area is outlined."""

from dashboard.meeting.running_order import running_order

# A village that is a grid itself, of 彭田片区.
VILLAGE = "350581100211"


def page(warehouse, area_code=None):
    order = running_order(warehouse, "LX-2025Q2-1", area_code)
    return next(slide for slide in order.slides if slide.key == "map")


def test_the_map_of_an_area_that_is_drawn_tells_its_own_figure_and_place(demonstration):
    told = page(demonstration, VILLAGE)
    # 100, 100, 99.0, 97.x, …: two are better.
    assert told.title == "事件按期办结率：彭田村99.0%，由好到差在8处中排第3"
    assert told.map.selected == VILLAGE


def test_the_map_of_a_whole_zone_tells_both_ends_and_names_them_first(demonstration):
    told = page(demonstration)
    assert "最高" in told.title and told.map.selected is None
    called = [shape.name for shape in told.map.shapes if shape.code in told.map.named]
    assert called and all(name in told.title for name in called)
