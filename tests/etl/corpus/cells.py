"""Forms with cells that are merged, formatted, rounded, empty by a sign, or written with a unit."""

import datetime
from decimal import Decimal

from tests.etl.corpus.declare import Formula, Number, Sheet, asked, book, form, kept_out, read, refused, row, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSE_ROWS,
    COVERAGE,
    COVERAGE_ROWS,
    EVENT_HEAD,
    EVENTS,
    JOB_HEAD,
    JOB_ROWS,
    JOBS,
    POPULATION,
    POPULATION_HEAD,
    POPULATION_ROWS,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    SERVICE_HEAD,
    SERVICE_ROWS,
    SERVICES,
    STAFFING_HEAD,
    STAFFING_ROWS,
    quarter,
)

Q1, Q2, Q3 = QUARTER_ROWS
MERGED_SAID = "合并"
ROUNDED_SAID = "小数|四舍五入|舍入|保留"

MERGES = [
    form(
        "merged_key_two_quarters",
        "The enterprise is merged over its two quarters.",
        book(Sheet(rows=[QUARTER_HEAD, ("Q001", "2025Q4", 1150, 28, 86), ("", *Q1[1:]), Q2], merged=["A2:A3"])),
        read(quarter("Q001", "2025Q4", 1150, 28, 86), *QUARTERS[:2], said=MERGED_SAID),
    ),
    form(
        "merged_quarter_over_enterprises",
        "The quarter is merged over all enterprises.",
        book(Sheet(rows=[QUARTER_HEAD, Q1, ("Q002", "", *Q2[2:]), ("Q003", "", *Q3[2:])], merged=["B2:B4"])),
        read(*QUARTERS, said=MERGED_SAID),
    ),
    form(
        "merged_three_keys_of_jobs",
        "Area, month and channel are merged over the occupations.",
        book(Sheet(rows=[JOB_HEAD, JOB_ROWS[0], ("", "", "", *JOB_ROWS[1][3:])], merged=["A2:A3", "B2:B3", "C2:C3"])),
        read(*JOBS, said=MERGED_SAID),
    ),
    form(
        "merged_site_and_month",
        "The site is merged over its services.",
        book(Sheet(rows=[SERVICE_HEAD, SERVICE_ROWS[0], ("", "", *SERVICE_ROWS[1][2:])], merged=["A2:A3", "B2:B3"])),
        read(*SERVICES, said=MERGED_SAID),
    ),
    form(
        "merged_key_with_subtotal",
        "The park is merged over its enterprises and their 小计, in a column that is none of the form.",
        book(
            Sheet(
                rows=[
                    ("园区", *QUARTER_HEAD),
                    ("宝盖科技园", *Q1),
                    ("", *Q2),
                    ("", "小计", "", 1500.5, 36, 108),
                    ("彭田", *Q3),
                ],
                merged=["A2:A4"],
            )
        ),
        read(*QUARTERS, said="小计"),
    ),
    form(
        "unmerged_gap_in_key",
        "The enterprise is left empty, and no merged cell says whose row it is.",
        book([QUARTER_HEAD, ("Q001", "2025Q4", 1150, 28, 86), ("", *Q1[1:]), Q2]),
        kept_out(at="A3"),
    ),
    form(
        "merged_figure",
        "A tax of 36 is merged over two enterprises: it is the sum of both, and belongs to neither.",
        book(
            Sheet(
                rows=[QUARTER_HEAD, ("Q001", "2026Q1", 1200.5, 36, 88), ("Q002", "2026Q1", 300, "", 20)],
                merged=["D2:D3"],
            )
        ),
        kept_out("合并", at="D2|D3"),
    ),
    form(
        "merged_figure_of_heads",
        "Part-time staff is merged over two grids.",
        book(
            Sheet(
                rows=[STAFFING_HEAD, STAFFING_ROWS[0], (*STAFFING_ROWS[1][:4], "", *STAFFING_ROWS[1][5:])],
                merged=["E2:E3"],
            )
        ),
        kept_out(at="E2|E3"),
    ),
    form(
        "merged_title_only",
        "The title is merged over the table.",
        book(Sheet(rows=[("园区企业季度产值表",), QUARTER_HEAD, *QUARTER_ROWS], merged=["A1:E1"])),
        read(*QUARTERS),
    ),
    form(
        "merged_key_horizontally",
        "Two cells of one row are merged by mistake: the quarter has vanished.",
        book(Sheet(rows=[QUARTER_HEAD, ("Q001", "", *Q1[2:]), Q2], merged=["A2:B2"])),
        kept_out(at="B2|A2"),
    ),
]

TWO_ROWS = [
    form(
        "two_row_header",
        "产出 over 总产值 and 税收, the keys merged over both rows.",
        book(
            Sheet(
                rows=[("企业", "季度", "产出", "", "期末从业人员（人）"), ("", "", "总产值（万元）", "税收（万元）", ""), *QUARTER_ROWS],
                merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
            )
        ),
        read(*QUARTERS),
    ),
    form(
        "two_row_header_with_unit_above",
        "The unit stands in the upper cell and holds for both below.",
        book(
            Sheet(
                rows=[("企业", "季度", "产出（万元）", "", "期末从业人员（人）"), ("", "", "总产值", "税收", ""), *QUARTER_ROWS],
                merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
            )
        ),
        read(*QUARTERS),
    ),
    form(
        "two_row_header_with_yi_above",
        "The upper cell says 亿元, for both columns below.",
        book(
            Sheet(
                rows=[("企业", "季度", "产出（亿元）", "", "期末从业人员（人）"), ("", "", "总产值", "税收", ""),
                      ("Q001", "2026Q1", 0.12005, 0.003, 88), ("Q002", "2026Q1", 0.03, 0.0006, 20)],
                merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
            )
        ),
        read(*QUARTERS[:2]),
    ),
    form(
        "two_row_header_under_title",
        "Title and office above a header of two rows.",
        book(
            Sheet(
                rows=[("企业季度产值表",), ("填报单位：科技园", "", "", "", "单位：万元"), ("企业", "季度", "经济指标", "", "期末从业人员"),
                      ("", "", "总产值", "税收", ""), *QUARTER_ROWS],
                merged=["A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4"],
            )
        ),
        read(*QUARTERS),
    ),
    form(
        "two_row_header_of_coverage",
        "组织覆盖 over three columns.",
        book(
            Sheet(
                rows=[("区域", "季度", "运营企业（家）", "组织覆盖（家）", "", "", "仅工作覆盖（家）", "党建指导员（名）"),
                      ("", "", "", "单独组建覆盖", "联合组建覆盖", "其中产业串联", "", ""), *COVERAGE_ROWS],
                merged=["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2", "H1:H2"],
            )
        ),
        read(*COVERAGE),
    ),
    form(
        "two_row_header_needs_both",
        "人口 over 户籍 and 常住: only both rows together are the columns' names.",
        book(
            Sheet(
                rows=[("村（社区）", "统计时点", "住户数（户）", "人口（人）", ""), ("", "", "", "户籍", "常住"), *POPULATION_ROWS],
                merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
            )
        ),
        read(*POPULATION),
        kept_out("户籍人口|常住人口|表头"),
    ),
    form(
        "two_row_header_this_and_last_year",
        "总产值 over 本期 and 上年同期: last year's figures are never this year's.",
        book(
            Sheet(
                rows=[("企业", "季度", "总产值（万元）", "", "税收（万元）", "期末从业人员（人）"), ("", "", "本期", "上年同期", "", ""),
                      ("Q001", "2026Q1", 1200.5, 1100, 30, 88), ("Q002", "2026Q1", 300, 280, 6, 20)],
                merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"],
            )
        ),
        read(*QUARTERS[:2]),
        kept_out(),
    ),
]  # fmt: skip


def optional(name, sign):
    return form(
        f"placeholder_{name}",
        f"{sign} is no figure where the column may be empty; it is said once.",
        book([QUARTER_HEAD, Q1, ("Q002", "2026Q1", 300, sign, 20), ("Q003", "2026Q1", 450, sign, 31)]),
        read(
            QUARTERS[0], quarter("Q002", "2026Q1", 300, None, 20), quarter("Q003", "2026Q1", 450, None, 31), said="税收"
        ),
        lines={"税收": 1},
    )


PLACEHOLDERS = [
    *(
        optional(name, sign)
        for name, sign in (
            ("stroke", "/"), ("dash", "—"), ("long_dash", "——"), ("hyphen", "-"), ("none", "无"), ("not_counted", "未统计"),
            ("not_available", "N/A"), ("full_width_stroke", "／"), ("lower_case", "n/a"),
        )
    ),
    form(
        "placeholder_in_many_columns",
        "Two columns with signs: one sentence each.",
        book([JOB_HEAD, (*JOB_ROWS[0][:5], "/", "/", "/", "/"), (*JOB_ROWS[1][:5], "—", 52, 33, 28)]),
        read(
            row("job_months", *JOBS[0][1:6]),
            row("job_months", *JOBS[1][1:6], None, 52, 33, 28),
            said="求职登记",
        ),
        lines={"求职登记": 1},
    ),
    form(
        "placeholder_in_required_column",
        "住户数 must be filled: a stroke is no figure, and no zero.",
        book([POPULATION_HEAD, POPULATION_ROWS[0], ("350581101208", "2026-03-31", "/", 2618, 6666)]),
        refused("住户数", at="C3"),
    ),
    form(
        "placeholder_in_key",
        "A dash for the quarter.",
        book([QUARTER_HEAD, Q1, ("Q002", "—", *Q2[2:])]),
        refused(at="B3"),
    ),
    form(
        "placeholder_for_open_event",
        "A stroke in the column of the closing time: not closed.",
        book([EVENT_HEAD, (*EVENTS[1][1:7], "/", 0)]),
        read(row("grid_events", *EVENTS[1][1:7], None, 0)),
    ),
    form(
        "placeholder_csv",
        "The same in a text file.",
        text([COURSE_HEAD, COURSE_ROWS[0], ("K2", "S-02", "技能", "职工", "2026-02-25", 30, "—", "—")]),
        read(row("training_courses", *COURSE_ROWS[0]), row("training_courses", "K2", "S-02", "技能", "职工", "2026-02-25", 30)),
    ),
    form(
        "zero_is_a_figure",
        "0 stays 0.",
        book([QUARTER_HEAD, ("Q002", "2026Q1", 300, 0, 20)]),
        read(quarter("Q002", "2026Q1", 300, 0, 20)),
    ),
]  # fmt: skip


def gross(name, why, cell, *accept):
    return form(f"number_{name}", why, book([QUARTER_HEAD, ("Q001", "2026Q1", cell, 30, 88), Q2]), *accept)


def is_gross(value, said=()):
    return read(quarter("Q001", "2026Q1", Decimal(value), 30, 88), QUARTERS[1], said=said)


NUMBERS = [
    gross(
        "quotient",
        "A quotient with many decimals is rounded to six.",
        3601 / 3,
        is_gross("1200.333333", said=ROUNDED_SAID),
    ),
    gross("quotient_as_text", "The same as text.", "1200.3333333333333", is_gross("1200.333333", said=ROUNDED_SAID)),
    gross("float_noise", "0.1 + 0.2 is 0.3.", 1200 + 0.1 + 0.2, is_gross("1200.3")),
    gross("commas", "Commas group thousands.", "1,200.5", is_gross("1200.5")),
    gross("full_width", "Full-width digits.", "１２００．５", is_gross("1200.5")),
    gross("with_unit", "The unit stands in the cell.", "1200.5万元", is_gross("1200.5")),
    gross("with_unit_and_blank", "The unit stands behind a blank.", "1200.5 万元", is_gross("1200.5")),
    gross("in_yi_yuan", "0.12亿元 in a column of 万元.", "0.12亿元", is_gross(1200)),
    gross("in_yuan", "12005000元 in a column of 万元.", "12005000元", is_gross("1200.5")),
    gross("as_text", "A number kept as text.", "'1200.5".lstrip("'"), is_gross("1200.5")),
    gross("blanks", "Blanks around.", " 1200.5\u00a0", is_gross("1200.5")),
    gross("formula", "A formula with its kept value.", Formula("=1000+200.5", 1200.5), is_gross("1200.5")),
    gross("about", "约 is no exact number.", "约1200", kept_out("约|准确", at="C2")),
    gross("range", "A range is no number.", "1200-1300", kept_out(at="C2")),
    gross("letter_o", "Letters for zeros.", "12OO.5", kept_out(at="C2")),
    gross(
        "division_error", "#DIV/0! is no empty cell.", Formula("=1/0", "#DIV/0!"), refused("#DIV/0!|错误|公式", at="C2")
    ),
    gross("reference_error", "#REF! is no empty cell.", Formula("=A1", "#REF!"), refused("#REF!|错误|公式", at="C2")),
    gross("lookup_error", "#N/A is no placeholder that somebody typed.", Formula("=A1", "#N/A"), kept_out(at="C2")),
    gross("typed_error", "#VALUE! as text.", "#VALUE!", refused(at="C2")),
    gross(
        "full_width_comma",
        "A full-width comma may part thousands, and never decimals.",
        "1，200.5",
        is_gross("1200.5"),
        kept_out(at="C2"),
    ),
    gross("chinese_numeral", "八百 may be read or refused, not lost.", "八百", is_gross(800), kept_out(at="C2")),
    gross("currency", "A currency sign may be read or refused.", "￥1200.5", kept_out(at="C2"), is_gross("1200.5")),
    gross("negative", "Output is not negative.", -1200, refused(at="C2")),
    form(
        "number_yi_without_yuan",
        "6.04亿 in a column of 万元 is 60400.",
        book([QUARTER_HEAD, ("Q001", "2026Q1", "6.04亿", 1800, 3000)]),
        read(quarter("Q001", "2026Q1", 60400, 1800, 3000)),
        asked("6.04|60400", at="C2"),
    ),
    form(
        "number_persons_with_unit",
        "88人 in a column of persons.",
        book([QUARTER_HEAD, ("Q001", "2026Q1", 1200.5, 30, "88人"), ("Q002", "2026Q1", 300, 6, "20名")]),
        read(*QUARTERS[:2]),
    ),
    form(
        "number_wan_persons",
        "1.0169万 persons.",
        book([POPULATION_HEAD, ("塘后村", "2026-03-31", 3351, "1.0169万", "1.226万人")]),
        read(POPULATION[0]),
    ),
    form(
        "number_half_person",
        "20.5 persons are none.",
        book([QUARTER_HEAD, ("Q002", "2026Q1", 300, 6, 20.5)]),
        kept_out("整数", at="E2"),
    ),
    form(
        "number_whole_as_float",
        "88.0 is 88.",
        book([QUARTER_HEAD, ("Q001", "2026Q1", 1200.5, 30, "88.0")]),
        read(QUARTERS[0]),
    ),
]

UPDATE_HEAD = ("事项编号", "填报日期", "议定日期", "状态", "进度（%）")


def update(number, progress):
    return row("decision_updates", number, "2026-03-31", "2025-12-20", "推进中", progress)


def progress(name, why, cell, *accept, file="报表.xlsx", other=25):
    rows = [
        UPDATE_HEAD,
        ("T0", "2026-03-31", "2025-12-20", "推进中", cell),
        ("T9", "2026-03-31", "2025-12-20", "推进中", other),
    ]
    return form(f"percent_{name}", why, book(rows, file=file), *accept)


ASSET_HEAD = ("资产编号", "季度", "资产名称", "资产类别", "所在区域", "季末状态", "村集体分成比例（%）")


def share(name, why, cells, *accept):
    rows = [
        (f"A{number}", "2026Q1", f"演示资产{number}", "厂房", "塘后村", "运营", cell)
        for number, cell in enumerate(cells, 1)
    ]
    return form(f"percent_share_{name}", why, book([ASSET_HEAD, *rows]), *accept)


def shares(*values):
    return read(
        *(
            row(
                "assets",
                f"A{number}",
                "2026Q1",
                f"演示资产{number}",
                "厂房",
                "350581101206",
                "运营",
                share_pct=Decimal(value),
            )
            for number, value in enumerate(values, 1)
        )
    )


FORTY = read(update("T0", 40), update("T9", 25))

PERCENTS = [
    progress("typed", "40% typed as text.", "40%", FORTY),
    progress("full_width", "A full-width sign.", "40％", FORTY),
    progress("plain", "40 in a column of %.", 40, FORTY),
    progress("formatted", "0.4 in a cell formatted as percent is 40 %.", Number(0.4, "0%"), FORTY),
    progress("formatted_two_decimals", "The same with decimals.", Number(0.4, "0.00%"), FORTY),
    progress("formatted_float_noise", "0.07 × 100 is 7.", Number(0.07, "0%"), read(update("T0", 7), update("T9", 25))),
    progress("formatted_whole", "1 in a cell formatted as percent is 100 %.", Number(1, "0%"), read(update("T0", 100), update("T9", 25))),
    progress("fraction_plain", "0.4 without a format may be 40 % or 0.4 %.", 0.4, kept_out(at="E2")),
    progress("fraction_text", "0.4 as text.", "0.4", kept_out(at="E2")),
    progress("xls_formatted", "The same in an old workbook.", Number(0.4, "0%"), FORTY, file="报表.xls"),
    progress("xls_plain", "40 in an old workbook.", 40, FORTY, file="报表.xls"),
    progress("xls_fraction", "0.4 without a format in an old workbook.", 0.4, kept_out(at="E2"), file="报表.xls"),
    progress("xls_typed", "40% as text in an old workbook.", "40%", FORTY, file="报表.xls"),
    progress("over_hundred", "400 % is out of range.", "400%", refused(at="E2")),
    share("plain_fractions", "Shares of 0.4 and 0.35 are meant as 40 and 35: asked.", (0.4, 0.35, 0.5), asked(at="G2")),
    share("plain_mixed", "One 0.4 among 35 and 50.", (35, 0.4, 50), asked(at="G3")),
    share("plain", "Shares in per cent.", (35, 40.5, 100), shares(35, "40.5", 100)),
    share("formatted", "Formatted fractions.", (Number(0.35, "0%"), Number(0.405, "0.0%"), Number(1, "0%")), shares(35, "40.5", 100)),
    share("formatted_and_plain", "A formatted fraction among plain numbers.", (Number(0.35, "0%"), 40.5, "100%"), shares(35, "40.5", 100)),
]  # fmt: skip

OLD = [
    form(
        "xls_good",
        "An old workbook with a title and days.",
        book([("人口与户",), POPULATION_HEAD, ("塘后村", datetime.date(2026, 3, 31), 3351, 10169, 12260)], file="报表.xls"),
        read(POPULATION[0]),
    ),
    form(
        "xls_error_cell",
        "An error cell in an old workbook is no empty cell.",
        book([QUARTER_HEAD, ("Q001", "2026Q1", Formula("", "#DIV/0!"), 30, 88), Q2], file="报表.xls"),
        refused("#DIV/0!|错误|公式", at="C2"),
    ),
    form(
        "xls_error_cell_not_available",
        "#N/A in an old workbook.",
        book([QUARTER_HEAD, ("Q001", "2026Q1", 1200.5, Formula("", "#N/A"), 88), Q2], file="报表.xls"),
        kept_out(at="D2"),
    ),
    form(
        "xls_total_and_note",
        "An old workbook with unit, total and signatures.",
        book([("产值表（单位：万元）",), QUARTER_HEAD, *QUARTER_ROWS, ("合计", "", 1950.5, 45, 139), ("填表人：", "", "审核人：")], file="报表.xls"),
        read(*QUARTERS, said="合计"),
    ),
]  # fmt: skip

FORMS = MERGES + TWO_ROWS + PLACEHOLDERS + NUMBERS + PERCENTS + OLD
