"""A town of ten areas and three enterprises, as forms that tests write, correct and spoil."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

AREAS = (
    ("区域代码", "区域名称", "层级", "三区类别", "上级区域代码", "别名", "网格类型", "图形性质"),
    ("350581000000", "石狮市", "市", "", "", "", "", "无"),
    ("350581101000", "宝盖镇", "镇", "", "石狮市", "", "", "无"),
    ("350581101901", "宝盖片区", "片区", "", "350581101000", "", "", "示意"),
    ("350581101911", "宝盖科技园", "三区单元", "园区", "宝盖片区", "", "", "示意"),
    ("350581101206", "塘后村", "三区单元", "社区", "350581101901", "", "", "示意"),
    ("35058110191101", "科技园第一网格", "网格", "", "350581101911", "", "专属", "示意"),
    ("35058110120601", "塘后第一网格", "网格", "", "塘后村", "", "综合", "示意"),
    ("350581100000", "灵秀镇", "镇", "", "350581000000", "", "", "无"),
    ("350581100901", "彭田片区", "片区", "", "350581100000", "", "", "无"),
    ("350581100911", "石狮服装智能制造园", "三区单元", "园区", "350581100901", "石狮网商园、网商园", "", "无"),
)
ENTERPRISE_HEADERS = ("企业编号", "企业名称", "别名", "所在区域", "行业", "是否规上", "用地与产值同口径", "公开属性")
ENTERPRISES = (
    ENTERPRISE_HEADERS,
    ("Q001", "演示服装一号", "一号厂", "宝盖科技园", "服装", "是", "否", "内部"),
    ("Q002", "演示五金二号", "", "350581101911", "五金", "否", "否", "内部"),
    ("Q003", "演示电商三号", "", "石狮网商园", "服装", "否", "否", "内部"),
)
QUARTER_HEADERS = ("企业", "季度", "总产值（万元）", "税收（万元）", "期末从业人员（人）")
QUARTERS = (
    QUARTER_HEADERS,
    ("Q001", "2024Q3", "1200.5", "30", "88"),
    ("Q002", "2024Q3", "300", "6", "20"),
    ("Q003", "2024Q3", "450", "9", "31"),
)
EVENT_HEADERS = ("事件编号", "网格", "事件类别", "上报渠道", "上报时间", "应办结时间", "办结时间", "重开次数（次）")
EVENTS = (
    EVENT_HEADERS,
    ("E1", "35058110191101", "安全隐患", "网格员", "2024-11-04 08:00", "2024-11-05 08:00", "2024-11-04 17:30", "0"),
    ("E2", "35058110120601", "环境卫生", "热线", "2024-11-06 09:00", "2024-11-08 09:00", "", "0"),
)


def write_csv(path: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig") -> Path:
    """Write rows as CSV and give the path back."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def write_town(data: Path) -> Path:
    """Write the town's forms: registers as published, quarters and events as demonstration."""
    write_csv(data / "published" / "areas.csv", AREAS)
    write_csv(data / "demo" / "enterprises.csv", ENTERPRISES)
    write_csv(data / "demo" / "enterprise_quarters.csv", QUARTERS)
    write_csv(data / "demo" / "grid_events.csv", EVENTS)
    (data / "received").mkdir()
    return data
