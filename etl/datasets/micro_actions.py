"""四微联动: wishes, consultations, services and renovations of an estate in a month."""

from etl.columns import count, month, place
from etl.schema import Column, Dataset, Kind, Rule

DATASET = Dataset(
    name="micro_actions",
    label="四微联动",
    row_is="一个小区的一个月",
    purpose="微心愿、微协商、微服务、微改造；四方联席议事",
    source="小区党组织月报，不含业主信息",
    key=("area_code", "estate", "month"),
    columns=(
        place("area_code", "区域", ("社区",), "小区所在的村（社区）", ("区域代码", "区域名称")),
        Column(name="estate", label="小区", kind=Kind.TEXT, definition="小区名称", aliases=("小区名称",)),
        month("微心愿按征集的月份，其余按发生的月份", ("年月",)),
        count("wishes_raised", "征集微心愿", "个", "当月征集到的微心愿，没有填 0", ("微心愿",)),
        count("wishes_claimed", "认领微心愿", "个", "当月征集的微心愿中，至填报时已有人认领的", ("认领",)),
        count("wishes_done", "完成微心愿", "个", "当月征集的微心愿中，至填报时已完成的", ("完成",)),
        count("micro_consultations", "微协商", "次", "当月开展的微协商"),
        count("services", "微服务", "次", "当月微服务队伍开展的服务"),
        count("renovations", "微改造", "项", "当月完工的微改造，如立面翻新、电梯部件更换"),
        count(
            "joint_talks",
            "四方联席议事",
            "次",
            "当月社区党组织、小区党组织、业委会、物业一同议事的次数",
            ("四方议事",),
            is_required=False,
        ),
    ),
    rules=(
        Rule(
            check="wishes_claimed <= wishes_raised",
            column="wishes_claimed",
            message="认领的微心愿多于征集的。",
            remedy="认领数只计当月征集的微心愿；请核对。",
        ),
        Rule(
            check="wishes_done <= wishes_claimed",
            column="wishes_done",
            message="完成的微心愿多于认领的。",
            remedy="完成数只计当月征集并已认领的微心愿；请核对。",
        ),
    ),
)
