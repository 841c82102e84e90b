"""What is hidden, merged, struck or remarked in a workbook is told."""

import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font

from etl.problems import Level
from tests.etl.read.workbooks import read, rewritten, rows_of, the_problem, with_sheet, write


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
