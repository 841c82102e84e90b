"""Turns the name and the first bytes of a file into what it is, so that a refusal can say so."""

import re
import zipfile
from pathlib import Path

from etl.problems import Level, Problem
from etl.read.archives import BROKEN_ARCHIVE
from etl.read.sheets import Refused, refuse

OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
HEAD = 4096
NEW_WORKBOOK, OLD_WORKBOOK, LOCKED, TEXT = "新版 .xlsx 工作簿", "旧版 .xls 工作簿", "设有打开密码的文件", "文本"
UNKNOWN = "未知内容"
BINARY, ODS, NUMBERS = "Excel 二进制工作簿", "OpenDocument 表格", "苹果 Numbers 表格"
WORD, SLIDES, PDF, PICTURE, WEB, ARCHIVE = "文字文档", "演示文稿", "PDF 文件", "图片", "网页", "压缩包"
XML_TABLE = "Excel 2003 的 XML 表格"

SUFFIXES = {
    ".xlsb": BINARY, ".numbers": NUMBERS,
    **dict.fromkeys((".wps", ".wpt", ".doc", ".docx", ".docm", ".rtf", ".odt", ".pages"), WORD),
    **dict.fromkeys((".dps", ".dpt", ".ppt", ".pptx", ".odp", ".key"), SLIDES),
    **dict.fromkeys((".pdf", ".ofd"), "版式文件"), ".pdf": PDF,
    ".xml": "XML 文件", ".json": "JSON 文件",
    **dict.fromkeys((".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"), ARCHIVE),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"), PICTURE),
    ".dbf": "dBASE 数据表", ".mdb": "Access 数据库", ".accdb": "Access 数据库",
}  # fmt: skip
MAGIC = (
    (b"%PDF", PDF), (b"\x89PNG", PICTURE), (b"\xff\xd8\xff", PICTURE), (b"GIF8", PICTURE),
    (b"Rar!", ARCHIVE), (b"7z\xbc\xaf\x27\x1c", ARCHIVE), (b"\x1f\x8b", ARCHIVE), (b"{\\rtf", WORD),
)  # fmt: skip
WEB_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|table|meta|head|body)|mime-version:", re.I
)
# What no text has; UTF-16 has it too, and is known by its reader.
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
# Name of a part of a zip, in lower case → what the zip is.
INSIDE = (
    (re.compile(r"(.*/)?workbook\.bin"), BINARY), (re.compile("word/.*"), WORD), (re.compile("ppt/.*"), SLIDES),
    (re.compile(r"index/.*\.iwa|index\.zip"), NUMBERS), (re.compile(r"content\.xml"), ODS),
    (re.compile(r"_rels/\.rels|(.*/)?workbook\.xml"), NEW_WORKBOOK),
)  # fmt: skip
# Streams of an OLE file, as its directory spells them.
STREAMS = (("EncryptedPackage", LOCKED), ("WordDocument", WORD), ("PowerPoint Document", SLIDES))

ASK_FOR_FORM = "请把数据填入空白报表，以 .xlsx 或 CSV 提交。"
SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后提交。"
REMEDIES = {
    ARCHIVE: "请解压后提交其中的报表。",
    NUMBERS: "请在 Numbers 中导出为 Excel（.xlsx）后提交。",
    LOCKED: "请在 Excel 或 WPS 中取消打开密码后重新保存。",
    **dict.fromkeys((WORD, SLIDES, PDF, PICTURE, "版式文件", "JSON 文件", "Access 数据库"), ASK_FOR_FORM),
}  # fmt: skip
# What a file holds by its suffix; one that holds another kind of table is read as what it is.
EXPECTED = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), NEW_WORKBOOK),
    **dict.fromkeys((".xls", ".xlt", ".et", ".ett"), OLD_WORKBOOK),
    **dict.fromkeys((".csv", ".txt", ".tsv"), TEXT),
    **dict.fromkeys((".htm", ".html", ".mht", ".mhtml"), WEB),
    **dict.fromkeys((".ods", ".ots", ".fods"), ODS),
}
TABLES = frozenset({NEW_WORKBOOK, OLD_WORKBOOK, TEXT, WEB, XML_TABLE, ODS})


def content(path: Path) -> str:
    """What the file holds, by its bytes."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith(OLE_MAGIC):
        held = path.read_bytes()
        return next((kind for name, kind in STREAMS if name.encode("utf-16-le") in held), OLD_WORKBOOK)
    if head.startswith(b"PK\x03\x04") and zipfile.is_zipfile(path):
        return _zipped(path)
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and head.lstrip(b"\xef\xbb\xbf \r\n").startswith(
        b"<?xml"
    ):
        return XML_TABLE
    if b"urn:oasis:names:tc:opendocument:xmlns:office" in head:
        return ODS
    if WEB_PAGE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return WEB
    return next((kind for magic, kind in MAGIC if head.startswith(magic)), None) or (
        UNKNOWN if CONTROLS.search(head) else TEXT
    )


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()]
    except BROKEN_ARCHIVE:
        # Whoever opens it next says that it is damaged.
        return UNKNOWN
    return next((kind for pattern, kind in INSIDE if any(map(pattern.fullmatch, names))), ARCHIVE)


def unsupported(path: Path) -> Refused:
    """The refusal of a file whose suffix no reader knows."""
    suffix = path.suffix.lower()
    kind = SUFFIXES.get(suffix)
    named = f"不支持{kind}（{suffix}）。" if kind else f"不支持“{suffix or '没有后缀'}”这种文件。"
    remedy = REMEDIES.get(kind, SAVE_AS) if kind else "请另存为 .xlsx 或 CSV 后重新提交。"
    return refuse(path, named, remedy, "format-error")


def kind_of(path: Path) -> str:
    """The kind of table that the file holds, whatever its suffix says; raises `Refused` where it holds none."""
    suffix = path.suffix.lower()
    if suffix not in EXPECTED:
        raise unsupported(path)
    kind = content(path)
    if kind == LOCKED:
        raise refuse(path, "文件设有打开密码，无法读取。", REMEDIES[LOCKED], "format-error")
    if kind == UNKNOWN:
        # Whoever opens it says what is wrong with it.
        return EXPECTED[suffix]
    if kind not in TABLES:
        message = f"文件名是 {suffix}，内容却是{kind}。"
        raise refuse(path, message, REMEDIES.get(kind, SAVE_AS), "format-error")
    return kind


def misnamed(path: Path, kind: str) -> list[Problem]:
    """The note that a file was read as what it holds, where its suffix says something else."""
    suffix = path.suffix.lower()
    if kind == EXPECTED[suffix]:
        return []
    return [
        Problem(
            file=path.name,
            level=Level.NOTE,
            code="format-error",
            message=f"文件名是 {suffix}，内容是{kind}，已按内容读取。",
            remedy="",
        )
    ]
