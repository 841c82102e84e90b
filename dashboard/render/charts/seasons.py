"""Turns one measure over time into a line a year, laid over each other: what comes back every year is no change."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.render.charts.frame import Figure
from dashboard.render.charts.lines import plot_lines
from dashboard.render.palette import Theme
from dashboard.text.formats import Value
from dashboard.text.periods import within_year
from dashboard.views.charts import Series, Target

# This year and the two before it: more lie too close together to be told apart.
YEARS = 3


def season(
    points: Sequence[tuple[str, Value]],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    target: Target | None = None,
    height: int = 300,
    marks: Sequence[str] = (),
    asked: Sequence[Series] = (),
) -> Figure:
    """The quarters or months of the last year as a bold line, those of two years before in grey; `points` in order.

    `asked` are courses over the periods of the last year.
    """
    parts = [(period, *within_year(period), value) for period, value in points]
    years = sorted({year for _, year, _, _ in parts})[-YEARS:]
    names = list(dict.fromkeys(sorted({period[4:] for period, *_ in parts})))
    word_of = {period[4:]: word for period, _, word, _ in parts}
    every = [word_of[name] for name in names]
    lines = [
        Series(
            f"{year}年",
            tuple((word, value) for _, of_year, word, value in parts if of_year == year),
            is_highlighted=year == years[-1],
        )
        for year in years
    ]
    lines += [
        replace(one, points=tuple((within_year(period)[1], value) for period, value in one.points)) for one in asked
    ]
    marked = {
        f"{year}年": [word for period, of_year, word, _ in parts if of_year == year and period in marks]
        for year in years
    }
    drawn = plot_lines(lines, theme, marked, unit=unit, decimals=decimals, target=target, height=height, order=every)
    code_of = {(f"{year}年", word): period for period, year, word, _ in parts}
    for trace in drawn["data"]:
        for told in trace["customdata"]:
            told[0] = code_of.get((trace["name"], told[0]), told[0])
    return drawn
