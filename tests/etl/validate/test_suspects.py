"""What is a person's is found in a small form, which Python searches, as in a large one, which DuckDB searches first."""

import pytest

import etl
from etl.validate import suspects
from tests.town import AREAS, EVENT_HEADERS, write_csv

ITEM_HEADERS = ("清单编号", "清单", "所在区域", "对象", "事项类别", "内容", "提出日期", "来源", "责任单位", "状态")
ITEM = ("N1", "需求", "塘后村", "企业", "用工招聘", "缺缝纫工三十名", "2026-02-10", "入企走访", "镇经济发展办公室", "待对接")  # fmt: skip


def problems(tmp_path, name: str, *rows) -> list[str]:
    write_csv(tmp_path / "data" / "published" / "areas.csv", AREAS)
    checked = etl.check([write_csv(tmp_path / name, rows)], tmp_path / "data", tmp_path / "warehouse")
    return [f"{problem.cell} {problem.message}" for problem in checked.problems]


@pytest.mark.parametrize("few", [0, suspects.FEW_CELLS])
def test_a_form_of_any_size_is_searched(tmp_path, monkeypatch, few):
    monkeypatch.setattr(suspects, "FEW_CELLS", few)
    # No telephone of anybody: the office's range for examples.
    spoilt = (*ITEM[:5], "联系 138-0000-0000 安排", *ITEM[6:])
    found = problems(tmp_path, "清单事项.csv", ITEM_HEADERS, ITEM, ("N2", *spoilt[1:]), ("N3", *ITEM[1:]))
    assert found == ["F3 这一格含有手机号，是个人信息，本系统不接收。"]


@pytest.mark.parametrize("few", [0, suspects.FEW_CELLS])
def test_the_numbers_of_events_are_no_passports(tmp_path, monkeypatch, few):
    monkeypatch.setattr(suspects, "FEW_CELLS", few)
    event = ("塘后第一网格", "安全隐患", "网格员", "2024-11-04 08:00", "2024-11-05 08:00", "", "0")
    assert problems(tmp_path, "网格事件.csv", EVENT_HEADERS, ("E12345678", *event)) == []
