"""An answer → which areas or parts made the change of a metric between two of its periods."""

from dashboard.metrics.areas import outermost
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.selection import COMPARISONS
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.periods import period_label
from dashboard.views.explore.answer import WHOLE, Answer, Place, before
from dashboard.views.explore.offered import dimension_names
from dashboard.views.explore.question import Axis
from dashboard.views.explore.sentence import places_words
from dashboard.views.kinds.causes import Part, Sides
from dashboard.views.kinds.causes_views import AREA, causes_view
from dashboard.views.view import View


def apart(answer: Answer) -> Axis | None:
    """The one axis that is told apart and has a whole: areas or parts; None where there is none or both are."""
    axes: tuple[Axis, ...] = ("area", "part")
    is_open = [axis for axis in axes if len(answer.members[axis]) > 1]
    return is_open[0] if len(is_open) == 1 and is_open[0] in answer.totals else None


def before_and_now(answer: Answer, metric: Metric | None = None) -> tuple[str, str] | None:
    """The last period and what it is held against: by the comparison, else the first period; None where there is one alone."""
    question = answer.question
    if question.comparison != "none":
        then = before(metric or answer.metrics[0], question.until, question)
        return (then, question.until) if then else None
    return (question.since, question.until) if question.since < question.until else None


def causes_picture(warehouse: Warehouse, answer: Answer, metric: Metric) -> View | None:
    """The change of the metric by the areas or parts that made it."""
    axis, periods = apart(answer), before_and_now(answer, metric)
    if axis is None or periods is None:
        return None
    then, now = (_whole(answer, metric, axis, period) for period in periods)
    if then is None or now is None:
        return None
    question = answer.question
    what = AREA if axis == "area" else dimension_names(question.metrics)[question.by]
    # A running total is held against the period before it, whatever was asked for.
    is_told = question.comparison != "none" and not metric.only_grows
    against = COMPARISONS[question.comparison] if is_told else f"较{period_label(periods[0])}"
    return causes_view(
        warehouse,
        metric,
        Sides(then, now, against, what),
        _parts(answer, metric, axis, periods),
        key=f"explore-causes-{metric.name}",
        told=(period_label(question.until), places_words(warehouse, question)),
    )


def _whole(answer: Answer, metric: Metric, axis: Axis, period: str) -> Cell | None:
    """The figure of all that is told apart, which the layer answers itself."""
    area = (answer.totals["area"] if axis == "area" else answer.members["area"][0]).key
    return answer.found.get(Place(metric.name, area, period, WHOLE))


def _parts(answer: Answer, metric: Metric, axis: Axis, periods: tuple[str, str]) -> list[Part]:
    """Every area that lies in no other one, or every part, with its figures in the two periods."""
    if axis == "part":
        area = answer.members["area"][0].key
        spots = [(part.key, part.label, area, part.key) for part in answer.members["part"]]
    else:
        spots = [(place.area_code, place.name, place.area_code, WHOLE) for place in outermost(answer.places)]
    return [
        Part(key, name, *(answer.value(Place(metric.name, area, period, part)) for period in periods))
        for key, name, area, part in spots
    ]
