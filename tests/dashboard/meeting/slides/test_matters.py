"""Decided matters of the small world as pages; days and nodes worked out by hand."""

from datetime import date

from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.metrics.versions import current
from dashboard.tables.matters import steps
from tests import small_world


def test_the_page_of_a_matter_says_that_it_was_sent_back(tmp_path):
    # D2 is closed on 04-20, sent back on 05-10; a meeting of 05-12 tells of it.
    change = "UPDATE core.meetings SET held_on = '2024-05-12' WHERE meeting_id = 'M3'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M3")
    page = next(slide for slide in order.slides if slide.key == "matter-D2")
    assert "2024-04-20报销号，2024-05-10退回至“返工”" in page.remarks
    assert [row[0] for row in page.table.rows if row[2] == "未到"] == ["验收"]


def test_the_reports_of_a_matter_end_with_the_day(small):
    found = steps(small, ["D1", "D2"], date(2024, 2, 9))
    assert [(one.reported_on, one.progress_pct) for one in found["D1"]] == [
        (date(2023, 12, 20), 0),
        (date(2024, 1, 10), 40),
    ]
    assert [one.progress_pct for one in found["D2"]] == [0, 30]


def pages(small, meeting: str) -> dict:
    return {slide.key: slide for slide in running_order(small, meeting).slides}


def test_every_matter_that_was_open_at_the_meeting_before_or_came_since_has_a_page(small):
    found = pages(small, "M2")
    # M1 on 2023-12-20, M2 on 2024-04-04: D1 closed between, D2 late since 03-20, D3 decided now, D4 moved in January.
    # D3 has nothing to tell yet.
    assert {key for key in found if key.startswith("matter-")} == {"matter-D1", "matter-D2", "matter-D4"}
    late = found["matter-D2"]
    assert late.title == "通内沟：超期15天" and late.is_late
    assert (late.progress.then, late.progress.now) == (0, 30)
    facts = dict(late.facts)
    assert facts["承诺"] == "2023-12-20议定，原定2024-03-20前办结，第1次调整到2024-05-31"
    assert facts["责任单位"] == "乙单位"
    assert "销号" in found["matter-D1"].title and not found["matter-D1"].is_late


def test_what_the_meeting_has_just_decided_stands_on_one_page(small, tmp_path):
    found = pages(small, "M2")
    new = found["decided"]
    assert list(found).index("decided") == 2
    assert new.title == "本次议定1项" and new.remarks == ("议定以来尚未填报进展和节点",)
    assert new.table.rows == (("办招聘", "甲园", "甲单位", "项目攻坚", "2024-05-01前"),)
    [drill] = new.drills
    assert (drill.point, drill.title, drill.leads) == ("D3", "办招聘，1项", ("D3",))
    assert [slide.key for slide in found.values() if slide.kind == "decided"] == ["decided"]
    assert "本次议定（1项） → 结转事项（3项）" in dict(found["title"].facts)["议程"]
    # One that was told of on the day has a page, and one whose day is not the meeting's says so on its own.
    told = """INSERT INTO core.decision_updates (decision_id, reported_on, decided_on, status, progress_pct, next_node,
        next_due_on, origin) VALUES ('D3', '2024-04-04', '2024-04-04', '未启动', 0, '方案', '2024-04-20', 'demo')"""
    first = pages(current(small_world.publish(tmp_path / "a", change=told)), "M2")["decided"]
    assert first.table.columns[-1].label == "首个节点" and first.table.rows[0][-1] == "方案（2024-04-20前）"
    begun = told.replace("'未启动', 0", "'推进中', 10")
    assert "matter-D3" in pages(current(small_world.publish(tmp_path / "b", change=begun)), "M2")
    moved = "UPDATE core.decisions SET decided_on = '2024-04-02' WHERE decision_id = 'D3'"
    assert "matter-D3" in pages(current(small_world.publish(tmp_path / "c", change=moved)), "M2")


def test_a_matter_without_a_report_says_so(tmp_path):
    change = "DELETE FROM core.decision_updates WHERE decision_id = 'D4'"
    silent = pages(current(small_world.publish(tmp_path, change=change)), "M2")["matter-D4"]
    assert silent.title == "建支部：无进展"
    assert silent.remarks == ("议定以来尚未填报进展和节点",) and not silent.is_table_shown


def test_a_matter_that_was_opened_again_is_not_told_as_closed(small):
    # D2 was closed on 2024-04-20; M3 on 2024-05-08 is before it was opened again on 05-10.
    assert "销号" in pages(small, "M3")["matter-D2"].title
    blocked = pages(small, "M3")["matter-D3"]
    assert blocked.title == "办招聘：受阻、超期7天" and "缺经费" in blocked.remarks


def test_a_meeting_without_matters_says_so(small):
    found = pages(small, "M4")
    assert found["matters"].title == "本次会议没有可以汇报的议定事项"
    # Before a meeting nothing of it can be missing yet.
    assert found["matters"].remarks[0] == "台账里没有这次会议以前议定、至今在办的事项。"
    assert not [key for key in found if key.startswith("matter-")]


def test_where_no_unit_writes_options_the_page_has_no_column_for_them(tmp_path):
    held = "UPDATE core.decision_updates SET status = '受阻', note = '缺经费' WHERE decision_id = 'D2'"
    for change, labels in (
        (held, ["提请事项", "卡在哪里", "建议", "责任单位", "时限"]),
        (
            f"{held}; UPDATE core.decision_updates SET options = '缓建；另选址' WHERE decision_id = 'D2'",
            ["提请事项", "卡在哪里", "备选方案", "建议", "责任单位", "时限"],
        ),
    ):
        folder = tmp_path / str(len(labels))
        order = running_order(current(small_world.publish(folder, change=change)), "M2", stage=Stage.BEFORE)
        asks = order.slide("asks")
        assert [column.label for column in asks.table.columns] == labels
        assert any("缓建；另选址" in row for row in asks.table.rows) == (len(labels) == 6)
