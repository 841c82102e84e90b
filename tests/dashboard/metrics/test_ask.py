"""Every metric's figures over the small world, by hand; then what holds for all metrics, areas and periods."""

from collections import OrderedDict
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import Asked, _answered, ask, asked_together, cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.coverage import extent
from dashboard.metrics.periods import grain_of, is_in, shift, to_grain, within
from dashboard.metrics.versions import current
from tests import small_world
from tests.worked_by_hand import FIGURES

HIDDEN, SILENT, NOTHING = Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD


def one(warehouse, metric, area, period):
    [cell] = cells(warehouse, metric, (area,), grain=grain_of(period), since=period, until=period)
    return cell


@pytest.mark.parametrize(("name", "area", "period", "value"), FIGURES)
def test_the_figure_worked_out_by_hand(small, name, area, period, value):
    metric = METRICS[name] if value is HIDDEN else replace(METRICS[name], protection=None)
    found = one(small, metric, area, period).value
    assert found is value if isinstance(value, Absence) else found == pytest.approx(value, rel=1e-12)


OFFICES_WITHOUT_A_BASE = """
    INSERT INTO core.service_months BY NAME
    SELECT 'S1' AS site_code, '2024-06' AS month, '托育' AS service, 200 AS visits, 18 AS in_use, 30 AS used_hours,
        'demo' AS origin;
    INSERT INTO core.grid_patrols BY NAME
    SELECT 'P1' AS grid_code, '2024-05' AS month, 6 AS patrols, 25 AS households_visited, 'demo' AS origin
"""


@pytest.mark.parametrize(
    ("name", "area", "period", "value"),
    [
        ("childcare_seats_in_use", "P", "2024-06", 18),
        ("childcare_occupancy", "P", "2024-06", SILENT),
        ("childcare_occupancy", "P", "2024Q2", 80),
        ("site_use_rate", "P", "2024Q2", 50),
        ("patrols", "P1", "2024-05", 6),
        ("household_coverage", "P1", "2024-05", SILENT),
        ("household_coverage", "D", "2024Q2", 150 / 650 * 100),
    ],
)
def test_what_is_reported_without_its_base_is_counted_and_in_no_share(tmp_path, name, area, period, value):
    warehouse = current(small_world.publish(tmp_path, change=OFFICES_WITHOUT_A_BASE))
    found = one(warehouse, replace(METRICS[name], protection=None), area, period).value
    assert found is value if isinstance(value, Absence) else found == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.thorough)])
def test_what_is_cut_out_of_all_periods_is_what_is_asked_alone(small, every):
    """Of a few areas all periods are read at once; the same as for many, of which only those asked for are read."""
    areas_at_once = ("T", "P", "V1")
    for metric in list(METRICS.values())[::every]:
        grain = metric.grains[-1]
        own = extent(small, metric.source)
        spans = [(None, None), *((to_grain(base, grain), to_grain(own[1], grain)) for base in own)]
        for since, until in (*spans, (shift(spans[1][0], -2), spans[1][0]), (shift(spans[1][0], -9), spans[1][1])):
            alone = _answered(small, Asked(metric, areas_at_once, grain, since, until))
            assert cells(small, metric, areas_at_once, grain=grain, since=since, until=until) == alone, metric.name


def test_every_metric_has_a_figure_worked_out_by_hand():
    worked_out = {name for name, *_, value in FIGURES if not isinstance(value, Absence)}
    assert set(METRICS) - worked_out == set(), "add (metric, area, period, value) to FIGURES in tests/worked_by_hand/"
    assert worked_out <= set(METRICS)


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
    assert (cell.value, cell.numerator, cell.denominator) == (HIDDEN, None, None)


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
    once, again = (cells(small, METRICS["tax"], ("D",)) for _ in range(2))
    assert once and all(cell is same for cell, same in zip(once, again, strict=True))
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
        "absence",
        "origins",
        "as_of",
        "base_periods",
    ]
    assert frame["value"].dtype == float
    assert all(isinstance(word, Absence) for word in frame.loc[frame["value"].isna(), "absence"])


# The figure of an area is the sum over its parts.
ADDITIVE = [
    metric
    for metric in METRICS.values()
    if metric.denominator is None and "distinct" not in {word.lower() for word in metric.numerator.words}
]
ALL = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)


@ALL
def test_an_empty_warehouse_answers_without_figures(empty, metric):
    assert cells(empty, metric, ("D",)) == ()
    [cell] = cells(empty, metric, ("D",), since="2024Q2", until="2024Q2", grain="quarter")
    assert isinstance(cell.value, Absence)
    assert ask(empty, metric, ("D",)).empty


@pytest.mark.thorough
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
    for longer in bare.grains[1:]:
        shorter = "month" if longer == "quarter" else "quarter"
        found = ask(
            small, bare, every, grain=shorter, since=within("2023", shorter)[0], until=within("2024", shorter)[-1]
        )
        summed = found.assign(period=[to_grain(period, longer) for period in found["period"]])
        summed = summed[[is_in(period, whole) for period, whole in zip(found["period"], summed["period"], strict=True)]]
        expected = summed.groupby(["area_code", "period"])["value"].sum(min_count=1)
        whole = ask(
            small, bare, every, grain=longer, since=to_grain("2023-01", longer), until=to_grain("2024-12", longer)
        )
        pd.testing.assert_series_equal(
            whole.set_index(["area_code", "period"])["value"].sort_index(), expected.sort_index()
        )


@pytest.mark.parametrize("metric", ADDITIVE, ids=lambda metric: metric.name)
def test_an_area_is_the_sum_of_its_parts(small, metric):
    bare = replace(metric, protection=None)
    values = {(cell.area_code, cell.period): cell.value for cell in cells(small, bare, ("T", "D", "E", "W"))}
    for (area, period), value in values.items():
        if area == "T":
            parts = [values[part, period] for part in ("D", "E", "W")]
            told = [part for part in parts if not isinstance(part, Absence)]
            assert value == pytest.approx(sum(told)) if told else isinstance(value, Absence)


@pytest.mark.parametrize("metric", ADDITIVE, ids=lambda metric: metric.name)
def test_a_whole_is_the_sum_of_its_breakdown(small, metric):
    bare = replace(metric, protection=None)
    whole = {cell.period: cell.value for cell in cells(small, bare, ("T",))}
    for dimension in metric.dimensions:
        found = cells(small, bare, ("T",), by=dimension.name)
        for period, value in whole.items():
            told = [cell.value for cell in found if cell.period == period and not isinstance(cell.value, Absence)]
            # Where one part is untold the whole may be too, but then no part has anything to tell.
            assert (value == pytest.approx(sum(told))) if not isinstance(value, Absence) else not any(told)


def test_a_printed_figure_of_one_quarter_opens_no_other(tmp_path):
    change = "DELETE FROM core.enterprise_disclosures WHERE quarter <> '2023Q4'"
    warehouse = current(small_world.publish(tmp_path, change=change))
    assert one(warehouse, METRICS["gross_output"], "F", "2023Q4").value == 100
    assert one(warehouse, METRICS["gross_output"], "F", "2024Q1").value is HIDDEN
    assert one(warehouse, METRICS["gross_output"], "F", "2024").value is HIDDEN


def test_trade_has_no_output_of_industry(tmp_path):
    change = """UPDATE core.enterprises SET industry = '商贸物流' WHERE area_code = 'Q';
        UPDATE core.enterprise_quarters SET gross_output_cny_10k = NULL, sales_output_cny_10k = NULL
        WHERE enterprise_code IN ('E5', 'E6')"""
    warehouse = current(small_world.publish(tmp_path, change=change))
    without = (
        "gross_output",
        "sales_output",
        "tax_to_output",
        "output_per_mwh",
        "output_per_mu",
        "output_per_employee",
    )
    assert {name: one(warehouse, METRICS[name], "Q", "2024Q2").value for name in without} == dict.fromkeys(
        without, NOTHING
    )
    assert one(warehouse, METRICS["revenue"], "Q", "2024Q2").value == 196
    parts = {
        cell.part: cell.value
        for cell in cells(warehouse, METRICS["gross_output"], ("T",), since="2024Q1", until="2024Q1", by="industry")
    }
    assert parts["商贸物流"] is NOTHING


def test_registered_households_are_not_divided_by_residents(tmp_path):
    change = "UPDATE core.population SET households = 423"
    warehouse = current(small_world.publish(tmp_path, change=change))
    metric = METRICS["persons_per_household"]
    assert one(warehouse, metric, "V", "2024Q2").value is Absence.NOT_COMPARABLE
    assert "户籍户" in metric.caliber  # 4100 ÷ 423 would be the 9.69 of a village that counts its registered ones


def test_areas_that_are_asked_together_are_asked_once_and_answer_as_each_alone(small, monkeypatch):
    metric, codes = METRICS["events_accepted"], ("D", "E")
    alone = [cells(small, metric, (code,), grain="quarter") for code in codes]
    fresh = replace(small, _memory=OrderedDict())
    asked = []
    rows = type(fresh).rows
    monkeypatch.setattr(type(fresh), "rows", lambda *given, **named: asked.append(given[1]) or rows(*given, **named))
    with asked_together(codes):
        first = cells(fresh, metric, codes[:1], grain="quarter")
        before = len(asked)
        assert [first, cells(fresh, metric, codes[1:], grain="quarter")] == alone
        assert len(cells(fresh, metric, codes, grain="quarter")) == sum(map(len, alone))
        assert len(asked) == before
