"""What is withheld, on small trees drawn by hand; and that no subtraction gives a withheld figure away."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.absence import Absence
from dashboard.figures.disclosure import withheld


@dataclass(frozen=True)
class Made:
    """A cell with as much as the rule looks at, and what it empties."""

    area_code: str
    contributors: int | None
    part: str = ""
    period: str = "2024Q2"
    value: float | Absence = 1.0
    value_high: float | None = None
    numerator: float | None = 1.0
    denominator: float | None = None


def hidden(cells: list[Made], parents: dict[str, str], minimum: int = 3) -> set[str]:
    found = withheld(cells, parents, minimum)
    assert [(cell.area_code, cell.part) for cell in found] == [(cell.area_code, cell.part) for cell in cells]
    return {cell.area_code + cell.part for cell in found if cell.value is Absence.NOT_DISCLOSED}


def test_one_and_two_are_withheld_and_none_is_not():
    assert hidden([Made("A", 0), Made("B", 1), Made("C", 2), Made("D", 3)], {}) == {"B", "C"}


def test_the_next_smallest_sibling_goes_with_it():
    cells = [Made("T", 16), Made("A", 1), Made("B", 5), Made("C", 10)]
    assert hidden(cells, {"A": "T", "B": "T", "C": "T"}) == {"A", "B"}


def test_two_withheld_siblings_need_no_third_when_enough_stand_behind_them():
    cells = [Made("T", 13), Made("A", 1), Made("B", 2), Made("C", 10)]
    assert hidden(cells, {"A": "T", "B": "T", "C": "T"}) == {"A", "B"}


def test_two_withheld_siblings_take_a_third_when_together_they_are_too_few():
    cells = [Made("T", 16), Made("A", 1), Made("B", 1), Made("C", 4), Made("D", 10)]
    assert hidden(cells, dict.fromkeys("ABCD", "T")) == {"A", "B", "C"}


def test_what_lies_at_the_parent_itself_hides_a_sibling_well_enough():
    assert hidden([Made("T", 6), Made("A", 1), Made("B", 3)], {"A": "T", "B": "T"}) == {"A"}  # 2 lie at T: 1 + 2 are 3
    assert hidden([Made("T", 5), Made("A", 1), Made("B", 3)], {"A": "T", "B": "T"}) == {"A", "B"}  # 1 + 1 are too few


def test_a_rest_that_nobody_asks_for_is_not_told_by_subtraction():
    # Two lie at the parent itself: the total less both children would tell them.
    assert hidden([Made("T", 9), Made("A", 4), Made("B", 3)], {"A": "T", "B": "T"}) == {"B"}


def test_nothing_is_taken_where_the_total_is_withheld_itself():
    assert hidden([Made("T", 2), Made("A", 2), Made("B", 0)], {"A": "T", "B": "T"}) == {"T", "A"}


def test_a_parent_withheld_for_its_sibling_is_not_told_by_its_children():
    cells = [Made("T", 10), Made("D", 9), Made("E", 1), Made("P", 6), Made("V", 3)]
    parents = {"D": "T", "E": "T", "P": "D", "V": "D"}
    assert hidden(cells, parents) == {"E", "D", "V"}


def test_parts_of_a_breakdown_are_held_against_their_total():
    cells = [Made("A", 8), Made("A", 2, "x"), Made("A", 6, "y")]
    assert hidden(cells, {}) == {"Ax", "Ay"}


def test_a_cell_without_contributors_is_only_taken_when_there_is_no_other():
    cells = [Made("T", 9), Made("A", 2), Made("B", 0), Made("C", 7)]
    assert hidden(cells, dict.fromkeys("ABC", "T")) == {"A", "C"}


def test_an_area_without_a_figure_hides_nothing():
    cells = [Made("T", 9), Made("A", 2), Made("B", 0, value=Absence.NOT_REPORTED), Made("C", 7)]
    assert hidden(cells, dict.fromkeys("ABC", "T")) == {"A", "C"}


def test_each_period_is_held_for_itself():
    cells = [Made("A", 2), Made("A", 5, period="2024Q3")]
    assert [cell.value for cell in withheld(cells, {}, 3)] == [Absence.NOT_DISCLOSED, 1.0]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=6), st.integers(0, 4))
def test_what_is_hidden_below_a_shown_total_is_never_too_little(counts, unseen):
    names = [f"A{place}" for place in range(len(counts))]
    total = sum(counts) + unseen
    cells = [Made("T", total), *(Made(name, count) for name, count in zip(names, counts, strict=True))]
    gone = hidden(cells, dict.fromkeys(names, "T"))
    assert {name for name, count in zip(names, counts, strict=True) if 0 < count < 3} <= gone
    if "T" not in gone:
        behind = unseen + sum(count for name, count in zip(names, counts, strict=True) if name in gone)
        assert behind == 0 or behind >= 3
        assert len(gone) + (unseen > 0) != 1 or not gone
