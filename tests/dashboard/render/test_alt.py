"""What is read out instead of a picture: its title and its ends, worked out by hand."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.alt import described
from dashboard.views.table import Area, Column, Period, Table

QUARTERS = (
    ("甲", Period("2024Q3"), None, 5),
    ("甲", Period("2024Q4"), 90.26, 12_000),
    ("甲", Period("2025Q1"), 80.0, 3),
    ("甲", Period("2025Q2"), 91.0, Absence.NOT_REPORTED),
)
COLUMNS = (Column("区域"), Column("时期"), Column("及时率", "%", 1), Column("事项", "件", 0))
GRIDS = ((Area("1", "一号"), "甲", 71.25), (Area("2", "二号"), "乙", 98.0), (Area("3", "三号"), "乙", None))


@pytest.mark.parametrize(
    ("table", "places", "told"),
    [
        # In time: where it begins and where it ends, whatever is between them; 90.26 is 90.3.
        (Table(COLUMNS, QUARTERS), (2,), "及时率：从2024年第四季度 90.3%到2025年第二季度 91.0%"),
        (Table(COLUMNS, QUARTERS), (3,), "事项：从2024年第三季度 5件到2025年第一季度 3件"),
        (
            Table(COLUMNS, QUARTERS),
            (),
            "及时率：从2024年第四季度 90.3%到2025年第二季度 91.0%。事项：从2024年第三季度 5件到2025年第一季度 3件",
        ),
        # Side by side: what is highest and lowest; the names that all rows share are left out.
        (
            Table((Column("网格"), Column("村"), Column("及时率", "%", 1)), GRIDS),
            (),
            "及时率：最高二号 乙 98.0%，最低一号 甲 71.3%",
        ),
        (Table(COLUMNS, QUARTERS[:2]), (2,), "及时率：2024年第四季度 90.3%"),
        # Without a number it is told what is first and last.
        (
            Table((Column("事项"), Column("状态")), (("修路", "超期"), ("装灯", "超期"))),
            (),
            "从“修路”到“装灯”",
        ),
        (Table((Column("事项"), Column("状态")), (("修路", "超期"),)), (), "“修路 超期”"),
    ],
)
def test_title_and_ends(table, places, told):
    assert described("题", table, places) == f"题。{told}"


def test_what_has_no_rows_is_its_title():
    assert described("题", None) == described("题", Table(COLUMNS, ())) == "题"
