"""Every metric's figures over the small world, by hand; then what holds for all metrics, areas and periods."""

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.figures.absence import Absence
from dashboard.figures.areas import areas
from dashboard.figures.ask import ask, cells
from dashboard.figures.catalogue import METRICS
from dashboard.figures.periods import grain_of, to_grain, within
from dashboard.figures.warehouse import current
from tests import small_world

HIDDEN, SILENT, NOTHING = Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD

# metric, area, period, value; worked out from the rows in tests/small_world.py
BY_HAND = (
    ("enterprises", "D", "2024Q1", 4),
    ("enterprises", "T", "2024Q2", 5),  # E5 has left
    ("enterprises", "V", "2024Q1", NOTHING),
    ("above_scale_enterprises", "D", "2024Q1", 2),
    ("above_scale_share", "D", "2024Q1", 50),
    ("newly_settled", "D", "2024", 1),
    ("enterprises_left", "T", "2024", 1),
    ("industries", "T", "2024Q1", 3),
    ("enterprise_report_rate", "D", "2024Q2", 75),
    ("enterprise_report_rate", "D", "2024", 87.5),  # 4 + 3 of 8
    ("gross_output", "D", "2024Q1", 260),
    ("gross_output", "D", "2024Q2", HIDDEN),  # E2 and E4
    ("gross_output", "D", "2024", HIDDEN),  # less the first quarter it would tell the second
    ("gross_output", "F", "2024", 250),  # one enterprise, but it may be named
    ("sales_output", "D", "2024Q1", 240),
    ("revenue", "D", "2024Q1", 248),
    ("tax", "F", "2024", 13),
    ("electricity", "F", "2024", 25),
    ("sales_to_output", "D", "2024Q1", 240 / 260 * 100),
    ("tax_to_output", "F", "2024Q1", 5),
    ("output_per_mwh", "F", "2024Q1", 10),
    ("output_per_mu", "F", "2024Q1", 12),
    ("output_per_mu", "F", "2024", 25),  # 250 over 10 mu, which are the same in both quarters
    ("output_per_mu", "Q", "2024Q2", Absence.NOT_COMPARABLE),
    ("output_per_mu", "D", "2024Q1", HIDDEN),
    ("tax_per_mu", "F", "2024Q1", 0.6),
    ("land_compared", "F", "2024Q1", 10),
    ("employees", "D", "2024Q1", 122),
    ("employees", "F", "2024", 54),
    ("employees_per_enterprise", "D", "2024Q1", 30.5),
    ("above_scale_employee_share", "D", "2024Q1", 85 / 122 * 100),
    ("output_per_employee", "F", "2024", 250 / 53),  # of 52 and 54
    ("courses", "P", "2024Q2", 2),
    ("courses", "P", "2023-12", 0),  # between two courses
    ("courses", "V", "2023-12", NOTHING),  # never any there
    ("courses", "P", "2024-07", SILENT),  # after the last
    ("enrolled", "P", "2024Q2", 22),
    ("completed", "P", "2024Q2", 9),
    ("completed", "P", "2024-06", SILENT),
    ("completed", "P", "2024-05", 0),
    ("courses_cumulative", "P", "2024Q2", 4),
    ("completed_cumulative", "P", "2024Q1", 40),
    ("completed_cumulative", "P", "2024", 49),
    ("enrolled_per_course", "P", "2024Q2", 11),
    ("completion_rate", "P", "2024Q2", 90),  # K4 is not finished
    ("completion_rate", "P", "2024", 82.5),  # 33 of 40, no mean of rates
    ("certification_rate", "P", "2023Q4", 50),
    ("certification_rate", "P", "2024Q2", HIDDEN),  # two persons
    ("conversion_3m_rate", "P", "2024Q1", 50),
    ("conversion_3m_rate", "P", "2024Q2", SILENT),
    ("conversion_6m_rate", "P", "2023Q4", 25),
    ("conversion_6m_rate_cumulative", "P", "2024Q2", 25),
    ("courses_due_6m", "P", "2024Q2", 1),
    ("enrolled_due_6m", "P", "2024Q2", 20),
    ("completed_due_6m", "P", "2024Q2", 16),
    ("converted_3m_due_6m", "P", "2024Q2", 6),
    ("converted_6m_due_6m", "P", "2024Q2", 4),
    ("accounts_launched", "P", "2024Q2", 6),
    ("accounts_launched", "P", "2024Q1", SILENT),
    ("accounts_cumulative", "P", "2024Q2", 16),
    ("accounts_cumulative", "P", "2024Q1", SILENT),
    ("accounts_active", "P", "2024", 12),
    ("landing_rate", "P", "2024Q2", 75),
    ("enterprises_admitted", "P", "2024", 1),
    ("enterprises_admitted_cumulative", "P", "2024Q2", 4),
    ("enterprises_graduated_cumulative", "P", "2023Q4", 0),
    ("graduation_rate", "P", "2024Q2", 50),
    ("enterprises_surviving", "P", "2024Q2", 3),
    ("survival_rate", "P", "2024Q2", 75),
    ("jobs_created", "P", "2024Q2", 8),
    ("jobs_cumulative", "P", "2024Q2", 20),
    ("jobs_per_enterprise", "P", "2024Q2", 10),
    ("jobs_per_enterprise", "P", "2023Q4", NOTHING),  # no enterprise had come of it
    ("orders", "P", "2024Q2", 300),
    ("sales", "P", "2024Q2", 12.5),
    ("grids", "D", "2024Q2", 3),
    ("grids", "E", "2024Q2", NOTHING),  # no division into grids
    ("grid_leaders", "D", "2024Q1", 2),
    ("grid_coverage", "D", "2024Q2", 200 / 3),
    ("grid_coverage", "V2", "2024Q1", 0),
    ("grid_coverage", "V2", "2024Q2", SILENT),
    ("grid_report_rate", "D", "2024Q2", 200 / 3),
    ("grid_staff", "D", "2024Q1", 9),
    ("full_time_share", "D", "2024Q1", 400 / 9),
    ("staff_per_grid", "D", "2024Q1", 3),
    ("staff_per_grid", "D", "2024Q2", 4),  # of the two that reported
    ("households_per_grid", "D", "2024Q1", 310),
    ("residents_per_grid", "D", "2024Q1", 4300 / 3),
    ("residents_per_staff", "D", "2024Q1", 4300 / 9),
    ("enterprises_per_grid", "D", "2024Q1", 3),  # V2 left it empty
    ("grids_in_band_share", "D", "2024Q1", 50),
    ("grids_in_band_share", "P1", "2024Q1", Absence.NOT_COMPARABLE),  # no standard for its kind
    ("grids_in_band_share", "V2", "2024Q2", SILENT),
    ("grids_overloaded", "D", "2024Q1", 1),
    ("grids_overloaded", "D", "2024Q2", 0),
    ("events_per_grid", "D", "2024Q2", 2),
    ("events_per_1000_residents", "D", "2024Q2", 4 / 1760 * 1000),  # without V2, whose persons are unknown
    ("events_accepted", "D", "2024Q2", 6),
    ("events_accepted", "V", "2024-04", 3),
    ("events_accepted", "V2", "2024-04", 0),  # its 片区 sent the list
    ("events_accepted", "Q", "2024-05", SILENT),  # the other 片区 did not
    ("events_accepted", "F", "2024-04", NOTHING),
    ("events_closed", "D", "2024Q2", 4),
    ("closure_rate", "D", "2024Q2", 400 / 6),
    ("closure_rate", "V2", "2024-04", NOTHING),
    ("on_time_rate", "D", "2024-04", 50),
    ("on_time_rate", "D", "2024Q2", 50),  # A1 and A3 of A1, A2, A3, A4
    ("days_to_close", "D", "2024Q2", 8.5 / 4),
    ("days_to_close", "Q", "2024-04", 0.5),
    ("reopened_rate", "D", "2024Q2", 25),
    ("overdue_open", "D", "2024Q2", 1),
    ("party_organizations", "D", "2024Q2", 8),
    ("party_members", "D", "2024Q2", 105),
    ("members_per_organization", "D", "2024Q2", 105 / 8),
    ("women_share", "D", "2024Q2", 32 / 105 * 100),
    ("under_35_share", "D", "2024Q2", 22 / 105 * 100),
    ("college_share", "D", "2024Q2", 39 / 105 * 100),
    ("liaison_organizations", "P", "2024Q2", 4),
    ("liaison_coverage", "P", "2024Q2", 50),
    ("liaison_unclear", "P", "2024Q2", 2),
    ("households", "V", "2024Q2", 930),
    ("registered_residents", "V", "2024Q2", 2050),
    ("residents", "D", "2024Q2", 4100),
    ("residents", "D", "2024Q1", 4000),
    ("resident_ratio", "V", "2024Q2", 2),
    ("persons_per_household", "V", "2024Q2", 4100 / 930),
    ("village_groups", "V", "2024Q2", 12),
    ("village_representatives", "V", "2024Q2", 30),
    ("estates", "V", "2024Q2", 4),
)


def one(warehouse, metric, area, period):
    [cell] = cells(warehouse, metric, (area,), grain=grain_of(period), since=period, until=period)
    return cell


@pytest.mark.parametrize(("name", "area", "period", "value"), BY_HAND)
def test_the_figure_worked_out_by_hand(small, name, area, period, value):
    found = one(small, METRICS[name], area, period).value
    assert found is value if isinstance(value, Absence) else found == pytest.approx(value, rel=1e-12)


def test_every_metric_has_a_figure_worked_out_by_hand():
    assert {name for name, *_, value in BY_HAND if not isinstance(value, Absence)} == set(METRICS)


def test_an_interval_has_two_ends(small):
    cell = one(small, METRICS["liaison_coverage"], "P", "2024Q2")
    assert (cell.value, cell.value_high) == (50, 100)


def test_a_cell_tells_what_it_was_made_from(small):
    cell = one(small, METRICS["closure_rate"], "D", "2024Q2")
    assert (cell.numerator, cell.denominator, cell.origins, cell.as_of, cell.base_periods) == (
        4,
        6,
        ("demo",),
        "2024-05",
        2,
    )
    assert one(small, METRICS["landing_rate"], "P", "2024Q2").origins == ("reported",)
    assert one(small, METRICS["grids"], "D", "2024Q2").origins == (
        "demo",
        "published",
    )  # V2 stands in the register only


def test_a_year_says_of_how_many_quarters_it_is_made(small):
    assert one(small, METRICS["orders"], "P", "2024").base_periods == 1
    assert one(small, METRICS["gross_output"], "F", "2024").base_periods == 2


def test_a_withheld_cell_keeps_nothing(small):
    cell = one(small, METRICS["gross_output"], "D", "2024Q2")
    assert (cell.value, cell.numerator, cell.denominator, cell.contributors) == (HIDDEN, None, None, None)


def test_a_breakdown_has_a_row_for_every_part(small):
    found = cells(small, METRICS["courses"], ("P",), grain="quarter", by="category", since="2024Q1")
    assert [(cell.period, cell.part, cell.value) for cell in found] == [
        ("2024Q1", "技能", 0),
        ("2024Q1", "新媒体电商", 1),
        ("2024Q2", "技能", 2),
        ("2024Q2", "新媒体电商", 0),
    ]


def test_a_part_that_an_area_lacks_is_no_gap_in_its_reports(small):
    found = {
        (cell.area_code, cell.part): cell.value
        for cell in cells(small, METRICS["party_organizations"], ("V", "P"), by="kind", since="2024Q2")
    }
    assert found["V", "村社区"] == 3
    assert found["V", "非公企业"] is NOTHING
    assert found["P", "社会组织"] == 1


def test_without_a_register_the_number_of_enterprises_is_unknown(tmp_path):
    folder = small_world.publish(tmp_path, change="UPDATE core.enterprises SET origin = 'published'")
    for name in ("enterprises", "above_scale_share", "newly_settled", "industries", "enterprise_report_rate"):
        assert one(current(folder), METRICS[name], "D", "2024Q1").value is SILENT
    assert one(current(folder), METRICS["gross_output"], "D", "2024Q1").value == 260


def test_the_complement_of_a_withheld_part_is_withheld_too(small):
    # Two women in 社会组织; with the 14 of the whole, the 12 of 非公企业 would tell.
    found = cells(small, METRICS["women_share"], ("P",), by="kind", since="2024Q2")
    assert {cell.part: cell.value for cell in found if cell.part != "村社区"} == {
        "社会组织": HIDDEN,
        "非公企业": HIDDEN,
    }
    assert one(small, METRICS["women_share"], "P", "2024Q2").value == pytest.approx(14 / 45 * 100)


def test_the_same_is_withheld_whichever_areas_are_asked_for(small):
    every = tuple(areas(small))
    for name in ("gross_output", "tax", "women_share"):
        together = cells(small, METRICS[name], every)
        apart = [cell for code in every for cell in cells(small, METRICS[name], (code,))]
        assert together == tuple(apart)


def test_answers_come_in_the_order_asked_then_by_period(small):
    found = cells(small, METRICS["enterprises"], ("Q", "D"))
    assert [(cell.area_code, cell.period) for cell in found] == [
        (code, period) for code in ("Q", "D") for period in ("2023Q4", "2024Q1", "2024Q2")
    ]


def test_an_unknown_area_has_no_figures(small):
    assert one(small, METRICS["residents"], "nowhere", "2024Q2").value is SILENT
    assert one(small, METRICS["tax"], "nowhere", "2024Q2").value is NOTHING


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("grids", {"grain": "month"}),
        ("grids", {"since": "2024"}),
        ("grids", {"by": "industry"}),
        ("grids", {"by": "grid_kind; DROP"}),
        ("grids", {"until": "2024Q9"}),
    ],
)
def test_what_a_metric_does_not_have_is_refused(small, name, more):
    with pytest.raises(ValueError, match="cannot be asked|not periods|no dimension|no period"):
        cells(small, METRICS[name], ("D",), **more)


def test_an_answer_is_made_once_and_its_frame_belongs_to_who_asked(small):
    assert cells(small, METRICS["tax"], ("D",)) is cells(small, METRICS["tax"], ("D",))
    frame = ask(small, METRICS["grids"], ("D",))
    frame.loc[:, "value"] = 0.0
    assert ask(small, METRICS["grids"], ("D",))["value"].tolist() == [3.0, 3.0]


def test_the_frame_has_the_columns_promised(small):
    frame = ask(small, METRICS["gross_output"], ("D",), by="industry", since="2024Q2")
    assert list(frame) == [
        "area_code",
        "period",
        "industry",
        "value",
        "value_high",
        "numerator",
        "denominator",
        "contributors",
        "absence",
        "origins",
        "as_of",
        "base_periods",
    ]
    assert frame["value"].dtype == float
    assert all(isinstance(word, Absence) for word in frame.loc[frame["value"].isna(), "absence"])


ALL = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)


@ALL
def test_an_empty_warehouse_answers_without_figures(empty, metric):
    assert cells(empty, metric, ("D",)) == ()
    [cell] = cells(empty, metric, ("D",), since="2024Q2", until="2024Q2", grain="quarter")
    assert isinstance(cell.value, Absence)
    assert ask(empty, metric, ("D",)).empty


@ALL
def test_every_answer_has_every_area_and_period_once(small, metric):
    every = tuple(areas(small))
    for grain in metric.grains:
        since, until = to_grain("2023-10", grain), to_grain("2024-09", grain)
        for by in (None, *(dimension.name for dimension in metric.dimensions)):
            frame = ask(small, metric, every, grain=grain, since=since, until=until, by=by)
            keys = ["area_code", "period", *([by] if by else [])]
            assert not frame.duplicated(keys).any()
            if not by:
                assert len(frame) == len(every) * frame["period"].nunique()
                assert frame["period"].min() == since
                assert frame["period"].max() == until
            assert (frame["value"].isna() == frame["absence"].notna()).all()


@ALL
def test_a_share_lies_between_nothing_and_all(small, metric):
    frame = ask(small, replace(metric, protection=None), tuple(areas(small)))
    if metric.is_share:
        assert frame["value"].dropna().between(0, 100).all()
    if metric.is_interval:
        told = frame.dropna(subset=["value"])
        assert (told["value"] <= told["value_high"]).all()


@pytest.mark.parametrize(
    "metric",
    [metric for metric in METRICS.values() if metric.denominator is None and metric.numerator.over_time == "sum"],
    ids=lambda metric: metric.name,
)
def test_a_flow_of_a_longer_period_is_the_sum_of_the_shorter(small, metric):
    bare, every = replace(metric, protection=None), tuple(areas(small))
    for longer, shorter in zip(bare.grains[1:], bare.grains, strict=False):
        found = ask(
            small, bare, every, grain=shorter, since=within("2023", shorter)[0], until=within("2024", shorter)[-1]
        )
        summed = found.assign(period=[to_grain(period, longer) for period in found["period"]])
        expected = summed.groupby(["area_code", "period"])["value"].sum(min_count=1)
        whole = ask(
            small, bare, every, grain=longer, since=to_grain("2023-01", longer), until=to_grain("2024-12", longer)
        )
        pd.testing.assert_series_equal(
            whole.set_index(["area_code", "period"])["value"].sort_index(), expected.sort_index()
        )


@pytest.mark.parametrize(
    "metric", [metric for metric in METRICS.values() if metric.is_additive], ids=lambda metric: metric.name
)
def test_an_area_is_the_sum_of_its_parts(small, metric):
    bare = replace(metric, protection=None)
    values = {(cell.area_code, cell.period): cell.value for cell in cells(small, bare, ("T", "D", "E", "W"))}
    for (area, period), value in values.items():
        if area == "T":
            parts = [values[part, period] for part in ("D", "E", "W")]
            told = [part for part in parts if not isinstance(part, Absence)]
            assert value == pytest.approx(sum(told)) if told else isinstance(value, Absence)


@pytest.mark.parametrize(
    "metric", [metric for metric in METRICS.values() if metric.is_additive], ids=lambda metric: metric.name
)
def test_a_whole_is_the_sum_of_its_breakdown(small, metric):
    bare = replace(metric, protection=None)
    whole = {cell.period: cell.value for cell in cells(small, bare, ("T",))}
    for dimension in metric.dimensions:
        found = cells(small, bare, ("T",), by=dimension.name)
        for period, value in whole.items():
            told = [cell.value for cell in found if cell.period == period and not isinstance(cell.value, Absence)]
            # Where one part is untold the whole may be too, but then no part has anything to tell.
            assert (value == pytest.approx(sum(told))) if not isinstance(value, Absence) else not any(told)
