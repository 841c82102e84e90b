"""企业名录: the register of enterprises with their industry, land and what may be shown of them."""

from etl.columns import amount, choice, day, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

INDUSTRIES = ("服装", "针织", "五金", "塑料", "电子", "鞋类", "食品", "包装", "商贸物流", "其他")
DISCLOSURES = ("已公开", "企业同意", "内部")

# How other forms say which enterprise of the register they mean.
ENTERPRISE = Column(
    name="enterprise_code",
    label="企业",
    kind=Kind.CODE,
    references="enterprises.enterprise_code",
    definition="企业编号、名称或简称",
    aliases=("企业编号", "企业名称"),
)

DATASET = Dataset(
    name="enterprises",
    label="企业名录",
    row_is="一家企业",
    purpose="园区产出、规上占比、亩均产值；所填为现在的属性，变更前的填企业变更",
    source="园区企业台账，规上以统计名录库为准",
    key=("enterprise_code",),
    called=("name", "aliases"),
    example={"settled_on": "2024-11-04", "left_on": ""},
    columns=(
        Column(name="enterprise_code", label="企业编号", kind=Kind.CODE, definition="园区台账编号"),
        Column(name="name", label="企业名称", kind=Kind.TEXT, definition="营业执照上的名称"),
        Column(name="aliases", label="别名", kind=Kind.TEXT, is_required=False, definition="简称，以顿号分隔"),
        place("area_code", "所在区域", UNITS, "所在园区、厂区或村", ("区域代码", "所在园区")),
        choice("industry", "行业", INDUSTRIES, "八大类及其他"),
        Column(
            name="is_above_scale",
            label="是否规上",
            kind=Kind.BOOLEAN,
            definition="列入统计名录库的规模以上企业；以名录库为准，不由产值推算",
            aliases=("规上企业",),
        ),
        amount("land_mu", "用地面积", "亩", "实际占用土地面积"),
        Column(
            name="is_land_same_scope",
            label="用地与产值同口径",
            kind=Kind.BOOLEAN,
            definition="用地与产值是否同指一个厂区；另有厂区而用地未计入的填否，不计亩均",
        ),
        amount("floor_m2", "厂房面积", "平方米", "厂房建筑面积"),
        Column(
            name="founded_on",
            label="成立时间",
            kind=Kind.EDTF,
            is_required=False,
            definition="成立年份、年月或日期",
        ),
        day("settled_on", "入驻时间", "入驻园区的日期；早于统计期或不详的留空，视为一直在园"),
        day("left_on", "退出时间", "迁出或注销的日期，在园的留空"),
        choice(
            "disclosure",
            "公开属性",
            DISCLOSURES,
            "企业同意的可以具名显示各期数据；已公开的可以具名，数据只显示企业数据公开表列有文件的；"
            "内部的只进入三家以上的合计",
        ),
    ),
    rules=(
        Rule(check="left_on > settled_on", column="left_on", message="退出时间应晚于入驻时间。"),
        Rule(
            check="NOT is_land_same_scope OR land_mu IS NOT NULL",
            column="land_mu",
            message="用地与产值同口径的企业必须填写用地面积。",
            remedy="请补填用地面积，或把“用地与产值同口径”改为“否”。",
        ),
    ),
)
