"""Closed meetings: the same for ever, and a further edition that says what has changed."""

import io
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from pptx import Presentation

from dashboard.meeting.running_order import running_order
from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.render.pptx import to_pptx
from dashboard.store.frozen import FOLDER, corrections, editions, freeze, frozen
from dashboard.views.table import Column, Table
from tests import small_world

FIRST, SECOND = datetime(2024, 4, 4, 17, 30), datetime(2024, 4, 8, 9, 0)
LATER = "20240716T000000Z-89abcdef"
CHANGED = "UPDATE core.training_courses SET completed = 27 WHERE course_id = 'K2'"


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    """The meeting of the small world as figures that were loaded later tell it."""
    folder = small_world.publish(tmp_path_factory.mktemp("later"), version=LATER, change=CHANGED)
    return running_order(current(folder), "M2")


def test_a_closed_meeting_reads_back_as_it_was(demonstration, tmp_path):
    order = running_order(demonstration, "BG-2025Q4-1")
    closed = freeze(tmp_path, order, FIRST)
    again = frozen(tmp_path, order.meeting_id, order.area_code)
    assert again == closed and again.edition == 1
    # All but the first page, which says that the meeting is closed, is what it was.
    assert again.order.slides[1:] == order.slides[1:] and again.order.items == order.items
    assert not again.order.is_draft and again.order.version == order.version
    assert "第1版，2024-04-04 17:30定稿" in dict(again.order.slides[0].facts)["定稿"]


def test_figures_loaded_later_change_nothing(small, later, tmp_path):
    before = running_order(small, "M2")
    freeze(tmp_path, before, FIRST)
    [file] = (tmp_path / FOLDER).glob("*.json")
    kept = file.read_bytes()
    assert later.slides != before.slides
    held = frozen(tmp_path, "M2", "D")
    assert file.read_bytes() == kept
    assert held.order.slides[1:] == before.slides[1:]
    deck = Presentation(io.BytesIO(to_pptx(held.order)))
    assert not [shape for page in deck.slides for shape in page.shapes if shape.name == "草稿"]


def test_a_correction_makes_a_second_edition_that_says_what_changed(small, later, tmp_path):
    before = running_order(small, "M2")
    freeze(tmp_path, before, FIRST)
    second = freeze(tmp_path, later, SECOND)
    assert second.edition == 2 and [one.edition for one in editions(tmp_path, "M2", "D")] == [1, 2]
    told = second.order.slides[1]
    assert told.kind == "corrections" and "第2版较第1版更正" in told.title
    # 24 of 30 completed the course of 2024Q1; now it is 27.
    assert ("孵化", "甲片区 2024年第一季度 结业人次（人次）", "24", "27") in told.table.rows
    # With the 16 of the course before.
    assert ("总览", "累计结业人次 人次 本季度（24年一季度）", "40.00", "43.00") in told.table.rows
    assert editions(tmp_path, "M2", "D")[0].order.slides[1:] == before.slides[1:]
    assert len(Presentation(io.BytesIO(to_pptx(second.order))).slides) > len(later.slides)


def test_closing_twice_without_a_change_makes_no_edition(small, tmp_path):
    order = running_order(small, "M2")
    first = freeze(tmp_path, order, FIRST)
    assert freeze(tmp_path, order, SECOND) == first
    assert len(list((tmp_path / FOLDER).glob("*.json"))) == 1


def test_other_areas_and_meetings_are_still_drafts(small, tmp_path):
    freeze(tmp_path, running_order(small, "M2"), FIRST)
    assert frozen(tmp_path, "M2", "P") is None and frozen(tmp_path, "M1", "D") is None
    freeze(tmp_path, running_order(small, "M2", "P"), SECOND)
    # Asked for without an area, it is the meeting of the whole 片区.
    assert frozen(tmp_path, "M2").order.area_code == "D" and frozen(tmp_path, "M2", "P").closed_at == SECOND


def test_every_kind_of_cell_is_kept(small, tmp_path):
    order = running_order(small, "M2")
    rows = ((Absence.NOT_DISCLOSED, None, Decimal("1.50"), 2, 0.1 + 0.2, date(2024, 4, 4), "文"),)
    table = Table(tuple(Column(str(place), decimals=1) for place in range(5)) + (Column("日"), Column("文")), rows)
    changed = replace(order, slides=(order.slides[0], replace(order.slides[1], table=table, row_keys=())))
    freeze(tmp_path, changed, FIRST)
    [found] = frozen(tmp_path, "M2", "D").order.slides[1].table.rows
    assert found == rows[0] and isinstance(found[2], Decimal) and isinstance(found[0], Absence)


def test_what_no_file_keeps_is_refused(small, tmp_path):
    order = running_order(small, "M2")
    odd = replace(order, slides=(replace(order.slides[0], remarks=({"a"},)),))
    with pytest.raises(TypeError, match="no file keeps"):
        freeze(tmp_path, odd, FIRST)
    assert frozen(tmp_path, "M2", "D") is None


def test_a_page_that_is_gone_is_told(small):
    order = running_order(small, "M2")
    shorter = replace(order, slides=tuple(slide for slide in order.slides if slide.key != "matter-D2"))
    found = corrections(order, shorter)
    assert {one.page for one in found} == {"通内沟"} and {one.after for one in found} == {"无"}


def test_a_page_left_out_is_one_correction_and_moved_pages_another(small):
    order = running_order(small, "M2")
    [gone] = corrections(order, replace(order, slides=tuple(one for one in order.slides if one.key != "map")))
    assert (gone.page, gone.what, gone.before, gone.after) == ("网格地图", "整页", "有", "无")
    cover, first, second, *rest = order.slides
    [moved] = corrections(order, replace(order, slides=(cover, second, first, *rest)))
    assert moved.what == "页序" and moved.after == f"从“{second.title}”一页起有调整"
    assert corrections(order, order) == ()


def test_a_figure_that_was_set_apart_once_is_no_correction(small):
    order = running_order(small, "M2")
    [apart] = [slide for slide in order.slides if slide.key == "conclusion"]
    set_apart = replace(
        apart, title=apart.title.replace("项", " 项"), remarks=tuple(f"{one} " for one in apart.remarks)
    )
    earlier = replace(order, slides=tuple(set_apart if slide is apart else slide for slide in order.slides))
    assert earlier != order and corrections(earlier, order) == ()
