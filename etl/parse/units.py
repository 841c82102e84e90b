"""Says which units and scales (万, 亿) are understood, how else they are written, and what they measure."""

import re
from decimal import Decimal

SCALES = {
    "千": Decimal(1000),
    "万": Decimal(10_000),
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
    *("人次", "家次", "户次"),
)
# Unit → what it measures, and how many of the measure's first unit it makes. 1 亩 is 2000/3 平方米 by definition, so
# only 亩 as the base keeps every factor finite.
MEASURES = {
    **dict.fromkeys(("人", "名", "位", "个人", "口人"), ("人", Decimal(1))),
    "亩": ("亩", Decimal(1)),
    **dict.fromkeys(("公顷", "ha"), ("亩", Decimal(15))),
    **dict.fromkeys(("平方公里", "平方千米", "km²", "km2"), ("亩", Decimal(1500))),
    **dict.fromkeys(("平方米", "㎡", "平米", "平方", "m²", "m2"), ("亩", Decimal("0.0015"))),
    **dict.fromkeys(("千瓦时", "kWh", "KWH", "kwh"), ("千瓦时", Decimal(1))),
    **dict.fromkeys(("兆瓦时", "MWh", "MWH"), ("千瓦时", Decimal(1000))),
    "米": ("米", Decimal(1)),
    **dict.fromkeys(("公里", "千米", "km"), ("米", Decimal(1000))),
    **dict.fromkeys((YUAN, "元整", "元正", "元人民币"), (YUAN, Decimal(1))),
    **dict.fromkeys(("天", "日"), ("天", Decimal(1))),
    **dict.fromkeys(("小时", "个小时"), ("小时", Decimal(1))),
    **dict.fromkeys(("个百分点", "百分点"), ("个百分点", Decimal(1))),
    "%": ("%", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
}
UNITS = (*COUNTERS, *MEASURES, "度", "年", "月", "个月", "周", "分钟", "学时", "课时")

SCALED = re.compile(rf"(?:人民币)?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})?(?P<unit>.*)", re.DOTALL)


def split_unit(unit: str) -> tuple[str, str]:
    """Scale and base of a column's unit: 人民币万元 is 万 and 元, 千瓦时 has no scale."""
    match = None if unit in MEASURES else SCALED.fullmatch(unit)
    return (match["scale"] or "", match["unit"]) if match else ("", unit)


def measure(unit: str) -> tuple[str, Decimal]:
    """What a base unit measures, and how many of the measure's first unit it makes."""
    return MEASURES.get(unit, (unit, Decimal(1)))
