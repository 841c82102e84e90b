"""What the page of parks says about growth, moves, land and named enterprises, worked out by hand."""

from dataclasses import replace

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection, known_periods
from dashboard.metrics.versions import current
from dashboard.tables.named_enterprises import EnterpriseRow, disclosed_enterprises
from dashboard.text.formats import is_number
from dashboard.views.kinds.growth import growth, growth_finding
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.moves import Move
from dashboard.views.kinds.parts import is_split, parts_trend_view, parts_view
from dashboard.views.park_output.land import Spot, land_finding, land_views, left_out
from dashboard.views.park_output.named_enterprises import (
    INTERNAL,
    enterprise_finding,
    incomparable_note,
    per_mu,
)
from dashboard.views.park_output.places import missing, movement, ranking, spot_trend, units, workforce

OUTPUT, TAX = metric("gross_output"), metric("tax")
ROW = EnterpriseRow(
    name="甲厂",
    industry="服装",
    area_code="P",
    area_name="甲园",
    is_above_scale=True,
    land_mu=20.0,
    is_land_same_scope=True,
    disclosure="已公开",
    quarter="2024Q1",
    gross_output_cny_10k=1000.0,
    sales_output_cny_10k=None,
    revenue_cny_10k=None,
    tax_cny_10k=None,
    employees_persons=None,
    origin="demo",
)


def quarters(*values):
    """Cells from 2023Q1 on."""
    return tuple(Cell("P", f"{2023 + index // 4}Q{index % 4 + 1}", "", value) for index, value in enumerate(values))


def test_growth_is_against_the_same_quarter_of_the_year_before():
    grown = growth(quarters(100.0, 0.0, Absence.NOT_REPORTED, 80.0, 110.0, 5.0, 7.0, 60.0), "year_earlier", "2024Q1")
    assert [period for period, _ in grown] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    assert grown[0][1] == pytest.approx(10.0)
    assert grown[1][1] is Absence.NOT_COMPARABLE  # from zero
    assert grown[2][1] is Absence.NOT_REPORTED
    assert grown[3][1] == pytest.approx(-25.0)


def test_growth_finding_counts_what_rose_as_it_is_written():
    grown = [
        (OUTPUT, (("2024Q1", 3.0), ("2024Q2", -1.0), ("2024Q3", 0.04), ("2024Q4", Absence.NOT_REPORTED))),
        (TAX, (("2024Q1", Absence.NOT_REPORTED),)),
    ]
    assert growth_finding(grown, "同比") == "总产值3期中1期同比上升，税收没有可比的同比"


def test_movement_counts_up_down_and_alike():
    moves = [
        Move("A", "甲园", *quarters(14_872.5, 15_120.9)),
        Move("B", "乙园", *quarters(10.0, 9.0)),
        Move("C", "丙园", *quarters(10_000.0, 10_004.0)),
        Move("D", "丁园", *quarters(Absence.NOT_REPORTED, 3.0)),
        Move("E", "戊园", *quarters(10.0, 12.0)),
    ]
    found = movement(OUTPUT, moves, "同比")
    assert found == "总产值同比：2处上升，1处下降（乙园），1处持平"
    assert found.named == ("B",)
    # Of many that all went one way, no names.
    assert (
        movement(OUTPUT, [Move(str(one), "某园", *quarters(1.0, 2.0)) for one in range(3)], "同比")
        == "总产值同比：3处上升"
    )


def test_movement_without_a_pair_says_so():
    assert (
        movement(OUTPUT, [Move("A", "甲园", *quarters(Absence.NOT_DISCLOSED, 3.0))], "环比")
        == "总产值由高到低，没有可比的环比"
    )


def test_a_factory_is_listed_and_counted_with_its_park(small):
    # 甲园 had three enterprises and then four, the one of 甲厂 among them as before; nobody registers any for 甲村.
    view = ranking(small, "enterprises", [area(small, code) for code in "PVF"], Selection("D", "2024Q1", "previous"))
    assert view.finding == "在册企业环比：1处上升（甲园）"
    assert [str(row[0]) for row in view.table.rows] == ["甲园", "甲厂", "甲村"]
    assert [(bar.name, bar.value, bar.is_highlighted) for bar in view.chart.items[:2]] == [
        ("甲园", 1, True),
        ("其中：甲厂", 0, False),
    ]


def test_per_mu_only_of_the_same_scope():
    assert per_mu(ROW) == 50.0
    assert per_mu(replace(ROW, is_land_same_scope=False)) is Absence.NOT_COMPARABLE
    assert per_mu(replace(ROW, land_mu=None, is_land_same_scope=False)) is Absence.NOT_REPORTED
    assert per_mu(replace(ROW, gross_output_cny_10k=None)) is Absence.NOT_REPORTED


def test_who_cannot_be_compared_is_named():
    assert incomparable_note([ROW]) == ""
    other = replace(ROW, name="乙厂", is_land_same_scope=False)
    assert incomparable_note([ROW, other]) == "乙厂另有厂区，用地与产值不同口径，亩均不可比"


def test_the_withheld_are_counted_and_never_named():
    assert enterprise_finding(15, 226) == "可具名的企业15家，另有226家内部企业按规定不具名"
    assert enterprise_finding(3, 0) == "可具名的企业3家"


@pytest.mark.parametrize("area_code", ["350581000000", "350581101901", "350581100901"])
def test_the_named_and_the_withheld_are_all_enterprises_in_every_quarter(demonstration_warehouse, area_code):
    warehouse = current(demonstration_warehouse)
    counted = metric("enterprises")
    span = {"grain": "quarter", "since": known_periods(warehouse)[0], "until": known_periods(warehouse)[-1]}
    every = cells(warehouse, counted, (area_code,), **span)
    withheld = {
        cell.period: cell.value
        for cell in cells(warehouse, counted, (area_code,), by="disclosure", **span)
        if cell.part == INTERNAL
    }
    known = {cell.period: cell.value for cell in every if is_number(cell.value)}
    named = {one: len(disclosed_enterprises(warehouse, area_code, one)) for one in known}
    assert len(known) > 8 and {one: named[one] + withheld[one] for one in known} == known


def test_what_is_not_drawn_is_named_by_its_word():
    spots = [Spot("服装", 10.0, 20.0, 2.0), Spot("针织", None, None, Absence.NOT_DISCLOSED)]
    assert left_out(spots) == "未画：针织不公开"
    assert left_out(spots[:1]) == ""
    many = [Spot(f"企业{number}", None, None, Absence.NOT_REPORTED) for number in range(6)]
    assert left_out(many) == "未画：另6个未填报"


def test_a_factory_is_pointed_out_among_its_district(small):
    assert units(small, "F").pointed == "F"
    assert set(units(small, "F").codes) == {"F", "P", "V"}
    assert units(small, "P1").pointed == "P"
    assert units(small, "D").pointed is None


def test_a_grid_has_no_output_and_the_page_says_why(small):
    assert missing(small, Selection("V1", "2024Q1")) == "企业按所在的园区、村、厂区登记，产出不分到网格。"


def test_land_never_names_an_enterprise_that_may_not_be_named(small):
    internal = {"E2", "E3", "E4"}
    views = land_views(small, Selection("C", "2024Q1"))
    shown = {str(row[0]) for view in views.values() for row in view.table.rows}
    assert not {name for name in shown if any(code in name for code in internal)}


def test_lines_refuse_two_scales(small):
    with pytest.raises(ValueError, match="different units"):
        lines_view(small, ("gross_output", "employees"), Selection("D", "2024Q1"))


def test_a_single_part_is_no_split(small):
    # E1 alone lies in 甲厂: 服装, above scale. 甲园 has E2 服装, E3 and E4 针织 besides.
    for make in (parts_view, parts_trend_view):
        assert not is_split(make(small, "enterprises", "industry", Selection("F", "2024Q2")))
        assert is_split(make(small, "enterprises", "industry", Selection("P", "2024Q2")))


def test_a_split_without_figures_stays_to_say_so(small):
    assert is_split(parts_view(small, "gross_output", "industry", Selection("V1", "2024Q2")))


def test_the_share_of_large_enterprises_is_drawn_where_there_are_both_kinds(small):
    assert len(workforce(small, Selection("F", "2024Q2"))) == 1
    assert len(workforce(small, Selection("P", "2024Q2"))) == 2


def test_a_trend_is_drawn_beside_the_map_only_where_the_page_does_not_show_it_already(small):
    district = Selection("D", "2024Q2")
    assert spot_trend(small, "gross_output", district, None) is None
    assert spot_trend(small, "gross_output", replace(district, area_code="P"), "P") is None
    assert spot_trend(small, "gross_output", district, "P").finding.startswith("甲园 · ")
    assert spot_trend(small, "output_per_mu", district, None) is not None


def test_a_few_dots_are_counted_and_not_ranked():
    few = [Spot(f"园{number}", 10.0, 20.0, 2.0 + number) for number in range(3)]
    silent = [Spot(f"村{number}", None, None, Absence.NOT_REPORTED) for number in range(10)]
    metric_per_mu = metric("output_per_mu")
    assert land_finding(metric_per_mu, few + silent, "area") == "13个园区、村、厂区中3个可以算出亩均产值"
    assert "园2" in land_finding(metric_per_mu, few, "area")
