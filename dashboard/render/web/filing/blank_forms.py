"""空白表: one form or all of them to take away, for a period and a 片区, filled in as far as that is known."""

from functools import partial

import streamlit as st

import etl
from dashboard.access.roles import Act
from dashboard.metrics.periods import periods_between, shift, to_grain
from dashboard.metrics.selection import known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import reading_block
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.controls import choose, switch
from dashboard.render.web.filing.words import note, today
from dashboard.render.web.taking import take_away
from dashboard.tables.reporting import districts, forms
from dashboard.text.periods import period_label
from dashboard.views.table import Column, Footer, Table

FILLED = {"filled": "带上区域、时期和上期数", "blank": "只要空表"}
EVERY_AREA = "全部片区"
BLANK = {"blank": FILLED["blank"]}
FEWEST_QUARTERS = 4
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOLD = "SELECT name, row_is, purpose, source FROM meta.datasets"
SOURCE = Footer("报表的声明", note="橙色表头为必填；表中另有“填表说明”")


def blank_forms(warehouse: Warehouse) -> None:
    """Choose a form, a period and a 片区; download it or all of them."""
    labels = forms(warehouse)
    told = warehouse.remember("blank-forms", lambda: {row["name"]: row for row in warehouse.rows(TOLD)})
    quarters = _quarters(warehouse)
    with st.container(key="desk-templates", border=True, gap="small"):
        st.html(heading_html("下载空白表", "表里有下拉选项、填写规则和一行示例；填好后到“报送”拖进来"))
        with st.container(key="filter-templates", horizontal=True, vertical_alignment="bottom", gap="small"):
            name = choose("报表", "form", labels)
            period = choose("时期", "for", {code: period_label(code) for code in quarters})
            area = choose("区域", "of", _areas(warehouse))
        # A form that is filled in for every area would bring the figures of areas that the reader may not see.
        is_offered = bool(area) or warehouse.within is None
        filled = switch("预填", FILLED if is_offered else BLANK, "filled") == "filled"
        _downloads(name, labels[name], period, area or None, is_filled=filled)
    columns = tuple(map(Column, ("报表", "每行是", "用途", "数据来源")))
    rows = tuple(
        (label, *(told[name][word] for word in ("row_is", "purpose", "source"))) for name, label in labels.items()
    )
    reading_block(
        "forms", f"共{len(labels)}张报表", "一张表一个文件，也可以一个文件多张表", Table(columns, rows), SOURCE
    )


def _areas(warehouse: Warehouse) -> dict[str, str]:
    """Whom a form is filled in for: everybody, or a 片区 that the reader may see."""
    seen = {code: name for code, name in districts(warehouse).items() if warehouse.may_see(code)}
    return seen if seen and warehouse.within is not None else {"": EVERY_AREA} | seen


def _downloads(name: str, label: str, period: str, area: str | None, *, is_filled: bool) -> None:
    with st.container(key="templates-out", horizontal=True, vertical_alignment="center", gap="small"):
        take_away(
            f"下载《{label}》",
            data=partial(_one, name, period, area, is_filled=is_filled),
            file_name=f"{label}_{period}.xlsx",
            mime=WORKBOOK,
            act=Act.PUBLISH,
            key="template-one",
            type="primary",
            on_click="ignore",
        )
        take_away(
            "下载全部（zip）",
            data=partial(etl.templates_zip, period, area=area, prefilled=is_filled),
            file_name=f"空白表_{period}.zip",
            mime="application/zip",
            act=Act.PUBLISH,
            key="template-all",
            on_click="ignore",
        )
        note("区域和时期已经填好；上期的数在“上期数据”一页，供对照，不读取。" if is_filled else "")


def _one(name: str, period: str, area: str | None, *, is_filled: bool) -> bytes:
    [form] = etl.blank_forms(period, area, prefilled=is_filled, datasets=(name,)).values()
    return form


def _quarters(warehouse: Warehouse) -> tuple[str, ...]:
    """The quarters to fill in: the one that ended last on top, then the others from the next one back."""
    ended = shift(to_grain(f"{today():%Y-%m}", "quarter"), -1)
    known = known_periods(warehouse)
    last = max(ended, known[-1]) if known else ended
    first = min(known[0], shift(last, 1 - FEWEST_QUARTERS)) if known else shift(last, 1 - FEWEST_QUARTERS)
    return (last, *(quarter for quarter in reversed(periods_between(first, shift(last, 1))) if quarter != last))
