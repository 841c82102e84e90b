"""孵化成效: accounts, enterprises, jobs and sales of an incubation site in a quarter."""

from etl.columns import amount, count_of_quarter, quarter
from etl.problems import Level
from etl.schema import Column, Dataset, Kind, Rule

DATASET = Dataset(
    name="incubation_quarters",
    label="孵化成效",
    row_is="一个孵化阵地的一个季度",
    purpose="孵化企业、带动就业、自媒体账号",
    source="孵化阵地运营单位季度报表",
    key=("site_code", "quarter"),
    columns=(
        Column(
            name="site_code",
            label="阵地",
            kind=Kind.CODE,
            references="service_sites.site_code",
            definition="阵地编号或名称",
            aliases=("阵地编号", "阵地名称"),
        ),
        quarter("发生数为当季数，在营数为季末数"),
        count_of_quarter("accounts_launched", "新开自媒体账号", "个", "当季由学员新开办的自媒体账号（IP）"),
        count_of_quarter("accounts_active", "在营自媒体账号", "个", "季末仍正常更新、带货的账号"),
        count_of_quarter("enterprises_admitted", "入孵企业", "家", "当季新入孵企业"),
        count_of_quarter("enterprises_graduated", "孵化成功企业", "家", "当季注册成立并独立经营的企业"),
        count_of_quarter("enterprises_surviving", "在营孵化企业", "家", "季末仍在营的入孵企业"),
        count_of_quarter("jobs_created", "新增就业岗位", "个", "当季孵化企业与账号新增的岗位"),
        count_of_quarter("orders", "成交订单", "单", "当季成交订单"),
        amount("sales_cny_10k", "成交额", "万元", "当季成交金额"),
    ),
    rules=(
        Rule(
            check="orders > 0 OR coalesce(sales_cny_10k, 0) = 0",
            column="sales_cny_10k",
            message="没有订单却有成交额。",
        ),
        Rule(
            check="orders = 0 OR coalesce(sales_cny_10k, 0) = 0 OR sales_cny_10k / orders BETWEEN 0.00001 AND 150",
            column="sales_cny_10k",
            message="平均每单成交额不在 1 角到 150 万元之间，单位可能不对。",
            remedy="请核对成交额的单位和订单数；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
    ),
)
