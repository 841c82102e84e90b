"""The tree of areas and its shapes over the small world."""

import pytest

from dashboard.metrics.areas import (
    ancestors,
    area,
    area_name,
    areas,
    children,
    default_area,
    districts_word,
    options,
    shapes,
)
from dashboard.metrics.versions import current
from tests import small_world


def codes(found) -> list[str]:
    return [place.area_code for place in found]


def test_an_area_knows_its_place(small):
    grid = area(small, "V1")
    assert (grid.path, grid.district_code, grid.grid_kind, grid.depth) == (
        "某镇 / 甲片区 / 甲村 / 甲村1号网格",
        "D",
        "综合",
        4,
    )
    with pytest.raises(KeyError):
        area(small, "nowhere")


def test_figures_of_what_holds_districts_are_told_as_their_sum(small, tmp_path):
    # The city and its town report nothing themselves: what stands under them is that of 甲片区 and 乙片区.
    assert [area_name(small, code) for code in "CTDPW"] == ["两个片区合计", "两个片区合计", "甲片区", "甲园", "外村"]
    assert [districts_word(small, code) for code in "CDP"] == ["两个片区", "", ""]
    assert area(small, "C").name == "某市"
    alone = "DELETE FROM core.areas WHERE area_code IN ('E', 'Q')"
    one = current(small_world.publish(tmp_path / "one", change=alone))
    assert area_name(one, "C") == "甲片区"


def test_above_and_below(small):
    assert codes(ancestors(small, "V1")) == ["C", "T", "D", "V"]
    assert codes(ancestors(small, "C")) == []
    assert codes(children(small, "D")) == ["P", "V"]
    assert codes(children(small, "D", "网格")) == ["P1", "V1", "V2"]
    assert codes(children(small, "E", "网格")) == []


def test_the_filter_leaves_out_what_is_outside(small):
    assert codes(options(small)) == ["C", "T", "D", "P", "F", "P1", "V", "V1", "V2", "E", "Q"]
    assert "W" in areas(small)


def test_a_reader_begins_at_the_largest_district(small, empty):
    assert default_area(small) == "D"
    assert default_area(empty) is None
    assert options(empty) == ()


def test_shapes(small):
    assert [shape.code for shape in shapes(small)] == ["P", "V"]
    assert [shape.code for shape in shapes(small, within="V")] == ["V"]
    assert shapes(small, within="D", level="网格") == ()
    [park] = shapes(small, within="P", level="三区单元")
    assert (park.name, park.geometry_status) == ("甲园", "示意")
    assert park.rings[0][:2] == ((118.0, 24.0), (118.1, 24.0))
