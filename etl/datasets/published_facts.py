"""公开数据: every figure printed in a public document, with its exact words."""

from etl.columns import choice
from etl.schema import Column, Dataset, Kind, Rule

QUALIFIERS = ("eq", "gt", "lt", "ge", "le", "approx")

DATASET = Dataset(
    name="published_facts",
    label="公开数据",
    row_is="公开文件中印出的一个数字",
    purpose="出处查证与核对",
    source="公开文件原文逐条摘录",
    key=("fact_id",),
    columns=(
        Column(name="fact_id", label="编号", kind=Kind.CODE, definition="前缀指出文件，其后为序号"),
        Column(
            name="area_code",
            label="区域",
            kind=Kind.CODE,
            references="areas.area_code",
            definition="数字所指的区域；说企业、资产、机制的，为其所在区域",
        ),
        Column(
            name="entity_kind",
            label="对象类别",
            kind=Kind.TEXT,
            definition="园区、村、企业、党组织、网格、人才社区、资产、机制、项目、个案",
        ),
        Column(name="entity", label="对象", kind=Kind.TEXT, definition="原文所说的对象"),
        Column(name="measure", label="指标", kind=Kind.TEXT, definition="这个数字量的是什么", aliases=("指标名称",)),
        choice(
            "qualifier", "限定", QUALIFIERS, "eq 确数；gt 超、多、余；lt 近、不足；ge 至少、以上；le 至多；approx 约"
        ),
        Column(name="value", label="数值", kind=Kind.DECIMAL, definition="原文所印数值，单位不换算"),
        Column(name="unit", label="单位", kind=Kind.TEXT, definition="原文单位"),
        Column(
            name="value_low",
            label="下界",
            kind=Kind.DECIMAL,
            is_required=False,
            definition="由限定词推出的下界，无下界则空",
        ),
        Column(
            name="value_high",
            label="上界",
            kind=Kind.DECIMAL,
            is_required=False,
            definition="由限定词推出的上界，无上界则空",
        ),
        Column(name="as_of", label="时点", kind=Kind.EDTF, definition="数字所指的日期或年份；未印年份写作 XXXX"),
        choice(
            "fact_nature",
            "性质",
            ("计划", "现状", "成效", "个案"),
            "制度性安排、当时状况、工作成效，还是个别人的情况（个案不作图）",
        ),
        Column(name="quote", label="原文", kind=Kind.TEXT, definition="一字不改的原文"),
        Column(
            name="document_id",
            label="文件",
            kind=Kind.CODE,
            references="documents.document_id",
            definition="出自哪份公开文件",
        ),
        Column(name="paragraph", label="段落", kind=Kind.TEXT, definition="存档原文（文本）中的行号，L33 为第 33 行"),
    ),
    rules=(
        Rule(
            check="qualifier <> 'eq' OR (value_low = value AND value_high = value)",
            column="value_low",
            message="确数的上下界都应等于数值。",
        ),
        Rule(
            check="qualifier NOT IN ('gt', 'ge') OR (value_low = value AND value_high IS NULL)",
            column="value_low",
            message="“超、多、至少”的下界应等于数值，上界留空。",
        ),
        Rule(
            check="qualifier NOT IN ('lt', 'le') OR (value_high = value AND value_low IS NULL)",
            column="value_high",
            message="“近、不足、至多”的上界应等于数值，下界留空。",
        ),
        Rule(
            check="qualifier <> 'approx' OR (value_low <= value AND value_high >= value AND value_low < value_high)",
            column="value_low",
            message="“约”的上下界应把数值夹在中间。",
        ),
    ),
)
