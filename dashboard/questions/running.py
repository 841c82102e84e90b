"""What is asked of several periods on end (连续两个季度下降) → the question with the run that it is asked of."""

from dataclasses import replace

from dashboard.questions.forms import bound_of, is_of_change
from dashboard.questions.heard import Heard
from dashboard.questions.spans import Span
from dashboard.questions.understood import RUN_WORDS, Understood

UNBOUND_RUN = "“连续”要说明几期，以及上升、下降或界限，没有作答；近似的问法见下"
NO_GRAIN = "“{}”不按“{}”报送，没有作答"


def run_on_end(said: Heard, asked: Understood) -> Understood:
    """The question of each of so many periods up to the last that is told, against the one before where nobody says."""
    last = asked.spans[-1]
    grain = said.run_grain or last.grain
    is_course = asked.form == "trend" and not last.is_single and not said.grain
    if asked.form not in ("ranking", "parts", "figure", "trend") or is_course or (said.times and not last.is_single):
        return asked
    is_change = is_of_change(said)
    return replace(
        asked,
        run=said.run,
        form="figure" if asked.form == "trend" else asked.form,
        spans=(Span(last.by(grain).last, last.by(grain).last),),
        comparison=said.comparison if said.comparison not in (None, "none") else "previous",
        is_change=is_change,
        bound=bound_of(said, asked.metric, is_change=is_change),
        order="",
        top=0,
    )


def why_no_run(said: Heard, asked: Understood) -> str:
    """Why a run that is asked for cannot be found; empty where it can, or none is asked for."""
    if not said.run:
        return ""
    if not asked.run or asked.bound is None or asked.bound.mean:
        return UNBOUND_RUN
    grain = asked.span.grain
    return "" if grain in asked.metric.grains else NO_GRAIN.format(asked.metric.label, RUN_WORDS[grain])
