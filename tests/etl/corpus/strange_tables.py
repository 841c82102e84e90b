"""Forms whose table has another shape than the blank form's, or whose columns only sound like the form's."""

from tests.etl.corpus.declare import File, Sheet, book, form, kept_out, read, refused, text
from tests.etl.corpus.sample import (
    POPULATION_HEAD,
    QUARTER_BARE,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    TANGHOU,
    population,
    quarter,
)

Q1, Q2, Q3 = QUARTER_ROWS
GOOD = read(*QUARTERS)
OUT = kept_out()
WITHOUT_QUARTER = tuple(head for head in QUARTER_HEAD if head != "季度")


def without_quarter(cells):
    return (cells[0], *cells[2:])


def page(rows, kind="html"):
    """What many systems call an export to Excel."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>'.encode()


SHAPES = [
    form("shape_quarters_across", "The quarters stand across, one figure a cell; title says which.", book([("2026年企业总产值（万元）",), ("企业", "一季度", "二季度"), ("Q001", 1200.5, 1300), ("Q002", 300, 310)]), read(*(quarter(code, period, gross=gross) for code, period, gross in (("Q001", "2026Q1", 1200.5), ("Q001", "2026Q2", 1300), ("Q002", "2026Q1", 300), ("Q002", "2026Q2", 310))))),
    form("shape_quarters_across_named", "The same under the form's own file name.", book([("企业", "2025Q4", "2026Q1"), ("Q001", 1100, 1200.5), ("Q002", 290, 300)], file="企业季报.xlsx"), OUT),
    form("shape_transposed", "What the columns are stands down the side.", book([(QUARTER_HEAD[place], *(cells[place] for cells in QUARTER_ROWS)) for place in range(5)]), OUT, GOOD),
    form("shape_card", "One enterprise as a card: label and value, two pairs a row.", book([("企业", "Q001", "季度", "2026Q1"), ("总产值（万元）", 1200.5, "税收（万元）", 30), ("期末从业人员（人）", 88)]), OUT, read(QUARTERS[0])),
    form("shape_long", "One figure a row: which one, how much.", book([("企业", "季度", "指标", "数值"), ("Q001", "2026Q1", "总产值（万元）", 1200.5), ("Q001", "2026Q1", "税收（万元）", 30)]), read(quarter("Q001", gross=1200.5, tax=30))),
    form("shape_html", "A page of the web by the name of a workbook.", File(name="报表.xls", text=page([QUARTER_HEAD, *QUARTER_ROWS])), GOOD, refused("网页|HTML|html|另存为")),
    form("shape_tabs_as_xls", "Text with tabs by the name of a workbook.", File(name="报表.xls", text="\r\n".join("\t".join(map(str, cells)) for cells in (QUARTER_HEAD, *QUARTER_ROWS)).encode("gb18030")), GOOD, refused("文本|CSV|另存为")),
    form(
        "shape_second_heading_of_other_order",
        "The header comes again on the second page, with two columns changed over.",
        book([QUARTER_HEAD, Q1, Q2, ("企业", "季度", "税收（万元）", "总产值（万元）", "期末从业人员（人）"), ("Q003", "2026Q1", 9, 450, 31)]),
        GOOD,
        OUT,
    ),
    form(
        "shape_second_heading_of_other_unit",
        "The header comes again, now in 亿元.",
        book([QUARTER_HEAD, Q1, Q2, ("企业", "季度", "总产值（亿元）", "税收（万元）", "期末从业人员（人）"), ("Q003", "2026Q1", 0.045, 9, 31)]),
        GOOD,
        OUT,
    ),
    form(
        "shape_unit_changes_below",
        "A note within the table changes the unit for what follows.",
        book([("单位：万元",), QUARTER_BARE, Q1, Q2, ("单位：亿元",), ("Q003", "2026Q1", 0.045, 0.0009, 31)]),
        GOOD,
        OUT,
    ),
    form(
        "shape_period_changes_below",
        "The title says the first quarter; a heading within the table the quarter before.",
        book([("2026年一季度企业报表",), WITHOUT_QUARTER, without_quarter(Q1), ("2025年四季度",), without_quarter(Q2)]),
        read(QUARTERS[0], quarter("Q002", "2025Q4", *Q2[2:])),
        OUT,
    ),
    form(
        "shape_column_of_units",
        "A column says of each row in which unit its money is.",
        book([(*QUARTER_BARE, "计量单位"), (*Q1, "万元"), ("Q002", "2026Q1", 0.03, 0.0006, 20, "亿元"), (*Q3, "万元")]),
        GOOD,
        OUT,
    ),
    form(
        "shape_rows_of_plan_and_fact",
        "A column says of each row whether it is planned or done.",
        book([(*QUARTER_HEAD[:2], "类型", *QUARTER_HEAD[2:]), ("Q001", "2026Q1", "计划", 1500, 40, 90), ("Q001", "2026Q1", "实际", 1200.5, 30, 88)]),
        read(QUARTERS[0]),
        OUT,
    ),
    form("shape_same_row_twice", "One row was pasted twice.", book([QUARTER_HEAD, Q1, Q2, Q3, Q3]), OUT, GOOD),
    form("shape_two_in_one_key", "One row for two villages.", book([POPULATION_HEAD, ("塘后村、仑后村", *TANGHOU[1:])]), kept_out(at="A2")),
    form("shape_and_others", "One row for several villages.", book([POPULATION_HEAD, ("塘后村等3个村", *TANGHOU[1:])]), kept_out(at="A2")),
    form("shape_without_part", "A village without a part of it.", book([POPULATION_HEAD, ("塘后村（不含新村）", *TANGHOU[1:])]), kept_out(at="A2")),
    form("shape_former", "A village that is no more.", book([POPULATION_HEAD, ("原塘后村", *TANGHOU[1:])]), kept_out(at="A2")),
    form("shape_traditional", "The name in traditional characters.", book([POPULATION_HEAD, ("塘後村", *TANGHOU[1:])]), kept_out(at="A2"), read(population(*TANGHOU))),
    form("shape_merged_head_over_two", "One header is merged over two columns of figures.", book(Sheet(rows=[("企业", "季度", "总产值（万元）", "", "税收（万元）", "期末从业人员（人）"), (*Q1[:3], 1100, *Q1[3:]), (*Q2[:3], 280, *Q2[3:])], merged=["C1:D1"])), OUT),
    form("shape_title_lines_csv", "A CSV with two lines of title, the quarter in one of them, each filled up with commas.", text([("2026年一季度企业报表", "", "", ""), ("单位：万元、人", "", "", ""), tuple(head for head in QUARTER_BARE if head != "季度"), *map(without_quarter, QUARTER_ROWS)]), GOOD),
    form("shape_half_year", "Half a year is no quarter.", book([QUARTER_HEAD, ("Q001", "2026年上半年", *Q1[2:])]), kept_out(at="B2")),
    form("shape_two_quarters_in_one", "Two quarters in one cell.", book([QUARTER_HEAD, ("Q001", "2026年一、二季度", *Q1[2:])]), kept_out(at="B2")),
]  # fmt: skip


# What the rows tell where the form has no output this time.
BESIDE = read(*(quarter(*cells[:2], None, *cells[3:]) for cells in QUARTER_ROWS), said="不会读取")


def headed(name, why, head, *accept):
    """The column of output is headed so."""
    return form(
        f"head_{name}",
        why,
        book([(*QUARTER_HEAD[:2], head, *QUARTER_HEAD[3:]), *QUARTER_ROWS]),
        *(accept or (OUT, BESIDE)),
    )


HEADS = [
    headed("planned", "What is planned is no fact.", "计划总产值（万元）"),
    headed("target", "A target is none.", "总产值目标（万元）"),
    headed("forecast", "What is expected is none.", "预计总产值（万元）"),
    headed("per_head", "Output a head.", "人均总产值（万元）"),
    headed("per_month", "Output a month.", "月均总产值（万元）"),
    headed("last_year", "What was a year ago.", "上年同期总产值（万元）"),
    headed("last_quarter", "What was the quarter before.", "上季度总产值（万元）"),
    headed("grown_by", "What was added to it.", "总产值增量（万元）"),
    headed("of_which_export", "A part of it.", "其中：出口总产值（万元）"),
    headed("in_brackets_last_year", "The brackets say that it is last year's.", "总产值（上年同期，万元）"),
    headed("in_brackets_plan", "The brackets say that it is a plan.", "总产值（计划）（万元）"),
    headed("in_brackets_cumulative", "The brackets say that it runs from January.", "总产值（累计）（万元）"),
    headed("with_share", "The share of something.", "总产值占比（%）"),
    headed("rank", "A rank.", "总产值排名"),
    headed("with_of_scale", "Only of the large ones.", "规上总产值（万元）"),
    headed("of_other_quarter", "The header names another quarter than the rows.", "2025年四季度总产值（万元）"),
    headed("of_other_year", "The header names another year than the rows.", "2025年总产值（万元）"),
    headed("of_same_quarter", "The header names the quarter of the rows.", "2026年一季度总产值（万元）", GOOD, OUT),
    headed("english", "In two languages.", "总产值 Gross output（万元）", GOOD, OUT),
    headed("traditional", "In traditional characters.", "總產值（萬元）", GOOD, OUT),
]  # fmt: skip

FORMS = SHAPES + HEADS
