"""An enterprise that may be named: what it reported quarter by quarter as far as it is public, and what was printed."""

from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.enterprises import enterprise_course
from dashboard.tables.named_enterprises import EnterpriseRow
from dashboard.text.formats import ORIGIN_LABELS, is_number, number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views.park_output.named_enterprises import APART, RULE
from dashboard.views.profile.standing import rank
from dashboard.views.profile.subject import named
from dashboard.views.table import Column, Footer, Listed, Period, Table
from dashboard.views.view import footer, origins_in

FIGURES = {
    "gross_output_cny_10k": Column("总产值", "万元", 1),
    "sales_output_cny_10k": Column("销售产值", "万元", 1),
    "revenue_cny_10k": Column("营业收入", "万元", 1),
    "tax_cny_10k": Column("税收", "万元", 1),
    "employees_persons": Column("从业人员", "人", 0),
}


@remembered
def course_table(warehouse: Warehouse, row: EnterpriseRow, selection: Selection) -> Listed:
    """Title, subtitle, rows and footer: one row a quarter of which a figure is public, the latest first."""
    quarter = last_quarter(selection.period)
    course = [
        one
        for one in enterprise_course(warehouse, row.name, quarter)
        if any(is_number(one[column]) for column in FIGURES)
    ]
    rows = tuple(
        (
            Period(one["quarter"]),
            "规上" if one["is_above_scale"] else "规下",
            *(one[column] for column in FIGURES),
            ORIGIN_LABELS[one["origin"]],
        )
        for one in course
    )
    return (
        course_finding(row, named(warehouse, row.area_code, selection.period)),
        Measured("逐季上报的当季数", f"截至{period_label(quarter)}", row.name),
        Table((Column("季度"), Column("规模"), *FIGURES.values(), Column("数据性质")), rows),
        Footer(
            source=footer(warehouse, named_metric("enterprises"), ()).source,
            as_of=quarter,
            origins=origins_in(one["origin"] for one in course),
            definition=f"{RULE}{APART}",
        ),
    )


def course_finding(row: EnterpriseRow, beside: dict[str, EnterpriseRow]) -> Finding:
    """What the enterprise produced last, and its place among those of its area that may be named."""
    metric, own = named_metric("gross_output"), row.gross_output_cny_10k
    if not is_number(own):
        return Finding(f"最近一季的总产值：{own or '未填报'}")
    others = [one.gross_output_cny_10k for one in beside.values() if (one.quarter, one != row) == (row.quarter, True)]
    place = rank(metric, float(own), [float(value) for value in others if is_number(value)])
    return Finding(
        f"{period_label(row.quarter or '')}总产值{number(own, metric.unit, metric.decimals)}",
        f"在{row.area_name}可具名的{place.known}家中{place.words}" if place else "",
    )
