"""The panel of targets: what its title finds, the order of its bars, and what stands in its table."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.course import Course, exact
from dashboard.metrics.selection import Selection
from dashboard.metrics.target import Target, judged
from dashboard.views.overview.targets import COLUMNS, SHOWN, targets_finding, targets_view
from dashboard.views.targets import amount, clause, completed, standing

BAOGAI = "350581101901"
LINEAR = Course((25.0, 50.0, 75.0, 100.0), "linear")


def made(name, reached, quarter=3, *, aim=100.0, qualifier="eq", course=LINEAR, months=3):
    own = Target(area_code="D", metric=METRICS[name], year="2025", aim=aim, qualifier=qualifier)
    value = reached if isinstance(reached, Absence) else exact(reached, own.metric.unit)
    return judged(own, f"2025Q{quarter}", value, course, months)


HELD = Course((95.0,) * 4, "held", 95.0)
FALLS = Course((35.0, 30.0, 25.0, 20.0), "linear", 40.0)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (made("tax", 66.0), "税收完成年度目标的66.0%，慢于序时进度9.0个百分点"),
        (made("tax", 80.5), "税收完成年度目标的80.5%，快于序时进度5.5个百分点"),
        (made("tax", 75.05), "税收完成年度目标的75.1%，与序时进度相当"),
        (made("tax", 120.0), "税收完成年度目标的120.0%"),
        (made("tax", 94.2, 4), "税收完成年度目标的94.2%，差6万元"),
        (made("tax", 66.0, qualifier="gt"), "税收完成年度目标不足66.0%，慢于序时进度超过9.0个百分点"),
        (made("tax", 66.0, qualifier="ge"), "税收完成年度目标至多66.0%，慢于序时进度至少9.0个百分点"),
        # How far it is ahead cannot be said of more than a hundred.
        (made("tax", 80.0, qualifier="gt"), "税收完成年度目标不足80.0%，快于序时进度"),
        (made("on_time_rate", 92.2, aim=95.0, course=HELD), "事件按期办结率完成年度目标的97.1%，低于目标2.8个百分点"),
        (
            made("overdue_open", 40.0, aim=20.0, qualifier="le", course=FALLS),
            "超期未办结事件40件（年度目标至多20件），高于序时应控制的25件",
        ),
        (
            made("overdue_open", 22.0, 4, aim=20.0, qualifier="le", course=FALLS),
            "超期未办结事件22件（年度目标至多20件），超出目标至少2件",
        ),
        (made("tax", Absence.NOT_DISCLOSED), "税收的年度目标：不公开"),
        (made("employees", 90.0, course=None), "从业人员完成年度目标的90.0%，序时进度无法推算"),
    ],
)
def test_a_target_is_told_in_one_sentence(found, said):
    assert clause(found) == said


def test_the_title_counts_and_names_the_furthest_behind():
    every = [("", made("tax", 66.0)), ("甲村", made("gross_output", 60.0)), ("", made("completed", 80.0))]
    assert (
        targets_finding(every) == "前三季度，3项年度目标中2项落后，差得最多的是甲村总产值（慢于序时进度15.0个百分点）"
    )
    over = [("", made("tax", 94.0, 4)), ("", made("completed", 100.0, 4))]
    assert targets_finding(over) == "全年，2项年度目标中1项已完成，1项未完成，差得最多的是税收（差6万元）"
    # Where none is met there is no 0 to be told.
    none = [("", made("tax", 94.0, 4)), ("", made("completed", 90.0, 4))]
    assert targets_finding(none).parts[0] == "全年，2项年度目标都未完成"
    assert targets_finding([*none, ("", made("tax", Absence.NOT_REPORTED))]).parts[0] == "全年，3项年度目标中2项未完成"
    assert targets_finding([("", made("tax", 80.0))]) == "前三季度，1项年度目标中没有落后的"
    assert targets_finding([("", made("tax", Absence.NOT_REPORTED))]) == "1项年度目标：没有可以比的数"
    assert targets_finding([("", made("tax", 66.0, 4, months=2))]).parts[0] == "1—11月，1项年度目标中1项落后"


def test_bars_are_in_per_cent_of_their_targets_the_furthest_behind_first(demonstration):
    view = targets_view(demonstration, Selection(BAOGAI, "2025Q3"))
    distances = [item.value - item.due for item in view.chart.items if item.tone == "worse"]
    assert len(view.chart.items) == SHOWN and view.chart.items[0].tone == "worse" and distances
    assert [column.label for column in view.table.columns] == [column.label for column in COLUMNS]
    # All of them stand in the table: fourteen of its own and four of its villages.
    assert len(view.table.rows) == 18 and view.footer.is_demo and "共18项，图外的10项" in view.footer.note
    tax = next(item for item in view.chart.items if item.name == "税收")
    assert (round(tax.value, 1), round(tax.due, 1), tax.tone) == (65.8, 71.1, "worse")


def test_at_the_end_of_the_year_no_course_is_marked(demonstration):
    view = targets_view(demonstration, Selection(BAOGAI, "2025Q4"))
    assert {item.due for item in view.chart.items} == {None} and not view.chart.due_label


def test_where_no_target_was_set_there_is_no_panel(demonstration, small, empty):
    assert targets_view(demonstration, Selection("350581101921", "2025Q4")) is None
    assert targets_view(small, Selection("D", "2024Q2")) is None
    assert targets_view(empty, Selection("D", "2024Q2")) is None


def test_an_amount_says_what_its_qualifier_leaves_open():
    assert amount(exact(5.3), "个百分点") == "5.3个百分点"
    assert amount(made("tax", 60.0, qualifier="approx").completion, "%") == "57.1%至63.2%"
    assert amount(-made("tax", 60.0, qualifier="gt").gap, "万元", 0) == "超过40万元"
    # Outward: 66.04 are less than 66.1 and no less than 66.0.
    assert amount(made("tax", 66.04, qualifier="gt").completion, "%") == "不足66.1%"
    assert completed(made("tax", 0.0)) == "完成年度目标的0.0%" and standing(made("tax", 0.0)).startswith("慢于")
