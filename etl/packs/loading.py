"""The packs that are kept → `core.packs`, and of the newest of each 片区 `core.pack_figures` and `core.pack_withheld`."""

from collections.abc import Collection, Iterator
from dataclasses import astuple
from itertools import groupby
from pathlib import Path

import duckdb

from etl.packs.pack import Figure, Pack, UnusablePack, read_pack
from etl.packs.receiving import files_kept
from etl.problems import Level, Problem
from etl.warehouse.own_tables import PACKS, Table
from etl.warehouse.tables import insert_rows


def load_packs(connection: duckdb.DuckDBPyConnection, data: Path, without: Collection[str] = ()) -> list[Problem]:
    """Fill the tables; a problem for each pack that is kept and can no longer be read, which then is not used.

    Figures of an origin in `without` stay out.
    """
    problems: list[Problem] = []
    listed, figures, withheld = PACKS
    for code, files in groupby(files_kept(data), key=lambda file: file.parent.name):
        # The one built last counts, of those that can be read.
        packs = list(_readable(reversed(list(files)), data, problems))
        for place, pack in enumerate(packs):
            used = [] if place else [one for one in pack.figures if not _is_left_out(one, without)]
            row = (code, pack.name, pack.product, pack.version, pack.built_at, not place, len(used))
            _insert(connection, listed, [row])
            _insert(connection, figures, [(code, *astuple(one)) for one in used])
            _insert(connection, withheld, [(code, *astuple(one)) for one in pack.withheld if not place])
    return problems


def _readable(files: Iterator[Path], data: Path, problems: list[Problem]) -> Iterator[Pack]:
    for file in files:
        try:
            yield read_pack(file)
        except UnusablePack as unusable:
            problems.append(
                Problem(
                    file=file.relative_to(data).as_posix(),
                    message=f"保存的汇总包不能使用：{unusable.message}",
                    remedy="请片区重新发送，用 python -m etl receive 接收。",
                    level=Level.WARNING,
                    code="source-error",
                )
            )


def _is_left_out(figure: Figure, without: Collection[str]) -> bool:
    return not set(without).isdisjoint(figure.origins.split("、"))


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, rows: Collection[tuple[object, ...]]) -> None:
    insert_rows(connection, table.name, [name for name, _, _ in table.columns], rows)
