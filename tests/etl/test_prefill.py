import io
import zipfile
from datetime import date

import openpyxl
import pytest

import etl
from etl.datasets import DATASETS
from etl.prefill import months_of, periods_for
from etl.problems import Level
from etl.schema import Kind
from etl.templates import EXAMPLE_MARK, HEADER_ROW, LAST_PERIOD


def column(kind: Kind):
    return next(column for dataset in DATASETS.values() for column in dataset.columns if column.kind is kind)


@pytest.mark.parametrize(
    ("kind", "period", "values"),
    [
        (Kind.QUARTER, "2024Q3", ["2024Q3"]),
        (Kind.QUARTER, "2024-12", ["2024Q4"]),
        (Kind.MONTH, "2024Q4", ["2024-10", "2024-11", "2024-12"]),
        (Kind.MONTH, "2024-02", ["2024-02"]),
        (Kind.DATE, "2024Q4", [date(2024, 12, 31)]),
        (Kind.DATE, "2024-02", [date(2024, 2, 29)]),
    ],
)
def test_a_period_fits_every_kind_of_column(kind, period, values):
    assert periods_for(column(kind), period) == values


@pytest.mark.parametrize("period", ["2024", "2024Q5", "2024-13", "Q1", ""])
def test_what_is_no_period_is_not_guessed(period):
    with pytest.raises(ValueError, match="neither a quarter"):
        months_of(period)


def rows(content: bytes, sheet: str) -> list[list]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book[sheet].iter_rows(min_row=HEADER_ROW + 2)]


def test_a_form_holds_an_example_and_the_rows_of_the_last_period_without_their_figures(town):
    (content,) = etl.blank_forms("2024Q4", datasets=["enterprise_quarters"], warehouse=town.warehouse).values()
    example, *filled = [row[:3] for row in rows(content, "企业季报")]
    assert example[0].startswith(EXAMPLE_MARK)
    assert filled == [
        ["演示服装一号", "2024Q4", None],
        ["演示五金二号", "2024Q4", None],
        ["演示电商三号", "2024Q4", None],
    ]
    # The last period stands beside it, each row at the same place.
    assert [row[:3] for row in rows(content, LAST_PERIOD)][1:] == [
        ["演示服装一号", "2024Q3", 1200.5],
        ["演示五金二号", "2024Q3", 300],
        ["演示电商三号", "2024Q3", 450],
    ]


def test_only_what_lies_in_the_area_is_filled_in(town):
    (content,) = etl.blank_forms(
        "2024Q4", "350581100901", datasets=["enterprise_quarters"], warehouse=town.warehouse
    ).values()
    assert [row[0] for row in rows(content, "企业季报")][1:] == ["演示电商三号"]


def test_without_an_earlier_period_a_form_by_areas_names_them(town):
    (content,) = etl.blank_forms("2024Q4", datasets=["population"], warehouse=town.warehouse).values()
    _, *filled = [row[:3] for row in rows(content, "人口与户")]
    assert [(name, day.date(), figure) for name, day, figure in filled] == [("塘后村", date(2024, 12, 31), None)]
    assert LAST_PERIOD not in openpyxl.load_workbook(io.BytesIO(content)).sheetnames


@pytest.mark.parametrize("is_left", [False, True], ids=["deleted", "left in"])
def test_a_filled_form_is_read_right_with_or_without_its_example(town, tmp_path, is_left):
    (content,) = etl.blank_forms("2024Q4", datasets=["enterprise_quarters"], warehouse=town.warehouse).values()
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["企业季报"]
    if not is_left:
        sheet.delete_rows(HEADER_ROW + 2)
    headers = [cell.value for cell in sheet[HEADER_ROW + 1]]
    for row in range(HEADER_ROW + 2 + is_left, HEADER_ROW + 5 + is_left):
        for header in ("总产值（万元）", "税收（万元）", "期末从业人员（人）"):
            sheet.cell(row, headers.index(header) + 1, 100)
    book.save(tmp_path / "企业季报_2024Q4.xlsx")
    proposal = etl.propose([tmp_path / "企业季报_2024Q4.xlsx"], town.data, town.warehouse)
    assert {problem.level for problem in proposal.problems} == {Level.NOTE}
    assert any("示例" in problem.message for problem in proposal.problems) == is_left
    (change,) = etl.changes(proposal.proposal_id, town.data, town.warehouse)
    assert change.new == 3


def test_all_forms_come_as_one_archive_with_chinese_names(town):
    content = etl.templates_zip("2024Q4", warehouse=town.warehouse)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    assert {member.filename for member in members} == {f"{one.label}_2024Q4.xlsx" for one in DATASETS.values()}
    assert all(member.flag_bits & 0x800 for member in members)


def test_blank_forms_need_no_published_version(tmp_path):
    forms = etl.blank_forms(prefilled=False, datasets=["population", "areas"], warehouse=tmp_path)
    assert list(forms) == ["人口与户.xlsx", "区域目录.xlsx"]
    assert rows(forms["人口与户.xlsx"], "人口与户") == []
