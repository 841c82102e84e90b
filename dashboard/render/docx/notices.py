"""The 督办单 of a unit as a Word file."""

from datetime import datetime

from dashboard.meeting.wording import day_words
from dashboard.render.docx.template import filled
from dashboard.render.docx.values import Value, cleaned
from dashboard.render.xlsx.exports import DEMO_MARK
from dashboard.views.attention.items import Item
from dashboard.views.attention.notice import Notice

TEMPLATE = "supervision_notice.docx"
DRAFT = "依据填报数据列出，印发前请核对"


def to_notice(told: Notice) -> bytes:
    """The file; equal notices give equal bytes. Raises DocumentUnavailable where the template is wrong."""
    day = datetime.combine(told.day, datetime.min.time())
    return filled(TEMPLATE, notice_values(told), f"督办单（{told.unit}）", day)


def notice_values(told: Notice) -> dict[str, Value]:
    """The placeholders of the template."""
    return cleaned(
        {
            "单位": told.unit,
            "时间": day_words(told.day),
            "说明": told.lead,
            "督办事项": [
                {
                    "序号": str(place),
                    "编号": item.code,
                    "事项": item.what,
                    "应办结": item.due,
                    "天数": _days(item),
                    "要求": item.asked,
                }
                for place, item in enumerate(told.items, 1)
            ],
            "口径": told.basis,
            "稿别": DRAFT,
            "数据提示": DEMO_MARK if told.is_demo else "",
            "数据版本": told.version,
        }
    )


def _days(item: Item) -> str:
    if item.is_late:
        return f"超期{item.days}天"
    return f"持续{item.days}天" if item.days else "本期"
