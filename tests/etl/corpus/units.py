"""Forms whose numbers are in a unit that stands somewhere else than in their header."""

from tests.etl.corpus.declare import Sheet, book, form, kept_out, read, refused, row, text
from tests.etl.corpus.sample import (
    JOB_ROWS,
    JOBS,
    PIPELINE,
    PIPELINE_HEAD,
    PIPELINE_ROWS,
    POPULATION,
    POPULATION_BARE,
    POPULATION_ROWS,
    QUARTER_BARE,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    STAFFING,
    STAFFING_ROWS,
    quarter,
)

# The rows of `QUARTERS` in 亿元: 1200.5 万元 is 0.12005 亿元.
IN_YI = (
    ("Q001", "2026Q1", 0.12005, 0.003, 88),
    ("Q002", "2026Q1", 0.03, 0.0006, 20),
    ("Q003", "2026Q1", 0.045, 0.0009, 31),
)
IN_YUAN = (
    ("Q001", "2026Q1", 12005000, 300000, 88),
    ("Q002", "2026Q1", 3000000, 60000, 20),
    ("Q003", "2026Q1", 4500000, 90000, 31),
)
IN_QIAN = (("Q001", "2026Q1", 12005, 300, 88), ("Q002", "2026Q1", 3000, 60, 20), ("Q003", "2026Q1", 4500, 90, 31))
TITLE = ("园区企业季度产值表",)


def noted(note, rows, head=QUARTER_BARE, **more):
    """A title, a line with the note at the right, the headers, the rows."""
    return book(Sheet(rows=[TITLE, ("", "", "", "", note), head, *rows], **more))


def note_form(name, why, note, rows):
    return form(f"unit_note_{name}", why, noted(note, rows), read(*QUARTERS))


NOTES = [
    note_form("wan_colon", "The line above the table says 万元, which the columns are in.", "单位：万元", QUARTER_ROWS),
    note_form("yi_colon", "The line above the table says 亿元, for money only.", "单位：亿元", IN_YI),
    note_form("yi_blank", "A blank stands for the colon.", "单位 亿元", IN_YI),
    note_form("yi_half_width", "A half-width colon and a blank.", "单位: 亿元", IN_YI),
    note_form("yi_bracketed", "Brackets and no colon.", "（单位亿元）", IN_YI),
    note_form("yi_bracketed_colon", "Brackets and a colon.", "（单位：亿元）", IN_YI),
    note_form("renminbi_yi", "人民币 before the unit changes nothing.", "单位：人民币亿元", IN_YI),
    note_form("bare_yi", "亿 alone is 亿元 where money is meant.", "单位：亿", IN_YI),
    note_form("persons_and_yi", "Two units: heads in 人, money in 亿元.", "单位：人、亿元", IN_YI),
    note_form("yi_and_persons", "The same the other way round, parted by a comma.", "单位：亿元，人", IN_YI),
    note_form("wan_slash_persons", "Two units parted by a stroke.", "单位：万元/人", QUARTER_ROWS),
    note_form("money_unit_yuan", "金额单位 is said for money.", "金额单位：元", IN_YUAN),
    note_form("measuring_unit_qian", "计量单位 is another word for 单位.", "计量单位：千元", IN_QIAN),
    note_form("spread_word", "单 位 is stretched with blanks.", "单　位：亿元", IN_YI),
]

PLACES = [
    form(
        "unit_in_title_brackets",
        "The title ends in the unit.",
        book([("2026年一季度园区企业产值表（单位：亿元）",), QUARTER_BARE, *IN_YI]),
        read(*QUARTERS),
    ),
    form(
        "unit_in_title_without_word",
        "The title ends in （亿元）, as yearbooks print it.",
        book([("园区企业产值表（亿元）",), QUARTER_BARE, *IN_YI]),
        read(*QUARTERS),
    ),
    form(
        "unit_in_sheet_name",
        "The sheet's name says 亿元.",
        book(Sheet(rows=[TITLE, QUARTER_BARE, *IN_YI], name="企业季报（单位：亿元）".replace("：", ""))),
        read(*QUARTERS),
    ),
    form(
        "unit_row_under_header",
        "A row of units stands under the header.",
        book([TITLE, QUARTER_BARE, ("", "", "万元", "万元", "人"), *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "unit_row_under_header_in_yi",
        "The row of units says 亿元.",
        book([TITLE, QUARTER_BARE, ("单位", "—", "亿元", "亿元", "人"), *IN_YI]),
        read(*QUARTERS),
    ),
    form(
        "unit_row_in_brackets",
        "The units under the header stand in brackets.",
        book([QUARTER_BARE, ("", "", "（亿元）", "（亿元）", "（人）"), *IN_YI]),
        read(*QUARTERS),
    ),
    form(
        "unit_of_first_money_header_carries_on",
        "Only the first money header has a unit; its neighbour without one means the same.",
        book([TITLE, ("企业", "季度", "总产值（亿元）", "税收", "期末从业人员（人）"), *IN_YI]),
        read(*QUARTERS),
    ),
    form(
        "unit_of_first_money_header_stops_at_another",
        "The neighbour has a unit of its own.",
        book(
            [
                ("企业", "季度", "总产值（亿元）", "税收（万元）", "期末从业人员（人）"),
                ("Q001", "2026Q1", 0.12005, 30, 88),
            ]
        ),
        read(QUARTERS[0]),
    ),
    form(
        "unit_of_first_money_header_three_columns",
        "The unit carries on to both money columns behind it, and not to heads or electricity.",
        book(
            [
                ("企业", "季度", "总产值（亿元）", "销售产值", "营业收入", "期末从业人员", "用电量（兆瓦时）"),
                ("Q001", "2026Q1", 0.12, 0.11, 0.115, 88, 40),
            ]
        ),
        read(
            quarter(
                "Q001", "2026Q1", 1200, None, 88, sales_output_cny_10k=1100, revenue_cny_10k=1150, electricity_mwh=40
            )
        ),
    ),
    form(
        "unit_beside_reporting_unit",
        "填报单位 names an office, 单位：亿元 in the same cell the unit.",
        book([TITLE, ("填报单位：宝盖科技园管理办公室          单位：亿元",), QUARTER_BARE, *IN_YI]),
        read(*QUARTERS),
    ),
    form(
        "reporting_unit_is_no_unit",
        "填报单位（盖章） names an office and no unit.",
        book([TITLE, ("填报单位（盖章）：宝盖镇人民政府", "", "填报日期：2026-04-08"), QUARTER_HEAD, *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "unit_in_footnote",
        "The unit of all money is said below the table; a person reads to the end, and nobody may take it for 万元.",
        book([TITLE, QUARTER_BARE, *IN_YI, ("注：本表金额单位为亿元。",)]),
        read(*QUARTERS),
        kept_out("单位"),
    ),
    form(
        "unit_note_csv",
        "A text file has a unit line too.",
        text([TITLE, ("单位：亿元",), QUARTER_BARE, *IN_YI]),
        read(*QUARTERS),
        # A row with fewer cells than the header is an error in a text file, and a title has fewer.
        kept_out("单元格|格"),
    ),
    form(
        "unit_note_heads_only",
        "单位：户、人 agrees with columns of households and persons.",
        book([("人口与户",), ("", "", "", "", "单位：户、人"), POPULATION_BARE, *POPULATION_ROWS]),
        read(*POPULATION),
    ),
    form(
        "unit_note_of_many_counters",
        "The note lists every counter of the table.",
        book(
            [
                ("网格力量季报", "", "", "", "", "", "", "单位：名、户、人、家"),
                ("网格", "季度", "在岗网格长", "专职网格员", "兼职网格员", "户数", "常住人口", "企业数"),
                *STAFFING_ROWS,
            ]
        ),
        read(*STAFFING),
    ),
    form(
        "unit_note_persons_for_jobs",
        "单位：人 over columns of 人 and 人次 is how such a table is headed; the numbers mean what they say.",
        book(
            [
                ("用工供需月报（单位：人、人次）",),
                ("区域", "月份", "渠道", "岗位类别", "岗位需求", "求职登记", "推荐", "达成意向", "入职"),
                *JOB_ROWS,
            ]
        ),
        read(*JOBS),
    ),
]

HEADERS = [
    form(
        f"unit_header_{name}",
        "The header names the unit in another spelling.",
        book([("企业", "季度", header, "税收（万元）", "期末从业人员（人）"), *rows]),
        read(*QUARTERS),
    )
    for name, header, rows in (
        ("line_break", "总产值\n（万元）", QUARTER_ROWS),
        ("square", "总产值[万元]", QUARTER_ROWS),
        ("lenticular", "总产值【万元】", QUARTER_ROWS),
        ("word", "总产值（单位：万元）", QUARTER_ROWS),
        ("comma", "总产值，万元", QUARTER_ROWS),
        ("stroke", "总产值/万元", QUARTER_ROWS),
        ("renminbi", "总产值（人民币万元）", QUARTER_ROWS),
        (
            "yi",
            "总产值（亿元）",
            [(code, period, gross, tax * 10000, heads) for code, period, gross, tax, heads in IN_YI],
        ),
    )
] + [
    form(
        "unit_header_kwh",
        "用电量 in 千瓦时 is a thousandth in 兆瓦时.",
        book([("企业", "季度", "总产值（万元）", "用电量（千瓦时）"), ("Q001", "2026Q1", 1200, 40500)]),
        read(quarter("Q001", gross=1200, electricity_mwh=40.5)),
    ),
    form(
        "unit_header_wan_kwh",
        "用电量 in 万千瓦时 is ten times in 兆瓦时.",
        book([("企业", "季度", "总产值（万元）", "用电量（万千瓦时）"), ("Q001", "2026Q1", 1200, 4.05)]),
        read(quarter("Q001", gross=1200, electricity_mwh=40.5)),
    ),
    form(
        "unit_header_wan_m2",
        "Floors in 万平方米.",
        book(
            [
                (*PIPELINE_HEAD[:7], "可出租面积（万平方米）", "已出租面积（万平方米）"),
                (*PIPELINE_ROWS[0][:7], 3.2, 2.55005),
                (*PIPELINE_ROWS[1][:7], 1.2, 0.9),
            ]
        ),
        read(*PIPELINE),
    ),
    form(
        "unit_header_m2_sign",
        "㎡ is 平方米.",
        book([(*PIPELINE_HEAD[:7], "可出租面积（㎡）", "已出租面积（m²）"), *PIPELINE_ROWS]),
        read(*PIPELINE),
    ),
    form(
        "unit_header_wan_persons",
        "Heads in 万人 come out as whole persons.",
        book(
            [
                ("村（社区）", "统计时点", "住户数（户）", "户籍人口（万人）", "常住人口（万人）"),
                ("塘后村", "2026-03-31", 3351, 1.0169, 1.226),
            ]
        ),
        read(POPULATION[0]),
    ),
]

REFUSALS = [
    form(
        "unit_note_contradicts_header",
        "The note says 亿元, a header 万元: nobody knows which.",
        noted("单位：亿元", QUARTER_ROWS, QUARTER_HEAD),
        kept_out("单位|亿元", at="E2|C3|D3"),
    ),
    form(
        "unit_title_contradicts_header",
        "The title says 元, a header 万元.",
        book([("企业产值表（单位：元）",), QUARTER_HEAD, *QUARTER_ROWS]),
        kept_out("单位|元", at="A1|C2|D2"),
    ),
    form(
        "unit_sheet_name_contradicts_header",
        "The sheet's name says 亿元, the headers 万元.",
        book(Sheet(rows=[TITLE, QUARTER_HEAD, *QUARTER_ROWS], name="企业季报(亿元)")),
        kept_out("单位|亿元"),
    ),
    form(
        "unit_row_contradicts_header",
        "The header says 万元 and the row of units under it 亿元.",
        book([QUARTER_HEAD, ("", "", "亿元", "亿元", "人"), *QUARTER_ROWS]),
        kept_out("单位|亿元", at="C1|C2"),
    ),
    form(
        "unit_note_dollars",
        "Dollars cannot be turned into 元.",
        noted("单位：万美元", QUARTER_ROWS),
        refused("美元", at="E2|C3|D3"),
    ),
    form(
        "unit_note_not_understood",
        "What stands behind 单位： is no unit that anybody knows.",
        noted("单位：标准箱", QUARTER_ROWS),
        refused("标准箱", at="E2|C3|D3"),
    ),
    form(
        "unit_header_not_understood",
        "A header in boxes.",
        book([("企业", "季度", "总产值（箱）", "税收（万元）"), ("Q001", "2026Q1", 1200, 30)]),
        refused("箱", at="C1"),
    ),
    form(
        "unit_two_notes_contradict",
        "The title says 亿元 and the line below it 万元.",
        book([("企业产值表（单位：亿元）",), ("", "", "", "", "单位：万元"), QUARTER_BARE, *QUARTER_ROWS]),
        kept_out("单位"),
    ),
    form(
        "unit_row_not_understood",
        "The row of units names none.",
        book([QUARTER_BARE, ("", "", "万箱", "万元", "人"), *QUARTER_ROWS]),
        kept_out(at="C2"),
    ),
    form(
        "unit_header_persons_in_money_column",
        "Money in persons.",
        book([("企业", "季度", "总产值（人）", "税收（万元）"), ("Q001", "2026Q1", 1200, 30)]),
        refused("单位", at="C1"),
    ),
    form(
        "unit_not_whole_persons",
        "1.01693 万人 is no whole number of persons.",
        book([("村（社区）", "统计时点", "住户数（户）", "户籍人口（万人）", "常住人口（人）"), ("塘后村", "2026-03-31", 3351, 1.01693, 12260),
              ("仑后村", "2026-03-31", 688, 0.26184999, 6666)]),
        read(
            row("population", "350581101206", "2026-03-31", 3351, 10169, 12260),
            row("population", "350581101208", "2026-03-31", 688, 2618, 6666),
            said="整数|四舍五入|取整|保留",
        ),
        kept_out("整数", at="D3"),
    ),
]  # fmt: skip

FORMS = NOTES + PLACES + HEADERS + REFUSALS
