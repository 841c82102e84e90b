"""联席会议: a meeting with the quarter that it is named after, the day on which it was held and who came, as counts."""

from etl.columns import choice, count, day, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

KINDS = ("联席会议", "调度会", "党群工作会议", "四方联席", "会商恳谈")


DATASET = Dataset(
    name="meetings",
    label="联席会议",
    row_is="一次会议",
    purpose="联席会议、调度会、党群工作会议、四方联席议事、会商恳谈；召开率、出席率、滞后天数",
    source="片区会议台账，只报单位数，不报参会人",
    key=("meeting_id",),
    columns=(
        Column(name="meeting_id", label="会议编号", kind=Kind.CODE, definition="片区台账编号"),
        place(
            "area_code",
            "片区或区域",
            ("片区", *UNITS),
            "联席会议填片区；四方联席等填村（社区）、园区或厂区",
            ("区域代码", "区域", "片区"),
        ),
        choice("kind", "会议类别", KINDS, "会议类别"),
        Column(
            name="named_quarter",
            label="所属季度",
            kind=Kind.QUARTER,
            definition="会议名称中的季度：7月上旬召开的第二季度联席会议属第二季度",
            aliases=("季度",),
        ),
        Column(
            name="held_on",
            label="召开日期",
            kind=Kind.DATE,
            is_past=True,
            is_required=False,
            definition="实际召开的日期；已列计划、尚未召开的留空",
            aliases=("会议日期",),
        ),
        count("units_expected", "应到单位", "家", "应参加的单位数", aliases=("应到单位数",), is_required=False),
        count("units_present", "实到单位", "家", "实际参加的单位数", aliases=("实到单位数",), is_required=False),
        count("topics", "议题数", "个", "会上研究的议题", is_required=False),
        count("decisions", "议定事项数", "项", "会上议定的事项", is_required=False),
        day("minutes_on", "纪要上报日期", "会议纪要上报镇党委、政府的日期"),
        Column(name="note", label="备注", kind=Kind.TEXT, is_required=False, definition="需要说明的情况"),
    ),
    rules=(
        Rule(
            check="held_on >= make_date(substr(named_quarter, 1, 4)::INTEGER,"
            " substr(named_quarter, 6)::INTEGER * 3 - 2, 1)",
            column="held_on",
            message="召开日期早于所属季度的第一天。",
            remedy="请核对召开日期与所属季度。",
        ),
        Rule(
            check="units_present <= units_expected",
            column="units_present",
            message="实到单位多于应到单位。",
            remedy="列席的单位请一并计入应到单位，或从实到单位中去掉。",
        ),
        Rule(
            check="held_on IS NOT NULL OR coalesce(units_present, 0) = 0",
            column="held_on",
            message="有实到单位而没有召开日期。",
            remedy="请补填召开日期；尚未召开的，实到单位请留空。",
        ),
        Rule(check="minutes_on >= held_on", column="minutes_on", message="纪要上报日期早于召开日期。"),
    ),
)
