"""What people say for metrics when they speak, and all words for metrics together."""

from dashboard.metrics.marts.mart import words
from dashboard.questions import aliases, metric_aliases

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
    ("accounts_launched", "accounts_active"): words(
        "账号 账号开了 电商账号 新媒体账号 直播账号 新开了几个电商账号 新开电商账号"
    ),
    ("sales",): words(
        "直播卖货 直播带货 带货 卖货 卖货卖了多少 直播卖货卖了多少 直播带货卖了多少 直播卖了多少钱 直播卖了多少 卖了多少钱 直播销售额 电商销售额"
    ),
    ("enterprises_surviving",): words("孵化器企业 孵化器里企业"),
    ("mediations_transferred",): words("移交 移交了 纠纷转出去 纠纷转出去了 移交出去 纠纷移交 纠纷移交了 移交了纠纷"),
    ("courier_events",): words("快递小哥报 快递小哥报了"),
    ("days_saved",): words(
        "省了多少天 省了几天 省下多少天 节省了几天 节省天数 节省了多少天 节省多少天 帮办节省 帮办节省多少天 帮办节省了多少天"
    ),
    ("approval_speedup",): words(
        "审批快了多少 审批快了 审批提速多少 审批提速了多少 审批缩短 审批缩短了多少 审批压缩 审批效率提高"
    ),
    ("event_enterprises",): words(
        "招聘会来了多少家企业 招聘会来了几家企业 招聘会企业 参会企业 参加招聘会的企业 招聘会参加企业 招聘会来了多少企业 来了多少企业 来了多少家企业 来了几家企业"
    ),
    ("event_intentions",): words("招聘会意向 签了多少意向 招聘会签了多少意向 招聘会达成意向 招聘会达成多少意向"),
    ("organization_coverage", "work_coverage"): words("两个覆盖 两个覆盖率 双覆盖 双覆盖率 党的两个覆盖"),
    ("childcare_occupancy", "childcare_seats"): words(
        "托位够不够 托位够不够用 托位够用吗 托位紧张 托育使用率 托育利用率 托位利用率 托位占用率 入托率"
    ),
    ("events_accepted",): words(
        "受理件数 受理数 受理量 受理了多少件 受理几件 受理多少件 多少件事 报了多少件事 报了几件事 报了多少件 报了几件 上报了多少件 上报了几件"
    ),
    ("grid_coverage",): words("网格长配齐 网格长配齐了 网格长到位 网格长到位率 网格长配备率"),
    ("households_per_grid",): words(
        "一个网格多少户 一个网格几户 一个网格平均多少户 平均一个网格多少户 每个网格多少户 每个网格几户 每个网格平均多少户 平均每个网格多少户 一格多少户"
    ),
    ("residents_per_grid",): words(
        "一个网格多少人 一个网格平均多少人 平均一个网格多少人 每个网格多少人 每个网格平均多少人 平均每个网格多少人"
    ),
    ("enrolled", "completed"): words("参加培训 参训 参训人次 参训人数 参加培训人次"),
    ("residents_per_staff",): words(
        "每名网格员服务多少人 每个网格员服务多少人 一个网格员服务多少人 一名网格员服务多少人 每名网格员管多少人 一个网格员管多少人 一名网格员管多少人 每个网格员管多少人 每名网格员平均服务多少人 人均服务居民 人均服务人口 网格员人均服务居民 网格员人均服务多少人 网格员平均服务多少人 网格员人均管多少人 网格员平均管多少人 网格员人均服务人口"
    ),
    ("decisions_open",): words("没销号 未销号 没有销号 还没销号 尚未销号 未销号事项 没销号事项"),
    ("decision_closure_rate",): words("销号率 事项销号率"),
    ("issue_closure_rate",): words(
        "诉求解决 诉求解决了 诉求解决了多少 企业诉求解决了多少 解决多少诉求 解决了多少诉求 解决几件诉求 解决了几件诉求 解决了多少件诉求 解决了几条诉求 解决了多少条诉求 诉求办了多少 诉求办结了多少 诉求办结多少"
    ),
    ("order_class_students",): words("订单班 订单班学生 订单班有多少学生 订单班人数 订单班在读学生 订单班多少学生"),
    ("member_households_per_estate",): words("几户党员中心户 多少户党员中心户 党员中心户几户 党员中心户有几户"),
    ("needs_listed",): words(
        "需求清单有多少项 需求清单多少项 需求清单列了多少项 需求清单几项 需求清单有几项 需求清单列了几项 需求清单一共多少项"
    ),
    ("resources_listed",): words(
        "资源清单有多少项 资源清单多少项 资源清单列了多少项 资源清单几项 资源清单有几项 资源清单列了几项 资源清单一共多少项"
    ),
    ("services_listed",): words(
        "服务清单有多少项 服务清单多少项 服务清单列了多少项 服务清单几项 服务清单有几项 服务清单列了几项 服务清单一共多少项"
    ),
    ("openings_per_seeker",): words("供需比 岗位供需比"),
    ("talent_introduced",): words("引才 引才人数 引进了人才"),
    ("new_citizen_cases",): words("积分入户 积分入户代办 积分落户 积分落户代办"),
    ("joint_meetings",): words("召开联席会议 开联席会议"),
    ("joint_meeting_lag",): words("会议开得及时 开得及时 召开得及时"),
    ("jobs_created",): words("带动就业岗位 带动岗位"),
    ("liaison_unclear",): words("挂钩联系未明确 联系未明确 未明确挂钩"),
    ("college_share",): words("大专以上党员 大专以上党员占比 大专以上学历党员 大专以上学历党员占比 大专及以上学历党员"),
    ("events_closed", "mediations_settled", "decisions_closed", "needs_closed"): words(
        "解决了 处理了 化解了 处置了 办好了"
    ),
    ("courses",): words("几期课 多少期课 几门课 多少门课 几节课 几堂课 开课 开了课 开了课程 办了课 办了课程 上了课"),
    ("revived_area",): words(
        "盘活了多少 盘活多少 盘活资产 盘活了资产 盘活的资产 盘活的闲置资产 盘活闲置资产 盘活了闲置资产 盘活了多少资产 盘活了多少闲置资产 盘活多少资产 盘活多少闲置资产 闲置资产盘活了多少 资产盘活了多少 盘活面积"
    ),
    ("points_issued",): words("积分发了 发了积分 发积分"),
    ("points_redeemed",): words("兑了 兑了多少"),
    ("civic_participants",): words("参加积分 参与积分 积分参加 积分参与"),
    ("enrolled",): words("报了几个人 报了多少人 报了几人 多少人报名 几个人报名 几人报名"),
}
# Each of these says of what it is most as well.
MOST_OF: dict[tuple[str, ...], tuple[str, ...]] = {
    ("labour_gap",): words("最难招 最难招人 最难招到人 最缺人 最缺工 最缺 最紧缺 最紧张 最吃紧 最抢手"),
    ("enrolled", "service_visits"): words("最受欢迎 最热门 最火 最火爆"),
    ("service_visits", "activities_held"): words("最活跃 最热闹"),
    ("events_accepted",): words("最忙 最忙碌"),
    ("days_to_close", "need_days_to_close", "mediation_days"): words("最拖拉 最磨蹭 最耗时 最费时"),
}
MOST_WORDS = frozenset(word for said in MOST_OF.values() for word in said)
# What became of these: what counts it, what its share is and how long it takes.
DONE_OF: dict[str, tuple[str, ...]] = {
    "需求": ("needs_closed", "need_satisfaction_rate", "need_days_to_close"),
    "事件": ("events_closed", "closure_rate", "days_to_close"),
    "纠纷": ("mediations_settled", "mediation_success_rate", "mediation_days"),
    "矛盾纠纷": ("mediations_settled", "mediation_success_rate", "mediation_days"),
    "事项": ("decisions_closed", "decision_closure_rate"),
    "诉求": ("issue_closure_rate",),
}
DONE_WORDS = words("解决 解决了 处理 处理了 处理完 化解 化解了 处置 处置了 办好 办好了")
# 解决了多少需求, 化解的纠纷, 事件处理.
DONE = {
    said: names
    for noun, names in DONE_OF.items()
    for done in DONE_WORDS
    for said in (done + noun, f"{done}的{noun}", noun + done)
}
DONE_RATES = {f"{noun}{done}率": names[1:] or names for noun, names in DONE_OF.items() for done in DONE_WORDS}
# Of these each metric is meant.
BOTH = frozenset(words("两个覆盖 两个覆盖率 双覆盖 双覆盖率 党的两个覆盖"))
# Of these a plain metric beside them takes the place.
VAGUE = aliases.VAGUE | frozenset(
    words(
        "解决了 处理了 化解了 处置了 办好了 办得 新议定 新入驻 新入驻了 退出 退出了 账号 移交 实习生 多少事项 几项事项 多少个事项"
    )
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
METRIC_WORDS = (
    metric_aliases.METRIC_WORDS
    | DONE
    | DONE_RATES
    | {word: names for every in (SPOKEN, MOST_OF) for names, said in every.items() for word in said}
)
