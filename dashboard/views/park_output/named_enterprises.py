"""Turns the register's enterprises that may be named into a table, and says how many may not."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.named_enterprises import EnterpriseRow, disclosed_enterprises
from dashboard.text.formats import ORIGIN_LABELS, is_number
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label, period_short
from dashboard.views.answers import parts_in_period
from dashboard.views.table import Area, Column, Enterprise, Footer, Row, Table
from dashboard.views.view import footer, origins_in

COLUMNS = (
    Column("企业"),
    Column("行业"),
    Column("所在区域"),
    Column("规上"),
    Column("最近上报"),
    Column("总产值", "万元", 1),
    Column("销售产值", "万元", 1),
    Column("营业收入", "万元", 1),
    Column("税收", "万元", 1),
    Column("从业人员", "人", 0),
    Column("用地", "亩", 1),
    Column("亩均产值", "万元/亩", 2),
)
INTERNAL = "内部"
RULE = (
    "公开属性为“内部”的企业不具名，只进入三家以上的合计；“企业同意”的按当期是否同意；"
    "“已公开”的只显示公开文件印出的那一季、那一项，其余不公开。"
)
APART = "总产值、销售产值、营业收入三者口径不同，不可互换，也不相加。"


@remembered
def enterprise_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the enterprises that may be named, largest output first."""
    quarter = last_quarter(selection.period)
    listed = disclosed_enterprises(warehouse, selection.area_code, quarter)
    metric = named_metric("enterprises")
    counted = parts_in_period(warehouse, metric.name, selection, "disclosure")
    withheld = sum(cell.value for cell in counted if cell.part == INTERNAL and is_number(cell.value))
    origins = {row.origin for row in listed}
    return (
        enterprise_finding(len(listed), round(withheld)),
        Measured(
            "公开属性为“已公开”“企业同意”的企业",
            f"截至{period_label(quarter)}最近一次季报的当季数",
            area_name(warehouse, selection.area_code),
        ),
        _table(listed, is_mixed=len(origins) > 1),
        Footer(
            source=footer(warehouse, metric, ()).source,
            as_of=quarter,
            origins=origins_in(origins),
            definition=f"{RULE}{APART}",
            note=incomparable_note(listed),
        ),
    )


def enterprise_finding(shown: int, withheld: int) -> str:
    """How many enterprises are named, and how many are there that may not be."""
    if not withheld:
        return f"可具名的企业{shown}家"
    return f"可具名的企业{shown}家，另有{withheld}家内部企业按规定不具名"


def _table(listed: Sequence[EnterpriseRow], *, is_mixed: bool) -> Table:
    """The rows; they have a column for their origin only where origins differ, otherwise the footer names it."""
    if not is_mixed:
        return Table(COLUMNS, tuple(map(row_of, listed)))
    return Table((*COLUMNS, Column("数据性质")), tuple((*row_of(row), ORIGIN_LABELS[row.origin]) for row in listed))


def row_of(row: EnterpriseRow) -> Row:
    """One enterprise as the table shows it."""
    return (
        Enterprise(row.area_code, row.name),
        row.industry,
        Area(row.area_code, row.area_name),
        "是" if row.is_above_scale else "否",
        period_short(row.quarter) if row.quarter else Absence.NOT_REPORTED.value,
        row.gross_output_cny_10k,
        row.sales_output_cny_10k,
        row.revenue_cny_10k,
        row.tax_cny_10k,
        row.employees_persons,
        row.land_mu,
        per_mu(row),
    )


def per_mu(row: EnterpriseRow) -> float | Absence:
    """Output per mu in 万元 of one enterprise; 不可比 where land and output are not of the same scope."""
    if row.land_mu and not row.is_land_same_scope:
        return Absence.NOT_COMPARABLE
    if Absence.NOT_DISCLOSED in (row.land_mu, row.gross_output_cny_10k):
        return Absence.NOT_DISCLOSED
    if is_number(row.land_mu) and row.land_mu and is_number(row.gross_output_cny_10k):
        return row.gross_output_cny_10k / row.land_mu
    return Absence.NOT_REPORTED


def incomparable_note(listed: Sequence[EnterpriseRow]) -> str:
    """Which enterprises' land and output cannot be held against each other."""
    names = [row.name for row in listed if per_mu(row) is Absence.NOT_COMPARABLE]
    return f"{'、'.join(names)}另有厂区，用地与产值不同口径，亩均不可比" if names else ""
