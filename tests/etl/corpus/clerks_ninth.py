"""Forms whose headers are loosened, whose sections are lines of their own, whose places share two columns: read, or kept out."""

from tests.etl.corpus.declare import Number, Sheet, book, form, kept_out, read, row, text

T, L, Y, PT = "350581101206", "350581101208", "350581101001", "350581100211"
KJ, WS, PQ = "350581101911", "350581100911", "350581101901"
G1, G2, G3 = "35058110120601", "35058110120602", "35058110120801"
OUT = kept_out()
WHY = {
    "loosened": "The header has words in it that say nothing more, or one that makes it another figure.",
    "sections": "A line of its own says of which place, period or kind the rows below are.",
    "stated": "The title says it, in brackets or in numerals, or says two of them.",
    "places": "The place stands in one of two columns, or in brackets behind the grid.",
    "times": "Headers in two rows tell the time of each column.",
}


def ninth(name, content, *accept, why=""):
    return form(
        name, why or WHY[name.partition("_")[0]], content if hasattr(content, "origin") else book(content), *accept
    )


def visits(area, month, visited, raised, closed=None):
    return row(
        "enterprise_visits", area, month, enterprises_visited=visited, issues_raised=raised, issues_closed=closed
    )


def disputes(area, month, kind, *counts):
    return row("mediation_months", area, month, kind, *counts)


def points(area, month, group, *counts):
    return row("civic_points", area, month, group, *counts)


LOOSENED = [
    ninth("loosened_pop_existing", [("村居人口摸底表", "", "", ""), ("村居", "现有家庭户数", "现有户籍人口", "现有常住人口", "摸底日期"), ("塘后", "1210户", "4012人", "9830人", "2026.6.30"), ("仑后", "640户", "2100人", "3300人", "2026.6.30")], read(row("population", T, "2026-06-30", 1210, 4012, 9830), row("population", L, "2026-06-30", 640, 2100, 3300))),
    ninth("loosened_entq_total_tax", [("2026年二季度园区企业经营情况",), ("", "", "", "", "金额单位：万元"), ("企业名称", "工业总产值", "销售产值", "营业收入", "纳税总额", "期末从业人员（人）"), ("福建演示服装有限公司", 8600.5, 8300, 9000, 310.5, 420), ("石狮市演示五金制品有限公司", 1200, 1150, 1180, 35, 66)], read(row("enterprise_quarters", "Q001", "2026Q2", 8600.5, 8300, 9000, 310.5, 420), row("enterprise_quarters", "Q002", "2026Q2", 1200, 1150, 1180, 35, 66))),
    ninth("loosened_patrol_slash", [("2026年6月网格巡查走访统计",), ("网格/项目", "巡查次数", "住户", "入户户数", "走访企业", "关爱走访"), ("塘后第一网格", 42, 410, 120, 3, 25), ("塘后第二网格", 38, 380, 95, 5, 18)], read(row("grid_patrols", G1, "2026-06", 42, 410, 120, 3, 25), row("grid_patrols", G2, "2026-06", 38, 380, 95, 5, 18))),
    ninth("loosened_visits", [("百名干部挂千企走访情况",), ("园区/村", "2026年6月"), ("", "走访干部（人次）", "挂钩企业（家）", "走访企业（家）", "提出诉求（件）", "办结诉求（件）"), ("宝盖科技园", 30, 120, 60, 15, 12), ("塘后村", 10, 30, 20, 4, 4)], read(row("enterprise_visits", KJ, "2026-06", 30, 120, 60, 15, 12), row("enterprise_visits", T, "2026-06", 10, 30, 20, 4, 4))),
    ninth("loosened_slash_ent", [("2026年二季度",), ("企业/单位", "总产值/万元", "营业收入/万元", "税收/万元"), ("演示服装", 8600.5, 9000, 310.5), ("演示鞋业", 5000, 5100, 120)], read(row("enterprise_quarters", "Q001", "2026Q2", 8600.5, revenue_cny_10k=9000, tax_cny_10k=310.5), row("enterprise_quarters", "Q004", "2026Q2", 5000, revenue_cny_10k=5100, tax_cny_10k=120))),
    ninth("loosened_diag_header", [("2026年6月走访情况",), ("指标\n区域", "走访企业\n（家）", "提出诉求\n（件）", "办结诉求\n（件）"), ("宝盖科技园", 60, 15, 12), ("塘后村", 20, 4, 4)], read(row("enterprise_visits", KJ, "2026-06", enterprises_visited=60, issues_raised=15, issues_closed=12), row("enterprise_visits", T, "2026-06", enterprises_visited=20, issues_raised=4, issues_closed=4))),
    ninth("loosened_events_export", text([("事件编号", "所属网格", "事件类型", "上报渠道", "上报时间", "截止时间", "办结时间", "重开次数"), ("E0001", "塘后第一网格", "环境卫生", "网格员", "2026-06-01 08:36:00", "2026-06-03 08:36:00", "2026-06-02 10:00:00", 0), ("E0002", "塘后第二网格", "安全隐患", "热线", "2026-06-02 09:00:00", "2026-06-05 09:00:00", "", 0)], file="网格事件导出.csv", encoding="gb18030"), read(row("grid_events", "E0001", G1, "环境卫生", "网格员", "2026-06-01 08:36", "2026-06-03 08:36", "2026-06-02 10:00", 0), row("grid_events", "E0002", G2, "安全隐患", "热线", "2026-06-02 09:00", "2026-06-05 09:00", None, 0))),
    ninth("loosened_med_cases", [("2026年6月矛盾纠纷调解情况统计表",), ("填报单位：镇司法所",), ("村（社区）", "纠纷类型", "受理案件数", "结案数", "调解成功数", "移交数", "调解用时（天）"), ("塘后村", "邻里纠纷", 12, 10, 9, 1, 35), ("塘后村", "劳资纠纷", 5, 5, 4, 0, 18)], read(row("mediation_months", T, "2026-06", "邻里", 12, 10, 9, 1, 35), row("mediation_months", T, "2026-06", "劳资", 5, 5, 4, 0, 18))),
    ninth("loosened_training", [("培训班次台账（2026年上半年）",), ("期次编号", "举办阵地", "培训类别", "培训对象", "开班日期", "报名人数", "结业人数", "取证人数", "备注"), ("P26-01", "图灵·乘式空间", "新媒体电商", "宝妈", "2026/3/9", 40, 36, 20, ""), ("P26-02", "塘后零工驿站", "技能", "村民", "2026/4/20", 30, 28, 25, "")], read(row("training_courses", "P26-01", "S-02", "新媒体电商", "宝妈", "2026-03-09", 40, 36, 20), row("training_courses", "P26-02", "S-03", "技能", "村民", "2026-04-20", 30, 28, 25)), why="备注 blank"),
    ninth("loosened_training_rate", [("课程期次", "阵地名称", "课程类别", "主要对象", "开课日期", "报名（人）", "结业（人）", "结业率", "取证（人）"), ("P26-01", "图灵乘式空间", "新媒体电商类", "宝妈", "2026年3月9日", 40, 36, "90%", 20)], read(row("training_courses", "P26-01", "S-02", "新媒体电商", "宝妈", "2026-03-09", 40, 36, 20))),
    ninth("loosened_talent_flat", [("2026年第二季度人才服务情况表",), ("服务区域", "引进人才数（人）", "政策咨询（人次）", "合作院校（所）", "订单班在读学生（人）", "新市民积分代办（件）"), ("宝盖片区", 35, 210, 4, 120, 56)], read(row("talent_quarters", PQ, "2026Q2", 35, consultations=210, partner_schools=4, order_class_students=120, new_citizen_cases=56))),
    ninth("loosened_slash_fig", [("2026年6月走访",), ("园区/村居", "走访企业/家", "诉求/件", "办结/件"), ("宝盖科技园", 60, 15, 12), ("塘后村", 20, 4, 4)], read(visits(KJ, "2026-06", 60, 15, 12), visits(T, "2026-06", 20, 4, 4))),
    ninth("loosened_flow", [("2026年6月调解",), ("区域", "纠纷类别", "受理案件总数", "结案案件数", "调解成功案件数", "移送案件数"), ("塘后村", "邻里", 12, 10, 9, 1)], read(disputes(T, "2026-06", "邻里", 12, 10, 9, 1))),
    ninth("loosened_members", [("党员队伍基本情况（2026年二季度）",), ("所属区域", "组织类别", "现有党组织数", "现有党员总数", "现有女党员数"), ("宝盖科技园", "非公企业", 16, 254, 92)], read(row("party_organizations", KJ, "非公企业", "2026Q2", 16, 254, 92))),
    ninth("loosened_staff", [("2026年6月末网格力量",), ("所属网格", "现有网格长", "现有专职网格员", "现有兼职网格员", "辖区内企业数"), ("塘后第一网格", 1, 2, 1, 12)], read(row("grid_staffing", G1, "2026Q2", 1, 2, 1, enterprises=12))),
    ninth("loosened_decisions_list", [("督办事项清单",), ("事项编号", "会议编号", "事项名称", "任务类别", "责任区域", "责任部门", "议定时间", "办结时限", "延期次数"), ("T31", "M1", "新建停车场", "治理联动", "宝盖科技园", "镇综合执法队", "2025-12-20", "2026-10-31", 0)], read(row("decisions", "T31", "M1", "新建停车场", "治理联动", KJ, responsible_unit="镇综合执法队", decided_on="2025-12-20", due_on="2026-10-31", plan_changes=0))),
    ninth("loosened_projects_nodes", [("重点项目推进表",), ("项目编号", "项目名称", "项目类型", "所在地", "节点序号", "节点内容", "开工时间", "计划完成时间", "完成时间"), ("P21", "演示厂房扩建", "扩建", "宝盖科技园", 1, "规划许可", "2026-01-05", "2026-01-30", "2026-01-22")], read(row("projects", "P21", "演示厂房扩建", "扩建", KJ, 1, "规划许可", None, "2026-01-05", "2026-01-30", "2026-01-22"))),
    ninth("loosened_ent_slash_unit", [("2026年第二季度",), ("单位/企业", "工业总产值（亿元）", "用电/万度", "期末从业人员/人"), ("演示服装", 0.86005, 12.5, 420)], read(row("enterprise_quarters", "Q001", "2026Q2", 8600.5, employees_persons=420, electricity_mwh=125))),
    ninth("loosened_updates", [("议定事项进展情况（截至2026年6月30日）",), ("事项编号", "议定事项", "议定日期", "进展状态", "完成进度", "下一步节点", "备注"), ("T0", "整治园区停车", "2025-12-20", "推进中", "60%", "竣工验收", ""), ("T9", "引进机修电工", "2025-12-20", "推进中", "35%", "签约", "")], read(row("decision_updates", "T0", "2026-06-30", "2025-12-20", "推进中", 60, next_node="竣工验收"), row("decision_updates", "T9", "2026-06-30", "2025-12-20", "推进中", 35, next_node="签约"))),
    ninth("loosened_bodies", [("统筹协调机构一览表",), ("机构编号", "机构名称", "机构类别", "片区", "成立时间", "牵头单位", "成员单位"), ("B11", "宝盖片区协调委员会", "协调委员会", "宝盖片区", "2024年11月", "镇党委", "党建办、经发办")], read(row("coordination_bodies", "B11", "宝盖片区协调委员会", "协调委员会", PQ, "2024-11", head_post="镇党委", member_units="党建办、经发办"))),
    ninth("loosened_disclosures", [("企业数据公开登记（2026年第一季度）",), ("企业", "公开指标", "文件编号"), ("演示鞋业", "总产值", "D1")], read(row("enterprise_disclosures", "Q004", "2026Q1", "总产值", "D1"))),
    ninth("loosened_med_success_rate", [("区域", "月份", "纠纷类别", "受理件数", "结案件数", "调解成功", "移交件数", "调解成功率"), ("塘后村", "2026年6月", "邻里", 12, 10, 9, 1, "90%"), ("仑后村", "2026年6月", "邻里", 7, 6, 6, 0, "100%")], read(row("mediation_months", T, "2026-06", "邻里", 12, 10, 9, 1), row("mediation_months", L, "2026-06", "邻里", 7, 6, 6, 0))),
    ninth("loosened_coverage_rate", [("2026年二季度两个覆盖",), ("区域", "运营企业（家）", "单独组建覆盖（家）", "联合组建覆盖（家）", "仅工作覆盖（家）", "组织覆盖率（%）"), ("宝盖科技园", 200, 40, 90, 50, 65), ("塘后村", 60, 5, 20, 25, 41.7)], read(row("party_coverage", KJ, "2026Q2", 200, 40, 90, covered_by_work_only=50), row("party_coverage", T, "2026Q2", 60, 5, 20, covered_by_work_only=25))),
    ninth("loosened_case_count", [("2026年6月",), ("区域", "纠纷类别", "案件数", "结案", "成功", "移交"), ("塘后村", "邻里", 12, 10, 9, 1)], OUT, why="案件数 is not said to be accepted"),
    ninth("loosened_enterprise_persons", [("2026年6月入企走访",), ("区域", "走访企业人数", "提出诉求"), ("塘后村", 44, 4)], OUT),
    ninth("loosened_not_closed", [("2026年6月",), ("区域", "纠纷类别", "受理", "未结案件数", "成功", "移交"), ("塘后村", "邻里", 12, 2, 9, 1)], OUT),
    ninth("loosened_failed", [("2026年6月",), ("区域", "纠纷类别", "受理", "结案", "调解未成功", "移交"), ("塘后村", "邻里", 12, 10, 1, 1)], OUT),
    ninth("loosened_not_settled", [("2026年二季度招商",), ("园区", "签约企业", "未入驻企业", "投产", "纳统", "升规"), ("宝盖科技园", 70, 5, 50, 30, 2)], OUT),
    ninth("loosened_should", [("2026年6月走访",), ("区域", "应走访企业", "提出诉求", "办结诉求"), ("宝盖科技园", 60, 15, 12)], OUT),
    ninth("loosened_slash_area", [("2026年6月",), ("村/小区", "征集", "认领", "完成", "微协商", "微服务", "微改造"), ("塘后村", 20, 15, 12, 3, 18, 2)], OUT),
    ninth("loosened_slash_two_figs", [("2026年6月走访",), ("区域", "走访企业", "诉求/办结"), ("宝盖科技园", 60, "15/12"), ("塘后村", 20, "4/4")], OUT),
    ninth("loosened_actual_cum", [("2026年6月",), ("区域", "纠纷类别", "实际受理累计", "结案", "成功", "移交"), ("塘后村", "邻里", 60, 10, 9, 1)], OUT),
]  # fmt: skip

SECTIONS = [
    ninth("sections_activities_blocks", [("2026年第二季度组织生活开展情况",), ("一、宝盖科技园",), ("活动类别", "活动主线", "应开（场）", "实开（场）", "参加人次"), ("主题党日", "学习", 12, 11, 420), ("党课", "不分主线", 4, 4, 180), (), ("二、塘后村",), ("活动类别", "活动主线", "应开（场）", "实开（场）", "参加人次"), ("主题党日", "服务", 3, 3, 90)], read(row("party_activities", KJ, "2026Q2", "主题党日", "学习", 12, 11, person_times=420), row("party_activities", KJ, "2026Q2", "党课", "不分主线", 4, 4, person_times=180), row("party_activities", T, "2026Q2", "主题党日", "服务", 3, 3, person_times=90))),
    ninth("sections_villages", [("2026年6月矛盾纠纷调处月报",), ("纠纷类型", "当月受理（件）", "当月结案（件）", "调解成功（件）", "移交（件）"), ("塘后村",), ("邻里", 12, 10, 9, 1), ("劳资", 5, 5, 4, 0), ("小计", 17, 15, 13, 1), ("仑后村",), ("邻里", 7, 6, 6, 0), ("小计", 7, 6, 6, 0), ("合计", 24, 21, 19, 1)], read(disputes(T, "2026-06", "邻里", 12, 10, 9, 1), disputes(T, "2026-06", "劳资", 5, 5, 4, 0), disputes(L, "2026-06", "邻里", 7, 6, 6, 0))),
    ninth("sections_months", [("宝盖科技园入企走访台账（2026年）",), ("区域", "走访企业数", "诉求数", "办结数"), ("5月",), ("宝盖科技园", 55, 12, 10), ("塘后村", 18, 3, 3), ("6月",), ("宝盖科技园", 60, 15, 12), ("塘后村", 20, 4, 4)], read(visits(KJ, "2026-05", 55, 12, 10), visits(T, "2026-05", 18, 3, 3), visits(KJ, "2026-06", 60, 15, 12), visits(T, "2026-06", 20, 4, 4))),
    ninth("sections_repeat_months", [("塘后村网格巡查",), ("2026年5月",), ("网格", "巡查次数", "关爱走访"), ("第一网格", 41, 22), ("第二网格", 37, 16), ("2026年6月",), ("网格", "巡查次数", "关爱走访"), ("第一网格", 42, 25), ("第二网格", 38, 18)], read(*(row("grid_patrols", g, m, p, care_visits=c) for g, m, p, c in ((G1, "2026-05", 41, 22), (G2, "2026-05", 37, 16), (G1, "2026-06", 42, 25), (G2, "2026-06", 38, 18))))),
    ninth("sections_towns", [("2026年6月文明积分",), ("村", "人群", "参与人数", "发放积分", "兑换积分"), ("宝盖镇",), ("塘后村", "村民", 120, 2400, 800), ("灵秀镇",), ("彭田村", "村民", 60, 900, 200)], read(points(T, "2026-06", "村民", 120, 2400, 800), points(PT, "2026-06", "村民", 60, 900, 200))),
    ninth("sections_kinds", [("2026年第二季度党组织统计",), ("单位", "党组织数", "党员数", "女党员数"), ("一、非公企业",), ("宝盖科技园", 16, 254, 92), ("塘后村", 2, 15, 5), ("二、社会组织",), ("宝盖科技园", 3, 41, 20)], read(row("party_organizations", KJ, "非公企业", "2026Q2", 16, 254, 92), row("party_organizations", T, "非公企业", "2026Q2", 2, 15, 5), row("party_organizations", KJ, "社会组织", "2026Q2", 3, 41, 20))),
    ninth("sections_blocks_parks", [("2026年第二季度招商投产情况",), ("（一）宝盖科技园",), ("签约企业", "入驻企业", "投产企业", "纳统企业", "升规企业"), (70, 65, 50, 30, 2), (), ("（二）网商园",), ("签约企业", "入驻企业", "投产企业", "纳统企业", "升规企业"), (40, 38, 30, 12, 1)], read(row("park_pipeline", KJ, "2026Q2", 70, 65, 50, 30, 2), row("park_pipeline", WS, "2026Q2", 40, 38, 30, 12, 1))),
    ninth("sections_blocks_sites", [("2026年6月阵地服务情况",), ("宝盖科技园邻里中心",), ("服务项目", "服务人次", "开放时数"), ("托育", 230, 176), ("义诊", 90, 8), ("塘后零工驿站",), ("服务项目", "服务人次", "开放时数"), ("积分代办", 40, 160)], read(row("service_months", "S-01", "2026-06", "托育", 230, opening_hours=176), row("service_months", "S-01", "2026-06", "义诊", 90, opening_hours=8), row("service_months", "S-03", "2026-06", "积分代办", 40, opening_hours=160))),
    ninth("sections_shared_title", [("塘后村2026年6月走访、调解情况",), ("一、走访",), ("走访企业", "提出诉求", "办结诉求"), (20, 4, 4), (), ("二、调解",), ("纠纷类别", "受理", "结案", "成功", "移交"), ("邻里", 12, 10, 9, 1)], read(visits(T, "2026-06", 20, 4, 4), disputes(T, "2026-06", "邻里", 12, 10, 9, 1))),
    ninth("sections_other_place", [("塘后村2026年6月调解情况",), ("纠纷类别", "受理", "结案", "成功", "移交"), ("邻里", 12, 10, 9, 1), ("仑后村",), ("邻里", 7, 6, 6, 0)], OUT),
    ninth("sections_section_kind", [("2026年6月劳资纠纷",), ("区域", "受理", "结案", "成功", "移交"), ("塘后村", 5, 5, 4, 0), ("邻里纠纷",), ("塘后村", 12, 10, 9, 1)], OUT),
    ninth("sections_section_site", [("宝盖科技园邻里中心2026年6月服务月报",), ("服务项目", "服务人次"), ("托育", 230), ("塘后零工驿站",), ("积分代办", 40)], OUT),
    ninth("sections_section_month", [("2026年5月走访",), ("区域", "走访企业", "提出诉求"), ("塘后村", 18, 3), ("2026年6月",), ("塘后村", 20, 4)], OUT),
]  # fmt: skip

STATED = [
    ninth("stated_two_periods_title", [("2026年5月、6月调解统计",), ("区域", "纠纷类别", "受理", "结案", "调解成功", "移交"), ("塘后村", "邻里", 12, 10, 9, 1)], OUT),
    ninth("stated_months3", [("2026年4月、5月和6月调解",), ("区域", "纠纷类别", "受理", "结案", "成功", "移交"), ("塘后村", "邻里", 30, 28, 25, 2)], OUT),
    ninth("stated_month_range", [("2026年5月至6月入企走访",), ("区域", "走访企业", "提出诉求"), ("塘后村", 40, 8)], OUT),
    ninth("stated_incub_prev", [("孵化成效（图灵·乘式空间）",), ("指标", "2026年一季度", "2026年二季度", "环比增减"), ("新开自媒体账号（个）", 10, 12, 2), ("在营自媒体账号（个）", 35, 40, 5), ("入孵企业（家）", 5, 6, 1), ("孵化成功企业（家）", 2, 3, 1), ("在营孵化企业（家）", 8, 9, 1), ("新增就业岗位（个）", 80, 100, 20), ("成交订单（单）", 5000, 5200, 200)], read(row("incubation_quarters", "S-02", "2026Q1", 10, 35, 5, 2, 8, 80, 5000), row("incubation_quarters", "S-02", "2026Q2", 12, 40, 6, 3, 9, 100, 5200))),
    ninth("stated_title_bracket", [("网格巡查走访月报（2026年6月）（塘后村）",), ("网格", "巡查次数", "住户", "入户户数"), ("第一网格", 42, 410, 120), ("第二网格", 38, 380, 95)], read(row("grid_patrols", G1, "2026-06", 42, 410, 120), row("grid_patrols", G2, "2026-06", 38, 380, 95))),
    ninth("stated_title_bracket_area", [("微心愿统计表（塘后村，2026年6月）",), ("小区", "征集", "认领", "完成", "微协商", "微服务", "微改造"), ("演示花园", 20, 15, 12, 3, 18, 2)], read(row("micro_actions", T, "演示花园", "2026-06", 20, 15, 12, 3, 18, 2))),
    ninth("stated_month_words", [("宝盖镇2026年六月份调解工作统计",), ("村居", "纠纷类别", "受理", "结案", "成功", "移交"), ("塘后", "邻里类", 12, 10, 9, 1)], read(disputes(T, "2026-06", "邻里", 12, 10, 9, 1))),
    ninth("stated_targets", [("2026年度主要目标任务分解表",), ("责任区域", "指标名称", "计量单位", "全年目标", "限定", "依据文件"), ("宝盖科技园", "总产值", "万元", 350000, "确数", "演示工作方案"), ("塘后村", "村集体增收", "万元", 120, "以上", "演示工作方案")], read(row("targets", KJ, "总产值", 2026, "确数", 350000, "万元", document="演示工作方案"), row("targets", T, "村集体增收", 2026, "以上", 120, "万元", document="演示工作方案"))),
    ninth("stated_year_two", [("2025年、2026年目标",), ("责任区域", "指标", "目标值", "单位", "限定", "依据文件"), ("宝盖科技园", "总产值", 350000, "万元", "确数", "演示工作方案")], OUT),
    ninth("stated_updates_decimal", [("填报日期：2026-06-30",), ("事项编号", "议定日期", "状态", "进度", "已到节点"), ("T0", "2025-12-20", "推进中", Number(0.6, "0%"), "主体完工"), ("T9", "2025-12-20", "未启动", Number(0, "0%"), "")], read(row("decision_updates", "T0", "2026-06-30", "2025-12-20", "推进中", 60, "主体完工"), row("decision_updates", "T9", "2026-06-30", "2025-12-20", "未启动", 0))),
    ninth("stated_one_period_upper", Sheet(rows=[("文明积分情况",), ("村（社区）", "人群", "2026年6月", "", ""), ("", "", "参与人数", "发放积分", "兑换积分"), ("塘后村", "村民", 120, 2400, 800)], merged=["A2:A3", "B2:B3", "C2:E2"]), read(points(T, "2026-06", "村民", 120, 2400, 800))),
    ninth("stated_year_of_filing", [("党组织统计（填报时间：2026年7月2日）",), ("区域", "类别", "党组织数", "党员数"), ("宝盖科技园", "非公企业", 16, 254)], OUT),
]  # fmt: skip

PLACES = [
    ninth("places_staff_bracket", [("2026年二季度网格力量",), ("网格", "在岗网格长", "专职网格员", "兼职网格员"), ("第一网格（塘后村）", 1, 2, 1), ("第二网格（塘后村）", 1, 1, 2), ("第一网格（仑后村）", 0, 2, 0)], read(row("grid_staffing", G1, "2026Q2", 1, 2, 1), row("grid_staffing", G2, "2026Q2", 1, 1, 2), row("grid_staffing", G3, "2026Q2", 0, 2, 0))),
    ninth("places_grid_bracket_gainsaid", [("2026年二季度网格力量",), ("村", "网格", "网格长", "专职", "兼职"), ("塘后村", "第一网格（仑后村）", 1, 2, 1)], OUT),
    ninth("places_visits_twocols", [("2026年6月入企走访月报",), ("园区", "村（社区）", "走访企业（家）", "企业诉求（件）", "已办结（件）", "办结率（%）"), ("宝盖科技园", "", 60, 15, 12, 80), ("", "塘后村", 20, 4, 4, 100), ("", "仑后村", 8, 1, 0, 0)], read(row("enterprise_visits", KJ, "2026-06", enterprises_visited=60, issues_raised=15, issues_closed=12), row("enterprise_visits", T, "2026-06", enterprises_visited=20, issues_raised=4, issues_closed=4), row("enterprise_visits", L, "2026-06", enterprises_visited=8, issues_raised=1, issues_closed=0))),
    ninth("places_visits_town_village", Sheet(rows=[("2026年6月入企访需解难情况",), ("镇", "村/园区", "走访企业数", "收集诉求数", "办结诉求数"), ("宝盖镇", "宝盖科技园", 60, 15, 12), ("", "塘后村", 20, 4, 4), ("灵秀镇", "彭田村", 11, 2, 2), ("", "网商园", 30, 6, 5)], merged=["A3:A4", "A5:A6"]), read(row("enterprise_visits", KJ, "2026-06", enterprises_visited=60, issues_raised=15, issues_closed=12), row("enterprise_visits", T, "2026-06", enterprises_visited=20, issues_raised=4, issues_closed=4), row("enterprise_visits", PT, "2026-06", enterprises_visited=11, issues_raised=2, issues_closed=2), row("enterprise_visits", WS, "2026-06", enterprises_visited=30, issues_raised=6, issues_closed=5))),
    ninth("places_park_or_village", [("2026年6月调解情况",), ("园区", "村（社区）", "纠纷类别", "受理", "结案", "成功", "移交"), ("宝盖科技园", "", "劳资", 9, 8, 7, 1), ("", "塘后村", "邻里", 12, 10, 9, 1), ("", "仑后村", "邻里", 7, 6, 6, 0)], read(disputes(KJ, "2026-06", "劳资", 9, 8, 7, 1), disputes(T, "2026-06", "邻里", 12, 10, 9, 1), disputes(L, "2026-06", "邻里", 7, 6, 6, 0))),
    ninth("places_two_places", [("2026年6月走访",), ("园区", "村", "走访企业", "提出诉求"), ("宝盖科技园", "塘后村", 60, 15), ("网商园", "彭田村", 30, 6)], OUT, why="whose figures?"),
]  # fmt: skip

TIMES = [
    ninth("times_entq_wide_quarters", Sheet(rows=[("企业总产值分季度统计（万元）",), ("企业名称", "2025年", "", "2026年", ""), ("", "三季度", "四季度", "一季度", "二季度"), ("演示服装", 8000, 8200, 8100, 8600), ("演示鞋业", 5000, 5100, 4900, 5050)], merged=["A2:A3", "B2:C2", "D2:E2"]), read(*(row("enterprise_quarters", q, p, v) for q, vs in (("Q001", (8000, 8200, 8100, 8600)), ("Q004", (5000, 5100, 4900, 5050))) for p, v in zip(("2025Q3", "2025Q4", "2026Q1", "2026Q2"), vs, strict=True)))),
    ninth("times_months_under_years", Sheet(rows=[("塘后村网格巡查次数",), ("网格", "2025年", "", "2026年", ""), ("", "11月", "12月", "1月", "2月"), ("塘后第一网格", 40, 41, 42, 43), ("塘后第二网格", 30, 31, 32, 33)], merged=["A2:A3", "B2:C2", "D2:E2"]), read(*(row("grid_patrols", g, m, v) for g, vs in ((G1, (40, 41, 42, 43)), (G2, (30, 31, 32, 33))) for m, v in zip(("2025-11", "2025-12", "2026-01", "2026-02"), vs, strict=True)))),
    ninth("times_entq_yoy", Sheet(rows=[("2026年第二季度规上企业主要指标",), ("企业", "总产值（万元）", "", "", "税收（万元）", "", ""), ("", "本期", "上年同期", "增幅（%）", "本期", "上年同期", "增幅（%）"), ("演示服装", 8600.5, 8000, 7.5, 310.5, 300, 3.5), ("演示鞋业", 5000, 5200, -3.8, 120, 125, -4)], merged=["A2:A3", "B2:D2", "E2:G2"]), read(row("enterprise_quarters", "Q001", "2026Q2", 8600.5, tax_cny_10k=310.5), row("enterprise_quarters", "Q004", "2026Q2", 5000, tax_cny_10k=120))),
    ninth("times_upper_this_last", Sheet(rows=[("2026年6月走访",), ("区域", "本月", "", "上月", ""), ("", "走访企业", "提出诉求", "走访企业", "提出诉求"), ("塘后村", 20, 4, 18, 3)], merged=["A2:A3", "B2:C2", "D2:E2"]), read(visits(T, "2026-06", 20, 4))),
    ninth("times_patrol_wide", Sheet(rows=[("塘后村网格巡查月报",), ("网格", "2026年4月", "", "2026年5月", "", "2026年6月", ""), ("", "巡查次数", "关爱走访", "巡查次数", "关爱走访", "巡查次数", "关爱走访"), ("塘后第一网格", 40, 20, 41, 22, 42, 25), ("塘后第二网格", 36, 15, 37, 16, 38, 18)], merged=["A2:A3", "B2:C2", "D2:E2", "F2:G2"]), read(*(row("grid_patrols", g, m, p, care_visits=c) for g, vs in ((G1, ((40, 20), (41, 22), (42, 25))), (G2, ((36, 15), (37, 16), (38, 18)))) for m, (p, c) in zip(("2026-04", "2026-05", "2026-06"), vs, strict=True)))),
    ninth("times_shares_beside", [("2026年第二季度培训与就业",), ("区域", "引进人才（人）", "占比（%）", "职称申报（人）", "通过（人）", "通过率"), ("宝盖科技园", 35, 60, 40, 22, "55%"), ("网商园", 23, 40, 10, 6, "60%")], read(row("talent_quarters", KJ, "2026Q2", 35, titles_applied=40, titles_passed=22), row("talent_quarters", WS, "2026Q2", 23, titles_applied=10, titles_passed=6))),
    ninth("times_ytd_col", [("2026年6月调解月报",), ("区域", "纠纷类别", "本月受理", "1-6月受理", "本月结案", "1-6月结案", "本月调解成功", "本月移交"), ("塘后村", "邻里", 12, 60, 10, 55, 9, 1), ("仑后村", "邻里", 7, 30, 6, 28, 6, 0)], read(row("mediation_months", T, "2026-06", "邻里", 12, 10, 9, 1), row("mediation_months", L, "2026-06", "邻里", 7, 6, 6, 0))),
]  # fmt: skip

FORMS = [*LOOSENED, *SECTIONS, *STATED, *PLACES, *TIMES]
