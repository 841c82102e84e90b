"""Lines of their own within a table: when they are a column of it, and when they are not."""

from etl.shape.sections import sectioned
from etl.shape.split import split

HEAD = ("纠纷类别", "受理件数", "结案件数", "调解成功", "移交件数")


def numbered(*rows):
    width = max(map(len, rows))
    return [(number, (*cells, *[None] * (width - len(cells)))) for number, cells in enumerate(rows, 1)]


def test_villages_that_stand_alone_above_their_rows_become_a_column():
    rows = numbered(("2026年6月",), HEAD, ("一、塘后村",), ("邻里", "5", "4", "3", "1"), ("仑后村",), ("邻里", "2"))
    table = sectioned(rows, ())
    assert [cells[:3] for _, cells in table.rows] == [
        ("2026年6月", None, None),
        ("区域", "纠纷类别", "受理件数"),
        ("塘后村", "邻里", "5"),
        ("仑后村", "邻里", "2"),
    ]


def test_sites_above_what_they_offer_become_a_column():
    head = ("服务项目", "服务人次")
    rows = numbered(("2026年3月",), head, ("甲园邻里中心",), ("托育", "320"), ("塘后零工驿站",), ("法律", "22"))
    assert [cells for _, cells in sectioned(rows, ()).rows][1:] == [
        ("阵地", "服务项目", "服务人次"),
        ("甲园邻里中心", "托育", "320"),
        ("塘后零工驿站", "法律", "22"),
    ]


def test_a_kind_that_the_title_tells_is_no_column_that_lacks():
    head = ("岗位类别", "岗位需求", "求职登记", "推荐", "达成意向", "入职")
    rows = numbered(
        ("某园零工驿站用工供需",), head, ("2026年4月",), ("普工", *"54321"), ("2026年5月",), ("普工", *"65432")
    )
    assert [cells[:2] for _, cells in sectioned(rows, ()).rows][1:] == [
        ("月份", "岗位类别"),
        ("2026年4月", "普工"),
        ("2026年5月", "普工"),
    ]


def test_other_lines_are_no_column():
    kinds = numbered(HEAD, ("一、基本情况",), ("邻里", "5", "4", "3", "1"), ("二、其他情况",), ("劳资", "2"))
    once = numbered(HEAD, ("塘后村",), ("邻里", "5", "4", "3", "1"))
    not_first = numbered(HEAD, ("邻里", "5", "4", "3", "1"), ("塘后村",), ("邻里", "2"), ("仑后村",), ("邻里", "1"))
    assert [sectioned(rows, ()) for rows in (kinds, once, not_first)] == [None, None, None]


def test_the_title_of_all_tables_is_that_of_each():
    rows = numbered(("2026年6月",), ("塘后村",), HEAD, ("邻里", "5", "4", "3", "1"), ("仑后村",), HEAD, ("邻里", "2"))
    first, second = split(rows, ())
    assert (first.block, second.block) == ("A1", "A5")
    assert [number for number, _ in first.rows] == [1, 2, 3, 4]
    assert [number for number, _ in second.rows] == [1, 5, 6, 7]


def test_a_record_of_few_figures_above_a_title_is_not_a_line_of_it():
    head = ("走访企业", "提出诉求", "办结诉求")
    rows = numbered(("2026年5月",), head, ("18", "3", "3"), ("2026年6月",), head, ("20", "4", "4"))
    assert [table.block for table in split(rows, ())] == ["A1", "A4"]


def test_one_label_before_each_line_is_left_out():
    head = ("区域", "队伍数", "出动次数", "服务人次")
    lines = (
        ("服务队类别：青年突击",),
        ("塘后村", "2", "8", "160"),
        ("服务队类别：医疗服务",),
        ("塘后村", "1", "2", "9"),
    )
    table = sectioned(numbered(head, *lines), ())
    assert [cells[:2] for _, cells in table.rows] == [
        ("服务队类别", "区域"),
        ("青年突击", "塘后村"),
        ("医疗服务", "塘后村"),
    ]
    other = numbered(head, ("备注：青年突击",), lines[1], ("备注：医疗服务",), lines[3])
    assert sectioned(other, ()) is None


def test_a_short_header_that_comes_again_parts_a_sheet_and_one_alone_does_not():
    head = ("服务项目", "服务人次")
    rows = numbered(("阵地：甲",), head, ("托育", "5"), ("阵地：乙",), head, ("义诊", "4"))
    assert [table.block for table in split(rows, ())] == ["A1", "A4"]
    assert [table.block for table in split(rows[:3], ())] == [""]
