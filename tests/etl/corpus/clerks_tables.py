"""Forms of counts whose table clerks have turned, widened, stacked, or filled with columns and rows of their own."""

from tests.etl.corpus.counts import (
    ACTIVITIES,
    ACTIVITY_HEAD,
    ACTIVITY_ROWS,
    CONFERENCES,
    MEDIATION_BARE,
    MEDIATION_HEAD,
    MEDIATION_ROWS,
    MEDIATIONS,
    MEETING_HEAD,
    MEETING_ROWS,
    MICRO_HEAD,
    MICRO_ROWS,
    MICROS,
    ORGANIZATION_HEAD,
    ORGANIZATION_ROWS,
    ORGANIZATIONS,
    PATROL_HEAD,
    PATROL_ROWS,
    PATROLS,
    POINTS,
    POINTS_HEAD,
    POINTS_ROWS,
    REVIEW_HEAD,
    REVIEW_ROWS,
    REVIEWS,
    TEAM_HEAD,
    TEAM_ROWS,
    TEAMS,
    means,
)
from tests.etl.corpus.declare import Number, Sheet, book, form, kept_out, read, refused, text

M1, M2, M3 = MEDIATION_ROWS
GOOD = read(*MEDIATIONS)
OUT = kept_out()
MONTHLESS_HEAD = (MEDIATION_HEAD[0], *MEDIATION_HEAD[2:])
AREALESS_HEAD = MEDIATION_HEAD[1:]


def monthless(cells):
    return (cells[0], *cells[2:])


def spread(cells):
    """The cells with an empty one between each two."""
    return tuple(part for cell in cells for part in (cell, ""))


def mediation(*cells):
    return means("mediation_months", cells)[0]


TURNED = [
    form("turned_months_across", "A count of each month across, the kind of count in the title.", book([("2026年各村受理纠纷件数",), ("区域", "一月", "二月", "三月"), ("塘后村", 10, 9, 12), ("仑后村", 6, 5, 7)]), OUT),
    form("turned_twelve_months", "Twelve months across under the file name of the form, most of them still empty.", book([("网格", *(f"{month}月" for month in range(1, 13))), ("塘后第一网格", 40, 38, 42), ("塘后第二网格", 36, 33, 38)], file="巡查走访.xlsx"), OUT),
    form("turned_months_over_columns", "Each month is merged over its own counts.", book(Sheet(rows=[("区域", "纠纷类别", "2026年2月", "", "2026年3月", ""), ("", "", "受理件数", "结案件数", "受理件数", "结案件数"), ("塘后村", "邻里", 10, 9, 12, 10)], merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"])), OUT),
    form("turned_areas_across", "The villages stand across, the counts down the side.", book([("指标", "塘后村", "仑后村"), ("住户数（户）", 3351, 688), ("户籍人口（人）", 10169, 2618), ("常住人口（人）", 12260, 6666)], file="人口与户.xlsx"), OUT),
    form("turned_card_of_patrols", "One grid as a card.", book([("网格", "塘后第一网格"), ("月份", "2026-03"), ("巡查次数（次）", 42), ("住户（户）", 410), ("入户户数（户）", 120), ("走访企业（家次）", 3), ("关爱走访（人次）", 25)]), OUT, read(PATROLS[0])),
    form("turned_long", "A count a row.", book([("区域", "月份", "指标", "数值", "单位"), ("塘后村", "2026-03", "受理件数", 12, "件"), ("塘后村", "2026-03", "结案件数", 10, "件")], file="多元调解.xlsx"), OUT, lines={"缺少必填": 1}),
    form("turned_kinds_across", "The kinds of dispute stand across.", book([("区域", "月份", "劳资", "邻里", "消费"), ("塘后村", "2026-03", 5, 12, 0)], file="多元调解.xlsx"), OUT),
    form("turned_two_forms_beside", "Two forms stand beside each other.", book([(*MEDIATION_HEAD, "", *TEAM_HEAD), (*M1, "", *TEAM_ROWS[0]), (*M2, "", *TEAM_ROWS[1])]), OUT, read(*MEDIATIONS[:2], *TEAMS)),
    form("turned_two_forms_below", "Two forms stand below each other, each with its title.", book([("多元调解月报",), MEDIATION_HEAD, *MEDIATION_ROWS, (), ("服务队伍月报",), TEAM_HEAD, *TEAM_ROWS]), OUT, read(*MEDIATIONS, *TEAMS)),
    form("turned_two_halves_beside", "A long table goes on at its right.", book([(*REVIEW_HEAD, *REVIEW_HEAD), (*REVIEW_ROWS[0], *REVIEW_ROWS[1])]), OUT, read(*REVIEWS)),
    form("turned_two_halves_beside_gap", "The same with an empty column between.", book([(*REVIEW_HEAD, "", *REVIEW_HEAD), (*REVIEW_ROWS[0], "", *REVIEW_ROWS[1])]), OUT, read(*REVIEWS)),
    form(
        "turned_months_stacked",
        "A month's table under another, the month in the titles alone.",
        book([("2026年2月多元调解",), MONTHLESS_HEAD, ("塘后村", "邻里", 10, 9, 8, 1, 30), (), ("2026年3月多元调解",), MONTHLESS_HEAD, *map(monthless, MEDIATION_ROWS)]),
        read(mediation("塘后村", "2026-02", "邻里", 10, 9, 8, 1, 30), *MEDIATIONS),
        OUT,
    ),
    form(
        "turned_villages_stacked",
        "A table for each village, the village in the titles alone.",
        book([("塘后村多元调解月报",), AREALESS_HEAD, M1[1:], M2[1:], (), ("仑后村多元调解月报",), AREALESS_HEAD, M3[1:]]),
        GOOD,
        OUT,
    ),
    form("turned_village_in_title", "The one village stands in the title.", book([("塘后村2026年3月多元调解月报",), AREALESS_HEAD, M1[1:], M2[1:]]), read(*MEDIATIONS[:2]), OUT),
    form("turned_village_in_heading_rows", "The village stands alone in a row above its kinds.", book([MEDIATION_HEAD, ("塘后村",), ("", *M1[1:]), ("", *M2[1:]), ("仑后村",), ("", *M3[1:])]), GOOD, OUT),
    form("turned_sheet_for_each_month", "A sheet for each month, the year in the file's name, no column of months.", book(Sheet(rows=[MONTHLESS_HEAD, ("塘后村", "邻里", 10, 9, 8, 1, 30)], name="2月"), Sheet(rows=[MONTHLESS_HEAD, *map(monthless, MEDIATION_ROWS)], name="3月"), file="2026年多元调解.xlsx"), read(mediation("塘后村", "2026-02", "邻里", 10, 9, 8, 1, 30), *MEDIATIONS), OUT),
    form("turned_sheet_for_each_village", "A sheet for each village, no column of villages.", book(Sheet(rows=[AREALESS_HEAD, M1[1:], M2[1:]], name="塘后村"), Sheet(rows=[AREALESS_HEAD, M3[1:]], name="仑后村")), GOOD, OUT),
    form("turned_sheet_for_each_village_whole", "A sheet for each village, each with all columns.", book(Sheet(rows=[MEDIATION_HEAD, M1, M2], name="塘后村"), Sheet(rows=[MEDIATION_HEAD, M3], name="仑后村")), GOOD),
    form("turned_sheet_of_other_village", "The sheet is called after another village than its rows.", book(Sheet(rows=[MEDIATION_HEAD, M1, M2], name="仑后村")), OUT, read(*MEDIATIONS[:2])),
]  # fmt: skip

MONTHS = [
    form("month_only_in_file", "The month stands in the file's name alone.", book([MONTHLESS_HEAD, *map(monthless, MEDIATION_ROWS)], file="2026年3月多元调解.xlsx"), GOOD, OUT),
    form("month_only_in_title", "The month stands in the title alone.", book([("2026年3月多元调解情况统计表",), MONTHLESS_HEAD, *map(monthless, MEDIATION_ROWS)]), GOOD, OUT),
    form("month_title_and_sheet_differ", "The title says March, the sheet February, and no column tells.", book(Sheet(rows=[("2026年3月多元调解",), MONTHLESS_HEAD, *map(monthless, MEDIATION_ROWS)], name="2026年2月")), OUT),
    form("month_only_day_of_filling", "Only the day of filling in is told.", book([("填报日期：2026年4月5日",), MONTHLESS_HEAD, *map(monthless, MEDIATION_ROWS)]), OUT),
    form("month_bare_number", "The month is a bare number, the year in the title.", book([("2026年多元调解",), MEDIATION_HEAD, *((cells[0], 3, *cells[2:]) for cells in MEDIATION_ROWS)]), GOOD, OUT),
    form("month_this", "当月 behind the month.", book([MEDIATION_HEAD, ("塘后村", "2026年3月（当月）", *M1[2:])]), read(MEDIATIONS[0]), kept_out(at="B2")),
    form("month_title_cumulative", "The title says that all counts run from January.", book([("2026年1-3月累计多元调解情况",), MEDIATION_HEAD, *MEDIATION_ROWS]), OUT),
    form("month_title_cumulative_brackets", "The same in brackets, the month beside.", book([("2026年3月多元调解情况表（累计数）",), MEDIATION_HEAD, *MEDIATION_ROWS]), OUT),
    form("month_note_cumulative", "A note under the table says that the counts run from January.", book([MEDIATION_HEAD, *MEDIATION_ROWS, ("注：以上均为1-3月累计数",)]), OUT),
    form("month_header_cumulative", "A header says that its count runs from January.", book([(*MEDIATION_HEAD[:3], "1-3月累计受理件数（件）", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), OUT),
    form("month_this_and_cumulative", "A column of the month beside one that runs from January.", book([(*MEDIATION_HEAD[:3], "本月受理件数（件）", "累计受理件数（件）", *MEDIATION_HEAD[4:]), *((*cells[:4], 30, *cells[4:]) for cells in MEDIATION_ROWS)]), GOOD, OUT),
    form("month_cumulative_and_this", "The same with the longer sum first.", book([(*MEDIATION_HEAD[:3], "本年累计", "受理件数（件）", *MEDIATION_HEAD[4:]), *((*cells[:3], 30, *cells[3:]) for cells in MEDIATION_ROWS)]), GOOD, OUT),
    form("month_two_rows_this_and_cumulative", "受理件数 is merged over 本月 and 累计.", book(Sheet(rows=[(*MEDIATION_HEAD[:4], "", *MEDIATION_HEAD[4:]), ("", "", "", "本月", "累计", "", "", "", ""), *((*cells[:4], 30, *cells[4:]) for cells in MEDIATION_ROWS)], merged=["D1:E1"])), GOOD, OUT),
    form("month_two_rows_cumulative_and_this", "受理件数 is merged over 累计 and 本月.", book(Sheet(rows=[(*MEDIATION_HEAD[:4], "", *MEDIATION_HEAD[4:]), ("", "", "", "累计", "本月", "", "", "", ""), *((*cells[:3], 30, *cells[3:]) for cells in MEDIATION_ROWS)], merged=["D1:E1"])), GOOD, OUT),
    form("month_growth_behind_each", "A column of growth behind each count.", book([(*MEDIATION_HEAD[:4], "同比±%", "结案件数（件）", "同比±%", *MEDIATION_HEAD[5:]), *((*cells[:4], 5.1, cells[4], -3.2, *cells[5:]) for cells in MEDIATION_ROWS)]), GOOD),
    form("month_last_year_behind", "Last year's count behind this year's.", book([(*MEDIATION_HEAD[:4], "上年同期", *MEDIATION_HEAD[4:]), *((*cells[:4], 11, *cells[4:]) for cells in MEDIATION_ROWS)]), GOOD, OUT),
    form("month_last_month_before", "Last month's count before this month's, under one header of two rows.", book(Sheet(rows=[(*MEDIATION_HEAD[:4], "", *MEDIATION_HEAD[4:]), ("", "", "", "上月", "本月", "", "", "", ""), *((*cells[:3], 11, *cells[3:]) for cells in MEDIATION_ROWS)], merged=["D1:E1"])), GOOD, OUT),
    form("month_year_before", "The template of last year, its title not changed, over months of this year.", book([("2025年多元调解月报表",), MEDIATION_HEAD, *MEDIATION_ROWS]), GOOD, OUT),
    form("month_of_quarterly_form", "A quarterly form gets a month that ends no quarter.", book([REVIEW_HEAD, ("塘后第一网格", "2026年2月", 92.5, "红旗")]), kept_out(at="B2")),
    form("month_of_all_quarter", "A monthly form gets a quarter.", book([MEDIATION_HEAD, ("塘后村", "2026年一季度", *M1[2:])]), kept_out(at="B2")),
]  # fmt: skip

HEADS = [
    form("heads_three_rows", "The month over all, the counts, their units.", book(Sheet(rows=[("区域", "月份", "纠纷类别", "调解情况", "", "", "", ""), ("", "", "", "受理件数", "结案件数", "调解成功", "移交件数", "调解用时合计"), ("", "", "", "件", "件", "件", "件", "天"), *MEDIATION_ROWS], merged=["A1:A3", "B1:B3", "C1:C3", "D1:H1"])), GOOD),
    form("heads_row_of_units", "A row of units under the header.", book([MEDIATION_BARE, ("", "", "", "件", "件", "件", "件", "天"), *MEDIATION_ROWS]), GOOD),
    form("heads_row_of_units_in_brackets", "The same in brackets.", book([MEDIATION_BARE, ("", "", "", "（件）", "（件）", "（件）", "（件）", "（天）"), *MEDIATION_ROWS]), GOOD),
    form("heads_unit_word", "The word 单位 in the header's brackets.", book([(*MEDIATION_HEAD[:3], "受理件数(单位:件)", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), GOOD),
    form("heads_unit_stroke", "The unit behind a stroke.", book([(*MEDIATION_HEAD[:3], "受理件数/件", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), GOOD, kept_out("受理件数")),
    form("heads_colon", "A colon behind a header.", book([(*MEDIATION_HEAD[:3], "受理件数：", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), GOOD, kept_out("受理件数")),
    form("heads_footnote", "A circled 1 behind a header.", book([(*MEDIATION_HEAD[:3], "受理件数①（件）", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), GOOD, kept_out("受理件数")),
    form("heads_numbered", "The headers are numbered.", book([tuple(f"{number}.{head}" for number, head in enumerate(MEDIATION_HEAD, 1)), *MEDIATION_ROWS]), GOOD, OUT),
    form("heads_numbered_chinese", "The headers are numbered in Chinese.", book([tuple(f"（{number}）{head}" for number, head in zip("一二三四五六七八", MEDIATION_HEAD, strict=True)), *MEDIATION_ROWS]), GOOD, OUT),
    form("heads_of_last_year", "Last year's template had other names.", book([("区域", "月份", "纠纷类别", "受理数", "办结数", "调成数", "移送数", "用时"), *MEDIATION_ROWS]), GOOD),
    form("heads_short", "The short names that the form itself knows.", book([("区域", "年月", "纠纷类别", "受理", "结案", "达成协议", "移交", "用时合计"), *MEDIATION_ROWS]), GOOD),
    form("heads_hours", "The time is in hours; a day of work is not of 24.", book([(*MEDIATION_HEAD[:7], "调解用时合计（小时）"), *((*cells[:7], cells[7] * 8) for cells in MEDIATION_ROWS)]), OUT),
    form("heads_two_counts_in_one", "One header of two counts.", book([(*MEDIATION_HEAD[:3], "受理/结案（件）", *MEDIATION_HEAD[5:]), *((*cells[:3], f"{cells[3]}/{cells[4]}", *cells[5:]) for cells in MEDIATION_ROWS)]), OUT),
    form("heads_gaps", "An empty column behind each.", book([spread(MEDIATION_HEAD), *map(spread, MEDIATION_ROWS)]), GOOD),
    form("heads_gap_narrow_merged", "Each column is merged of two.", book(Sheet(rows=[spread(REVIEW_HEAD), *map(spread, REVIEW_ROWS)], merged=[f"{left}{number}:{right}{number}" for number in (1, 2, 3) for left, right in ("AB", "CD", "EF", "GH")])), read(*REVIEWS)),
    form("heads_merged_down", "Each header is merged over two rows.", book(Sheet(rows=[TEAM_HEAD, ("",) * 6, *TEAM_ROWS], merged=[f"{letter}1:{letter}2" for letter in "ABCDEF"])), read(*TEAMS)),
    form("heads_twice_running", "The header was copied, once below the other.", book([POINTS_HEAD, POINTS_HEAD, *POINTS_ROWS]), read(*POINTS)),
    form("heads_rows_far_below", "Empty rows between the header and the data.", book([MICRO_HEAD, (), (), (), *MICRO_ROWS]), read(*MICROS)),
    form("heads_with_columns_of_the_office", "序号, 审核状态 and 备注 of the office.", book([("序号", *ACTIVITY_HEAD, "审核状态", "备注"), *((number, *cells, "已审", "") for number, cells in enumerate(ACTIVITY_ROWS, 1))]), read(*ACTIVITIES)),
    form("heads_unit_of_other_thing", "Counts of meetings in 人.", book([(*ACTIVITY_HEAD[:4], "应开（人）", *ACTIVITY_HEAD[5:]), *ACTIVITY_ROWS]), OUT),
    form("heads_planned_for_count", "计划 in front of the count.", book([(*MEDIATION_HEAD[:3], "计划受理件数（件）", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), OUT),
    form("heads_of_which", "其中 in front of the members: not all of them.", book([(*ORGANIZATION_HEAD[:4], "其中：预备党员数（名）", *ORGANIZATION_HEAD[5:]), *ORGANIZATION_ROWS]), OUT, read(*means("party_organizations", *((*cells[:4], None, *cells[5:]) for cells in ORGANIZATION_ROWS)))),
    form("heads_under_35_without_and", "35岁以下 is not quite 35 岁及以下.", book([(*ORGANIZATION_HEAD[:6], "35岁以下党员数（名）", *ORGANIZATION_HEAD[7:]), *ORGANIZATION_ROWS]), OUT, read(*ORGANIZATIONS)),
    form("heads_under_35_tight", "The blanks within are missing.", book([(*ORGANIZATION_HEAD[:6], "35岁及以下党员数（名）", *ORGANIZATION_HEAD[7:]), *ORGANIZATION_ROWS]), read(*ORGANIZATIONS)),
]  # fmt: skip

ROWS = [
    form("rows_town_on_top", "The town stands on top with the sum of its villages, without the word.", book([MEDIATION_HEAD, ("宝盖镇", "2026-03", "邻里", 19, 16, 15, 1, 56), M1, M3]), OUT, read(MEDIATIONS[0], MEDIATIONS[2])),
    form("rows_all_town", "全镇 with the sum.", book([MEDIATION_HEAD, M1, M3, ("全镇", "2026-03", "邻里", 19, 16, 15, 1, 56)]), read(MEDIATIONS[0], MEDIATIONS[2], said="合计"), kept_out("全镇", at="A4")),
    form("rows_subtotal_under_merged", "The village is merged over its kinds and their 小计.", book(Sheet(rows=[MEDIATION_HEAD, M1, ("", *M2[1:]), ("", "2026-03", "小计", 17, 15, 13, 1, 53), M3], merged=["A2:A4"])), read(*MEDIATIONS, said="小计")),
    form("rows_total_wrong", "The sum of one column is wrong by one.", book([MEDIATION_HEAD, *MEDIATION_ROWS, ("合计", "", "", 24, 22, 19, 1, 74)]), OUT),
    form("rows_total_empty", "合计 with nothing behind it.", book([MEDIATION_HEAD, *MEDIATION_ROWS, ("合计",)]), read(*MEDIATIONS)),
    form("rows_average", "平均 is no record either.", book([REVIEW_HEAD, *REVIEW_ROWS, ("平均", "", 88.75, "")]), read(*REVIEWS), kept_out(at="A4")),
    form("rows_last_month", "A row of last month's sums for comparison.", book([PATROL_HEAD, *PATROL_ROWS, ("上月合计", "", 75, 788, 200, 6, 40)]), read(*PATROLS), kept_out(at="A4|C4")),
    form("rows_growth", "A row of growth under the table.", book([PATROL_HEAD, *PATROL_ROWS, ("合计", "", 80, 790, 215, 8, 43), ("环比", "", "6.7%", "0.3%", "7.5%", "33.3%", "7.5%")]), read(*PATROLS), kept_out(at="A5")),
    form("rows_none_this_month", "无 in all counts that must be filled.", book([MEDIATION_HEAD, M1, ("塘后村", "2026-03", "消费", "无", "无", "无", "无", "")]), refused(at="D3")),
    form("rows_all_zero", "A month without a case.", book([MEDIATION_HEAD, ("塘后村", "2026-03", "消费", 0, 0, 0, 0, "")]), read(mediation("塘后村", "2026-03", "消费", 0, 0, 0, 0))),
    form("rows_same_key_other_counts", "A row was corrected below and the old one not struck.", book([MEDIATION_HEAD, M1, M3, ("塘后村", "2026-03", "邻里", 14, 10, 9, 1, 35)]), OUT),
    form("rows_note_beside", "A note stands at the right of the table.", book([MEDIATION_HEAD, (*M1, "", "本月有一件移交法院"), M2, M3]), GOOD, kept_out(at="J2")),
    form("rows_number_beside", "A sum that somebody worked out at the right of the table.", book([MEDIATION_HEAD, (*M1, "", 22), M2, M3]), GOOD, kept_out(at="J2")),
    form("rows_dots_for_more", "…… stands for rows that were left out.", book([MEDIATION_HEAD, M1, ("……",), M3]), OUT),
    form("rows_same_as_above", "同上 in the key.", book([MEDIATION_HEAD, M1, ("同上", *M2[1:])]), kept_out(at="A3"), read(*MEDIATIONS[:2])),
    form("rows_ditto_marks", "〃 in the key.", book([MEDIATION_HEAD, M1, ("〃", "〃", *M2[2:])]), kept_out(at="A3"), read(*MEDIATIONS[:2])),
    form("rows_example_left", "The example row of the form was left standing.", book([MEDIATION_HEAD, ("例：塘后村", "2026-03", "邻里", 3, 3, 3, 0, 4), *MEDIATION_ROWS]), GOOD, kept_out(at="A2")),
    form("rows_merged_both_ways", "Village and month are merged down, the title across.", book(Sheet(rows=[("多元调解情况统计表",), MEDIATION_HEAD, M1, ("", "", *M2[2:]), M3], merged=["A1:H1", "A3:A4", "B3:B5"])), GOOD),
    form("rows_merged_figure_of_zero", "A count is merged over two rows.", book(Sheet(rows=[MEDIATION_HEAD, M1, (*M2[:6], "", M2[7])], merged=["G2:G3"])), kept_out(at="G2|G3")),
    form("rows_filter_left_on", "The filter hides a row: hidden is not gone.", book(Sheet(rows=[MEDIATION_HEAD, *MEDIATION_ROWS], hidden_rows=[3])), read(*MEDIATIONS, said="隐藏"), kept_out("隐藏")),
    form("rows_signatures_in_one_line", "Names of offices and the day in one line below.", book([MEETING_HEAD, *MEETING_ROWS, ("填报单位：党政办", "", "审核：", "", "填报日期：2026年4月3日")]), read(*CONFERENCES)),
    form("rows_csv_trailing_commas", "Rows filled up with commas and empty rows of commas.", text([(*REVIEW_HEAD, "", ""), *((*cells, "", "") for cells in REVIEW_ROWS), ("",) * 6, ("",) * 6]), read(*REVIEWS)),
    form("rows_percent_of_month", "A row of shares under the table.", book([MEDIATION_HEAD, M1, M3, ("占比", "", "", Number(0.63, "0%"), Number(0.6, "0%"), Number(0.6, "0%"), "", "")]), read(MEDIATIONS[0], MEDIATIONS[2]), kept_out(at="A4")),
]  # fmt: skip

FORMS = TURNED + MONTHS + HEADS + ROWS
