"""A third round of clerks' forms: registers, lists and forms of services, and habits joined."""

from tests.etl.corpus.clerks_again import replaced
from tests.etl.corpus.counts import AREAS, PATROL_HEAD, PATROL_ROWS, PATROLS, POINTS, POINTS_HEAD, POINTS_ROWS, means
from tests.etl.corpus.declare import Formula, Number, Sheet, book, form, kept_out, quoted_text, read, refused, row, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSE_ROWS,
    COURSES,
    COVERAGE_HEAD,
    COVERAGE_ROWS,
    DECISION_HEAD,
    DECISION_ROWS,
    DECISIONS,
    EVENT_HEAD,
    EVENT_ROWS,
    EVENTS,
    ITEM_HEAD,
    ITEM_ROWS,
    ITEMS,
    JOB_HEAD,
    JOB_ROWS,
    JOBS,
    PIPELINE,
    PIPELINE_HEAD,
    PIPELINE_ROWS,
    POPULATION,
    POPULATION_BARE,
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
)

OUT = kept_out()
Q1, Q2, Q3 = QUARTER_ROWS
GOOD = read(*QUARTERS)


def third(name, why, rows, *accept, **more):
    return form(f"third_{name}", why, book(rows, **more), *accept)


ESTATE_HEAD = (
    "区域",
    "小区",
    "统计日期",
    "楼栋（栋）",
    "户数（户）",
    "村党支部（个）",
    "小区党支部（个）",
    "楼栋党小组（个）",
    "党员中心户（户）",
)
ESTATE = ("塘后村", "演示花园", "2026-03-31", 12, 480, 1, 1, 10, 22)
ESTATES = means("estate_organizations", ESTATE)
TALENT_HEAD = ("区域", "季度", "引进人才（人）", "满一年仍在岗（人）", "人才政策咨询（人次）")
TALENT = ("宝盖科技园", "2026Q1", 30, 21, 160)
TALENTS = [row("talent_quarters", AREAS["宝盖科技园"], *TALENT[1:])]
ENTERPRISE_HEAD = (
    "企业编号",
    "企业名称",
    "所在区域",
    "行业",
    "是否规上",
    "用地面积（亩）",
    "用地与产值同口径",
    "公开属性",
)
ENTERPRISE = ("Q101", "演示新织造有限公司", "宝盖科技园", "针织", "是", 12.5, "是", "内部")
ENTERPRISES = [
    row(
        "enterprises",
        "Q101",
        "演示新织造有限公司",
        None,
        AREAS["宝盖科技园"],
        "针织",
        True,
        12.5,
        True,
        disclosure="内部",
    )
]
SITE_HEAD = ("阵地编号", "阵地名称", "类别", "所在区域", "经度（度）", "纬度（度）", "面积（平方米）")
SITE = ("S-11", "塘后邻里中心", "邻里中心", "塘后村", 118.6543, 24.7321, 320)
SITES = [row("service_sites", *SITE[:3], AREAS["塘后村"], *SITE[4:])]

REGISTERS = [
    third("enterprise_good", "A form as it should be.", [ENTERPRISE_HEAD, ENTERPRISE], read(*ENTERPRISES)),
    third("enterprise_tick", "A tick for 是.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 4, "√")], read(*ENTERPRISES)),
    third("enterprise_scale_words", "规上 for 是.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 4, "规上")], kept_out(at="E2"), read(*ENTERPRISES)),
    third("enterprise_scale_blank", "Nothing for 否.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 4, "")], kept_out(at="E2")),
    third("enterprise_industry_other", "An industry that the form does not know.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 3, "纺织服装、服饰业")], kept_out(at="D2")),
    third("enterprise_industry_with_suffix", "针织业 for 针织.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 3, "针织业")], kept_out(at="D2"), read(*ENTERPRISES)),
    third("enterprise_land_m2", "Land in 平方米 under 亩: 25 亩 are 16666.67.", [replaced(ENTERPRISE_HEAD, 5, "用地面积（平方米）"), replaced(ENTERPRISE, 5, 8000)], read(row("enterprises", "Q101", "演示新织造有限公司", None, AREAS["宝盖科技园"], "针织", True, 12, True, disclosure="内部")), OUT),
    third("enterprise_land_cell_m2", "Land in a cell with 平方米.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 5, "8000平方米")], read(row("enterprises", "Q101", "演示新织造有限公司", None, AREAS["宝盖科技园"], "针织", True, 12, True, disclosure="内部")), kept_out(at="F2")),
    third("enterprise_person_firm", "A shop called after its owner: a person.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 1, "王大山")], OUT),
    third("enterprise_two_of_code", "One code for two firms.", [ENTERPRISE_HEAD, ENTERPRISE, replaced(ENTERPRISE, 1, "演示老织造有限公司")], OUT),
    third("enterprise_name_of_registered", "A registered name under another code.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 1, "福建演示服装有限公司")], OUT, read(row("enterprises", "Q101", "福建演示服装有限公司", None, AREAS["宝盖科技园"], "针织", True, 12.5, True, disclosure="内部"))),
    third("enterprise_disclosure_words", "可公开 is none of the words.", [ENTERPRISE_HEAD, replaced(ENTERPRISE, 7, "可公开")], kept_out(at="H2")),
    third("site_good", "A form as it should be.", [SITE_HEAD, SITE], read(*SITES)),
    third("site_swapped", "Longitude and latitude changed over.", [SITE_HEAD, (*SITE[:4], 24.7321, 118.6543, 320)], OUT),
    third("site_degrees", "Degrees and minutes.", [SITE_HEAD, replaced(SITE, 4, "118°39′15″")], kept_out(at="E2")),
    third("site_degree_sign", "A sign of degrees behind the number.", [SITE_HEAD, replaced(SITE, 4, "118.6543°")], kept_out(at="E2"), read(*SITES)),
    third("site_east", "E behind the number.", [SITE_HEAD, replaced(SITE, 4, "118.6543E")], kept_out(at="E2"), read(*SITES)),
    third("site_far", "A point in another province.", [SITE_HEAD, SITE, ("S-12", "仑后邻里中心", *SITE[2:]), ("S-13", "彭田邻里中心", *SITE[2:5], 34.7321, 320)], kept_out(at="F4")),
    third("estate_good", "A form as it should be.", [ESTATE_HEAD, ESTATE], read(*ESTATES)),
    third("estate_merged_village", "The village and its branch are merged over two estates.", Sheet(rows=[ESTATE_HEAD, ESTATE, ("", "演示新村", "2026-03-31", 6, 210, 1, 1, 4, 9)], merged=["A2:A3"]), read(*ESTATES, *means("estate_organizations", ("塘后村", "演示新村", "2026-03-31", 6, 210, 1, 1, 4, 9)))),
    third("estate_merged_branch", "The village's one branch is merged over two estates: of either?", Sheet(rows=[ESTATE_HEAD, ESTATE, ("塘后村", "演示新村", "2026-03-31", 6, 210, "", 1, 4, 9)], merged=["F2:F3"]), kept_out(at="F2|F3")),
    third("talent_good", "A form as it should be.", [TALENT_HEAD, TALENT], read(*TALENTS)),
    third("talent_kept_more", "More stayed than came.", [TALENT_HEAD, replaced(TALENT, 3, 31)], OUT),
    third("talent_percent", "70% stayed.", [TALENT_HEAD, replaced(TALENT, 3, "70%")], kept_out(at="D2")),
    third("talent_percent_format", "0.7 shown as 70%.", [TALENT_HEAD, replaced(TALENT, 3, Number(0.7, "0%"))], kept_out(at="D2")),
    third("talent_rate_header", "满一年留任率 for those who stayed.", [replaced(TALENT_HEAD, 3, "满一年在岗率（%）"), replaced(TALENT, 3, 70)], OUT, read(row("talent_quarters", AREAS["宝盖科技园"], "2026Q1", 30, None, 160))),
    third("talent_since", "自2024年以来 in brackets.", [replaced(TALENT_HEAD, 2, "引进人才（2024年以来）"), TALENT], OUT),
    third("talent_of_which", "其中：硕士 behind.", [(*TALENT_HEAD[:3], "其中：硕士及以上", *TALENT_HEAD[3:]), (*TALENT[:3], 4, *TALENT[3:])], read(*TALENTS)),
]  # fmt: skip

JOINED = [
    third(
        "joined_everything",
        "Title with year and quarter, office, unit, header of two rows, numbers of columns, groups, a total, notes.",
        Sheet(
            rows=[
                ("2026年第一季度园区企业主要经济指标", "", "", "", "", ""),
                ("填报单位：镇经济发展办公室", "", "", "", "", "单位：万元、人"),
                ("序号", "企业名称", "产出", "", "期末从业人员", "备注"),
                ("", "", "总产值", "税收", "", ""),
                ("甲", "乙", "1", "2", "3", ""),
                ("一、宝盖科技园", "", "", "", "", ""),
                (1, "演示服装", "1,200.5", 30, "88人", ""),
                (2, "石狮市演示五金制品有限公司", 300, 6, 20, "快报"),
                ("小计", "", 1500.5, 36, 108, ""),
                ("二、彭田片区", "", "", "", "", ""),
                (3, "Q003", 450, 9, 31, ""),
                ("小计", "", 450, 9, 31, ""),
                ("合　　计", "", 1950.5, 45, 139, ""),
                ("单位负责人：　　　填表人：　　　填报日期：2026年4月8日", "", "", "", "", ""),
            ],
            merged=["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "A6:F6", "A10:F10", "A14:F14"],
        ),
        GOOD,
    ),
    third("joined_year_in_file_quarter_in_sheet", "The year in the file's name, the quarter in the sheet's.", Sheet(rows=[tuple(head for head in QUARTER_HEAD if head != "季度"), *((cells[0], *cells[2:]) for cells in QUARTER_ROWS)], name="一季度"), GOOD, OUT, file="2026年企业报表.xlsx"),
    third("joined_year_and_quarter_columns", "年度 and 季度 in two columns.", [("企业", "年度", *QUARTER_HEAD[1:]), *((cells[0], 2026, "一季度", *cells[2:]) for cells in QUARTER_ROWS)], GOOD, OUT),
    third("joined_other_year_column", "年度 says 2025, the title 2026.", [("2026年企业报表",), ("企业", "年度", *QUARTER_HEAD[1:]), *((cells[0], 2025, "四季度", *cells[2:]) for cells in QUARTER_ROWS)], OUT, read(*(row(one[0], one[1], "2025Q4", *one[3:]) for one in QUARTERS))),
    third("joined_unit_and_total_in_yuan", "The rows in 万元, the total in 元.", [QUARTER_HEAD, *QUARTER_ROWS, ("合计（元）", "", 19505000, 450000, 139)], OUT, GOOD),
    third("joined_two_units_in_money", "产值 in 亿元, 税收 in 万元, both in their headers.", [replaced(QUARTER_HEAD, 2, "总产值（亿元）"), *(replaced(cells, 2, f"{cells[2] / 10000:.6f}") for cells in QUARTER_ROWS)], GOOD),
    third("joined_text_numbers_green", "Numbers kept as text, with an apostrophe's mark and blanks.", [QUARTER_HEAD, *((*cells[:2], *(f" {cell} " for cell in cells[2:])) for cells in QUARTER_ROWS)], GOOD),
    third("joined_negative_tax_refund", "Tax that was given back, in brackets.", [QUARTER_HEAD, replaced(Q1, 3, "(3)"), Q2, Q3], kept_out(at="D2"), read(row("enterprise_quarters", "Q001", "2026Q1", gross_output_cny_10k=1200.5, tax_cny_10k=-3, employees_persons=88), *QUARTERS[1:])),
    third("joined_output_in_tax_column", "Output and tax changed over in one row.", [QUARTER_HEAD, (*Q1[:2], 30, 1200.5, 88), Q2, Q3], OUT),
    third("joined_all_same", "Every row has the same figures: filled down by mistake.", [QUARTER_HEAD, Q1, ("Q002", *Q1[1:]), ("Q003", *Q1[1:])], OUT, read(QUARTERS[0], *(row("enterprise_quarters", code, *QUARTERS[0][2:]) for code in ("Q002", "Q003")))),
    third("joined_progression", "1, 2, 3 where the handle was dragged.", [QUARTER_HEAD, *QUARTER_ROWS], GOOD),
    third("joined_quarter_dragged", "2026Q1, 2026Q2, 2026Q3 where the handle was dragged: two are to come.", [QUARTER_HEAD, Q1, replaced(Q2, 1, "2026Q2"), replaced(Q3, 1, "2026Q4")], kept_out(at="B4")),
    third("joined_code_dragged", "Q001, Q002, Q003 for one firm's three quarters is nothing that anybody sees.", [QUARTER_HEAD, *QUARTER_ROWS], GOOD),
    third("joined_name_and_code_differ", "A code in one column, the name of another in the next.", [("企业编号", "企业名称", *QUARTER_HEAD[1:]), ("Q001", "石狮市演示五金制品有限公司", *Q1[1:])], OUT),
    third("joined_name_and_code_agree", "A code in one column, its name in the next.", [("企业编号", "企业名称", *QUARTER_HEAD[1:]), ("Q001", "福建演示服装有限公司", *Q1[1:]), ("Q002", "石狮市演示五金制品有限公司", *Q2[1:])], read(*QUARTERS[:2]), OUT),
    third("joined_area_and_code_columns", "区域代码 beside 区域.", [("区域代码", *PATROL_HEAD), *((code, *cells) for code, cells in zip(("350581101206",) * 2, PATROL_ROWS, strict=True))], read(*PATROLS), OUT),
    third("joined_town_column_in_front", "镇 and 村 columns in front of the grid.", [("镇", "村", *PATROL_HEAD), *(("宝盖镇", "塘后村", *cells) for cells in PATROL_ROWS)], read(*PATROLS)),
    third("joined_town_and_village_for_grid", "村 and the grid's number in two columns.", [("村", *PATROL_HEAD), *(("塘后村", number, *cells[1:]) for number, cells in zip(("第一网格", "第二网格"), PATROL_ROWS, strict=True))], kept_out(at="B2"), read(*PATROLS)),
    third("joined_population_of_two_days", "Two days of one village in one form.", [POPULATION_HEAD, POPULATION_ROWS[0], replaced(POPULATION_ROWS[0], 1, "2025-12-31")], read(POPULATION[0], row("population", POPULATION[0][1], "2025-12-31", *POPULATION[0][3:]))),
    third("joined_population_unit_row", "Units under bare headers, then numbering.", [POPULATION_BARE, ("", "", "户", "人", "人"), ("甲", "乙", 1, 2, 3), *POPULATION_ROWS], read(*POPULATION)),
    third("joined_population_unit_wan_row", "万人 in the row of units.", [POPULATION_BARE, ("", "", "户", "万人", "万人"), ("塘后村", "2026-03-31", 3351, 1.0169, 1.226)], read(POPULATION[0])),
    third("joined_service_blank_mark", "Strokes where a service has no seats.", [SERVICE_HEAD, SERVICE_ROWS[0], (*SERVICE_ROWS[1][:4], "/", "/")], read(*SERVICES)),
    third("joined_service_more_in_use", "More in use than there are.", [SERVICE_HEAD, replaced(SERVICE_ROWS[0], 5, 46), SERVICE_ROWS[1]], OUT),
    third("joined_course_people_as_text", "20人, 16人.", [COURSE_HEAD, (*COURSE_ROWS[0][:5], "20人", "16人", "8人"), COURSE_ROWS[1]], read(*COURSES)),
    third("joined_course_audience_two", "Two audiences in one cell.", [COURSE_HEAD, replaced(COURSE_ROWS[0], 3, "宝妈、职工"), COURSE_ROWS[1]], kept_out(at="D2")),
    third("joined_course_from_to", "From a day to another: it began on the first.", [COURSE_HEAD, replaced(COURSE_ROWS[0], 4, "2026.1.12-1.16"), COURSE_ROWS[1]], read(*COURSES)),
    third("joined_job_wage_column", "工资 beside.", [(*JOB_HEAD, "月工资（元）"), *((*cells, 5500) for cells in JOB_ROWS)], read(*JOBS)),
    third("joined_job_other_occupation", "An occupation that the form does not know.", [JOB_HEAD, replaced(JOB_ROWS[0], 3, "裁剪师傅"), JOB_ROWS[1]], kept_out(at="D2")),
    third("joined_coverage_three_in_one", "18/40/30 in one cell.", [COVERAGE_HEAD, replaced(COVERAGE_ROWS[0], 3, "18/40/30"), COVERAGE_ROWS[1]], kept_out(at="D2")),
    third("joined_coverage_sum_above", "More covered than there are.", [COVERAGE_HEAD, replaced(COVERAGE_ROWS[0], 3, 180), COVERAGE_ROWS[1]], OUT),
    third("joined_pipeline_growing", "More in operation than have moved in.", [PIPELINE_HEAD, replaced(PIPELINE_ROWS[0], 4, 53), PIPELINE_ROWS[1]], OUT, read(row("park_pipeline", *replaced(PIPELINE[0][1:], 4, 53)), PIPELINE[1])),
    third("joined_staffing_zero_leaders", "0 for a grid without a leader.", [STAFFING_HEAD, *STAFFING_ROWS], read(*STAFFING)),
    third("joined_visits_zero_and_blank", "A month with nothing: all 0.", [VISIT_HEAD, (*VISIT_ROWS[0][:2], 0, 50, 0, 0, 0, 0, 0), VISIT_ROWS[1]], read(row("enterprise_visits", *VISITS[0][1:3], 0, 50, 0, 0, 0, 0, 0), VISITS[1])),
    third("joined_points_fraction", "Half a point.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 4, 2400.5), POINTS_ROWS[1]], kept_out(at="E2")),
    third("joined_points_wan", "0.24万分.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 4, "0.24万"), POINTS_ROWS[1]], read(*POINTS)),
    third("joined_items_text_with_comma", "A text with commas in quotes in a text file.", [ITEM_HEAD, *ITEM_ROWS], read(*ITEMS)),
    form("third_joined_items_csv_quoted", "A text with commas and quotes in a text file.", quoted_text([ITEM_HEAD, replaced(ITEM_ROWS[0], 5, '缺“熟手”缝纫工，三十名,"急"'), ITEM_ROWS[1]]), read(row("list_items", *replaced(ITEMS[0][1:], 5, '缺“熟手”缝纫工，三十名,"急"')), ITEMS[1])),
    form("third_joined_items_csv_unquoted", "A comma in a text without quotes.", text([ITEM_HEAD, replaced(ITEM_ROWS[0], 5, "缺缝纫工,三十名"), ITEM_ROWS[1]]), OUT),
    form("third_joined_events_csv_semicolon_gb", "Semicolons in the alphabet of an old program.", text([EVENT_HEAD, *EVENT_ROWS], mark=";", encoding="gb18030"), read(*EVENTS)),
    third("joined_events_seconds", "Times with seconds and a zone.", [EVENT_HEAD, replaced(EVENT_ROWS[0], 4, "2026-03-04T08:00:00+08:00"), EVENT_ROWS[1]], read(*EVENTS), kept_out(at="E2")),
    third("joined_events_utc", "Times of Greenwich.", [EVENT_HEAD, replaced(EVENT_ROWS[0], 4, "2026-03-04T00:00:00Z"), EVENT_ROWS[1]], read(*EVENTS), kept_out(at="E2")),
    third("joined_events_epoch", "Seconds since 1970.", [EVENT_HEAD, replaced(EVENT_ROWS[0], 4, 1772582400), EVENT_ROWS[1]], kept_out(at="E2")),
    third("joined_events_closed_before", "Closed before it was told.", [EVENT_HEAD, replaced(EVENT_ROWS[0], 6, "2026-03-03 17:30"), EVENT_ROWS[1]], kept_out(at="G2")),
    third("joined_events_person_kind", "A kind with somebody's name.", [EVENT_HEAD, replaced(EVENT_ROWS[0], 2, "民生求助（村民王大山）"), EVENT_ROWS[1]], refused(at="C2")),
    third("joined_decisions_unit_merged", "The office is merged over two matters.", Sheet(rows=[DECISION_HEAD, DECISION_ROWS[0], replaced(DECISION_ROWS[1], 5, "")], merged=["F2:F3"]), read(DECISIONS[0], row("decisions", *replaced(DECISIONS[1][1:], 6, "镇规划建设办公室")), said="合并"), kept_out(at="F2|F3"), read(DECISIONS[0], row("decisions", *replaced(DECISIONS[1][1:], 6, None)), said="合并")),
    third("joined_decisions_due_words", "长期 for a day.", [DECISION_HEAD, replaced(DECISION_ROWS[0], 7, "长期坚持"), DECISION_ROWS[1]], kept_out(at="H2")),
    third("joined_decisions_due_month", "A month for a deadline: its last day, or asked.", [DECISION_HEAD, replaced(DECISION_ROWS[0], 7, "2026年6月底"), DECISION_ROWS[1]], read(*DECISIONS)),
    third("joined_formula_concat", "A key made by a formula.", [QUARTER_HEAD, (Formula('="Q"&"001"', "Q001"), *Q1[1:]), Q2, Q3], GOOD),
    third("joined_formula_sum_with_text", "A sum that passed over a number kept as text.", [QUARTER_HEAD, (*Q1[:2], "1200.5", *Q1[3:]), Q2, Q3, ("合计", "", Formula("=SUM(C2:C4)", 750), 45, 139)], OUT),
    third("joined_subtotal_filtered", "SUBTOTAL over a filter: not all rows.", Sheet(rows=[QUARTER_HEAD, *QUARTER_ROWS, ("合计", "", Formula("=SUBTOTAL(109,C2:C4)", 1650.5), 39, 119)], hidden_rows=[3]), OUT),
]  # fmt: skip

FORMS = REGISTERS + JOINED
