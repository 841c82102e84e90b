"""The brief of an area as a Word file."""

from datetime import datetime

from dashboard.meeting.wording import day_words
from dashboard.render.docx.template import filled
from dashboard.render.docx.values import Value, cleaned
from dashboard.render.xlsx.exports import DEMO_MARK
from dashboard.views.brief import Brief, Part

TEMPLATE = "brief.docx"
DRAFT = "依据填报数据自动生成，引用前请核对"
CHANGE_FIELDS = ("指标", "本期", "变化", "位次")
MATTER_FIELDS = ("序号", "事项", "单位", "天数")
TARGET_FIELDS = ("指标", "目标值", "完成", "快慢")


def to_brief(told: Brief) -> bytes:
    """The file; equal briefs give equal bytes. Raises DocumentUnavailable where the template is wrong."""
    day = datetime.combine(told.day, datetime.min.time())
    return filled(TEMPLATE, brief_values(told), told.title, day)


def brief_values(told: Brief) -> dict[str, Value]:
    """The placeholders of the template."""
    return cleaned(
        {
            "标题": told.title,
            "时间": day_words(told.day),
            "说明": told.lead,
            "变化": told.changes.finding,
            "变化项": _rows(told.changes, CHANGE_FIELDS),
            "关注": told.matters.finding,
            "关注项": _rows(told.matters, MATTER_FIELDS),
            "目标": told.targets.finding,
            "目标项": _rows(told.targets, TARGET_FIELDS),
            "口径": told.basis,
            "数据来源": told.sources,
            "稿别": DRAFT,
            "数据提示": DEMO_MARK if told.is_demo else "",
            "数据版本": told.version,
        }
    )


def _rows(part: Part, fields: tuple[str, ...]) -> list[Value]:
    return [dict(zip(fields, row, strict=True)) for row in part.rows]
