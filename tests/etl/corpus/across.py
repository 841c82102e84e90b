"""Forms whose periods, kinds or places stand across as columns, or whose figures stand a row each."""

from tests.etl.corpus.counts import POINTS, means
from tests.etl.corpus.declare import Sheet, book, form, kept_out, read, text
from tests.etl.corpus.sample import POPULATION, placed, quarter

OUT = kept_out()


def across(name, why, rows, *accept, file="报表.xlsx"):
    """A form of this kind; `rows` are a sheet, or a whole file."""
    return form(f"across_{name}", why, rows if hasattr(rows, "write") else book(rows, file=file), *accept)


def patrols(**months):
    """Patrols of the grids of 塘后 in months of 2026: `m2=(40, 36)`."""
    return [
        placed("grid_patrols", (f"3505811012060{number}", f"2026-0{month[1:]}", count))
        for month, counts in months.items()
        for number, count in enumerate(counts, 1)
        if count is not None
    ]


def mediation(kind, month, *counts, area="塘后村"):
    return means("mediation_months", (area, month, kind, *counts))[0]


GRIDS = ("塘后第一网格", "塘后第二网格")
QUARTER_YEAR = patrols(m1=(40, 36), m2=(38, 33), m3=(42, 38))
MONTHS = ("网格", "1月", "2月", "3月")
FIRST, SECOND = (GRIDS[0], 40, 38, 42), (GRIDS[1], 36, 33, 38)
OUTPUTS = [
    quarter(code, period, gross=gross)
    for period, figures in (("2026Q1", (1200.5, 300)), ("2026Q2", (1300, 310)))
    for code, gross in zip(("Q001", "Q002"), figures, strict=True)
]
FULL = [mediation("邻里", "2026-02", 10, 9, 8, 1), mediation("邻里", "2026-03", 12, 10, 9, 1)]
KINDS = [mediation("劳资", "2026-03", 5, 5, 4, 0), mediation("邻里", "2026-03", 12, 10, 9, 1)]
COUNTS = ("受理件数", "结案件数", "调解成功", "移交件数")

ONE_FIGURE = [
    across("months_title", "One count a month; the title says which, and the year.", [("2026年各网格巡查次数",), MONTHS, FIRST, SECOND], read(*QUARTER_YEAR)),
    across("months_year", "The year stands in each header.", [("各网格巡查次数统计表",), ("网格", "2026年1月", "2026年2月", "2026年3月"), FIRST, SECOND], read(*QUARTER_YEAR)),
    across("months_chinese", "一月 二月 三月 behind 序号.", [("2026年网格巡查次数（次）",), ("序号", "网格", "一月", "二月", "三月"), (1, *FIRST), (2, *SECOND)], read(*QUARTER_YEAR)),
    across("months_year_above", "The year is merged over its months.", Sheet(rows=[("各网格巡查次数",), ("网格", "2026年"), ("", "1月", "2月", "3月"), FIRST, SECOND], merged=["A2:A3", "B2:D2"]), read(*QUARTER_YEAR)),
    across("months_figure_above", "The count is merged over the months.", Sheet(rows=[("2026年巡查走访",), ("网格", "巡查次数（次）"), ("", "1月", "2月", "3月"), FIRST, SECOND], merged=["A2:A3", "B2:D2"]), read(*QUARTER_YEAR)),
    across("months_with_sum", "A column 合计 behind, and a row 合计 below.", [("2026年各网格巡查次数",), (*MONTHS, "合计"), (*FIRST, 120), (*SECOND, 107), ("合计", 76, 71, 80, 227)], read(*QUARTER_YEAR)),
    across("months_wrong_sum", "The column 合计 is wrong by one.", [("2026年各网格巡查次数",), (*MONTHS, "合计"), (*FIRST, 121), (*SECOND, 107)], kept_out("合计", at="E3")),
    across("months_wrong_total", "The row 合计 is wrong by one in February.", [("2026年各网格巡查次数",), MONTHS, FIRST, SECOND, ("合计", 76, 72, 80)], kept_out("合计", at="C5")),
    across("months_to_come", "The months to come are empty.", [("2026年各网格巡查次数",), (*MONTHS, "4月", "5月", "6月"), FIRST, SECOND], read(*QUARTER_YEAR)),
    across("months_one_missing", "One grid has no count of a month, and nobody says 0.", [("2026年各网格巡查次数",), MONTHS, FIRST, (GRIDS[1], 36, "—", 38)], read(*patrols(m1=(40, 36), m2=(38, None), m3=(42, 38)))),
    across("months_no_year", "Nobody says of which year.", [("各网格巡查次数",), MONTHS, FIRST, SECOND], OUT),
    across("months_no_figure", "Nobody says what was counted.", [("2026年巡查走访情况",), MONTHS, FIRST, SECOND], OUT),
    across("months_growth", "The title speaks of growth.", [("2026年各网格巡查次数增长率",), MONTHS, FIRST, SECOND], OUT),
    across("months_csv", "In CSV, the count in the name of the file.", text([MONTHS, FIRST, SECOND], file="2026年网格巡查次数.csv"), read(*QUARTER_YEAR)),
    across("quarters", "Quarters across, the output in the title.", [("2026年企业总产值（万元）",), ("企业", "一季度", "二季度"), ("Q001", 1200.5, 1300), ("Q002", 300, 310)], read(*OUTPUTS)),
    across("quarters_unit_line", "Its unit in a line of its own.", [("2026年企业总产值",), ("单位：元",), ("企业", "一季度", "二季度"), ("Q001", 12005000, 13000000), ("Q002", 3000000, 3100000)], read(*OUTPUTS)),
    across("quarters_corner", "企业/季度 in the corner.", [("总产值（万元）",), ("企业/季度", "2026年一季度", "2026年二季度"), ("Q001", 1200.5, 1300), ("Q002", 300, 310)], read(*OUTPUTS)),
    across("quarters_down", "The quarters stand down, the enterprises across.", [("2026年企业总产值（万元）",), ("季度", "Q001", "Q002"), ("一季度", 1200.5, 300), ("二季度", 1300, 310)], read(*OUTPUTS)),
    across("quarters_cumulative", "Half a year is no quarter.", [("2026年企业总产值（万元）",), ("企业", "一季度", "上半年"), ("Q001", 1200.5, 2500), ("Q002", 300, 610)], OUT),
    across("grids_across", "The months stand down, the grids across.", [("2026年网格巡查次数",), ("月份", *GRIDS), ("1月", 40, 36), ("2月", 38, 33), ("3月", 42, 38)], read(*QUARTER_YEAR)),
    across("kinds", "The services of a site across.", [("2026年3月各阵地服务人次",), ("阵地", "托育", "义诊"), ("S-01", 320, 58)], read(*(placed("service_months", (*cells[:4], None, None)) for cells in (("S-01", "2026-03", "托育", 320), ("S-01", "2026-03", "义诊", 58))))),
]  # fmt: skip

SEVERAL = [
    across("months_over", "Each month is merged over its counts.", Sheet(rows=[("区域", "纠纷类别", "2026年2月", "", "", "", "2026年3月"), ("", "", *COUNTS, *COUNTS), ("塘后村", "邻里", 10, 9, 8, 1, 12, 10, 9, 1)], merged=["A1:A2", "B1:B2", "C1:F1", "G1:J1"]), read(*FULL)),
    across("counts_over", "Each count is merged over its months.", Sheet(rows=[("2026年多元调解",), ("区域", "纠纷类别", "受理件数", "", "结案件数", "", "调解成功", "", "移交件数"), ("", "", *("2月", "3月") * 4), ("塘后村", "邻里", 10, 12, 9, 10, 8, 9, 1, 1)], merged=["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2", "I2:J2"]), read(*FULL)),
    across("in_one_header", "2月受理件数 in one cell.", [("2026年多元调解",), ("区域", "纠纷类别", *(f"{month}月{count}（件）" for month in (2, 3) for count in COUNTS)), ("塘后村", "邻里", 10, 9, 8, 1, 12, 10, 9, 1)], read(*FULL)),
    across("in_brackets", "受理件数（2月） in one cell.", [("2026年多元调解",), ("区域", "纠纷类别", *(f"{count}（{month}月）" for month in (2, 3) for count in COUNTS)), ("塘后村", "邻里", 10, 9, 8, 1, 12, 10, 9, 1)], read(*FULL)),
    across("kinds_over", "Each kind of dispute is merged over its counts.", Sheet(rows=[("区域", "月份", "劳资", "", "", "", "邻里"), ("", "", *COUNTS, *COUNTS), ("塘后村", "2026-03", 5, 5, 4, 0, 12, 10, 9, 1)], merged=["A1:A2", "B1:B2", "C1:F1", "G1:J1"]), read(*KINDS)),
    across("kinds_over_empty", "A kind without a case is left empty.", Sheet(rows=[("区域", "月份", "劳资纠纷", "", "", "", "邻里纠纷"), ("", "", *COUNTS, *COUNTS), ("塘后村", "2026-03", "", "", "", "", 12, 10, 9, 1), ("仑后村", "2026-03", 2, 2, 2, 0, 7, 6, 6, 0)], merged=["A1:A2", "B1:B2", "C1:F1", "G1:J1"]), read(KINDS[1], mediation("劳资", "2026-03", 2, 2, 2, 0, area="仑后村"), mediation("邻里", "2026-03", 7, 6, 6, 0, area="仑后村"))),
    across("kinds_over_half_empty", "One of the counts of a kind is missing.", Sheet(rows=[("区域", "月份", "劳资", "", "", "", "邻里"), ("", "", *COUNTS, *COUNTS), ("塘后村", "2026-03", 5, 5, 4, "", 12, 10, 9, 1)], merged=["A1:A2", "B1:B2", "C1:F1", "G1:J1"]), kept_out(at="F3")),
    across("kinds_wrong_sum", "The kinds and their sum, each over two counts; one sum is wrong.", Sheet(rows=[("区域", "季度", "合计", "", "非公企业", "", "社会组织"), ("", "", *("党组织数（个）", "党员数（名）") * 3), ("宝盖科技园", "2026Q1", 20, 295, 16, 254, 3, 41)], merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"]), kept_out("合计", at="C3")),
    across("months_signed", "Lines of labels above, of signatures and notes below.", [("2026年网格巡查次数",), ("填报单位：宝盖镇", "", "", "单位：次"), MONTHS, FIRST, SECOND, ("合计", 76, 71, 80), ("填表人：", "", "审核人："), ("注：数据截至3月31日",)], read(*QUARTER_YEAR)),
    across("villages_over", "The counts stand down, the villages across.", [("2026年3月31日人口与户",), ("指标", "塘后村", "仑后村"), ("住户数（户）", 3351, 688), ("户籍人口（人）", 10169, 2618), ("常住人口（人）", 12260, 6666)], read(*POPULATION)),
    across("month_stacked_otherwise", "A count of two months has another unit in each.", [("企业", "2026年一季度总产值（万元）", "2026年二季度总产值（元）"), ("Q001", 1200.5, 13000000)], OUT),
]  # fmt: skip

NAMED = [
    across("named_months", "The counts stand down, the months across; the title says the grid.", [("塘后第一网格2026年巡查走访",), ("指标", "单位", "2月", "3月"), ("巡查次数", "次", 40, 42), ("住户", "户", 410, 410), ("入户户数", "户", 118, 120)], read(*(placed("grid_patrols", ("35058110120601", month, patrolled, 410, visited)) for month, patrolled, visited in (("2026-02", 40, 118), ("2026-03", 42, 120))))),
    across("named_merged", "The village is merged over its counts.", Sheet(rows=[("2026年多元调解",), ("区域", "纠纷类别", "指标", "2月", "3月"), ("塘后村", "邻里", "受理件数", 10, 12), ("", "", "结案件数", 9, 10), ("", "", "调解成功", 8, 9), ("", "", "移交件数", 1, 1)], merged=["A3:A6", "B3:B6"]), read(*FULL)),
    across("named_long", "A count a row.", [("区域", "月份", "人群", "指标", "数值"), *(("塘后村", "2026-03", group, name, value) for group, values in (("村民", (120, 2400, 800)), ("志愿者", (45, 1350, 300))) for name, value in zip(("参与人数", "发放积分", "兑换积分"), values, strict=True))], read(*POINTS)),
    across("named_long_units", "The same with the unit of each.", [("企业", "季度", "指标", "单位", "数值"), ("Q001", "2026Q1", "总产值", "元", 12005000), ("Q001", "2026Q1", "税收", "万元", 30), ("Q001", "2026Q1", "期末从业人员", "人", 88)], read(quarter("Q001", gross=1200.5, tax=30, heads=88))),
    across("named_long_mixed_units", "One count in two units.", [("企业", "季度", "指标", "单位", "数值"), ("Q001", "2026Q1", "总产值", "元", 12005000), ("Q002", "2026Q1", "总产值", "万元", 300)], OUT),
    across("named_unknown", "A count that the form does not have.", [("区域", "月份", "人群", "指标", "数值"), ("塘后村", "2026-03", "村民", "参与人数", 120), ("塘后村", "2026-03", "村民", "发放积分", 2400), ("塘后村", "2026-03", "村民", "结余积分", 1600)], OUT),
    across("named_twice", "A count twice with other figures.", [("区域", "月份", "人群", "指标", "数值"), ("塘后村", "2026-03", "村民", "参与人数", 120), ("塘后村", "2026-03", "村民", "发放积分", 2400), ("塘后村", "2026-03", "村民", "兑换积分", 800), ("塘后村", "2026-03", "村民", "兑换积分", 900)], OUT),
]  # fmt: skip

FORMS = ONE_FIGURE + SEVERAL + NAMED
