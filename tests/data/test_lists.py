"""The plan's needs and measures, and the bodies of both documents, are in the published lists in their exact words."""

import pytest

from tests import filled
from tests.data.test_published import PUBLISHED, TEXTS, lines, squeezed

ITEMS = {row["item_id"]: row for row in filled.rows(PUBLISHED / "list_items.csv")}
BODIES = {row["body_id"]: row for row in filled.rows(PUBLISHED / "coordination_bodies.csv")}
NEEDS = [row for row in ITEMS.values() if row["list_kind"] == "需求"]


@pytest.mark.parametrize("row", ITEMS.values(), ids=ITEMS)
def test_what_stands_on_the_list_is_part_of_the_quote(row):
    assert squeezed(row["title"]) in squeezed(row["quote"])


def test_the_plan_s_needs_are_the_first_rows_three_of_each_group():
    assert [row["item_id"] for row in ITEMS.values()][:12] == [row["item_id"] for row in NEEDS]
    groups = [row["served_group"] for row in NEEDS]
    assert groups == [group for group in ("企业", "员工", "村民", "新就业群体") for _ in range(3)]


def test_nine_needs_are_numbered_in_the_plan_and_the_others_say_how_they_were_parted():
    start = next(place for place, line in enumerate(lines("baogai")) if line.startswith("## 二、需求分析"))
    end = next(place for place, line in enumerate(lines("baogai")) if "三、主要措施" in line)
    numbered = [line for line in lines("baogai")[start:end] if line.startswith(("一是", "二是", "三是"))]
    assert len(numbered) == 9
    assert [bool(row["note"]) for row in NEEDS] == [False] * 9 + [True] * 3


def test_a_need_meets_a_measure_of_the_plan_for_the_same_group_and_topic():
    for row in NEEDS:
        measure = ITEMS[row["matched_item_id"]]
        assert (measure["served_group"], measure["topic"]) == (row["served_group"], row["topic"])
        assert measure["list_kind"] in ("资源", "服务")


def test_no_document_says_what_became_of_a_need():
    silent = ("matched_on", "responsible_unit", "due_on", "status", "closed_on", "help_mode")
    assert not [row for row in ITEMS.values() if any(row[name] is not None for name in silent)]


def test_the_working_group_has_as_many_posts_as_its_annex():
    posts = [line for line in lines("baogai") if line.startswith("- ")]
    assert [row["posts"] for row in BODIES.values() if row["posts"] is not None] == [str(len(posts))] == ["31"]


def test_a_body_is_named_in_a_document():
    texts = squeezed("".join(line for document in TEXTS for line in lines(document)))
    composed = {"B-LX-02": "组建专班", "B-BG-02": "党建联席会议制度"}
    for body_id, row in BODIES.items():
        assert squeezed(composed.get(body_id, row["name"])) in texts
