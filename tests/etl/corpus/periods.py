"""Forms whose quarters, months, days and instants are written as offices write them."""

import datetime

from tests.etl.corpus.declare import Number, Sheet, asked, book, form, kept_out, read, refused, row
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    EVENT_HEAD,
    JOB_HEAD,
    JOB_ROWS,
    POPULATION_HEAD,
    QUARTER_HEAD,
    QUARTERS,
    quarter,
)

DAY = datetime.date(2026, 3, 31)
SERIAL = 46112  # of that day
NO_YEAR = "年"


def of_quarter(name, why, cell, *accept, above=(), sheet="Sheet1", file="报表.xlsx"):
    rows = [*above, QUARTER_HEAD, ("Q001", cell, 1200.5, 30, 88)]
    at = f"B{len(rows)}"
    answers = [answer(at) if callable(answer) else answer for answer in accept] or [read(QUARTERS[0])]
    return form(f"quarter_{name}", why, book(Sheet(rows=rows, name=sheet), file=file), *answers)


def is_of(period):
    return read(quarter("Q001", period, 1200.5, 30, 88))


SPELT = [
    of_quarter(name, why, cell)
    for name, why, cell in (
        ("two_digit_year", "26年 is 2026.", "26年一季度"),
        ("last_month_dotted", "2026.03 is the last month of the quarter.", "2026.03"),
        ("last_month_number", "2026.03 typed as a number.", 2026.03),
        ("last_month_dashed", "2026-03 is the last month of the quarter.", "2026-03"),
        ("chinese_year", "The year in Chinese digits.", "二〇二六年一季度"),
        ("chinese_year_circle", "With a circle for zero.", "二○二六年第一季度"),
        ("end_of_march", "2026年3月底 is the end of the first quarter.", "2026年3月底"),
        ("end_of_march_mo", "2026年3月末 is the same.", "2026年3月末"),
        ("until_day", "截至…止 names the last day.", "截至2026年3月31日止"),
        ("until_end_of_month", "截至…末.", "截至2026年3月末"),
        ("quarter_end", "一季度末 of a year.", "2026年一季度末"),
        ("arabic", "第1季度.", "2026年第1季度"),
        ("short", "1季度.", "2026年1季度"),
        ("without_nian", "No 年.", "2026一季度"),
        ("dashed", "A dash.", "2026-Q1"),
        ("blank", "A blank.", "2026 Q1"),
        ("blanks_within", "Blanks within.", " 2026年 第一季度 "),
        ("full_width", "Full-width digits.", "２０２６年第一季度"),
        ("lower_case", "A small q.", "2026q1"),
    )
] + [
    of_quarter("day_cell", "A day formatted as a day: the last of the quarter.", DAY, is_of("2026Q1"), kept_out()),
    of_quarter("not_last_month", "2026.02 is no last month of a quarter.", "2026.02", lambda at: kept_out(at=at)),
    of_quarter("fifth", "There is no fifth quarter.", "2026Q5", lambda at: refused(at=at)),
    of_quarter("future", "2027 has not come.", "2027Q1", lambda at: refused("晚于|发生|未来", at=at)),
    of_quarter("year_alone", "A year is no quarter.", "2025年", lambda at: kept_out(at=at)),
    of_quarter("whole_year", "全年 is no quarter.", "2025年全年", lambda at: kept_out(at=at)),
    of_quarter("half_year", "上半年 is two quarters.", "2026年上半年", lambda at: kept_out(at=at)),
    of_quarter(
        "month_of_quarter",
        "4-6月 are just the second quarter.",
        "2026年4-6月",
        is_of("2026Q2"),
        lambda at: asked(at=at),
    ),
]

YEARS = [
    of_quarter("year_of_title", "The title has the year.", "一季度", is_of("2026Q1"), above=[("2026年企业产值表",)]),
    of_quarter(
        "year_of_title_arabic",
        "第1季度 with the title's year.",
        "第1季度",
        is_of("2026Q1"),
        above=[("2026年度企业产值表",)],
    ),
    of_quarter(
        "year_of_title_end",
        "第一季度末 with the title's year.",
        "第一季度末",
        is_of("2026Q1"),
        above=[("2026年企业产值表",)],
    ),
    of_quarter(
        "year_of_title_chinese",
        "The title's year in Chinese digits.",
        "一季度",
        is_of("2026Q1"),
        above=[("二〇二六年企业产值表",)],
    ),
    of_quarter("year_of_sheet", "The sheet's name has the year.", "一季度", is_of("2026Q1"), sheet="2026年"),
    of_quarter("year_of_file", "The file's name has the year.", "一季度", is_of("2026Q1"), file="2026年企业季报.xlsx"),
    of_quarter("no_year", "No year anywhere.", "一季度", lambda at: refused(NO_YEAR, at=at), file="企业季报.xlsx"),
    of_quarter(
        "no_year_but_filling_date",
        "The day of filling in is no year of the data.",
        "一季度",
        lambda at: refused(NO_YEAR, at=at),
        above=[("企业产值表",), ("填报日期：2026年4月8日",)],
    ),
    of_quarter(
        "filling_date_of_next_year",
        "The fourth quarter of 2025 is filled in in 2026.",
        "四季度",
        is_of("2025Q4"),
        above=[("2025年第四季度企业产值表",), ("填报单位：科技园", "", "", "填报日期：2026年1月8日")],
    ),
    of_quarter(
        "filling_date_of_next_year_alone",
        "The fourth quarter, filled in in January 2026, without a year: never 2026.",
        "四季度",
        lambda at: refused(NO_YEAR, at=at),
        above=[("企业产值表",), ("报送时间：2026-01-08",)],
    ),
    of_quarter(
        "filling_date_split",
        "The label of the filling date and the day stand in two cells.",
        "四季度",
        lambda at: refused(NO_YEAR, at=at),
        above=[("企业产值表",), ("填表日期：", "2026年1月8日")],
    ),
    of_quarter(
        "print_date",
        "The day of printing is no year of the data.",
        "四季度",
        lambda at: refused(NO_YEAR, at=at),
        above=[("企业产值表",), ("打印日期：2026/1/8",)],
    ),
    of_quarter(
        "sent_day_in_file_name",
        "The day in the file's name is that of sending, or the year of the data: never taken unasked for the last quarter.",
        "四季度",
        lambda at: kept_out(at=at),
        file="企业季报20260108报送.xlsx",
    ),
    of_quarter(
        "two_years_in_title",
        "2025年与2026年 names two years.",
        "一季度",
        lambda at: refused(NO_YEAR, at=at),
        above=[("2025年与2026年企业产值对比表",)],
    ),
    of_quarter(
        "title_and_file_differ",
        "The title says 2025, the file's name 2026: the title is the nearer, or somebody asks.",
        "一季度",
        is_of("2025Q1"),
        lambda at: kept_out(),
        above=[("2025年企业产值表",)],
        file="2026年企业季报.xlsx",
    ),
    of_quarter(
        "own_year_beats_title",
        "The cell's own year holds, or the other year of the title is asked about.",
        "2025年四季度",
        is_of("2025Q4"),
        lambda at: asked("标题|2026"),
        above=[("2026年企业产值表",)],
    ),
]

CUMULATIVE = [
    of_quarter(
        "cumulative_first",
        "1-3月 may be a running total or the quarter.",
        "2026年1-3月",
        is_of("2026Q1"),
        lambda at: asked(at=at),
    ),
    of_quarter(
        "cumulative_half", "1-6月 is a running total: asked.", "2026年1-6月", lambda at: asked("累计|月", at=at)
    ),
    of_quarter("cumulative_long_dash", "1—6月 with a long dash.", "2026年1—6月", lambda at: asked("累计|月", at=at)),
    of_quarter("cumulative_tilde", "1~6月.", "2026年1~6月", lambda at: asked("累计|月", at=at)),
    of_quarter("cumulative_to", "1至6月.", "2026年1至6月", lambda at: asked("累计|月", at=at)),
    of_quarter(
        "cumulative_three_quarters", "1-9月 of the year before.", "2025年1-9月", lambda at: asked("累计|月", at=at)
    ),
    of_quarter(
        "cumulative_title_year",
        "1-6月 with the title's year.",
        "1-6月",
        lambda at: asked("累计|月", at=at),
        above=[("2026年企业产值表",)],
    ),
    of_quarter(
        "cumulative_in_title",
        "The title says 1—6月, the column 二季度: a running total may stand there.",
        "2026年二季度",
        lambda at: kept_out("累计|1—6月|1-6月"),
        above=[("2026年1—6月企业产值表",)],
    ),
    form(
        "quarter_cumulative_header",
        "累计总产值 is not the quarter's output.",
        book([("企业", "季度", "1-6月累计总产值（万元）", "税收（万元）"), ("Q001", "2026Q2", 2400, 30)]),
        kept_out("总产值", at="C1"),
    ),
]


def of_day(name, why, cell, *accept, above=()):
    rows = [*above, POPULATION_HEAD, ("塘后村", cell, 3351, 10169, 12260)]
    at = f"B{len(rows)}"
    answers = [answer(at) if callable(answer) else answer for answer in accept] or [is_day("2026-03-31")]
    return form(f"day_{name}", why, book(rows), *answers)


def is_day(day):
    return read(row("population", "350581101206", day, 3351, 10169, 12260))


DAYS = [
    of_day(name, why, cell)
    for name, why, cell in (
        ("chinese", "年月日.", "2026年3月31日"),
        ("hao", "号 for 日.", "2026年3月31号"),
        ("dotted", "Points.", "2026.3.31"),
        ("strokes", "Strokes.", "2026/3/31"),
        ("compact", "Eight digits.", "20260331"),
        ("compact_number", "Eight digits as a number.", 20260331),
        ("cell", "A real day.", DAY),
        ("serial", "A day whose cell lost its format.", SERIAL),
        ("end_of_month", "月底 is the last day.", "2026年3月底"),
        ("end_of_month_mo", "月末 is the last day.", "2026年3月末"),
        ("until", "截至.", "截至2026年3月31日"),
        ("until_stop", "截止…止.", "截止2026年3月31日止"),
        ("month_first", "m/d/y where the day is above 12.", "3/31/2026"),
        ("midnight", "A midnight behind it.", "2026-03-31 00:00:00"),
        ("full_width", "Full-width digits.", "２０２６年３月３１日"),
        ("chinese_digits", "All in Chinese digits.", "二〇二六年三月三十一日"),
        ("quarter_end", "The end of a quarter is a day.", "2026年一季度末"),
    )
] + [
    of_day("of_title_year", "The title's year.", "3月31日", above=[("2026年人口与户",)]),
    of_day("month_first_ambiguous", "3/4/2026 is March or April.", "3/4/2026", lambda at: kept_out(at=at)),
    of_day("not_real", "There is no 30 February.", "2026年2月30日", lambda at: refused(at=at)),
    of_day("month_alone", "A month is no day.", "2026-03", lambda at: kept_out(at=at)),
    of_day("two_digit_year", "26.3.31 may be read or asked.", "26.3.31", is_day("2026-03-31"), lambda at: kept_out(at=at)),
    of_day("future", "The day has not come.", "2026-12-31", lambda at: refused(at=at)),
    of_day("with_time", "A time of day behind a day is nothing that a census has.", "2026-03-31 08:30", is_day("2026-03-31"), lambda at: kept_out(at=at)),
    of_day("serial_of_no_day", "12345 is a day of 1933, and surely a slip.", 12345, lambda at: kept_out(at=at)),
    form(
        "day_of_course_serial",
        "A serial among real days.",
        book([COURSE_HEAD, ("K1", "S-02", "技能", "职工", datetime.date(2026, 1, 12), 20, 16, 8), ("K2", "S-02", "技能", "职工", 46078, 30, 24, 12)]),
        read(row("training_courses", "K1", "S-02", "技能", "职工", "2026-01-12", 20, 16, 8),
             row("training_courses", "K2", "S-02", "技能", "职工", "2026-02-25", 30, 24, 12)),
    ),
]  # fmt: skip


def of_instant(name, why, cell, *accept, above=()):
    rows = [*above, EVENT_HEAD, ("E1", "35058110191101", "安全隐患", "网格员", cell, "2026-03-06 08:00", "", 0)]
    at = f"E{len(rows)}"
    answers = [answer(at) if callable(answer) else answer for answer in accept] or [is_instant("2026-03-04 08:36")]
    return form(f"instant_{name}", why, book(rows), *answers)


def is_instant(instant):
    return read(row("grid_events", "E1", "35058110191101", "安全隐患", "网格员", instant, "2026-03-06 08:00", None, 0))


INSTANTS = [
    of_instant(name, why, cell)
    for name, why, cell in (
        ("morning", "上午8:36.", "2026年3月4日上午8:36"),
        ("morning_blank", "上午 behind a blank.", "2026-03-04 上午8:36"),
        ("strokes", "Strokes and one digit.", "2026/3/4 8:36"),
        ("compact", "Twelve digits.", "202603040836"),
        ("compact_seconds", "Fourteen digits.", "20260304083600"),
        ("iso", "A T between.", "2026-03-04T08:36:00"),
        ("milliseconds", "Milliseconds of an export.", "2026-03-04 08:36:00.000"),
        ("cell", "A real instant.", datetime.datetime(2026, 3, 4, 8, 36)),
        ("serial", "An instant whose cell lost its format.", 46085 + (8 * 60 + 36) / 1440),
        ("chinese", "时 and 分.", "2026年3月4日8时36分"),
        ("dian", "点 and 分.", "2026年3月4日 8点36分"),
        ("full_width_colon", "A full-width colon.", "2026-03-04 08：36"),
    )
] + [
    of_instant("afternoon", "下午5:30 is 17:30.", "2026年3月4日下午5:30", is_instant("2026-03-04 17:30")),
    of_instant(
        "evening",
        "晚上8:36 is 20:36.",
        "2026年3月4日晚上8:36",
        is_instant("2026-03-04 20:36"),
        lambda at: kept_out(at=at),
    ),
    of_instant("noon", "下午12:05 is five past noon.", "2026年3月4日下午12:05", is_instant("2026-03-04 12:05")),
    of_instant("day_alone", "The time is missing.", "2026-03-04", lambda at: kept_out("时分|时间", at=at)),
    of_instant("time_alone", "The day is missing.", "上午8:36", lambda at: refused(at=at)),
    of_instant("hour_25", "There is no 25 o'clock.", "2026-03-04 25:10", lambda at: refused(at=at)),
]


def of_month(name, why, cell, *accept, above=()):
    rows = [*above, JOB_HEAD, ("宝盖科技园", cell, *JOB_ROWS[0][2:])]
    at = f"B{len(rows)}"
    answers = [answer(at) if callable(answer) else answer for answer in accept] or [is_month("2026-03")]
    return form(f"month_{name}", why, book(rows), *answers)


def is_month(month):
    return read(row("job_months", "350581101911", month, *JOB_ROWS[0][2:]))


MONTHS = [
    of_month(name, why, cell)
    for name, why, cell in (
        ("chinese", "年月.", "2026年3月"),
        ("part", "月份.", "2026年3月份"),
        ("two_digit_year", "26年.", "26年3月"),
        ("chinese_month", "三月.", "2026年三月"),
        ("chinese_digits", "All in Chinese digits.", "二〇二六年三月"),
        ("strokes", "A stroke.", "2026/3"),
        ("compact", "Six digits.", "202603"),
        ("compact_number", "Six digits as a number.", 202603),
        ("dotted", "A point.", "2026.03"),
        ("dotted_number", "2026.03 typed as a number is March.", 2026.03),
        ("first_day", "Excel made a day of it.", datetime.date(2026, 3, 1)),
        ("first_day_english", "Excel shows Mar-26.", Number(46082, "mmm-yy")),
        ("first_day_chinese", "Excel shows 2026年3月.", Number(46082, 'yyyy"年"m"月"')),
    )
] + [
    of_month("of_title_year", "The title's year.", "3月", above=[("2026年用工供需月报",)]),
    of_month("dotted_one_digit", "2026.1 typed as a number is January or October.", 2026.1, lambda at: kept_out(at=at)),
    of_month("no_year", "No year anywhere.", "三月", lambda at: refused(NO_YEAR, at=at)),
    of_month("cumulative", "1-3月 is no month.", "2026年1-3月", lambda at: kept_out(at=at)),
    of_month("filling_date_only", "The filling date is no year of the data.", "12月", lambda at: refused(NO_YEAR, at=at),
             above=[("用工供需月报",), ("填报日期：2026年1月5日",)]),
]  # fmt: skip

FORMS = SPELT + YEARS + CUMULATIVE + DAYS + INSTANTS + MONTHS
