"""网格事件: a matter reported in a grid, when it was due and when it was closed; no person in it."""

from etl.columns import choice, count, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

KINDS = ("安全隐患", "环境卫生", "市容占道", "矛盾纠纷", "民生求助", "设施损坏", "其他")
CHANNELS = ("网格员", "快递小哥", "微心愿", "企业", "热线")


def _instant(name: str, label: str, definition: str, *, is_required: bool = True, is_past: bool = True) -> Column:
    return Column(
        name=name, label=label, kind=Kind.INSTANT, definition=definition, is_required=is_required, is_past=is_past
    )


DATASET = Dataset(
    name="grid_events",
    label="网格事件",
    row_is="一件网格事件（不含任何个人信息）",
    purpose="网格通、移动哨兵、微治理分拣中心；事件办结率、事件按期办结率",
    source="网格通导出，不含上报人与当事人",
    key=("event_id",),
    columns=(
        Column(name="event_id", label="事件编号", kind=Kind.CODE, definition="网格通编号"),
        place(
            "grid_code",
            "网格",
            ("网格", *UNITS),
            "事件所在网格；未划网格的片区填村（社区）、园区或厂区",
            ("网格代码", "网格名称"),
        ),
        choice("kind", "事件类别", KINDS, "事件类别"),
        choice("channel", "上报渠道", CHANNELS, "由谁上报"),
        _instant("reported_at", "上报时间", "受理时间"),
        _instant("due_at", "应办结时间", "按时限应办结的时间", is_past=False),
        _instant("closed_at", "办结时间", "办结时间，未办结留空", is_required=False),
        count("reopened_count", "重开次数", "次", "办结后又重新打开的次数"),
    ),
    rules=(
        Rule(check="due_at >= reported_at", column="due_at", message="应办结时间早于上报时间。"),
        Rule(check="closed_at >= reported_at", column="closed_at", message="办结时间早于上报时间。"),
    ),
)
