"""Places among those of a kind, worked out by hand over the small world; a law over every area of the demonstration."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area, areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS, metric
from dashboard.metrics.disclosure import withheld
from dashboard.metrics.selection import Selection, latest_period
from dashboard.text.formats import is_number
from dashboard.views.profile.standing import AREA, GRID, Rank, placed, rank, silent_words, standings_view
from dashboard.views.profile.subject import peers

QUARTER = "2024Q2"


def place(small, name, code):
    return placed(small, name, area(small, code), Selection(code, QUARTER)).rank


def test_the_better_figure_comes_first_whichever_way_is_better(small):
    # Of three events of V1 two were closed in time, the one of V2 that fell due was not: 66.7 % before 0 %.
    assert place(small, "on_time_rate", "V1") == Rank(1, 2, False)
    # V2 alone has a late one: none is better than one.
    assert place(small, "overdue_open", "V1").words == "第1／2" and place(small, "overdue_open", "V2").words == "第2／2"
    # Three came in at V1, two at V2; neither is better, so the higher one is first.
    assert place(small, "events_accepted", "V2").words == "第2／2"


def test_an_equal_figure_shares_its_place_and_a_missing_one_has_none(small):
    assert rank(metric("on_time_rate"), 90.04, [90.0, 80.0, Absence.NOT_DISCLOSED]).words == "并列第1／3"
    assert rank(metric("overdue_open"), 3, [1, 2, 3, 9]) == Rank(3, 5, True)
    assert rank(metric("tax"), Absence.NOT_DISCLOSED, [1.0]) is None
    # V2 sent no staffing for the quarter: V1 is alone, and P1 is of another kind.
    assert place(small, "staff_per_grid", "V1") is None and place(small, "staff_per_grid", "V2") is None
    assert [one.area_code for one in peers(small, area(small, "V1"))] == ["V1", "V2"]


def test_the_title_names_the_figures_that_are_first_and_last(small):
    shown = standings_view(small, area(small, "V2"), Selection("V2", QUARTER))
    assert shown.finding.parts[0] == "与甲村1号网格比"
    assert shown.finding.parts[-1] == "较差：事件办结率、事件按期办结率、超期未办结事件"
    rows = {row[0]: row[1:] for row in shown.table.rows}
    assert rows["事件按期办结率"] == ("0.0%", "同比：无更早数据", "第2／2", "0.0%", "66.7%")
    assert rows["每名网格员服务人口"] == ("未填报", "同比：未填报", "", "", "")


def test_words_of_what_is_missing_stand_together():
    class Read:
        def __init__(self, label, absence):
            self.metric, self.absence = next(one for one in METRICS.values() if one.label == label), absence

    read = [
        Read("税收", Absence.NOT_REPORTED),
        Read("总产值", Absence.NOT_DISCLOSED),
        Read("住户", Absence.NOT_REPORTED),
    ]
    assert silent_words(read) == "未填报：税收、住户；不公开：总产值"


def test_what_is_withheld_has_neither_figure_nor_place_and_no_part_in_a_range(demonstration):
    period, hidden = latest_period(demonstration), 0
    for one in areas(demonstration).values():
        shown = standings_view(demonstration, one, Selection(one.area_code, period))
        rows = {row[0]: row for row in shown.table.rows}
        for name in GRID if one.level == "网格" else AREA:
            asked = metric(name)
            secret = withheld(demonstration, asked.protection, None) if asked.protection else frozenset()
            alike = tuple(other.area_code for other in peers(demonstration, one))
            found = cells(demonstration, asked, alike, grain="quarter", since=period, until=period)
            others = [cell for cell in found if cell.area_code != one.area_code]
            told = [cell.value for cell in others if is_number(cell.value)]
            assert not {(cell.area_code, period, "") for cell in others if is_number(cell.value)} & secret
            if (one.area_code, period, "") in secret:
                hidden += 1
                assert rows[asked.label][1] == "不公开" and rows[asked.label][3:] == ("", "", "")
            own = next((row for row in shown.rows if row.reading.metric == asked), None)
            assert own is None or sorted(own.others) == sorted(told)
    assert hidden
