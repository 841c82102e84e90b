"""A part that is asked of an area in which there is none → where it is, so that 本期无此项 is not all that is told."""

from dashboard.metrics.areas import ancestors, area_name
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.understood import Understood

MOST_NAMED = 3
# The part comes from the mart, the names of mart and column from what is declared.
HOLDING = (
    "SELECT DISTINCT area_code FROM mart.{} WHERE {}::VARCHAR = $part AND area_code IS NOT NULL ORDER BY area_code"
)


def elsewhere_note(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """In which areas the one part is, where none lies in those that are asked for; nothing for who sees some areas only."""
    if asked.form not in ("figure", "parts") or not (asked.by and asked.part) or warehouse.within is not None:
        return ()
    rows = warehouse.rows(HOLDING.format(asked.metric.mart, asked.by), part=asked.part)
    codes = [row["area_code"] for row in rows]
    if not codes or any(_lies_in(warehouse, code, asked.areas) for code in codes):
        return ()
    more = f"等{len(codes)}处" if len(codes) > MOST_NAMED else ""
    where = "、".join(area_name(warehouse, code) for code in codes[:MOST_NAMED])
    return (f"{'、'.join(area_name(warehouse, code) for code in asked.areas)}没有“{asked.part}”，它在{where}{more}",)


def _lies_in(warehouse: Warehouse, code: str, areas: tuple[str, ...]) -> bool:
    return code in areas or any(one.area_code in areas for one in ancestors(warehouse, code))
