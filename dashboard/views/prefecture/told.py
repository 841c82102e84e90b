"""Who has sent what → the words that stand with every sum: how many 片区 are in it, and which are missing and why."""

from collections.abc import Iterable, Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import in_beijing, last_day_of
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.packs import District, districts, figures_of, having
from dashboard.text.joined import Sources
from dashboard.text.periods import period_label
from dashboard.views.table import Footer
from dashboard.views.view import definition_of, origins_in

SOURCE = Sources("各片区汇总包")
# So many names are written out; of more their number stands behind them.
NAMED_AT_MOST = 5
WITHHELD_WORDS = "本期不公开"


def listed(names: Sequence[str]) -> str:
    """Names as they stand in a sentence: `甲、乙`, or of many the first ones and how many there are."""
    told = "、".join(names[:NAMED_AT_MOST])
    return told if len(names) <= NAMED_AT_MOST else f"{told}等{len(names)}个"


def is_early(one: District, quarter: str) -> bool:
    """Whether the pack in use was made out of data from before the quarter had ended."""
    return one.pack is not None and in_beijing(one.pack.built_at).date() <= last_day_of(quarter)


def sent_sentence(warehouse: Warehouse, quarter: str) -> str:
    """How many 片区 ought to have sent a pack, how many did, and which are missing in the quarter, by name."""
    every = districts(warehouse)
    silent = [one.name for one in every if one.pack is None]
    early = [one.name for one in every if is_early(one, quarter)]
    clauses = [
        f"应报{len(every)}个片区，{period_label(quarter)}已报{len(every) - len(silent) - len(early)}个",
        f"没有收到汇总包的：{listed(silent)}" if silent else "",
        f"汇总包早于季末、本季不计的：{listed(early)}" if early else "",
    ]
    return f"{'；'.join(filter(None, clauses))}。"


def missing_words(warehouse: Warehouse, name: str, quarter: str) -> str:
    """Which 片区 a sum of the metric lacks, by the reason; empty where it has all."""
    told, every = figures_of(warehouse, name), districts(warehouse)
    inside = set(having(warehouse, name, quarter))
    lacking = [one for one in every if one.code not in inside]
    withheld = [one.name for one in lacking if told[one.code, quarter].value is Absence.NOT_DISCLOSED]
    others = [one.name for one in lacking if told[one.code, quarter].value is not Absence.NOT_DISCLOSED]
    if not lacking:
        return ""
    clauses = (
        f"未报送：{listed(others)}" if others else "",
        f"{WITHHELD_WORDS}：{listed(withheld)}" if withheld else "",
    )
    return f"只含{len(inside)} / {len(every)}个片区；{'；'.join(filter(None, clauses))}"


def foot(metric: Metric, quarter: str, cells: Iterable[Cell], note: str = "") -> Footer:
    """The footer of figures out of packs."""
    origins = origins_in(origin for cell in cells for origin in cell.origins)
    return Footer(SOURCE, quarter, definition_of(metric), origins, note)
