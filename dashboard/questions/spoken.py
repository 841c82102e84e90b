"""What people say for metrics when they speak, and all words for metrics together."""

from dashboard.metrics.marts.mart import words
from dashboard.questions import aliases

# The metrics that may be meant, the surest first, and what they are called.
SPOKEN: dict[tuple[str, ...], tuple[str, ...]] = {
    ("days_to_close", "need_days_to_close", "mediation_days"): words("办结时间 办理时间 处理时间 处置时间 用时 耗时"),
    ("events_accepted", "decisions_open", "needs_open"): words("事儿 多少事儿 几件事儿"),
    ("output_per_mwh",): words("一度电产值 每度电产值 度电产值 一度电产多少产值 一度电多少产值 一度电产出"),
    ("list_closure_rate", "need_satisfaction_rate"): words("需求办了几成 需求办结了几成 需求解决了几成"),
    ("decisions_made",): words("新议定"),
    ("newly_settled",): words("新入驻 新入驻了"),
    ("enterprises_left",): words("退出 退出了"),
    ("completed_cumulative", "courses_cumulative"): words("累计培训 累计培训人次 累计培训人数"),
    ("titles_applied",): words("职称申报"),
    ("talent_retention", "intern_retention"): words("人才留得住 留得住"),
    ("conversion_6m_rate",): words("半年转化率 半年后转化率 半年就业率 半年后就业率"),
    ("mediation_days",): words("调解用时 调解时长 调解多久 调解要多久"),
    ("decisions_open", "decisions_made", "decisions_overdue"): words("多少事项 几项事项 多少个事项"),
    ("enterprises_graduated_cumulative",): words("孵化成功 孵化成功企业 孵化成功了"),
    ("under_35_share",): words("35岁以下党员 35岁以下党员占比 35岁及以下党员 三十五岁以下党员"),
    ("team_sorties",): words("出动"),
    ("activities_held", "persons_per_activity"): words("开展活动"),
    ("persons_per_activity",): words("平均每场多少人 每场多少人 场均多少人"),
    ("asset_income",): words("出租收入 资产出租收入 租赁收入"),
    ("enterprises_uncovered",): words("没覆盖的企业 没被覆盖的企业 没覆盖到的企业"),
    ("enrolled_per_course",): words("每期培训多少人 每期多少人 一期培训多少人 一期多少人 平均每期"),
    ("persons_per_household",): words("一户平均几口人 一户平均多少人 平均每户多少人 平均一户几口人"),
    ("employees_per_enterprise",): words(
        "每家企业多少人 每家企业平均多少人 平均每家企业多少人 一家企业多少人 一家企业平均多少人"
    ),
    ("employees",): words("用工超 用工超过 用工在 用工不足 用工不到 用工规模"),
    ("intern_retention",): words("实习生留下来 实习生留用 实习生留下"),
    ("interns",): words("实习生"),
    ("title_pass_rate",): words("职称考过 职称考过了 职称通过"),
    ("accounts_launched", "accounts_active"): words("账号 账号开了"),
    ("sales",): words("直播卖了多少钱 直播卖了多少 卖了多少钱 直播销售额 电商销售额"),
    ("enterprises_surviving",): words("孵化器企业 孵化器里企业"),
    ("mediations_transferred",): words("移交 移交了"),
    ("courier_events",): words("快递小哥报 快递小哥报了"),
    ("days_saved",): words("节省天数"),
}
# Of these a plain metric beside them takes the place.
VAGUE = aliases.VAGUE | frozenset(
    words("新议定 新入驻 新入驻了 退出 退出了 账号 移交 实习生 多少事项 几项事项 多少个事项")
)
# Beside something of the same that is told more exactly, these only say whose it is: 培训 of 培训报名.
GENERAL = frozenset(words("培训 调解 走访 招聘会 招聘"))
# What is told of a grid for what is told of areas: on average over grids, which of one grid is its own.
OF_GRIDS = {
    "households": "households_per_grid",
    "residents": "residents_per_grid",
    "enterprises": "enterprises_per_grid",
    "enterprises_visited": "patrol_enterprise_visits",
}
METRIC_WORDS = aliases.METRIC_WORDS | {word: names for names, said in SPOKEN.items() for word in said}
