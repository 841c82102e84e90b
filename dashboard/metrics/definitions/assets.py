"""产出, as far as assets, projects and the pipeline of the parks go; `output` registers them."""

from functools import partial

from dashboard.metrics.declaring import figure, percentage
from dashboard.metrics.measure import cumulative, flow, stock

ASSETS, PROJECTS, PIPELINE = "asset_quarters", "project_months", "park_pipeline"
HELD = "没有报来的季度沿用上一次上报，至多沿用三个季度。"
MONEY = "只含收入、成本、村集体所得都已上报的资产；闲置的资产计0，未上报的不估算。"
DUE = "计划完成日不晚于数据所知的最后一天的节点才算到期。"


_figure = partial(figure, theme="output", direction="higher")


_rate = partial(percentage, theme="output")


SIGNED = stock("sum(signed)", "签约企业")
SETTLED = stock("sum(settled)", "入驻企业")
OPERATING = stock("sum(operating)", "投产企业")
IN_STATISTICS = stock("sum(in_statistics)", "纳统企业")
PROMISED = flow("sum(promised_days)", "承诺天数")
SAVED = flow("sum(promised_days - used_days)", "承诺天数减实际天数")

METRICS = (
    _rate(
        "assets_revived_share",
        "资产盘活率",
        ASSETS,
        (stock("sum(revived_m2)", "其中季末在运营的面积"), stock("sum(once_idle_m2)", "有记录以来闲置过的面积")),
        "有记录以来闲置过（含回购、改造中）的资产，季末已投入运营的面积所占的比重。",
        "分母是同一批闲置过的资产，一直在运营的不计入；盘活后又闲置的退出分子。" + HELD,
    ),
    _figure(
        "idle_area",
        "待盘活面积",
        stock("sum(idle_m2)", "未在运营的资产面积"),
        "平方米",
        "季末仍在闲置、回购或改造的资产面积。",
        mart=ASSETS,
        caliber=HELD,
        direction="lower",
    ),
    _figure(
        "revived_area",
        "已盘活面积",
        stock("sum(revived_m2)", "闲置过而在运营的资产面积"),
        "平方米",
        "有记录以来闲置过（含回购、改造中）的资产，季末已投入运营的面积。",
        mart=ASSETS,
        caliber="一直在运营的不计入；盘活后又闲置的退出。" + HELD,
        is_further=True,
    ),
    _figure(
        "asset_income",
        "资产经营收入",
        flow("sum(income_cny_10k)", "经营收入"),
        "万元",
        "当期资产的租金、停车费等经营收入。",
        mart=ASSETS,
        caliber=MONEY,
        decimals=1,
    ),
    _figure(
        "asset_cost",
        "资产运营成本",
        flow("sum(cost_cny_10k)", "运营成本"),
        "万元",
        "当期资产的运营成本，含先行出资改造投入的分摊。",
        mart=ASSETS,
        caliber=MONEY,
        decimals=1,
        direction="neither",
    ),
    _figure(
        "owner_income",
        "产权方等所得",
        flow("sum(income_cny_10k - cost_cny_10k - collective_income_cny_10k)", "成本后收益减村集体所得"),
        "万元",
        "收入扣除成本后不归村集体的部分，即国企、业主等产权方所得；亏损由其承担的为负。",
        mart=ASSETS,
        caliber=MONEY,
        decimals=1,
        direction="neither",
    ),
    _figure(
        "collective_income",
        "村集体增收",
        flow("sum(collective_income_cny_10k)", "村集体所得"),
        "万元",
        "当期资产收入扣除成本后，按分成比例归村集体的数额。",
        mart=ASSETS,
        caliber=MONEY,
        decimals=1,
    ),
    _rate(
        "milestones_on_time_rate",
        "里程碑按期率",
        PROJECTS,
        (flow("sum(done_in_time)", "按期完成的节点"), flow("sum(due)", "到期节点")),
        "当期到期的项目节点中，在计划日或之前完成的比重；到期仍未完成的留在分母里。",
        DUE,
    ),
    _figure(
        "milestones_due",
        "到期节点",
        flow("sum(due)", "到期节点"),
        "个",
        "计划在当期完成的项目节点。",
        mart=PROJECTS,
        caliber=DUE,
        direction="neither",
    ),
    _figure(
        "milestones_done",
        "完成节点",
        flow("sum(done)", "完成节点"),
        "个",
        "当期实际完成的项目节点，不论计划在哪一期。",
        mart=PROJECTS,
        caliber="按实际完成日期归期。",
    ),
    _figure(
        "milestones_overdue",
        "超期未完节点",
        cumulative("sum(overdue_entered) - sum(overdue_left)", "超期未完节点"),
        "个",
        "期末已过计划日而尚未完成的项目节点。",
        mart=PROJECTS,
        caliber=DUE,
        direction="lower",
    ),
    _rate(
        "approval_speedup",
        "审批提速",
        PROJECTS,
        (SAVED, PROMISED),
        "1减实际天数与承诺天数之比，即比承诺少用的时间所占的比重。",
        "只含当期办成、有承诺时限的节点；实际天数从受理日起算，均为自然日。",
        is_share=False,
    ),
    _figure(
        "days_saved",
        "帮办节省天数",
        SAVED,
        "天",
        "当期办成的审批节点比承诺时限少用的天数合计；超时的相抵。",
        mart=PROJECTS,
        caliber="只含有承诺时限的节点，均为自然日。",
    ),
    _figure(
        "land_acquired",
        "征收面积",
        cumulative("sum(acquired_mu)", "征收面积"),
        "亩",
        "自有记录起累计完成的土地征收面积。",
        mart=PROJECTS,
        caliber="按节点实际完成日期归期。",
        decimals=1,
    ),
    _figure(
        "park_signed",
        "签约企业",
        SIGNED,
        "家",
        "季末有效的签约企业，含已经入驻的，不含已退出的。",
        mart=PIPELINE,
        caliber=HELD,
    ),
    _figure(
        "park_settled",
        "入驻企业",
        SETTLED,
        "家",
        "签约企业中季末已入驻园区的。",
        mart=PIPELINE,
        caliber=HELD,
    ),
    _figure(
        "park_operating",
        "投产企业",
        OPERATING,
        "家",
        "入驻企业中季末已投产或营业的。",
        mart=PIPELINE,
        caliber=HELD,
    ),
    _figure(
        "park_in_statistics",
        "纳统企业",
        IN_STATISTICS,
        "家",
        "投产企业中季末已纳入联网直报统计的。",
        mart=PIPELINE,
        caliber=HELD,
    ),
    _figure(
        "newly_above_scale",
        "升规企业",
        flow("sum(newly_above_scale)", "升规企业"),
        "家",
        "当期新列入统计名录库的规模以上（限额以上）企业。",
        mart=PIPELINE,
        caliber="以名录库为准；没有报来的季度不估算。",
    ),
    _rate("settlement_rate", "签约企业入驻率", PIPELINE, (SETTLED, SIGNED), "入驻企业占签约企业的比重。", HELD),
    _rate("operation_rate", "入驻企业投产率", PIPELINE, (OPERATING, SETTLED), "投产企业占入驻企业的比重。", HELD),
    _rate(
        "statistics_rate", "投产企业纳统率", PIPELINE, (IN_STATISTICS, OPERATING), "纳统企业占投产企业的比重。", HELD
    ),
    _rate(
        "leasing_rate",
        "园区出租率",
        PIPELINE,
        (stock("sum(leased_m2)", "已出租面积"), stock("sum(leasable_m2)", "可出租面积")),
        "已出租面积占可出租面积的比重。",
        "只含两项面积都已上报的园区；" + HELD,
    ),
)
