from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.read.child import read_file
from etl.read.raw import load_sheet
from etl.read.sheets import Limits, write_sheet

# Opening one for each of hypothesis' examples would take longer than all the rest.
CONNECTION = duckdb.connect()
# All that can stand in a cell: no NUL, which readers refuse, and no half of a surrogate pair.
CELLS = st.text(
    st.one_of(
        st.sampled_from('",;\t\r\n 　\ufeff是1'), st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    )
)


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, max_size=4), max_size=15))
def test_what_is_written_is_what_is_loaded(rows):
    with TemporaryDirectory() as folder:
        extract = write_sheet(enumerate(rows, 5), Path(folder) / "1.csv", file="f", name="s", limits=Limits())
        filled = [(number, row) for number, row in enumerate(rows, 5) if any(cell.strip() for cell in row)]
        if not filled:
            assert extract.sheets == ()
            return
        (sheet,) = extract.sheets
        CONNECTION.execute("DROP VIEW IF EXISTS sheet")
        load_sheet(CONNECTION, sheet, "sheet")
        loaded = CONNECTION.execute("FROM sheet").fetchall()
        types = CONNECTION.execute(
            "SELECT DISTINCT column_type FROM (DESCRIBE sheet) WHERE column_name <> 'source_row'"
        )
        assert types.fetchall() == [("VARCHAR",)]

    def padded(row: list[str]) -> tuple:
        while row and not row[-1].strip():
            row = row[:-1]
        return tuple(cell or None for cell in row) + (None,) * (sheet.columns - len(row))

    assert loaded == [(number, *padded(row)) for number, row in filled]


def written_and_read(folder: Path, name: str) -> list[tuple]:
    """The rows that come back from `name` while every file that its name might match says something else."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    decoys = {name.translate(str.maketrans("", "", "[]{}*?\\'")), *(name.replace(mark, "1") for mark in "[]{}*?\\")}
    for decoy in decoys - {name}:
        (folder / decoy).write_text("another\n")
    path.write_text("this\n")
    extract = read_file(path, folder, Limits())
    assert not extract.problems
    CONNECTION.execute("DROP VIEW IF EXISTS named")
    load_sheet(CONNECTION, extract.sheets[0], "named")
    return CONNECTION.execute("FROM named").fetchall()


NAMES = st.text(
    st.one_of(
        st.sampled_from("[]{}*?!^-\\'\"=,~:%$&;#a1 .村\n\t"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0/"),
    ),
    min_size=1,
    max_size=40,
).filter(lambda name: len(name.encode()) < 200 and name.strip(". "))


@settings(deadline=None)
@given(st.lists(NAMES, max_size=2), NAMES)
def test_no_name_is_a_pattern(folders, name):
    with TemporaryDirectory() as root:
        assert written_and_read(Path(root).joinpath("d", *folders), f"{name}.csv") == [(1, "this")]


@pytest.mark.parametrize(
    "name",
    ["人口与户[1].csv", "s3:.csv", "a=b.csv", "{a,b}.csv", "**.csv", "~.csv", "村" * 83 + "12.csv", "\udcff.csv"],
)
@pytest.mark.parametrize("folder", ["x", "[12]", "https:", "a=1", "村'[x]"])
def test_names_that_look_like_something_else(tmp_path, folder, name):
    assert written_and_read(tmp_path / folder, name) == [(1, "this")]
