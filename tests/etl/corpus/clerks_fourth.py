"""A fourth round of clerks' forms: traditional characters, years of two digits, units in footnotes, headers far down."""

from tests.etl.corpus.counts import (
    ASSET_HEAD,
    ASSET_ROWS,
    FAIR_HEAD,
    FAIR_ROWS,
    FAIRS,
    INCUBATION_HEAD,
    INCUBATIONS,
    MEDIATION_HEAD,
    MEDIATIONS,
    PATROL_HEAD,
    PATROLS,
    POINTS_HEAD,
    POINTS_ROWS,
    asset,
)  # fmt: skip
from tests.etl.corpus.declare import Sheet, asked, book, form, kept_out, read, refused, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSES,
    COVERAGE,
    COVERAGE_HEAD,
    COVERAGE_ROWS,
    EVENT_HEAD,
    EVENTS,
    JOB_HEAD,
    JOB_ROWS,
    JOBS,
    PIPELINE_HEAD,
    POPULATION,
    POPULATION_HEAD,
    POPULATION_ROWS,
    QUARTER_BARE,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    VISIT_HEAD,
    VISIT_ROWS,
    VISITS,
    quarter,
)  # fmt: skip


def fourth(kind, name, why, rows, *accept, **more):
    """A form of a kind of this round; `rows` are a sheet, or a whole file."""
    return form(f"{kind}_{name}", why, rows if hasattr(rows, "write") else book(rows), *accept, **more)


Q1 = ("Q001", "2026Q1", 12005000, 300000, 88)
Q2 = ("Q002", "2026Q1", 3000000, 60000, 20)
TWO = read(*QUARTERS[:2])
BARE_ASSET = tuple(header.replace("（万元）", "") for header in ASSET_HEAD)
BARE_INCUBATION = tuple(header.replace("（万元）", "") for header in INCUBATION_HEAD)
POINTS_SHEET = Sheet(rows=[POINTS_HEAD, *POINTS_ROWS], name="文明积分")
LONG = [("Q001", f"{year}Q{part}", 10_000_000, 300_000, 80) for year in range(1997, 2026) for part in (1, 2, 3, 4)]
LONGS = [quarter("Q001", period, gross=1000, tax=30, heads=80) for _, period, *_ in LONG]


def _far_down(rows: int) -> list[tuple]:
    """A form below so many rows of explanations."""
    return [
        *((f"{number}. 填报前请先核对上期数。",) for number in range(1, rows + 1)),
        POPULATION_HEAD,
        *POPULATION_ROWS,
    ]


FORMS = [
    fourth(
        "traditional",
        "patrols",
        "Headers, areas and a total in traditional characters.",
        [
            ("網格", "月份", "巡查次數（次）", "住戶（戶）", "入戶戶數（戶）", "走訪企業（家次）", "關愛走訪（人次）"),
            ("塘後第一網格", "2026年3月", 42, 410, 120, 3, 25),
            ("塘後第二網格", "2026年3月", 38, 380, 95, 5, 18),
            ("合計", "", 80, 790, 215, 8, 43),
        ],
        read(*PATROLS),
    ),
    fourth(
        "traditional",
        "quarters",
        "Title, unit and signatures too; the sheet's name is that of the form.",
        Sheet(
            rows=[
                ("單位：萬元",),
                ("企業", "季度", "總產值", "稅收", "期末從業人員"),
                ("Q001", "2026年第一季度", 1200.5, 30, 88),
                ("Q002", "2026年第一季度", 300, 6, 20),
                ("填表人：陳大文", "", "審核：張小明"),
            ],
            name="企業季報",
        ),
        TWO,
        never=("陳大文", "陈大文", "張小明"),
    ),
    fourth(
        "traditional",
        "population",
        "Whom and when only the title says.",
        [
            ("塘後村2026年一季度末人口與戶統計表",),
            ("統計時點", "住戶數", "戶籍人口", "常住人口"),
            ("2026年3月31日", 3351, 10169, 12260),
        ],
        read(POPULATION[0]),
    ),
    fourth(
        "traditional",
        "choices",
        "Choices, one with the word of its column behind.",
        [
            MEDIATION_HEAD,
            ("塘後村", "2026-03", "鄰里", 12, 10, 9, 1, 35),
            ("塘後村", "2026-03", "勞資糾紛", 5, 5, 4, 0, 18),
        ],
        read(*MEDIATIONS[:2]),
    ),
    fourth(
        "traditional",
        "total_of_texts",
        "The total stands in a column that takes any text.",
        [FAIR_HEAD, *FAIR_ROWS, ("合計", "", None, None, None, 42, 860, 1200, 230, 96)],
        read(*FAIRS),
    ),
    fourth(
        "traditional",
        "unit_in_cells",
        "萬元 behind a number.",
        [QUARTER_HEAD[:3], ("Q001", "2026Q1", "1200.5萬元")],
        read(quarter("Q001", gross=1200.5)),
    ),
    fourth(
        "traditional",
        "person",
        "A made-up name in traditional characters is a name.",
        [
            (*EVENT_HEAD, "備註"),
            (
                "E1",
                "35058110191101",
                "安全隐患",
                "网格员",
                "2026-03-04 08:00",
                "2026-03-05 08:00",
                "2026-03-04 17:30",
                0,
                "業主陳大文反映",
            ),
        ],
        refused("个人信息"),
        never=("陳大文", "陈大文"),
    ),
    fourth(
        "shortyear",
        "dots",
        "26.3.31 has its year in front.",
        [
            POPULATION_HEAD,
            ("塘后村", "26.3.31", *POPULATION_ROWS[0][2:]),
            ("仑后村", "26.3.31", *POPULATION_ROWS[1][2:]),
        ],
        read(*POPULATION, said="20"),
    ),
    fourth(
        "shortyear",
        "either",
        "26.1.28 alone may be the 26th of 2028.",
        [COURSE_HEAD, ("K1", "S-02", "新媒体电商", "宝妈", "26.1.28", 20, 16, 8)],
        asked("分不清", at="E2"),
    ),
    fourth(
        "shortyear",
        "column_tells",
        "Another day of the column has its year in front.",
        [
            COURSE_HEAD,
            ("K1", "S-02", "新媒体电商", "宝妈", "26.1.12", 20, 16, 8),
            ("K2", "S-02", "技能", "职工", "26.2.25", 30, 24, 12),
        ],
        read(*COURSES),
    ),
    fourth(
        "shortyear",
        "last",
        "3/31/26 has it behind: nobody guesses.",
        [POPULATION_HEAD, ("塘后村", "3/31/26", *POPULATION_ROWS[0][2:])],
        refused(at="B2"),
    ),
    fourth(
        "shortyear",
        "instants",
        "With the time behind, in CSV.",
        text(
            [
                EVENT_HEAD,
                ("E1", "35058110191101", "安全隐患", "网格员", "26.3.4 08:00", "26.3.5 08:00", "26.3.4 17:30", 0),
                ("E2", "35058110120601", "环境卫生", "热线", "26.3.6 9:00", "26.3.8 9:00", "", 0),
            ]
        ),
        read(*EVENTS),
    ),
    fourth(
        "shortyear",
        "months",
        "26.3 and 26.03 in a column of months.",
        [PATROL_HEAD, ("塘后第一网格", "26.3", 42, 410, 120, 3, 25), ("塘后第二网格", "26.03", 38, 380, 95, 5, 18)],
        read(*PATROLS),
    ),
    fourth(
        "footunit",
        "yuan",
        "Only a footnote says that the money is in 元.",
        [QUARTER_BARE, Q1, Q2, ("注：金额单位为元",)],
        TWO,
    ),
    fourth(
        "footunit",
        "second_sentence",
        "As the second sentence of a remark.",
        [
            QUARTER_BARE,
            ("Q001", "2026Q1", 0.12005, 0.003, 88),
            ("Q002", "2026Q1", 0.03, 0.0006, 20),
            ("备注：1.本表由企业填报。2.以上金额单位均为亿元。",),
        ],
        TWO,
    ),
    fourth(
        "footunit",
        "own",
        "The footnote says the unit of the form.",
        [QUARTER_BARE, *QUARTER_ROWS, ("说明：本表产值、税收以万元为单位",)],
        read(*QUARTERS),
    ),
    fourth(
        "footunit",
        "assets",
        "本表金额单位 behind an empty row.",
        [BARE_ASSET, (*ASSET_ROWS[0][:6], 1000000, 400000, 50, 300000), ("",), ("注：本表金额单位：元",)],
        read(asset()),
    ),
    fourth(
        "footunit",
        "incubation",
        "成交额以亿元计.",
        [BARE_INCUBATION, ("S-02", "2026Q1", 12, 40, 6, 3, 9, 100, 5200, 0.00865), ("注：成交额以亿元计",)],
        read(*INCUBATIONS),
    ),
    fourth(
        "footunit",
        "gainsays_headers",
        "The headers say 万元, the footnote 元.",
        [QUARTER_HEAD, *QUARTER_ROWS, ("注：金额单位为元",)],
        kept_out("单位"),
    ),
    fourth(
        "footunit",
        "unknown",
        "A unit that is none.",
        [QUARTER_BARE, *QUARTER_ROWS, ("注：金额单位为斤",)],
        read(*QUARTERS),
        kept_out(),
    ),
    fourth(
        "footunit",
        "far_below",
        "Below more rows than are searched for a header.",
        [QUARTER_BARE, *LONG, *[("Q002", *one[1:]) for one in LONG], ("注：金额单位为元",)],
        read(*LONGS, *[(name, "Q002", *rest) for name, _, *rest in LONGS]),
    ),
    fourth(
        "longrow",
        "thousands",
        "2,400 without quotes makes two cells.",
        text([POINTS_HEAD, ["塘后村", "2026-03", "村民", "120", "2", "400", "800"]]),
        refused("比表头多", at="G2"),
    ),
    fourth(
        "longrow",
        "blank_end",
        "The cell that is too many is blank: 200 stands under the next header.",
        text([JOB_HEAD, (*JOB_ROWS[0][:4], "1", "200", "", "", "", ""), (*JOB_ROWS[1][:5], "", "", "", "")]),
        refused("比表头多", at="J2"),
    ),
    fourth(
        "longrow",
        "padded",
        "Excel pads every row to the same length.",
        text([(*JOB_HEAD, "", ""), (*JOB_ROWS[0], "", ""), (*JOB_ROWS[1], "", "")]),
        read(*JOBS),
    ),
    fourth(
        "hiddensheet",
        "names",
        "A list of made-up people on a hidden sheet: the file is kept as it came.",
        book(POINTS_SHEET, Sheet(rows=[("名单",), ("村民王小明 13800000000",)], name="名单", is_hidden=True)),
        refused("个人信息"),
        never=("王小明", "13800000000"),
    ),
    fourth(
        "filename",
        "sender",
        "Who sent it stands in the file's name.",
        book(POINTS_SHEET, file="文明积分（王小明）.xlsx"),
        refused("文件名"),
    ),
    fourth(
        "comparedrow",
        "last_year",
        "A row of last year's figures and one of growth below the areas.",
        [
            COVERAGE_HEAD,
            *COVERAGE_ROWS,
            ("上年同期", "", 150, 20, 48, 14, 40, 8),
            ("同比增长%", "", 3.3, 10, 4.2, 7.1, 2.5, 0),
        ],
        read(*COVERAGE),
    ),
    fourth(
        "comparedrow",
        "total_of_places",
        "The total says of how many areas it is.",
        [VISIT_HEAD, *VISIT_ROWS, ("共计：2个区域", "", 30, 62, 51, 20, 15, 39, 37)],
        read(*VISITS),
    ),
    fourth(
        "beyondall",
        "village",
        "100 million people in a village, and nothing to compare them with.",
        [POPULATION_HEAD, (*POPULATION_ROWS[0][:3], 101_690_000, 12260)],
        asked(at="D2"),
    ),
    fourth(
        "beyondall",
        "patrols",
        "420,000 patrols of a grid in a month.",
        [PATROL_HEAD, ("塘后第一网格", "2026-03", 420_000, 410, 120, 3, 25)],
        asked(at="C2"),
    ),
    fourth(
        "beyondall",
        "orders",
        "166 万元 an order: the figures are in 元.",
        [INCUBATION_HEAD, ("S-02", "2026Q1", 12, 40, 6, 3, 9, 100, 5200, 865_000)],
        asked(at="J2"),
    ),
    fourth(
        "beyondall",
        "floors",
        "A park of 3.2 square metres: 万平方米.",
        [PIPELINE_HEAD, ("宝盖科技园", "2026Q1", 60, 52, 45, 20, 2, 3.2, 2.55)],
        asked(at="H2"),
    ),
    fourth(
        "unitcolumn",
        "two_units",
        "A column beside the figures says their unit, another in each row.",
        [("企业", "季度", "总产值", "单位"), ("Q001", "2026Q1", 1200.5, "万元"), ("Q002", "2026Q1", 0.03, "亿元")],
        refused("亿元", at="D3"),
    ),
    fourth(
        "unitcolumn",
        "own_unit",
        "The column says the unit by which the figures are read.",
        [
            ("企业", "季度", "总产值（万元）", "计量单位"),
            ("Q001", "2026Q1", 1200.5, "万元"),
            ("Q002", "2026Q1", 300, "万元"),
        ],
        read(quarter("Q001", gross=1200.5), quarter("Q002", gross=300)),
    ),
    fourth(
        "partof",
        "area",
        "其中 before the name of an area: a record or a part of one?",
        [VISIT_HEAD, ("其中：宝盖科技园", *VISIT_ROWS[0][1:]), VISIT_ROWS[1]],
        kept_out(at="A2"),
        read(*VISITS),
    ),
    fourth(
        "slipped",
        "workbook",
        "A cell too many in a workbook, too.",
        [POINTS_HEAD, POINTS_ROWS[0], ("塘后村", "2026-03", "志愿者", 1, 45, 1350, 300)],
        asked("串了列", at="G1"),
    ),
    fourth(
        "slipped",
        "rate",
        "元/月 is no sum.",
        [("企业", "季度", "总产值（元/月）"), ("Q001", "2026Q1", 12005000)],
        refused(at="C1"),
    ),
    fourth("fardown", "31", "The header stands in row 31.", _far_down(30), read(*POPULATION)),
    fourth("fardown", "150", "The header stands in row 150.", _far_down(149), read(*POPULATION)),
]
