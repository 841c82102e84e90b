"""Forms with rows that are no records: totals, headings, notes, numbers of columns, repeated headers."""

from tests.etl.corpus.declare import ERROR, Formula, Sheet, book, form, kept_out, read, refused, row, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSE_ROWS,
    COURSES,
    COVERAGE,
    COVERAGE_HEAD,
    COVERAGE_ROWS,
    DECISION_HEAD,
    DECISION_ROWS,
    DECISIONS,
    EVENT_HEAD,
    EVENT_ROWS,
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
    STAFFING,
    STAFFING_HEAD,
    STAFFING_ROWS,
    VISIT_HEAD,
    VISIT_ROWS,
    VISITS,
    quarter,
)

Q1, Q2, Q3 = QUARTER_ROWS
NUMBERED_HEAD = ("序号", *QUARTER_HEAD)
TITLE = ("园区企业季度产值表",)
# 1200.5 + 300 + 450, 30 + 6 + 9, 88 + 20 + 31
SUM = (1950.5, 45, 139)
LEFT_OUT = r"合\s*计|总\s*计|小\s*计|共\s*计"


def total_form(name, why, *rows, said=LEFT_OUT, head=QUARTER_HEAD):
    return form(f"total_{name}", why, book([TITLE, head, *rows]), read(*QUARTERS, said=said))


TOTALS = [
    total_form("at_end", "The last row is the sum of the others and no enterprise.", *QUARTER_ROWS, ("合计", "", *SUM)),
    total_form("at_start", "The first row is the sum of the others.", ("合计", "", *SUM), *QUARTER_ROWS),
    total_form("stretched", "合　计 is stretched with a blank.", *QUARTER_ROWS, ("合　　计", "", *SUM)),
    total_form("zongji", "总计 is a sum as well.", *QUARTER_ROWS, ("总 计", "", *SUM)),
    total_form("gongji", "共计 is a sum as well.", *QUARTER_ROWS, ("共计", None, *SUM)),
    total_form("with_colon", "A colon behind the word.", *QUARTER_ROWS, ("合计：", "", *SUM)),
    total_form("in_second_column", "The word stands in the column of the quarter.", *QUARTER_ROWS, ("", "合计", *SUM)),
    total_form(
        "in_number_column",
        "The word stands in the 序号 column, which is no column of the form.",
        *((number, *cells) for number, cells in enumerate(QUARTER_ROWS, 1)),
        ("合计", "", "", *SUM),
        head=NUMBERED_HEAD,
    ),
    total_form(
        "in_number_column_filled_down",
        "The clerk has filled the quarter down into the total.",
        *((number, *cells) for number, cells in enumerate(QUARTER_ROWS, 1)),
        ("合计", "", "2026Q1", *SUM),
        head=NUMBERED_HEAD,
    ),
    total_form("filled_down", "The total's quarter is filled down.", *QUARTER_ROWS, ("合计", "2026Q1", *SUM)),
    total_form(
        "subtotals_and_grand_total",
        "Two groups each with 小计, then 总计.",
        Q1, Q2, ("小计", "", 1500.5, 36, 108), Q3, ("小计", "", 450, 9, 31), ("总计", "", *SUM),
    ),
    total_form(
        "subtotals_before_their_rows",
        "小计 stands above the rows that it sums.",
        ("总计", "", *SUM), ("小计", "", 1500.5, 36, 108), Q1, Q2, ("小计", "", 450, 9, 31), Q3,
    ),
    total_form(
        "of_which",
        "其中 names a part of the sum.",
        *QUARTER_ROWS, ("合计", "", *SUM), ("其中：规上企业", "", 1200.5, 30, 88), ("      规下企业", "", 750, 15, 51),
        said="合计",
    ),
    total_form("of_some_columns", "The total fills only some columns.", *QUARTER_ROWS, ("合计", "", SUM[0], "", "")),
    total_form("with_number_of_rows", "The word tells how many there are.", *QUARTER_ROWS, ("合计（3家）", "", *SUM)),
    form(
        "total_formula",
        "The total is a formula with its kept value.",
        book([QUARTER_HEAD, *QUARTER_ROWS,
              ("合计", "", Formula("=SUM(C2:C4)", 1950.5), Formula("=SUM(D2:D4)", 45), Formula("=SUM(E2:E4)", 139))]),
        read(*QUARTERS, said=LEFT_OUT),
    ),
    form(
        "total_with_blanks_among_rows",
        "A blank is nothing in a sum.",
        book([QUARTER_HEAD, Q1, ("Q002", "2026Q1", 300, "", 20), ("合计", "", 1500.5, 30, 108)]),
        read(QUARTERS[0], quarter("Q002", "2026Q1", 300, None, 20), said=LEFT_OUT),
    ),
    form(
        "total_of_villages",
        "全镇合计 is the sum of the villages.",
        book([POPULATION_HEAD, *POPULATION_ROWS, ("全镇合计", "", 4039, 12787, 18926)]),
        read(*POPULATION, said=LEFT_OUT),
    ),
    form(
        "total_of_grids",
        "合计 under a key that is a grid.",
        book([STAFFING_HEAD, *STAFFING_ROWS, ("合计", "2026Q1", 2, 4, 9, 1245, 4658, 8)]),
        read(*STAFFING, said=LEFT_OUT),
    ),
    form(
        "total_of_courses_filled_down",
        "Site, category and audience of the total are filled down; the sums betray it, 合计 names it.",
        book([COURSE_HEAD, *COURSE_ROWS, ("合计", "S-02", "技能", "职工", "2026-02-25", 50, 40, 20)]),
        read(*COURSES, said=LEFT_OUT),
    ),
    form(
        "total_of_jobs_merged",
        "The word is merged over all key columns.",
        book(Sheet(rows=[JOB_HEAD, *JOB_ROWS, ("合计", "", "", "", 100, 135, 90, 54, 43)], merged=["A4:D4"])),
        read(*JOBS, said=LEFT_OUT),
    ),
    form(
        "total_of_visits_csv",
        "A text file with a total.",
        text([VISIT_HEAD, *VISIT_ROWS, ("合计", "", 30, 62, 51, 20, 15, 39, 37)]),
        read(*VISITS, said=LEFT_OUT),
    ),
    form(
        "total_of_coverage_at_start",
        "片区合计 stands first.",
        book([COVERAGE_HEAD, ("片区合计", "2026Q1", 155, 22, 50, 15, 41, 8), *COVERAGE_ROWS]),
        read(*COVERAGE, said=LEFT_OUT),
    ),
    form(
        "total_of_services_per_site",
        "小计 of a site.",
        book([SERVICE_HEAD, *SERVICE_ROWS, ("小计", "2026-03", "", 378, 40, 36)]),
        read(*SERVICES, said=LEFT_OUT),
    ),
    form(
        "total_of_events_counts_rows",
        "合计 2 件 counts the rows.",
        book([EVENT_HEAD, *EVENT_ROWS, ("合计", "2件", "", "", "", "", "", "")]),
        read(*EVENTS, said=LEFT_OUT),
    ),
    form(
        "total_wrong_at_end",
        "The sum is not that of the rows: one of them or the total is wrong, and the clerk must hear of it.",
        book([QUARTER_HEAD, *QUARTER_ROWS, ("合计", "", 2950.5, 45, 139)]),
        kept_out("合计|之和|相符|一致", at="C5"),
        read(*QUARTERS, said="合计.*(不符|不等|不一致|差|核对)"),
    ),
    form(
        "total_wrong_subtotal",
        "The second 小计 is wrong by a digit.",
        book([QUARTER_HEAD, Q1, Q2, ("小计", "", 1500.5, 36, 108), Q3, ("小计", "", 450, 90, 31), ("总计", "", *SUM)]),
        kept_out("小计|之和|相符|一致", at="D6"),
        read(*QUARTERS, said="小计.*(不符|不等|不一致|差|核对)"),
    ),
    form(
        "total_filled_down_wrong",
        "A filled-down total with a wrong sum never becomes an enterprise.",
        book([QUARTER_HEAD, *QUARTER_ROWS, ("合计", "2026Q1", 1950.5, 45, 999)]),
        kept_out(at="E5"),
        read(*QUARTERS, said="合计.*(不符|不等|不一致|差|核对)"),
        never=["补进"],
    ),
    form(
        "total_of_the_town_without_the_word",
        "宝盖镇 is above the villages and no village.",
        book([POPULATION_HEAD, *POPULATION_ROWS, ("宝盖镇", "2026-03-31", 4039, 12787, 18926)]),
        kept_out("宝盖镇|镇", at="A4"),
        read(*POPULATION, said="宝盖镇"),
        never=["补进"],
    ),
]  # fmt: skip

HEADINGS = [
    form(
        "group_heading_merged",
        "一、… is merged over the table and heads a group.",
        book(Sheet(rows=[TITLE, QUARTER_HEAD, ("一、宝盖科技园",), Q1, Q2, ("二、彭田片区",), Q3], merged=["A3:E3", "A6:E6"])),
        read(*QUARTERS),
    ),
    form(
        "group_heading_unmerged",
        "（一）… stands alone in its row.",
        book([QUARTER_HEAD, ("（一）规模以上企业",), Q1, ("（二）规模以下企业",), Q2, Q3]),
        read(*QUARTERS),
    ),
    form(
        "group_heading_in_events",
        "A heading within a list of events.",
        book([EVENT_HEAD, ("一、宝盖科技园",), EVENT_ROWS[0], ("二、塘后村",), EVENT_ROWS[1]]),
        read(*EVENTS),
    ),
    form(
        "footnotes",
        "Notes and lines for signatures stand below the table.",
        book([TITLE, QUARTER_HEAD, *QUARTER_ROWS, ("注：本表为快报数，以年报为准。",), ("填表人：", "", "审核人：", "", "单位（盖章）：")]),
        read(*QUARTERS),
    ),
    form(
        "footnotes_many",
        "Several notes, numbered, behind an empty row.",
        book([QUARTER_HEAD, *QUARTER_ROWS, (), ("说明：1. 总产值为现价。",), ("2. 税收为实缴数。",), ("备注：规下企业为摸底数。",)]),
        read(*QUARTERS),
    ),
    form(
        "footnote_source",
        "数据来源 below the table.",
        book([POPULATION_HEAD, *POPULATION_ROWS, ("数据来源：村（社区）台账",)]),
        read(*POPULATION),
    ),
    form(
        "footnote_in_decisions",
        "Lines for signatures below a list of texts.",
        book([DECISION_HEAD, *DECISION_ROWS, ("填表单位（盖章）：", "", "填表日期：2026年4月8日")]),
        read(*DECISIONS),
    ),
    form(
        "footnote_with_name",
        "A signed form: the name is nobody's business, the table is; no message may quote it.",
        book([QUARTER_HEAD, *QUARTER_ROWS, ("填表人：林大山", "", "审核人：陈小河", "", "")]),
        read(*QUARTERS),
        refused("个人信息", at="A5"),
        never=["林大山", "陈小河"],
    ),
    form(
        "blank_below",
        "（以下空白） ends the table.",
        book([QUARTER_HEAD, *QUARTER_ROWS, ("（以下空白）",)]),
        read(*QUARTERS),
    ),
    form(
        "empty_rows_between",
        "Empty rows part the groups.",
        book([TITLE, (), QUARTER_HEAD, Q1, (), Q2, (), (), Q3]),
        read(*QUARTERS),
    ),
    form(
        "numbering_row",
        "甲 乙 1 2 3 numbers the columns.",
        book([TITLE, QUARTER_HEAD, ("甲", "乙", 1, 2, 3), *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "numbering_row_brackets",
        "(1) (2) (3) as texts.",
        book([QUARTER_HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)"), *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "numbering_row_letters",
        "A B 1 2 3 numbers the columns of a population form.",
        book([POPULATION_HEAD, ("A", "B", "1", "2", "3"), *POPULATION_ROWS]),
        read(*POPULATION),
    ),
    form(
        "numbering_row_plain",
        "1 2 3 4 5 from the first column on.",
        book([QUARTER_HEAD, (1, 2, 3, 4, 5), *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "unit_row_and_numbering_row",
        "A row of units and a row of numbers under the header.",
        book([TITLE, ("企业", "季度", "总产值", "税收", "期末从业人员"), ("", "", "万元", "万元", "人"), ("甲", "乙", 1, 2, 3), *QUARTER_ROWS]),
        read(*QUARTERS),
    ),
    form(
        "header_repeated",
        "The header stands again at a page break.",
        book([TITLE, QUARTER_HEAD, Q1, Q2, QUARTER_HEAD, Q3]),
        read(*QUARTERS),
    ),
    form(
        "header_repeated_with_title",
        "Title, unit line and header stand again at a page break.",
        book([TITLE, ("单位：万元",), QUARTER_HEAD, Q1, Q2, ("园区企业季度产值表（续）",), ("单位：万元",), QUARTER_HEAD, Q3]),
        read(*QUARTERS),
    ),
    form(
        "header_repeated_csv",
        "Two exports were joined, header and all.",
        text([VISIT_HEAD, VISIT_ROWS[0], VISIT_HEAD, VISIT_ROWS[1]]),
        read(*VISITS),
    ),
    form(
        "page_totals_and_headers",
        "本页小计 and the header again, then 合计.",
        book([QUARTER_HEAD, Q1, Q2, ("本页小计", "", 1500.5, 36, 108), QUARTER_HEAD, Q3, ("本页小计", "", 450, 9, 31), ("合计", "", *SUM)]),
        read(*QUARTERS, said=LEFT_OUT),
    ),
    form(
        "everything_of_an_office",
        "Title, office, day, unit, two-line table head, numbers, total, note, signatures: a person sees three rows.",
        book(
            Sheet(
                rows=[
                    ("2026年第一季度园区企业产出情况表", "", "", "", "", ""),
                    ("填报单位：宝盖科技园管理办公室", "", "", "填报日期：2026年4月8日", "", "单位：万元、人"),
                    ("序号", "企业名称", "季度", "总产值", "税收", "期末从业人员"),
                    ("甲", "乙", "丙", "1", "2", "3"),
                    (1, "演示服装", "一季度", 1200.5, 30, 88),
                    (2, "石狮市演示五金制品有限公司", "一季度", 300, 6, 20),
                    (3, "Q003", "一季度", 450, 9, 31),
                    ("合  计", "", "", *SUM),
                    ("注：产值为现价。",),
                    ("单位负责人：", "", "统计负责人：", "", "填表人：", ""),
                ],
                merged=["A1:F1"],
            )
        ),
        read(*QUARTERS, said=LEFT_OUT),
    ),
    form(
        "record_that_only_looks_like_a_total",
        "A matter whose text speaks of 合计 is a record.",
        book([DECISION_HEAD, ("T1", "M1", "合计投入资金核算办法的制定", *DECISION_ROWS[0][3:]), DECISION_ROWS[1]]),
        read(row("decisions", "T1", "M1", "合计投入资金核算办法的制定", "治理联动", "350581101911", None, "镇规划建设办公室",
                 "2025-12-20", "2026-06-30", None, 0), DECISIONS[1]),
    ),
    form(
        "record_with_code_one",
        "A row of small whole numbers is a record and no numbering row.",
        book([("事件编号", *EVENT_HEAD[1:]), ("1", *EVENT_ROWS[0][1:]), ("2", *EVENT_ROWS[1][1:])]),
        read(row("grid_events", "1", *EVENTS[0][2:]), row("grid_events", "2", *EVENTS[1][2:])),
    ),
    form(
        "total_alone",
        "Only a total was sent: nothing can be taken from it, and it is not advised into the register.",
        book([QUARTER_HEAD, ("合计", "2026Q1", *SUM)]),
        kept_out(levels=(ERROR, "question")),
        read(said=LEFT_OUT),
        never=["补进"],
    ),
]  # fmt: skip

FORMS = TOTALS + HEADINGS
