"""Forms with cells in which a machine easily reads another figure than a person does."""

import io

import xlsxwriter

from tests.etl.corpus.declare import File, Number, book, form, kept_out, read, text
from tests.etl.corpus.sample import (
    COURSE_HEAD,
    COURSE_ROWS,
    COURSES,
    EVENT_HEAD,
    EVENTS,
    POPULATION_HEAD,
    QUARTER_HEAD,
    QUARTER_ROWS,
    QUARTERS,
    population,
)

Q1, Q2, Q3 = QUARTER_ROWS
GOOD = read(*QUARTERS)


def drawn(fill, **options) -> File:
    """A workbook that `fill` (book, sheet) writes by itself."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, **options}) as workbook:
        fill(workbook, workbook.add_worksheet())
    return File(name="报表.xlsx", text=stream.getvalue())


def rich(*parts, place=(1, 2), **options) -> File:
    """The good quarters with one cell of several runs: texts, and the names of looks before those that have one."""

    def fill(workbook, sheet):
        looks = {
            "struck": workbook.add_format({"font_strikeout": True}),
            "raised": workbook.add_format({"font_script": 1}),
            "red": workbook.add_format({"font_color": "red"}),
        }
        for number, cells in enumerate((QUARTER_HEAD, *QUARTER_ROWS)):
            sheet.write_row(number, 0, cells)
        sheet.write_rich_string(*place, *(looks.get(part, part) for part in parts))

    return drawn(fill, **options)


def old_raised() -> File:
    """The good quarters as an old workbook, with a raised 1 behind the first figure."""
    # Opened by need: only the forms of this kind want it.
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    for number, cells in enumerate((QUARTER_HEAD, *QUARTER_ROWS)):
        for place, cell in enumerate(cells):
            if (number, place) != (1, 2):
                sheet.write(number, place, cell)
    raised = xlwt.Font()
    raised.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
    sheet.write_rich_text(1, 2, ["1200.5", ("1", raised)])
    stream = io.BytesIO()
    book.save(stream)
    return File(name="报表.xls", text=stream.getvalue())


def gross(name, why, value, *accept):
    return form(f"figure_{name}", why, book([QUARTER_HEAD, (*Q1[:2], value, *Q1[3:]), Q2, Q3]), *accept)


def heads(name, why, value, *accept):
    return form(f"figure_{name}", why, book([QUARTER_HEAD, (*Q1[:4], value), Q2, Q3]), *accept)


OUT_C, OUT_E = kept_out(at="C2"), kept_out(at="E2")

RUNS = [
    form("run_struck_and_new", "The old figure is crossed out in the cell, the new one stands behind.", rich("struck", "1100", "1200.5", " "), GOOD, OUT_C),
    form("run_struck_and_new_tight", "The same without a blank.", rich("struck", "11", "1200.5"), GOOD, OUT_C),
    form("run_footnote_mark", "A raised 1 points to a footnote.", rich("1200.5", "raised", "1"), GOOD, OUT_C),
    form("run_footnote_mark_inline", "The same in a workbook that keeps its texts in the cells.", rich("1200.5", "raised", "1", constant_memory=True), GOOD, OUT_C),
    form("run_footnote_mark_xls", "The same in an old workbook.", old_raised(), GOOD, OUT_C),
    form("run_red", "One digit is red.", rich("12", "red", "00.5"), GOOD),
    gross("footnote_circle", "A circled 1 points to a footnote.", "1200.5①", GOOD, OUT_C),
    gross("footnote_superscript", "A raised 1 as a character of its own.", "1200.5¹", GOOD, OUT_C),
    gross("footnote_bracket", "A footnote's number in brackets.", "1200.5[1]", GOOD, OUT_C),
    gross("footnote_star", "A star points to a footnote.", "1200.5*", GOOD, OUT_C),
]  # fmt: skip

AMOUNTS = [
    gross("about", "约 says that it is no exact figure.", "约1200.5", OUT_C),
    gross("or_so", "左右 says the same.", "1200.5左右", OUT_C),
    gross("more_than", "A lower bound is no figure.", ">1200.5", OUT_C),
    gross("sum_as_text", "A sum that nobody worked out.", "1200+0.5", OUT_C, GOOD),
    gross("two_lines", "Two figures in one cell.", "1200.5\n1300", OUT_C),
    gross("two_by_blank", "Two figures with a blank between.", "1200 1300", OUT_C),
    gross("two_by_slash", "This year's and last year's.", "1200.5/1100", OUT_C),
    gross("in_brackets", "An accountant's negative; output is not negative.", "(1200.5)", OUT_C),
    gross("triangle", "A triangle is a negative in some offices.", "△1200.5", OUT_C),
    gross("comma_for_point", "A decimal comma or a misplaced one: 1200.5 or 12005.", "1200,5", OUT_C),
    gross("commas_misplaced", "Groups of two digits.", "12,00,5", OUT_C),
    gross("european", "Point for thousands, comma for decimals.", "1.200,5", OUT_C),
    gross("chinese_point", "The Chinese full stop as a point.", "1200。5", GOOD, OUT_C),
    gross("two_points", "Two points.", "1200.5.0", OUT_C),
    gross("wan_alone", "万 within a column of 万元: 1200.5 万.", "1200.5万", OUT_C, GOOD),
    gross("yuan_in_cell", "The cell says 元.", "12005000元", GOOD),
    gross("qian_in_cell", "The cell says 千元.", "12005千元", GOOD, OUT_C),
    gross("chinese_figure", "A figure in Chinese digits.", "一千二百点五", GOOD, OUT_C),
    gross("exponent", "As a program writes large numbers.", "1.2005E3", GOOD, OUT_C),
    gross("hashes", "What a narrow column shows, copied as text.", "####", OUT_C),
    heads("with_of_which", "The women stand in brackets.", "88（其中女35）", OUT_E, GOOD),
    heads("two_parts_by_blank", "Full-time and part-time.", "80 8", OUT_E),
    heads("plus", "Own and sent.", "80+8", OUT_E, GOOD),
    heads("range_tilde", "A range.", "80～90", OUT_E),
    form(
        "figure_decimal_comma_csv",
        "A European export: semicolons and decimal commas; nobody may take 1200,5 for 12005.",
        text([QUARTER_HEAD, ("Q001", "2026Q1", "1200,5", "30", "88"), Q2, Q3], mark=";"),
        GOOD,
        OUT_C,
    ),
    form(
        "figure_shown_in_wan",
        "The format 0!.0000 shows 1200.5000 of a stored 12005000: under 万元 a person reads 1200.5.",
        book([QUARTER_HEAD, *((*cells[:2], Number(int(cells[2] * 10000), "0!.0000"), *cells[3:]) for cells in QUARTER_ROWS)]),
        GOOD,
        kept_out(at="C2"),
    ),
    form(
        "figure_shown_in_thousands",
        "The format 0.0, shows a thousandth of what is stored.",
        book([QUARTER_HEAD, *((*cells[:2], Number(cells[2] * 1000, "#,##0.0,"), *cells[3:]) for cells in QUARTER_ROWS)]),
        GOOD,
        kept_out(at="C2"),
    ),
    form(
        "figure_unit_in_format",
        "The format 0.0亿元 prints the unit.",
        book([QUARTER_HEAD, *((*cells[:2], Number(cells[2] / 10000, '0.00000"亿元"'), *cells[3:]) for cells in QUARTER_ROWS)]),
        GOOD,
        kept_out(at="C2"),
    ),
]  # fmt: skip


def counted(name, why, day, *accept):
    rows = [POPULATION_HEAD, ("塘后村", day, 3351, 10169, 12260)]
    wanted = accept or (read(population("350581101206", "2026-03-31", 3351, 10169, 12260)), OUT_DAY)
    return form(f"day_{name}", why, book(rows), *wanted)


OUT_DAY = kept_out(at="B2")


def _of_1904(workbook, sheet):
    look = workbook.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, COURSE_HEAD)
    for number, cells in enumerate(COURSE_ROWS, 1):
        sheet.write_row(number, 0, cells)
        sheet.write_datetime(number, 4, __import__("datetime").datetime.fromisoformat(cells[4]), look)


def event(name, why, told, *accept):
    return form(f"instant_{name}", why, book([EVENT_HEAD, (*CLOSED[:4], told, *CLOSED[5:])]), *accept)


CLOSED = ("E1", "35058110191101", "安全隐患", "网格员", "2026-03-04 08:00", "2026-03-05 08:00", "2026-03-04 17:30", 0)
OUT_TIME = kept_out(at="E2")

DAYS = [
    counted("weekday_behind", "The day of the week stands behind.", "2026/3/31 星期二"),
    counted("two_digit_year_points", "The year has two digits.", "26.3.31"),
    counted("day_first", "Day, month, year: unambiguous.", "31/3/2026"),
    counted("ambiguous", "4 March or 3 April.", "3/4/2026", OUT_DAY),
    counted("english", "As an English program writes it.", "31-Mar-2026"),
    counted("no_year", "No year anywhere.", "3月31日", OUT_DAY),
    counted("point_behind", "A point behind.", "2026.3.31."),
    counted("as_of", "What the cell says of it.", "截至2026年3月31日"),
    counted("two_days", "From one day to another.", "2026-03-01至2026-03-31", OUT_DAY),
    counted("month_thirteen", "No such month.", "2026-13-31", OUT_DAY),
    counted("serial_text", "The serial number as text.", "46112"),
    form("day_of_1904", "A workbook of a Mac counts days from 1904.", drawn(_of_1904, date_1904=True), read(*COURSES)),
    event("midnight_24", "24:00 is the end of the day.", "2026-03-03 24:00", OUT_TIME, read((*EVENTS[0][:5], "2026-03-04 00:00", *EVENTS[0][6:]))),
    event("words", "Hours and minutes in words.", "2026年3月4日8时00分", read(EVENTS[0]), OUT_TIME),
    event("half", "Half past seven in words is 7:30.", "2026年3月4日上午8点", read(EVENTS[0]), OUT_TIME),
    event("sixty", "No such minute.", "2026-03-04 08:60", OUT_TIME),
]  # fmt: skip

FORMS = RUNS + AMOUNTS + DAYS
