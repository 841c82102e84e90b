"""巡查考评: whether grids are patrolled and homes called at, and how the grids were reviewed."""

from functools import partial
from typing import Unpack

from dashboard.metrics.declaring import Details, percentage
from dashboard.metrics.measure import average, flow, stock
from dashboard.metrics.metric import Metric
from dashboard.metrics.protection import persons

PATROLS = "grid_patrol_months"
REVIEWS = "grid_review_quarters"
REPORT = "网格通月报，以区域目录划定的网格为准，不含走访对象。"
REVIEWED = "镇网格办季度考评结果，按网格考评，不考评个人；未考评的网格不计入。"
PLANNED = average("sum(planned)", "划定网格数")
SCORES = flow("count(score)", "考评网格次数")


def _count(name: str, label: str, column: str, unit: str, definition: str, **details: Unpack[Details]) -> Metric:
    return Metric(
        name=name,
        label=label,
        theme="patrol",
        mart=PATROLS,
        numerator=flow(f"sum({column})", label),
        unit=unit,
        direction="higher",
        definition=definition,
        caliber=REPORT,
        **details,
    )


_share = partial(percentage, theme="patrol")


METRICS = (
    _count("patrols", "巡查次数", "patrols", "次", "当期在网格通登记的巡查次数。"),
    _share(
        "patrol_coverage",
        "巡查覆盖率",
        PATROLS,
        (average("sum(is_patrolled::INTEGER)", "当月有巡查的网格数"), PLANNED),
        "当月至少巡查一次的网格占划定网格的比重。",
        REPORT + "未上报的网格不算有巡查；季度、年度为各月平均。",
    ),
    _share(
        "household_coverage",
        "入户覆盖率",
        PATROLS,
        (
            average("sum(households_visited)", "当月走访到的住户"),
            average("sum(households)", "网格内住户"),
        ),
        "当月走访到的住户占网格内住户的比重。",
        REPORT
        + "同一户一个月走访几次都计一户，因此不超过100%；各月的户会重复，不能相加，季度、年度为各月平均。"
        + "分母只含报了入户户数的网格。",
    ),
    _count("patrol_enterprise_visits", "网格走访企业", "enterprise_calls", "家次", "当期网格员走访企业的家次。"),
    _count(
        "care_visits",
        "关爱走访",
        "care_visits",
        "人次",
        "当期上门看望孤寡老人、重症病人、残障人士等重点人群的人次。",
        protection=persons("care", "care_visits", minimum=5),
    ),
    Metric(
        name="review_score",
        label="网格考评得分",
        theme="patrol",
        mart=REVIEWS,
        numerator=flow("sum(score)", "得分合计"),
        denominator=SCORES,
        unit="分",
        decimals=1,
        direction="higher",
        definition="当期考评的网格的平均得分，百分制。",
        caliber=REVIEWED,
    ),
    _share(
        "red_flag_share",
        "红旗网格占比",
        REVIEWS,
        (flow("sum(has_red_flag::INTEGER)", "评为红旗的网格次数"), SCORES),
        "评为红旗的网格占当期考评网格的比重。",
        REVIEWED,
    ),
    Metric(
        name="grids_to_improve",
        label="整改网格",
        theme="patrol",
        mart=REVIEWS,
        numerator=stock("sum(must_improve::INTEGER)", "列为整改的网格"),
        unit="个",
        direction="lower",
        definition="最近一次考评列为整改的网格个数。",
        caliber=REVIEWED,
    ),
)
