"""The figures of 片区 as the level above reads them: those that the 片区 itself shows, their sums, and who is missing."""

from dataclasses import astuple

import duckdb
import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.versions import current
from dashboard.tables.packs import SUMMED, districts, figures_of, having, quarters, together
from dashboard.text.formats import is_number
from dashboard.views.prefecture import lists, places, totals
from dashboard.views.prefecture.told import missing_words
from etl.packs.packing import figures, withheld
from etl.sql import literal
from tests import small_world

DISTRICTS = {"D": "甲片区", "E": "乙片区"}


# 丙片区 is in no register, sent what 乙片区 sent, and of events nothing.
THIRD = """
INSERT INTO core.packs SELECT * REPLACE ('X' AS district_code, '丙片区' AS name) FROM core.packs WHERE district_code = 'E';
INSERT INTO core.pack_figures SELECT * REPLACE ('X' AS district_code) FROM core.pack_figures
WHERE district_code = 'E' AND source <> 'grid_event_area_months'
"""


def received(*codes: str) -> str:
    """SQL that puts the packs of some 片区 of the small world, built after its last quarter, into a warehouse."""
    made = small_world.build(duckdb.connect())
    lines = []
    for code in codes:
        sent = (code, DISTRICTS[code], "1.0.0", "v", "2024-07-01 00:00", "true", "1")
        lines.append(f"INSERT INTO core.packs VALUES ({', '.join(map(literal, sent))})")
        for table, told in (("pack_figures", figures(made, code)), ("pack_withheld", withheld(made, code))):
            values = ", ".join(f"({', '.join(literal(str(field)) for field in (code, *astuple(one)))})" for one in told)
            lines += [f"INSERT INTO core.{table} VALUES {values}"] if told else []
    return ";".join(lines)


@pytest.fixture(scope="module")
def above(tmp_path_factory):
    change = f"{received(*DISTRICTS)}; {THIRD}"
    return current(small_world.publish(tmp_path_factory.mktemp("above"), change=change))


@pytest.mark.parametrize("name", SUMMED)
def test_a_figure_of_a_pack_is_what_the_pages_of_the_district_show(above, name):
    told = figures_of(above, name)
    shown = {
        (cell.area_code, cell.period): cell.value
        for cell in cells(above, METRICS[name], tuple(DISTRICTS), grain="quarter")
    }
    for place, cell in ((place, cell) for place, cell in told.items() if place[0] in DISTRICTS):
        if is_number(cell.value) or cell.value is Absence.NOT_DISCLOSED:
            assert cell.value == pytest.approx(shown[place]) if is_number(cell.value) else shown[place] is cell.value
        else:
            # Where a page tells a number, the pack may lack it only as a zero that no row says.
            assert not is_number(shown.get(place)) or shown[place] == 0, place


def test_packs_tell_enough_for_that_law_to_mean_something(above):
    told = [name for name in SUMMED if any(is_number(cell.value) for cell in figures_of(above, name).values())]
    assert len(told) >= 18
    untold = [
        name for name in SUMMED if Absence.NOT_DISCLOSED in {cell.value for cell in figures_of(above, name).values()}
    ]
    assert "gross_output" in untold


def test_a_sum_is_of_those_that_have_it_and_a_ratio_is_one_of_sums(above):
    """D accepted A1 to A6 and closed four of them; E accepted A7 and A8 (see the small world)."""
    told = figures_of(above, "events_accepted")
    codes = having(above, "events_accepted", "2024Q2")
    assert together(above, "events_accepted", "2024Q2", codes).value == sum(
        told[code, "2024Q2"].value for code in codes
    )
    closed = together(above, "closure_rate", "2024Q2", codes)
    assert closed.value == pytest.approx(100 * closed.numerator / closed.denominator)
    assert together(above, "closure_rate", "2024Q2", ("D",)).value == pytest.approx(100 * 4 / 6)


def test_who_is_missing_is_named_with_every_sum(above):
    assert quarters(above)[-1] == "2024Q2"
    assert missing_words(above, "events_accepted", "2024Q2") == "只含2 / 3个片区；未报送：丙片区"
    assert "不公开：甲片区" in missing_words(above, "gross_output", "2024Q2")
    view = places.map_of_districts(above, "events_accepted", "2024Q2", chosen=None, width=740, height=480, key="map")
    assert view.table.rows[-1][:2] == ("丙片区", Absence.NOT_REPORTED) and "丙片区" in view.footer.note
    assert "丙片区" in totals.total_card(above, "events_accepted", "2024Q2").note


def test_a_comparison_is_of_those_that_have_both(above):
    """甲片区 has employees in each quarter; a sum that gained a member would tell the member as growth."""
    told = figures_of(above, "employees")
    steady = [code for code in (*DISTRICTS, "X") if all(is_number(told[code, one].value) for one in quarters(above))]
    view = totals.course_view(above, "employees", "2024Q2")
    assert view.table.rows[-1][0] == f"{len(steady)}个片区合计"
    assert view.table.rows[-1][2] == sum(told[code, "2024Q2"].value for code in steady)


def test_a_pack_of_an_area_that_no_register_has_is_told_as_such(above):
    last = districts(above)[-1]
    assert (last.code, last.is_registered) == ("X", False)
    assert ("丙片区", lists.UNKNOWN) in {row[:2] for row in lists.packs_listed(above, "2024Q2")[2].rows}


def test_a_reader_of_some_areas_reads_no_pack(above):
    scoped = above.seen_by(("D",))
    assert quarters(scoped) == () and scoped.rows("FROM core.packs") == []
