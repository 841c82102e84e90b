"""What an address means, where it lies, and with whom it is compared."""

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.metrics.areas import area, areas, nearest_chosen
from dashboard.metrics.selection import Selection
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.links import profile
from dashboard.views.profile.subject import (
    Subject,
    comparisons,
    is_of_elsewhere,
    kind_of,
    lineage,
    named,
    properties,
    selected,
    subject,
)

QUARTER = "2024Q2"


def test_a_grid_lies_below_all_that_hold_it_and_each_name_leads_there(small):
    ways = lineage(small, Subject(area(small, "V1")), {"period": QUARTER})
    assert [way.name for way in ways] == ["某市", "某镇", "甲片区", "甲村", "甲村1号网格"]
    assert ways[2].link == "profile?area=D&period=2024Q2" and ways[-1].link == ""
    # The filter knows no 镇: it stands beside the city.
    assert ways[1].link == "profile?area=C&period=2024Q2&of=T"


@pytest.mark.parametrize(("code", "chosen"), [("C", "C"), ("T", "C"), ("W", "C"), ("D", "D"), ("P1", "P1")])
def test_what_the_filter_cannot_name_stands_beside_what_it_can(small, code, chosen):
    assert nearest_chosen(small, code).area_code == chosen
    query = parse_qs(urlsplit(profile(small, code, {})).query)
    found = subject(small, Selection(query["area"][0], QUARTER), query.get("of", [""])[0])
    assert found == Subject(area(small, code))
    assert selected(found, Selection(chosen, QUARTER)).area_code == code


def test_what_stands_beside_another_area_or_is_not_there_is_nothing(small):
    assert subject(small, Selection("D", QUARTER), "T") is None and is_of_elsewhere(small, "T")
    assert subject(small, Selection("D", QUARTER), "<script>") is None and not is_of_elsewhere(small, "<script>")


def test_an_enterprise_is_told_only_where_it_may_be_named(small):
    names = named(small, "C", QUARTER)
    assert {row.area_code for row in names.values()} == {"F", "Q"}
    for name, row in names.items():
        found = subject(small, Selection("C", QUARTER), name)
        assert found.enterprise == row and found.kind == "企业" and found.area.area_code == row.area_code
        assert [way.name for way in lineage(small, found, {})][-2:] == [row.area_name, name]
    secret = small.rows("SELECT DISTINCT name FROM core.enterprises WHERE disclosure = '内部'")
    assert secret and not {row["name"] for row in secret} & set(names)
    for row in secret:
        assert subject(small, Selection("C", QUARTER), row["name"]) is None


def test_what_the_registers_say(small):
    told = dict(properties(small, Subject(area(small, "D"))))
    assert told["下辖"] == "3个园区、村、厂区、3个网格"
    assert [kind_of(area(small, code)) for code in ("C", "D", "V", "P", "P1")] == [
        "市",
        "片区",
        "村（社区）",
        "园区",
        "专属网格",
    ]


def test_a_neighbour_is_compared_side_by_side_as_a_link(small):
    [way] = comparisons(small, area(small, "P"), Selection("P", QUARTER, "none"))
    assert way.name == "与乙园对比"
    query = {name: value[0] for name, value in parse_qs(urlsplit(way.link).query).items()}
    shown = opened(small, query, default_question(small))
    assert not shown.replaced and shown.question.areas == ("P", "Q") and len(shown.question.metrics) == 5


def test_every_link_of_the_demonstration_opens_as_it_says(demonstration):
    offered = default_question(demonstration)
    for place in areas(demonstration).values():
        query = parse_qs(urlsplit(profile(demonstration, place.area_code, {})).query)
        found = subject(demonstration, Selection(query["area"][0], "2025Q4"), query.get("of", [""])[0])
        assert found == Subject(place)
        if place.is_in_scope:
            for way in comparisons(demonstration, place, Selection(place.area_code, "2025Q4")):
                asked = {name: value[0] for name, value in parse_qs(urlsplit(way.link).query).items()}
                assert not opened(demonstration, asked, offered).replaced
