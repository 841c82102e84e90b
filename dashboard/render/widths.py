"""Estimates how wide a text is set, without a font at hand."""

import re

from dashboard.render.palette import NOTE_SIZE


def text_width(text: str, size: int = NOTE_SIZE) -> float:
    """Estimated pixels of the longest line: a Chinese character is as wide as high, a Latin one a little over half."""
    lines = re.sub(r"</?[bis].*?>", lambda tag: "\n" if tag[0] == "<br>" else "", text).split("\n")
    return max(sum(size if ord(sign) > 0x2E7F else 0.6 * size for sign in line) for line in lines)
