"""Parts of a metric keep their colour from chart to chart, as long as there are colours enough."""

from dashboard.look.charts import Series, columns
from dashboard.look.theme import LIGHT
from dashboard.panels.parts import color_slots


def colors(names):
    slots = color_slots(names)
    series = [Series(name, (("2025Q4", 10 - place),), slot=slots.get(name)) for place, name in enumerate(names)]
    drawn = columns(series, LIGHT, unit="件", is_stacked=True)["data"]
    return {trace["name"]: trace["marker"]["color"] for trace in drawn}


def test_a_part_has_one_colour_whether_it_is_the_largest_or_not():
    assert colors(["甲", "乙", "丙"]) == colors(["丙", "甲", "乙"])
    assert len(set(colors(["甲", "乙", "丙"]).values())) == 3


def test_more_parts_than_colours_are_coloured_by_rank():
    names = [f"类{number}" for number in range(8)]
    assert color_slots(names) == {}
    assert list(colors(names).values())[:2] == list(LIGHT.series[:2])
