"""Parts of a table below each other: when they are one table, and when they are not."""

import pytest

from etl.shape.parted import parted

FIRST = (("村（社区）", "住户数", "户籍人口"), ("塘后村", "1020", "3880"), ("仑后村", "640", "2410"))
SECOND = (("村（社区）", "常住人口", "村民小组数"), ("仑后村", "5030", "5"), ("塘后村", "9260", "8"))


def numbered(*rows):
    return [(number, cells) for number, cells in enumerate(rows, 1)]


def test_the_columns_of_all_parts_stand_beside_each_other():
    table = parted(numbered(("2025年末", None, None), *FIRST, ("（二）", None, None), *SECOND), ())
    assert [cells for _, cells in table.rows] == [
        ("2025年末", None, None),
        ("村（社区）", "住户数", "户籍人口", "常住人口", "村民小组数"),
        ("塘后村", "1020", "3880", "9260", "8"),
        ("仑后村", "640", "2410", "5030", "5"),
        ("（二）", None, None),
    ]
    [(tang_hou, _)] = [(number, cells) for number, cells in table.rows if cells[0] == "塘后村"]
    assert [table.places[tang_hou, column] for column in (1, 3, 4)] == [(3, 1), (3, 3), (8, 2)]
    assert "2 部分" in table.said


@pytest.mark.parametrize(
    "second",
    [
        (SECOND[0], SECOND[1]),
        (SECOND[0], SECOND[1], ("宝源社区", "100", "1")),
        (("村（社区）", "住户数", "村民小组数"), *SECOND[1:]),
        (("小区", "常住人口", "村民小组数"), *SECOND[1:]),
        (("村（社区）", "受理件数", "结案件数"), *SECOND[1:]),
    ],
    ids=("a row fewer", "another row", "a column again", "rows of something else", "another form"),
)
def test_other_tables_stay_apart(second):
    assert parted(numbered(*FIRST, *second), ()) is None


@pytest.mark.parametrize("line", ["2026年6月末", "塘后村补充情况"])
def test_a_part_of_another_time_or_place_stays_apart(line):
    rows = numbered(("2025年末", None, None), *FIRST, (line, None, None), *SECOND)
    assert parted(rows, ()) is None


def test_one_table_is_no_parts():
    assert parted(numbered(*FIRST), ()) is None
    assert parted([], ()) is None
