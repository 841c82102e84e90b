from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

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
