"""服务共治: whether services reach people, disputes are settled, and residents take part."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.measure import average, flow, stock
from dashboard.metrics.protection import persons

USAGE = "service_usage_months"
MEDIATION = "mediation_months"
POINTS = "civic_point_months"
TEAMS = "service_team_months"
MICRO = "micro_action_months"
EVENTS = "grid_event_months"
SITE_REPORT = "阵地运营单位月报，只报人次；没有上报的阵地不计入。"
CASES = "镇司法所与各调解室月报，只报件数，不含当事人。"
LEDGER = "镇乡风文明积分台账月报，只报人数与分数。"
TEAM_REPORT = "各服务队月报。"
ESTATES = "小区党组织月报，不含业主信息。"
BY_MONTH_RAISED = ESTATES + "按征集的月份归期，认领、完成随后续填报而补全。"
COURIERS = "网格通导出中上报渠道为“快递小哥”的事件。"


_figure = partial(figure, theme="services")


_rate = partial(percentage, theme="services")


CHILDCARE = "FILTER (WHERE service = '托育')"
OF_KNOWN_SEATS = "FILTER (WHERE service = '托育' AND capacity IS NOT NULL)"
SEATS = average(f"sum(capacity) {CHILDCARE}", "托位")
SEATS_IN_USE = average(f"sum(in_use) {CHILDCARE}", "在用托位")
CLOSED = flow("sum(closed)", "结案件数")
SETTLED = flow("sum(mediated)", "调解成功")
# The points of one or two persons are theirs, whatever they are counted by.
OF_PARTICIPANTS = persons("civic", "participants")
ISSUED = flow("sum(points_issued)", "发放积分")
REDEEMED = flow("sum(points_redeemed)", "兑换积分")
RAISED = flow("sum(wishes_raised)", "征集微心愿")
DONE = flow("sum(wishes_done)", "完成微心愿")
BY_COURIERS = flow("sum(accepted * (channel = '快递小哥')::INTEGER)", "快递小哥上报的事件")

METRICS = (
    _figure(
        "service_sites",
        "阵地与服务点",
        stock("count(DISTINCT site_code)", "阵地数"),
        "处",
        "期末已启用的阵地与服务点。",
        mart="service_site_quarters",
        caliber="阵地台账；公开文件没有载明启用时间的，视为一直在用。",
        direction="higher",
    ),
    _figure(
        "service_visits",
        "服务人次",
        flow("sum(visits)", "服务人次"),
        "人次",
        "当期各阵地各项服务接待的人次，一人来两次计两次。",
        mart=USAGE,
        caliber=SITE_REPORT,
        noun="服务",
        direction="higher",
        protection=persons("services", "visits"),
        is_seasonal=True,
    ),
    _figure(
        "childcare_seats",
        "托位",
        SEATS,
        "个",
        "托教中心可用的托位，季度、年度为各月平均。",
        mart=USAGE,
        caliber=SITE_REPORT,
        direction="higher",
    ),
    _figure(
        "childcare_seats_in_use",
        "在用托位",
        SEATS_IN_USE,
        "个",
        "已入托的托位，季度、年度为各月平均。",
        mart=USAGE,
        caliber=SITE_REPORT,
        direction="higher",
        protection=persons("childcare", "in_use"),
    ),
    _rate(
        "childcare_occupancy",
        "托位使用率",
        USAGE,
        (average(f"sum(in_use) {OF_KNOWN_SEATS}", "在用托位"), SEATS),
        "在用托位占可用托位的比重。",
        SITE_REPORT + "季度、年度为各月平均。",
        direction="neither",
        protection=persons("childcare", "in_use"),
    ),
    _rate(
        "site_use_rate",
        "阵地使用率",
        USAGE,
        (flow("sum(used_hours)", "使用时数"), flow("sum(opening_hours)", "开放时数")),
        "有人使用的时数占开放时数的比重。",
        SITE_REPORT + "只含开放、使用两项时数都已上报的服务。",
    ),
    _figure(
        "mediations_accepted",
        "受理纠纷",
        flow("sum(accepted)", "受理件数"),
        "件",
        "当期新受理的纠纷。",
        mart=MEDIATION,
        caliber=CASES,
    ),
    _figure(
        "mediations_settled",
        "调解成功纠纷",
        SETTLED,
        "件",
        "当期结案中达成协议的纠纷，含以前各期受理的。",
        mart=MEDIATION,
        caliber=CASES,
        direction="higher",
    ),
    _figure(
        "mediations_transferred",
        "移交纠纷",
        flow("sum(transferred)", "移交件数"),
        "件",
        "当期结案中移交仲裁、法院或其他部门的纠纷。",
        mart=MEDIATION,
        caliber=CASES,
    ),
    _rate(
        "mediation_success_rate",
        "调解成功率",
        MEDIATION,
        (SETTLED, CLOSED),
        "调解成功占当期结案的比重。",
        CASES + "分母含未达成的与移交的。",
    ),
    _figure(
        "mediation_days",
        "平均调解用时",
        flow("sum(days_total)", "调解用时"),
        "天",
        "当期结案的纠纷从受理到结案的平均天数。",
        mart=MEDIATION,
        denominator=flow("sum(closed_with_days)", "报了用时的结案件数"),
        caliber=CASES + "分母只含报了用时的结案。",
        direction="lower",
        decimals=1,
    ),
    _figure(
        "civic_participants",
        "积分参与人次",
        flow("sum(participants)", "参与人数"),
        "人次",
        "当期得到文明积分的人次。",
        mart=POINTS,
        caliber=LEDGER + "一人一个月计一次，各月相加为人次。",
        noun="积分参与",
        direction="higher",
        protection=OF_PARTICIPANTS,
    ),
    _figure(
        "points_issued",
        "发放积分",
        ISSUED,
        "分",
        "当期发放的文明积分。",
        mart=POINTS,
        caliber=LEDGER,
        direction="higher",
        protection=OF_PARTICIPANTS,
    ),
    _figure(
        "points_redeemed",
        "兑换积分",
        REDEEMED,
        "分",
        "当期兑换的文明积分。",
        mart=POINTS,
        caliber=LEDGER,
        direction="higher",
        protection=OF_PARTICIPANTS,
    ),
    _rate(
        "redemption_rate",
        "积分兑换率",
        POINTS,
        (REDEEMED, ISSUED),
        "当期兑换的积分与当期发放的积分之比。",
        LEDGER + "兑换的可以是以前各期得到的积分，因此一期之内可能超过100%。",
        is_share=False,
        protection=OF_PARTICIPANTS,
    ),
    _figure(
        "service_teams",
        "服务队",
        stock("sum(teams)", "队伍数"),
        "支",
        "期末在册的服务队。",
        mart=TEAMS,
        caliber=TEAM_REPORT,
        direction="higher",
    ),
    _figure(
        "team_sorties",
        "服务队出动",
        flow("sum(sorties)", "出动次数"),
        "次",
        "当期服务队出动的次数。",
        mart=TEAMS,
        caliber=TEAM_REPORT,
        direction="higher",
        is_seasonal=True,
    ),
    _figure(
        "team_served",
        "服务队服务人次",
        flow("sum(served)", "服务人次"),
        "人次",
        "当期服务队服务到的人次。",
        mart=TEAMS,
        caliber=TEAM_REPORT + "与阵地的服务人次分别统计，不相加。",
        noun="服务队服务",
        protection=persons("teams", "served"),
        direction="higher",
        is_seasonal=True,
    ),
    _figure(
        "micro_actions",
        "四微事项",
        flow("sum(actions)", "四微事项"),
        "件",
        "当期完成的微心愿、开展的微协商与微服务、完工的微改造。",
        mart=MICRO,
        caliber=ESTATES + "微心愿按征集的月份归期。",
        direction="higher",
    ),
    _figure(
        "micro_kinds",
        "四微开展种类",
        stock("count(DISTINCT kind) FILTER (WHERE actions > 0)", "有事项的四微种类"),
        "项",
        "期末当月有事项的四微种类：微心愿、微协商、微服务、微改造，共四项。",
        mart=MICRO,
        caliber=ESTATES,
        direction="higher",
    ),
    _figure(
        "wishes_raised",
        "征集微心愿",
        RAISED,
        "个",
        "当期征集到的微心愿。",
        mart=MICRO,
        caliber=ESTATES,
    ),
    _figure(
        "wishes_done",
        "完成微心愿",
        DONE,
        "个",
        "当期征集的微心愿中已完成的。",
        mart=MICRO,
        caliber=BY_MONTH_RAISED,
        direction="higher",
        is_maturing=True,
    ),
    _rate(
        "wish_claim_rate",
        "微心愿认领率",
        MICRO,
        (flow("sum(wishes_claimed)", "认领微心愿"), RAISED),
        "已认领的微心愿占同一批征集的比重。",
        BY_MONTH_RAISED,
        is_maturing=True,
    ),
    _rate(
        "wish_completion_rate",
        "微心愿完成率",
        MICRO,
        (DONE, RAISED),
        "已完成的微心愿占同一批征集的比重。",
        BY_MONTH_RAISED,
        is_maturing=True,
    ),
    _figure(
        "joint_talks",
        "四方联席议事",
        flow("sum(joint_talks)", "四方联席议事"),
        "次",
        "当期社区党组织、小区党组织、业委会、物业一同议事的次数。",
        mart=MICRO,
        caliber=ESTATES,
        direction="higher",
    ),
    _figure(
        "courier_events",
        "快递小哥上报事件",
        BY_COURIERS,
        "件",
        "当期快递小哥作为“移动哨兵”上报的事件。",
        mart=EVENTS,
        caliber=COURIERS,
    ),
    _rate(
        "courier_share",
        "快递小哥上报占比",
        EVENTS,
        (BY_COURIERS, flow("sum(accepted)", "受理事件")),
        "快递小哥上报的事件占受理事件的比重。",
        COURIERS,
        direction="neither",
    ),
)
