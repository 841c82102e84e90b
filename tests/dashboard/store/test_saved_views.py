"""Views are kept under their names, put on 总览, removed; names are text and nothing else."""

import json

import pytest

from dashboard.store.prepared import NotKept
from dashboard.store.saved_views import (
    FOLDER,
    LONGEST_NAME,
    MOST_PINNED,
    NAME,
    pin_view,
    remove_view,
    save_view,
    saved_views,
)

QUERY = {"metrics": "enterprises", "areas": "D"}
# Made up: of the length of a telephone number.
CALLS = "13000000000"


def names(folder):
    return [view.name for view in saved_views(folder)]


def test_what_is_saved_is_read_back_in_the_order_of_names(tmp_path):
    assert saved_views(tmp_path) == ()
    kept = save_view(tmp_path, " 企业  数 ", QUERY)
    save_view(tmp_path, "a", QUERY)
    assert names(tmp_path) == ["a", "企业 数"]
    assert saved_views(tmp_path)[1] == kept and kept.query == QUERY and not kept.is_pinned


def test_a_name_is_used_once(tmp_path):
    save_view(tmp_path, "企业数", QUERY)
    with pytest.raises(NotKept, match="已有叫“企业数”的视图"):
        save_view(tmp_path, "企业数", {"metrics": "tax"})
    assert saved_views(tmp_path)[0].query == QUERY


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (" \t ", "请先写一个名称"),
        ("长" * (LONGEST_NAME + 1), "最多30字"),
        ("翻\u202e转", "看不见的控制字符"),
        (f"电话{CALLS}", "手机号"),
    ],
)
def test_a_name_that_is_none_is_refused(tmp_path, name, why):
    with pytest.raises(NotKept, match=why):
        save_view(tmp_path, name, QUERY)
    assert saved_views(tmp_path) == ()


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "שלום", "../../etc", "'; DROP TABLE x"])
def test_any_other_name_is_text(tmp_path, name):
    save_view(tmp_path, name, QUERY)
    assert names(tmp_path) == [name]
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} <= {NAME, ".lock"}


def test_a_question_that_is_too_long_is_refused(tmp_path):
    with pytest.raises(NotKept, match="太多"):
        save_view(tmp_path, "长", {"areas": "1," * 2_000})


def test_views_are_pinned_as_long_as_there_is_room(tmp_path):
    for number in range(MOST_PINNED + 1):
        save_view(tmp_path, str(number), QUERY)
    for number in range(MOST_PINNED):
        pin_view(tmp_path, str(number), is_pinned=True)
    with pytest.raises(NotKept, match="最多放6个"):
        pin_view(tmp_path, str(MOST_PINNED), is_pinned=True)
    pin_view(tmp_path, "0", is_pinned=False)
    pin_view(tmp_path, str(MOST_PINNED), is_pinned=True)
    assert [view.name for view in saved_views(tmp_path) if view.is_pinned] == ["1", "2", "3", "4", "5", "6"]


def test_what_is_gone_is_said(tmp_path):
    save_view(tmp_path, "a", QUERY)
    remove_view(tmp_path, "a")
    assert saved_views(tmp_path) == ()
    for change in (remove_view, lambda folder, name: pin_view(folder, name, is_pinned=True)):
        with pytest.raises(NotKept, match="刚刚在别处删去"):
            change(tmp_path, "a")


def test_a_file_of_another_format_is_a_mistake_of_the_program(tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / NAME).write_text(json.dumps({"format": 9, "views": []}), encoding="utf-8")
    with pytest.raises(ValueError, match="format 9"):
        saved_views(tmp_path)
