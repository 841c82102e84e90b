import io
from datetime import date, datetime

import openpyxl
import pytest

import etl
from etl.datasets import DATASETS
from etl.schema import Kind
from etl.templates import EXAMPLE_MARK, HEADER_ROW, LAST_PERIOD, write_template, write_templates
from tests.conftest import DATA
from tests.town import AREAS, ENTERPRISES, write_csv

# A value of each kind as a clerk types it; registers are filled beforehand.
TYPED = {
    Kind.TEXT: "说明文字",
    Kind.CODE: "Z001",
    Kind.BOOLEAN: "否",
    Kind.INTEGER: 1,
    Kind.DECIMAL: 100,
    Kind.DATE: date(2024, 11, 4),
    Kind.INSTANT: datetime(2024, 11, 4, 17, 30),
    Kind.MONTH: "2024-11",
    Kind.QUARTER: "2024年第三季度",
    Kind.EDTF: "XXXX-12",
}
REGISTERS = {
    "areas": AREAS,
    "enterprises": ENTERPRISES,
    "documents": (
        ("文件编号", "标题", "发布单位", "发布时间", "公开属性"),
        ("D1", "演示文件", "演示单位", "2024-11-04", "主动公开"),
    ),
    "service_sites": (
        ("阵地编号", "阵地名称", "类别", "所在区域"),
        ("S1", "演示邻里中心", "邻里中心", "宝盖科技园"),
    ),
    "list_items": (
        ("清单编号", "清单", "所在区域", "对象", "事项类别", "内容", "提出日期", "来源"),
        ("N1", "需求", "宝盖科技园", "企业", "用工招聘", "缺普工", "2024-11-04", "摸底"),
    ),
    "meetings": (
        ("会议编号", "片区或区域", "会议类别", "所属季度", "召开日期"),
        ("M1", "宝盖片区", "联席会议", "2024Q3", "2024-09-20"),
    ),
    "decisions": (
        ("事项编号", "会议编号", "事项", "任务", "涉及区域", "责任单位", "议定日期", "现定期限", "调整次数（次）"),
        ("T1", "M1", "修路灯", "治理联动", "宝盖片区", "镇规划建设办公室", "2024-09-20", "2024-12-20", "0"),
    ),
}
KNOWN = {
    "enterprises.enterprise_code": "一号厂",
    "documents.document_id": "演示文件",
    "service_sites.site_code": "演示邻里中心",
    "list_items.item_id": "N1",
    "meetings.meeting_id": "M1",
    "decisions.decision_id": "T1",
}
AREA_OF = {"社区": "塘后村", "片区": "宝盖片区", "园区": "石狮网商园", "网格": "塘后第一网格"}
# What the rules of a form ask for beyond the kinds.
FITTING = {
    # The one rule that uses every column.
    "alert_rules": {"rule": "及时率偏低"},
    "areas": {"level": "片区", "zone_kind": None, "grid_kind": None, "area_code": "350581109901"},
    "party_liaison": {"liaison_status": "已明确"},
    "enterprises": {"settled_on": date(2020, 1, 1)},
    "service_sites": {"longitude": 118.67, "latitude": 24.71},
    "published_facts": {"qualifier": "eq"},
    "documents": {"assumed_year": 2024},
    "mediation_months": {"transferred": 0},
    "assets": {"kind": "地下车库", "state": "运营", "collective_income_cny_10k": 0},
    "party_coverage": {"covered_single": 0, "covered_by_work_only": 0},
    "projects": {"acquired_mu": None},
    "list_items": {"status": "可提供", "matched_item_id": None, "closed_on": None},
    "decision_updates": {"progress_pct": 0},
    "targets": {"year": 2025},
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filled")
    for path, dataset in zip(write_templates(folder), DATASETS.values(), strict=True):
        book = openpyxl.load_workbook(path)
        sheet = book[dataset.label]
        for place, column in enumerate(dataset.columns, start=1):
            area = AREA_OF[column.area_levels[0] if column.area_levels else "园区"]
            typed = (KNOWN | {"areas.area_code": area}).get(column.references) or TYPED.get(column.kind)
            value = FITTING.get(dataset.name, {}).get(column.name, column.choices[0] if column.choices else typed)
            sheet.cell(HEADER_ROW + 2, place, value)
        book.save(path)
    return folder


def test_every_filled_template_passes_the_check(filled, tmp_path):
    for name, rows in REGISTERS.items():
        write_csv(tmp_path / "data" / "published" / f"{name}.csv", rows)
    files = sorted(filled.glob("*.xlsx"))
    assert len(files) == len(DATASETS)
    problems = etl.check(files, tmp_path / "data", tmp_path / "warehouse").problems
    assert "\n".join(str(problem) for problem in problems) == ""


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_a_template_shows_headers_rules_and_explanations(dataset, tmp_path):
    sheet = openpyxl.load_workbook(write_template(dataset, tmp_path / "form.xlsx", {}))[dataset.label]
    headers = [cell.value for cell in sheet[HEADER_ROW + 1]]
    assert headers == [column.header for column in dataset.columns]
    assert sheet.freeze_panes == "B4"
    for place, column in enumerate(dataset.columns, start=1):
        assert column.definition in sheet.cell(HEADER_ROW + 1, place).comment.text
        cell = f"{sheet.cell(HEADER_ROW + 2, place).coordinate}"
        kinds = [rule.type for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
        if column.choices or column.kind is Kind.BOOLEAN:
            assert kinds == ["list"]
        elif column.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.QUARTER):
            assert len(kinds) == 1


def test_the_blank_form_warns_of_a_day_that_has_not_come_where_a_fact_is_asked_for(tmp_path):
    sheet = openpyxl.load_workbook(write_template(DATASETS["decisions"], tmp_path / "form.xlsx", {}))["议定事项"]
    days = [rule for rule in sheet.data_validations.dataValidation if rule.type == "date"]
    last = {
        sheet.cell(HEADER_ROW + 1, min(rule.sqref.ranges, key=lambda cells: cells.min_col).min_col).value: rule.formula2
        for rule in days
    }
    assert {header for header, day in last.items() if day == "TODAY()"} == {"议定日期", "销号日期"}
    assert set(last) == {"议定日期", "现定期限", "原定期限", "销号日期"}


def offered(path, header: str) -> list[str]:
    columns = {column[0].value: column[1:] for column in openpyxl.load_workbook(path)["选项"].columns}
    return [cell.value for cell in columns[header] if cell.value]


def test_known_names_become_a_list(tmp_path):
    names = {"areas": {"石狮市": "市", "宝盖科技园": "园区", "塘后村": "社区", "塘后第一网格": "网格"}}
    assert offered(write_template(DATASETS["enterprises"], tmp_path / "form.xlsx", names), "所在区域") == [
        "宝盖科技园",
        "塘后村",
    ]
    assert offered(write_template(DATASETS["population"], tmp_path / "form.xlsx", names), "村（社区）") == ["塘后村"]


def test_the_published_names_are_offered_by_the_level_that_a_column_takes(town, tmp_path):
    etl.write_templates(tmp_path, town.warehouse)
    assert offered(tmp_path / "人口与户.xlsx", "村（社区）") == ["塘后村"]
    assert offered(tmp_path / f"{DATASETS['grid_staffing'].label}.xlsx", "网格") == ["塘后第一网格", "科技园第一网格"]
    assert "石狮市" in offered(tmp_path / f"{DATASETS['published_facts'].label}.xlsx", "区域")


def test_the_same_template_has_the_same_bytes(tmp_path):
    dataset = DATASETS["areas"]
    first, second = (write_template(dataset, tmp_path / name, {}).read_bytes() for name in ("1.xlsx", "2.xlsx"))
    assert first == second


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_the_example_row_is_a_row_that_the_form_lets_pass(dataset, demonstration_warehouse, tmp_path):
    """Entered as a real row, without the mark, it brings neither an error nor a question, a warning or a note."""
    [form] = etl.blank_forms("2026Q3", datasets=(dataset.name,), warehouse=demonstration_warehouse).values()
    book = openpyxl.load_workbook(io.BytesIO(form))
    sheet = book[dataset.label]
    shown = [cell.value for cell in sheet[HEADER_ROW + 2]]
    assert shown[0].startswith(EXAMPLE_MARK)
    shown[0] = shown[0].removeprefix(f"{EXAMPLE_MARK}：")
    sheet.delete_rows(HEADER_ROW + 2, sheet.max_row)
    for place, value in enumerate(shown, start=1):
        sheet.cell(HEADER_ROW + 2, place, value)
    for name in set(book.sheetnames) & {LAST_PERIOD}:
        del book[name]
    book.save(tmp_path / f"{dataset.label}.xlsx")
    checked = etl.check([tmp_path / f"{dataset.label}.xlsx"], DATA, demonstration_warehouse)
    assert "\n".join(map(str, checked.problems)) == ""
    assert [load.rows for load in checked.loads if load.dataset] == [1]


def test_heading_and_explanations_say_the_same_of_blanks(tmp_path):
    """None at all is 0, not known is blank: columns that say 没有填 0 do not contradict it."""
    book = openpyxl.load_workbook(write_template(DATASETS["grid_staffing"], tmp_path / "form.xlsx", {}))
    heading = book["网格力量"]["A2"].value
    said = "\n".join(str(row[1].value) for row in book["填表说明"].iter_rows())
    for rule in ("一个也没有的填 0", "没有这一项的留空", "必填"):
        assert rule in heading and rule in said
