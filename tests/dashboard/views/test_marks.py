"""What a finding names is marked in its picture, whoever made either."""

import copy
import pickle

from dashboard.text.joined import Finding, named_by
from dashboard.views.charts import Bar, Bars, Columns, Heat, Season, Series, are_far_apart
from dashboard.views.marks import marked, marks_of, names_of
from dashboard.views.table import Footer, Table
from dashboard.views.view import View

BARS = Bars([Bar("甲", 3, key="a"), Bar("乙", 2, key="b", is_chosen=True), Bar("丙", 1)], unit="家")
QUARTERS = (("2024Q4", 1), ("2025Q4", 2))


def test_a_finding_keeps_what_it_names_when_it_is_copied_and_extended():
    found = Finding("甲最多", "乙最少").naming("甲", "乙", "甲")
    assert found.named == ("甲", "乙") and found == "甲最多，乙最少"
    assert found.keyed({"甲": "a"}).named == ("a", "乙")
    assert found.behind("园区：") == "园区：甲最多，乙最少" and found.behind("园区：").named == found.named
    assert found.after_first("丙居中").named == found.named
    for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert (again, again.named, again.parts) == (found, found.named, found.parts)
    assert named_by("甲最多") == ()


def test_bars_that_are_named_or_chosen_are_marked_and_no_others():
    assert marks_of(marked(BARS, ("a",))) == {"a", "b"}
    assert marks_of(marked(BARS, ("丙",))) == {"丙", "b"}
    assert marked(BARS, ("某",)) is BARS
    assert names_of(BARS) == {"a": "甲", "b": "乙", "丙": "丙"}


def test_periods_rows_and_lines_are_marked_by_their_keys():
    assert marks_of(marked(Season(QUARTERS, unit="家"), ("2025Q4", "2024Q4"))) == {"2024Q4", "2025Q4"}
    columns = Columns([Series("甲", QUARTERS), Series("乙", QUARTERS)], unit="家", is_stacked=True)
    assert marks_of(marked(columns, ("乙", "2025Q4"))) == {"乙", "2025Q4"}
    heat = Heat(("甲", "乙"), ("一月",), ((1,), (2,)), unit="家", keys=("a", "b"))
    assert marks_of(marked(heat, ("b", "一月"))) == {"b", "一月"}


def test_a_view_marks_what_its_finding_names():
    view = View("key", Finding("甲最多").naming("a"), "", Footer(""), Table((), ()), BARS)
    assert marks_of(view.chart) == {"a", "b"}


def test_figures_are_far_apart_where_the_smaller_one_cannot_be_seen():
    assert are_far_apart([4000, 1, None, 0])
    assert not are_far_apart([400, 1]) and not are_far_apart([4000, -1]) and not are_far_apart([4000])
