"""组织生活: activities planned and held in an area in a quarter, by kind and by the line that they follow."""

from etl.columns import choice, count, place, quarter
from etl.schema import UNITS, Dataset, Rule

KINDS = ("主题党日", "联学联讲", "党课", "党群工作会议", "一月一主题")
LINES = ("服务", "学习", "交流", "关爱", "不分主线")


DATASET = Dataset(
    name="party_activities",
    label="组织生活",
    row_is="一个区域一类活动、一条主线的一个季度",
    purpose="主题党日、联学联讲、党课、党群工作会议、一月一主题",
    source="镇党建办、园区党委季度统计",
    key=("area_code", "quarter", "kind", "theme_line"),
    columns=(
        place(
            "area_code",
            "区域",
            ("片区", *UNITS),
            "牵头开展的片区、园区、厂区或村（社区）；几家联合开展的由片区上报一次",
            ("区域代码",),
        ),
        quarter("活动所属的季度"),
        choice("kind", "活动类别", KINDS, "活动类别"),
        choice("theme_line", "活动主线", LINES, "服务、学习、交流、关爱之一；不按主线开展的填“不分主线”", ("主线",)),
        count("planned", "应开", "场", "按制度或计划当季应开展的场次", is_flow=True),
        count("held", "实开", "场", "其中已开展的场次；临时增加的同时计入应开", is_flow=True),
        count(
            "organizations_attending", "参加党组织", "个次", "各场参加的党组织个数之和", is_flow=True, is_required=False
        ),
        count("person_times", "参加人次", "人次", "各场参加的人次之和", is_flow=True, is_required=False),
    ),
    rules=(
        Rule(
            check="held <= planned",
            column="held",
            message="实开场次大于应开场次。",
            remedy="临时增加的场次请同时计入应开。",
        ),
        Rule(
            check="held > 0 OR coalesce(organizations_attending, 0) = 0",
            column="organizations_attending",
            message="没有开展却有参加党组织。",
        ),
        Rule(
            check="held > 0 OR coalesce(person_times, 0) = 0", column="person_times", message="没有开展却有参加人次。"
        ),
    ),
)
