"""Forms whose headers are missing, misnamed or far down, rows that are too short, and tables that nobody knows."""

from tests.etl.corpus.declare import Sheet, book, form, kept_out, read, refused, row, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSE_ROWS,
    COURSES,
    COVERAGE,
    COVERAGE_HEAD,
    COVERAGE_ROWS,
    EVENT_HEAD,
    EVENT_ROWS,
    POPULATION,
    POPULATION_HEAD,
    POPULATION_ROWS,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    VISIT_HEAD,
    VISIT_ROWS,
    VISITS,
    quarter,
)


def headed(name, why, head, *accept):
    return form(f"header_{name}", why, book([head, *QUARTER_ROWS]), *accept)


LOST = [
    headed("blank", "The header of the filled column is blank.", ("企业", "季度", "", "税收（万元）", "期末从业人员（人）"), kept_out("表头|列名|标题", at="C1|C2")),
    form("header_blank_over_words", "What stands below the blank header is no number; it may be the output all the same.", book([("企业", "季度", "", "税收（万元）", "期末从业人员（人）"), *((*cells[:2], "约五千多", *cells[3:]) for cells in QUARTER_ROWS)]), kept_out("表头|列名|标题", at="C1|C2")),
    headed("industrial_output", "By its definition 总产值 is 工业总产值.", ("企业", "季度", "工业总产值（万元）", "税收（万元）", "期末从业人员（人）"), read(*QUARTERS)),
    form("header_slip_over_spoilt", "All but its name stands over the column, in which half is no number.", book([(*COVERAGE_HEAD[:5], "其中产业窜联（家）", *COVERAGE_HEAD[6:]), (*COVERAGE_ROWS[0][:5], "见附件", *COVERAGE_ROWS[0][6:]), COVERAGE_ROWS[1]]), kept_out("产业窜联", at="F1")),
    headed("turnover", "销售额 is no column of the form.", ("企业", "季度", "销售额（万元）", "税收（万元）", "期末从业人员（人）"), kept_out("销售额", at="C1")),
    headed("tax_paid", "上缴税收 is most like 税收.", ("企业", "季度", "总产值（万元）", "上缴税收（万元）", "期末从业人员（人）"), kept_out("税收", at="D1")),
    headed("same_measure", "No word in common, but money where a column of money is not there.", ("企业", "季度", "总产值（万元）", "上缴国库（万元）", "期末从业人员（人）"), kept_out("税收", at="D1")),
    headed("heads", "从业人员数 is 期末从业人员 where nothing else is; it is said.", ("企业", "季度", "总产值（万元）", "税收（万元）", "从业人员数（人）"), read(*QUARTERS, said="从业人员数.*期末从业人员")),
    headed("heads_on_average", "平均从业人员 is another figure, and none of the form.", ("企业", "季度", "总产值（万元）", "税收（万元）", "平均从业人员（人）"), read(*(quarter(*cells[:4]) for cells in QUARTER_ROWS))),
    headed("typing_error", "总产直 is a slip for 总产值.", ("企业", "季度", "总产直（万元）", "税收（万元）", "期末从业人员（人）"), kept_out("总产值", at="C1")),
    headed("required_known_by_cells", "Only the cells tell that the names are those of enterprises.", ("名称", "季度", "总产值（万元）", "税收（万元）", "期末从业人员（人）"), read(*QUARTERS, said="名称.*读作“企业”")),
    headed("twice", "Two columns are called 总产值.", ("企业", "季度", "总产值（万元）", "总产值（万元）", "期末从业人员（人）"), refused("总产值", at=("C1", "D1"))),
    form(
        "header_optional_absent",
        "Columns that are not there at all need no question.",
        book([QUARTER_HEAD[:3], *(cells[:3] for cells in QUARTER_ROWS)]),
        read(*(quarter(*cells[:3]) for cells in QUARTER_ROWS)),
    ),
    form(
        "header_blank_over_blank",
        "An empty column under an empty header is nothing.",
        book([(*QUARTER_HEAD[:2], "", *QUARTER_HEAD[2:]), *((*cells[:2], "", *cells[2:]) for cells in QUARTER_ROWS)]),
        read(*QUARTERS),
    ),
    form(
        "header_remarks_and_number",
        "序号 and 备注 are no columns of the form and like none of it.",
        book([("序号", *QUARTER_HEAD, "备注"), *((number, *cells, "快报") for number, cells in enumerate(QUARTER_ROWS, 1))]),
        read(*QUARTERS),
    ),
    form(
        "header_growth_rate",
        "同比增长 is derived, and no column of the form.",
        book([(*QUARTER_HEAD, "同比增长（%）"), *((*cells, 5.2) for cells in QUARTER_ROWS)]),
        read(*QUARTERS),
    ),
    form(
        "header_coverage_joint",
        "联合覆盖 is most like 联合组建覆盖, which must be filled.",
        book([(*COVERAGE_HEAD[:4], "联合覆盖（家）", *COVERAGE_HEAD[5:]), *COVERAGE_ROWS]),
        read(*COVERAGE, said="联合覆盖.*联合组建覆盖"),
    ),
    form(
        "header_visits_satisfied",
        "满意企业家数 is 满意企业 with what it is counted in.",
        book([(*VISIT_HEAD[:8], "满意企业家数（家）"), *VISIT_ROWS]),
        read(*VISITS),
    ),
    form(
        "header_course_certified",
        "取得证书 is 取证 in full.",
        book([(*COURSE_HEAD[:7], "取得证书人数（人）"), *COURSE_ROWS]),
        read(*COURSES),
    ),
]  # fmt: skip

SPELT = [
    headed("stretched", "Headers stretched with blanks.", ("企　业", "季 度", "总 产 值（万元）", "税　收（万元）", "期末从业人员（人）"), read(*QUARTERS)),
    headed("half_width_brackets", "Half-width brackets.", ("企业", "季度", "总产值(万元)", "税收(万元)", "期末从业人员(人)"), read(*QUARTERS)),
    headed("starred", "A star marks what must be filled.", ("*企业", "季度*", "总产值（万元）", "税收（万元）", "期末从业人员（人）"), read(*QUARTERS)),
    headed("alias", "企业名称 is 企业.", ("企业名称", "季度", "总产值（万元）", "税收（万元）", "期末从业人员（人）"), read(*QUARTERS)),
    headed("broken_lines", "Line breaks within headers.", ("企业", "季度", "总产值\n（万元）", "税收\n(万元)", "期末从业\n人员（人）"), read(*QUARTERS)),
    form(
        "header_columns_in_other_order",
        "The columns stand in another order.",
        book([tuple(reversed(QUARTER_HEAD)), *(tuple(reversed(cells)) for cells in QUARTER_ROWS)]),
        read(*QUARTERS),
    ),
    form(
        "header_below_row_thirty",
        "The header stands in row 35: it is read, or the message says how far down it was looked for.",
        book([*[("填表须知",)] * 34, QUARTER_HEAD, *QUARTER_ROWS]),
        read(*QUARTERS),
        refused("表头|30"),
    ),
    form(
        "header_in_row_twelve",
        "A letter stands above the table.",
        book([("关于报送一季度数据的函",), (), ("各园区：",), ("请于4月10日前报送。",), (), (), (), (), (), (), (), QUARTER_HEAD, *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "header_table_starts_in_column_c",
        "Two empty columns stand left of the table.",
        book([("", "", *QUARTER_HEAD), *(("", "", *cells) for cells in QUARTER_ROWS)]),
        read(*QUARTERS),
    ),
]  # fmt: skip

SHORT = [
    form(
        "short_row_csv",
        "The last cells of a row are missing: were they empty, or is a mark lost?",
        text([VISIT_HEAD, VISIT_ROWS[0], VISIT_ROWS[1][:6]]),
        refused("格|列|单元", at="A3|F3|G3|H3|I3"),
    ),
    form(
        "short_row_csv_lost_mark",
        "A mark is lost in the middle, and all behind it has moved.",
        text([COVERAGE_HEAD, ("宝盖科技园", "2026Q1", 120, 18, 40, 12, 30), COVERAGE_ROWS[1]]),
        refused("格|列|单元", at="A2|G2|H2"),
    ),
    form(
        "short_row_csv_optional",
        "Only columns that may be empty are missing: an error all the same.",
        text([COURSE_HEAD, COURSE_ROWS[0], COURSE_ROWS[1][:7]]),
        refused("格|列|单元", at="A3|G3|H3"),
    ),
    form(
        "long_row_csv",
        "A row with a cell too many.",
        text([COURSE_HEAD, COURSE_ROWS[0], (*COURSE_ROWS[1], 99)]),
        kept_out(at="I3|I1"),
    ),
    form("full_rows_csv", "All rows are as wide as the header.", text([COURSE_HEAD, *COURSE_ROWS]), read(*COURSES)),
    form(
        "short_rows_workbook",
        "In a workbook the empty last cells are simply empty.",
        book([COURSE_HEAD, COURSE_ROWS[0], COURSE_ROWS[1][:6]]),
        read(COURSES[0], row("training_courses", *COURSE_ROWS[1][:6])),
    ),
    form("good_population", "A form as it should be.", book([POPULATION_HEAD, *POPULATION_ROWS]), read(*POPULATION)),
    form("good_coverage", "A form as it should be.", book([COVERAGE_HEAD, *COVERAGE_ROWS]), read(*COVERAGE)),
    form("good_visits", "A form as it should be.", book([VISIT_HEAD, *VISIT_ROWS]), read(*VISITS)),
]

LONG = "关于进一步做好二零二六年度夏季防汛防台风物资储备工作的通知及其附件清单"
UNKNOWN = [
    form(
        "unknown_long_text",
        "A letter is no form; not more than 20 characters of it are echoed.",
        book([(LONG,), ("各村（社区）、各园区：",), ("请按要求落实。",)], file="通知.xlsx"),
        refused(),
        never=[LONG[:21]],
    ),
    form(
        "unknown_table",
        "A list of goods is no form.",
        book([("品名", "规格", "数量", "单价"), ("编织袋", "60×90", 2000, 1.2)], file="物资.xlsx"),
        refused(),
    ),
    form(
        "unknown_many_cells",
        "Many cells of a table that is no form: together not more than 20 characters are echoed.",
        book(
            [("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉", "天地玄黄宇宙洪荒日月", "盈昃辰宿列张寒来暑往")],
            file="其他.xlsx",
        ),
        refused(),
        never=["天地玄黄宇宙洪荒日月"],
    ),
    form(
        "unknown_personal",
        "A list of people is no form, and nothing of it is echoed.",
        book(
            [("林大山", "13800001234", "塘后村3组12号"), ("陈小河", "13900005678", "塘后村3组14号")], file="名单.xlsx"
        ),
        refused("个人信息"),
        never=["林大山", "陈小河", "13800001234", "3组12号"],
    ),
    form(
        "unknown_personal_in_title",
        "A phone number stands in the title of a table that is no form.",
        book([("物资清单 联系电话13800001234",), ("品名", "数量"), ("编织袋", 2000)], file="物资.xlsx"),
        refused("个人信息", at="A1"),
        never=["13800001234"],
    ),
    form(
        "unknown_two_of_one",
        "The headers fit two forms alike, or none: never a guess.",
        book(Sheet(rows=[("区域", "季度"), ("宝盖科技园", "2026Q1")], name="表")),
        refused(),
    ),
]

REPEATED = [
    form(
        "repeated_missing_time",
        "Eleven days without a time of day are one sentence.",
        book([EVENT_HEAD, *((f"E{number}", *EVENT_ROWS[0][1:4], f"2026-03-{number:02}", "2026-03-30 08:00", "", 0) for number in range(1, 12))]),
        kept_out("时分|时间", at=("E2", "E7", "E12")),
        lines={"不是时间|时分|缺": 1},
    ),
    form(
        "repeated_empty_required",
        "Forty empty cells are one sentence.",
        book([EVENT_HEAD, *((f"E{number}", *EVENT_ROWS[0][1:7], "") for number in range(1, 41))]),
        refused("重开次数", at=("H2", "H41")),
        lines={"重开次数": 1},
    ),
    form(
        "repeated_unknown_choice",
        "One wrong word in thirty rows is one sentence.",
        book([EVENT_HEAD, *((f"E{number}", "35058110191101", "治安", *EVENT_ROWS[0][3:]) for number in range(1, 31))]),
        refused("治安", at=("C2", "C31")),
        lines={"治安": 1},
    ),
    form(
        "repeated_unknown_area",
        "One unknown grid in thirty rows is one sentence.",
        book([EVENT_HEAD, *((f"E{number}", "塘前第一网格", *EVENT_ROWS[0][2:]) for number in range(1, 31))]),
        kept_out("塘前第一网格", at=("B2", "B31")),
        lines={"塘前第一网格": 1},
    ),
    form(
        "repeated_rule",
        "One broken rule in thirty rows is one sentence.",
        book([EVENT_HEAD, *((f"E{number}", *EVENT_ROWS[0][1:6], "2026-03-01 08:00", 0) for number in range(1, 31))]),
        refused("早于", at=("G2", "G31")),
        lines={"早于上报": 1},
    ),
]  # fmt: skip

FORMS = LOST + SPELT + SHORT + UNKNOWN + REPEATED
