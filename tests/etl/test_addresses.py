import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.addresses import address, column_letters, column_number, expanded, joined, place_of


def test_letters_count_as_a_spreadsheet_does():
    assert [column_letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert address(7, 3) == "C7"


@given(st.integers(1, 20_000))
def test_letters_lead_back(number):
    assert column_number(column_letters(number)) == number


def test_runs_of_a_column_become_ranges():
    assert joined(["E6", "C7", "E5", "E7", "E9"]) == "C7,E5:E7,E9"


@given(st.sets(st.tuples(st.integers(1, 50), st.integers(1, 40))))
def test_joining_loses_no_cell(places):
    cells = {address(row, column) for row, column in places}
    assert set(expanded(joined(cells))) == cells


def test_an_address_leads_back_to_its_place():
    assert place_of("C7") == (3, 7)
    assert place_of("AA10") == (27, 10)


@pytest.mark.parametrize("text", ["", "7C", "c7", "C7:C9", "C"])
def test_what_is_no_address_is_not_taken_for_one(text):
    with pytest.raises(ValueError, match="no address"):
        place_of(text)
