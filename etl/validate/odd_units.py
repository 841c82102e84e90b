"""Headers whose unit is none that their column can be written in, or of which two units are said → the words for each kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.schema import Column
from etl.validate.above import ECHOED
from etl.validate.units import InForce

NAMED_HEADERS = 4


@dataclass(frozen=True)
class OddUnit:
    """A column of the form, its header with the cell that holds it, and the unit that is in force over it."""

    column: Column
    header: str
    cell: str
    unit: InForce


def wrong_units(odd: Sequence[OddUnit]) -> Iterator[tuple[str, str, list[str]]]:
    """Message, remedy and cells: once for all units that cannot be converted, once for all that are said in two ways."""
    unclear = [one for one in odd if not one.unit.contradiction]
    rivals = [one for one in odd if one.unit.contradiction]
    for found, told in ((unclear, _unclear(unclear)), (rivals, _rival(rivals))):
        if found:
            many = f"等 {len(found)} 列" if len(found) > 1 else ""
            wanted = "、".join(f"“{one.column.header}”" for one in found[:NAMED_HEADERS])
            more = "等" if len(found) > NAMED_HEADERS else ""
            yield (
                f"表头“{found[0].header[:ECHOED]}”{many}{told}",
                f"请把表头改为{wanted}{more}，并按这个单位填写；表上其他地方的单位与它一致。",
                [one.cell for one in found],
            )


def _unclear(found: Sequence[OddUnit]) -> str:
    if len(found) == 1:
        return f"的单位不能换算成“{found[0].column.unit or '无单位'}”。"
    return "的单位读不懂，或不能换算成这一列的单位。"


def _rival(found: Sequence[OddUnit]) -> str:
    if found and (said := found[0].unit.contradiction):
        return f"的单位说法不一：一处是{said[0]}，一处是{said[1]}。"
    return ""
