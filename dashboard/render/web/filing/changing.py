"""这次会改什么: rows new, changed, gone and displaced per form, and the figures that move, before → after."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

import etl
from dashboard.access.roles import Act
from dashboard.metrics.versions import opened
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable
from dashboard.render.web.blocks import empty_state
from dashboard.render.web.blocks.words import foot_html, heading_html
from dashboard.render.web.filing.effects import SHOWN, Effect, effects
from dashboard.render.web.filing.words import handed_out, note
from dashboard.render.web.taking import take_away
from dashboard.render.xlsx.exports import to_csv
from dashboard.views.table import Column, Footer, Table, html_table

KINDS = {"new": "新增", "changed": "改动", "gone": "减少", "displaced": "演示数据让位"}
SHOWN_ROWS, SHOWN_VALUES, SHOWN_REST = 30, 6, 100
SOURCE = Footer("待发布的版本与现用版本逐行比较", note="演示数据让位：该片区的这张表有了自己的数据，演示数据不再使用")


def changes(warehouse: Warehouse, proposal: "etl.Proposal") -> None:
    """Draw what publishing the proposal would change."""
    path = etl.candidate(proposal.proposal_id)
    tables = etl.changes(proposal.proposal_id) if path else ()
    with st.container(key="desk-changes", border=True, gap="small"):
        st.html(heading_html(f"这次会改什么：{sentence(tables)}", "与现在正在用的数据相比"))
        if not path or not tables:
            note("发布后数字不变。")
        else:
            st.html(summary_html(tables))
            for table in tables:
                _rows(table, warehouse, path)
            _figures(warehouse, path, [table.dataset for table in tables])
        st.html(foot_html(SOURCE))


def sentence(tables: Sequence["etl.TableChange"]) -> str:
    """How much changes in all: `2张表，新增12行、改动3行`."""
    if not tables:
        return "没有变化"
    return f"{len(tables)}张表，{counts(tables)}"


def counts(tables: Sequence["etl.TableChange"]) -> str:
    """The rows by what becomes of them: `新增12行、改动3行`."""
    told = ((word, sum(getattr(table, kind) for table in tables)) for kind, word in KINDS.items())
    return "、".join(f"{word}{count:,}行" for word, count in told if count)


def summary_html(tables: Sequence["etl.TableChange"]) -> str:
    """A line for each form that changes."""
    columns = (Column("报表"), *(Column(word, decimals=0) for word in KINDS.values()))
    rows = tuple((table.label, *(getattr(table, kind) for kind in KINDS)) for table in tables)
    return f'<div class="reading">{html_table(Table(columns, rows))}</div>'


def _rows(table: "etl.TableChange", warehouse: Warehouse, candidate: Path) -> None:
    """The rows of one form, opened at a click: their key, what becomes of them, old → new."""
    box = st.expander(f"{table.label}：{counts([table])}", on_change="rerun", key=f"changes-{table.dataset}")
    if not box.open:
        return
    with box:
        st.html(rows_html(table))
        total = table.new + table.changed + table.gone + table.displaced
        shown = min(len(table.examples), SHOWN_ROWS)
        if total > shown:
            note(f"共{total:,}行，这里列出{shown}行，其余请下载。")
        take_away(
            "下载全部差异（CSV）",
            data=partial(_difference, table.dataset, warehouse, candidate),
            file_name=f"{table.label}_差异.csv",
            mime="text/csv",
            act=Act.PUBLISH,
            key=f"difference-{table.dataset}",
            on_click="ignore",
        )


def rows_html(table: "etl.TableChange", most: int = SHOWN_ROWS) -> str:
    """The examples as a table: key columns, 变化, and the columns that differ as `原 → 新`."""
    columns = (*map(Column, table.key_labels), Column("变化"), Column("内容"))
    rows = tuple((*row.key, KINDS[row.kind], _values(row)) for row in table.examples[:most])
    return f'<div class="reading changes">{html_table(Table(columns, rows), most)}</div>'


def _values(row: "etl.RowChange") -> str:
    """`总产值（万元） 300 → 320；税收（万元） 空 → 6`; of a new or lost row the values that it has or had."""
    if row.kind == "changed":
        told = [f"{header} {_said(before)} → {_said(after)}" for header, (before, after) in row.values.items()]
    else:
        # A new row may stand in the place of demonstration, of whose values none is its own.
        own = {header: after if row.kind == "new" else before for header, (before, after) in row.values.items()}
        told = [f"{header} {value}" for header, value in own.items() if value]
    rest = len(told) - SHOWN_VALUES
    return "；".join(told[:SHOWN_VALUES]) + (f"；另{rest}列" if rest > 0 else "")


def _said(value: str | None) -> str:
    return "空" if value in (None, "") else value


def _difference(dataset: str, warehouse: Warehouse, candidate: Path) -> bytes:
    return handed_out(partial(_written, dataset, warehouse, candidate), to_csv, SOURCE)


def _written(dataset: str, warehouse: Warehouse, candidate: Path) -> bytes:
    frame = etl.difference(dataset, warehouse.file, candidate)
    table = Table(
        tuple(map(Column, frame.columns)),
        tuple(tuple("" if cell is None else str(cell) for cell in row) for row in frame.itertuples(index=False)),
    )
    return to_csv("差异", "", table, SOURCE)


def _figures(warehouse: Warehouse, candidate: Path, datasets: Sequence[str]) -> None:
    """The figures of pages that these forms carry, before → after."""
    with st.spinner("正在比较页面上的数字……"):
        try:
            moved = _effects(warehouse, candidate, tuple(datasets))
        except WarehouseUnavailable as unavailable:
            empty_state("待发布的数据无法读取", unavailable.message, "请重新核对。")
            return
    figures_shown(moved)


def figures_shown(moved: Sequence[Effect], name_before: str = "现在", name_after: str = "发布后") -> None:
    """A table of figures that differ, the latest first, the rest at a click; or the word that none does."""
    if not moved:
        note("各片区最近几个时期的主要数字不变。")
        return
    table = figures_table(moved, name_before, name_after)
    st.html(
        heading_html(
            f"页面上有{len(moved)}个数字随之变动",
            "各片区最近的时期在前",
            origins=("demo",) * any(m.is_demo for m in moved),
        )
        + f'<div class="reading">{html_table(replace(table, rows=table.rows[:SHOWN]))}</div>'
    )
    if len(moved) <= SHOWN:
        return
    box = st.expander(f"其余{len(moved) - SHOWN}个数字", on_change="rerun", key="figures-rest")
    if box.open:
        with box:
            take_away(
                "下载全部变动的数字（CSV）",
                data=partial(to_csv, "变动的数字", "", table, SOURCE),
                file_name="变动的数字.csv",
                mime="text/csv",
                act=Act.PUBLISH,
                key="figures-csv",
                on_click="ignore",
            )
            st.html(f'<div class="reading">{html_table(replace(table, rows=table.rows[SHOWN:]), SHOWN_REST)}</div>')


def figures_table(moved: Sequence[Effect], name_before: str, name_after: str) -> Table:
    """One row for each figure that differs."""
    columns = tuple(map(Column, ("指标", "区域、时期", f"{name_before} → {name_after}", "变化")))
    return Table(
        columns,
        tuple((one.label, f"{one.area} {one.period}", f"{one.before} → {one.after}", one.change) for one in moved),
    )


def _effects(warehouse: Warehouse, candidate: Path, datasets: tuple[str, ...]) -> tuple[Effect, ...]:
    key = ("effects", candidate, etl.still_there(candidate).stat().st_mtime_ns, datasets)

    def made() -> tuple[Effect, ...]:
        with opened(candidate) as after:
            return effects(warehouse, after, datasets)

    return warehouse.remember(key, made)
