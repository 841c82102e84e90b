"""Turns a cell's text into its comparable copy, yes-or-no words into booleans, and knows the marks for no figure."""

import re

from etl.parse.traditional import AS_SIMPLIFIED

# Full-width ASCII only, not all of NFKC: that would read 10² as 102 and ① as 1.
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x00A0: " "}
INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
FOLDED = HALF_WIDTH | INVISIBLE
COMPARED = FOLDED | AS_SIMPLIFIED

YES = ("是", "是的", "有", "对", "√", "✓", "✔", "☑", "✅", "1", "TRUE", "YES", "Y")
NO = ("否", "不是", "无", "没有", "×", "✗", "✘", "✕", "✖", "❌", "0", "FALSE", "NO", "N")
BOOLEANS = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)
# Chooses between the coloured and the plain drawing of a mark such as ✔.
DRAWINGS = {0xFE0E: None, 0xFE0F: None}

# Dashes, slashes and dots of every width, and 、, which the slash key writes in Chinese; box-drawing lines among them.
MARKS = re.compile(r"[-‐‑‒–—―−─━ー]+|[/\\]+|、|…+|\.{2,}|_+")
NO_FIGURE = frozenset(
    (
        *(
            "无",
            "没有",
            "暂无",
            "空",
            "空白",
            "空缺",
            "缺",
            "缺失",
            "暂缺",
            "不详",
            "未知",
            "不清楚",
            "不适用",
            "不涉及",
        ),
        *(
            "无数据",
            "暂无数据",
            "没有数据",
            "无此项",
            "无该项",
            "未统计",
            "暂未统计",
            "尚未统计",
            "未填",
            "未填报",
            "未报",
        ),
        *("N/A", "NA", "N.A.", "NULL", "NONE", "NIL"),
    )
)


NOT_OVER = re.compile(
    "[(]?(?:(?:尚|还|暂)?未(?:到|满|结|毕业|开[课班]|考|发证|取证|获证|评|回访|核实|验收|完|办[结理]|解决|落实|启动|投|竣工|盘活|签)[一-龥0-9]{0,5}"
    "|(?:正在)?(?:培训|进行|实施|办理|推进|处理|整改|施工|建设|跟进|协调)中|在[读训建办])[)]?。?"
)
OUTLINE = re.compile(r"^(?:[(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、])")
BULLETS = re.compile(r"^[*★☆※●○■□◆◇▲△]+\s*|\s*[*★☆※]+$")


def half_width(text: str) -> str:
    """`text` in half width, without invisible characters and outer blanks: a code as it is kept."""
    return text.translate(FOLDED).strip()


def clean(text: str) -> str:
    """The copy of `text` that is parsed or compared: as `half_width`, and in simplified characters."""
    return text.translate(COMPARED).strip()


def unnumbered(text: str) -> str:
    """What is listed without its place in the list: `1.`, `（一）` and `2、` in front, stars and bullets around."""
    return OUTLINE.sub("", BULLETS.sub("", clean(text)))


def parse_boolean(text: str) -> bool | None:
    """True for 是, 有, 对, √, ✓, 1, TRUE, Y …; False for 否, 无, ×, ✗, 0, FALSE, N …; otherwise None.

    x and ☒ mark a box as often as they deny, so they are None.
    """
    return BOOLEANS.get(clean(text.translate(DRAWINGS)).upper())


def is_yet_to_come(text: str) -> bool:
    """Whether the whole cell says that its thing is not over: 未结业, 尚未验收, 办理中. What did not happen (未开展) may be none, 0."""
    return NOT_OVER.fullmatch(clean(text)) is not None


def is_placeholder(text: str) -> bool:
    """Whether the whole cell says that there is no figure: /, —, …, 无, 未统计, N/A …; never 0, 零, × or a blank cell.

    What says that a figure is still to come (待补) is none: the form is not finished.
    """
    word = re.sub(r"\s", "", clean(text)).upper().rstrip("。")
    if word.startswith("(") and word.endswith(")"):
        word = word[1:-1]
    return word in NO_FIGURE or MARKS.fullmatch(word) is not None
