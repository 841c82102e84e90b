"""Forms of counts in files that other programs wrote, damaged, locked, or renamed, and with persons in odd places."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from tests.etl.corpus.counts import (
    MEDIATION_HEAD,
    MEDIATION_ROWS,
    MEDIATIONS,
    MICRO_HEAD,
    MICRO_ROWS,
    PATROL_HEAD,
    PATROL_ROWS,
    PATROLS,
    POINTS_HEAD,
    REVIEW_HEAD,
    REVIEW_ROWS,
    REVIEWS,
    TEAM_HEAD,
    TEAM_ROWS,
    TEAMS,
)
from tests.etl.corpus.declare import File, Sheet, book, form, kept_out, quoted_text, read, refused, text

M1, M2, M3 = MEDIATION_ROWS
ROWS = [MEDIATION_HEAD, *MEDIATION_ROWS]
GOOD = read(*MEDIATIONS)
OUT = kept_out()


def content(file: File) -> bytes:
    """The bytes of a file of the corpus."""
    with TemporaryDirectory() as folder:
        return file.write(Path(folder)).read_bytes()


def renamed(file: File, name: str) -> File:
    """The same bytes by another name."""
    return File(name=name, text=content(file))


def by_openpyxl(rows, name="报表.xlsx", prepare=lambda book, sheet: None) -> File:
    """A workbook that keeps no value of any formula, as programs write it that are no spreadsheets."""
    workbook = openpyxl.Workbook()
    for cells in rows:
        workbook.active.append(list(cells))
    prepare(workbook, workbook.active)
    stream = io.BytesIO()
    workbook.save(stream)
    return File(name=name, text=stream.getvalue())


def without(file: File, part: str) -> File:
    """A workbook that lacks a part of its package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content(file))) as whole, zipfile.ZipFile(stream, "w") as left:
        for name in whole.namelist():
            if name != part:
                left.writestr(name, whole.read(name))
    return replace(file, sheets=(), text=stream.getvalue())


def _filtered(workbook, sheet):
    sheet.auto_filter.ref = "A1:H4"
    sheet.auto_filter.add_filter_column(2, ["邻里"])
    sheet.row_dimensions[3].hidden = True


def _outlined(workbook, sheet):
    sheet.row_dimensions.group(2, 3, hidden=True)


def _locked(workbook, sheet):
    sheet.protection.sheet = True
    sheet.protection.password = "1"


def _dropped_down(workbook, sheet):
    sheet.add_data_validation(openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"邻里,劳资"'))
    sheet.freeze_panes = "A2"
    sheet.conditional_formatting.add(
        "D2:D4", openpyxl.formatting.rule.CellIsRule(operator="greaterThan", formula=["10"])
    )


def _chart(workbook, sheet):
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=4, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "K2")
    workbook.create_chartsheet("图")


WHOLE = book(ROWS)
OLE = bytes.fromhex("D0CF11E0A1B11AE1")

FILES = [
    form("written_et", "WPS' own ending around what any spreadsheet reads.", renamed(book(ROWS, file="报表.xls"), "报表.et"), GOOD, refused("另存为")),
    form("written_xls_named_xlsx", "An old workbook by the name of a new one.", renamed(book(ROWS, file="报表.xls"), "报表.xlsx"), GOOD, refused("另存为")),
    form("written_xlsx_named_xls", "A new workbook by the name of an old one.", renamed(WHOLE, "报表.xls"), GOOD, refused("另存为")),
    form("written_xlsx_named_csv", "A workbook by the name of a text file.", renamed(WHOLE, "报表.csv"), GOOD, refused("另存为|后缀")),
    form("written_csv_named_xlsx", "A text file by the name of a workbook.", renamed(text(ROWS), "报表.xlsx"), GOOD, refused("CSV")),
    form("written_pdf", "A print.", File(name="报表.pdf", text=b"%PDF-1.4\n%%EOF"), refused("PDF")),
    form("written_doc", "A letter with a table in it.", File(name="报表.docx", text=content(WHOLE)), refused("文字文档")),
    form("written_picture", "A photograph of the form.", File(name="报表.jpg", text=b"\xff\xd8\xff\xe0" + bytes(60)), refused("图片")),
    form("written_picture_named_xlsx", "The same by the name of a workbook.", File(name="报表.xlsx", text=b"\xff\xd8\xff\xe0" + bytes(60)), refused("图片")),
    form("locked_with_password", "A password opens it.", File(name="报表.xlsx", text=OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")), refused("密码")),
    form("locked_sheet", "The sheet is locked against changes; reading needs no key.", by_openpyxl(ROWS, prepare=_locked), GOOD),
    form("damaged_cut_off", "Half of the file is missing.", File(name="报表.xlsx", text=content(WHOLE)[:2000]), refused("损坏|不完整|打不开|无法打开")),
    form("damaged_empty", "No byte is in it.", File(name="报表.xlsx", text=b""), refused()),
    form("damaged_no_strings", "The part with the texts is missing: cells would point to nothing.", without(WHOLE, "xl/sharedStrings.xml"), refused()),
    form("damaged_no_styles", "The part with the looks is missing: numbers could be days or shares.", without(WHOLE, "xl/styles.xml"), GOOD, refused()),
    form("damaged_no_sheet", "The part with the cells is missing.", without(WHOLE, "xl/worksheets/sheet1.xml"), refused()),
    form("formula_never_worked_out", "A program wrote a formula and no value.", by_openpyxl([MEDIATION_HEAD, (*M1[:3], "=10+2", *M1[4:]), M2]), kept_out(at="D2")),
    form("formula_never_worked_out_optional", "The same in a column that may be empty: it is not empty.", by_openpyxl([MEDIATION_HEAD, (*M1[:7], "=30+5"), M2]), kept_out(at="H2")),
    form("formula_never_worked_out_in_key", "The same in the key.", by_openpyxl([MEDIATION_HEAD, ('="塘后"&"村"', *M1[1:]), M2]), kept_out(at="A2")),
    form("formula_never_worked_out_total", "The same in the row of sums alone, which is left out.", by_openpyxl([*ROWS, ("合计", "", "", "=SUM(D2:D4)", "=SUM(E2:E4)", "", "", "")]), read(*MEDIATIONS, said="合计"), kept_out(at="D5")),
    form("drawn_filter", "A filter is on and hides a row.", by_openpyxl(ROWS, prepare=_filtered), read(*MEDIATIONS, said="隐藏"), kept_out("隐藏")),
    form("drawn_outline", "An outline is folded over two rows.", by_openpyxl(ROWS, prepare=_outlined), read(*MEDIATIONS, said="隐藏"), kept_out("隐藏")),
    form("drawn_lists_and_colours", "Lists to choose from, a frozen header, colours by rule.", by_openpyxl(ROWS, prepare=_dropped_down), GOOD),
    form("drawn_chart", "A chart on the sheet, and a sheet that is a chart.", by_openpyxl(ROWS, prepare=_chart), GOOD),
    form("written_macro", "A workbook that may hold macros.", renamed(by_openpyxl(ROWS), "报表.xlsm"), GOOD),
    form("written_old", "An old workbook.", book(ROWS, file="报表.xls"), GOOD),
    form("text_quoted_breaks", "Headers with line breaks, in quotes.", quoted_text([("区域", "月份", "纠纷\n类别", "受理件数\n（件）", *MEDIATION_HEAD[4:]), *MEDIATION_ROWS]), GOOD),
    form("text_sep_line", "sep=, in the first line, as spreadsheets take it.", text([("sep=,",), *ROWS]), GOOD, OUT),
    form("text_full_width_commas", "Full-width commas part the cells.", text(ROWS, mark="，"), GOOD, OUT),
    form("text_bars", "Bars part the cells.", text(ROWS, mark="|"), GOOD, OUT),
    form("text_tabs_behind_codes", "A tab behind every text keeps spreadsheets from spoiling it.", text([MEDIATION_HEAD, *((*(f"{cell}\t" for cell in cells[:3]), *cells[3:]) for cells in MEDIATION_ROWS)]), GOOD),
    form("text_guards", '="…" keeps codes as text.', text([PATROL_HEAD, *((f'="{code}"', *cells[1:]) for code, cells in zip(("35058110120601", "35058110120602"), PATROL_ROWS, strict=True))]), read(*PATROLS)),
    form("text_spoilt_codes", "A spreadsheet has saved the codes in its short way.", text([MEDIATION_HEAD, ("3.50581E+11", *M1[1:])]), kept_out(at="A2")),
    form("text_spoilt_months", "A spreadsheet has saved the months in its English way.", text([MEDIATION_HEAD, *((cells[0], "Mar-26", *cells[2:]) for cells in MEDIATION_ROWS)]), kept_out(at="B2"), GOOD),
    form("text_no_header", "The header was not exported.", text(MEDIATION_ROWS, file="多元调解.csv"), refused()),
    form("text_question_marks", "The names were lost in another alphabet.", text([MEDIATION_HEAD, ("???", *M1[1:])]), kept_out(at="A2")),
    form("text_wrong_alphabet", "UTF-8 that was read as GBK and saved: nobody can read it.", File(name="报表.csv", text="\r\n".join(",".join(map(str, cells)) for cells in ROWS).encode().decode("gb18030", "replace").encode("utf-8")), refused()),
    form("text_cut_in_line", "The last line is cut off.", File(name="报表.csv", text=content(text(ROWS))[:-14]), OUT),
    form("text_number_cut", "The last number has lost its last digit: nobody can tell, the row is whole.", text([REVIEW_HEAD, REVIEW_ROWS[0]]), read(REVIEWS[0])),
    form("text_quotes_not_closed", "A quote is never closed.", File(name="报表.csv", text=("\r\n".join(",".join(map(str, cells)) for cells in ROWS).replace("劳资", '"劳资') + "\r\n").encode("utf-8-sig")), OUT),
    form("text_mixed_ends", "Lines end in different ways.", File(name="报表.csv", text=("\n".join(",".join(map(str, cells)) for cells in ROWS[:2]) + "\r" + "\r\n".join(",".join(map(str, cells)) for cells in ROWS[2:])).encode("utf-8-sig")), GOOD, OUT),
    form("text_comments", "Lines of a program in front.", text([("# 导出时间 2026-04-02 09:30",), ("# 共 3 条",), *ROWS]), GOOD, OUT),
]  # fmt: skip

# Made-up names, of people that do not exist.
PERSON = "王大山"


def person(name, why, rows, *words, file="报表.xlsx", at=(), sheet="Sheet1", accept=(), **more):
    given = book(Sheet(rows=rows, name=sheet, **more), file=file)
    return form(f"person_{name}", why, given, refused("个人信息", *words, at=at), *accept, never=[PERSON])


PERSONS = [
    person("householder", "户主 beside the estate.", [(*MICRO_HEAD[:2], "户主", *MICRO_HEAD[2:]), *((*cells[:2], PERSON, *cells[2:]) for cells in MICRO_ROWS)], at="C1|C2"),
    person("grid_leader", "The grid leader by name.", [(*PATROL_HEAD[:1], "网格长", *PATROL_HEAD[1:]), *((*cells[:1], PERSON, *cells[1:]) for cells in PATROL_ROWS)], at="B1|B2"),
    person("staff", "网格员姓名 behind the counts.", [(*PATROL_HEAD, "网格员姓名"), *((*cells, PERSON) for cells in PATROL_ROWS)], at="H1|H2"),
    person("mediator", "调解员 behind the counts.", [(*MEDIATION_HEAD, "调解员"), *((*cells, PERSON) for cells in MEDIATION_ROWS)], at="I1|I2"),
    person("parties", "当事人 behind the counts.", [(*MEDIATION_HEAD, "当事人"), *((*cells, PERSON) for cells in MEDIATION_ROWS)], at="I1|I2"),
    person("captain", "队长 of the team.", [(*TEAM_HEAD, "队长"), *((*cells, PERSON) for cells in TEAM_ROWS)], at="G1|G2"),
    person("legal", "法定代表人.", [(*MEDIATION_HEAD, "法定代表人"), *((*cells, PERSON) for cells in MEDIATION_ROWS)], at="I1|I2"),
    person("helped", "帮扶对象.", [(*PATROL_HEAD, "帮扶对象"), *((*cells, PERSON) for cells in PATROL_ROWS)], at="H1|H2"),
    person("in_remark", "A remark with a number to call.", [(*MEDIATION_HEAD, "备注"), (*M1, "联系 13800001234"), (*M2, "")], at="I2"),
    person("beside_table", "A number to call at the right of the table.", [MEDIATION_HEAD, (*M1, "", "", "电话13800001234"), M2], at="K2"),
    person("in_total", "A number to call in the row of sums.", [*ROWS, ("合计", "联系13800001234", "", 24, 21, 19, 1, 74)], at="B5"),
    person("in_hidden_column", "A hidden column of numbers to call.", [(*MEDIATION_HEAD, "电话"), *((*cells, "13800001234") for cells in MEDIATION_ROWS)], at="I1|I2", hidden_columns=["I"]),
    person("address", "地址 with a door's number.", [(*MEDIATION_HEAD, "地址"), *((*cells, "塘后村3组12号") for cells in MEDIATION_ROWS)], at="I1|I2"),
    person("bank", "A card of a bank.", [(*POINTS_HEAD, "银行卡号"), ("塘后村", "2026-03", "村民", 120, 2400, 800, "6222021402000000000")], at="G1|G2"),
    person("birthday", "出生日期 behind the counts.", [(*MEDIATION_HEAD, "出生日期"), *((*cells, "1956-03-04") for cells in MEDIATION_ROWS)], at="I1|I2"),
    person("posts_are_none", "网格长职务 names a post and nobody.", [(*PATROL_HEAD, "牵头部门"), *((*cells, "镇平安办") for cells in PATROL_ROWS)], accept=(read(*PATROLS),)),
    form("person_none_in_teams", "A form as it should be.", book([TEAM_HEAD, *TEAM_ROWS]), read(*TEAMS)),
]  # fmt: skip

FORMS = FILES + PERSONS
