"""Rows of a form that share a key, within its sheet or between the sheets of one file → problems with the cells of each."""

from collections.abc import Collection, Iterator

import duckdb

from etl.problems import Problem
from etl.read.personal import quotable
from etl.validate.layout import NAMED_CELLS, Form

# So many groups of rows are told one by one.
GROUPS = 5


def repeated(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Rows that share a key, with the cells of each; hashes first, since they are small, then the keys themselves."""
    key = ", ".join(form.dataset.key)
    is_known = " AND ".join(f"{name} IS NOT NULL" for name in form.dataset.key)
    groups = connection.execute(
        f"""
        SELECT list(source_row ORDER BY source_row), count(*) OVER ()
        FROM {form.typed}
        WHERE {is_known} AND hash({key}) IN (
            SELECT hash({key}) FROM {form.typed} WHERE {is_known} GROUP BY 1 HAVING count(*) > 1
        )
        GROUP BY {key} HAVING count(*) > 1 ORDER BY min(source_row) LIMIT {GROUPS}
        """
    ).fetchall()
    field = form.layout.field_of(form.dataset.key[0])
    labels = "、".join(form.dataset.column_of[name].label for name in form.dataset.key)
    for rows, *_ in groups:
        shown = written_key(connection, form, rows[0])
        places = [field.address(row) for row in rows[:NAMED_CELLS]]
        more = f"等 {len(rows)} 行" if len(rows) > 20 else ""
        yield form.problem(
            places,
            f"{labels}“{shown}”重复出现：{'、'.join(places[:20])}{more}。",
            "同一张表中不能重复，请删去或合并。",
            "primary-key",
            count=len(rows),
        )
    if groups and groups[0][1] > len(groups):
        count = groups[0][1] - len(groups)
        yield form.problem(
            (), f"{labels}另有 {count} 组重复，没有逐一列出。", "请一并检查。", "primary-key", count=count
        )


def written_key(connection: duckdb.DuckDBPyConnection, form: Form, row: int) -> str:
    """The key of a row as the clerk wrote it: a name there, where the table holds its code."""
    cells = ", ".join(form.layout.field_of(name).cell for name in form.dataset.key)
    [written] = connection.execute(f"SELECT {cells} FROM {form.raw} AS raw WHERE source_row = ?", [row]).fetchall()
    return "、".join(quotable(text or "") for text in written)


def repeated_between(connection: duckdb.DuckDBPyConnection, form: Form, twins: Collection[Form]) -> list[Problem]:
    """Rows of a sheet that stand in another sheet of the same file as well."""
    same = " AND ".join(f"own.{name} = twin.{name}" for name in form.dataset.key)
    field = form.layout.field_of(form.dataset.key[0])
    labels = "、".join(form.dataset.column_of[name].label for name in form.dataset.key)
    found = []
    for twin in twins:
        rows = connection.execute(
            f"SELECT own.source_row FROM {form.typed} AS own SEMI JOIN {twin.typed} AS twin ON {same} ORDER BY 1"
        ).fetchall()
        if rows:
            found.append(
                form.problem(
                    [field.address(row) for (row,) in rows],
                    f"{labels}与{_other(form, twin)}重复，如“{written_key(connection, form, rows[0][0])}”。",
                    "同一份文件中不能重复，请只留一处。",
                    "primary-key",
                )
            )
    return found


def _other(form: Form, twin: Form) -> str:
    return "同一张工作表的另一张表" if form.sheet == twin.sheet else f"工作表“{twin.sheet}”"
