"""What a file holds decides how it is read; its suffix is only told where it says something else."""

import csv
import io

import pytest
import xlsxwriter
import xlwt

from etl.problems import Level
from etl.read.child import read_file
from etl.read.sheets import Extract, Limits
from tests.etl.corpus import open_document as written

HEAD, ROW = ("网格", "月份", "巡查次数（次）"), ("塘后第一网格", "2026-03", "42")


def new_workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("巡查")
        for number, cells in enumerate((HEAD, ROW)):
            sheet.write_row(number, 0, cells)
    return stream.getvalue()


def old_workbook() -> bytes:
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("巡查")
    for number, cells in enumerate((HEAD, ROW)):
        for place, cell in enumerate(cells):
            sheet.write(number, place, cell)
    book.save(stream)
    return stream.getvalue()


def page(encoding: str = "utf-8", body: str = "") -> bytes:
    rows = body or "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>" for cells in (HEAD, ROW))
    return f'<html><head><meta charset="{encoding}"></head><body><table>{rows}</table></body></html>'.encode(encoding)


def xml_table() -> bytes:
    cell = '<Cell><Data ss:Type="String">{}</Data></Cell>'
    rows = "".join(f"<Row>{''.join(map(cell.format, cells))}</Row>" for cells in (HEAD, ROW))
    return (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="巡查"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def open_document() -> bytes:
    stream = io.BytesIO()
    written.zipped(
        stream,
        written.document(written.table("巡查", [written.row(map(written.cell, cells)) for cells in (HEAD, ROW)])),
    )
    return stream.getvalue()


CONTENTS = {
    "xlsx": new_workbook(),
    "xls": old_workbook(),
    "csv": "\r\n".join(map(",".join, (HEAD, ROW))).encode("gb18030"),
    "html": page(),
    "html in gb2312": page("gb2312"),
    "xml": xml_table(),
    "ods": open_document(),
}


@pytest.fixture
def read(tmp_path):
    def read_bytes(content: bytes, name: str) -> Extract:
        (tmp_path / name).write_bytes(content)
        return read_file(tmp_path / name, tmp_path, Limits())

    return read_bytes


def cells_of(extract: Extract) -> list[list[str]]:
    sheet = extract.sheets[0]
    with sheet.path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    return [row[1:] if sheet.is_numbered else row for row in rows]


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".txt", ".html"])
@pytest.mark.parametrize("kind", CONTENTS)
def test_a_table_is_read_by_what_it_holds(read, kind, suffix):
    extract = read(CONTENTS[kind], f"报表{suffix}")
    assert cells_of(extract) == [list(HEAD), list(ROW)]
    is_true = kind.split()[0] == {".xlsm": "xlsx", ".et": "xls", ".txt": "csv"}.get(suffix, suffix[1:])
    assert [problem.level for problem in extract.problems] == ([] if is_true else [Level.NOTE])


def test_a_page_keeps_its_lines_spans_and_breaks(read):
    body = (
        "<tr><td rowspan=2>网格</td><td colspan=2>巡查</td></tr><tr><td>月份</td><td>次数<br>（次）</td></tr>"
        "<tr><td>一号</td><td>2026-03</td><td>1,042</td></tr>"
    )
    content = page(body=body).replace(b"<table>", "<h3>三月巡查</h3><script>x</script><table>".encode())
    extract = read(content, "报表.html")
    assert cells_of(extract) == [
        ["三月巡查"],
        ["网格", "巡查"],
        ["", "月份", "次数\n（次）"],
        ["一号", "2026-03", "1,042"],
    ]
    assert extract.sheets[0].merged == ((2, 1, 3, 1), (2, 2, 2, 3))


def test_what_a_page_does_not_show_is_told(read):
    content = page(body=f"<tr><td>{HEAD[0]}</td></tr><tr style='display:none'><td>一号</td></tr>")
    (problem,) = read(content, "报表.html").problems
    assert problem.level is Level.WARNING and "隐藏" in problem.message and problem.cell == "A2"


def test_a_page_that_is_none_of_a_table_is_no_form_of_any_kind(read):
    assert "没有可读的内容" in read(b"<!DOCTYPE html><p>", "报表.xls").problems[-1].message


def test_an_xml_table_keeps_places_formats_and_errors(read):
    styles = '<Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>'
    rows = (
        '<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell></Row>'
        '<Row><Cell ss:Index="2" ss:StyleID="p"><Data ss:Type="Number">0.4</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2026-03-31T00:00:00.000</Data></Cell>'
        '<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>'
    )
    content = xml_table().decode().replace("<Worksheet", f"{styles}<Worksheet", 1)
    first, last = content.index("<Table>") + len("<Table>"), content.index("</Table>")
    extract = read((content[:first] + rows + content[last:]).encode(), "报表.xls")
    assert cells_of(extract) == [["标题"], ["", "40%", "2026-03-31"]]
    assert extract.sheets[0].merged == ((2, 1, 2, 2),)
    assert [problem.cell for problem in extract.problems if problem.level is Level.ERROR] == ["D3"]


def test_an_xml_table_with_entities_is_refused(read):
    content = xml_table().replace(b"<Workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><Workbook')
    assert "DOCTYPE" in read(content, "报表.xls").problems[-1].message
