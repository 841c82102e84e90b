"""Forms of counts whose cells clerks have typed, formatted, or copied in their own way."""

from tests.etl.corpus.counts import (
    AREAS,
    ASSET_HEAD,
    ASSET_ROWS,
    FAIR_HEAD,
    FAIR_ROWS,
    INCUBATION_HEAD,
    INCUBATION_ROWS,
    INCUBATIONS,
    MEDIATION_HEAD,
    MEDIATION_ROWS,
    MEDIATIONS,
    MEETING_HEAD,
    MEETING_ROWS,
    PATROL_HEAD,
    PATROL_ROWS,
    PATROLS,
    PROJECT_HEAD,
    PROJECT_ROWS,
    REVIEW_HEAD,
    REVIEW_ROWS,
    REVIEWS,
    asset,
    means,
    project,
)
from tests.etl.corpus.declare import Formula, Number, book, form, kept_out, read, refused, row
from tests.etl.corpus.sample import EVENT_HEAD, EVENT_ROWS, EVENTS, PIPELINE_HEAD, PIPELINE_ROWS

M1, M2, M3 = MEDIATION_ROWS
[INCUBATION] = INCUBATION_ROWS
[FAIR] = FAIR_ROWS
[PROJECT] = PROJECT_ROWS
[ASSET] = ASSET_ROWS
[MEETING] = MEETING_ROWS


def replaced(cells, place, value):
    return (*cells[:place], value, *cells[place + 1 :])


def count(name, why, cell, *accept):
    """The count of cases taken up is written so."""
    rows = [MEDIATION_HEAD, replaced(M1, 3, cell), M2, M3]
    return form(f"count_{name}", why, book(rows), *(accept or (OUT_D,)))


OUT_D = kept_out(at="D2")
TWELVE = read(*MEDIATIONS)


def is_count(value):
    return read(means("mediation_months", replaced(M1, 3, value))[0], *MEDIATIONS[1:])


COUNTS = [
    *(
        count(name, f"{cell} is no exact number.", cell)
        for name, cell in (
            ("near", "近200"), ("odd", "100余"), ("above", "超50"), ("or_more", "50以上"), ("many", "50多件"), ("hundreds", "上百"),
            ("less", "不足20"), ("about", "约12件"), ("at_least", "≥12"), ("range_dash", "12-15"), ("range_to", "12至15件"),
            ("some", "若干"), ("several", "十几"), ("tens", "几十"), ("question", "12？"), ("to_check", "12（待核）"),
        )
    ),
    count("with_unit", "件 behind the number.", "12件", TWELVE),
    count("with_unit_blank", "件 behind a blank.", "12 件", TWELVE),
    count("with_unit_in_brackets", "件 in brackets.", "12（件）", TWELVE, OUT_D),
    count("with_other_unit", "Cases in 人.", "12人", OUT_D),
    count("with_part", "A part stands in brackets.", "12（其中移交1件）", TWELVE, OUT_D),
    count("two_numbers", "This month's and the sum.", "12/30"),
    count("triangle", "△ for negative.", "△12"),
    count("solid_triangle", "▲ for negative or for growth.", "▲12"),
    count("brackets", "An accountant's negative.", "(12)"),
    count("minus_behind", "The sign behind.", "12-"),
    count("plus", "A plus in front says a growth or nothing.", "+12", TWELVE, OUT_D),
    count("arrow", "An arrow says a growth.", "12↑"),
    count("blank_thousands", "A blank parts thousands.", "1 234", is_count(1234), OUT_D),
    count("thin_blank_thousands", "A no-break blank parts thousands.", "1\u00a0234", is_count(1234), OUT_D),
    count("comma_misplaced", "A comma that parts no thousands.", "1,23"),
    count("comma_ideographic", "An enumeration comma: two numbers.", "1、234"),
    count("leading_zeros", "Zeros in front.", "012", OUT_D),
    count("chinese", "In Chinese digits.", "十二", TWELVE, OUT_D),
    count("chinese_capital", "In capitals of cheques.", "壹拾贰", TWELVE, OUT_D),
    count("point_behind", "A point behind.", "12.", TWELVE, OUT_D),
    count("full_stop_behind", "A Chinese full stop behind.", "12。", TWELVE, OUT_D),
    count("quoted", "In quotation marks.", "“12”", TWELVE, OUT_D),
    count("apostrophe", "An apostrophe that became text.", "'12", TWELVE, OUT_D),
    count("equals", "An equals sign that is text.", "=12", TWELVE, OUT_D),
    count("formula_as_text", "A formula that is text.", "=10+2", OUT_D, TWELVE),
    count("full_width", "Full-width digits.", "１２", TWELVE),
    count("superscript", "A raised 2 is no count of hundreds.", "12²", TWELVE, OUT_D),
    count("true", "TRUE is no 1.", True),
    count("word_yes", "是 is no number.", "是"),
    count("tick", "A tick is no number.", "√"),
    count("day_of_excel", "3-5 that a spreadsheet took for a day.", __import__("datetime").date(2026, 3, 5)),
    count("shown_as_day", "12 is shown as a day of 1900.", Number(12, "yyyy-mm-dd")),
    count("shown_as_percent", "0.12 is shown as 12%.", Number(0.12, "0%")),
    count("shown_rounded", "12.6 is shown as 13.", Number(12.6, "0")),
    count("shown_with_unit", "件 is printed by the format.", Number(12, '0"件"'), TWELVE),
    count("shown_with_percent_sign", "The format prints a percent sign behind a 12.", Number(12, '0"%"')),
    count("shown_with_wan", "The format prints 万 behind a 12.", Number(12, '0"万件"'), is_count(120000)),
    count("shown_as_time", "0.5 is shown as noon.", Number(0.5, "hh:mm")),
    count("shown_as_money", "A format of money around a count.", Number(12, '"¥"#,##0'), TWELVE, OUT_D),
    count("shown_hidden", "A format that shows nothing.", Number(12, ";;;"), TWELVE, OUT_D),
    count("shown_negative_in_brackets", "A negative that the format shows in brackets.", Number(-12, "0;(0)")),
    count("formula_text", "A formula whose result is text.", Formula('="12"', "12"), TWELVE),
    count("formula_link", "A formula into another workbook.", Formula("='[上月.xlsx]Sheet1'!C3", 12), TWELVE, OUT_D),
    count("formula_name_error", "A formula with a name that nobody knows.", Formula("=foo", "#NAME?"), refused(at="D2")),
    count("exponent", "As text of a program.", "1.2E1", TWELVE, OUT_D),
    count("wan", "1.2万 cases.", "1.2万", is_count(12000)),
    count("hyperlink_text", "A link around a number.", "http://a.example/12"),
]  # fmt: skip


def sold(name, why, cell, *accept, head="成交额（万元）"):
    rows = [replaced(INCUBATION_HEAD, 9, head), replaced(INCUBATION, 9, cell)]
    return form(f"sold_{name}", why, book(rows), *accept)


SOLD, OUT_J = read(*INCUBATIONS), kept_out(at="J2")
MONEY = [
    sold("yuan", "The header says 元.", 865000, SOLD, head="成交额（元）"),
    sold("qian", "The header says 千元.", 865, SOLD, head="成交额（千元）"),
    sold("bai_wan", "The header says 百万元.", 0.865, SOLD, kept_out("百万元"), head="成交额（百万元）"),
    sold("qian_wan", "The header says 千万元.", 0.0865, SOLD, kept_out("千万元"), head="成交额（千万元）"),
    sold("bare_wan", "万 alone.", 86.5, SOLD, head="成交额（万）"),
    sold("rmb", "RMB in front.", 86.5, SOLD, kept_out("成交额"), head="成交额（RMB万元）"),
    sold("unit_in_front", "The unit in front of the name.", 86.5, SOLD, kept_out("成交额"), head="（万元）成交额"),
    sold("unit_without_brackets", "The unit without brackets.", 86.5, SOLD, kept_out("成交额"), head="成交额万元"),
    sold("unit_in_square", "The unit in square brackets.", 86.5, SOLD, head="成交额[万元]"),
    sold("two_units", "Two units in one header.", 86.5, kept_out(), head="成交额（万元/元）"),
    sold("dollars", "Dollars.", 12, kept_out(), head="成交额（万美元）"),
    sold("in_cell_bai_wan", "The cell says 百万元.", "0.865百万元", SOLD, OUT_J),
    sold("in_cell_wan_and_yuan", "万 and 元 in one figure.", "86万5000元", SOLD, OUT_J),
    sold("in_cell_yen", "A sign in front.", "¥86.5", OUT_J, SOLD),
    sold("in_cell_dollar", "A dollar sign in front.", "$86.5", OUT_J),
    sold("in_cell_only_unit", "The unit alone.", "万元", OUT_J),
    sold("in_cell_of_which", "A part in brackets.", "86.5（直播带货60）", SOLD, OUT_J),
    sold("in_cell_comma_decimal", "A comma for the point.", "86,5", OUT_J),
    sold("in_cell_middle_dot", "A middle dot for the point.", "86·5", SOLD, OUT_J),
    sold("accounting", "The format of accountants.", Number(86.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '), SOLD),
    sold("rounded_by_format", "The format shows one digit less.", Number(86.54, "0.0"), read(row("incubation_quarters", *replaced(INCUBATION, 9, 86.54)))),
]  # fmt: skip


def shared(name, why, cell, *accept, head="村集体分成比例（%）"):
    rows = [replaced(ASSET_HEAD, 8, head), replaced(ASSET, 8, cell)]
    return form(f"share_{name}", why, book(rows), *accept)


HALF, OUT_I = read(asset()), kept_out(at="I2")
SHARES = [
    shared("plain", "50 under %.", 50, HALF),
    shared("per_mille", "500‰ in the cell.", "500‰", HALF, OUT_I),
    shared("per_mille_header", "The header says ‰.", 500, HALF, kept_out(), head="村集体分成比例（‰）"),
    shared("tenths", "五成.", "五成", HALF, OUT_I),
    shared("ratio", "5:5 is a ratio.", "5:5", OUT_I),
    shared("words", "对半 is a ratio in words.", "对半", OUT_I),
    shared("percent_in_words", "百分之五十.", "百分之五十", HALF, OUT_I),
    shared("fraction_header", "The header asks for a decimal fraction.", 0.5, HALF, kept_out(), head="村集体分成比例（小数）"),
    shared("points", "Percentage points are no share.", "50个百分点", OUT_I),
    shared("sign_in_header_and_format", "0.5 formatted as percent.", Number(0.5, "0.0%"), HALF),
]  # fmt: skip


def promised(name, why, cell, *accept):
    return form(
        f"promise_{name}", why, book([PROJECT_HEAD, replaced(PROJECT, 6, cell)]), *(accept or (kept_out(at="G2"),))
    )


TWENTY = read(project(PROJECT))
PROMISES = [
    promised("days", "20天.", "20天", TWENTY),
    promised("days_each", "20个天 is nothing that anybody writes; 20日 is.", "20日", TWENTY, kept_out(at="G2")),
    promised("working_days", "Working days are no days.", "20个工作日"),
    promised("months", "A month is no number of days.", "1个月"),
    promised("at_once", "At once is no number.", "即办"),
    promised("within", "An upper bound.", "20天内", kept_out(at="G2"), TWENTY),
]  # fmt: skip


def held(name, why, cell, *accept):
    rows = [FAIR_HEAD, replaced(FAIR, 4, cell)]
    return form(f"held_{name}", why, book(rows), *(accept or (HELD, kept_out(at="E2"))))


HELD = read(*means("recruitment_events", FAIR))
DAYS = [
    held("weekday_in_brackets", "The day of the week in brackets.", "2026年2月28日（周六）"),
    held("with_hour", "With the hour.", "2026年2月28日上午9:00"),
    held("from_to", "From one day to another.", "2026年2月28日-3月1日", kept_out(at="E2")),
    held("from_to_short", "The same shortened.", "2026.2.27-28", kept_out(at="E2")),
    held("two_days", "Two days.", "2026-02-27、2026-02-28", kept_out(at="E2")),
    held("no_such_day", "February has no 30th.", "2026-02-30", kept_out(at="E2")),
    held("two_digit_year", "Two digits for the year: nobody knows which is which.", "26/2/28", kept_out(at="E2"), HELD),
    held("day_first_short", "Day first, two digits.", "28/2/26", kept_out(at="E2"), HELD),
    held("american_short", "Month first, two digits.", "2/28/26", kept_out(at="E2"), HELD),
    held("lunar", "By the lunar calendar.", "农历正月十二", kept_out(at="E2")),
    held("lunar_year", "By the lunar calendar, with its year.", "丙午年正月十二", kept_out(at="E2")),
    held("chinese", "In Chinese digits.", "二〇二六年二月二十八日", HELD),
    held("early_in_month", "Some day of a month.", "2026年2月下旬", kept_out(at="E2")),
    held("month_only", "A month.", "2026年2月", kept_out(at="E2")),
    held("planned", "What is planned has not been held.", "拟于2026年8月举办", kept_out(at="E2")),
    held("full_width", "Full-width digits.", "２０２６－０２－２８", HELD),
    held("blanks", "Blanks between.", "2026 - 02 - 28"),
    held("backslash", "Backslashes.", "2026\\2\\28"),
    held("comma", "Commas.", "2026,2,28"),
    held("english_month", "An English month.", "Feb 28, 2026"),
    held("iso_zone", "As a program writes it, in Greenwich time: 1 March in Beijing.", "2026-02-28T20:00:00Z", kept_out(at="E2"), read(*means("recruitment_events", replaced(FAIR, 4, "2026-03-01")))),
    held("year_wrong", "A year of the next century.", "2062-02-28", kept_out(at="E2")),
    held("year_long_ago", "A year of the last but one.", "1926-02-28", kept_out(at="E2")),
    held("zero", "0 is no day.", 0, kept_out(at="E2")),
    held("serial_below", "Day 12 of a spreadsheet's calendar is a slip.", 12, kept_out(at="E2")),
    held("serial_with_hour", "A serial number with a fraction.", 46081.375, HELD, kept_out(at="E2")),
    held("no_year", "A day without a year.", "2月28日", kept_out(at="E2")),
]  # fmt: skip


def choice(name, why, cell, *accept):
    rows = [MEDIATION_HEAD, M1, replaced(M2, 2, cell)]
    return form(f"choice_{name}", why, book(rows), *(accept or (CHOSEN, kept_out(at="C3"))))


CHOSEN = read(*MEDIATIONS[:2])
CHOICES = [
    choice("longer", "劳资纠纷 for 劳资.", "劳资纠纷"),
    choice("numbered", "A number in front.", "1.劳资"),
    choice("numbered_chinese", "A Chinese number in front.", "（一）劳资"),
    choice("blank", "A blank within.", "劳 资", CHOSEN),
    choice("two", "Two kinds in one cell.", "劳资、消费", kept_out(at="C3")),
    choice("other_with_text", "其他 with what it is.", "其他（物业）", kept_out(at="C3"), read(MEDIATIONS[0], means("mediation_months", replaced(M2, 2, "其他"))[0])),
    choice("other_spelling", "其它 is how many write 其他.", "其它", kept_out(at="C3"), read(MEDIATIONS[0], means("mediation_months", replaced(M2, 2, "其他"))[0])),
    choice("denied", "非劳资 is the opposite.", "非劳资", kept_out(at="C3")),
    choice("unknown", "A kind that the form does not know.", "婚姻家庭", kept_out(at="C3")),
    choice("traditional", "In traditional characters.", "勞資"),
]  # fmt: skip


def grid(name, why, cell, *accept):
    rows = [PATROL_HEAD, replaced(PATROL_ROWS[0], 0, cell), PATROL_ROWS[1]]
    return form(f"grid_{name}", why, book(rows), *(accept or (read(*PATROLS), kept_out(at="A2"))))


def place(name, why, cell, code, *accept):
    rows = [MEDIATION_HEAD, replaced(M1, 0, cell)]
    answer = read(means("mediation_months", replaced(M1, 0, code))[0]) if code else None
    return form(
        f"place_{name}", why, book(rows), *(accept or ((answer, kept_out(at="A2")) if answer else (kept_out(at="A2"),)))
    )


NAMES = [
    grid("arabic", "1 for 一.", "塘后第1网格"),
    grid("without_di", "Without 第.", "塘后1网格"),
    grid("number_behind", "The number behind.", "塘后网格一"),
    grid("only_number", "Which village's first?", "第一网格", kept_out(at="A2")),
    grid("with_leader", "The grid and its leader: a person.", "塘后第一网格（网格长王大山）", refused(at="A2")),
    grid("third", "There is no third one.", "塘后第三网格", kept_out(at="A2")),
    grid("code_as_number", "The code of 14 digits as a number.", 35058110120601, read(*PATROLS)),
    grid("code_in_exponent", "The code as a spreadsheet has spoilt it.", "3.50581E+13", kept_out(at="A2")),
    place("registered_alias", "A registered other name.", "石狮网商园", AREAS["网商园"], read(means("mediation_months", replaced(M1, 0, AREAS["网商园"]))[0])),
    place("bracketed_kind", "村 in brackets.", "塘后（村）", "塘后村"),
    place("short_park", "科技园 for 宝盖科技园.", "科技园", "宝盖科技园"),
    place("short_ambiguous", "宝盖 is a town, a district and two parks.", "宝盖", ""),
    place("short_village_or_district", "彭田 is a village and a district; only the village may stand here, and it is said.", "彭田", "彭田村"),
    place("town_itself", "镇本级 is no place of the register.", "镇本级", ""),
    place("all_villages", "各村 is no place.", "各村（社区）", ""),
    place("old", "A name that nobody has registered.", "宝盖工业区", ""),
    place("same_sound", "塘厚村 is a slip for 塘后村, or another.", "塘厚村", "塘后村"),
    place("without_first", "后村 is the end of two names.", "后村", ""),
    place("two_joined", "Two villages joined.", "塘后村+仑后村", ""),
    place("code_in_exponent", "The code as a spreadsheet has spoilt it.", "3.50581E+11", ""),
    place("code_cut", "The code without its last digit.", "35058110120", ""),
    place("code_with_zeros", "The code with two zeros behind.", "35058110120600", ""),
]  # fmt: skip

OTHERS = [
    form("pipeline_negative_in_brackets", "A negative growth of above-scale enterprises.", book([PIPELINE_HEAD, replaced(PIPELINE_ROWS[0], 6, "(2)")]), kept_out(at="G2")),
    form("pipeline_mu_for_m2", "Area in 亩 under another header.", book([(*PIPELINE_HEAD[:7], "可出租面积（亩）", "已出租面积（亩）"), (*PIPELINE_ROWS[0][:7], 48, 38.25)]), kept_out(), read(row("park_pipeline", "350581101911", *PIPELINE_ROWS[0][1:7], 32000, 25500))),
    form("pipeline_wan_m2", "Area in 万㎡.", book([(*PIPELINE_HEAD[:7], "可出租面积（万㎡）", "已出租面积（万㎡）"), (*PIPELINE_ROWS[0][:7], 3.2, 2.55005)]), read(row("park_pipeline", "350581101911", *PIPELINE_ROWS[0][1:7], 32000, 25500.5))),
    form("score_of_hundred", "百分制 behind the score.", book([(*REVIEW_HEAD[:2], "考评得分（百分制）", REVIEW_HEAD[3]), *REVIEW_ROWS]), read(*REVIEWS), kept_out()),
    form("score_with_fen", "92.5分.", book([REVIEW_HEAD, (*REVIEW_ROWS[0][:2], "92.5分", "红旗"), REVIEW_ROWS[1]]), read(*REVIEWS)),
    form("score_grade_longer", "红旗网格 for 红旗.", book([REVIEW_HEAD, (*REVIEW_ROWS[0][:3], "红旗网格"), REVIEW_ROWS[1]]), read(*REVIEWS), kept_out(at="D2")),
    form("score_above_hundred", "The score of a typing error.", book([REVIEW_HEAD, (*REVIEW_ROWS[0][:2], 925, "红旗"), REVIEW_ROWS[1]]), kept_out(at="C2")),
    form("meeting_present_as_ratio", "16/18 present.", book([MEETING_HEAD, replaced(MEETING, 6, "16/18")]), kept_out(at="G2")),
    form("event_id_too_long", "A number of 18 digits, of which a spreadsheet keeps 15.", book([EVENT_HEAD, (202603040800123456, *EVENT_ROWS[0][1:])]), kept_out(at="A2")),
    form("event_id_number", "A number of 8 digits.", book([EVENT_HEAD, (20260304, *EVENT_ROWS[0][1:])]), read(row("grid_events", "20260304", *EVENTS[0][2:]))),
    form("event_id_in_exponent", "A code as a spreadsheet has spoilt it.", book([EVENT_HEAD, ("2.0260304E+17", *EVENT_ROWS[0][1:])]), kept_out(at="A2"), read(row("grid_events", "2.0260304E+17", *EVENTS[0][2:]))),
]  # fmt: skip

FORMS = COUNTS + MONEY + SHARES + PROMISES + DAYS + CHOICES + NAMES + OTHERS
