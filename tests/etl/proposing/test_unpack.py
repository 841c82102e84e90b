import io
import struct
import zipfile
from pathlib import Path

import pytest

from etl.proposing.unpack import free_name, holds_shapes, receive, safe_name


def packed(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def named_in(encoding: str, name: str, *, flag: bool) -> bytes:
    """An archive of one member whose name is stored in `encoding`, with or without the flag of UTF-8."""
    plain = "x" * len(name.encode(encoding))
    content = packed({f"{plain}": b"a,b\n1,2\n"}, zipfile.ZIP_STORED).replace(plain.encode(), name.encode(encoding))
    if not flag:
        return content
    local, central = content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8
    for place in (local, central):
        content = content[:place] + struct.pack("<H", 0x800) + content[place + 2 :]
    return content


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "proposal" / "files").mkdir(parents=True)
    return tmp_path / "proposal" / "files"


def taken(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(("encoding", "flag"), [("gbk", False), ("utf-8", True), ("utf-8", False)])
def test_names_are_read_whatever_packed_them(folder, encoding, flag):
    names, problems = receive([("报表.zip", named_in(encoding, "企业季报（宝盖）.csv", flag=flag))], folder)
    assert (names, problems) == (["企业季报（宝盖）.csv"], [])
    assert taken(folder) == {"企业季报（宝盖）.csv": b"a,b\n1,2\n"}


def test_folders_are_left_out_of_names_unless_these_would_be_the_same(folder):
    content = packed({"宝盖镇\\人口与户.csv": b"1", "灵秀镇/季度/人口与户.csv": b"2", "灵秀镇/季度/人口与户.CSV": b"3"})
    names, problems = receive([("a.zip", content)], folder)
    assert (names, problems) == (["人口与户.csv", "人口与户_季度.csv", "人口与户_第2份.CSV"], [])
    assert [taken(folder)[name] for name in names] == [b"1", b"2", b"3"]


def test_what_systems_leave_is_passed_over_and_other_files_are_named(folder):
    junk = [
        "__MACOSX/._季报.csv",
        ".DS_Store",
        "Thumbs.db",
        "a/desktop.ini",
        "~$季报.xlsx",
        "$RECYCLE.BIN/x.csv",
        "空/",
    ]
    content = packed({"季报.csv": b"1", "说明.docx": b"2", **dict.fromkeys(junk, b"0")})
    names, (problem,) = receive([("a.zip", content)], folder)
    assert names == ["季报.csv"]
    assert "1 个文件不是报表（.docx）" in problem.message and problem.level == "warning"


def encrypted(content: bytes) -> bytes:
    for place in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content = content[:place] + struct.pack("<H", 1) + content[place + 2 :]
    return content


def lying(content: bytes, size: int) -> bytes:
    """The archive with a member that says it is of this size."""
    place = content.index(b"PK\x01\x02") + 24
    return content[:place] + struct.pack("<I", size) + content[place + 4 :]


BAD = {
    "slip": (packed({"../季报.csv": b"1"}), "压缩包以外"),
    "slip with backslashes": (packed({"..\\..\\季报.csv": b"1"}), "压缩包以外"),
    "absolute": (packed({"/etc/季报.csv": b"1"}), "压缩包以外"),
    "drive": (packed({"C:\\季报.csv": b"1"}), "压缩包以外"),
    "nested": (packed({"季报.csv": b"1", "里面.ZIP": packed({"季报.csv": b"1"})}), "还有压缩包"),
    "password": (encrypted(packed({"季报.csv": b"1"})), "密码"),
    "ratio": (packed({"季报.csv": b"0" * (50 << 20)}), "远大于压缩包"),
    "many": (packed({f"{number}.csv": b"1" for number in range(501)}), "501 份报表"),
    "lying": (lying(packed({"季报.csv": b"1" * 5000}), 10), "损坏"),
    "method": (packed({"季报.csv": b"1"}, zipfile.ZIP_LZMA), "压缩方式"),
    "cut": (packed({"季报.csv": b"1" * 5000})[:-10], "损坏"),
    "no archive": (b"PK\x03\x04", "损坏"),
    "nothing": (packed({}), "没有报表"),
    "pictures": (packed({"照片.jpg": b"1"}), "没有报表"),
}


@pytest.mark.parametrize("kind", BAD)
def test_an_archive_that_may_do_harm_is_refused_whole(folder, kind):
    content, said = BAD[kind]
    names, problems = receive([("旁边.csv", b"1"), ("a.zip", content)], folder)
    assert names == ["旁边.csv"] and said in problems[-1].message
    assert set(taken(folder)) == {"旁边.csv"} and set(folder.parent.iterdir()) == {folder}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("季报.xlsx", "季报.xlsx"),
        ("C:\\桌面\\a:b?.xlsx", "a_b_.xlsx"),
        ("../../x.csv", "x.csv"),
        ("..", "表"),
        ("~$季报.xlsx", "$季报.xlsx"),
        ("_说明.csv", "说明.csv"),
        ("con.csv", "表con.csv"),
        ("季报.csv. ", "季报.csv"),
        ("人口与户[1].csv", "人口与户[1].csv"),
        ("长" * 300 + ".csv", "长" * 52 + ".csv"),
    ],
)
def test_a_name_is_safe_on_every_system(name, safe):
    assert safe_name(name) == safe


def test_a_free_name_is_told_apart_without_regard_to_case():
    assert free_name("A.csv", ["a.CSV", "a_第2份.csv"]) == "A_第3份.csv"


def test_a_packed_shapefile_is_taken_as_it_is_and_forms_are_unpacked(folder):
    shapes = packed({"a/塘后.shp": b"1", "a/塘后.dbf": b"2", "a/塘后.shx": b"3"})
    names, problems = receive([("塘后.zip", shapes), ("表.zip", packed({"表.csv": b"a,b\n1,2\n"}))], folder)
    assert (names, problems) == (["塘后.zip", "表.csv"], [])
    assert taken(folder)["塘后.zip"] == shapes
    assert [holds_shapes(name) for name in ("塘后.zip", "图.KML", "图.geojson", "表.csv")] == [True, True, True, False]
