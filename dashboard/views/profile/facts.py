"""What public documents print of an area itself, or of an enterprise that may be named."""

from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.registers import Fact, published_facts
from dashboard.text.joined import Measured
from dashboard.views.profile.subject import ENTERPRISE, Subject
from dashboard.views.published_facts.printed import printed_day
from dashboard.views.table import Column, Footer, Listed, Table
from dashboard.views.view import origins_in

# A 厂区 is the ground of one enterprise, which documents call by several names.
FACTORY = "厂区"
COLUMNS = (Column("对象"), Column("事项"), Column("文件所载"), Column("截至"), Column("原文"), Column("文件"))
DEFINITION = "公开文件原文印出的数字，附文件与原文，限定词（超、近、约）照录；不与报表相加。"


def facts_of(warehouse: Warehouse, shown: Subject) -> tuple[Fact, ...]:
    """The printed figures of the area itself, not of what lies in it; of an enterprise, those that name it."""
    facts = tuple(fact for fact in published_facts(warehouse) if fact.area_code == shown.area.area_code)
    if shown.enterprise is None:
        return facts
    is_its_ground = shown.area.zone_kind == FACTORY
    return tuple(
        fact
        for fact in facts
        if fact.entity_kind == ENTERPRISE and (is_its_ground or fact.entity == shown.enterprise.name)
    )


@remembered
def facts_table(warehouse: Warehouse, shown: Subject) -> Listed:
    """Title, subtitle, rows and footer: one row a printed figure, in the order of the documents."""
    facts = facts_of(warehouse, shown)
    rows = tuple(
        (fact.entity, fact.measure, fact.qualified.text(), printed_day(fact.as_of), fact.quote, fact.document_title)
        for fact in facts
    )
    return (
        f"公开文件写到{len(facts)}个数字",
        Measured("限定词原样保留", shown.name),
        Table(COLUMNS, rows),
        Footer(
            "公开文件",
            as_of=max((fact.as_of for fact in facts), default=""),
            origins=origins_in(fact.origin for fact in facts),
            definition=DEFINITION,
        ),
    )
