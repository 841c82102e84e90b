"""三张清单: which needs are listed, met, late or left, and what the visits to enterprises bring up."""

from functools import partial
from typing import Unpack

from dashboard.metrics.declaring import Details, figure, percentage
from dashboard.metrics.measure import Measure, flow, running, stock
from dashboard.metrics.metric import Metric
from dashboard.metrics.protection import persons

ITEMS = "list_item_months"
OPEN = "open_need_months"
VISITS = "visit_months"
LISTED = "片区清单台账；只有公开文件写到、没有上报状态的需求不计。"
ENDED = "期末数，数据止于期中的按数据截止日。"
REPORT = "镇经济发展办公室走访台账，按走访月份归期。"

TOLD = stock("sum(needs_told)", "在册需求")


_count = partial(figure, theme="lists", mart=ITEMS)


def _share(
    name: str,
    label: str,
    parts: tuple[Measure, Measure],
    definition: str,
    caliber: str,
    mart: str = ITEMS,
    **details: Unpack[Details],
) -> Metric:
    return percentage(name, label, mart, parts, definition, caliber, theme="lists", **details)


_visit = partial(figure, theme="lists", mart=VISITS, caliber=REPORT)


METRICS = (
    Metric(
        name="lists_kept",
        label="已建清单",
        theme="lists",
        mart=ITEMS,
        numerator=stock("count(DISTINCT list_kind)", "清单种类"),
        unit="张",
        direction="higher",
        definition="期末已有内容的清单种类：资源、需求、服务。",
        caliber="含公开文件写到的需求与措施。",
    ),
    _count(
        "needs_listed",
        "列入需求",
        running("sum(needs)", "列入需求"),
        "项",
        "期末累计列入需求清单的需求。",
        caliber="含宝委综〔2024〕27号“需求分析”所列的需求；" + ENDED,
    ),
    _count(
        "resources_listed",
        "列入资源",
        running("sum(resources)", "列入资源"),
        "项",
        "期末累计列入资源清单的资源。",
        caliber="含公开文件写到的措施；" + ENDED,
        direction="higher",
    ),
    _count(
        "services_listed",
        "列入服务",
        running("sum(services)", "列入服务"),
        "项",
        "期末累计列入服务清单的服务。",
        caliber="含公开文件写到的措施；" + ENDED,
        direction="higher",
    ),
    _count(
        "needs_raised",
        "新提需求",
        flow("sum(needs_raised)", "新提需求"),
        "项",
        "当期提出的需求。",
        caliber=LISTED,
    ),
    _count(
        "needs_matched",
        "对接需求",
        flow("sum(needs_matched_now)", "对接需求"),
        "项",
        "当期对接上资源或服务的需求，含以前提出的。",
        caliber=LISTED,
        direction="higher",
    ),
    _count(
        "needs_closed",
        "办结需求",
        flow("sum(needs_closed_now)", "办结需求"),
        "项",
        "当期办结的需求，含以前提出的。",
        caliber=LISTED,
        direction="higher",
    ),
    _count(
        "needs_open",
        "在办需求",
        stock("sum(needs_open)", "在办需求"),
        "项",
        "期末尚未办结的需求，含待对接的。",
        caliber=LISTED + ENDED,
        mart=OPEN,
        direction="lower",
    ),
    _count(
        "needs_overdue",
        "超期需求",
        stock("sum(needs_overdue)", "超期需求"),
        "项",
        "期末已过应办结日期、仍未办结的需求。",
        caliber=LISTED + ENDED,
        mart=OPEN,
        direction="lower",
    ),
    _share(
        "need_match_rate",
        "需求对接率",
        (stock("sum(needs_matched)", "已对接需求"), TOLD),
        "期末已对接资源或服务的需求占在册需求的比重。",
        LISTED + ENDED,
    ),
    _share(
        "need_satisfaction_rate",
        "需求满足率",
        (stock("sum(needs_met)", "已满足需求"), TOLD),
        "期末已对接并办结的需求占在册需求的比重。",
        LISTED + "办结而没有对接资源或服务的不算满足；" + ENDED,
    ),
    _share(
        "list_closure_rate",
        "清单办结率",
        (stock("sum(needs_due_closed)", "已办结"), stock("sum(needs_due_to_date)", "已到期需求")),
        "期末已到期的需求中已办结的比重。",
        LISTED + "含到期以后才办结的；" + ENDED,
    ),
    _share(
        "need_on_time_rate",
        "需求按期办结率",
        (flow("sum(needs_closed_in_time)", "按期办结"), flow("sum(needs_due)", "当期到期需求")),
        "当期到期的需求中，在应办结日期之前办结的比重。",
        LISTED + "按应办结日期归期，未办结的也在分母内。",
    ),
    Metric(
        name="need_days_to_close",
        label="需求平均办结天数",
        theme="lists",
        mart=ITEMS,
        numerator=flow("sum(closed_days)", "办结用时"),
        denominator=flow("sum(needs_closed_now)", "办结需求"),
        unit="天",
        decimals=1,
        direction="lower",
        definition="当期办结的需求从提出到办结的平均天数。",
        caliber=LISTED,
    ),
    _visit(
        "visit_cadres",
        "走访干部",
        flow("sum(cadres)", "走访干部人次"),
        "人次",
        "当期参加入企走访的干部人次。",
        direction="higher",
        protection=persons("visits", "cadres"),
    ),
    _visit(
        "enterprises_visited",
        "走访企业",
        flow("sum(enterprises_visited)", "走访企业"),
        "家次",
        "当期各月走访到的企业家数之和。",
        direction="higher",
    ),
    _share(
        "visit_coverage",
        "走访覆盖率",
        (flow("sum(visited_of_assigned)", "走访企业"), flow("sum(enterprises_assigned)", "挂钩企业")),
        "当期各月走访到的企业占挂钩企业的比重。",
        REPORT + "各月相加后再相除，一家每月都走访为100%。",
        mart=VISITS,
    ),
    _visit(
        "issues_raised",
        "走访提出诉求",
        flow("sum(issues_raised)", "提出诉求"),
        "件",
        "当期走访中企业提出的诉求。",
    ),
    _share(
        "issue_closure_rate",
        "诉求办结率",
        (flow("sum(issues_closed)", "办结诉求"), flow("sum(raised_of_closed)", "提出诉求")),
        "走访提出的诉求中已办结的比重。",
        REPORT + "同一批诉求，至填报时办结的。",
        mart=VISITS,
        is_maturing=True,
    ),
    _share(
        "visit_satisfaction_rate",
        "回访满意率",
        (flow("sum(satisfied)", "满意企业"), flow("sum(surveyed)", "回访企业")),
        "回访的企业中表示满意的比重。",
        REPORT + "只含做了回访的月份。",
        mart=VISITS,
    ),
)
