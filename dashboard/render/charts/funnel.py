"""Turns stages that follow each other into bars from zero, with the share that went on from one to the next."""

from collections.abc import Sequence

from dashboard.render.charts.bars import row_bars, row_labels
from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.labels import label_of
from dashboard.render.charts.row_axes import length_axis, row_axis
from dashboard.render.palette import Theme
from dashboard.text.formats import is_number, percent
from dashboard.views.charts import Bar

STAGE_HEIGHT = 56


def funnel(stages: Sequence[Bar], theme: Theme, *, unit: str, decimals: int = 0) -> Figure:
    """Stages as bars from zero, and between two of them the share that went on; a larger stage went on from elsewhere."""
    values = [float(stage.value) for stage in stages if is_number(stage.value)]
    texts = [label_of(stage.value, unit, decimals) for stage in stages]
    passed = [
        note(theme, f"↓ {percent(share)}", x=0, xref="x", xanchor="left", xshift=4, y=index + 0.5, yref="y")
        for index, share in enumerate(passed_on(stages))
        if share is not None
    ]
    return figure(
        theme,
        [row_bars(theme, stages, texts, 0.54)],
        height=STAGE_HEIGHT * len(stages) + 8,
        margin={"l": 8, "r": 8, "t": 4, "b": 4, "pad": 6},
        xaxis=length_axis(theme, values, texts),
        yaxis=row_axis([stage.name for stage in stages]),
        annotations=[*row_labels(theme, stages, texts, range(len(stages))), *passed],
    )


def passed_on(stages: Sequence[Bar]) -> list[float | None]:
    """Percent of each stage that reached the next; `None` where one of the two is missing or nobody began."""
    return [
        float(after.value) / float(before.value) * 100
        if is_number(before.value) and is_number(after.value) and before.value >= after.value and before.value > 0
        else None
        for before, after in zip(stages, stages[1:], strict=False)
    ]
