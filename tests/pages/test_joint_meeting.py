"""联席会议 as a reader meets it, with the demonstration and with published figures alone."""

import pytest

from dashboard.metrics.versions import current
from dashboard.store.prepared import Preparation, keep
from dashboard.tables.meetings import joint_meetings
from dashboard.views.joint_meeting.meetings import told_of
from tests import small_world
from tests.pages.reading import read_page

BAOGAI, PENGTIAN = "350581101901", "350581100901"


def page(monkeypatch, warehouse, **query):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(warehouse))
    return read_page("joint_meeting", **query)


def test_the_second_quarter_s_meeting_was_held_in_july(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=PENGTIAN, period="2025Q2")
    assert "2025年第二季度联席会议（2025-07-04）" in shown.text
    assert "晚于季度末4天" in shown.text
    over_time = page(monkeypatch, demonstration_warehouse, area=PENGTIAN, period="2025Q2", screen="quarters")
    assert over_time.cards["联席会议滞后天数"] == "4.0天"
    # How matters stood at the end of the quarter is told on a screen of its own.
    assert "超期未结事项" not in shown.cards and "超期未结事项" in over_time.cards


def test_what_the_report_tells_is_among_the_matters(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=PENGTIAN, period="2025Q3")
    assert "锦绣花园配套商场权益份额由国企回购" in shown.text and "销号" in shown.text
    since = page(monkeypatch, demonstration_warehouse, area=PENGTIAN, period="2025Q2", basis="since")
    assert "锦绣花园安置小区地下停车场改造运营" in since.text and "原定2025-12-31，第1次调整到2026-03-31" in since.text


def test_documents_alone_tell_of_the_bodies_and_of_no_meeting(published_warehouse, monkeypatch):
    shown = page(monkeypatch, published_warehouse, area=BAOGAI)
    assert "没有上报“联席会议”（未填报）" in shown.text
    assert "31个职务" in shown.text and "镇党委书记任组长" in shown.text
    assert not shown.errors and "0.0%" not in shown.text


@pytest.mark.parametrize("area", [BAOGAI, PENGTIAN, "350581000000", "350581101206", "350581100921"])
@pytest.mark.parametrize("period", ["2025Q4", "2024", "2023Q1"])
def test_every_place_and_period_draws(demonstration_warehouse, monkeypatch, area, period):
    for asked in ({"basis": "meeting"}, {"basis": "since"}, {"screen": "quarters"}):
        shown = page(monkeypatch, demonstration_warehouse, area=area, period=period, **asked)
        assert not shown.errors and "nan" not in shown.text.lower()


def test_what_a_first_meeting_decides_is_new_and_not_unmoved(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=BAOGAI, period="2023Q1")
    assert "会前2023-03-16 → 本次会议2023-03-17" in shown.text
    assert "新 → 0%" in shown.text and "无进展5项" not in shown.text and "没有可以前后对照的事项" in shown.text


def test_an_unknown_meeting_in_the_address_shows_the_latest(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=BAOGAI, period="2025Q4", meeting="M-99")
    assert not shown.errors and "2025年第四季度联席会议" in shown.text


def test_a_meeting_of_another_district_in_the_address_shows_the_own_latest(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area=BAOGAI, period="2025Q4", meeting="LX-2025Q2-1")
    assert not shown.errors and "宝盖“三区联创”片区2025年第四季度联席会议" in shown.text


def test_meetings_without_any_matter(tmp_path, monkeypatch):
    emptied = "DELETE FROM core.decisions; DELETE FROM core.decision_updates"
    shown = page(monkeypatch, small_world.publish(tmp_path / "warehouse", change=emptied), area="D", period="2024Q2")
    assert not shown.errors and "2024年第二季度联席会议" in shown.text


def test_a_village_has_its_matters_but_no_joint_meeting_of_its_own(demonstration_warehouse, monkeypatch):
    over_time = page(monkeypatch, demonstration_warehouse, area="350581101206", period="2025Q4", screen="quarters")
    assert "联席会议召开率" not in over_time.cards and "事项办结率" in over_time.cards
    shown = page(monkeypatch, demonstration_warehouse, area="350581101206", period="2025Q4")
    assert "联席会议召开率" not in shown.cards
    assert "宝盖“三区联创”片区2025年第四季度联席会议" in shown.text


def test_everything_about_a_meeting_is_told_of_the_chosen_village(tmp_path, monkeypatch):
    # At M2, of the whole 片区, four matters stand; D2 and D4 are of 甲村, D1 and D3 of 甲园, D2 alone is late.
    warehouse = small_world.publish(tmp_path / "warehouse")
    village = page(monkeypatch, warehouse, area="V", period="2024Q1", meeting="M2")
    assert "2项事项，在办2项" in village.text and "办招聘" not in village.text
    assert "本次会议2024-04-04 · 甲村" in village.text
    grid = page(monkeypatch, warehouse, area="V1", period="2024Q1", meeting="M2")
    assert "甲村1号网格从上次会议到本次会议列入办理的议定事项0项。" in grid.text and "甲单位" not in grid.text


def test_documents_are_made_for_the_chosen_area_or_the_whole_district(tmp_path):
    warehouse = current(small_world.publish(tmp_path))
    one = next(meeting for meeting in joint_meetings(warehouse, "D") if meeting.meeting_id == "M2")
    assert [told_of(warehouse, one, code) for code in ("P", "V1", "D", "C", "T")] == ["P", "V1", "D", "D", "D"]


def test_a_village_without_matters_is_told_that_there_are_none(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area="350581101206", period="2025Q4", screen="quarters")
    assert "没有在办事项" in shown.text and "塘后村在办0项，没有责任单位可以列出" in shown.text
    assert "没有可以画出的数值" not in shown.text


def test_a_park_that_holds_no_meetings_has_not_failed_to_report(demonstration_warehouse, monkeypatch):
    shown = page(monkeypatch, demonstration_warehouse, area="350581101911", period="2025Q4", screen="quarters")
    assert "召开会议：本期无此项" in shown.text
    assert "召开会议：未填报" not in shown.text


def test_preparations_from_beside_the_warehouse_are_taken_over_and_it_is_said(tmp_path, monkeypatch):
    warehouse = small_world.publish(tmp_path / "warehouse")
    keep(warehouse, "M2", "D", Preparation(left_out=frozenset({"map"})))
    shown = page(monkeypatch, warehouse, area="D", period="2024Q1")
    assert "已移到" in shown.text and "1页不放" in shown.text
    assert "已移到" not in page(monkeypatch, warehouse, area="D", period="2024Q1").text
