"""The running order of meetings: which pages there are, and that what is missing is said in words."""

import re
from datetime import date

import pytest

from dashboard.meeting.kinds import KINDS
from dashboard.meeting.running_order import UnknownMeeting, running_order
from dashboard.meeting.stage import Stage
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.versions import current
from dashboard.tables.meetings import joint_meetings_held
from dashboard.text.formats import is_number
from dashboard.views.table import cell_text
from tests import small_world

LATEST = "BG-2025Q4-1"


# The demonstration's last meeting was held before the end of its quarter: October and November are complete.
DAY = CutOff("2025Q4", date(2025, 12, 18))
AFTER_ITS_QUARTER = "UPDATE core.meetings SET held_on = '2024-07-05' WHERE meeting_id = 'M3'"


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, LATEST)


def test_the_pages_come_in_the_order_of_the_agenda(order):
    shown = [slide.kind for slide in order.slides if not slide.is_appendix]
    behind = list(dict.fromkeys(slide.kind for slide in order.slides if slide.is_appendix))
    for kinds in (shown, behind):
        places = [KINDS[kind].place for kind in kinds]
        assert places == sorted(places)
    assert not [slide for slide in order.slides[len(shown) :] if not slide.is_appendix]
    # What else there is, another kind's own test tells.
    agreed = (
        *("cover", "conclusion", "decided", "scoreboard", "trouble"),
        *("output", "work", "map", "services", "party", "assignments", "notes"),
    )
    assert tuple(kind for kind in shown if kind in agreed) == agreed
    known = ["headlines", "matters", "matter", "theme", "lists", "attention"]
    assert [kind for kind in behind if kind in known] == known
    agenda = dict(order.slides[0].facts)["议程"]
    # Thirteen with a history of their own (seven open, six closed since) and five decided at the meeting.
    assert (
        "本次议定（5项） → 结转事项（13项）" in agenda and sum(slide.kind == "matter" for slide in order.slides) == 13
    )
    assert order.is_draft and order.is_demo
    assert len({slide.key for slide in order.slides}) == len(order.slides)


def test_a_theme_has_a_finding_a_chart_and_at_most_three_remarks(order):
    themes = [slide for slide in order.slides if slide.key.startswith("theme-")]
    assert len(themes) >= 6
    for slide in themes:
        assert ("2025年第四季度" in slide.title or "2025年10—11月" in slide.title) and 1 <= len(slide.remarks) <= 3
        assert slide.chart and slide.footer.source and slide.footer.definition


def test_every_number_of_a_theme_is_the_metric_layers(order, demonstration):
    by_label = {metric.label: metric for metric in METRICS.values()}
    for slide in order.slides:
        if not slide.key.startswith("theme-"):
            continue
        metric = by_label[slide.table.columns[2].label]
        answered = cells(demonstration.as_of(DAY), metric, (order.area_code,), grain="quarter", until="2025Q4")
        wanted = [cell.value for cell in answered][-len(slide.table.rows) :]
        assert [row[2] for row in slide.table.rows] == wanted, slide.key


def test_every_number_of_the_headlines_is_the_metric_layers(order, demonstration):
    [slide] = [slide for slide in order.slides if slide.kind == "headlines"]
    by_label = {metric.label: metric for metric in METRICS.values()}
    for label, _, *values, _ in slide.table.rows:
        wanted = [
            cells(demonstration.as_of(DAY), by_label[label], (order.area_code,), grain="quarter", since=one, until=one)[
                0
            ].value
            for one in ("2025Q4", "2025Q3", "2024Q4")
        ]
        assert values == wanted
    assert any(is_number(value) for _, _, *values, _ in slide.table.rows for value in values)


def test_changes_are_worked_out_against_both_meetings(tmp_path):
    small = current(small_world.publish(tmp_path, change=AFTER_ITS_QUARTER))
    # Two courses began in 2024Q2, one in 2024Q1; of 2023Q2 nothing is known.
    [headline] = [one for one in running_order(small, "M3").slide("headlines").headlines if one.label == "开课期次"]
    assert str(headline.figure) == "2期"
    assert [change.text for change in headline.changes] == ["较上次会议 ▲ 增1期"]


def test_before_the_end_of_a_quarter_its_complete_months_are_held_against_the_same_ones(small):
    # Of the two courses of 2024Q2 one began in April, the only month that was over on 05-08; none began in January.
    order = running_order(small, "M3")
    [headline] = [one for one in order.slide("headlines").headlines if one.label == "开课期次"]
    assert str(headline.figure) == "1期"
    assert [change.text for change in headline.changes] == ["较上次会议 ▲ 增1期"]
    assert order.slide("headlines").remarks[0].startswith("会议召开时2024年第二季度尚未结束：按月填报的指标取4月")
    assert {"2024年4月", "2024年5月8日已填报"} <= {slide.footer.as_of for slide in order.slides}


def test_nothing_of_a_later_day_stands_in_the_documents_of_a_meeting(demonstration, order):
    shown = [
        slide for slide in order.slides if slide.kind not in ("cover", "matter", "decided", "lists", "assignments")
    ]
    said = [str(part) for slide in shown for part in (slide.title, slide.subtitle, *slide.remarks, slide.footer.as_of)]
    said += [text for section in order.report for text in section.sentences]
    said += [
        str(cell)
        for slide in shown
        if slide.kind in ("attention", "trouble", "scoreboard")
        for row in slide.rows
        for cell in row
    ]
    assert not [text for text in said if re.search(r"12-31|12月31日|四季度末|25Q4末", text)]


def test_a_quarter_that_is_not_over_is_told_with_its_day_or_its_months(order):
    of_quarter = [slide.title for slide in order.slides if slide.title.startswith("2025年第四季度") and slide.chart]
    assert of_quarter and all(title.startswith("2025年第四季度（截至12月18日）") for title in of_quarter)
    by_month = {slide.key: slide.subtitle for slide in order.slides if slide.key.startswith("digest-")}
    assert by_month["digest-work"].endswith(" · 按月填报的取10—11月，比较也取相同月份")
    assert by_month["digest-services"].endswith(" · 取10—11月，比较也取相同月份")
    taken = {row[0]: row[-1] for row in order.slide("digest-work").rows}
    assert (taken["入职"], taken["引进人才"]) == ("2025年10—11月", "2025年第四季度（截至12月18日）")
    assert order.slide("conclusion").subtitle == "进展、风险、议定各一句 · 按月填报的取10—11月，比较也取相同月份"


def test_a_first_meeting_says_that_there_is_none_before(small):
    order = running_order(small, "M1")
    assert "第一次联席会议" in dict(order.slide("notes").facts)["比较"]
    lists = next(slide for slide in order.slides if slide.kind == "lists")
    # R1 of 11-01 and N1 of 11-10: what was raised in the quarter until the day.
    assert lists.title == "三张清单新增2项：需求1项、资源1项"


def test_new_entries_are_those_since_the_meeting_before(small):
    lists = next(slide for slide in running_order(small, "M2").slides if slide.kind == "lists")
    # Open ones first, of each list the latest first.
    assert [row[1] for row in lists.table.rows] == ["体检", "人才短缺", "路灯", "助老"]
    # N2 was matched on 02-01 and closed on 04-10, after the meeting; nobody reports on N6.
    assert [row[-1] for row in lists.table.rows] == ["待对接", "未填报", "办理中", "可提供"]


def test_an_area_inside_the_district_has_its_own_order(small):
    order = running_order(small, "M2", "P")
    assert order.title.endswith("（甲园）")
    assert [slide.key for slide in order.slides if slide.kind in ("matter", "decided")] == ["decided", "matter-D1"]


def test_before_the_meeting_papers_ask_and_tell_nothing_of_what_it_decides(demonstration, order):
    before = running_order(demonstration, LATEST, stage=Stage.BEFORE)
    asks = before.slide("asks")
    assert [slide.key for slide in before.slides].index("asks") == 2 and asks.footer.as_of == "2025-12-18"
    assert asks.title == "提请会议研究10项：事项5项，网格与报表5项" and len(before.requests) == 10
    # What blocks it, what might be done, what is proposed, who, and until when; a day that has passed is to be set anew.
    assert [column.label for column in asks.table.columns][1:4] == ["卡在哪里", "备选方案", "建议"]
    assert asks.table.rows[0] == (
        *("整修园区道路路灯排水", "配套经费未落实；超期170天；无进展", "未填报", "研究受阻问题"),
        *("镇规划建设办公室", "由会议重定"),
    )
    assert "镇领导会商；先办一致部分" in {row[2] for row in asks.table.rows}
    decided = {one.decision_id for one in order.matters if one.meeting_id == LATEST}
    assert len(decided) == 5 and not decided & {one.decision_id for one in before.matters}
    keys = {key for slide in before.slides for key in (*slide.row_keys, *slide.subjects)}
    assert not decided & keys and not {"出席", "议定"} & set(dict(before.slides[0].facts))
    assert not decided & {row[0] for *_, table, _ in before.items for row in table.rows}
    assert any(text.startswith("提请会议研究10项") for section in before.report for text in section.sentences)


def test_after_the_meeting_papers_tell_what_was_decided_and_ask_nothing(order):
    assert order.slides[2].key == "decided" and order.slides[2].title == "本次议定5项"
    assert not order.requests and "asks" not in [slide.key for slide in order.slides]
    assert not [text for section in order.report for text in section.sentences if "提请" in text]


def test_a_figure_that_fell_is_a_risk_and_pages_that_hold_nothing_stand_behind(demonstration):
    # 2025Q4 of the village: 1,898 after 2,286 (10,000 yuan) a year before; none of its matters is open, none was decided.
    order = running_order(demonstration, LATEST, "350581101206")
    page = order.slide("conclusion")
    well, risk, decided = map(str, page.remarks)
    assert "总产值1,898万元，同比降17.0%" in risk and "总产值" not in well
    assert page.title == "塘后村：本次会议没有新议定本区域的事项" and "0项" not in decided
    assert not {"decided", "assignments"} & {slide.kind for slide in order.slides if not slide.is_appendix}


def test_a_deadline_is_moved_after_the_day_that_set_it(tmp_path):
    # D3 is decided on the day of M2; that its day was moved is known only later, and M3 tells it.
    change = "UPDATE core.decisions SET due_on = '2024-07-01', original_due_on = '2024-05-01', plan_changes = 1 WHERE decision_id = 'D3'"
    town = current(small_world.publish(tmp_path, change=change))
    told = {
        meeting: next(one for one in running_order(town, meeting).matters if one.decision_id == "D3").due_on
        for meeting in ("M2", "M3")
    }
    assert told == {"M2": date(2024, 5, 1), "M3": date(2024, 7, 1)}


def test_a_meeting_is_at_the_stage_that_its_register_tells(small):
    # M3 decided nothing that is on record yet.
    assert running_order(small, "M3").stage == Stage.BEFORE and running_order(small, "M2").stage == Stage.AFTER


def test_the_conclusion_says_what_goes_well_what_is_at_risk_and_what_was_decided(order):
    # Hired: 538 after 281 a year before; order classes: 102 after 62.
    assert [str(remark).partition("，")[0] for remark in order.slide("conclusion").remarks] == [
        "进展：总产值29.1亿元",
        "风险：在办12项",
        "议定：由宝盖科技园党委、镇经济发展办公室等3个单位负责",
    ]
    # Output rose in the quarter and fell in the year: 96.5 after 98.6; two matters not yet late have a node that is.
    risk = order.slide("conclusion").remarks[1]
    assert risk.startswith("风险：在办12项，其中5项受阻、超期或无进展，2项节点滞后")
    assert "年初以来累计实现总产值96.5亿元，同比下降2.1%" in risk
    assert "入职538人，同比升91.5%" in order.slide("conclusion").remarks[0]


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
    known = ["conclusion", "notes", "map", "lists", "attention"]
    assert kinds[0] == "cover" and [kind for kind in kinds if kind in known] == known
    told = " ".join(" ".join((slide.title, *slide.remarks)) for slide in order.slides)
    assert "没有填报" in told and "没有可以汇报的议定事项" in told


def test_no_slide_and_no_sentence_sets_a_figure_apart_from_the_word_beside_it(demonstration):
    order = running_order(demonstration, joint_meetings_held(demonstration)[0].meeting_id)
    told = [sentence for section in order.report for sentence in section.sentences]
    for slide in order.slides:
        told += [slide.title, slide.subtitle, *slide.remarks, *(text for fact in slide.facts for text in fact)]
        told += [cell_text(*pair) for row in slide.rows for pair in zip(row, slide.table.columns, strict=True)]
    assert len(told) > 200
    assert [text for text in told if re.search(r"(?<=[一-鿿]) (?=[\d−])|(?<=[\d%]) (?=[一-鿿])", text)] == []
