import csv

import etl
from bench.events import grid_codes, write_data
from etl.datasets.grid_events import DATASET


def test_the_made_up_events_are_a_form_without_any_problem(tmp_path):
    form = write_data(tmp_path / "data", 300)
    assert form.read_text(encoding="utf-8").count("\n") == 301
    assert etl.check([form], tmp_path / "data", tmp_path / "warehouse").problems == []


def test_they_hold_every_column_kind_and_channel_and_the_same_rows_each_time(tmp_path):
    first, second = (write_data(tmp_path / name, 300) for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()
    with first.open(encoding="utf-8", newline="") as stream:
        headers, *rows = csv.reader(stream)
    assert headers == [column.label for column in DATASET.columns]
    for name in ("kind", "channel"):
        place = list(DATASET.column_of).index(name)
        assert {row[place] for row in rows} == set(DATASET.column_of[name].choices)
    assert {row[1] for row in rows} == set(grid_codes())
    is_closed = list(DATASET.column_of).index("closed_at")
    assert {bool(row[is_closed]) for row in rows} == {True, False}
