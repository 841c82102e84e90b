"""What a reader chose, in links and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.metrics.selection import Selection, earlier, from_query, known_periods, latest_period, refused

DEFAULT = Selection("D", "2024Q2")
KNOWN = {"areas": {"D", "P"}, "periods": ("2024Q1", "2024Q2", "2024")}


@pytest.mark.parametrize(
    ("period", "comparison", "before"),
    [
        ("2024Q1", "year_earlier", "2023Q1"),
        ("2024Q1", "previous", "2023Q4"),
        ("2024-01", "year_earlier", "2023-01"),
        ("2024", "year_earlier", "2023"),
        ("2024", "none", None),
        ("2024Q1-3", "year_earlier", "2023Q1-3"),
        ("2024Q1-3", "previous", "2023Q1-3"),
    ],
)
def test_what_is_compared_with(period, comparison, before):
    assert earlier(period, comparison) == before
    assert Selection("D", period, comparison).earlier_period == before


def test_words_of_the_comparison():
    assert Selection("D", "2024Q1").against == "同比"
    assert Selection("D", "2024Q1", "previous").against == "环比"
    assert Selection("D", "2024", "previous").against == "同比"
    assert Selection("D", "2024Q1-2", "previous").against == "同比"
    assert Selection("D", "2024Q1", "none").against == ""


def test_a_link_leads_back():
    chosen = Selection("P", "2024", "previous")
    assert chosen.grain == "year"
    assert chosen.to_query() == {"area": "P", "period": "2024", "compare": "previous"}
    assert from_query(chosen.to_query(), DEFAULT, **KNOWN) == chosen


def test_nonsense_in_a_link_gives_way_piece_by_piece():
    assert from_query({}, DEFAULT, **KNOWN) == DEFAULT
    query = {"area": "P", "period": "2024Q9", "compare": "<script>"}
    assert from_query(query, DEFAULT, **KNOWN) == Selection("P", "2024Q2")
    assert from_query({"area": "'; DROP", "period": "2024Q1"}, DEFAULT, **KNOWN) == Selection("D", "2024Q1")


def test_what_a_link_asks_for_in_vain_is_kept_word_for_word():
    assert refused({"area": "999", "period": "2031Q1", "x": "y"}, **KNOWN) == {"area": "999", "period": "2031Q1"}
    assert refused({"area": "P", "compare": "sideways"}, **KNOWN) == {"compare": "sideways"}
    assert refused({"area": "", "period": "2024"}, **KNOWN) == {}


@given(st.dictionaries(st.sampled_from(["area", "period", "compare", "x"]), st.text()))
def test_no_link_breaks_the_page(query):
    assert from_query(query, DEFAULT, **KNOWN).period in KNOWN["periods"]


def test_a_selection_holds_no_nonsense():
    for wrong in (("D", "2024Q9", "none"), ("D", "2024Q1", "sideways")):
        with pytest.raises(ValueError, match="no selection"):
            Selection(*wrong)


def test_periods_on_offer(small, empty):
    assert known_periods(small) == ("2023Q4", "2024Q1", "2024Q2")
    assert known_periods(small, "month")[0] == "2023-10"
    assert known_periods(small, "year") == ("2023", "2024")
    assert latest_period(small) == "2024Q2"
    assert (known_periods(empty), latest_period(empty)) == ((), None)


def test_a_year_to_date_is_offered_once_it_is_over(small):
    """The first report of the small world is of 2023-10, its last of 2024-06 or 2024Q2."""
    assert known_periods(small)[-1] == "2024Q2"
    assert known_periods(small, "two_quarters")[-1] == "2024Q1-2"
    assert "2024Q1-3" not in known_periods(small, "three_quarters")
