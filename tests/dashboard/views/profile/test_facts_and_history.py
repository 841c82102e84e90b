"""What is printed and what is dated of an area, worked out by hand over the small world."""

from datetime import date

from dashboard.metrics.areas import area
from dashboard.metrics.selection import Selection
from dashboard.views.profile.facts import facts_of
from dashboard.views.profile.gaps import gaps_table
from dashboard.views.profile.history import dated
from dashboard.views.profile.parts import parts_table
from dashboard.views.profile.subject import Subject


def test_facts_are_those_of_the_area_itself(small):
    # Of 甲厂 one output is printed; the park around it has its own nine figures.
    assert [fact.fact_id for fact in facts_of(small, Subject(area(small, "F")))] == ["BG043"]
    assert "BG043" not in {fact.fact_id for fact in facts_of(small, Subject(area(small, "P")))}


def test_events_come_latest_first_and_none_lies_after_the_period(small):
    every = dated(small, "D", date(2024, 6, 30))
    assert every and [one.day for one in every] == sorted((one.day for one in every), reverse=True)
    assert all(one.day <= "2024-03-31" for one in dated(small, "D", date(2024, 3, 31)))
    assert not dated(small, "W", date(2024, 6, 30))


def test_the_grids_of_a_village_stand_below_it_with_their_figures(small):
    _, _, table, _ = parts_table(small, Selection("V", "2024Q2"))
    headers = [column.label for column in table.columns]
    rows = {str(row[0]): dict(zip(headers, row, strict=True)) for row in table.rows}
    assert list(rows) == ["甲村1号网格", "甲村2号网格"]
    assert (rows["甲村1号网格"]["受理事件"], rows["甲村2号网格"]["受理事件"]) == (3, 2)
    assert parts_table(small, Selection("V1", "2024Q2"))[2].rows == ()


def test_what_was_not_sent_is_listed_by_form_and_what_there_is_not_is_no_gap(small):
    title, _, table, _ = gaps_table(small, Selection("V2", "2024Q2"))
    words = {labels for why, _, _, labels in table.rows if why == "未填报"}
    # V2 sent no staffing for the quarter.
    assert any("网格员" in one for one in words) and title.startswith("本期没有数的指标")
    assert not any(why == "本期无此项" for why, *_ in table.rows)
