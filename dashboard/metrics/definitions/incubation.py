"""孵化: what comes of the courses and of the incubation sites."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.measure import Measure, cumulative, flow, stock
from dashboard.metrics.metric import Metric
from dashboard.metrics.protection import Protection, persons

COURSES = "training_months"
SITES = "incubation_quarters"
BY_START = "按开课日期归期，数字随后续结业、转化上报而补全。"
SITE_REPORT = "孵化阵地运营单位季度报表。"
# What one or two sell at a site is theirs; an account may be that of an enterprise.
TRADE = Protection("incubation", ("trade",), contributors="在营账号或企业数")


def _course_rate(name: str, label: str, parts: tuple[tuple[str, str], tuple[str, str]], definition: str) -> Metric:
    (above, above_label), (below, below_label) = parts
    measures = flow(f"sum({above})", above_label), flow(f"sum({below})", below_label)
    caliber = "分母只含该项数字已到期上报的同一批期次；" + BY_START
    protection = persons("training", above, below)
    return percentage(name, label, COURSES, measures, definition, caliber, theme="incubation", protection=protection)


_site = partial(figure, theme="incubation", mart=SITES, direction="higher", caliber=SITE_REPORT)


def _site_rate(name: str, label: str, parts: tuple[Measure, Measure], definition: str) -> Metric:
    caliber = SITE_REPORT + "分子、分母都自有记录起累计，季末在营数除外。"
    return percentage(name, label, SITES, parts, definition, caliber, theme="incubation")


def _cohort(name: str, noun: str, measure: Measure, unit: str, definition: str) -> Metric:
    counts_persons = unit == "人次"
    # Whoever has found work after six months is counted once for the cohort.
    quantity = "converted_6m" if measure is DUE_CONVERTED else name
    return Metric(
        name=name,
        label=f"{noun}{unit}" if counts_persons else noun,
        noun=noun,
        theme="incubation",
        mart=COURSES,
        numerator=measure,
        unit=unit,
        direction="higher",
        definition=definition + "自有记录起累计。",
        caliber=SAME_COURSES,
        protection=persons("training", f"{quantity}_to_date", dimensions=()) if counts_persons else None,
    )


SAME_COURSES = "只含六个月转化已到期上报的同一批期次；不以就业为目的的课程不报转化。"
DUE_COMPLETED = cumulative("sum(completed_due_6m)", "结业人数")
DUE_CONVERTED = cumulative("sum(converted_6m)", "六个月转化人数")
LAUNCHED = cumulative("sum(accounts_launched)", "新开自媒体账号")
ACTIVE = stock("sum(accounts_active)", "在营自媒体账号")
ADMITTED = cumulative("sum(enterprises_admitted)", "入孵企业")
GRADUATED = cumulative("sum(enterprises_graduated)", "孵化成功企业")
SURVIVING = stock("sum(enterprises_surviving)", "在营孵化企业")
JOBS = cumulative("sum(jobs_created)", "新增就业岗位")

METRICS = (
    Metric(
        name="courses",
        label="开课期次",
        noun="开课",
        theme="incubation",
        mart=COURSES,
        numerator=flow("sum(courses)", "期次"),
        unit="期",
        direction="higher",
        definition="当期开课的培训期次。",
        is_seasonal=True,
        caliber="按开课日期归期。",
    ),
    Metric(
        name="enrolled",
        label="报名人次",
        noun="报名",
        theme="incubation",
        mart=COURSES,
        numerator=flow("sum(enrolled)", "报名人数"),
        unit="人次",
        direction="higher",
        definition="当期开课的期次的报名人数；一人参加两期计两次。",
        is_seasonal=True,
        caliber="按开课日期归期。",
        protection=persons("training", "enrolled"),
    ),
    Metric(
        name="completed",
        label="结业人次",
        noun="结业",
        theme="incubation",
        mart=COURSES,
        numerator=flow("sum(completed)", "结业人数"),
        unit="人次",
        direction="higher",
        definition="当期开课的期次的结业人数。",
        is_seasonal=True,
        caliber=BY_START,
        protection=persons("training", "completed"),
    ),
    Metric(
        name="courses_cumulative",
        label="累计期次",
        noun="累计开课",
        theme="incubation",
        mart=COURSES,
        numerator=cumulative("sum(courses)", "期次"),
        unit="期",
        direction="higher",
        definition="自有记录起累计开课的期次。",
        caliber="按开课日期归期。",
    ),
    Metric(
        name="completed_cumulative",
        label="累计结业人次",
        noun="累计结业",
        theme="incubation",
        mart=COURSES,
        numerator=cumulative("sum(completed)", "结业人数"),
        unit="人次",
        direction="higher",
        definition="自有记录起累计结业的人次。",
        caliber=BY_START,
        protection=persons("training", "completed_to_date", dimensions=()),
    ),
    Metric(
        name="enrolled_per_course",
        label="每期报名人数",
        theme="incubation",
        mart=COURSES,
        numerator=flow("sum(enrolled)", "报名人数"),
        denominator=flow("sum(courses)", "期次"),
        unit="人/期",
        decimals=1,
        definition="平均每期课程的报名人数。",
        caliber="按开课日期归期。",
        protection=persons("training", "enrolled"),
    ),
    _course_rate(
        "completion_rate",
        "培训结业率",
        (("completed", "结业人数"), ("enrolled_of_completed", "报名人数")),
        "结业人数占报名人数的比重。",
    ),
    _course_rate(
        "certification_rate",
        "培训取证率",
        (("certified", "取证人数"), ("completed_of_certified", "结业人数")),
        "取得证书或等级的人数占结业人数的比重。",
    ),
    _course_rate(
        "conversion_3m_rate",
        "三个月转化率",
        (("converted_3m", "三个月转化人数"), ("completed_due_3m", "结业人数")),
        "结业三个月后已就业或自主经营的人数占结业人数的比重。",
    ),
    _course_rate(
        "conversion_6m_rate",
        "六个月转化率",
        (("converted_6m", "六个月转化人数"), ("completed_due_6m", "结业人数")),
        "结业六个月后已就业或自主经营的人数占结业人数的比重。",
    ),
    Metric(
        name="conversion_6m_rate_cumulative",
        label="累计六个月转化率",
        theme="incubation",
        mart=COURSES,
        numerator=DUE_CONVERTED,
        denominator=DUE_COMPLETED,
        unit="%",
        decimals=1,
        scale=100,
        direction="higher",
        definition="自有记录起，结业六个月后已就业或自主经营的人数占结业人数的比重。",
        caliber=SAME_COURSES,
        protection=persons("training", "converted_6m_to_date", "completed_due_6m_to_date", dimensions=()),
        is_share=True,
    ),
    _cohort(
        "courses_due_6m",
        "到期期次",
        cumulative("sum(courses_due_6m)", "期次"),
        "期",
        "六个月转化已到期上报的期次。",
    ),
    _cohort(
        "enrolled_due_6m",
        "到期期次报名",
        cumulative("sum(enrolled_due_6m)", "报名人数"),
        "人次",
        "到期期次的报名人数。",
    ),
    _cohort("completed_due_6m", "到期期次结业", DUE_COMPLETED, "人次", "到期期次的结业人数。"),
    _cohort(
        "converted_3m_due_6m",
        "到期期次三个月转化",
        cumulative("sum(converted_3m_due_6m)", "三个月转化人数"),
        "人次",
        "到期期次中结业三个月后已就业或自主经营的人数。",
    ),
    _cohort(
        "converted_6m_due_6m",
        "到期期次六个月转化",
        DUE_CONVERTED,
        "人次",
        "到期期次中结业六个月后已就业或自主经营的人数。",
    ),
    _site(
        "accounts_launched",
        "新开账号",
        flow(LAUNCHED.expression, LAUNCHED.label),
        "个",
        "当期新开办的自媒体账号。",
    ),
    _site(
        "accounts_cumulative",
        "累计新开账号",
        LAUNCHED,
        "个",
        "自有记录起累计新开办的自媒体账号。",
    ),
    _site(
        "accounts_active",
        "在营账号",
        ACTIVE,
        "个",
        "季末仍正常更新、带货的自媒体账号。",
    ),
    _site_rate("landing_rate", "账号落地率", (ACTIVE, LAUNCHED), "季末在营账号占累计新开账号的比重。"),
    _site(
        "enterprises_admitted",
        "新入孵企业",
        flow(ADMITTED.expression, ADMITTED.label),
        "家",
        "当期新入孵的企业。",
    ),
    _site(
        "enterprises_admitted_cumulative",
        "累计入孵企业",
        ADMITTED,
        "家",
        "自有记录起累计入孵的企业。",
    ),
    _site(
        "enterprises_graduated_cumulative",
        "累计孵化成功企业",
        GRADUATED,
        "家",
        "累计注册成立并独立经营的企业。",
    ),
    _site_rate("graduation_rate", "孵化毕业率", (GRADUATED, ADMITTED), "累计孵化成功企业占累计入孵企业的比重。"),
    _site(
        "enterprises_surviving",
        "在营孵化企业",
        SURVIVING,
        "家",
        "季末仍在营的入孵企业。",
    ),
    _site_rate("survival_rate", "孵化企业存活率", (SURVIVING, ADMITTED), "季末在营的入孵企业占累计入孵企业的比重。"),
    _site(
        "jobs_created",
        "新增就业岗位",
        flow(JOBS.expression, JOBS.label),
        "个",
        "当期孵化企业与账号新增的岗位。",
    ),
    _site(
        "jobs_cumulative",
        "累计就业岗位",
        JOBS,
        "个",
        "自有记录起累计新增的岗位。",
    ),
    Metric(
        name="jobs_per_enterprise",
        label="孵化带动就业",
        theme="incubation",
        mart=SITES,
        numerator=JOBS,
        denominator=GRADUATED,
        unit="个/家",
        decimals=1,
        direction="higher",
        definition="累计新增岗位与累计孵化成功企业之比。",
        caliber=SITE_REPORT + "岗位含账号带动的岗位。",
    ),
    _site(
        "orders",
        "成交订单",
        flow("sum(orders)", "成交订单"),
        "单",
        "当期成交订单。",
        protection=TRADE,
        is_seasonal=True,
    ),
    _site(
        "sales",
        "成交额",
        flow("sum(sales_cny_10k)", "成交额"),
        "万元",
        "当期成交金额。",
        decimals=1,
        protection=TRADE,
        is_seasonal=True,
    ),
)
