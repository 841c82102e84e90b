"""Good forms of a few datasets, from which the forms of the corpus are made, and the rows that they mean."""

from collections.abc import Sequence
from functools import partial

from tests.etl.corpus.declare import Cells, row

QUARTER_HEAD = ("企业", "季度", "总产值（万元）", "税收（万元）", "期末从业人员（人）")
QUARTER_BARE = ("企业", "季度", "总产值", "税收", "期末从业人员")
Q001 = ("Q001", "2026Q1", 1200.5, 30, 88)
Q002 = ("Q002", "2026Q1", 300, 6, 20)
Q003 = ("Q003", "2026Q1", 450, 9, 31)
QUARTER_ROWS = (Q001, Q002, Q003)

POPULATION_HEAD = ("村（社区）", "统计时点", "住户数（户）", "户籍人口（人）", "常住人口（人）")
POPULATION_BARE = ("村（社区）", "统计时点", "住户数", "户籍人口", "常住人口")
TANGHOU = ("350581101206", "2026-03-31", 3351, 10169, 12260)
LUNHOU = ("350581101208", "2026-03-31", 688, 2618, 6666)
POPULATION_ROWS = (TANGHOU, LUNHOU)

STAFFING_HEAD = (
    "网格", "季度", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）", "户数（户）", "常住人口（人）", "企业数（家）",
)  # fmt: skip
STAFFING_ROWS = (
    ("35058110120601", "2026Q1", 1, 2, 3, 410, 1520, 2),
    ("35058110120602", "2026Q1", 1, 1, 2, 380, 1405, 5),
    ("35058110120801", "2026Q1", 0, 1, 4, 455, 1733, 1),
)

EVENT_HEAD = ("事件编号", "网格", "事件类别", "上报渠道", "上报时间", "应办结时间", "办结时间", "重开次数（次）")
E1 = ("E1", "35058110191101", "安全隐患", "网格员", "2026-03-04 08:00", "2026-03-05 08:00", "2026-03-04 17:30", 0)
E2 = ("E2", "35058110120601", "环境卫生", "热线", "2026-03-06 09:00", "2026-03-08 09:00", "", 0)
EVENT_ROWS = (E1, E2)

COURSE_HEAD = (
    "期次编号",
    "阵地",
    "课程类别",
    "主要对象",
    "开课日期",
    "报名人数（人）",
    "结业人数（人）",
    "取证人数（人）",
)
COURSE_ROWS = (
    ("K1", "S-02", "新媒体电商", "宝妈", "2026-01-12", 20, 16, 8),
    ("K2", "S-02", "技能", "职工", "2026-02-25", 30, 24, 12),
)

JOB_HEAD = (
    "区域",
    "月份",
    "渠道",
    "岗位类别",
    "岗位需求（人）",
    "求职登记（人）",
    "推荐（人次）",
    "达成意向（人次）",
    "入职（人）",
)
JOB_ROWS = (
    ("宝盖科技园", "2026-03", "零工驿站", "缝纫工", 40, 55, 38, 21, 15),
    ("宝盖科技园", "2026-03", "零工驿站", "普工", 60, 80, 52, 33, 28),
)

DECISION_HEAD = (
    "事项编号",
    "会议编号",
    "事项",
    "任务",
    "涉及区域",
    "责任单位",
    "议定日期",
    "现定期限",
    "调整次数（次）",
)
DECISION_ROWS = (
    ("T1", "M1", "修复园区路灯", "治理联动", "宝盖科技园", "镇规划建设办公室", "2025-12-20", "2026-06-30", 0),
    ("T2", "M1", "开办缝纫工夜校", "人才联育", "塘后村", "镇党群服务中心", "2025-12-20", "2026-09-30", 0),
)

ITEM_HEAD = ("清单编号", "清单", "所在区域", "对象", "事项类别", "内容", "提出日期", "来源", "责任单位", "状态")
ITEM_ROWS = (
    (
        "N1",
        "需求",
        "宝盖科技园",
        "企业",
        "用工招聘",
        "缺缝纫工三十名",
        "2026-02-10",
        "入企走访",
        "镇经济发展办公室",
        "待对接",
    ),
    ("N2", "资源", "塘后村", "村民", "停车出行", "夜间开放村部停车场", "2026-02-11", "摸底", "塘后村委会", "可提供"),
)

SERVICE_HEAD = ("阵地", "月份", "服务项目", "服务人次（人次）", "可用托位或席位（个）", "在用托位或席位（个）")
SERVICE_ROWS = (
    ("S-01", "2026-03", "托育", 320, 40, 36),
    ("S-01", "2026-03", "义诊", 58, None, None),
)

COVERAGE_HEAD = (
    "区域",
    "季度",
    "运营企业（家）",
    "单独组建覆盖（家）",
    "联合组建覆盖（家）",
    "其中产业串联（家）",
    "仅工作覆盖（家）",
    "党建指导员（名）",
)
COVERAGE_ROWS = (
    ("宝盖科技园", "2026Q1", 120, 18, 40, 12, 30, 6),
    ("塘后村", "2026Q1", 35, 4, 10, 3, 11, 2),
)

PIPELINE_HEAD = (
    "园区",
    "季度",
    "签约（家）",
    "入驻（家）",
    "投产（家）",
    "纳统（家）",
    "升规（家）",
    "可出租面积（平方米）",
    "已出租面积（平方米）",
)
PIPELINE_ROWS = (
    ("宝盖科技园", "2026Q1", 60, 52, 45, 20, 2, 32000, 25500.5),
    ("宝盖鞋服市场", "2026Q1", 25, 20, 18, 6, 1, 12000, 9000),
)

VISIT_HEAD = (
    "所在区域",
    "月份",
    "走访干部（人次）",
    "挂钩企业（家）",
    "走访企业（家）",
    "提出诉求（件）",
    "办结诉求（件）",
    "回访企业（家）",
    "满意企业（家）",
)
VISIT_ROWS = (
    ("宝盖科技园", "2026-03", 24, 50, 42, 17, 12, 30, 28),
    ("塘后村", "2026-03", 6, 12, 9, 3, 3, 9, 9),
)

AREA_OF = {
    "宝盖科技园": "350581101911",
    "塘后村": "350581101206",
    "宝盖鞋服市场": "350581101912",
    "仑后村": "350581101208",
}


def quarter(code: str, period: str = "2026Q1", gross=None, tax=None, heads=None, **more) -> tuple:
    """A row of `core.enterprise_quarters`."""
    return row(
        "enterprise_quarters",
        code,
        period,
        gross_output_cny_10k=gross,
        tax_cny_10k=tax,
        employees_persons=heads,
        **more,
    )


def placed(dataset: str, cells: Cells) -> tuple:
    """A row of a good form as the warehouse has it: the name of the area is its code."""
    return row(dataset, *(AREA_OF.get(cell, cell) if isinstance(cell, str) else cell for cell in cells))


def _means(dataset: str, rows: Sequence[Cells]) -> list[tuple]:
    return [placed(dataset, cells) for cells in rows]


QUARTERS = [quarter(*cells) for cells in QUARTER_ROWS]
POPULATION = _means("population", POPULATION_ROWS)
STAFFING = _means("grid_staffing", STAFFING_ROWS)
EVENTS = _means("grid_events", [E1, (*E2[:6], None, 0)])
COURSES = _means("training_courses", COURSE_ROWS)
JOBS = _means("job_months", JOB_ROWS)
SERVICES = _means("service_months", SERVICE_ROWS)
COVERAGE = _means("party_coverage", COVERAGE_ROWS)
PIPELINE = _means("park_pipeline", PIPELINE_ROWS)
VISITS = _means("enterprise_visits", VISIT_ROWS)

population = partial(row, "population")
staffing = partial(row, "grid_staffing")


def decision(cells: Cells) -> tuple:
    """A row of `core.decisions` of a row under `DECISION_HEAD`."""
    number, meeting, title, task, area, unit, decided, due, changes = cells
    return row(
        "decisions", number, meeting, title, task, AREA_OF.get(area, area), responsible_unit=unit, decided_on=decided,
        due_on=due, plan_changes=changes,
    )  # fmt: skip


def item(cells: Cells) -> tuple:
    """A row of `core.list_items` of a row under `ITEM_HEAD`."""
    number, kind, area, group, topic, title, raised, by, unit, status = cells
    return row(
        "list_items", number, kind, AREA_OF.get(area, area), group, topic, title, raised, by, responsible_unit=unit,
        status=status,
    )  # fmt: skip


DECISIONS = [decision(cells) for cells in DECISION_ROWS]
ITEMS = [item(cells) for cells in ITEM_ROWS]
