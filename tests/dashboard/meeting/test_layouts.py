"""One table of boxes for every kind of document: inside the page, apart from each other, drawn by each."""

import pytest

from dashboard.meeting.layouts import (
    BODY,
    HEIGHT,
    LAYOUTS,
    WIDTH,
    MissingDrawer,
    UnknownLayout,
    check_drawers,
    layout,
    parts_of,
    placed,
)
from dashboard.render.html import bodies as on_stage
from dashboard.render.pptx import bodies as in_deck


@pytest.mark.parametrize("name", LAYOUTS)
def test_columns_lie_inside_the_page_and_beside_each_other(name):
    boxes = [column.box for column in layout(name)]
    for box in boxes:
        assert box.left >= 0 and box.left + box.width <= WIDTH
        assert box.top >= BODY.top and box.top + box.height <= BODY.top + BODY.height < HEIGHT
    for left, right in zip(boxes, boxes[1:], strict=False):
        assert left.left + left.width < right.left
    for column in layout(name):
        assert column.filling in column.parts and set(column.most) <= set(column.parts) - {column.filling}


def test_parts_share_a_column_and_one_takes_what_the_others_leave():
    found = dict(placed("matter", {"facts", "remarks", "progress", "nodes"}, lambda part, width: 87))
    # 357 high: 18 between the parts, 87 for what does not fill.
    assert [(part, box.top, box.height) for part, box in found.items()] == [
        ("facts", 129, 252),
        ("remarks", 399, 87),
        ("progress", 129, 87),
        ("nodes", 234, 252),
    ]


def test_a_part_takes_no_more_than_it_may():
    found = dict(placed("matter", {"facts", "remarks"}, lambda part, width: 500))
    assert found["remarks"].height == 126 and found["facts"].height == 357 - 18 - 126
    pressed = dict(placed("cards", {"cards", "first_remarks"}, lambda *_: 500, lambda *_: 300))
    assert pressed["cards"].height == 300 and pressed["first_remarks"].height == 51


def test_what_is_alone_has_the_whole_column():
    assert dict(placed("table", {"remarks"}, lambda *_: 10)) == {"remarks": BODY}
    assert dict(placed("table", (), lambda *_: 10)) == {}


def test_both_documents_draw_every_part():
    parts = {part for name in LAYOUTS for part in parts_of(name)}
    assert parts == set(in_deck.DRAWERS) == set(on_stage.DRAWERS)


def test_a_part_that_a_document_cannot_draw_is_named_with_its_module():
    with pytest.raises(MissingDrawer, match=r"x\.py draws no chart, which the layout 'chart' has"):
        check_drawers({part for name in LAYOUTS for part in parts_of(name)} - {"chart"}, "x.py")
    with pytest.raises(UnknownLayout, match="no layout 'poster'; dashboard/meeting/layouts.py has cover, "):
        layout("poster")
