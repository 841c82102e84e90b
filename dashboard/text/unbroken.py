"""Turns a text into HTML in which no line ends between a figure and what it counts."""

import re

from dashboard.text.formats import escape_html

# Units of more than one sign; any other is the one sign behind the figure.
LONG_UNITS = (
    "个百分点",
    "个月",
    "个单位",
    "人次",
    "家次",
    "平方米",
    "平方公里",
    "公里",
    "小时",
    "兆瓦时",
    "千瓦时",
    "季度",
)
KINDS = ("kept", "kept day")
FIGURE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|\d+年\d+月(?:\d+日)?|\d+月\d+日"
    rf"|(?:第 ?)?(?<![-\d.A-Za-z])[+−]?\d[\d,.]*(?:%|(?: ?(?:[万亿]*(?:{'|'.join(LONG_UNITS)})|万?亿?[一-龥])))(?:/[一-龥])?"
)


def unbroken_html(text: str) -> str:
    """The text, escaped, with each figure and its unit in a `span.kept`, which style sheets keep on one line.

    A day with dashes is a `span.kept.day`: where a column is narrower than that, it may be broken.
    """
    parts: list[str] = []
    end = 0
    for found in FIGURE.finditer(text):
        parts += (
            escape_html(text[end : found.start()]),
            f'<span class="{KINDS[bool(found["day"])]}">{escape_html(found[0])}</span>',
        )
        end = found.end()
    return "".join((*parts, escape_html(text[end:])))
