"""How far a target is reached, worked out by hand: completion, gap, lead, where the year ends, and what qualifiers leave open."""

from itertools import product

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.course import Course, course, exact
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.target import TOLERANCE_PCT, Target, judged
from dashboard.text.formats import is_number
from etl.aims import AIMS

LEVELS = ("片区", "三区单元", "网格")
LINEAR = Course((25.0, 50.0, 75.0, 100.0), "linear")


def target(name="tax", aim=100.0, qualifier="eq"):
    return Target(area_code="D", metric=METRICS[name], year="2025", aim=aim, qualifier=qualifier)


def after(quarter, reached, *, months=3, course=LINEAR, **said):
    own = target(**said)
    value = reached if isinstance(reached, Absence | Qualified) else exact(reached, own.metric.unit)
    return judged(own, f"2025Q{quarter}", value, course, months)


def test_a_flow_is_held_against_its_target_and_its_course():
    found = after(3, 66.0)
    assert float(found.completion.low) == 66 and float(found.completion.high) == 66
    assert float(found.gap.low) == -34 and found.due == 75
    assert float(found.lead.low) == -9 and found.state == "behind"
    # 66 of 75 makes 88 of 100.
    assert float(found.expected.low) == pytest.approx(88)


def test_part_of_a_quarter_has_part_of_the_course():
    found = after(4, 80.0, months=2)
    assert found.due == pytest.approx(75 + 25 * 2 / 3) and found.last_month == 11 and not found.is_over
    assert float(found.lead.low) == pytest.approx(80 - 275 / 3)


def test_at_the_end_of_the_year_there_is_no_course_any_more():
    found = after(4, 94.2)
    assert found.is_over and found.expected is None and found.state == "behind"
    assert float(found.gap.low) == pytest.approx(-5.8)


def test_a_flow_that_is_there_stays_there_and_a_rate_does_not():
    assert after(2, 100.0).state == "met"
    held = Course((90.0,) * 4, "held", 90.0)
    assert after(2, 92.0, name="on_time_rate", aim=90.0, course=held).state == "ahead"
    assert after(4, 92.0, name="on_time_rate", aim=90.0, course=held).state == "met"


@pytest.mark.parametrize(("reached", "state"), [(75.1, "even"), (74.9, "even"), (74.8, "behind"), (75.2, "ahead")])
def test_within_the_tolerance_nothing_is_behind(reached, state):
    assert TOLERANCE_PCT == 0.1
    assert after(3, reached).state == state


def test_a_rate_is_before_its_course_in_its_own_points():
    held = Course((95.0,) * 4, "held", 95.0)
    found = after(3, 92.2, name="on_time_rate", aim=95.0, course=held)
    assert float(found.lead.low) == pytest.approx(-2.8) and found.expected is None


def test_more_than_a_target_leaves_the_completion_open():
    # 超 100: it is more than 100, so that 66 are less than 66% of it, and behind by more than 9 points.
    found = after(3, 66.0, qualifier="gt")
    assert found.completion.text(1) == "<66.0%"
    assert found.lead.low is None and float(found.lead.high) == -9 and found.lead.is_high_open
    assert found.gap.low is None and float(found.gap.high) == -34 and found.state == "behind"
    assert after(4, 100.0, qualifier="gt").state == "even" and after(4, 100.1, qualifier="gt").state == "met"
    assert after(4, 100.0, qualifier="ge").state == "met"


def test_about_a_target_is_an_interval():
    # 约 56,000 is 55,500 to 56,500.
    found = after(4, 55_600.0, aim=56_000.0, qualifier="approx", course=Course((0, 0, 0, 56_000.0), "declared"))
    assert (float(found.target.figure.low), float(found.target.figure.high)) == (55_500, 56_500)
    assert float(found.completion.low) == pytest.approx(55_600 / 56_500 * 100)
    assert float(found.completion.high) == pytest.approx(55_600 / 55_500 * 100)
    assert found.state == "met"
    # 约 100 is no 50 to 150.
    assert (float(target(qualifier="approx").figure.low), float(target(qualifier="approx").figure.high)) == (95, 105)


def test_what_is_kept_down_has_no_completion_and_is_judged_by_its_limit():
    falls = Course((90.0, 80.0, 70.0, 60.0), "linear", 100.0)
    found = after(3, 72.0, name="idle_area", aim=60.0, qualifier="le", course=falls)
    assert found.completion is Absence.NOT_COMPARABLE and found.lead is None
    assert float(found.gap.low) == 12 and found.gap.high is None and found.state == "behind"
    # From 100 down to 72 where 70 was due: 28 of 30, so that 40 become 37 and a third.
    assert float(found.expected.low) == pytest.approx(100 - 28 / 30 * 40)
    assert after(4, 60.0, name="idle_area", aim=60.0, qualifier="le", course=falls).state == "met"
    assert after(4, 60.0, name="idle_area", aim=60.0, qualifier="lt", course=falls).state == "even"


def test_a_limit_of_nothing_is_judged_all_the_same():
    held = Course((0.0,) * 4, "held", 0.0)
    assert after(4, 3.0, name="overdue_open", aim=0.0, qualifier="le", course=held).state == "behind"
    assert after(4, 0.0, name="overdue_open", aim=0.0, qualifier="le", course=held).state == "met"


@pytest.mark.parametrize("word", list(Absence))
def test_what_is_missing_is_missing_in_every_figure(word):
    found = after(3, word)
    assert {found.reached, found.completion, found.gap, found.lead, found.expected} == {word}
    assert found.state == "unknown" and found.reached_pct is None


def test_without_a_course_there_is_no_lead():
    found = after(2, 120.0, name="employees", aim=140.0, course=None)
    assert found.lead is None and found.expected is None and found.state == "unknown"
    assert float(found.completion.low) == pytest.approx(120 / 140 * 100)


@pytest.mark.parametrize("aim", AIMS, ids=lambda aim: aim.label)
def test_every_figure_that_the_form_takes_is_a_metric_with_a_better_side(aim):
    """Also how it is called, counted and added up."""
    metric = next(metric for metric in METRICS.values() if metric.label == aim.label)
    assert metric.direction == ("lower" if aim.is_lower_better else "higher") and not metric.is_maturing
    assert metric.unit == aim.unit and aim.adds_up == (metric.denominator is None)


@pytest.mark.parametrize("aim", AIMS, ids=lambda aim: aim.label)
def test_every_target_that_the_form_takes_is_judged_in_every_quarter(aim):
    metric = next(metric for metric in METRICS.values() if metric.label == aim.label)
    made = course(metric, 60.0, [], start=50.0)
    for qualifier, quarter, reached in product(
        ("eq", "approx", *(("le", "lt") if aim.is_lower_better else ("gt", "ge"))),
        (1, 2, 3, 4),
        (0.0, 50.0, 60.0, 80.0),
    ):
        found = after(quarter, reached, name=metric.name, aim=60.0, qualifier=qualifier, course=made)
        is_short = reached > 60 if aim.is_lower_better else reached < 60
        assert not (found.state == "met" and is_short)
        assert found.state != "unknown" and (found.state != "behind" or found.distance < -TOLERANCE_PCT)
        assert not found.is_over or found.state in ("met", "behind", "even")


def test_a_target_is_taken_of_the_areas_that_have_the_figure(demonstration):
    """Of the demonstration, in which every form is filled for every area that fills it."""
    named = {metric.label: metric for metric in METRICS.values()}
    places = [place for place in areas(demonstration).values() if place.is_in_scope]
    codes = {level: tuple(one.area_code for one in places if one.level == level) for level in LEVELS}
    for aim in AIMS:
        found = [
            level
            for level, held in codes.items()
            if any(
                is_number(one.value)
                for one in cells(demonstration, named[aim.label], held, grain="quarter", since="2025Q4")
            )
        ]
        assert aim.finest == found[-1], aim.label
