"""Files of content as a town may write them: read with blanks and marks, refused with file and line."""

from decimal import Decimal

import pytest

from content_files import DATA, WrongContent, content_folder, read_rows

COLUMNS = ("name", "count")


def read(folder, text: str, encoding: str = "utf-8"):
    (folder / "file.csv").write_bytes(text.encode(encoding))
    return read_rows(folder, "file.csv", COLUMNS, ("name",))


def test_rows_know_their_lines(tmp_path):
    first, second = read(tmp_path, 'name,count\n甲, 3 \n\n"乙,丙",\n', "utf-8-sig")
    assert (first["name"], first.number("count"), first.whole("count"), first.line) == ("甲", Decimal(3), 3, 2)
    assert (second["name"], second.number("count"), second.line) == ("乙,丙", None, 4)
    assert first.words("count") == ("3",)


def test_a_town_without_the_file_has_no_rows(tmp_path):
    assert read_rows(tmp_path, "file.csv", COLUMNS, ("name",)) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("名称,count\n", "file.csv, line 1: the header is not name,count"),
        ("", "file.csv, line 1"),
        ("name,count\n甲\n", "file.csv, line 2: 1 cells instead of 2"),
        ("name,count\n甲,1\n甲,2\n", "file.csv, line 3: 甲 stands twice"),
        ("name,count\n,1\n", "file.csv, line 2: name may not be empty"),
        ('name,count\n"甲,1\n', "file.csv, line 2: "),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(tmp_path, text, said):
    with pytest.raises(WrongContent, match=said):
        read(tmp_path, text)


def test_another_encoding_is_refused(tmp_path):
    with pytest.raises(WrongContent, match="file.csv: not written in UTF-8"):
        read(tmp_path, "name,count\n甲,1\n", "gb18030")


@pytest.mark.parametrize("text", ["three", "NaN", "1e", "-1", "1.5"])
def test_what_is_no_number_is_refused(tmp_path, text):
    (row,) = read(tmp_path, f"name,count\n甲,{text}\n")
    with pytest.raises(WrongContent, match="file.csv, line 2: count"):
        row.whole("count")


def test_the_data_folder_of_the_environment_comes_before_that_of_the_product(tmp_path, monkeypatch):
    monkeypatch.delenv("SANQU_DATA", raising=False)
    assert content_folder() == DATA / "content"
    monkeypatch.setenv("SANQU_DATA", str(tmp_path))
    assert content_folder() == tmp_path / "content"
    assert content_folder(tmp_path / "data") == tmp_path / "data" / "content"
