"""A workbook is read however a program has put its parts, or refused where it can be read in two ways."""

import errno
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.etl.read.workbooks import SHEET, read, rows_of, the_problem, with_sheet, write

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
