"""典型案例: a case that was selected for being first, leading or breaking through, and how far it was spread."""

from etl.columns import choice, count, day, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

NATURES = ("首创", "引领", "突破")


DATASET = Dataset(
    name="exemplary_cases",
    label="典型案例",
    row_is="一个选树的典型案例",
    purpose="选树典型：首创性、引领性、突破性案例，复制推广与宣传",
    source="镇党建办公室案例台账，只写单位与做法",
    key=("case_id",),
    columns=(
        Column(name="case_id", label="案例编号", kind=Kind.CODE, definition="台账编号"),
        Column(name="title", label="案例名称", kind=Kind.TEXT, definition="案例名称，不写个人"),
        place(
            "area_code", "所在区域", ("片区", *UNITS), "案例所在的片区、园区、厂区或村（社区）", ("区域代码", "区域")
        ),
        choice("nature", "性质", NATURES, "首创性、引领性还是突破性"),
        day("selected_on", "选树日期", "列为典型的日期", is_required=True),
        count("publicity", "宣传报道", "次", "各级媒体宣传的次数", is_required=False),
        count("replicated", "复制推广", "个", "已照此做法推开的单位个数", is_required=False),
        day("replicated_on", "推广日期", "首次复制推广的日期，未推广留空"),
    ),
    rules=(
        Rule(check="replicated_on >= selected_on", column="replicated_on", message="推广日期早于选树日期。"),
        Rule(
            check="replicated_on IS NULL OR replicated > 0",
            column="replicated",
            message="填了推广日期，复制推广的个数却是 0。",
            remedy="请补填推广的单位个数；还没有推广的，推广日期请留空。",
        ),
    ),
)
