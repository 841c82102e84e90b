"""区域目录: the one tree of areas (市 → 镇 → 片区 → 三区单元 → 网格) that every other form points into."""

from etl.columns import amount, choice
from etl.schema import Column, Dataset, Kind, Rule

LEVELS = ("市", "镇", "片区", "三区单元", "网格")

DATASET = Dataset(
    name="areas",
    label="区域目录",
    row_is="一个区域",
    purpose="全部报表的区域口径",
    source="国家统计用区划代码；片区、园区、厂区、网格为镇内自编代码",
    key=("area_code",),
    called=("name", "aliases"),
    example={"level": "片区", "zone_kind": "", "grid_kind": ""},
    columns=(
        Column(
            name="area_code",
            label="区域代码",
            kind=Kind.CODE,
            definition="村（社区）及以上用国家 12 位区划代码；园区、厂区、片区、网格用镇内自编代码",
        ),
        Column(name="name", label="区域名称", kind=Kind.TEXT, definition="通用简称", aliases=("名称",)),
        choice("level", "层级", LEVELS, "在区域树中的层级"),
        choice(
            "zone_kind",
            "三区类别",
            ("社区", "园区", "厂区"),
            "三区单元属于社区（含村）、园区（含专业市场）还是厂区",
            is_required=False,
        ),
        Column(
            name="parent_code",
            label="上级区域代码",
            kind=Kind.CODE,
            is_required=False,
            references="areas.area_code",
            definition="所属上级区域；厂区位于园区内的，上级为该园区",
            aliases=("上级代码",),
        ),
        Column(
            name="aliases",
            label="别名",
            kind=Kind.TEXT,
            is_required=False,
            definition="同一区域的其他叫法，以顿号分隔",
        ),
        amount("land_mu", "占地面积", "亩", "公开文件所载占地面积，平方公里按 1 平方公里 = 1500 亩折算"),
        choice(
            "grid_kind",
            "网格类型",
            ("综合", "专属"),
            "综合网格以居民户为主，专属网格以园区、市场、企业为主",
            is_required=False,
        ),
        choice("geometry_status", "图形性质", ("官方", "示意", "无"), "地图上的图形是官方界线、示意图形，还是没有图形"),
        Column(name="note", label="备注", kind=Kind.TEXT, is_required=False, definition="需要说明的情况"),
    ),
    rules=(
        Rule(
            check="(level = '三区单元') = (zone_kind IS NOT NULL)",
            column="zone_kind",
            message="三区类别只由“三区单元”填写，且必须填写。",
        ),
        Rule(
            check="(level = '网格') = (grid_kind IS NOT NULL)",
            column="grid_kind",
            message="网格类型只由“网格”填写，且必须填写。",
        ),
        Rule(
            check="(level = '市') = (parent_code IS NULL)",
            column="parent_code",
            message="除市以外，每个区域都要有上级区域。",
        ),
        Rule(check="parent_code <> area_code", column="parent_code", message="区域不能以自己为上级。"),
    ),
)
