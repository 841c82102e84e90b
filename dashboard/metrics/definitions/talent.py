"""人才: who comes, who stays, what titles they earn, and what the schools send."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.definitions.incubation import BY_START, COURSES
from dashboard.metrics.measure import Measure, cumulative, flow, stock
from dashboard.metrics.metric import Metric
from dashboard.metrics.protection import Protection, persons

TALENT = "talent_quarters"
WINDOW = "人才服务窗口、校企合作单位季度报表，只有人数。"
DUE = "分母只含已满十二个月、留任已上报的各季引进人才，自有记录起累计。"


_count = partial(figure, theme="talent", direction="higher", mart=TALENT, caliber=WINDOW)


def _rate(
    name: str, label: str, parts: tuple[Measure, Measure], definition: str, caliber: str, protection: Protection
) -> Metric:
    return percentage(name, label, TALENT, parts, definition, caliber, theme="talent", protection=protection)


METRICS = (
    _count(
        "talent_introduced",
        "引进人才",
        flow("sum(introduced)", "引进人才"),
        "人",
        "当期新引进、签一年以上合同的大专及以上或中级工及以上人才。",
        protection=persons("talent", "introduced"),
        is_seasonal=True,
    ),
    _rate(
        "talent_retention",
        "满一年留任率",
        (
            cumulative("sum(retained_12m)", "满一年仍在岗"),
            cumulative("sum(introduced) FILTER (WHERE retained_12m IS NOT NULL)", "满一年的引进人才"),
        ),
        "引进满十二个月的人才中仍在岗的比重。",
        WINDOW + DUE,
        persons("talent", "retained_to_date", "introduced_of_retained_to_date"),
    ),
    _count(
        "talent_consultations",
        "人才政策咨询",
        flow("sum(consultations)", "人才政策咨询"),
        "人次",
        "高层次人才服务窗口当期接待的咨询。",
        protection=persons("talent", "consultations"),
    ),
    _count(
        "talent_activities",
        "人才联谊交流",
        flow("sum(activities)", "联谊交流活动"),
        "场",
        "“生根计划”当期举办的青年联谊、才艺切磋等活动。",
    ),
    Metric(
        name="persons_per_talent_activity",
        label="联谊交流场均人次",
        theme="talent",
        mart=TALENT,
        numerator=flow("sum(activity_person_times)", "参加人次"),
        denominator=flow("sum(activities) FILTER (WHERE activity_person_times IS NOT NULL)", "联谊交流活动"),
        unit="人次/场",
        decimals=1,
        direction="higher",
        definition="每场“生根计划”活动的参加人次。",
        caliber=WINDOW,
        protection=persons("talent", "activity_person_times"),
    ),
    _count(
        "new_citizen_cases",
        "新市民积分代办",
        flow("sum(new_citizen_cases)", "新市民积分代办"),
        "件",
        "当期咨询代办的新市民积分事项。",
    ),
    _count(
        "titles_applied",
        "职称等级申报",
        flow("sum(titles_applied)", "职称与等级申报"),
        "人",
        "当期经服务窗口申报职称或技能等级的人数。",
        protection=persons("talent", "titles_applied"),
    ),
    _rate(
        "title_pass_rate",
        "职称通过率",
        (
            flow("sum(titles_passed)", "通过"),
            flow("sum(titles_applied) FILTER (WHERE titles_passed IS NOT NULL)", "结果已出的申报"),
        ),
        "职称与技能等级申报中已通过的比重。",
        WINDOW + "按申报的季度归期，只含结果已出的。",
        persons("talent", "titles_passed", "titles_told"),
    ),
    _count(
        "partner_schools",
        "合作院校",
        stock("sum(partner_schools)", "合作院校"),
        "所",
        "季末签有合作协议的院校。",
        caliber=WINDOW + "一所院校只由一个区域上报。",
    ),
    _count(
        "order_class_students",
        "订单班在读",
        stock("sum(order_class_students)", "订单班在读"),
        "人",
        "季末订单班在读学生。",
        protection=persons("talent", "order_class_students"),
    ),
    _count(
        "interns",
        "实习学生",
        flow("sum(interns)", "实习学生"),
        "人",
        "当期结束实习的学生。",
        protection=persons("talent", "interns"),
    ),
    _rate(
        "intern_retention",
        "实习留用率",
        (
            flow("sum(interns_retained)", "留用"),
            flow("sum(interns) FILTER (WHERE interns_retained IS NOT NULL)", "实习学生"),
        ),
        "当期结束实习的学生中被企业留用的比重。",
        WINDOW,
        persons("talent", "interns_retained", "interns_told"),
    ),
    _count(
        "contests",
        "技能竞赛",
        flow("sum(courses * (category = '竞赛')::integer)", "竞赛期次"),
        "场",
        "当期举办的技能竞赛，如电工、叉车竞赛。",
        mart=COURSES,
        caliber="培训期次中类别为竞赛的；" + BY_START,
    ),
    _count(
        "contest_entrants",
        "竞赛参赛",
        flow("sum(enrolled * (category = '竞赛')::integer)", "参赛人次"),
        "人次",
        "当期技能竞赛的参赛人次。",
        mart=COURSES,
        caliber="培训期次中类别为竞赛的；" + BY_START,
        protection=persons("training", "contest_entrants", dimensions=()),
    ),
)
