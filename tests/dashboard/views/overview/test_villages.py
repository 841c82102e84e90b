"""The villages of the small world side by side."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.selection import Selection
from dashboard.views.overview.villages import village_finding, village_table


def test_one_row_a_village_with_its_people(small):
    title, _, table, footer = village_table(small, Selection("D", "2024Q2"))
    # 930 households, 2050 registered, 4100 resident: twice as many, 4.4 persons a household.
    assert [(str(row[0]), *row[1:5]) for row in table.rows] == [("甲村", 930, 2050, 4100, 2)]
    assert title == "甲村常住人口是户籍人口的2.00倍"
    assert footer.source == "人口与户"


def test_an_area_without_villages_has_no_rows(small):
    assert village_table(small, Selection("P", "2024Q2"))[2].rows == ()


def test_the_title_names_the_village_with_most_newcomers():
    assert village_finding([("甲", 1.2), ("乙", 2.55), ("丙", Absence.NOT_REPORTED)]).startswith(
        "2个村（社区）中，乙常住"
    )
    assert village_finding([("甲", Absence.NOT_REPORTED)]) == "村（社区）人口与户"
