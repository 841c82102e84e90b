from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from dashboard.render.web.filing.reminders import reminder
from dashboard.render.web.filing.standing import cell_html, headline, matrix_html
from dashboard.tables.reporting import Standing, State


@dataclass
class Names:
    """What the reminder asks of a warehouse: the areas and the forms by name."""

    kept: dict = field(default_factory=dict)

    def remember(self, key, make):
        return self.kept[key]


@dataclass
class Place:
    name: str


NAMES = Names(
    {
        "areas": {"V1": Place("一号网格"), "V2": Place("二号网格"), "D": Place("甲片区")},
        "form-labels": {"grid_staffing": "网格力量", "decisions": "议定事项"},
    }
)


def standing(dataset="grid_staffing", state=State.PART, received=1, expected=2, lacking=("V2",), last_on=None):
    return Standing(
        dataset=dataset,
        district_code="D",
        quarter="2024Q4",
        state=state,
        expected=expected,
        received=received,
        lacking=lacking,
        last_on=last_on,
    )


def test_a_reminder_names_forms_areas_and_the_deadline():
    lacking = [standing(), standing("decisions", State.MISSING, 0, 1, ("D",))]
    told = reminder(NAMES, "甲片区", lacking, date(2025, 1, 15), date(2025, 1, 10)).splitlines()
    assert told[0] == "甲片区：2024年第四季度下列2张报表尚未报齐。请于2025年1月15日前报送；确无此项的，请说明。"
    assert told[1:3] == ["1. 《网格力量》（二号网格）", "2. 《议定事项》"]


def test_a_late_one_says_for_how_long():
    told = reminder(NAMES, "甲片区", [standing()], date(2025, 1, 15), date(2025, 1, 20))
    assert "现已逾期5天" in told


def test_a_leader_reads_the_quarter_in_one_line():
    found = [standing(), standing("decisions", State.LATE, 1, 1, (), date(2025, 1, 18))]
    title, when = headline(found, {"D": "甲片区"}, "2024Q4", 15, date(2025, 1, 10), Counter({"decisions": 1}))
    assert title == "2024年第四季度：甲片区应报2张，已报1张（逾期1张）；待改正1张"
    assert when == "报送期限2025年1月15日，还有5天"


def test_the_matrix_says_a_state_in_a_word_and_a_count():
    assert cell_html(None) == '<td class="none">—</td>'
    assert cell_html(standing()) == '<td class="worse">部分 1/2</td>'
    late = standing("decisions", State.LATE, 1, 1, (), date(2025, 1, 18))
    assert cell_html(late) == '<td class="worse">逾期报<small>1月18日</small></td>'
    found = {("grid_staffing", "D", "2024Q4"): standing()}
    told = matrix_html(found, {"grid_staffing": "网格力量"}, {("D", "2024Q4"): "<甲>"}, Counter({"grid_staffing": 2}))
    assert "&lt;甲&gt;" in told and "有错2" in told and "部分 1/2" in told
