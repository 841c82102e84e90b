"""A question → the words that say what is being asked."""

from dashboard.metrics.areas import area, area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.selection import COMPARISONS
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.periods import period_range
from dashboard.views.explore.offered import dimension_names
from dashboard.views.explore.question import LEVELS, SELF, Question

NAMED = 3


def places_words(warehouse: Warehouse, question: Question) -> str:
    """Of which areas is asked: `甲片区各园区`."""
    is_own = question.level == SELF
    names = [area_name(warehouse, code) if is_own else area(warehouse, code).name for code in question.areas]
    more = f"等{len(names)}个区域" if len(names) > NAMED else ""
    below = "" if is_own else LEVELS[question.level].label
    return f"{'、'.join(names[:NAMED])}{more}{below}"


def sentence(warehouse: Warehouse, question: Question) -> str:
    """The question in words: `甲片区各园区 2024年第一季度至第四季度 总产值，按行业，同比`."""
    labels = "、".join(named_metric(name).label for name in question.metrics)
    by = f"按{dimension_names(question.metrics)[question.by]}" if question.by else ""
    against = "" if question.comparison == "none" else COMPARISONS[question.comparison]
    asked = f"{places_words(warehouse, question)} {period_range(question.since, question.until)} {labels}"
    return "，".join(filter(None, (asked, by, against)))
