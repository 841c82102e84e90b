"""Parts of a metric keep their colour from chart to chart, as long as there are colours enough."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.render.charts import columns
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Series
from dashboard.views.kinds.parts import color_slots, unsplit


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


def test_without_parts_the_whole_says_why():
    told = {value: unsplit([Cell("V", "2024Q2", "", value)])[0].value for value in (0.0, 3.0, *Absence)}
    assert told[0.0] is Absence.NOT_IN_PERIOD
    assert told[3.0] is Absence.NOT_REPORTED
    assert all(told[word] is word for word in Absence)
