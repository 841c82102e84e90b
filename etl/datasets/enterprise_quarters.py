"""企业季报: an enterprise's output, sales, revenue, tax, employees and electricity in a quarter."""

from etl.columns import amount, count, quarter
from etl.datasets.enterprises import ENTERPRISE
from etl.problems import Level
from etl.schema import Column, Dataset, Kind, Rule

DATASET = Dataset(
    name="enterprise_quarters",
    label="企业季报",
    row_is="一家企业的一个季度",
    purpose="园区产出；总产值、销售产值、营业收入三者不混用",
    source="企业季度报表（规上）与园区季度摸底（规下）",
    key=("enterprise_code", "quarter"),
    columns=(
        ENTERPRISE,
        quarter("当季数，不是累计数"),
        amount("gross_output_cny_10k", "总产值", "万元", "当季工业总产值（现价），不含增值税", is_flow=True),
        amount("sales_output_cny_10k", "销售产值", "万元", "当季工业销售产值（现价）", is_flow=True),
        amount("revenue_cny_10k", "营业收入", "万元", "当季营业收入", is_flow=True),
        amount(
            "tax_cny_10k", "税收", "万元", "当季实缴税金合计", ("纳税额", "税收收入", "实缴税金", "税金"), is_flow=True
        ),
        count(
            "employees_persons",
            "期末从业人员",
            "人",
            "季末最后一天在岗的从业人员",
            ("期末从业人数", "期末人数"),
            is_required=False,
        ),
        Column(
            name="electricity_mwh",
            label="用电量",
            unit="兆瓦时",
            kind=Kind.DECIMAL,
            minimum=0,
            is_required=False,
            is_flow=True,
            definition="当季工业用电量",
        ),
    ),
    rules=(
        Rule(
            check="tax_cny_10k <= greatest(gross_output_cny_10k, sales_output_cny_10k, revenue_cny_10k)",
            column="tax_cny_10k",
            message="税收大于产值与收入，单位可能填错。",
            remedy="请确认单位是万元。",
        ),
        Rule(
            check="sales_output_cny_10k <= gross_output_cny_10k * 2",
            column="sales_output_cny_10k",
            message="销售产值超过总产值的两倍。",
            remedy="如属清理库存请在原始台账说明；否则请核对。",
            level=Level.WARNING,
        ),
        Rule(
            check="employees_persons = 0 OR gross_output_cny_10k = 0 "
            "OR gross_output_cny_10k / employees_persons BETWEEN 0.05 AND 1000",
            column="gross_output_cny_10k",
            message="平均每人的季度总产值不在 500 元到 1000 万元之间，单位或人数可能填错。",
            remedy="请核对总产值的单位和从业人员数；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check="employees_persons = 0 OR revenue_cny_10k = 0 "
            "OR revenue_cny_10k / employees_persons BETWEEN 0.05 AND 3000",
            column="revenue_cny_10k",
            message="平均每人的季度营业收入不在 500 元到 3000 万元之间，单位或人数可能填错。",
            remedy="请核对营业收入的单位和从业人员数；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
    ),
)
