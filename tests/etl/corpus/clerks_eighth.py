"""Forms in the words of the field, with grids that are but numbered and what only the title tells: read, or kept out."""

from tests.etl.corpus.counts import AREAS
from tests.etl.corpus.declare import Sheet, book, form, kept_out, read, row

T, L, PARK = "塘后村", "仑后村", "宝盖科技园"
FIRST, SECOND, OTHER = "35058110120601", "35058110120602", "35058110120801"
OUT = kept_out()


def eighth(kind, name, why, content, *accept):
    return form(f"{kind}_{name}", why, book(content), *accept)


def patrol(grid, patrols, households, visited):
    return row("grid_patrols", grid, "2026-05", patrols, households, visited)


def dispute(area, kind, *counts):
    return row("mediation_months", AREAS[area], "2026-04", kind, *counts)


PATROLS = [patrol(FIRST, 30, 210, 88), patrol(SECOND, 26, 190, 75), patrol(OTHER, 22, 170, 60)]
PATROL_HEAD = ("网格", "巡查次数", "住户", "入户户数")
FIGURES = [(30, 210, 88), (26, 190, 75), (22, 170, 60)]
DISPUTES = [(T, "劳资", 5, 4, 3, 1), (L, "劳资", 2, 2, 2, 0)]
DISPUTED = [dispute(*one) for one in DISPUTES]

WORDS = [
    eighth("words", "patrols", "Other words of the field, with what they count.", [("2026年5月网格巡查",), ("单位", "网格巡查（次）", "实有户数", "走访入户（户）"), *zip(("塘后第一网格", "塘后第二网格", "仑后第一网格"), *zip(*FIGURES, strict=True), strict=True)], read(*PATROLS)),
    eighth("words", "disputes", "村居名称, 纠纷种类, 成功, 移送.", [("2026年4月多元调解",), ("村居名称", "纠纷种类", "受理（件）", "已办结", "其中：成功", "移送（件）"), *DISPUTES], read(*DISPUTED)),
    eighth("words", "part_of_another", "户籍人口 within 常住人口 is another figure.", [("2025年12月31日人口",), ("村", "住户数", "常住人口", "其中：户籍人口"), (T, 1210, 9830, 3000)], OUT),
    eighth("words", "persons_for_times", "服务人数 may be persons where times are asked.", [("2026年5月服务队",), ("服务队类别", "村", "队伍数", "出动次数", "服务人数"), ("青年突击", T, 2, 12, 130)], OUT),
    eighth("words", "own_number", "编号 is the number of the meeting.", [("联席会议台账",), ("编号", "片区名称", "会议类型", "季度", "召开时间"), ("H1", "宝盖片区", "联席会议", "2026年第一季度", "2026-04-03")], read(row("meetings", "H1", "350581101901", "联席会议", "2026Q1", "2026-04-03"))),
    eighth("words", "own_number_counts", "编号 only counts the rows.", [("资产台账（2026年第一季度）",), ("编号", "资产名称", "资产类别", "所在村", "状态"), (1, "旧厂房", "厂房", T, "闲置"), (2, "停车场", "地下车库", T, "运营")], OUT),
]  # fmt: skip

GRIDS = [
    eighth("grids", "beside_village", "The village stands beside the number.", Sheet(rows=[("2026年5月网格巡查",), ("村", *PATROL_HEAD), (T, "第一网格", *FIGURES[0]), ("", "第二网格", *FIGURES[1]), (L, "1", *FIGURES[2])], merged=["A3:A4"]), read(*PATROLS)),
    eighth("grids", "below_village", "The village stands alone above its grids.", [("2026年5月网格巡查",), PATROL_HEAD, (T,), ("第一网格", *FIGURES[0]), ("第二网格", *FIGURES[1]), (L,), ("第一网格", *FIGURES[2])], read(*PATROLS)),
    eighth("grids", "summed_village", "The village's row is the sum of its grids.", [("2026年5月网格巡查",), PATROL_HEAD, (T, 56, 400, 163), ("塘后第一网格", *FIGURES[0]), ("塘后第二网格", *FIGURES[1])], read(*PATROLS[:2])),
    eighth("grids", "not_summed_village", "The village's row is no sum.", [("2026年5月网格巡查",), PATROL_HEAD, (T, 57, 400, 163), ("塘后第一网格", *FIGURES[0]), ("塘后第二网格", *FIGURES[1])], OUT),
    eighth("grids", "titled_elsewhere", "The only 第二网格 is another village's than the title's.", [("仑后村2026年5月网格巡查",), PATROL_HEAD, ("第二网格", *FIGURES[1])], OUT),
    form("grids_sheet_each", "A sheet for each village.", book(Sheet(rows=[("2026年5月网格巡查",), PATROL_HEAD, ("第一网格", *FIGURES[0]), ("第二网格", *FIGURES[1])], name=T), Sheet(rows=[("2026年5月网格巡查",), PATROL_HEAD, ("第一网格", *FIGURES[2])], name=L)), read(*PATROLS)),
]  # fmt: skip

TITLES = [
    eighth("title", "kind_villages_across", "The title tells the kind, the villages stand across.", [("2026年4月劳资纠纷情况",), ("指标", T, L, "合计"), ("受理件数", 5, 2, 7), ("结案件数", 4, 2, 6), ("调解成功", 3, 2, 5), ("移交件数", 1, 0, 1)], read(*DISPUTED)),
    eighth("title", "two_kinds", "The title tells two channels.", [("2026年5月宝盖科技园零工驿站、招聘会月报",), ("岗位类别", "岗位需求", "求职登记"), ("普工", 50, 66)], OUT),
    eighth("title", "channel", "The title tells the place and the channel.", [("2026年5月宝盖科技园零工驿站月报",), ("岗位类别", "岗位需求", "求职登记", "推荐", "达成意向", "入职"), ("普工", 50, 66, 40, 30, 22)], read(row("job_months", AREAS[PARK], "2026-05", "零工驿站", "普工", 50, 66, 40, 30, 22))),
    eighth("title", "year_end", "The end of the year is its last day.", [("2025年末人口",), ("村", "户数", "户籍人口", "常住人口"), (T, 1210, 4012, 9830)], read(row("population", AREAS[T], "2025-12-31", 1210, 4012, 9830))),
    eighth("title", "months_of_quarter", "1-3月 are the quarter.", [("2026年1-3月企业情况（万元）",), ("企业", "总产值", "税收"), ("Q001", 8600.5, 310.5)], read(row("enterprise_quarters", "Q001", "2026Q1", 8600.5, tax_cny_10k=310.5))),
    eighth("title", "months_as_numbers", "202601 stands across.", [("塘后第一网格巡查",), ("指标", 202601, 202602), ("巡查次数", 30, 28), ("住户", 210, 211)], read(row("grid_patrols", FIRST, "2026-01", 30, 210), row("grid_patrols", FIRST, "2026-02", 28, 211))),
]  # fmt: skip

FORMS = [*WORDS, *GRIDS, *TITLES]
