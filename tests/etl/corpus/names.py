"""Forms that call areas, enterprises and sites as people call them."""

from tests.etl.corpus.declare import asked, book, form, kept_out, read, refused, row, text
from tests.etl.corpus.sample import POPULATION_HEAD, QUARTER_HEAD, SERVICE_HEAD, STAFFING_HEAD, quarter

FIGURES = ("2026-03-31", 3351, 10169, 12260)


def village(name, why, written, *accept):
    return form(f"area_{name}", why, book([POPULATION_HEAD, (written, *FIGURES)]), *accept)


def is_village(code, said=()):
    return read(row("population", code, *FIGURES), said=said)


TANGHOU, BAOYUAN = "350581101206", "350581101001"
SAID = "塘后村"

AREAS = [
    village("name", "The registered name.", "塘后村", is_village(TANGHOU)),
    village("town_and_name", "The town before the name.", "宝盖镇塘后村", is_village(TANGHOU, said=SAID)),
    village(
        "city_town_and_name", "City and town before the name.", "石狮市宝盖镇塘后村", is_village(TANGHOU, said=SAID)
    ),
    village("province_and_all", "The province too.", "福建省石狮市宝盖镇塘后村", is_village(TANGHOU, said=SAID)),
    village("without_village", "The name without 村.", "塘后", is_village(TANGHOU, said=SAID)),
    village("committee", "The village's committee.", "塘后村民委员会", is_village(TANGHOU, said=SAID)),
    village("committee_short", "The committee, shortly.", "塘后村委会", is_village(TANGHOU, said=SAID)),
    village(
        "committee_with_town", "The committee with its town.", "宝盖镇塘后村村民委员会", is_village(TANGHOU, said=SAID)
    ),
    village("code_and_name", "Code and name.", "350581101206塘后村", is_village(TANGHOU)),
    village("code_blank_name", "Code and name, a blank between.", "350581101206 塘后村", is_village(TANGHOU)),
    village("name_bracketed_code", "The code in brackets.", "塘后村（350581101206）", is_village(TANGHOU)),
    village("code_number", "The code as a number.", 350581101206, is_village(TANGHOU)),
    village("code_full_width", "The code in full width.", "３５０５８１１０１２０６", is_village(TANGHOU)),
    village("blanks", "Blanks within the name.", "塘 后 村", is_village(TANGHOU)),
    village("line_break", "A line break within the cell.", "宝盖镇\n塘后村", is_village(TANGHOU)),
    village("zero_width", "A character of no width.", "塘后\u200b村", is_village(TANGHOU)),
    village("community", "A community without 社区.", "宝源", is_village(BAOYUAN)),
    village("community_committee", "The community's committee.", "宝源社区居民委员会", is_village(BAOYUAN)),
    village("ambiguous", "Either town has a 前园村.", "前园村", asked("350581101204", "350581100204", at="A2")),
    village("ambiguous_short", "The same without 村.", "前园", asked("350581101204", "350581100204", at="A2")),
    village("told_apart_by_town", "The town tells which.", "宝盖镇前园村", is_village("350581101204")),
    village("told_apart_by_other_town", "The other town.", "灵秀镇前园村", is_village("350581100204")),
    village("of_another_town", "灵秀镇 has no 塘后村.", "灵秀镇塘后村", kept_out(at="A2")),
    village("code_and_other_name", "Code and name contradict each other.", "350581101206仑后村", kept_out(at="A2")),
    village("unknown", "A village that does not exist.", "塘前村", kept_out("塘后村|塘前村", at="A2")),
    village("of_other_level", "A town is no village.", "宝盖镇", refused("镇", at="A2")),
    village("park_for_village", "A park is no village.", "宝盖科技园", refused("园区", at="A2")),
    village("grid_for_village", "A grid of the village is not the village.", "塘后第一网格", refused("网格", at="A2")),
    form(
        "area_two_spellings_of_one",
        "塘后村 and 宝盖镇塘后村 on one day are the same village twice.",
        book([POPULATION_HEAD, ("塘后村", *FIGURES), ("宝盖镇塘后村", *FIGURES)]),
        kept_out("重复", at="A2|A3"),
    ),
    form(
        "area_guarded_code",
        'A code behind ="…" as exports guard it.',
        text([POPULATION_HEAD, ('="350581101206"', *FIGURES)]),
        is_village(TANGHOU),
    ),
    form(
        "area_guarded_code_quoted",
        "The same guard, quoted as CSV demands.",
        text([POPULATION_HEAD, ('"=""350581101206"""', *FIGURES)]),
        is_village(TANGHOU),
    ),
    form(
        "area_grid_with_village",
        "塘后村第一网格 is the only first grid of that village.",
        book([STAFFING_HEAD, ("塘后村第一网格", "2026Q1", 1, 2, 3, 410, 1520, 2)]),
        read(row("grid_staffing", "35058110120601", "2026Q1", 1, 2, 3, 410, 1520, 2)),
        asked(at="A2"),
    ),
    form(
        "area_grid_ambiguous",
        "第一网格 alone is one of three.",
        book([STAFFING_HEAD, ("第一网格", "2026Q1", 1, 2, 3, 410, 1520, 2)]),
        kept_out(at="A2"),
    ),
]


def firm(name, why, written, *accept):
    return form(f"enterprise_{name}", why, book([QUARTER_HEAD, (written, "2026Q1", 1200.5, 30, 88)]), *accept)


def is_firm(code, said=()):
    return read(quarter(code, "2026Q1", 1200.5, 30, 88), said=said)


ENTERPRISES = [
    firm("code_lower_case", "A small q.", "q001", is_firm("Q001")),
    firm("code_full_width", "Full width.", "Ｑ００１", is_firm("Q001")),
    firm("code_and_name", "Code and name.", "Q001 福建演示服装有限公司", is_firm("Q001")),
    firm("code_dash_name", "Code, dash, name.", "Q001-福建演示服装有限公司", is_firm("Q001")),
    firm("registered_alias", "A registered alias.", "一号厂", is_firm("Q001")),
    firm("full_name", "The registered name.", "石狮市演示五金制品有限公司", is_firm("Q002")),
    firm("blanks", "Blanks within.", "石狮市演示五金制品 有限公司", is_firm("Q002")),
    firm("half_width_brackets", "Half-width brackets.", "演示食品(石狮)有限公司", is_firm("Q005")),
    firm("short", "Without the form of company: one enterprise fits, taken and said or asked.", "石狮市演示五金制品",
         is_firm("Q002", said="演示五金"), asked(at="A2")),
    firm("short_without_place", "Without place and form.", "演示五金制品", is_firm("Q002", said="演示五金"), asked(at="A2")),
    firm("shorter", "Only the trade name.", "演示五金", is_firm("Q002", said="演示五金"), asked(at="A2"), kept_out("演示五金", at="A2")),
    firm("long_of_registered", "The register has the short form.", "福建演示鞋业有限公司", is_firm("Q004", said="演示鞋业"), asked(at="A2"), kept_out("演示鞋业", at="A2")),
    firm("ambiguous", "Two enterprises are called so.", "海纳针织", kept_out("Q006", "Q007", at="A2")),
    firm("ambiguous_form", "Two enterprises are called so, in either town's name.", "海纳针织有限公司", kept_out("Q006", "Q007", at="A2")),
    firm("unknown", "Nobody knows it.", "无名制衣有限公司", kept_out(at="A2")),
    firm("similar_is_not_same", "演示鞋材 is not 演示鞋业.", "演示鞋材有限公司", kept_out(at="A2")),
    firm("branch_is_not_the_firm", "A branch of an enterprise is another unit.", "福建演示服装有限公司晋江分公司", kept_out(at="A2")),
]  # fmt: skip

SITES = [
    form(
        f"site_{name}",
        why,
        book([SERVICE_HEAD, (written, "2026-03", "托育", 320, 40, 36)]),
        read(row("service_months", "S-01", "2026-03", "托育", 320, 40, 36)),
    )
    for name, why, written in (
        ("lower_case", "A small s.", "s-01"),
        ("code_and_name", "Code and name.", "S-01 宝盖科技园邻里中心"),
        ("full_width", "Full width.", "Ｓ－０１"),
        ("blanks", "Blanks within the name.", "宝盖科技园 邻里中心"),
    )
] + [
    form(
        "site_middle_dot",
        "Another dot in the name.",
        book([SERVICE_HEAD, ("图灵•乘式空间", "2026-03", "创业辅导", 46, None, None)]),
        read(row("service_months", "S-02", "2026-03", "创业辅导", 46)),
        asked(at="A2"),
        kept_out("图灵·乘式空间", at="A2"),
    )
]

FORMS = AREAS + ENTERPRISES + SITES
