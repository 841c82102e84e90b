"""Blocks that stand beside each other: where they are told apart, and where a sheet is one."""

from etl.shape.blocks import blocks


def numbered(*rows):
    width = max(map(len, rows))
    return [(number, (*cells, *[None] * (width - len(cells)))) for number, cells in enumerate(rows, 1)]


def texts(table):
    return [tuple(filter(None, cells)) for _, cells in table.rows]


def test_an_empty_column_and_names_that_begin_again_part_a_sheet():
    by_gap = numbered(
        ("走访",),
        ("甲村", None, None, "乙村"),
        ("项目", "数量", None, "项目", "数量"),
        ("诉求", "4", None, "诉求", "3"),
    )
    by_names = numbered(("走访",), ("甲村", None, "乙村"), ("项目", "数量", "项目", "数量"), ("诉求", "4", "诉求", "3"))
    wanted = [
        [("走访",), ("甲村",), ("项目", "数量"), ("诉求", "4")],
        [("走访",), ("乙村",), ("项目", "数量"), ("诉求", "3")],
    ]
    for rows, places in ((by_gap, ["A2", "D2"]), (by_names, ["A2", "C2"])):
        found = blocks(rows, ())
        assert [texts(one) for one in found] == wanted and [one.block for one in found] == places


def test_one_table_and_single_columns_are_no_blocks():
    one = numbered(("项目", "数量"), ("诉求", "4"))
    single = numbered(("项目", None, "数量"), ("诉求", None, "4"))
    assert [blocks(rows, ()) for rows in (one, single, [], numbered(("走访",)))] == [[], [], [], []]
