"""What lies in an area, one row each with its main figures; every name leads to its profile."""

from dashboard.metrics.areas import Area as Place
from dashboard.metrics.areas import area_name, children
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import in_period
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.profile.subject import INSIDE, kind_of
from dashboard.views.table import Area, Column, Listed, Table

FIGURES = {
    "片区": ("gross_output", "tax", "employees", "residents", "on_time_rate", "overdue_open"),
    "三区单元": ("gross_output", "tax", "employees", "residents", "on_time_rate", "overdue_open"),
    "网格": ("residents_per_grid", "grid_staff", "events_accepted", "on_time_rate", "overdue_open", "review_score"),
}


def inside(warehouse: Warehouse, area_code: str) -> tuple[Place, ...]:
    """The areas of the next level that take part, in the order of the tree; none below a grid."""
    held = ([one for one in children(warehouse, area_code, level) if one.is_in_scope] for level in INSIDE)
    return tuple(next(filter(None, held), []))


@remembered
def parts_table(warehouse: Warehouse, selection: Selection) -> Listed:
    """Title, subtitle, rows and footer: one row an area of the next level; no rows where there is none."""
    places = inside(warehouse, selection.area_code)
    names = FIGURES[places[0].level] if places else ()
    codes = tuple(place.area_code for place in places)
    answers = [(metric, in_period(warehouse, metric, codes, selection)) for metric in map(named_metric, names)]
    columns = (Column("区域"), Column("类别"), *(Column(one.label, one.unit, one.decimals) for one, _ in answers))
    rows = tuple(
        (Area(place.area_code, place.name), kind_of(place), *(answered[index].value for _, answered in answers))
        for index, place in enumerate(places)
    )
    return (
        f"下辖{len(places)}{INSIDE[places[0].level]}" if places else "",
        Measured(period_label(selection.period), area_name(warehouse, selection.area_code)),
        Table(columns, rows),
        joint_footer(warehouse, answers),
    )
