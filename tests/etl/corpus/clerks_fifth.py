"""A fifth round of clerks' forms: units of every family, shortened periods, persons in titles, forms of another time."""

from tests.etl.corpus.clerks_again import replaced
from tests.etl.corpus.clerks_third import ENTERPRISE, ENTERPRISE_HEAD
from tests.etl.corpus.counts import (
    AREAS,
    ASSET_HEAD,
    ASSET_ROWS,
    MEDIATIONS,
    PATROL_HEAD,
    PATROL_ROWS,
    PATROLS,
    POINTS,
    POINTS_HEAD,
    POINTS_ROWS,
    PROJECT_HEAD,
    PROJECT_ROWS,
    PROJECTS,
    asset,
)
from tests.etl.corpus.declare import File, Sheet, asked, book, form, kept_out, read, refused, row
from tests.etl.corpus.sample import (
    DECISION_HEAD,
    DECISION_ROWS,
    PIPELINE,
    PIPELINE_HEAD,
    PIPELINE_ROWS,
    POPULATION,
    QUARTER_HEAD,
    QUARTER_ROWS,
    SERVICES,
    decision,
    quarter,
)

OUT = kept_out()


def fifth(kind, name, why, rows, *accept, **more):
    """A form of a kind of this round; `rows` are a sheet, or whole files."""
    files = rows if isinstance(rows, File | tuple) else book(rows)
    return form(f"fifth_{kind}_{name}", why, files, *accept, **more)


def output(unit, value):
    return [("企业", "季度", f"总产值（{unit}）"), ("Q001", "2026Q1", value)]


def electricity(unit, value):
    return [("企业", "季度", "总产值（万元）", f"用电量（{unit}）"), ("Q001", "2026Q1", 1200, value)]


def land(unit, value):
    return [replaced(ENTERPRISE_HEAD, 5, f"用地面积（{unit}）"), replaced(ENTERPRISE, 5, value)]


def earlier(head, rows):
    return File(name="上期.xlsx", sheets=[Sheet(rows=[head, *rows])], is_history=True)


OUTPUT = read(quarter("Q001", gross=1200.5))
ELECTRICITY = read(quarter("Q001", gross=1200, electricity_mwh=40.5))
LAND = read(
    row(
        "enterprises", "Q101", "演示新织造有限公司", None, AREAS["宝盖科技园"], "针织", True, 12, True,
        disclosure="内部",
    )
)  # fmt: skip

UNITS = [
    *(
        fifth("money", unit, "Money in this unit.", output(unit, value), OUTPUT)
        for unit, value in (("百元", 120050), ("十万元", 120.05), ("百万", 12.005), ("千万", 1.2005), ("万圆", 1200.5))
    ),
    *(
        fifth("electricity", unit, "Electricity in this unit.", electricity(unit, value), ELECTRICITY)
        for unit, value in (("度", 40500), ("万度", 4.05), ("kW·h", 40500), ("千瓦小时", 40500), ("GWh", 0.0405))
    ),
    *(
        fifth("land", unit, "Land in this unit.", land(unit, value), LAND)
        for unit, value in (("hm²", 0.8), ("百亩", 0.12), ("万方", 0.8), ("平方公尺", 8000), ("公亩", 80))
    ),
    *(
        fifth("rate", name, "No sum of anything.", output(unit, 1200.5), refused(at="C1"))
        for name, unit in (("ton", "元/吨"), ("mu", "万元/亩"), ("index", "指数"), ("coal", "吨标准煤"), ("k", "K"))
    ),
    fifth(
        "floors",
        "mu",
        "Floors in 亩, of which one is 666.67 平方米.",
        [(*PIPELINE_HEAD[:7], "可出租面积（亩）", "已出租面积（亩）"), (*PIPELINE_ROWS[0][:7], 48, 38.25)],
        read(row("park_pipeline", AREAS["宝盖科技园"], *PIPELINE_ROWS[0][1:7], 32000, 25500)),
    ),
    fifth(
        "counts",
        "cases",
        "Cases in 起, all four headers.",
        [
            ("区域", "月份", "纠纷类别", "受理件数（起）", "结案件数（起）", "调解成功（起）", "移交件数（起）"),
            ("塘后村", "2026-03", "邻里", 12, 10, 9, 1),
        ],
        read(row("mediation_months", *MEDIATIONS[0][1:8], None)),
    ),
    fifth(
        "counts",
        "persons",
        "Cases in 人: one message for all four.",
        [
            ("区域", "月份", "纠纷类别", "受理件数（人）", "结案件数（人）", "调解成功（人）", "移交件数（人）"),
            ("塘后村", "2026-03", "邻里", 12, 10, 9, 1),
        ],
        refused("4 列", at=("D1", "G1")),
        lines={"单位": 1},
    ),
    fifth(
        "counts",
        "heads_in_wan",
        "万 alone is of persons here.",
        [("村（社区）", "统计时点", "住户数（户）", "户籍人口（万）", "常住人口（口）"), ("塘后村", "2026-03-31", 3351, 1.0169, 12260)],
        read(POPULATION[0]),
    ),
    fifth(
        "counts",
        "visits_in_persons",
        "服务人次（人）: the name says it already.",
        [("阵地", "月份", "服务项目", "服务人次（人）"), ("S-01", "2026-03", "义诊", 58)],
        read(SERVICES[1]),
    ),
    *(
        fifth("cell", name, "The cell says its unit or repeats its scale.", [QUARTER_HEAD[:3], ("Q001", "2026Q1", text)], OUTPUT)
        for name, text in (
            ("wan", "1200.5万"), ("w", "1200.5w"), ("cheque", "壹仟贰佰万零伍仟元整"), ("bai", "120050百元"), ("qian", "1200万5千元"),
        )
    ),
]  # fmt: skip

PERIODS = [
    *(
        fifth("quarter", str(number), f"The quarter is written {text}.", [QUARTER_HEAD[:3], ("Q001", text, 1200.5)], OUTPUT)
        for number, text in enumerate(("2026.1-3", "2026/1~3", "2026.1.1-3.31", "2026年1、2、3月", "一季度（2026年）"))
    ),
    *(
        fifth("month", str(number), f"The month is written {text}.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 1, text)], read(POINTS[0]))
        for number, text in enumerate(("3月/2026", "2026M3", "2026.3.1-3.31"))
    ),
    fifth("quarter", "half", "2026.1-6 is half a year.", [QUARTER_HEAD[:3], ("Q001", "2026.1-6", 1200.5)], OUT),
]  # fmt: skip

PERSONS = [
    fifth(
        "person", str(number), "A made-up person in the title of a matter.",
        [DECISION_HEAD, replaced(DECISION_ROWS[0], 2, title)], refused("个人信息"), never=("王大山", "陈小河"),
    )
    for number, title in enumerate(("协调王大山与陈小河宅基地纠纷", "帮助王大山办理社保转移", "慰问王大山", "王大山提出安装路灯"))
] + [
    fifth(
        "nobody", str(number), "A title of places and firms.", [DECISION_HEAD, replaced(DECISION_ROWS[0], 2, title)],
        read(decision(replaced(DECISION_ROWS[0], 2, title))),
    )
    for number, title in enumerate(("协调宝源公司与华兴厂用地纠纷", "对接华飞鸟的用工需求", "高新技术企业认定"))
]  # fmt: skip

TIMES = [
    fifth("person", "reference", "A made-up name where a village must stand.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 0, "王大山")], refused("像是姓名", at="A2"), never=("王大山",)),
    fifth(
        "stale", "same_figures", "Last month's figures, one and all, under this month.",
        (earlier(PATROL_HEAD, [replaced(cells, 1, "2026-02") for cells in PATROL_ROWS]), book([PATROL_HEAD, *PATROL_ROWS])),
        asked("上一期"),
    ),
    fifth(
        "stale", "one_changed", "One figure has changed since.",
        (earlier(PATROL_HEAD, [replaced(replaced(cells, 1, "2026-02"), 2, 40) for cells in PATROL_ROWS]), book([PATROL_HEAD, *PATROL_ROWS])),
        read(*PATROLS),
    ),
    fifth(
        "stale", "quarters", "Last quarter's money, one and all.",
        (earlier(QUARTER_HEAD, [replaced(cells, 1, "2025Q4") for cells in QUARTER_ROWS]), book([QUARTER_HEAD, *QUARTER_ROWS])),
        asked("上一期"),
    ),
    fifth(
        "stale", "title_year", "The title says 2025, the rows 2026.", [("2025年3月网格巡查统计",), PATROL_HEAD, *PATROL_ROWS],
        asked("2025", at="A1"),
    ),
]  # fmt: skip

SHAPES = [
    fifth("shape", "only_total", "The sum alone.", [PATROL_HEAD, ("合计", "2026-03", 80, 790, 215, 8, 43)], refused("只有合计")),
    fifth(
        "shape", "grids_across", "The grids stand across, the month in the title.",
        [("2026年3月巡查走访",), ("项目", "塘后第一网格", "塘后第二网格"), *zip(PATROL_HEAD[2:], PATROL_ROWS[0][2:], PATROL_ROWS[1][2:], strict=True)],
        read(*PATROLS),
    ),
    fifth(
        "shape", "english", "The headers again in English.",
        [PATROL_HEAD, ("Grid", "Month", "Patrols", "Households", "Visited", "Calls", "Care"), *PATROL_ROWS], read(*PATROLS),
    ),
    fifth(
        "shape", "small_print", "A note in small print below the unit.",
        [("企业", "季度", "总产值（万元）\n注：含外协"), ("Q001", "2026Q1", 1200.5)], OUTPUT,
    ),
    fifth(
        "shape", "row_numbers", "序号 in front of a form of which 序号 may be a column.",
        [("序号", *PROJECT_HEAD), (1, *PROJECT_ROWS[0])], read(*PROJECTS),
    ),
    fifth("shape", "listed", "Villages numbered as in a list.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 0, "（一）塘后村")], read(POINTS[0])),
    fifth("shape", "starred", "A star before the village.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 0, "★塘后村")], read(POINTS[0])),
    fifth(
        "shape", "ditto_once", "同上 under a figure: one question.",
        [ASSET_HEAD, ASSET_ROWS[0], replaced(replaced(ASSET_ROWS[0], 0, "Z2"), 6, "同上")], asked(at="G3"), lines={"G3|同上": 1},
    ),
    fifth(
        "shape", "below_nothing", "A count below nothing: one message.", [POINTS_HEAD, replaced(POINTS_ROWS[0], 3, -120)], refused(at="D2"),
        lines={".": 1},
    ),
    fifth("shape", "asset", "A form as it should be.", [ASSET_HEAD, *ASSET_ROWS], read(asset())),
    fifth("shape", "pipeline", "A form as it should be.", [PIPELINE_HEAD, *PIPELINE_ROWS], read(*PIPELINE)),
]  # fmt: skip

FORMS = UNITS + PERIODS + PERSONS + TIMES + SHAPES
