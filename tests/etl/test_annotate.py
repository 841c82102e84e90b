import io
from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from etl.annotate import annotated_copy, annotated_name
from etl.marking import COMMENT_HEAD, FILLS, FOOTNOTE, LIST
from etl.problems import Level, Problem


def problem(**about) -> Problem:
    return Problem(**{"file": "季报.xlsx", "message": "这一格不对。", "remedy": "请改正。", **about})


@pytest.fixture
def source(tmp_path):
    """A workbook with something of everything that office people put into one."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "企业季报 '一'"
    sheet.merge_cells("A1:C1")
    sheet["A1"] = "企业季报"
    sheet["A1"].font = Font(bold=True, size=16, color="00FF00")
    sheet.append(["企业", "总产值（万元）", "填报日期", "增速"])
    sheet.append(["一号厂", 1200.5, date(2024, 11, 4), 0.12])
    sheet.append(["二号厂", "=B3*2", None, "=1+1"])
    sheet["D3"].number_format = "0.0%"
    sheet["B3"].border = Border(left=Side("thin"))
    sheet["B4"].fill = PatternFill("solid", start_color="112233")
    sheet["B3"].comment = Comment("原有批注", "经发办", width=500, height=40)
    sheet["A5"].value, sheet["A5"].data_type = "=不是公式", "s"
    sheet["A6"] = CellRichText("普通", TextBlock(InlineFont(b=True), "加粗"))
    sheet.merge_cells("A7:A9")
    sheet["A7"] = "三号厂"
    sheet.column_dimensions["B"].width = 33
    sheet.row_dimensions[2].height = 41
    sheet.row_dimensions[4].hidden = True
    sheet.freeze_panes = "A3"
    rule = DataValidation(type="whole", operator="between", formula1="0", formula2="9")
    rule.add("B3:B99")
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add("B3:B9", CellIsRule(operator="lessThan", formula=["0"], font=Font(color="FF0000")))
    other = book.create_sheet("隐藏")
    other.sheet_state = "hidden"
    other["A1"] = "=SUM('企业季报 ''一'''!B3:B4)"
    path = tmp_path / "季报.xlsx"
    book.save(path)
    return path


def opened(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


PROBLEMS = (
    problem(sheet="企业季报 '一'", cell="B3", message="产值偏大。", level=Level.WARNING),
    problem(sheet="企业季报 '一'", cell="B3,A8", message="单位不对。"),
    problem(message="整份文件的问题。"),
    problem(sheet="没有这张表", cell="C3"),
)
MARKED = {"B3", "A7"}


def look(cell) -> str:
    # What openpyxl gives compares by identity.
    return repr((cell.font, cell.border, cell.number_format, cell.alignment, cell.protection))


def test_all_but_the_marked_cells_stays_as_it_was(source):
    before, after = opened(source.read_bytes()), opened(annotated_copy(source, PROBLEMS))
    assert after.sheetnames == [*before.sheetnames, LIST]
    for sheet in before.worksheets:
        copy = after[sheet.title]
        assert copy.dimensions == sheet.dimensions
        for row in sheet.iter_rows():
            for cell in row:
                same = copy[cell.coordinate]
                assert (same.value, same.data_type, look(same)) == (cell.value, cell.data_type, look(cell))
                if cell.coordinate not in MARKED or sheet.title == "隐藏":
                    assert repr(same.fill) == repr(cell.fill)
                    assert (same.comment and same.comment.text) == (cell.comment and cell.comment.text)
        assert set(map(str, copy.merged_cells.ranges)) == set(map(str, sheet.merged_cells.ranges))
        assert {key: d.width for key, d in copy.column_dimensions.items()} == {
            key: d.width for key, d in sheet.column_dimensions.items()
        }
        assert {key: (d.height, d.hidden) for key, d in copy.row_dimensions.items()} == {
            key: (d.height, d.hidden) for key, d in sheet.row_dimensions.items()
        }
        rules = [
            [(str(rule.sqref), rule.type, rule.formula1, rule.formula2) for rule in one.data_validations.dataValidation]
            for one in (sheet, copy)
        ]
        assert rules[0] == rules[1]
        assert len(copy.conditional_formatting) == len(sheet.conditional_formatting)
        assert (copy.freeze_panes, copy.sheet_state) == (sheet.freeze_panes, sheet.sheet_state)


def test_cells_are_marked_and_comments_appended_to(source):
    sheet = opened(annotated_copy(source, PROBLEMS))["企业季报 '一'"]
    assert sheet["B3"].fill.start_color.rgb.endswith(FILLS[Level.ERROR])
    assert sheet["B3"].comment.text == f"原有批注\n{COMMENT_HEAD}提醒：产值偏大。请改正。\n错误：单位不对。请改正。"
    assert sheet["B3"].comment.author == "经发办"
    # A8 lies in the merged A7:A9, whose first cell is the one that is seen.
    assert sheet["A7"].comment.text == f"{COMMENT_HEAD}错误：单位不对。请改正。"


def test_the_list_links_to_the_cells(source):
    sheet = opened(annotated_copy(source, PROBLEMS))[LIST]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["序号", "工作表", "单元格", "性质", "问题", "怎么改"]
    assert rows[1] == [1, "企业季报 '一'", "B3", "提醒", "产值偏大。", "请改正。"]
    assert rows[2][2] == "B3、A8"
    assert rows[3] == [3, None, None, "错误", "整份文件的问题。", "请改正。"]
    assert rows[-1][0] == FOOTNOTE
    assert [cell.hyperlink.location if cell.hyperlink else None for cell in sheet["C"][1:5]] == [
        "'企业季报 ''一'''!B3",
        "'企业季报 ''一'''!B3",
        None,
        None,
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_what_a_form_holds_never_becomes_a_formula(source, tmp_path, sign):
    text = f'{sign}HYPERLINK("x")'
    listed = opened(annotated_copy(source, [problem(message=text, remedy=text)]))[LIST]
    csv = tmp_path / "季报.csv"
    csv.write_text(f"企业,产值\n一号厂,{text.replace(chr(34), '')}\n", encoding="utf-8")
    copied = opened(annotated_copy(csv, []))["季报"]
    for cell in (listed["E2"], listed["F2"], copied["B2"]):
        assert cell.data_type == "s" and cell.quotePrefix and cell.value.startswith(sign)


def test_a_second_copy_says_everything_once(source, tmp_path):
    first = tmp_path / "改过.xlsx"
    first.write_bytes(annotated_copy(source, PROBLEMS))
    again = opened(annotated_copy(first, PROBLEMS[:1]))
    assert again.sheetnames.count(LIST) == 1
    assert again["企业季报 '一'"]["B3"].comment.text == f"原有批注\n{COMMENT_HEAD}提醒：产值偏大。请改正。"


def test_of_a_text_file_a_workbook_is_made(tmp_path):
    path = tmp_path / "网格事件[1].csv"
    path.write_bytes('编号,时间\r\n001,"2024-11-04\n08:00"\r\n\r\n003,x\r\n'.encode("gb18030"))
    book = opened(annotated_copy(path, [problem(cell="B5", message="不是时间。")]))
    sheet = book.worksheets[0]
    assert sheet.title == "网格事件_1_"
    assert (sheet["A2"].value, sheet["B2"].value) == ("001", "2024-11-04\n08:00")
    # A line break inside quotes does not move the rows below it.
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["B5"]
    assert book[LIST]["C2"].hyperlink.location == "'网格事件_1_'!B5"


def test_of_what_cannot_be_opened_there_is_the_list(tmp_path):
    path = tmp_path / "坏了.xlsx"
    path.write_bytes(b"PK\x03\x04 half a file")
    book = opened(annotated_copy(path, [problem(message="文件已损坏。")]))
    assert book.sheetnames == [LIST] and book[LIST]["E2"].value == "文件已损坏。"


@pytest.mark.parametrize(
    ("file", "name"),
    [("季报.csv", "季报.核对批注.xlsx"), ("季报.XLSM", "季报.核对批注.xlsm"), ("a.b.xls", "a.b.核对批注.xlsx")],
)
def test_the_copy_has_a_name_of_its_own(file, name):
    assert annotated_name(file) == name
