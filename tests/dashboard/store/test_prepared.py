"""What a presenter makes of a running order is kept, can be taken back, and follows the data that come later."""

from dataclasses import replace

import pytest

from dashboard.meeting.agenda import agenda
from dashboard.meeting.annexed import Annexed
from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.store.prepared import (
    MOST_ANNEXED,
    NotKept,
    Preparation,
    annex,
    apply,
    as_prepared,
    in_order,
    keep,
    prepared,
    steps_to_undo,
    undo,
)

# Made up: of the length of a telephone number and of an identity card, whose check digit is wrong.
CALLS, IDENTIFIES = "13000000000", "350581190001010000"


@pytest.fixture
def order(small):
    return running_order(small, "M2")


def keys(slides):
    return [slide.key for slide in slides]


def test_what_is_kept_is_read_back_and_belongs_to_one_meeting_and_area(tmp_path):
    assert prepared(tmp_path, "M2", "D") == Preparation()
    kept = keep(tmp_path, "M2", "D", Preparation(("map", "lists"), frozenset({"lists"}), {"map": " 先说这页 "}))
    assert prepared(tmp_path, "M2", "D") == kept
    assert kept == Preparation(("map", "lists"), frozenset({"lists"}), {"map": "先说这页"}, 1)
    assert prepared(tmp_path, "M2", "P").is_plain and prepared(tmp_path, "M1", "D").is_plain


def test_pages_are_left_out_put_in_order_and_remarked(order):
    before = keys(order.slides)
    moved = [key for key in before[1:] if key != "map"]
    # Without a figure on it the map stands in the appendix, unless somebody brings it in.
    behind = frozenset(slide.key for slide in order.slides if slide.is_appendix)
    assert "map" in behind
    chosen = Preparation(("map", *moved), frozenset({"notes"}), {"map": "先说这页"}, brought_in=behind)
    shown = apply(order, chosen)
    assert keys(shown.slides) == ["title", "map", *(key for key in moved if key != "notes")]
    assert shown.slides[1].remarks[-1] == "补充说明：先说这页"
    assert shown.slides[1].remarks[:-1] == next(one.remarks for one in order.slides if one.key == "map")
    # The agenda tells of the pages that are shown, in their order.
    told = dict(shown.slides[0].facts)["议程"]
    assert told.startswith("重点工作 → 总的情况") and "口径说明" not in told
    assert (shown.items, shown.version) == (order.items, order.version)


def test_nothing_prepared_changes_nothing(order):
    assert apply(order, Preparation(revision=4)) is order


def test_the_first_page_takes_a_remark_and_stays_first(order):
    shown = apply(order, Preparation(tuple(reversed(keys(order.slides))), remarks={"title": "欢迎"}))
    assert shown.slides[0].kind == "cover" and shown.slides[0].facts[-1] == ("补充说明", "欢迎")
    front = [slide.key for slide in order.slides if not slide.is_appendix]
    behind = [slide.key for slide in order.slides if slide.is_appendix]
    # The appendix stays behind, whatever the order.
    assert keys(shown.slides)[1:] == [*front[:0:-1], *behind[::-1]]


def test_pages_of_the_appendix_are_shown_where_they_are_brought_in(order):
    shown = apply(order, Preparation(brought_in=frozenset({"lists"})))
    assert [slide.key for slide in shown.slides if not slide.is_appendix][-1] == "lists"
    assert "三张清单" in dict(shown.slides[0].facts)["议程"] and len(shown.slides) == len(order.slides)


def test_papers_before_and_after_are_prepared_apart(tmp_path):
    keep(tmp_path, "M2", "D", Preparation(left_out=frozenset({"map"})), Stage.BEFORE)
    assert prepared(tmp_path, "M2", "D").is_plain
    assert prepared(tmp_path, "M2", "D", Stage.BEFORE).left_out == {"map"}
    assert undo(tmp_path, "M2", "D", Stage.BEFORE).is_plain


def test_a_page_that_came_since_stands_behind_the_one_it_follows(order):
    known = [key for key in keys(order.slides)[1:] if key not in ("lists", "conclusion")]
    found = keys(in_order(order, Preparation(tuple(reversed(known)))))
    assert found[:2] == ["title", "conclusion"]
    before = keys(order.slides)[keys(order.slides).index("lists") - 1]
    assert found[found.index("lists") - 1] == before
    # A page that is gone is no page.
    assert "gone" not in keys(in_order(order, Preparation(("gone", *known))))


def test_agenda_counts_themes_and_matters_and_names_each_part_once(order):
    assert agenda(order.slides) == ("总的情况 → 本次议定（1项） → 结转事项（3项） → 重点工作 → 责任分工 → 口径说明")


def test_changes_are_taken_back_one_by_one(tmp_path):
    first = keep(tmp_path, "M2", "D", Preparation(left_out=frozenset({"map"})))
    second = keep(tmp_path, "M2", "D", replace(first, remarks={"lists": "略"}))
    assert steps_to_undo(tmp_path, "M2", "D") == 2
    back = undo(tmp_path, "M2", "D")
    assert back == replace(first, revision=3) == prepared(tmp_path, "M2", "D")
    with pytest.raises(NotKept, match="别处改过"):
        keep(tmp_path, "M2", "D", second)
    assert undo(tmp_path, "M2", "D").is_plain and steps_to_undo(tmp_path, "M2", "D") == 0
    assert undo(tmp_path, "M2", "D").is_plain


def test_a_change_made_elsewhere_is_not_written_over(tmp_path):
    here = prepared(tmp_path, "M2", "D")
    elsewhere = keep(tmp_path, "M2", "D", replace(here, left_out=frozenset({"map"})))
    with pytest.raises(NotKept, match="没有保存"):
        keep(tmp_path, "M2", "D", replace(here, left_out=frozenset({"lists"})))
    assert prepared(tmp_path, "M2", "D") == elsewhere


@pytest.mark.parametrize(
    "remark",
    [f"请问 {CALLS}", "请问 １３０ ００００ ００００", f"见{IDENTIFIES}。", "长" * 121],
    ids=["电话", "全角", "证件", "过长"],
)
def test_a_remark_that_must_not_stand_there_is_refused(tmp_path, remark):
    kept = keep(tmp_path, "M2", "D", Preparation(remarks={"map": "先说这页"}))
    with pytest.raises(NotKept, match="没有保存"):
        keep(tmp_path, "M2", "D", replace(kept, remarks={"map": remark}))
    assert prepared(tmp_path, "M2", "D") == kept


def test_figures_and_days_are_no_personal_numbers(tmp_path):
    text = "2025-12-31 前办结，总产值 1234567890 元，编号 350581101911"
    assert keep(tmp_path, "M2", "D", Preparation(remarks={"map": text})).remarks == {"map": text}


def test_only_the_last_steps_are_kept(tmp_path):
    kept = Preparation()
    for number in range(40):
        kept = keep(tmp_path, "M2", "D", replace(kept, remarks={"map": str(number)}))
    assert steps_to_undo(tmp_path, "M2", "D") == 29
    assert undo(tmp_path, "M2", "D").remarks == {"map": "38"}


def test_what_is_put_into_a_meeting_is_kept_once_shown_last_and_taken_back(tmp_path, small, order):
    page = Annexed("explore", {"metrics": "gross_output", "areas": "F", "from": "2024Q1", "to": "2024Q2"})
    annex(tmp_path, "M2", "D", page, order.stage)
    assert prepared(tmp_path, "M2", "D", order.stage).annexed == (page,)
    shown = as_prepared(tmp_path, order, small)
    assert [slide.kind for slide in shown.slides[len(order.slides) :]] == ["annexed", "annexed"]
    with pytest.raises(NotKept, match="已有这一页"):
        annex(tmp_path, "M2", "D", page, order.stage)
    # The other papers of the meeting, and the meeting before, have nothing of it.
    assert not prepared(tmp_path, "M1", "D", order.stage).annexed
    undo(tmp_path, "M2", "D", order.stage)
    assert as_prepared(tmp_path, order, small) == order


def test_no_more_is_put_into_a_meeting_than_somebody_looks_at(tmp_path):
    for number in range(MOST_ANNEXED):
        annex(tmp_path, "M2", "D", Annexed("profile", {"area": str(number)}))
    with pytest.raises(NotKept, match=f"最多放入{MOST_ANNEXED}页"):
        annex(tmp_path, "M2", "D", Annexed("profile", {"area": "one more"}))
