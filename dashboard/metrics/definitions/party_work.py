"""党建, its second part: what party organizations cover and hold, and the four levels in the housing estates."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.measure import Measure, flow, stock
from dashboard.metrics.metric import Metric
from dashboard.metrics.protection import persons

COVERAGE = "coverage_quarters"
ACTIVITIES = "activity_quarters"
ESTATES = "estate_quarters"
SURVEY = "镇党建办季度摸排的季末数；数的是企业，不是党支部，一家企业只计一次。"
HELD = "镇党建办、园区党委季度统计；临时增加的场次同时计入应开。"
LEVELS = "村（社区）党组织年度统计，沿用到下一次统计，超过一年的不再沿用。"


def _covered(name: str, label: str, expression: str, measure: str, definition: str) -> Metric:
    parts = stock(expression, measure), stock("sum(enterprises_operating)", "运营企业")
    return percentage(name, label, COVERAGE, parts, definition, SURVEY, theme="party")


_count = partial(figure, theme="party", direction="higher")


def _estate_rate(name: str, label: str, parts: tuple[Measure, Measure], unit: str, definition: str) -> Metric:
    is_share = unit == "%"
    return Metric(
        name=name,
        label=label,
        theme="party",
        mart=ESTATES,
        numerator=parts[0],
        denominator=parts[1],
        unit=unit,
        decimals=1,
        scale=100 if is_share else 1,
        direction="higher",
        definition=definition,
        caliber=LEVELS,
        is_share=is_share,
    )


WORK = (
    _covered(
        "organization_coverage",
        "组织覆盖率",
        "sum(covered_single + covered_joint)",
        "党组织覆盖的企业",
        "单独组建与联合组建党组织覆盖的企业占运营企业的比重。",
    ),
    _covered(
        "single_organization_rate",
        "党组织单独组建率",
        "sum(covered_single)",
        "单独组建的企业",
        "单独建有党组织的企业占运营企业的比重。",
    ),
    _covered(
        "work_coverage",
        "工作覆盖率",
        "sum(covered_single + covered_joint + covered_by_work_only)",
        "组织或工作覆盖的企业",
        "有党组织覆盖，或由党建指导员、群团组织、党群阵地覆盖的企业占运营企业的比重；两者都有的只计一次。",
    ),
    *(
        _count(
            name,
            label,
            stock(f"sum({column})", label),
            "家",
            definition,
            mart=COVERAGE,
            caliber=SURVEY,
        )
        for name, label, column, definition in (
            ("covered_single", "单独组建", "covered_single", "单独建有党组织的企业。"),
            ("covered_by_region", "区域组团", "covered_by_region", "由区域组团的联合党组织覆盖的企业。"),
            ("covered_by_industry", "产业串联", "covered_by_industry", "由产业链串联的联合党组织覆盖的企业。"),
            (
                "covered_by_work_only",
                "仅工作覆盖",
                "covered_by_work_only",
                "没有党组织，由党建指导员、群团组织或党群阵地覆盖的企业。",
            ),
        )
    ),
    _count(
        "enterprises_uncovered",
        "未覆盖企业",
        stock(
            "sum(enterprises_operating - covered_single - covered_joint - covered_by_work_only)",
            "运营企业减各类覆盖的企业",
        ),
        "家",
        "组织、工作都还没有覆盖的运营企业。",
        mart=COVERAGE,
        caliber=SURVEY,
        direction="lower",
    ),
    _count(
        "instructors",
        "党建指导员",
        stock("sum(instructors)", "党建指导员"),
        "名",
        "季末选派在岗的党建指导员。",
        mart=COVERAGE,
        caliber=SURVEY,
    ),
    _count(
        "activities_planned",
        "应开组织生活",
        flow("sum(planned)", "应开场次"),
        "场",
        "按制度或计划当期应开展的组织生活和党群活动。",
        mart=ACTIVITIES,
        caliber=HELD,
        direction="neither",
    ),
    _count(
        "activities_held",
        "实开组织生活",
        flow("sum(held)", "实开场次"),
        "场",
        "当期应开的组织生活和党群活动中已开展的。",
        mart=ACTIVITIES,
        caliber=HELD,
    ),
    Metric(
        name="activity_rate",
        label="组织生活实开率",
        theme="party",
        mart=ACTIVITIES,
        numerator=flow("sum(held)", "实开场次"),
        denominator=flow("sum(planned)", "应开场次"),
        unit="%",
        decimals=1,
        scale=100,
        direction="higher",
        definition="实开场次占应开场次的比重。",
        caliber=HELD,
        is_share=True,
    ),
    Metric(
        name="persons_per_activity",
        label="场均参加人次",
        theme="party",
        mart=ACTIVITIES,
        numerator=flow("sum(person_times)", "参加人次"),
        denominator=flow("sum(held) FILTER (WHERE person_times IS NOT NULL)", "实开场次"),
        unit="人次/场",
        decimals=1,
        direction="higher",
        definition="每场组织生活和党群活动的参加人次。",
        caliber=HELD + "只含两项都已上报的。",
        protection=persons("activities", "person_times"),
    ),
    Metric(
        name="organizations_per_activity",
        label="场均参加党组织",
        theme="party",
        mart=ACTIVITIES,
        numerator=flow("sum(organizations_attending)", "参加党组织"),
        denominator=flow("sum(held) FILTER (WHERE organizations_attending IS NOT NULL)", "实开场次"),
        unit="个/场",
        decimals=1,
        direction="higher",
        definition="每场组织生活和党群活动的参加党组织。",
        caliber=HELD + "只含两项都已上报的。",
    ),
    _count(
        "activity_lines",
        "活动主线",
        stock("count(DISTINCT theme_line) FILTER (WHERE theme_line <> '不分主线' AND planned > 0)", "安排了活动的主线"),
        "条",
        "当期安排了活动的主线，最多为服务、学习、交流、关爱四条。",
        mart=ACTIVITIES,
        caliber=HELD,
    ),
    _estate_rate(
        "four_level_rate",
        "小区四级组织完整率",
        (stock("count(*) FILTER (WHERE is_whole)", "四级完整的小区"), stock("count(*)", "小区")),
        "%",
        "村党支部、小区党支部、楼栋党小组（每栋都有）、党员中心户四级都有的小区占小区的比重。",
    ),
    _estate_rate(
        "levels_per_estate",
        "小区组织层级",
        (stock("sum(levels)", "已有的层级"), stock("count(*)", "小区")),
        "级",
        "每个小区已有的组织层级，最多四级。",
    ),
    _estate_rate(
        "building_group_coverage",
        "楼栋党小组覆盖率",
        (stock("sum(building_groups)", "楼栋党小组"), stock("sum(buildings)", "楼栋")),
        "%",
        "楼栋党小组占楼栋的比重。",
    ),
    _estate_rate(
        "member_households_per_estate",
        "小区党员中心户",
        (stock("sum(member_households)", "党员中心户"), stock("count(*)", "小区")),
        "户/个",
        "每个小区的党员中心户。",
    ),
)
