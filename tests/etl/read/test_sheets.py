import pytest

from etl.addresses import address
from etl.read.sheets import Limits, write_sheet


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [(1, 1, "A1"), (7, 3, "C7"), (2, 26, "Z2"), (2, 27, "AA2"), (1048576, 16384, "XFD1048576")],
)
def test_addresses(row, column, expected):
    assert address(row, column) == expected


def test_more_columns_than_allowed_are_a_problem(tmp_path):
    rows = [(1, ["x"] * 4)]
    extract = write_sheet(rows, tmp_path / "1.csv", file="f", name="s", limits=Limits(columns=3))
    assert extract.sheets[0].columns == 3
    assert [problem.cell for problem in extract.problems] == ["D1"]
