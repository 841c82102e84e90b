import csv

import pytest

import etl
from etl.corrected import WrongCorrection, corrections_in_force


def test_a_correction_is_kept_applied_last_and_undone_without_being_lost(tmp_path):
    etl.add_correction("received/季报.xlsx", "企业季报", "C7", "12,00", "1200", "逗号多余", tmp_path)
    etl.add_correction("received/季报.xlsx", "企业季报", "C7", "12,00", "1201", '核对原始"凭证"\n后改', tmp_path)
    etl.add_correction("received/另一份.csv", "", "B2", "", "=1", "补填", tmp_path)
    in_force = corrections_in_force(tmp_path)["received/季报.xlsx"]
    assert {place: one.value for place, one in in_force.items()} == {("企业季报", "C7"): "1201"}
    etl.undo_correction(2, tmp_path)
    assert corrections_in_force(tmp_path)["received/季报.xlsx"]["企业季报", "C7"].value == "1200"
    assert [bool(one.undone) for one in etl.corrections(tmp_path)] == [False, True, False]
    assert etl.corrections(tmp_path)[1].why == '核对原始"凭证"\n后改'
    with (tmp_path / "corrections.csv").open(encoding="utf-8-sig", newline="") as stream:
        header, first, *_ = csv.reader(stream)
    assert header == ["file", "sheet", "cell", "was", "is", "why", "when", "undone"]
    assert first[:6] == ["received/季报.xlsx", "企业季报", "C7", "12,00", "1200", "逗号多余"]


def test_without_a_file_nothing_is_corrected(tmp_path):
    assert etl.corrections(tmp_path) == []


@pytest.mark.parametrize(
    ("cell", "value", "why", "said"),
    [
        ("C", "1", "理由", "不是单元格"),
        ("C7", "1", " ", "理由"),
        # A made-up number of an unassigned kind.
        ("C7", "13800000000", "理由", "个人信息"),
        ("C7", "1", "问过13800000000", "个人信息"),
    ],
)
def test_what_is_no_correction_is_refused_and_not_kept(tmp_path, cell, value, why, said):
    with pytest.raises(WrongCorrection, match=said):
        etl.add_correction("received/季报.xlsx", "", cell, "", value, why, tmp_path)
    assert etl.corrections(tmp_path) == []


def test_only_a_correction_in_force_can_be_undone(tmp_path):
    etl.add_correction("a.csv", "", "C7", "1", "2", "理由", tmp_path)
    etl.undo_correction(1, tmp_path)
    for number in (0, 1, 2):
        with pytest.raises(WrongCorrection, match=f"第 {number} 条"):
            etl.undo_correction(number, tmp_path)


def test_a_file_of_another_make_is_said(tmp_path):
    (tmp_path / "corrections.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(WrongCorrection, match="列不对"):
        etl.corrections(tmp_path)
