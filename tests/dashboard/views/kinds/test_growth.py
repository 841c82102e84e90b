"""How metrics grew, and what is said where nobody could have reported the earlier figure."""

from dashboard.metrics.selection import Selection
from dashboard.views.kinds.growth import growth_view

NAMES = ("gross_output", "tax")


def test_before_the_first_report_of_all_there_is_nothing_to_compare_with(small):
    assert growth_view(small, NAMES, Selection("D", "2024Q1")).why == "2023年第一季度在首次填报之前，无更早数据可比。"
    # The quarter before 2024Q2 was reported.
    assert growth_view(small, NAMES, Selection("D", "2024Q2", "previous")).why == ""
