"""What is said of a slide beside its page, and a slide whose table takes several pages."""

from dataclasses import replace

from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.render.fitting import Setting
from dashboard.render.notes import foot_line, marks, note_lines
from dashboard.render.paging import pieces
from dashboard.text.joined import DataVersion
from dashboard.views.table import Column, Footer, Table

FOOTER = Footer("某表", as_of="2025Q4", definition="某口径。", origins=("demo",), note="某说明")
SLIDE = Slide(
    key="a", layout="table", title="题", subtitle="副题", facts=(("承诺", "某日"),), remarks=("话",), footer=FOOTER
)
ORDER = RunningOrder(
    meeting_id="M", area_code="D", district_code="D", meeting="会", version=DataVersion("版本一"), slides=(SLIDE,)
)


def test_the_foot_says_who_and_until_when():
    assert foot_line(SLIDE) == "来源：某表 · 截至：2025年12月"


def test_marks_say_what_is_made_up_and_what_is_not_closed():
    assert marks(ORDER, SLIDE) == ["演示数据", "草稿"]
    assert marks(replace(ORDER, is_draft=False), replace(SLIDE, footer=Footer("某表"))) == []


def test_notes_hold_all_in_full_where_asked():
    told = ["来源：某表", "截至：2025年12月", "数据性质：演示数据", "说明：某说明"]
    end = ["口径：某口径。", "注意：演示数据，非真实统计，不得引用", "草稿，定稿之前数字可能变动", "版本一"]
    assert note_lines(ORDER, SLIDE, is_whole=False) == told + end
    assert note_lines(ORDER, SLIDE, is_whole=True) == ["题", "副题", *told, "承诺：某日", "话", *end]


def test_a_long_table_goes_on_and_says_so():
    table = Table((Column("内容"),), tuple((f"第{place}行",) for place in range(5)))
    long = replace(SLIDE, table=table, row_keys=tuple("abcde"), subjects=("a", "e"))
    # A line of 10 takes 12.5: a header and two rows in 40.
    found = pieces(long, 400, 40, Setting(10, side=0, top=0))
    assert [(one.key, one.title, len(one.table.rows)) for one in found] == [
        ("a", "题", 2),
        ("a-2", "题（2/3）", 2),
        ("a-3", "题（3/3）", 1),
    ]
    assert [one.subtitle_end for one in found[1:]] == [" · 第2页，共3页", " · 第3页，共3页"]
    assert [(one.row_keys, one.subjects) for one in found] == [
        (("a", "b"), ("a",)),
        (("c", "d"), ()),
        (("e",), ("e",)),
    ]
    assert pieces(long, 400, 100, Setting(10, side=0, top=0)) == [long]
    # The nodes of a matter stay on its page.
    nodes = replace(long, layout="matter")
    assert pieces(nodes, 400, 40, Setting(10, side=0, top=0)) == [nodes]
