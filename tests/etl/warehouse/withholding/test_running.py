"""Running totals: which of them go, so that what came to them tells nothing and nothing is withheld in vain."""

import numpy as np

from etl.warehouse.withholding.block import TOTAL, Atom, Key, sums
from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity
from etl.warehouse.withholding.persons import PERSONS
from etl.warehouse.withholding.running import ToDate

COURSE = Column("course", {"Y": "completed", "N": "left_early"})
COURSES = Family(
    name="courses",
    label="课程",
    mart="courses",
    base="quarter",
    contributors=Contributors.PERSONS,
    columns=(COURSE,),
    quantities=(
        Quantity("enrolled", {"course": "true"}),
        Quantity("completed", {"course": "piece = 'Y'"}, rest_of=("enrolled",)),
        Quantity("enrolled_to_date", {}, flow="enrolled"),
        Quantity("completed_to_date", {}, rest_of=("enrolled_to_date",), flow="completed"),
    ),
)
COMPLETED, ENROLLED = (Key(f"{name}_to_date", "A", "", TOTAL, "") for name in ("completed", "enrolled"))


def told(quarter: str, completed: int, left: int):
    """The figures of one place in a quarter."""
    atoms = [
        Atom("A", (), is_in, count, count, (count, 0.0))
        for is_in, count in (((True, True), completed), ((True, False), left))
    ]
    return [sums(COURSES, COURSE, atoms, {"A": ["A"]}, {quarter: np.ones(2, dtype=bool)})]


def gone(hidden: str) -> set[Key]:
    """The running totals that go at the end of a quarter in which 2 of 30 left and the `hidden` flow is withheld."""
    columns, withheld = told("2024Q1", 28, 2), {Key(hidden, "A", "2024Q1", TOTAL, "")}
    to_date = ToDate(COURSES)
    to_date.unknown(columns, withheld, "2024Q1")
    return to_date.add(columns, withheld, "2024Q1")


def test_two_who_left_are_hidden_by_the_total_of_which_a_flow_is_hidden():
    """The other one anybody can add up from the quarters that are shown: hiding it would hide nothing.

    What is hidden alone since the total was last shown is told by it in any case.
    """
    assert gone("completed") == {COMPLETED}
    assert gone("enrolled") == {ENROLLED}


def test_no_running_total_of_the_demonstration_is_withheld_that_shown_flows_add_up_to(attacked_version, decided):
    checked = 0
    for family in PERSONS:
        flow_of = {quantity.name: quantity.flow for quantity in family.quantities if quantity.flow}
        asked = {quantity.name for quantity in family.quantities if quantity.is_asked}
        hidden = {(key.quantity, key.area_code): "" for key in decided[family.name]}
        for key in decided[family.name]:
            place = (key.quantity, key.area_code)
            hidden[place] = min(hidden[place] or key.period, key.period)
        for (name, area), first in hidden.items():
            if flow_of.get(name) in asked:
                checked += 1
                assert hidden.get((flow_of[name], area), "never") <= first
    assert checked
