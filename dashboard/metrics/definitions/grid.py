"""网格: whether every grid is covered, how loaded it is, and whether its matters are closed."""

from functools import partial
from typing import Unpack

from dashboard.metrics.declaring import Details, figure, percentage
from dashboard.metrics.measure import Measure, average, cumulative, flow, stock
from dashboard.metrics.metric import Direction, Metric

GRIDS = "grid_quarters"
EVENTS = "grid_event_months"
REGISTERED = "以区域目录划定的网格为准，人数为镇网格办季度台账的季末数。"
COHORT = "按上报月份归期，同一批受理的事件；至数据截止日办结的都算办结。"
BY_DUE = "按应办结月份归期，只含数据截止日之前到期的事件，未办结的也在分母内。"
LIST = "网格通导出，不含任何个人信息。"


_count = partial(figure, theme="grid", mart=GRIDS, caliber=REGISTERED)


def _share(
    name: str,
    label: str,
    parts: tuple[Measure, Measure],
    definition: str,
    direction: Direction,
    *,
    mart: str,
    caliber: str,
    **details: Unpack[Details],
) -> Metric:
    return percentage(name, label, mart, parts, definition, caliber, theme="grid", direction=direction, **details)


def _per_grid(name: str, label: str, column: str, measure: str, unit: str) -> Metric:
    return Metric(
        name=name,
        label=label,
        theme="grid",
        mart=GRIDS,
        numerator=stock(f"sum({column})", measure),
        denominator=stock(f"count({column})", "已上报网格数"),
        unit=unit,
        decimals=1,
        definition=f"平均每个网格的{measure}。",
        caliber=REGISTERED + "分母只含该项已上报的网格。",
    )


PLANNED = stock("sum(planned)", "划定网格数")
STAFF = stock("sum(staff)", "网格员人数")
ACCEPTED = flow("sum(accepted)", "受理事件")
CLOSED = flow("sum(closed)", "已办结事件")

METRICS = (
    _count(
        "grids",
        "划定网格",
        PLANNED,
        "个",
        "区域目录划定的网格个数。",
    ),
    _count(
        "grid_leaders",
        "在岗网格长",
        stock("sum(grid_leaders)", "在岗网格长"),
        "名",
        "季末在岗的网格长人数。",
        direction="higher",
    ),
    _share(
        "grid_coverage",
        "网格覆盖率",
        (stock("sum(has_leader::INTEGER)", "有在岗网格长的网格数"), PLANNED),
        "有在岗网格长的网格占划定网格的比重。",
        "higher",
        mart=GRIDS,
        caliber=REGISTERED + "部分网格没有上报的季度，未上报的不算有网格长。",
    ),
    _share(
        "grid_report_rate",
        "网格台账上报率",
        (flow("count(*) FILTER (WHERE has_report)", "已上报网格季度数"), flow("count(*)", "应报网格季度数")),
        "当期已上报季度台账的网格占划定网格的比重。",
        "higher",
        mart=GRIDS,
        caliber=REGISTERED,
    ),
    _count(
        "grid_staff",
        "网格员",
        STAFF,
        "名",
        "季末在岗的专职与兼职网格员。",
        direction="higher",
    ),
    _share(
        "full_time_share",
        "网格员专职占比",
        (stock("sum(staff_full_time)", "专职网格员"), STAFF),
        "专职网格员占网格员的比重。",
        "higher",
        mart=GRIDS,
        caliber=REGISTERED,
    ),
    _per_grid("staff_per_grid", "每格网格员", "staff", "网格员人数", "名/个"),
    _per_grid("households_per_grid", "格均住户", "households", "住户", "户/个"),
    _per_grid("residents_per_grid", "格均人口", "resident_persons", "常住人口", "人/个"),
    _per_grid("enterprises_per_grid", "格均企业", "enterprises", "企业数", "家/个"),
    Metric(
        name="residents_per_staff",
        label="每名网格员服务人口",
        theme="grid",
        mart=GRIDS,
        numerator=stock("sum(resident_persons) FILTER (WHERE staff IS NOT NULL)", "常住人口"),
        denominator=stock("sum(staff) FILTER (WHERE resident_persons IS NOT NULL)", "网格员人数"),
        unit="人/名",
        decimals=1,
        direction="lower",
        definition="常住人口与网格员人数之比。",
        caliber=REGISTERED + "只含两项都已上报的网格。",
    ),
    _share(
        "grids_in_band_share",
        "户数达标网格占比",
        (
            stock("sum(is_households_in_band::INTEGER)", "户数在标准内的网格数"),
            stock("count(is_households_in_band)", "有户数标准且已上报的网格数"),
        ),
        "户数在标准内的网格占已上报、有户数标准的网格的比重。",
        "higher",
        mart=GRIDS,
        caliber="标准按网格类型设定，见“网格治理”；不设户数标准的网格不参加评判。",
        set_aside=stock("count(*) FILTER (WHERE has_report AND NOT has_household_standard)", "不设标准的网格"),
    ),
    _count(
        "grids_overloaded",
        "超负荷网格",
        stock("sum(is_overloaded::INTEGER)", "超负荷网格数"),
        "个",
        "户数或常住人口超过负荷标准上限的网格个数。",
        direction="lower",
        concerned=stock("count(*) FILTER (WHERE has_load_limit)", "有负荷上限的网格"),
    ),
    Metric(
        name="events_per_grid",
        label="格均事件",
        theme="grid",
        mart=GRIDS,
        numerator=flow("sum(events_accepted)", "受理事件"),
        denominator=average("count(events_accepted)", "报送事件的网格数"),
        unit="件/个",
        decimals=1,
        definition="平均每个网格当期受理的事件。",
        caliber=LIST + "只含登记到网格的事件。",
    ),
    Metric(
        name="events_per_1000_residents",
        label="每千人事件",
        theme="grid",
        mart=GRIDS,
        numerator=flow("sum(events_accepted) FILTER (WHERE resident_persons IS NOT NULL)", "受理事件"),
        denominator=average("sum(resident_persons) FILTER (WHERE events_accepted IS NOT NULL)", "常住人口"),
        unit="件/千人",
        decimals=1,
        scale=1000,
        definition="每千名常住人口当期受理的事件。",
        caliber=LIST + "只含登记到网格、且已上报常住人口的网格。",
    ),
    Metric(
        name="events_accepted",
        label="受理事件",
        theme="grid",
        mart=EVENTS,
        numerator=ACCEPTED,
        unit="件",
        definition="当期上报并受理的网格事件。",
        caliber=LIST,
    ),
    Metric(
        name="events_closed",
        label="办结事件",
        theme="grid",
        mart=EVENTS,
        numerator=CLOSED,
        unit="件",
        definition="当期受理的事件中已办结的。",
        caliber=COHORT,
        is_maturing=True,
    ),
    _share(
        "closure_rate",
        "事件办结率",
        (CLOSED, ACCEPTED),
        "已办结事件占同一批受理事件的比重。",
        "higher",
        mart=EVENTS,
        caliber=COHORT,
        is_maturing=True,
    ),
    _share(
        "on_time_rate",
        "事件按期办结率",
        (flow("sum(closed_in_time)", "按时办结事件"), flow("sum(due)", "到期事件")),
        "按时办结的事件占当期到期事件的比重。",
        "higher",
        mart=EVENTS,
        caliber=BY_DUE,
    ),
    Metric(
        name="days_to_close",
        label="事件平均办结时长",
        theme="grid",
        mart=EVENTS,
        numerator=flow("sum(closed_days)", "办结用时"),
        denominator=CLOSED,
        unit="天",
        decimals=1,
        direction="lower",
        definition="只计已办结的事件，从上报到办结的平均天数；还没有办结的（含超期的）不在内。",
        caliber=COHORT,
        is_maturing=True,
    ),
    _share(
        "reopened_rate",
        "事件重开率",
        (flow("sum(reopened)", "重开过的事件"), CLOSED),
        "办结后又重新打开过的事件占已办结事件的比重。",
        "lower",
        mart=EVENTS,
        caliber=COHORT,
        is_maturing=True,
    ),
    Metric(
        name="overdue_open",
        label="超期未办结事件",
        theme="grid",
        mart=EVENTS,
        numerator=cumulative("sum(overdue_entered) - sum(overdue_left)", "超期未办结事件"),
        unit="件",
        direction="lower",
        definition="期末已过应办结时间、仍未办结的事件。",
        caliber="存量，含以前各期到期的；数据止于期中的，按数据截止日。",
    ),
)
