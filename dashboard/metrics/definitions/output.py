"""产出: what the enterprises of an area produce, sell, pay and use."""

from dashboard.metrics.definitions import assets
from dashboard.metrics.measure import Measure, average, flow, stock
from dashboard.metrics.metric import Direction, Metric
from dashboard.metrics.protection import Protection

MART = "enterprise_quarters"
COUNTED = "以企业名录为准，季末在园；只有公开文件点名的企业、没有报来名录的片区，不计家数。"
REPORTED = "已上报企业的合计，未上报的不估算。"
SAME = "只含分子、分母都已上报的企业。"
NO_TRADE = "商贸物流企业没有工业产值。"
OF_INDUSTRY = {"gross_output_cny_10k", "sales_output_cny_10k"}
INDUSTRIAL = flow("count(*) FILTER (WHERE is_industrial)", "工业企业季度数")
# Whether a column of an enterprise in a quarter may be shown with its name: by consent, or since a document printed it.
PUBLIC = {
    "gross_output_cny_10k": "is_gross_output_public",
    "sales_output_cny_10k": "is_sales_output_public",
    "revenue_cny_10k": "is_revenue_public",
    "tax_cny_10k": "is_tax_public",
    "employees_persons": "is_employees_public",
    "electricity_mwh": "is_electricity_public",
    "land_mu": "is_land_public",
}
# Which quantity of the protected enterprises a column belongs to.
FAMILY_OF = {
    "gross_output_cny_10k": "output",
    "sales_output_cny_10k": "output",
    "revenue_cny_10k": "output",
    "tax_cny_10k": "tax",
    "electricity_mwh": "electricity",
}


def internal(*quantities: str, dimensions: tuple[str, ...] | None = None, is_rounded: bool = False) -> Protection:
    """At least three enterprises behind a figure; those of which it is public are not counted."""
    return Protection(
        "enterprises",
        tuple(dict.fromkeys(quantities)),
        contributors="内部企业数",
        dimensions=dimensions,
        is_rounded=is_rounded,
    )


def making(*columns: str) -> Measure | None:
    """How many enterprises there are that can have the figures of `columns`; None where every enterprise can."""
    return INDUSTRIAL if set(columns) & OF_INDUSTRY else None


def _total(name: str, quantity: tuple[str, str], unit: str, definition: str, direction: Direction = "higher") -> Metric:
    """The sum of a `quantity`: its column and its label."""
    column, label = quantity
    return Metric(
        name=name,
        label=label,
        theme="output",
        mart=MART,
        numerator=flow(f"sum({column})", label),
        unit=unit,
        direction=direction,
        definition=definition,
        caliber=REPORTED + (NO_TRADE if column in OF_INDUSTRY else ""),
        protection=internal(FAMILY_OF[column]),
        concerned=making(column),
        is_seasonal=True,
    )


def _quotient(
    name: str,
    label: str,
    parts: tuple[tuple[str, str], tuple[str, str]],
    unit: str,
    decimals: int,
    definition: str,
    direction: Direction = "higher",
) -> Metric:
    (above, above_label), (below, below_label) = parts
    both = f"{above} IS NOT NULL AND {below} IS NOT NULL"
    return Metric(
        name=name,
        label=label,
        theme="output",
        mart=MART,
        numerator=flow(f"sum({above}) FILTER (WHERE {both})", above_label),
        denominator=flow(f"sum({below}) FILTER (WHERE {both})", below_label),
        unit=unit,
        decimals=decimals,
        scale=100 if unit == "%" else 1,
        direction=direction,
        definition=definition,
        caliber=SAME + (NO_TRADE if making(above, below) else ""),
        protection=internal(FAMILY_OF[above], FAMILY_OF[below], name, is_rounded=True),
        concerned=making(above, below),
    )


def _per_mu(name: str, label: str, column: str, measure: str, definition: str) -> Metric:
    comparable = f"is_land_same_scope AND land_mu > 0 AND {column} IS NOT NULL"
    return Metric(
        name=name,
        label=label,
        theme="output",
        mart=MART,
        numerator=flow(f"sum({column}) FILTER (WHERE {comparable})", measure),
        denominator=average(f"sum(land_mu) FILTER (WHERE {comparable})", "实际用地"),
        set_aside=flow(
            f"count(*) FILTER (WHERE {column} IS NOT NULL AND land_mu > 0 AND NOT is_land_same_scope)", "不同口径的企业"
        ),
        unit="万元/亩",
        decimals=2,
        direction="higher",
        definition=definition,
        caliber="只含用地与产值同口径的企业；另有厂区而用地未计入的不可比。当期数，不折成全年。",
        protection=internal(name, dimensions=("industry",)),
        concerned=making(column),
        is_seasonal=True,
    )


def counted(condition: str) -> str:
    """SQL of how many enterprises meet the condition; unknown where no register was sent, which is not none."""
    return f"sum(({condition})::INTEGER) FILTER (WHERE is_registered)"


SETTLED = stock(counted("is_settled"), "在册企业数")
ABOVE_SCALE = stock(counted("is_settled AND is_above_scale"), "规上企业数")
GROSS = ("gross_output_cny_10k", "总产值")
SALES = ("sales_output_cny_10k", "销售产值")
TAX = ("tax_cny_10k", "税收")
ELECTRICITY = ("electricity_mwh", "用电量")

METRICS = (
    Metric(
        name="enterprises",
        label="在册企业",
        theme="output",
        mart=MART,
        numerator=SETTLED,
        unit="家",
        direction="higher",
        definition="季末在园的企业家数。",
        caliber=COUNTED,
    ),
    Metric(
        name="above_scale_enterprises",
        label="规上企业",
        theme="output",
        mart=MART,
        numerator=ABOVE_SCALE,
        unit="家",
        direction="higher",
        definition="季末在园、列入统计名录库的规模以上企业家数。",
        caliber="以名录库为准，不由产值推算。",
    ),
    Metric(
        name="above_scale_share",
        label="规上占比",
        theme="output",
        mart=MART,
        numerator=ABOVE_SCALE,
        denominator=SETTLED,
        unit="%",
        decimals=1,
        scale=100,
        direction="higher",
        definition="规上企业占在册企业的比重。",
        caliber=COUNTED,
        is_share=True,
    ),
    Metric(
        name="newly_settled",
        label="新入驻企业",
        theme="output",
        mart=MART,
        numerator=flow(counted("is_newly_settled"), "新入驻企业数"),
        unit="家",
        direction="higher",
        definition="当期入驻的企业家数。",
        caliber="以企业名录的入驻时间为准，入驻时间不详的不计。",
    ),
    Metric(
        name="enterprises_left",
        label="退出企业",
        theme="output",
        mart=MART,
        numerator=flow(counted("has_left"), "退出企业数"),
        unit="家",
        direction="lower",
        definition="当期迁出或注销的企业家数。",
        caliber="以企业名录的退出时间为准。",
    ),
    Metric(
        name="industries",
        label="行业门类数",
        theme="output",
        mart=MART,
        # The second term adds nothing; it makes the number unknown where the register is.
        numerator=stock(
            "count(DISTINCT industry) FILTER (WHERE is_settled AND industry <> '商贸物流' AND industry <> '其他')"
            f" + 0 * {SETTLED.expression}",
            "行业门类数",
        ),
        unit="类",
        definition="在册企业所属的制造行业门类个数，不含商贸物流与其他。",
        caliber=COUNTED,
    ),
    Metric(
        name="enterprise_report_rate",
        label="企业季报上报率",
        theme="output",
        mart=MART,
        numerator=flow(counted("has_report"), "已上报企业季度数"),
        denominator=flow("count(*) FILTER (WHERE is_registered)", "应报企业季度数"),
        unit="%",
        decimals=1,
        scale=100,
        direction="higher",
        definition="当期已上报季报的企业占应报企业的比重。",
        caliber="当期曾在园的企业都应报。",
        is_share=True,
    ),
    _total("gross_output", GROSS, "万元", "当期工业总产值（现价），不含增值税。"),
    _total("sales_output", SALES, "万元", "当期工业销售产值（现价）。"),
    _total("revenue", ("revenue_cny_10k", "营业收入"), "万元", "当期营业收入。"),
    _total("tax", TAX, "万元", "当期实缴税金合计。"),
    _total("electricity", ELECTRICITY, "兆瓦时", "当期工业用电量。", "neither"),
    _quotient("sales_to_output", "产销率", (SALES, GROSS), "%", 1, "销售产值与总产值之比。"),
    _quotient("tax_to_output", "税收产值率", (TAX, GROSS), "%", 2, "税收与总产值之比。"),
    _quotient("output_per_mwh", "单位用电产值", (GROSS, ELECTRICITY), "万元/兆瓦时", 2, "每兆瓦时用电的总产值。"),
    _per_mu("output_per_mu", "亩均产值", *GROSS, "总产值与实际用地之比。"),
    _per_mu("tax_per_mu", "亩均税收", *TAX, "税收与实际用地之比。"),
    Metric(
        name="land_compared",
        label="可比用地",
        theme="output",
        mart=MART,
        numerator=stock("sum(land_mu) FILTER (WHERE is_settled AND is_land_same_scope)", "同口径用地"),
        unit="亩",
        definition="用地与产值同口径的企业的用地面积，即亩均指标的分母范围。",
        caliber=COUNTED,
        protection=internal("land", dimensions=()),
    ),
    *assets.METRICS,
)
