"""A workbook that is empty, too large, locked or broken is refused."""

import zipfile

import pytest

from etl.problems import Level
from tests.etl.read.workbooks import read, rewritten, the_problem, write


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
