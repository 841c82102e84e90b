"""Turns the bytes of a text file into the name of its encoding, or into a refusal that says what is wrong with it."""

import codecs
import re
from functools import cache
from pathlib import Path

from etl.read.sheets import refuse

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    # Before UTF-16, with whose mark it begins.
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SAMPLE = 1 << 18
BLOCK = 1 << 20
# Of a text that was taken for UTF-16 nearly all characters are Chinese, ASCII or full-width marks.
PLAUSIBLE_SHARE = 0.95
# A text is UTF-8 with a flaw, and nothing else, if so many characters are sound for one that is not.
SOUND_FOR_FLAWED = 3
USUAL = re.compile(r"[\t\r\n -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
# Ideographs, and what stands for bytes that are none.
WRITTEN = re.compile("[\u3400-\u9fff\ue000-\ufaff\ufffd]")
# Text in Big5 is nearly all in daily use there and hardly by chance in daily use here.
BIG5_SHARE, BIG5_LEAD = 0.9, 0.2
REPLACEMENT = "\ufffd"


def _characters(encoding: str, first: range) -> frozenset[str]:
    """The characters whose first byte lies in a range of a double-byte encoding."""
    pairs = (bytes((high, low)).decode(encoding, "ignore") for high in first for low in range(0x40, 0xFF))
    return frozenset(pair for pair in pairs if len(pair) == 1 and pair > "\x7f")


@cache
def _frequent_simplified() -> frozenset[str]:
    """The 3,755 characters in daily use in the mainland: GB 2312, level 1."""
    return _characters("gb2312", range(0xB0, 0xD8))


@cache
def _frequent_traditional() -> frozenset[str]:
    """The 5,401 characters in daily use in Taiwan, level 1 of Big5."""
    return _characters("big5", range(0xA4, 0xC7))


def encoding_of(path: Path) -> str:
    """The encoding of the file: UTF-16 or UTF-32 by mark or by look, UTF-8 unless something contradicts, GB18030.

    Only the first bytes are looked at if they are sound UTF-8; `not_utf_8` decides when it breaks later.
    """
    with path.open("rb") as stream:
        head = stream.read(SAMPLE)
    for mark, encoding in MARKS.items():
        if head.startswith(mark):
            return encoding
    return _unmarked_utf_16(head) or "utf-8-sig"


def _unmarked_utf_16(head: bytes) -> str | None:
    """UTF-16 that does not say so betrays itself by the NULs in its commas and line ends."""
    if b"\0" not in head:
        return None
    even = head[: len(head) // 2 * 2]
    shares = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even.decode(encoding, "replace")
        shares[encoding] = sum(map(_is_usual, text)) / max(len(text), 1)
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] > PLAUSIBLE_SHARE else None


def _is_usual(character: str) -> bool:
    return USUAL.fullmatch(character) is not None


def not_utf_8(path: Path) -> str:
    """The encoding of a file that is no UTF-8: GB18030.

    Raises `Refused` if it is UTF-8 but for a few bytes, Big5, or nothing known.
    """
    flaw = _first_flaw(path, "utf-8")
    if flaw is None:
        raise ValueError(f"{path.name} is UTF-8")
    with path.open("rb") as stream:
        head = stream.read(SAMPLE)
        stream.seek(max(flaw - SAMPLE, 0))
        around = stream.read(2 * SAMPLE)
    as_utf_8 = head.decode("utf-8", "replace") + around.decode("utf-8", "replace")
    flawed = as_utf_8.count(REPLACEMENT)
    sound = sum(character > "\x7f" for character in as_utf_8) - flawed
    if sound >= SOUND_FOR_FLAWED * flawed:
        raise refuse(
            path,
            f"第 {_line_of(path, flaw)} 行有无法识别的字节，其余是 UTF-8 编码。",
            "请改正该行的文字，或重新导出后提交。",
            "encoding-error",
        )
    if _is_big5(head + around):
        raise refuse(
            path,
            "文字编码像是 Big5（繁体），按简体编码读会成乱码。",
            "请用 Excel 或 WPS 打开，核对文字后另存为 UTF-8 编码的 CSV 或 .xlsx。",
            "encoding-error",
        )
    if _first_flaw(path, "gb18030") is not None:
        raise refuse(
            path,
            "文字编码既不是 UTF-8 也不是 GB18030，无法识别。",
            "请用 Excel 或 WPS 打开，另存为 .xlsx。",
            "encoding-error",
        )
    return "gb18030"


def _first_flaw(path: Path, encoding: str) -> int | None:
    """The place of the first byte that breaks the encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with path.open("rb") as stream:
        while True:
            block = stream.read(BLOCK)
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return done - held + error.start
            if not block:
                return None
            done += len(block)


def _line_of(path: Path, place: int) -> int:
    lines = 1
    with path.open("rb") as stream:
        while place > 0 and (block := stream.read(min(BLOCK, place))):
            lines += block.count(b"\n")
            place -= len(block)
    return lines


def _is_big5(sample: bytes) -> bool:
    as_big5 = _share(sample.decode("big5hkscs", "replace"), _frequent_traditional())
    as_simplified = _share(sample.decode("gb18030", "replace"), _frequent_simplified())
    return as_big5 > max(BIG5_SHARE, as_simplified + BIG5_LEAD)


def _share(text: str, frequent: frozenset[str]) -> float:
    """The share of the ideographs that are in daily use."""
    written = WRITTEN.findall(text)
    return sum(character in frequent for character in written) / len(written) if written else 0.0
