"""Turns a cell's text into its comparable copy, and yes-or-no words into booleans."""

# Full-width ASCII only, not all of NFKC: that would read 10² as 102 and ① as 1.
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x00A0: " "}
INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
FOLDED = HALF_WIDTH | INVISIBLE

BOOLEANS = {
    "是": True, "有": True, "√": True, "1": True, "TRUE": True,
    "否": False, "无": False, "×": False, "0": False, "FALSE": False,
}  # fmt: skip


def clean(text: str) -> str:
    """The copy of `text` that is parsed or compared: half-width, without invisible characters and outer blanks."""
    return text.translate(FOLDED).strip()


def parse_boolean(text: str) -> bool | None:
    """True for 是, 有, √, 1, TRUE; False for 否, 无, ×, 0, FALSE; otherwise None."""
    return BOOLEANS.get(clean(text).upper())
