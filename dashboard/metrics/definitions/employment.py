"""就业: who works in the enterprises of an area, and where hands are missing."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.definitions.output import INDUSTRIAL, MART, NO_TRADE, REPORTED, SAME, internal
from dashboard.metrics.measure import average, flow, stock
from dashboard.metrics.metric import Direction, Metric
from dashboard.metrics.protection import Protection, persons

EMPLOYING = "employees_persons IS NOT NULL"
PRODUCING = "gross_output_cny_10k IS NOT NULL AND employees_persons IS NOT NULL"
JOBS = "job_months"
EVENTS = "recruitment_months"
CHANNEL_REPORT = "渠道运营单位月度报表，同一岗位、同一求职者只计首次发布或登记的渠道。"
FOLLOWED = "入职按推荐的月份归期，随回访补全；未核实入职的不计入分子、分母。"
EVENT_REPORT = "主办单位活动小结，按举办月份归期。"


def _jobs(name: str, label: str, column: str, unit: str, definition: str, direction: Direction = "neither") -> Metric:
    return Metric(
        name=name,
        label=label,
        theme="employment",
        mart=JOBS,
        numerator=flow(f"sum({column})", label),
        unit=unit,
        direction=direction,
        definition=definition,
        caliber=CHANNEL_REPORT,
        is_seasonal=True,
        # Places offered are no persons.
        protection=None if column == "openings" else persons("placement", column),
    )


def _rate(
    name: str,
    label: str,
    parts: tuple[tuple[str, str], tuple[str, str]],
    definition: str,
    protection: Protection,
    caliber: str = "",
) -> Metric:
    (above, above_label), (below, below_label) = parts
    both = f"{above} IS NOT NULL AND {below} IS NOT NULL"
    measures = (
        flow(f"sum({above}) FILTER (WHERE {both})", above_label),
        flow(f"sum({below}) FILTER (WHERE {both})", below_label),
    )
    told = CHANNEL_REPORT + caliber
    return percentage(
        name, label, JOBS, measures, definition, told, theme="employment", is_share=False, protection=protection
    )


_event = partial(figure, theme="employment", mart=EVENTS, direction="higher", caliber=EVENT_REPORT)


METRICS = (
    Metric(
        name="employees",
        label="从业人员",
        theme="employment",
        mart=MART,
        numerator=stock("sum(employees_persons)", "期末从业人员"),
        unit="人",
        direction="higher",
        definition="季末在岗的从业人员。",
        caliber=REPORTED,
        protection=internal("employees"),
    ),
    Metric(
        name="employees_per_enterprise",
        label="企均从业人员",
        theme="employment",
        mart=MART,
        numerator=stock("sum(employees_persons)", "期末从业人员"),
        denominator=stock(f"count(*) FILTER (WHERE {EMPLOYING})", "已上报企业数"),
        unit="人/家",
        decimals=1,
        definition="每家企业的季末从业人员。",
        caliber=SAME,
        protection=internal("employees"),
    ),
    Metric(
        name="above_scale_employee_share",
        label="规上从业人员占比",
        theme="employment",
        mart=MART,
        numerator=stock("sum(employees_persons) FILTER (WHERE is_above_scale)", "规上企业从业人员"),
        denominator=stock("sum(employees_persons)", "期末从业人员"),
        unit="%",
        decimals=1,
        scale=100,
        definition="规上企业从业人员占全部从业人员的比重。",
        caliber=REPORTED,
        protection=internal("employees", "above_scale_employees", dimensions=()),
        is_share=True,
    ),
    Metric(
        name="output_per_employee",
        label="从业人员人均产值",
        theme="employment",
        mart=MART,
        numerator=flow(f"sum(gross_output_cny_10k) FILTER (WHERE {PRODUCING})", "总产值"),
        denominator=average(f"sum(employees_persons) FILTER (WHERE {PRODUCING})", "从业人员"),
        unit="万元/人",
        decimals=2,
        direction="higher",
        definition="总产值与从业人员之比；季度为当季数，年度为全年数。",
        caliber=SAME + NO_TRADE,
        protection=internal("output", "employees", "output_per_employee", is_rounded=True),
        concerned=INDUSTRIAL,
        is_seasonal=True,
    ),
    _jobs("job_openings", "岗位需求", "openings", "人", "当期各渠道新发布岗位拟招的人数。"),
    _jobs("job_seekers", "求职登记", "seekers", "人", "当期各渠道新登记的求职者。"),
    Metric(
        name="labour_gap",
        label="用工缺口",
        theme="employment",
        mart=JOBS,
        numerator=flow("sum(openings - hired)", "岗位需求减入职"),
        unit="人",
        direction="lower",
        definition="当期新发布的岗位需求减去当期推荐而入职的人数。",
        caliber=CHANNEL_REPORT + FOLLOWED + "往期未招满的岗位不重复计入。",
        protection=persons("placement", "hired", "hired_of_openings"),
        is_seasonal=True,
    ),
    Metric(
        name="openings_per_seeker",
        label="用工供需比",
        theme="employment",
        mart=JOBS,
        numerator=flow("sum(openings) FILTER (WHERE seekers IS NOT NULL)", "岗位需求"),
        denominator=flow("sum(seekers)", "求职登记"),
        unit="倍",
        decimals=2,
        definition="岗位需求与求职登记之比；大于1，是岗位比人多，企业缺人；小于1，是人比岗位多。",
        caliber=CHANNEL_REPORT + "只含两项都已上报的。",
        protection=persons("placement", "seekers"),
    ),
    _jobs("job_recommendations", "推荐", "recommended", "人次", "当期把求职者推荐到岗位的人次。", "higher"),
    _jobs("job_matches", "达成意向", "matched", "人次", "当期推荐的人次中双方达成意向的。", "higher"),
    _jobs("job_hires", "入职", "hired", "人", "当期推荐而达成意向的人中已到岗的。", "higher"),
    _rate(
        "match_rate",
        "用工撮合率",
        (("matched", "达成意向"), ("recommended", "推荐")),
        "达成意向的人次占推荐人次的比重。",
        persons("placement", "matched_of_recommended", "recommended_of_matched"),
    ),
    _rate(
        "hire_rate",
        "岗位入职率",
        (("hired", "入职"), ("openings", "岗位需求")),
        "入职人数与岗位需求之比。",
        persons("placement", "hired_of_openings"),
        FOLLOWED,
    ),
    _event(
        "recruitment_events",
        "招聘活动",
        flow("sum(events)", "招聘活动"),
        "场",
        "当期举办的招聘活动。",
        is_seasonal=True,
    ),
    _event(
        "event_enterprises",
        "招聘活动参加企业",
        flow("sum(enterprises_attending)", "参加企业"),
        "家次",
        "各场参加的用工企业之和。",
        is_seasonal=True,
    ),
    _event(
        "event_openings",
        "招聘活动岗位",
        flow("sum(openings)", "提供岗位"),
        "人",
        "各场提供岗位拟招的人数之和。",
        is_seasonal=True,
    ),
    _event(
        "event_intentions",
        "招聘活动意向",
        flow("sum(intentions)", "达成意向"),
        "人",
        "各场达成意向的人数之和。",
        protection=persons("recruitment", "intentions"),
        is_seasonal=True,
    ),
    _event(
        "event_hires",
        "招聘活动入职",
        flow("sum(hires)", "入职"),
        "人",
        "各场达成意向的人中已到岗的人数之和。",
        protection=persons("recruitment", "hires"),
        is_seasonal=True,
    ),
    Metric(
        name="intention_hire_rate",
        label="意向入职率",
        theme="employment",
        mart=EVENTS,
        numerator=flow("sum(hires)", "入职"),
        denominator=flow("sum(intentions_of_hires)", "已回访活动的意向"),
        unit="%",
        decimals=1,
        scale=100,
        direction="higher",
        definition="招聘活动达成意向的人中已到岗的比重。",
        caliber=EVENT_REPORT + "只含已回访上报入职的活动。",
        protection=persons("recruitment", "hires", "intentions_of_hires"),
        is_share=True,
    ),
)
