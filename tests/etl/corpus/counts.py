"""Good forms of datasets that count things in a month or a quarter, and the rows that they mean."""

from tests.etl.corpus.declare import Cells, row
from tests.etl.corpus.sample import AREA_OF

AREAS = AREA_OF | {
    "宝盖片区": "350581101901",
    "彭田村": "350581100211",
    "网商园": "350581100911",
    "塘后第一网格": "35058110120601",
    "塘后第二网格": "35058110120602",
    "仑后第一网格": "35058110120801",
}

MEDIATION_HEAD = (
    "区域", "月份", "纠纷类别", "受理件数（件）", "结案件数（件）", "调解成功（件）", "移交件数（件）", "调解用时合计（天）",
)  # fmt: skip
MEDIATION_BARE = ("区域", "月份", "纠纷类别", "受理件数", "结案件数", "调解成功", "移交件数", "调解用时合计")
M1 = ("塘后村", "2026-03", "邻里", 12, 10, 9, 1, 35)
M2 = ("塘后村", "2026-03", "劳资", 5, 5, 4, 0, 18)
M3 = ("仑后村", "2026-03", "邻里", 7, 6, 6, 0, 21)
MEDIATION_ROWS = (M1, M2, M3)

TEAM_HEAD = ("服务队类别", "区域", "月份", "队伍数（支）", "出动次数（次）", "服务人次（人次）")
TEAM_ROWS = (("青年突击", "塘后村", "2026-03", 2, 8, 160), ("医疗服务", "塘后村", "2026-03", 1, 4, 210))

POINTS_HEAD = ("区域", "月份", "人群", "参与人数（人）", "发放积分（分）", "兑换积分（分）")
POINTS_ROWS = (("塘后村", "2026-03", "村民", 120, 2400, 800), ("塘后村", "2026-03", "志愿者", 45, 1350, 300))

MICRO_HEAD = (
    "区域", "小区", "月份", "征集微心愿（个）", "认领微心愿（个）", "完成微心愿（个）", "微协商（次）", "微服务（次）", "微改造（项）",
)  # fmt: skip
MICRO_ROWS = (
    ("塘后村", "演示花园", "2026-03", 20, 15, 12, 3, 18, 2),
    ("塘后村", "演示新村", "2026-03", 9, 9, 7, 1, 6, 0),
)

ACTIVITY_HEAD = (
    "区域",
    "季度",
    "活动类别",
    "活动主线",
    "应开（场）",
    "实开（场）",
    "参加党组织（个次）",
    "参加人次（人次）",
)
ACTIVITY_ROWS = (
    ("宝盖科技园", "2026Q1", "主题党日", "学习", 12, 11, 30, 420),
    ("宝盖科技园", "2026Q1", "党课", "不分主线", 4, 4, 16, 180),
)

ORGANIZATION_HEAD = (
    "区域", "类别", "季度", "党组织数（个）", "党员数（名）", "女党员数（名）", "35 岁及以下党员数（名）", "大专及以上党员数（名）",
)  # fmt: skip
ORGANIZATION_ROWS = (
    ("宝盖科技园", "非公企业", "2026Q1", 16, 254, 92, 77, 131),
    ("宝盖科技园", "社会组织", "2026Q1", 3, 41, 20, 15, 30),
)

INCUBATION_HEAD = (
    "阵地", "季度", "新开自媒体账号（个）", "在营自媒体账号（个）", "入孵企业（家）", "孵化成功企业（家）", "在营孵化企业（家）",
    "新增就业岗位（个）", "成交订单（单）", "成交额（万元）",
)  # fmt: skip
INCUBATION_ROWS = (("S-02", "2026Q1", 12, 40, 6, 3, 9, 100, 5200, 86.5),)

FAIR_HEAD = (
    "活动编号", "活动名称", "活动类别", "区域", "举办日期", "参加企业（家）", "提供岗位（人）", "到场求职者（人）", "达成意向（人）",
    "入职（人）",
)  # fmt: skip
FAIR_ROWS = (("H1", "春风行动专场", "园区专场", "宝盖科技园", "2026-02-28", 42, 860, 1200, 230, 96),)

PROJECT_HEAD = (
    "项目编号", "项目名称", "项目类别", "所在区域", "节点序号", "节点", "承诺时限（天）", "开始日期", "计划完成日期", "实际完成日期",
)  # fmt: skip
PROJECT_ROWS = (
    ("P1", "演示厂房扩建", "扩建", "宝盖科技园", 1, "规划许可", 20, "2026-01-05", "2026-01-30", "2026-01-22"),
)

PATROL_HEAD = (
    "网格", "月份", "巡查次数（次）", "住户（户）", "入户户数（户）", "走访企业（家次）", "关爱走访（人次）",
)  # fmt: skip
PATROL_ROWS = (
    ("塘后第一网格", "2026-03", 42, 410, 120, 3, 25),
    ("塘后第二网格", "2026-03", 38, 380, 95, 5, 18),
)

REVIEW_HEAD = ("网格", "季度", "考评得分（分）", "考评等次")
REVIEW_ROWS = (("塘后第一网格", "2026Q1", 92.5, "红旗"), ("塘后第二网格", "2026Q1", 85, "达标"))

MEETING_HEAD = (
    "会议编号", "片区或区域", "会议类别", "所属季度", "召开日期", "应到单位（家）", "实到单位（家）", "议题数（个）", "议定事项数（项）",
)  # fmt: skip
MEETING_ROWS = (("M9", "宝盖片区", "联席会议", "2026Q1", "2026-03-27", 18, 16, 5, 4),)

ASSET_HEAD = (
    "资产编号", "季度", "资产名称", "资产类别", "所在区域", "季末状态", "经营收入（万元）", "运营成本（万元）", "村集体分成比例（%）",
    "村集体所得（万元）",
)  # fmt: skip
ASSET_ROWS = (("Z1", "2026Q1", "演示厂房", "厂房", "塘后村", "运营", 100, 40, 50, 30),)
ASSET_COLUMNS = (
    "asset_id", "quarter", "title", "kind", "area_code", "state", "income_cny_10k", "cost_cny_10k", "share_pct",
    "collective_income_cny_10k",
)  # fmt: skip


def means(dataset: str, *rows: Cells) -> list[tuple]:
    """The rows of `core.<dataset>` of rows under the head above: names of areas are their codes."""
    return [
        row(dataset, *(AREAS.get(cell, cell) if isinstance(cell, str) else cell for cell in cells)) for cells in rows
    ]


def project(cells: Cells) -> tuple:
    """A row of `core.projects`."""
    return means("projects", cells)[0]


def asset(**changed) -> tuple:
    """The row of `core.assets` of the good form, with what is changed in it."""
    [cells] = ASSET_ROWS
    told = dict(zip(ASSET_COLUMNS, (AREAS.get(cell, cell) for cell in cells), strict=True))
    return row("assets", **told | changed)


MEDIATIONS = means("mediation_months", *MEDIATION_ROWS)
TEAMS = means("service_teams", *TEAM_ROWS)
POINTS = means("civic_points", *POINTS_ROWS)
MICROS = means("micro_actions", *MICRO_ROWS)
ACTIVITIES = means("party_activities", *ACTIVITY_ROWS)
ORGANIZATIONS = means("party_organizations", *ORGANIZATION_ROWS)
INCUBATIONS = means("incubation_quarters", *INCUBATION_ROWS)
FAIRS = means("recruitment_events", *FAIR_ROWS)
PROJECTS = means("projects", *PROJECT_ROWS)
PATROLS = means("grid_patrols", *PATROL_ROWS)
REVIEWS = means("grid_reviews", *REVIEW_ROWS)
CONFERENCES = means("meetings", *MEETING_ROWS)
