"""招聘活动: an event held in a park, at a school or at the 云市集, with openings, intentions and hires."""

from etl.columns import choice, count, day, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

KINDS = ("园区专场", "校园", "云市集")


DATASET = Dataset(
    name="recruitment_events",
    label="招聘活动",
    row_is="一场招聘活动",
    purpose="园区专场招聘会、大中专院校毕业生招聘、招聘“云市集”",
    source="主办单位活动小结，只报人数",
    key=("event_id",),
    columns=(
        Column(name="event_id", label="活动编号", kind=Kind.CODE, definition="主办单位的活动编号"),
        Column(name="title", label="活动名称", kind=Kind.TEXT, definition="活动名称，不写人名"),
        choice("kind", "活动类别", KINDS, "活动类别"),
        place(
            "area_code",
            "区域",
            UNITS,
            "用工企业所在的园区、厂区或村（社区）；在校园、线上举办的也按用工企业所在地填",
            ("区域代码", "所在区域"),
        ),
        day("held_on", "举办日期", "举办日期；几天的填第一天", is_required=True),
        count("enterprises_attending", "参加企业", "家", "到场或上线的用工企业"),
        count("openings", "提供岗位", "人", "拟招人数"),
        count("visitors", "到场求职者", "人", "到场或在线登记的求职者", is_required=False),
        count("intentions", "达成意向", "人", "与企业达成意向的人数", is_required=False),
        count("hires", "入职", "人", "达成意向的人中已到岗的，回访后补报，未回访的留空", is_required=False),
    ),
    rules=(
        Rule(check="intentions <= visitors", column="intentions", message="达成意向的人数大于到场求职者。"),
        Rule(check="hires <= intentions", column="hires", message="入职人数大于达成意向的人数。"),
        Rule(
            check="intentions IS NOT NULL OR hires IS NULL",
            column="intentions",
            message="填了入职，没有填达成意向的人数。",
            remedy="请补填达成意向的人数。",
        ),
        Rule(
            check="enterprises_attending > 0 OR openings = 0",
            column="openings",
            message="没有参加企业却有岗位。",
        ),
    ),
)
