"""The matters that the boxes of the page let through, as a table, and what lies behind one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.metrics.areas import area_name
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views.attention.compared import NEW, SOLVED, Compared
from dashboard.views.attention.items import Item
from dashboard.views.overview.rules import rules_in_words
from dashboard.views.table import Column, Footer, Listed, Row, Table
from dashboard.views.view import as_of_words, origins_in

ALL = ""
COLUMNS = (
    *map(Column, ("状态", "事项", "责任单位", "起始日期")),
    Column("持续", "天", 0),
    *map(Column, ("要求", "类型")),
)
# Every matter says where it is; in a file to be sorted and filtered that has a column of its own.
AREA = Column("区域")
STANDING = Column("变化")
DAYS = (
    "起始日期：到期未办结的为最早的应办结日期；其余为这一规则不间断成立的第一期期末。天数从起始日期算到期末，"
    "期末晚于数据截止日的，算到数据截止日。"
)
SOURCE = "网格、清单、会议、项目、产出、孵化与党建各表"
ITEM_COLUMNS = (*map(Column, ("编号", "内容", "责任单位", "应办结（起始）日期")), Column("天数", "天", 0))


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What the boxes choose; empty for all."""

    kind: str = ALL
    unit: str = ALL
    standing: str = ALL


def kinds_offered(found: Sequence[Compared]) -> dict[str, str]:
    """All, and each kind with the number of its matters."""
    return _offered("全部类型", [one.matter.kind for one in found])


def units_offered(found: Sequence[Compared]) -> dict[str, str]:
    """All, and each unit with the number of its matters."""
    return _offered("全部单位", [unit for one in found for unit in one.matter.units])


def standings_offered(found: Sequence[Compared]) -> dict[str, str]:
    """All, and each standing with the number of its matters."""
    return _offered("全部变化", [one.standing for one in found])


def _offered(every: str, words: Sequence[str]) -> dict[str, str]:
    counted = {
        word: f"{word}（{words.count(word)}）" for word in sorted(set(words), key=lambda word: -words.count(word))
    }
    return {ALL: every} | counted


def let_through(found: Sequence[Compared], chosen: Chosen) -> tuple[Compared, ...]:
    """Those that every box lets through: what is late first, by its days, then what lasts; the solved ones last."""
    kept = [
        one
        for one in found
        if chosen.kind in (ALL, one.matter.kind)
        and (chosen.unit == ALL or chosen.unit in one.matter.units)
        and chosen.standing in (ALL, one.standing)
    ]
    return tuple(sorted(kept, key=lambda one: (one.standing == SOLVED, not one.matter.is_late, -one.matter.days)))


def matters_listed(
    warehouse: Warehouse, selection: Selection, found: Sequence[Compared], against: str, *narrowed: str
) -> Listed:
    """The table of matters with title, subtitle and footer; `against` names the earlier time, empty for none."""
    return (
        _finding(found),
        Measured(
            period_label(selection.period),
            area_name(warehouse, selection.area_code),
            *narrowed,
            f"对照{against}" if against else "",
        ),
        matters_table(found, has_standing=bool(against)),
        Footer(
            source=SOURCE,
            as_of=as_of_words(warehouse, selection.period),
            definition=f"{rules_in_words(warehouse)}{DAYS}",
            origins=origins_in("demo" if one.matter.line.is_demo else None for one in found),
        ),
    )


def matters_table(found: Sequence[Compared], *, has_standing: bool, has_area: bool = False) -> Table:
    """The matters row by row, as the page shows them; `has_standing` where they are held against an earlier time."""
    columns = (*([STANDING] if has_standing else []), *COLUMNS, *([AREA] if has_area else []))
    return Table(columns, tuple(_row(one, columns) for one in found))


def _finding(found: Sequence[Compared]) -> str:
    present = [one for one in found if one.standing != SOLVED]
    late = [one for one in present if one.matter.is_late]
    most = max((one.matter.days for one in late), default=0)
    new, solved = (sum(one.standing == word for one in found) for word in (NEW, SOLVED))
    return Finding(
        f"需要关注的事项{len(present)}件",
        f"超期{len(late)}件" if late else "",
        f"最长的已超期{most:,}天" if most else "",
        f"新增{new}件" if new else "",
        f"已解决{solved}件" if solved else "",
    )


def _row(one: Compared, columns: Sequence[Column]) -> Row:
    matter = one.matter
    cells: Row = (
        matter.line.state,
        matter.line.what,
        matter.line.who,
        matter.first_day.isoformat() if matter.first_day else "",
        matter.days,
        matter.asked,
        matter.kind,
    )
    before = (one.standing,) if STANDING in columns else ()
    return (*before, *cells, matter.case.area.name) if AREA in columns else (*before, *cells)


def items_table(items: Sequence[Item]) -> Table:
    """What lies behind one matter, thing by thing."""
    return Table(ITEM_COLUMNS, tuple((one.code, one.what, one.unit, one.due, one.days) for one in items))
