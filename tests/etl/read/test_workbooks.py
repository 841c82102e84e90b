import csv
import errno
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font

from etl.problems import Level
from etl.read.child import read_file
from etl.read.sheets import Extract, Limits


@pytest.fixture
def form(tmp_path):
    return tmp_path / "报表.xlsx"


def read(path: Path, **limits: int) -> Extract:
    return read_file(path, path.parent, Limits(**limits))


def rows_of(extract: Extract, sheet: int = 0) -> list[list[str]]:
    with extract.sheets[sheet].path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def the_problem(extract: Extract, level: Level = Level.ERROR):
    (problem,) = extract.problems
    assert problem.level is level
    return problem


def write(path: Path, rows: list[list], title: str = "网格") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def test_typed_cells_become_text(form):
    book = write(form, [["网格", "数量", "占比", "日期", "是否"], ["一号", 12.0, 0.12, datetime(2024, 11, 4), True]])
    book.active["C2"].number_format = "0%"
    book.active["D2"].number_format = "yyyy-mm-dd"
    book.save(form)
    extract = read(form)
    assert extract.problems == ()
    assert rows_of(extract) == [
        ["1", "网格", "数量", "占比", "日期", "是否"],
        ["2", "一号", "12", "12%", "2024-11-04", "是"],
    ]
    (sheet,) = extract.sheets
    assert (sheet.name, sheet.columns, sheet.rows, sheet.is_numbered) == ("网格", 5, 2, True)


def test_values_that_a_formula_was_saved_with_are_read(form):
    with xlsxwriter.Workbook(form) as book:
        sheet = book.add_worksheet("网格")
        sheet.write_row("A1", ["a", "b"])
        sheet.write_formula("A2", "=1+2", None, 3)
        sheet.write_formula("B2", '=""', None, "")
    # Excel types a calculated empty text, XlsxWriter does not.
    with zipfile.ZipFile(form) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    assert b'<c r="B2">' in xml
    rewritten(form, {"xl/worksheets/sheet1.xml": xml.replace(b'<c r="B2">', b'<c r="B2" t="str">')})
    extract = read(form)
    assert extract.problems == ()
    assert rows_of(extract) == [["1", "a", "b"], ["2", "3"]]


def test_a_formula_without_a_value_is_a_problem(form):
    write(form, [["a", "b"], [1, "=A2*2"]])
    problem = the_problem(read(form))
    assert (problem.sheet, problem.cell) == ("网格", "B2")
    assert "没有保存计算结果" in problem.message


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!"])
def test_an_error_cell_is_a_problem(form, error):
    write(form, [["a", "b"], [1, error]])
    problem = the_problem(read(form))
    assert problem.cell == "B2"
    assert error in problem.message


def test_blank_rows_keep_row_numbers_right(form):
    write(form, [["a"], [], [None], [" "], ["x"]])
    assert rows_of(read(form)) == [["1", "a"], ["5", "x"]]


def test_a_stray_cell_costs_nothing_and_is_named(form):
    with xlsxwriter.Workbook(form) as book:
        sheet = book.add_worksheet("网格")
        for row in range(30):
            sheet.write_row(row, 0, ["a", "b"])
        sheet.write(1_048_575, 16_383, "x")
    extract = read(form, memory_bytes=1 << 30)
    problem = the_problem(extract)
    assert problem.cell == "XFD1048576"
    assert extract.sheets[0].columns == 2


def test_a_stray_cell_near_the_top_makes_no_wide_sheet(form):
    with xlsxwriter.Workbook(form) as book:
        book.add_worksheet("网格").write(0, 16_383, "x")
    extract = read(form)
    assert the_problem(extract).cell == "XFD1"
    assert extract.sheets[0].columns == 500


def test_hidden_sheets_are_told_and_not_read(form):
    book = write(form, [["a"], ["x"]])
    book.create_sheet("旧表").append(["秘密"])
    book["旧表"].sheet_state = "veryHidden"
    book.save(form)
    extract = read(form)
    assert [sheet.name for sheet in extract.sheets] == ["网格"]
    assert the_problem(extract, Level.WARNING).sheet == "旧表"


def test_personal_data_on_a_hidden_sheet_is_an_error_for_the_file_is_kept(form):
    book = write(form, [["a"], ["x"]])
    book.create_sheet("旧表").append(["甲", "13800000000"])
    book["旧表"].sheet_state = "hidden"
    book.save(form)
    problem, hidden = read(form).problems
    assert (problem.level, problem.sheet, problem.cell, problem.code) == (Level.ERROR, "旧表", "B1", "personal-data")
    assert (hidden.level, hidden.code) == (Level.WARNING, "hidden-content")


@pytest.mark.parametrize("title", ["填表说明", "选项", "_选项"])
@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_sheets_of_the_form_itself_are_left_out_quietly(form, title, state):
    book = write(form, [["a"], ["x"]])
    book.create_sheet(title).append(["不读"])
    book[title].sheet_state = state
    book.save(form)
    extract = read(form)
    # Rows of the form may have been written below the explanations: whoever recognises forms looks at what is visible.
    is_looked_through = title == "填表说明" and state == "visible"
    assert [sheet.name for sheet in extract.sheets] == ["网格", *([title] if is_looked_through else [])]
    assert extract.problems == ()


def test_hidden_rows_are_told_and_read(form):
    book = write(form, [["a"], ["x"], ["y"]])
    book.active.row_dimensions[3].hidden = True
    book.save(form)
    extract = read(form)
    problem = the_problem(extract, Level.WARNING)
    assert problem.cell == "A3"
    assert "第 3 行共 1 行" in problem.message
    assert rows_of(extract)[-1] == ["3", "y"]


def test_other_explanations_are_handed_over(form):
    book = write(form, [["a"], ["x"]])
    book.create_sheet("说明及补报").append(["b"])
    book.save(form)
    assert [sheet.name for sheet in read(form).sheets] == ["网格", "说明及补报"]


def test_merged_ranges_are_facts_and_not_filled(form):
    book = write(form, [["报表", None], ["村", "数"], ["塘后村", 1], [None, 2], ["注：", None]])
    for span in ("A1:B1", "A3:A4", "A5:B5"):
        book.active.merge_cells(span)
    book.save(form)
    extract = read(form)
    assert extract.problems == ()
    assert set(extract.sheets[0].merged) == {(1, 1, 1, 2), (3, 1, 4, 1), (5, 1, 5, 2)}
    assert rows_of(extract)[3] == ["4", "", "2"]


def test_very_many_merged_ranges_are_refused(form, monkeypatch):
    monkeypatch.setattr("etl.read.notices.MERGED_RANGES", 2)
    book = write(form, [["a"]])
    for row in range(1, 7, 2):
        book.active.merge_cells(f"A{row}:A{row + 1}")
    book.save(form)
    assert "3 处合并单元格" in the_problem(read(form)).message


def test_columns_that_nobody_sees_are_told_if_they_hold_something(form):
    book = write(form, [["a", "b", "c", None], ["x", 1, 2, None], ["y", None, 3, None]])
    for letters in "BD":
        book.active.column_dimensions[letters].hidden = True
    book.save(form)
    extract = read(form)
    problem = the_problem(extract, Level.WARNING)
    assert (problem.cell, problem.count, problem.code) == ("B1:B2", 2, "hidden-content")
    assert "B 列共 1 列被隐藏" in problem.message
    assert rows_of(extract)[1] == ["2", "x", "1", "2"]


@pytest.mark.parametrize("of_column", ['hidden="true"', 'width="0" customWidth="1"'])
@pytest.mark.parametrize("of_row", ['hidden="true"', 'ht="0" customHeight="1"'])
def test_nothing_high_or_wide_is_hidden_too(form, of_column, of_row):
    with_sheet(
        form,
        f'<cols><col min="2" max="16384" {of_column}/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        f'<row r="2" {of_row}><c r="B2"><v>1</v></c></row></sheetData>',
    )
    assert [problem.cell for problem in read(form).problems] == ["A2", "B2"]


def test_cells_whose_format_shows_nothing_are_told(form):
    book = write(form, [["a"], [5]])
    book.active["A2"].number_format = ";;;"
    book.save(form)
    assert the_problem(read(form), Level.WARNING).cell == "A2"


def test_an_empty_hidden_row_is_not_worth_a_word(form):
    book = write(form, [["a"], [None], ["x"]])
    book.active.row_dimensions[2].hidden = True
    book.save(form)
    assert read(form).problems == ()


def test_struck_cells_are_told(form):
    book = write(form, [["a", "b"], ["x", 1], ["y", 2]])
    for cell in ("A2", "B2"):
        book.active[cell].font = Font(strike=True)
    book.save(form)
    problem = the_problem(read(form), Level.WARNING)
    assert (problem.cell, problem.count, problem.code) == ("A2,B2", 2, "marked-content")


@pytest.mark.parametrize("in_memory", [False, True])
def test_a_text_struck_in_part_is_an_error(form, in_memory):
    with xlsxwriter.Workbook(form) as book:
        struck = book.add_format({"font_strikeout": True})
        book.add_worksheet("网格").write_rich_string("A1", struck, "120", "130")
    if in_memory:
        run = "<r><rPr><strike/></rPr><t>120</t></r><r><rPr><strike val='0'/></rPr><t>130</t></r>"
        with_sheet(form, f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is>{run}</is></c></row></sheetData>')
    problem = the_problem(read(form))
    assert (problem.cell, problem.code) == ("A1", "marked-content")


def test_a_text_wholly_struck_by_its_runs_is_a_struck_cell(form):
    run = "<r><rPr><strike/></rPr><t>12</t></r><r><rPr><strike/></rPr><t>0</t></r>"
    with_sheet(
        form,
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is>{run}</is></c>'
        '<c r="B1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
    )
    assert the_problem(read(form), Level.WARNING).cell == "A1"


def test_comments_are_facts_and_those_with_a_persons_number_errors(form):
    book = write(form, [["a", "b"], ["x", 1]])
    book.active["A2"].comment = Comment("核实中", "x")
    book.save(form)
    extract = read(form)
    assert (extract.problems, extract.sheets[0].comments) == ((), ("A2",))
    # Made up, nobody's.
    book.active["B2"].comment = Comment("问 13800000000", "x")
    book.save(form)
    extract = read(form)
    problem = the_problem(extract)
    assert (problem.cell, problem.code) == ("B2", "personal-data")
    assert "138" not in str(problem)
    assert extract.sheets[0].comments == ("A2", "B2")


def test_threaded_comments_are_comments(form):
    write(form, [["a"]])
    rewritten(
        form,
        {
            "xl/worksheets/_rels/sheet1.xml.rels": b"<Relationships><Relationship Id='r' Target='../t/t1.xml' "
            b"Type='http://schemas.microsoft.com/office/2017/10/relationships/threadedComment'/></Relationships>",
            "xl/t/t1.xml": b"<ThreadedComments><threadedComment ref='A1'><text>13800000000</text></threadedComment>"
            b"</ThreadedComments>",
        },
    )
    extract = read(form)
    assert the_problem(extract).cell == "A1"


def test_two_sheets_keep_their_names_and_rows(form):
    book = write(form, [["a"], ["x"]])
    book.create_sheet("季报").append(["b"])
    book.save(form)
    extract = read(form)
    assert [(sheet.name, rows_of(extract, place)[0]) for place, sheet in enumerate(extract.sheets)] == [
        ("网格", ["1", "a"]),
        ("季报", ["1", "b"]),
    ]


def test_an_empty_workbook_is_refused(form):
    write(form, [])
    assert "没有可读的内容" in the_problem(read(form)).message


def test_a_workbook_with_hidden_content_alone_is_refused(form):
    book = write(form, [])
    book.create_sheet("旧表").append(["x"])
    book["旧表"].sheet_state = "hidden"
    book.save(form)
    assert [problem.level for problem in read(form).problems] == [Level.WARNING, Level.ERROR]


def test_too_many_cells_are_refused(form):
    write(form, [["a", "b"], [1, 2], [3, 4]])
    assert "超过 5 个" in the_problem(read(form, cells=5)).message
    assert read(form, cells=6).problems == ()


def test_a_large_file_is_refused(form):
    write(form, [["a"]])
    assert "超过上限" in the_problem(read(form, workbook_bytes=100)).message


def rewritten(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()} | parts
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)


def test_a_zip_bomb_is_refused(form):
    write(form, [["a"]])
    rewritten(form, {"xl/worksheets/sheet9.xml": b" " * (4 << 20)})
    assert "展开后" in the_problem(read(form)).message


def test_a_white_picture_is_no_bomb(form):
    write(form, [["a"]])
    rewritten(form, {"xl/media/image1.bmp": b"\xff" * (4 << 20)})
    assert read(form).problems == ()


def test_inflated_size_is_bounded(form):
    write(form, [["a"]])
    assert "展开后" in the_problem(read(form, inflated_bytes=1000)).message


def test_the_number_of_parts_is_bounded(form):
    write(form, [["a"]])
    assert "部件" in the_problem(read(form, zip_entries=3)).message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(form, encoding):
    write(form, [["a"]])
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e "ee">]><x>&e;</x>'
    rewritten(form, {"xl/theme/theme1.xml": xml.encode(encoding)})
    assert "DOCTYPE" in the_problem(read(form)).message


def test_a_password_is_told(form):
    form.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert "打开密码" in the_problem(read(form)).message


def test_a_workbook_that_was_cut_off_is_refused(form):
    form.write_bytes(b"PK\x03\x04 cut off")
    assert "已损坏" in the_problem(read(form)).message


def test_a_zip_that_is_no_workbook_is_refused(form):
    with zipfile.ZipFile(form, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "内容却是压缩包" in the_problem(read(form)).message


def test_an_archive_whose_directory_makes_no_sense_is_refused(form):
    """Where what opens it raises before the first part is read, the reader stops with words, not by itself."""
    with zipfile.ZipFile(form, "w") as archive:
        part = zipfile.ZipInfo("xl/workbook.xml")
        # A field of 513 bytes of which none is there.
        part.extra = b"PK\x01\x02"
        archive.writestr(part, "x")
    assert "已损坏" in the_problem(read(form)).message


def test_a_broken_part_is_refused(form):
    write(form, [["a"]])
    content = bytearray(form.read_bytes())
    with zipfile.ZipFile(form) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    content[start + 60 : start + 90] = b"\0" * 30
    form.write_bytes(content)
    assert "已损坏" in the_problem(read(form)).message


SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_sheet(path: Path, content: str) -> None:
    """A workbook whose only sheet has `content` as XML."""
    write(path, [["a"]])
    rewritten(path, {SHEET: f"<worksheet {MAIN}>{content}</worksheet>".encode()})


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (datetime(2024, 11, 4, 8, 30), "yyyy-mm-dd hh:mm", "2024-11-04 08:30:00"),
        (datetime(2024, 11, 4), "yyyy-mm-dd hh:mm", "2024-11-04 00:00:00"),
        (date(2024, 11, 4), "m/d/yy", "2024-11-04"),
        (time(8, 30), "hh:mm", "08:30:00"),
        (0.354166666666667, '上午/下午h"时"mm"分"', "08:30:00"),
        (6.04, '0.00"亿元"', "6.04亿元"),
        (1234.5, '#,##0.00\\ "万元"', "1234.5万元"),
        (12, '0"人"', "12人"),
        (timedelta(hours=30), "[h]:mm", "30:00:00"),
        (45000, '"第"0"批"', "45000"),
        (0.125, "0.0%", "12.5%"),
        (0.1 + 0.2, "General", "0.3"),
        (False, "General", "否"),
    ],
)
def test_numbers_are_read_by_their_format(form, value, shown, text):
    book = write(form, [["a"], [value]])
    book.active["A2"].number_format = shown
    book.save(form)
    assert rows_of(read(form))[1] == ["2", text]


def test_days_are_counted_from_1904_where_the_workbook_says_so(form):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["a"])
    book.active.append([datetime(2024, 11, 4)])
    book.active["A2"].number_format = "yyyy-mm-dd"
    book.save(form)
    assert rows_of(read(form))[1] == ["2", "2024-11-04"]


def test_a_date_outside_the_calendar_is_an_error_cell(form):
    book = write(form, [["a", "b"], [1, 99_999_999]])
    book.active["B2"].number_format = "yyyy-mm-dd"
    book.save(form)
    problem = the_problem(read(form))
    assert problem.cell == "B2"
    assert "#VALUE!" in problem.message


def test_text_in_several_fonts_is_one_text_and_readings_are_none(form):
    with_sheet(
        form,
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>塘</t></r><r><t>后村</t></r>'
        '<rPh sb="0" eb="1"><t>とう</t></rPh></is></c></row></sheetData>',
    )
    assert rows_of(read(form)) == [["1", "塘后村"]]


def test_shared_texts_in_several_fonts_are_one_text(form):
    with xlsxwriter.Workbook(form) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("网格")
        sheet.write_rich_string("A1", "塘", bold, "后", "村")
        sheet.write("B1", "a&b<c>")
    assert rows_of(read(form)) == [["1", "塘后村", "a&b<c>"]]


def test_cells_and_rows_without_an_address_follow_each_other(form):
    with_sheet(
        form,
        '<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
    )
    assert rows_of(read(form)) == [["3", "", "1", "2"], ["4", "3"]]


def test_a_prefix_before_the_elements_changes_nothing(form):
    write(form, [["a"]])
    xml = f'<x:worksheet {MAIN.replace("xmlns", "xmlns:x")}><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c>'
    rewritten(form, {SHEET: f"{xml}</x:row></x:sheetData></x:worksheet>".encode()})
    assert rows_of(read(form)) == [["1", "7"]]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFE1"><v>1</v></c>',
        '<c r="A1"><v>many</v></c>',
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" s="99"><v>1</v></c>',
        '<c r="A1"><v>1</c>',
    ],
)
def test_a_sheet_that_makes_no_sense_is_refused(form, cell):
    with_sheet(form, f'<sheetData><row r="1">{cell}</row></sheetData>')
    assert "已损坏" in the_problem(read(form)).message


def test_formats_that_chinese_programs_number_and_do_not_write_out_are_known(form):
    with_sheet(form, '<sheetData><row r="1"><c r="A1" s="1"><v>46112</v></c></row></sheetData>')
    styles = f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="57"/></cellXfs></styleSheet>'
    rewritten(form, {"xl/styles.xml": styles.encode()})
    assert rows_of(read(form)) == [["1", "2026-03-31"]]


@pytest.mark.parametrize("code", ["0.0,", '0!.0,"万"', "0!.0000", '0"."0,'])
def test_a_format_that_shows_another_number_is_an_error(form, code):
    book = write(form, [["a"], [12_345_678]])
    book.active["A2"].number_format = code
    book.save(form)
    problem = the_problem(read(form))
    assert (problem.cell, problem.code) == ("A2", "deviated-value")


STRICT = {
    # What a namespace of Strict Open XML is called in the usual form.
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def typical(path: Path) -> dict[str, bytes]:
    """The parts of a workbook with shared strings, styles, a date and a share."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("网格")
        sheet.write_row("A1", ["网格", "日期", "占比"])
        sheet.write("A2", "一号")
        sheet.write_datetime("B2", datetime(2024, 11, 4), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write("C2", 0.12, book.add_format({"num_format": "0%"}))
    return parts_of(path)


TYPICAL = [["1", "网格", "日期", "占比"], ["2", "一号", "2024-11-04", "12%"]]


def test_strict_open_xml_is_read(form):
    parts = typical(form)
    for usual, strict in STRICT.items():
        parts = {name: content.replace(usual.encode(), strict.encode()) for name, content in parts.items()}
    sheet = parts[SHEET]
    assert b"<v>45600</v>" in sheet
    parts[SHEET] = sheet.replace(b'<c r="B2" s="1"><v>45600</v>', b'<c r="B2" s="1" t="d"><v>2024-11-04T00:00:00</v>')
    zipped(form, parts)
    extract = read(form)
    assert extract.problems == ()
    assert rows_of(extract) == TYPICAL


@pytest.mark.parametrize(
    "broken",
    [
        (b'<fill><patternFill patternType="none"/></fill>', b"<fill/>"),
        (b'<family val="2"/>', b'<family val="many"/>'),
        (b"<border><left/>", b"<border><middle/>"),
        (b'<cellStyles count="1">', b'<cellStyles count="x"><cellStyle/>'),
        (b'<dxfs count="0"/>', b'<dxfs><dxf><numFmt numFmtId="x"/></dxf></dxfs>'),
    ],
)
def test_styles_are_needed_for_number_formats_alone(form, broken):
    parts = typical(form)
    assert broken[0] in parts["xl/styles.xml"]
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(*broken)
    zipped(form, parts)
    assert rows_of(read(form)) == TYPICAL


def renamed(parts: dict[str, bytes], change) -> dict[str, bytes]:
    return {change(name): content for name, content in parts.items()}


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: renamed(parts, lambda name: name.replace("/", "\\")),
        lambda parts: renamed(parts, lambda name: f"/{name}"),
        lambda parts: renamed(parts, str.upper),
        lambda parts: {name: content for name, content in parts.items() if name != "[Content_Types].xml"},
        lambda parts: {name: content for name, content in parts.items() if name != "_rels/.rels"},
        lambda parts: parts | {SHEET: parts[SHEET].replace(b'ref="A1:C2"', b'ref="A1"')},
        lambda parts: {
            name: content.replace(b"worksheets/sheet1.xml", b"/data/first%20sheet.xml")
            for name, content in renamed(parts, lambda name: name.replace(SHEET, "data/first sheet.xml")).items()
        },
        lambda parts: {
            name: content.replace(b"xl/workbook.xml", b"book/book.xml")
            for name, content in renamed(
                parts, lambda name: name.replace("xl/", "book/").replace("workbook.xml", "book.xml")
            ).items()
        },
    ],
    ids=[
        "backslashes",
        "absolute",
        "upper-case",
        "no-types",
        "no-root",
        "dimension",
        "sheet-elsewhere",
        "all-elsewhere",
    ],
)
def test_parts_are_found_wherever_a_program_put_them(form, change):
    zipped(form, change(typical(form)))
    extract = read(form)
    assert extract.problems == ()
    assert rows_of(extract) == TYPICAL


def test_two_parts_of_one_name_are_refused(form):
    parts = typical(form)
    zipped(form, parts | {SHEET.replace("/", "\\"): parts[SHEET]})
    assert "已损坏" in the_problem(read(form)).message


def test_a_workbook_without_shared_strings_is_read(form):
    parts = typical(form)
    parts = {name: content for name, content in parts.items() if name != "xl/sharedStrings.xml"}
    zipped(form, parts | {SHEET: b"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"})
    assert rows_of(read(form)) == [["1", "1"]]


@pytest.mark.parametrize("kind", ["shared", "inline", "formula"])
@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("网格_x000D_\n员", "网格\r\n员"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x4E00__x53F7_", "一号"),
        ("_xD83D__xDE00_", "😀"),
        ("a_xyz_b", "a_xyz_b"),
        ("_x0000_a", "a"),
    ],
)
def test_escapes_are_characters(form, kind, stored, meant):
    parts = typical(form)
    cell = {
        "shared": '<c r="A1" t="s"><v>0</v></c>',
        "inline": f'<c r="A1" t="inlineStr"><is><t>{stored}</t></is></c>',
        "formula": f'<c r="A1" t="str"><f>B1</f><v>{stored}</v></c>',
    }[kind]
    parts["xl/sharedStrings.xml"] = f"<sst><si><t>{stored}</t></si></sst>".encode()
    parts[SHEET] = f'<worksheet><sheetData><row r="1">{cell}</row></sheetData></worksheet>'.encode()
    zipped(form, parts)
    assert rows_of(read(form)) == [["1", meant]]


def test_guards_are_taken_off(form):
    write(form, [["a", "b", "c"]])
    with_sheet(
        form,
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>="350581101911"</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>\'007</t></is></c></row></sheetData>',
    )
    assert rows_of(read(form)) == [["1", "350581101911", "007"]]


def test_rows_out_of_order_are_put_in_order(form):
    with_sheet(
        form,
        '<sheetData><row r="3"><c r="B3"><v>4</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="3"><c r="C3"><v>5</v></c></row></sheetData>',
    )
    assert rows_of(read(form)) == [["1", "1"], ["3", "3", "4", "5"]]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="9999999"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1_0</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(form, rows):
    with_sheet(form, f"<sheetData>{rows}</sheetData>")
    assert "已损坏" in the_problem(read(form)).message


@pytest.mark.parametrize(
    ("stored", "attributes"), [("1e999", ""), ("nowhere", 't="d"'), ("#SPILL!", 't="e"'), ("#N/A", 't="e"')]
)
def test_what_is_no_value_is_an_error_cell(form, stored, attributes):
    with_sheet(form, f'<sheetData><row r="1"><c r="A1" {attributes}><v>{stored}</v></c></row></sheetData>')
    problem = the_problem(read(form))
    assert problem.cell == "A1" and "错误值" in problem.message


def test_many_error_cells_are_one_problem(form):
    write(form, [["a"], *[["#N/A"]] * 300])
    problem = the_problem(read(form))
    assert (problem.cell, problem.count) == ("A2:A201", 300)


def test_a_disk_that_is_full_is_told(form, monkeypatch):
    typical(form)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("etl.read.workbooks.write_sheet", full)
    assert "磁盘已满" in the_problem(read(form)).message


TOKENS = [
    b"-1",
    b"",
    b"9" * 12,
    b"x",
    b'"',
    b"<",
    b">",
    b"/>",
    b"1e400",
    b"A1",
    b"XFD1048577",
    b"&#0;",
    b"\xff",
    b"_xD8",
]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_workbook_changed_anywhere_gives_values_or_a_message(form, data):
    parts = typical(form)
    name = data.draw(st.sampled_from([part for part in parts if not part.startswith(("docProps", "xl/theme"))]))
    start = data.draw(st.integers(0, len(parts[name])))
    content = parts[name][:start] + data.draw(st.sampled_from(TOKENS))
    zipped(form, parts | {name: content + parts[name][start + data.draw(st.integers(0, 30)) :]})
    extract = read(form)
    assert extract.sheets or extract.problems
