"""Areas that are told apart → where they were looked for, where that is more than was asked for."""

from dashboard.metrics.areas import area, area_name
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVEL_WORDS
from dashboard.questions.figures import is_added
from dashboard.questions.inside import FEWEST, places_of
from dashboard.questions.pictures import MOST_LINES
from dashboard.questions.understood import Understood
from dashboard.text.periods import period_label


def places_note(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """Where areas were looked for, where that is more than what was asked for."""
    if asked.form != "ranking":
        return ()
    found, around = places_of(warehouse, asked)
    if not asked.span.is_single and (asked.order or len(found) > MOST_LINES) and not is_added(asked):
        return (f"只按{period_label(asked.span.last)}排列，各期见“在自助分析中继续”",)
    if len(found) < FEWEST or around in asked.areas:
        return ()
    name = area_name(warehouse, asked.areas[0])
    whole = "全部片区" if area(warehouse, around).level == "市" else area_name(warehouse, around)
    return (f"{name}不到两个{LEVEL_WORDS[asked.level][1:]}，列出的是{whole}的",)
