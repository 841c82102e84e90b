"""Turns the annex of linked posts into an interval and a table for 组织建设; what is not clear is never guessed."""

from collections.abc import Sequence

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.rosters import LinkedRow, linked_organizations
from dashboard.tables.sources import recorded_on
from dashboard.text.formats import is_number, number, percent
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.answers import now, parts_in_period
from dashboard.views.party_building.organizations import list_footer
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import View, footer, measured

WHOLE = "全部"
LINKED, UNCLEAR = "已明确", "未明确"
LINKED_COLUMNS = (
    Column("序号"),
    Column("党组织"),
    Column("类别"),
    Column("挂钩情况"),
    Column("挂钩领导职务"),
)


@remembered
def liaison_view(warehouse: Warehouse, selection: Selection) -> View:
    """The share of linked organizations as an interval, in all and by kind: what is not clear may be linked or not."""
    metric = named_metric("liaison_coverage")
    whole = now(warehouse, metric.name, selection)
    parts = parts_in_period(warehouse, metric.name, selection, "kind")
    known = [(cell.part or WHOLE, cell.value, cell) for cell in (whole, *parts) if is_number(cell.value)]
    unclear = now(warehouse, "liaison_unclear", selection)
    listed = now(warehouse, "liaison_organizations", selection)
    return View(
        key="liaison",
        finding=Finding(liaison_finding(listed, whole, unclear)).naming(WHOLE),
        measured=measured(
            metric, "全部与按类别", period_label(selection.period), area_name(warehouse, selection.area_code)
        ),
        chart=charts.RangeBars(
            [
                charts.Interval(name, low, cell.value_high, text=interval_text(cell), is_highlighted=name == WHOLE)
                for name, low, cell in known
            ],
            unit="%",
        ),
        footer=footer(warehouse, metric, (whole, *parts), "左端只计已明确的，右端把未明确的都计入"),
        table=Table(
            (
                Column("类别"),
                Column("党组织", "个", 0),
                Column("已明确", "个", 0),
                Column("至少", "%", 0),
                Column("至多", "%", 0),
            ),
            tuple((name, cell.denominator, cell.numerator, low, cell.value_high) for name, low, cell in known),
        ),
    )


def interval_text(cell: Cell) -> str:
    """The interval as organizations: `13/20…20/20`; one fraction where all is clear."""
    if cell.numerator is None or cell.denominator is None or cell.value_high is None:
        return ""
    whole = f"{cell.denominator:.0f}"
    low, high = f"{cell.numerator:.0f}/{whole}", f"{cell.value_high * cell.denominator / 100:.0f}/{whole}"
    return low if low == high else f"{low}…{high}"


def liaison_finding(listed: Cell, coverage: Cell, unclear: Cell) -> str:
    """How many organizations the annex lists, how many are linked, and how far the share may reach."""
    if not is_number(coverage.value):
        return f"挂钩覆盖率：{coverage.value}"
    text = f"{number(listed.value, '个')}党组织中{coverage.numerator:.0f}个已明确挂钩领导"
    if not unclear.value:
        return f"{text}，覆盖率{percent(coverage.value, 0)}"
    return (
        f"{text}，{number(unclear.value, '个')}未明确，"
        f"覆盖率在{percent(coverage.value, 0)}到{percent(coverage.value_high, 0)}之间"
    )


@remembered
def liaison_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the annex: party organizations and the posts linked with them."""
    listed = linked_organizations(warehouse, selection.area_code)
    return (
        linked_finding(listed),
        Measured("宝委综〔2024〕27号附件2，只列职务", area_name(warehouse, selection.area_code)),
        Table(LINKED_COLUMNS, tuple(map(linked_row, listed))),
        list_footer(
            warehouse,
            named_metric("liaison_organizations"),
            {row.origin for row in listed},
            recorded_on(warehouse),
        ),
    )


def linked_finding(listed: Sequence[LinkedRow]) -> str:
    """How many posts can be named of how many rows."""
    posts = sum(row.leader_post is not None for row in listed)
    unclear = sum(row.liaison_status == UNCLEAR for row in listed)
    rest = len(listed) - posts - unclear
    text = f"挂钩联系{len(listed)}个党组织：{posts}个可写明职务"
    text += f"，{rest}个有挂钩领导、职务未公开" if rest else ""
    return f"{text}，{unclear}个未明确" if unclear else text


def linked_row(row: LinkedRow) -> Row:
    """One line of the annex; what is not clear is called so, never guessed."""
    post = row.leader_post or ("职务未公开" if row.liaison_status == LINKED else UNCLEAR)
    return row.organization_id, row.organization_name, row.kind, row.liaison_status, post
