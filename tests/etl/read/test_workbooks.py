import csv
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

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


@pytest.mark.parametrize("title", ["说明", "填表说明（必读）", "字典", "选项", "_选项"])
@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_sheets_of_the_form_itself_are_left_out_quietly(form, title, state):
    book = write(form, [["a"], ["x"]])
    book.create_sheet(title).append(["不读"])
    book[title].sheet_state = state
    book.save(form)
    extract = read(form)
    assert [sheet.name for sheet in extract.sheets] == ["网格"]
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


def test_merged_data_cells_are_told_and_not_filled(form):
    book = write(form, [["报表", None], ["村", "数"], ["塘后村", 1], [None, 2], ["注：", None]])
    for span in ("A1:B1", "A3:A4", "A5:B5"):
        book.active.merge_cells(span)
    book.save(form)
    extract = read(form)
    problem = the_problem(extract, Level.WARNING)
    assert problem.cell == "A3"
    assert "A3:A4 共 1 处" in problem.message
    assert rows_of(extract)[3] == ["4", "", "2"]


def test_a_merge_beside_other_cells_is_told(form):
    book = write(form, [["a", "b", "c"], ["x", None, 1]])
    book.active.merge_cells("A2:B2")
    book.save(form)
    assert the_problem(read(form), Level.WARNING).cell == "A2"


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


def test_an_old_workbook_under_a_new_name_is_told(form):
    form.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600) + "Workbook".encode("utf-16-le"))
    assert "旧版 .xls" in the_problem(read(form)).message


@pytest.mark.parametrize("content", [b"not a workbook", b"PK\x03\x04 cut off"])
def test_something_else_is_refused(form, content):
    form.write_bytes(content)
    assert "已损坏" in the_problem(read(form)).message


def test_a_zip_that_is_no_workbook_is_refused(form):
    with zipfile.ZipFile(form, "w") as archive:
        archive.writestr("a.txt", "x")
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
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
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
