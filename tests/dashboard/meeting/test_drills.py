"""What lies behind a point, an area, a card or a row, worked out by hand for the small world."""

from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import RunningOrder
from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.store.frozen import corrections


def drills(order: RunningOrder, key: str) -> dict:
    slide = next(slide for slide in order.slides if slide.key == key)
    return {one.point: one for one in slide.drills}


def test_behind_a_quarter_stand_the_areas_inside(small):
    found = drills(running_order(small, "M2"), "theme-incubation")
    # All courses of the 片区 were held at the park: 16 completed in 2023Q4, 24 in 2024Q1.
    assert list(found) == ["2023Q4", "2024Q1"]
    drill = found["2024Q1"]
    assert drill.title == "2024年第一季度结业人次，按区域"
    assert [column.label for column in drill.table.columns] == ["区域", "24年一季度", "23年四季度", "数据性质"]
    assert drill.table.rows[0][:3] == ("甲片区", 24, 16)
    assert drill.table.rows[1][:3] == ("甲园", 24, 16)
    # The village holds no courses: it is counted and not named.
    assert drill.table.rows[2:] == (("另有1处", Absence.NOT_IN_PERIOD, Absence.NOT_IN_PERIOD, ""),)
    assert drill.footer.source == "培训期次" and drill.footer.definition


def test_every_point_of_a_chart_and_every_card_leads_somewhere(demonstration):
    order = running_order(demonstration, "BG-2025Q4-1")
    for slide in order.slides:
        if slide.key.startswith("theme-"):
            assert [one.point for one in slide.drills] == [row[1].code for row in slide.table.rows], slide.key
            assert slide.drills[-1].table.rows[0][1] == slide.table.rows[-1][2]
    [cards] = [slide for slide in order.slides if slide.kind == "headlines"]
    assert [one.point for one in cards.drills] == list(cards.row_keys)
    assert [named_metric(one.point).label for one in cards.drills] == [one.label for one in cards.headlines]
    assert [one.table.rows[0][1] for one in cards.drills] == [row[2] for row in cards.table.rows]
    [area_map] = [slide for slide in order.slides if slide.kind == "map"]
    assert [one.point for one in area_map.drills] == [shape.code for shape in area_map.map.shapes]
    for drill, shape in zip(area_map.drills, area_map.map.shapes, strict=True):
        assert drill.table.rows[0][:2] == ("事件按期办结率", shape.text)
    [digest] = [slide for slide in order.slides if slide.kind == "work"]
    assert [one.point for one in digest.drills] == list(digest.row_keys)
    for kind in ("attention", "scoreboard", "trouble", "assignments"):
        [slide] = [slide for slide in order.slides if slide.kind == kind]
        assert set(slide.row_keys) <= {one.point for one in slide.drills}, kind


def test_too_few_enterprises_stay_undisclosed_behind_a_point(small):
    found = drills(running_order(small, "M2"), "theme-output")
    # Beside E1, which is public, three enterprises reported for 2024Q1 (120 + 44 + 66 + 30), but two for 2023Q4.
    hidden = Absence.NOT_DISCLOSED
    assert [row[:3] for row in found["2024Q1"].table.rows[:2]] == [
        ("甲片区", 260, hidden),
        ("甲园", 260, hidden),
    ]
    assert [row[1] for row in found["2023Q4"].table.rows[:2]] == [hidden, hidden]


def test_behind_a_state_stand_its_matters(small):
    found = drills(running_order(small, "M2"), "matters")
    assert [row[0] for row in found["超期"].table.rows] == ["D2"]
    assert found["超期"].table.rows[0][1:] == ("通内沟", "乙单位", "2024-03-20", "30%", "超期15天")
    assert [row[0] for row in found["销号"].table.rows] == ["D1"]
    # Nothing is blocked.
    assert "受阻" not in found


def test_drills_are_no_statements_of_their_own(small):
    order = running_order(small, "M2")
    without = RunningOrder(**{**vars(order), "slides": tuple(_bare(slide) for slide in order.slides)})
    assert corrections(order, without) == ()


def _bare(slide):
    return type(slide)(**{**vars(slide), "drills": ()})
