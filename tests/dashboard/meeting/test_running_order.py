"""The running order of meetings: which pages there are, and that what is missing is said in words."""

import re
from datetime import date

import pytest

from dashboard.meeting.kinds import KINDS
from dashboard.meeting.running_order import UnknownMeeting, running_order
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.warehouse import current
from dashboard.text.formats import is_number
from tests import small_world

LATEST = "BG-2025Q4-1"


# The demonstration's last meeting was held before the end of its quarter: October and November are complete.
DAY = CutOff("2025Q4", date(2025, 12, 18))
AFTER_ITS_QUARTER = "UPDATE core.meetings SET held_on = '2024-07-05' WHERE meeting_id = 'M3'"


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, LATEST)


def test_the_pages_come_in_the_order_of_the_agenda(order):
    kinds = list(dict.fromkeys(slide.kind for slide in order.slides))
    places = [KINDS[kind].place for kind in kinds]
    assert places == sorted(places)
    # What else there is, another kind's own test tells.
    agreed = ["cover", "headlines", "theme", "matters", "matter", "decided", "lists", "map", "attention", "closing"]
    assert [kind for kind in kinds if kind in agreed] == agreed
    agenda = dict(order.slides[0].facts)["议程"]
    # Thirteen with a history of their own (seven open, six closed since) and five decided at the meeting.
    assert "议定事项（18 项）" in agenda and sum(slide.kind == "matter" for slide in order.slides) == 13
    assert order.is_draft and order.is_demo
    assert len({slide.key for slide in order.slides}) == len(order.slides)


def test_a_theme_has_a_finding_a_chart_and_at_most_three_remarks(order):
    themes = [slide for slide in order.slides if slide.kind == "theme"]
    assert len(themes) >= 6
    for slide in themes:
        assert ("2025年第四季度" in slide.title or "2025年10—11月" in slide.title) and 1 <= len(slide.remarks) <= 3
        assert slide.chart and slide.footer.source and slide.footer.definition


def test_every_number_of_a_theme_is_the_metric_layers(order, demonstration):
    by_label = {metric.label: metric for metric in METRICS.values()}
    for slide in order.slides:
        if slide.kind != "theme":
            continue
        metric = by_label[slide.table.columns[2].label]
        answered = cells(demonstration.as_of(DAY), metric, (order.area_code,), grain="quarter", until="2025Q4")
        wanted = [cell.value for cell in answered][-len(slide.table.rows) :]
        assert [row[2] for row in slide.table.rows] == wanted, slide.key


def test_every_number_of_the_headlines_is_the_metric_layers(order, demonstration):
    slide = order.slides[1]
    by_label = {metric.label: metric for metric in METRICS.values()}
    for label, _, *values in slide.table.rows:
        wanted = [
            cells(demonstration.as_of(DAY), by_label[label], (order.area_code,), grain="quarter", since=one, until=one)[
                0
            ].value
            for one in ("2025Q4", "2025Q3", "2024Q4")
        ]
        assert values == wanted
    assert any(is_number(value) for _, _, *values in slide.table.rows for value in values)


def test_changes_are_worked_out_against_both_meetings(tmp_path):
    small = current(small_world.publish(tmp_path, change=AFTER_ITS_QUARTER))
    # Two courses began in 2024Q2, one in 2024Q1; of 2023Q2 nothing is known.
    [headline] = [one for one in running_order(small, "M3").slides[1].headlines if one.label == "开课期次"]
    assert str(headline.figure) == "2期"
    assert [change.text for change in headline.changes] == ["较上次会议 ▲ 增1期", "同比 未填报"]


def test_before_the_end_of_a_quarter_its_complete_months_are_held_against_the_same_ones(small):
    # Of the two courses of 2024Q2 one began in April, the only month that was over on 05-08; none began in January.
    order = running_order(small, "M3")
    [headline] = [one for one in order.slides[1].headlines if one.label == "开课期次"]
    assert str(headline.figure) == "1期"
    assert [change.text for change in headline.changes] == ["较上次会议 ▲ 增1期", "同比 未填报"]
    assert order.slides[1].remarks[0].startswith("会议召开时2024年第二季度尚未结束：按月填报的指标取 4 月")
    assert {"2024年4月", "2024年5月8日已填报"} <= {slide.footer.as_of for slide in order.slides}


def test_nothing_of_a_later_day_stands_in_the_documents_of_a_meeting(demonstration, order):
    shown = [slide for slide in order.slides if slide.kind not in ("cover", "matter", "decided", "lists")]
    said = [str(part) for slide in shown for part in (slide.title, slide.subtitle, *slide.remarks, slide.footer.as_of)]
    said += [text for section in order.report for text in section.sentences]
    said += [
        str(cell) for slide in shown if slide.kind in ("attention", "closing") for row in slide.rows for cell in row
    ]
    assert not [text for text in said if re.search(r"12-31|12月31日|四季度末|25Q4末", text)]


def test_a_first_meeting_says_that_there_is_none_before(small):
    order = running_order(small, "M1")
    assert "第一次联席会议" in order.slides[1].remarks[-1]
    lists = next(slide for slide in order.slides if slide.kind == "lists")
    # R1 of 11-01 and N1 of 11-10: what was raised in the quarter until the day.
    assert lists.title == "三张清单新增 2 项：需求 1 项、资源 1 项"


def test_new_entries_are_those_since_the_meeting_before(small):
    lists = next(slide for slide in running_order(small, "M2").slides if slide.kind == "lists")
    # Open ones first, of each list the latest first.
    assert [row[1] for row in lists.table.rows] == ["体检", "人才短缺", "路灯", "助老"]
    # N2 was matched on 02-01 and closed on 04-10, after the meeting; nobody reports on N6.
    assert [row[-1] for row in lists.table.rows] == ["待对接", "未填报", "办理中", "可提供"]


def test_an_area_inside_the_district_has_its_own_order(small):
    order = running_order(small, "M2", "P")
    assert order.title.endswith("（甲园）")
    assert [slide.key for slide in order.slides if slide.kind in ("matter", "decided")] == ["matter-D1", "decided"]


def test_what_is_asked_for_says_which_day_and_period_it_is_of(order):
    closing = order.slides[-1]
    assert closing.footer.as_of == "2025年12月18日"
    assert "责任单位" not in [row[2] for row in closing.table.rows]


def test_an_unknown_meeting_names_those_that_there_are(small):
    with pytest.raises(UnknownMeeting) as error:
        running_order(small, "M9")
    assert "没有编号为“M9”的联席会议" in str(error.value)
    assert all(f"  {meeting} " in str(error.value) for meeting in ("M1", "M2", "M3", "M4"))
    with pytest.raises(UnknownMeeting, match="不在会议"):
        running_order(small, "M1", "Q")


def test_a_meeting_of_which_nothing_else_is_known_stays_whole(tmp_path):
    # Nothing but the areas and the meetings themselves.
    empty = " ".join(
        f"DELETE FROM core.{table};"
        for table in (
            *("enterprises", "enterprise_quarters", "grid_events", "grid_staffing", "training_courses"),
            *("incubation_quarters", "party_organizations", "population", "party_liaison", "list_items"),
            *("decision_updates", "decisions", "geometry"),
        )
    )
    order = running_order(current(small_world.publish(tmp_path, change=empty)), "M2")
    kinds = [slide.kind for slide in order.slides]
    last = ["lists", "map", "attention", "closing"]
    assert kinds[0] == "cover" and [kind for kind in kinds if kind in last] == last
    told = " ".join(" ".join((slide.title, *slide.remarks)) for slide in order.slides)
    assert "没有填报" in told and "没有可以汇报的议定事项" in told
