"""What the demonstration's areas were to reach in 2024 and 2025: set as a plan sets it, some met and some missed.

Each is about the year before and some growth, rounded as plans are; no public document prints any of them.
"""

from decimal import Decimal
from typing import NamedTuple

from demo import places
from demo.rows import Row
from etl.aims import AIMS
from etl.datasets.targets import ABOUT, AT_LEAST, AT_MOST, COURSE, EXACT, MORE

UNIT_OF = {aim.label: aim.unit for aim in AIMS}
DOCUMENT = "演示《{year}年度目标任务分解表》"


class _Set(NamedTuple):
    """A target and its course by quarter, to date; without one the course is not set."""

    metric: str
    value: str
    qualifier: str = EXACT
    course: tuple[str, ...] = ()


SET = {
    (places.BAOGAI_ZONE, 2024): (
        _Set("总产值", "970000"),
        _Set("税收", "26000"),
        _Set("规上企业", "57"),
        _Set("入职", "1400"),
        _Set("事件按期办结率", "88"),
        _Set("组织覆盖率", "25"),
    ),
    (places.PENGTIAN_ZONE, 2024): (
        _Set("总产值", "190000"),
        _Set("税收", "6200"),
        _Set("结业人次", "650"),
        _Set("事件按期办结率", "90"),
        _Set("组织覆盖率", "22"),
    ),
    (places.BAOGAI_ZONE, 2025): (
        _Set("总产值", "1020000", AT_LEAST),
        _Set("税收", "27000", EXACT, ("5400", "12200", "19200", "27000")),
        _Set("规上企业", "58"),
        _Set("入职", "2000"),
        _Set("引进人才", "150", AT_LEAST),
        _Set("结业人次", "500"),
        _Set("村集体增收", "120", MORE),
        _Set("待盘活面积", "16000", AT_MOST),
        _Set("事件按期办结率", "90"),
        _Set("超期未办结事件", "20", AT_MOST),
        _Set("调解成功率", "85"),
        _Set("服务人次", "56000", ABOUT),
        _Set("组织覆盖率", "40"),
        _Set("走访企业", "1200"),
    ),
    (places.PENGTIAN_ZONE, 2025): (
        _Set("总产值", "230000"),
        _Set("税收", "7400"),
        _Set("从业人员", "11000"),
        _Set("引进人才", "35"),
        _Set("结业人次", "650", EXACT, ("90", "320", "500", "650")),
        _Set("新增就业岗位", "30"),
        _Set("村集体增收", "150", MORE),
        _Set("待盘活面积", "18000", AT_MOST),
        _Set("事件按期办结率", "93"),
        _Set("服务人次", "55000"),
        _Set("组织覆盖率", "35"),
        _Set("走访企业", "1000"),
    ),
    # What the villages add up to is the target of their 片区.
    (places.TANGHOU, 2025): (_Set("村集体增收", "70", MORE), _Set("事件按期办结率", "90")),
    (places.LUNHOU, 2025): (_Set("村集体增收", "50", MORE), _Set("事件按期办结率", "90")),
}


def forms() -> dict[str, list[Row]]:
    """The form of targets, by area and year as they were set."""
    return {
        "targets": [
            {
                "area_code": area,
                "metric": one.metric,
                "year": year,
                "qualifier": one.qualifier,
                "target_value": Decimal(one.value),
                "target_unit": UNIT_OF[one.metric],
                **dict.fromkeys(COURSE),
                **dict(zip(COURSE, map(Decimal, one.course), strict=False)),
                "document": DOCUMENT.format(year=year),
            }
            for (area, year), targets in SET.items()
            for one in targets
        ]
    }
