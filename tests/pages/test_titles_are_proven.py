"""A title is proven by its picture: what it names is marked in the figure, and a change that it tells is drawn.

Held for every panel of every page. The ordinary run takes the last quarter of the city, each 片区 and one area of each
narrower level, compared both ways; the thorough one every third area with one of the last two quarters, compared
in turn.
"""

import logging
import re
from collections import Counter
from dataclasses import fields, replace
from itertools import cycle, product

import pytest

from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection, known_periods
from dashboard.metrics.versions import current
from dashboard.render.charts import draw
from dashboard.render.palette import LIGHT
from dashboard.render.web import show
from dashboard.text.formats import is_number
from dashboard.text.joined import named_by
from dashboard.views import charts
from dashboard.views.findings import bare
from dashboard.views.marks import ITEMS, key_of, marks_of, names_of
from dashboard.views.table import Area
from dashboard.views.view import View, is_empty
from tests import choices
from tests.browser.test_every_page import page_names

PAGES = [page for page in page_names() if page not in ("filing", "first_start")]
COMPARED = re.compile("同比|环比|比上年同期|比上一期|较上次")
# Words that a title has in common with the names of parts, and that name no part.
LABELS = sorted({word for metric in METRICS.values() for word in (metric.label, bare(metric))}, key=len, reverse=True)


@pytest.fixture
def warehouse(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    return current()


def drawn(pages, selections, monkeypatch):
    """Every view that the pages draw for the selections and that has anything to draw, each once."""
    found: list[View] = []
    monkeypatch.setattr(show, "_show", lambda view, *_: found.append(view))
    monkeypatch.setattr(show, "_show_map", lambda *given, **named: None)
    assert not list(choices.failures(pages, selections))
    return list({id(view): view for view in found if view.chart is not None and not is_empty(view.table)}.values())


def told(title, chart, table):
    """The keys of what the words of a title name: by the names in the chart, and the full names in its table."""
    names = {key: {name, name.removeprefix("其中：")} for key, name in names_of(chart).items()}
    for area in (cell for row in table.rows for cell in row if isinstance(cell, Area)):
        names.setdefault(area.code, set()).add(area.name)
    things = items_of(chart) | set(getattr(chart, "keys", ()) or getattr(chart, "rows", ()))
    pairs = [(name, key) for key, several in names.items() if key in things for name in several if len(name) > 1]
    times = Counter(name for name, _ in pairs)
    # A name that several things share names none of them.
    known = {name: key for name, key in pairs if times[name] == 1}
    if not known:
        return set()
    words = re.compile("|".join(map(re.escape, sorted({*known, *LABELS}, key=len, reverse=True))))
    return {known[word] for word in words.findall(title) if word in known}


def items_of(chart):
    """The keys of the bars, lines or dots of a chart."""
    return {key_of(item) for item in getattr(chart, ITEMS.get(type(chart), ""), ())}


def needs_mark(chart):
    """Whether something stands out by a mark: not all lines at once, nor the last period, which always has its figure."""
    marks, items = marks_of(chart), items_of(chart)
    last = {line.points[-1][0] for line in getattr(chart, "series", ())} | {
        one[0] for one in getattr(chart, "points", ())[-1:]
    }
    return bool((marks & items and items - marks) or (marks - items - last))


def unmarked(chart):
    """The chart without any mark."""
    changes = {"marks": ()} if any(field.name == "marks" for field in fields(chart)) else {}
    if field := ITEMS.get(type(chart)):
        changes[field] = tuple(replace(item, is_highlighted=False) for item in getattr(chart, field))
    return replace(chart, **changes)


def shows_change(view):
    """Whether the picture is of a change: of changes themselves, of then and now, or with both periods marked."""
    chart = view.chart
    if "增速" in view.measured or "增减" in view.measured or isinstance(chart, charts.Dumbbell):
        return True
    periods = [mark for mark in getattr(chart, "marks", ()) if re.fullmatch(r"\d{4}(Q\d|-\d\d)?", mark)]
    return len(periods) > 1


def is_on_one_scale(chart):
    """Whether several lines or columns, or the bars of a linear axis, are too far apart to be compared on it."""
    if isinstance(chart, charts.Trend | charts.Columns | charts.SmallMultiples) and len(chart.series) > 1:
        tops = [max((abs(v) for _, v in line.points if is_number(v)), default=None) for line in chart.series]
        return charts.are_far_apart(tops) and not getattr(chart, "is_stacked", False)
    if isinstance(chart, charts.Bars):
        return chart.is_log and draw(chart, LIGHT)["layout"]["xaxis"].get("type") != "log"
    return False


def wrongs(view):
    """What is wrong with a view, in words."""
    chart, marks = view.chart, marks_of(view.chart)
    named = set(named_by(view.finding))
    if lost := (named & set(names_of(chart))) - marks:
        yield f"does not mark {lost}"
    if lost := told(str(view.finding), chart, view.table) - marks:
        yield f"names {lost} and does not mark it"
    is_told = COMPARED.search(view.finding) and "持平" not in view.finding and "没有可比" not in view.finding
    if is_told and not shows_change(view):
        yield "tells a change and does not draw it"
    if needs_mark(chart) and draw(chart, LIGHT) == draw(unmarked(chart), LIGHT):
        yield f"draws no mark for {marks}"
    if is_on_one_scale(chart):
        yield "has figures too far apart on one scale"


def failing(views):
    """Every view that breaks the law, with what is wrong."""
    return sorted({f"{view.key}：{view.finding} — {wrong}" for view in views for wrong in wrongs(view)})


def ends(warehouse):
    """The last quarter of the city, each 片区 and one area of each narrower level, compared both ways."""
    codes, _ = choices.offered(warehouse)
    known = areas(warehouse)
    wide = [code for code in codes if known[code].level in ("市", "片区")]
    narrow = [next(code for code in reversed(codes) if known[code].level == level) for level in choices.LEVELS[2:]]
    last = known_periods(warehouse, "quarter")[-1]
    return [Selection(code, last, way) for code, way in product((*wide, *narrow), ("year_earlier", "previous"))]


def test_what_a_title_names_is_marked_and_its_change_drawn(warehouse, monkeypatch):
    views = drawn(PAGES, ends(warehouse), monkeypatch)
    assert len(views) > 500
    assert not failing(views), "\n".join(failing(views))


@pytest.mark.thorough
def test_the_same_for_every_third_area_and_one_of_the_last_two_quarters(warehouse, monkeypatch):
    pairs = zip(choices.offered(warehouse)[0][::3], cycle(known_periods(warehouse, "quarter")[-2:]), strict=False)
    every = [
        Selection(*pair, way)
        for pair, way in zip(pairs, cycle(("year_earlier", "year_earlier", "previous")), strict=False)
    ]
    # A profile draws every metric there is: it is proven by the ordinary run.
    views = drawn([page for page in PAGES if page != "profile"], every, monkeypatch)
    assert not failing(views), "\n".join(failing(views))


def test_the_law_finds_a_title_without_a_mark(warehouse, monkeypatch):
    views = drawn(["park_output"], ends(warehouse)[:1], monkeypatch)
    proven = next(
        view for view in views if set(named_by(view.finding)) & set(names_of(view.chart)) & marks_of(view.chart)
    )
    assert not list(wrongs(proven))
    object.__setattr__(proven, "chart", unmarked(proven.chart))
    assert [wrong for wrong in wrongs(proven) if "does not mark" in wrong]
