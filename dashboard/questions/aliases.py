"""The words by which people ask, beside the labels that metrics, dimensions and areas bear."""

from dashboard.metrics.marts.mart import words
from dashboard.metrics.periods import Grain
from dashboard.metrics.selection import Comparison

# What people say → the metric; where several metrics go by one word, the first is meant and the others are near.
METRIC_WORDS: dict[str, tuple[str, ...]] = {
    "办结率": ("closure_rate", "decision_closure_rate", "list_closure_rate", "issue_closure_rate"),
    "经营收入": ("asset_income",),
    "运营成本": ("asset_cost",),
    "入驻率": ("settlement_rate",),
    "投产率": ("operation_rate",),
    "纳统率": ("statistics_rate",),
    "出租率": ("leasing_rate",),
    "撮合率": ("match_rate",),
    "结业率": ("completion_rate",),
    "取证率": ("certification_rate",),
    "存活率": ("survival_rate",),
    "专职占比": ("full_time_share",),
    "员格比": ("staff_per_grid",),
    "平均办结时长": ("days_to_close",),
    "重开率": ("reopened_rate",),
    "超期未办结": ("overdue_open",),
    "单独组建率": ("single_organization_rate",),
    "实开率": ("activity_rate",),
    "四级完整率": ("four_level_rate",),
    "需求按期率": ("need_on_time_rate",),
    "未动事项": ("decisions_unmoved",),
    "无进展事项": ("decisions_unmoved",),
    "产值": ("gross_output", "output_per_mu", "sales_output"),
    "工业总产值": ("gross_output",),
    "产出": ("gross_output",),
    "规上工业总产值": ("gross_output",),
    "营收": ("revenue",),
    "收入": ("revenue", "asset_income", "collective_income"),
    "税": ("tax",),
    "纳税": ("tax", "tax_per_mu"),
    "缴税": ("tax",),
    "交税": ("tax",),
    "税金": ("tax",),
    "用电": ("electricity", "output_per_mwh"),
    "电量": ("electricity",),
    "亩产": ("output_per_mu", "tax_per_mu"),
    "亩产值": ("output_per_mu",),
    "亩产税收": ("tax_per_mu",),
    "亩均": ("output_per_mu", "tax_per_mu"),
    "企业数": ("enterprises",),
    "企业家数": ("enterprises",),
    "企业": ("enterprises", "above_scale_enterprises", "newly_settled"),
    "规上": ("above_scale_enterprises", "above_scale_share"),
    "规上企业数": ("above_scale_enterprises",),
    "新企业": ("newly_settled",),
    "盘活": ("assets_revived_share",),
    "盘活率": ("assets_revived_share",),
    "闲置面积": ("idle_area",),
    "集体收入": ("collective_income",),
    "村集体收入": ("collective_income",),
    "里程碑": ("milestones_on_time_rate", "milestones_due", "milestones_done"),
    "提速": ("approval_speedup",),
    "职工": ("employees",),
    "职工数": ("employees",),
    "员工": ("employees",),
    "员工数": ("employees",),
    "从业人数": ("employees",),
    "用工人数": ("employees",),
    "人均产值": ("output_per_employee",),
    "缺工": ("labour_gap",),
    "招工": ("job_openings", "recruitment_events", "labour_gap"),
    "岗位": ("job_openings", "jobs_created"),
    "岗位数": ("job_openings",),
    "求职": ("job_seekers",),
    "求职人数": ("job_seekers",),
    "入职人数": ("job_hires",),
    "入职率": ("hire_rate", "intention_hire_rate"),
    "招聘会": ("recruitment_events",),
    "招聘": ("recruitment_events", "job_openings"),
    "人才": ("talent_introduced", "talent_retention"),
    "留任率": ("talent_retention",),
    "培训": ("courses", "enrolled", "completed"),
    "培训期数": ("courses",),
    "培训人次": ("enrolled", "completed"),
    "培训人数": ("enrolled", "completed"),
    "课程": ("courses",),
    "开课": ("courses",),
    "结业": ("completed",),
    "结业人数": ("completed",),
    "报名": ("enrolled",),
    "报名人数": ("enrolled",),
    "转化率": ("conversion_6m_rate", "conversion_3m_rate"),
    "毕业率": ("graduation_rate",),
    "孵化企业": ("enterprises_surviving", "enterprises_admitted"),
    "销售额": ("sales",),
    "网格数": ("grids",),
    "网格个数": ("grids",),
    "网格长": ("grid_leaders", "grid_coverage"),
    "网格员数": ("grid_staff",),
    "覆盖率": ("grid_coverage", "organization_coverage", "patrol_coverage", "liaison_coverage"),
    "事件": ("events_accepted", "overdue_open", "events_closed"),
    "事件数": ("events_accepted",),
    "网格事件": ("events_accepted",),
    "上报事件": ("events_accepted",),
    "办结": ("events_closed", "closure_rate"),
    "事件办结率": ("closure_rate",),
    "及时率": ("on_time_rate", "need_on_time_rate", "decision_on_time_rate"),
    "按时办结率": ("on_time_rate",),
    "按期办结率": ("on_time_rate",),
    "事件按期办结率": ("on_time_rate",),
    "按时率": ("on_time_rate",),
    "办结时长": ("days_to_close",),
    "办结天数": ("days_to_close", "need_days_to_close"),
    "办理时长": ("days_to_close",),
    "重开": ("reopened_rate",),
    "超期": ("overdue_open", "decisions_overdue", "needs_overdue"),
    "超期事件": ("overdue_open",),
    "超期件数": ("overdue_open",),
    "逾期": ("overdue_open", "decisions_overdue", "needs_overdue"),
    "逾期事件": ("overdue_open",),
    "积压": ("overdue_open",),
    "没办结": ("overdue_open",),
    "未办结": ("overdue_open",),
    "超负荷": ("grids_overloaded",),
    "巡查": ("patrols", "patrol_coverage"),
    "入户率": ("household_coverage",),
    "考评得分": ("review_score",),
    "考评": ("review_score",),
    "红旗网格": ("red_flag_share",),
    "阵地": ("service_sites", "site_use_rate"),
    "服务点": ("service_sites",),
    "托位数": ("childcare_seats",),
    "托育": ("childcare_occupancy", "childcare_seats"),
    "纠纷": ("mediations_accepted", "mediations_settled"),
    "调解": ("mediation_success_rate", "mediations_settled"),
    "调解率": ("mediation_success_rate",),
    "积分": ("points_issued", "points_redeemed"),
    "文明积分": ("points_issued", "points_redeemed"),
    "微心愿": ("wishes_done", "wishes_raised", "wish_completion_rate"),
    "四微": ("micro_actions", "micro_kinds"),
    "快递小哥": ("courier_events", "courier_share"),
    "党组织数": ("party_organizations",),
    "支部": ("party_organizations",),
    "党支部": ("party_organizations",),
    "党员数": ("party_members",),
    "党员人数": ("party_members",),
    "两个覆盖": ("organization_coverage", "work_coverage"),
    "挂钩": ("liaison_coverage", "liaison_unclear"),
    "组织生活": ("activities_held", "activity_rate"),
    "需求": ("needs_raised", "needs_open", "needs_listed"),
    "需求数": ("needs_listed",),
    "对接率": ("need_match_rate",),
    "满足率": ("need_satisfaction_rate",),
    "满意率": ("visit_satisfaction_rate",),
    "满意度": ("visit_satisfaction_rate", "need_satisfaction_rate"),
    "走访": ("enterprises_visited", "visit_coverage", "patrol_enterprise_visits"),
    "诉求": ("issues_raised", "issue_closure_rate"),
    "议定事项": ("decisions_made", "decisions_open", "decision_closure_rate"),
    "事项": ("decisions_open", "decisions_made"),
    "销号": ("decisions_closed",),
    "未动": ("decisions_unmoved",),
    "受阻": ("decisions_blocked",),
    "出席率": ("attendance_rate",),
    "案例": ("exemplary_cases",),
    "人口": ("residents", "registered_residents"),
    "常住人数": ("residents",),
    "户籍": ("registered_residents",),
    "户数": ("households",),
    "小区数": ("estates",),
}
# A word that names many things gives way to any metric that is named beside it.
VAGUE = frozenset(
    words("企业 产出 岗位 事件 阵地 人才 课程 招聘 需求 事项 考评 办结 人口 党支部 支部 税 纳税 收入 案例")
)

# As the explorer calls them: the level of the tree, its kind, and how people call areas of it.
LEVELS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "district": ("片区", "", ("片区", "两个片区")),
    "zone": ("三区单元", "", ("园区村厂区", "园区和村", "单元", "地方", "单位区域", "区域", "三区单元", "处")),
    "park": ("三区单元", "园区", ("园区", "园")),
    "village": ("三区单元", "社区", ("村社区", "社区", "村", "村庄", "村居")),
    "factory": ("三区单元", "厂区", ("厂区", "工厂", "厂")),
    "grid": ("网格", "", ("网格", "格")),
}
LEVEL_WORDS = {
    "district": "各片区",
    "zone": "各园区村厂区",
    "park": "各园区",
    "village": "各村",
    "factory": "各厂区",
    "grid": "各网格",
}
# Parts of the labels of dimensions by which people call them, and other words for them.
DIMENSION_WORDS = {
    "产业": "行业",
    "行业门类": "行业",
    "工种": "岗位类别",
    "职业": "岗位类别",
    "类型": "类别",
    "种类": "类别",
    "类": "类别",
    "来源渠道": "渠道",
    "部门": "责任单位",
    "单位": "责任单位",
    "课程种类": "课程类别",
    "群体": "对象",
    "项目": "服务项目",
}
COMPARISON_WORDS: dict[Comparison, tuple[str, ...]] = {
    "year_earlier": words(
        "同比 比去年 较去年 比上年 较上年 与去年比 和去年比 比去年同期 较上年同期 与上年同期比 去年同期 上年同期"
        " 同比增长 同比增速 增长率 增速 增幅 增长 同比变化"
    ),
    "previous": words("环比 比上季 较上季 比上季度 较上季度 比上期 较上期 比上月 较上月 环比增长 环比增速 环比变化"),
    "none": ("不比较",),
}
TREND_WORDS = words("趋势 走势 走向 变化趋势 变化情况 历年 历次 逐期 曲线 折线 怎么变 变化")
GRAIN_WORDS: dict[Grain, tuple[str, ...]] = {
    "month": words("按月 分月 逐月 每月 各月 月度 分月份 按月份"),
    "quarter": words("按季 分季 逐季 每季 各季 季度 按季度 分季度 逐季度 每季度 各季度"),
    "year": words("按年 分年 逐年 每年 各年 年度 按年度 分年度"),
}
HIGH_WORDS = words("最高 最多 最大 最强 最长 第一 第一名 居首 从高到低 由高到低")
LOW_WORDS = words("最低 最少 最小 最短 倒数 倒数第一 垫底 末位 从低到高 由低到高")
# 前三 and 后五名: so many are asked for.
PLACES, NUMERALS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20), "零一二三四五六七八九十"
BEST_WORDS, WORST_WORDS = words("最好 领先 最优 最快"), words("最差 落后 最慢 靠后")
RANKING_WORDS = words("排名 排行 排序 排行榜 名次 谁 哪 哪个 哪些 哪家 哪里 哪儿 哪一个 哪几个")
SUM_WORDS = words("合计 总共 一共 总计 累计 总和 共")
DEFINITION_WORDS = words(
    "口径 定义 怎么算 怎么算的 怎么计算 如何计算 什么意思 是什么意思 什么是 是什么 含义 指什么 算法 公式"
)
COMPARED_WORDS = words("对比 比较 相比 和 与 跟 及 比 同 以及")
EACH_WORDS = words("分 按 各 每 逐 每个 各个 分别 按照 各自 每一个")
WHOLE_WORDS = words("全市 全部 全部片区 两镇 全域 整体 总体")
HERE_WORDS = words("本区 这里 本地 当前区域 所选区域 此处 本村 本园")
FILLERS = words(
    "的 了 吗 呢 啊 吧 是 有 为 在 里 内 中 从 多少 是多少 有多少 几 多少个 多少家 多少人 多少件 几个 几家 几件 几人 请问 问 查 查一下"
    " 查询 看 看看 看下 看一下 告诉我 我想知道 想知道 情况 数据 数 数字 指标 怎么样 怎样 如何 什么 个 家 人 件 名 项 次 现状 最近情况"
    " 一下 帮我 我要 我想 要 给我 显示 列出 统计 水平 大 少 高 低 好 差 到 年末 季末 底 末 里面 下面 下 各项 主要 目前的 全年 全 期末 占 比重"
)
