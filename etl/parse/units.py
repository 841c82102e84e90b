"""Says which units and scales (万, 亿) are understood, how else they are written, and what they measure."""

import re
from decimal import Decimal

SCALES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "十万": Decimal(100_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
}
CURRENCIES = ("人民币¥", "人民币", "¥", "RMB", "CNY")
YUAN = "元"
# A currency mark without a unit: ¥6.04 in a column of 万元 may be 元 or 万元.
MARKED = "¥"

COUNTERS = (
    *"人名位家个户期次场项件条宗批张份单笔处座栋幢层间套组支所届门班级方类种台辆席分",
    *("人次", "家次", "户次", "个次"),
)
# Unit → what it measures, and how many of the measure's first unit it makes. 1 亩 is 2000/3 平方米 by definition, so
# only 亩 as the base keeps every factor finite.
MEASURES = {
    **dict.fromkeys(("人", "名", "位", "个人", "口人", "口"), ("人", Decimal(1))),
    **dict.fromkeys(("件", "起", "宗", "例"), ("件", Decimal(1))),
    **dict.fromkeys(("亩", "市亩"), ("亩", Decimal(1))),
    "公亩": ("亩", Decimal("0.15")),
    "公顷": ("亩", Decimal(15)),
    **dict.fromkeys(("平方公里", "平方千米"), ("亩", Decimal(1500))),
    **dict.fromkeys(("平方米", "平米", "平方", "平"), ("亩", Decimal("0.0015"))),
    "千瓦时": ("千瓦时", Decimal(1)),
    "兆瓦时": ("千瓦时", Decimal(1000)),
    "吉瓦时": ("千瓦时", Decimal(1_000_000)),
    "米": ("米", Decimal(1)),
    **dict.fromkeys(("公里", "千米", "km"), ("米", Decimal(1000))),
    **dict.fromkeys((YUAN, "元整", "元正", "元人民币"), (YUAN, Decimal(1))),
    **dict.fromkeys(("天", "日"), ("天", Decimal(1))),
    "分钟": ("分钟", Decimal(1)),
    **dict.fromkeys(("小时", "个小时", "时", "h", "H"), ("分钟", Decimal(60))),
    **dict.fromkeys(("个百分点", "百分点"), ("个百分点", Decimal(1))),
    "%": ("%", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
}
# Words that mean another unit beside some measure: 度 of electricity are 千瓦时, 方 of floors 平方米, 个 any kind of thing.
THINGS = ("件", "家", "项", "支", "场", "栋", "所", "席")
TWOFOLD = {
    ("度", "千瓦时"): ("千瓦时", Decimal(1)),
    ("方", "亩"): ("亩", Decimal("0.0015")),
    **{("个", thing): (thing, Decimal(1)) for thing in THINGS},
}
UNITS = (*COUNTERS, *MEASURES, "度", "年", "月", "个月", "周", "学时", "课时")

# How else a unit is spelt, wherever it stands → its usual spelling.
SPELLINGS = tuple(
    (re.compile(spelling), usual)
    for spelling, usual in (
        (r"(?i)(?<![a-z])k\s?w\s?[·.・*]?\s?h(?![a-z])|千瓦[·.・]?小?时", "千瓦时"),
        (r"(?i)(?<![a-z])m\s?w\s?[·.・*]?\s?h(?![a-z])|兆瓦[·.・]?小?时", "兆瓦时"),
        (r"(?i)(?<![a-z])g\s?w\s?[·.・*]?\s?h(?![a-z])|吉瓦[·.・]?小?时", "吉瓦时"),
        (r"(?i)(?<![a-z])(?:hm\^?[2²]|ha)(?![a-z])", "公顷"),
        (r"(?i)(?<![a-z])km\^?[2²]|㎢", "平方公里"),
        (r"(?i)(?<![a-z])m\^?[2²]|㎡|平方公尺", "平方米"),
        (r"(?<=[0-9十百千万亿])圆|^圆$", "元"),
        (r"(?<=[0-9])[wW](?![A-Za-z])", "万"),
        (r"人[/.·・]次", "人次"),
    )
)
LETTERS = re.compile("[A-Za-z㎡㎢·・/圆小尺]|瓦")

SCALED = re.compile(rf"(?:人民币)?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})?(?P<unit>.*)", re.DOTALL)


def split_unit(unit: str) -> tuple[str, str]:
    """Scale and base of a column's unit: 人民币万元 is 万 and 元, 千瓦时 has no scale."""
    match = None if unit in MEASURES else SCALED.fullmatch(unit)
    return (match["scale"] or "", match["unit"]) if match else ("", unit)


def measure(unit: str, beside: str = "") -> tuple[str, Decimal]:
    """What a base unit measures, and how many of the measure's first unit it makes; 度 `beside` 千瓦时 are such."""
    twofold = TWOFOLD.get((unit, measure(beside)[0])) if beside else None
    return twofold or MEASURES.get(unit, (unit, Decimal(1)))


def usual(text: str) -> str:
    """A text with its units in the usual spelling: 40500kW·h is 40500千瓦时, 0.8hm² 0.8公顷, 3w 3万."""
    if LETTERS.search(text):
        for spelling, unit in SPELLINGS:
            text = spelling.sub(unit, text)
    return text
