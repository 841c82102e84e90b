"""联席会议: whether meetings are held and attended, and what becomes of what they decide."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.measure import flow, running, stock
from dashboard.metrics.metric import Metric

MEETINGS = "meeting_quarters"
DECISIONS = "decision_quarters"
OPEN = "open_decision_quarters"
CASES = "exemplary_case_quarters"
NAMED = "按会议名称中的季度归期：7月上旬召开的第二季度会议属第二季度。"
ENDED = "季末数，数据止于季中的按数据截止日；重开的算未办结。"
PROMISED = "按期与超期以原定期限为准，调整期限不改变它。"

ALL = stock("sum(decisions)", "议定事项")


_meeting = partial(figure, theme="meetings", mart=MEETINGS, caliber=NAMED, direction="higher")


_matter = partial(figure, theme="meetings", mart=DECISIONS, caliber=ENDED)


_share = partial(percentage, theme="meetings")


METRICS = (
    _meeting(
        "joint_meetings",
        "联席会议",
        flow("sum(joint_held)", "召开的联席会议"),
        "次",
        "当期召开的联席会议，一个片区一季计一次。",
    ),
    _share(
        "joint_meeting_rate",
        "联席会议召开率",
        MEETINGS,
        (flow("sum(joint_held)", "召开的联席会议"), flow("sum(joint_due)", "应开的联席会议")),
        "召开的联席会议占应开次数的比重，每个片区每季应开一次。",
        NAMED + "片区第一次召开之前不计应开；晚于季末召开的也算召开。",
    ),
    Metric(
        name="joint_meeting_lag",
        label="联席会议滞后天数",
        theme="meetings",
        mart=MEETINGS,
        numerator=flow("sum(joint_lag_days)", "季末后召开的天数"),
        denominator=flow("sum(joint_meetings)", "召开的联席会议"),
        unit="天",
        decimals=1,
        direction="lower",
        definition="联席会议召开日期晚于所属季度末的平均天数。",
        caliber=NAMED + "季内召开的计0天。",
    ),
    _share(
        "attendance_rate",
        "单位出席率",
        MEETINGS,
        (flow("sum(units_present)", "实到单位"), flow("sum(units_expected)", "应到单位")),
        "各类会议实到单位占应到单位的比重。",
        NAMED + "只含两项都已上报的会议。",
    ),
    _meeting(
        "meetings_held",
        "召开会议",
        flow("sum(meetings)", "召开的会议"),
        "次",
        "当期召开的联席会议、调度会、党群工作会议、四方联席、会商恳谈。",
    ),
    _matter(
        "decisions_made",
        "新议定事项",
        flow("sum(decided_now)", "新议定事项"),
        "项",
        "当期的会议议定的事项。",
        caliber=NAMED,
    ),
    _matter(
        "decisions_closed",
        "销号事项",
        flow("sum(closed_now)", "销号事项"),
        "项",
        "当期办结、销号的事项，季末又重开的不计。",
        direction="higher",
    ),
    _matter(
        "decisions_open",
        "在办事项",
        stock("sum(open)", "在办事项"),
        "项",
        "季末尚未办结的议定事项。",
        mart=OPEN,
        direction="lower",
    ),
    _share(
        "decision_closure_rate",
        "事项办结率",
        DECISIONS,
        (stock("sum(closed)", "已办结事项"), ALL),
        "季末已办结的事项占累计议定事项的比重。",
        ENDED,
    ),
    _share(
        "decision_on_time_rate",
        "事项按期率",
        DECISIONS,
        (flow("sum(closed_in_time)", "按期办结事项"), flow("sum(due)", "当期到期事项")),
        "当期到期的事项中，在原定期限之前办结的比重。",
        PROMISED + "按原定期限归期，未办结的也在分母内。",
    ),
    _matter(
        "decisions_overdue",
        "超期未结事项",
        stock("sum(overdue)", "超期未结事项"),
        "项",
        "季末已过原定期限、仍未办结的事项。",
        caliber=PROMISED + ENDED,
        direction="lower",
    ),
    Metric(
        name="decision_overdue_days",
        label="平均超期天数",
        theme="meetings",
        mart=DECISIONS,
        numerator=stock("sum(overdue_days)", "超期天数"),
        denominator=stock("sum(overdue)", "超期未结事项"),
        unit="天",
        decimals=1,
        direction="lower",
        definition="季末超期未结的事项平均超过原定期限的天数。",
        caliber=PROMISED + ENDED,
    ),
    _matter(
        "decisions_unmoved",
        "无进展事项",
        stock("sum(unmoved)", "无进展事项"),
        "项",
        "最近两次联席会议之间状态、进度、节点和说明都没有变化的在办事项。",
        caliber="只含前一次会议时已经议定的事项；" + ENDED,
        direction="lower",
    ),
    _matter(
        "decisions_blocked",
        "受阻事项",
        stock("sum(blocked)", "受阻事项"),
        "项",
        "季末状态为受阻的事项。",
        direction="lower",
    ),
    _matter(
        "decisions_replanned",
        "改期未结事项",
        stock("sum(replanned)", "调整过期限的在办事项"),
        "项",
        "季末在办的事项中办结期限调整过的。",
        caliber="以最近一次上报的调整次数为准。",
        direction="lower",
    ),
    Metric(
        name="exemplary_cases",
        label="典型案例",
        theme="meetings",
        mart=CASES,
        numerator=running("sum(cases)", "典型案例"),
        unit="个",
        direction="higher",
        definition="季末累计选树的首创性、引领性、突破性案例。",
        caliber="自选树之日起计。",
    ),
    _share(
        "case_replication_rate",
        "案例推广率",
        CASES,
        (stock("sum(cases_replicated)", "已推广案例"), stock("sum(cases_told)", "典型案例")),
        "已复制推广的案例占累计选树案例的比重。",
        "只含已上报推广情况的案例；没有推广日期的按选树之日起推广。",
    ),
)
