"""党建: party organizations and members, what they cover and hold, and who is linked with them."""

from dashboard.metrics.definitions.party_work import WORK
from dashboard.metrics.measure import stock
from dashboard.metrics.metric import Metric
from dashboard.metrics.protection import persons

PARTY = "party_quarters"
LIAISON = "liaison_quarters"
REPORT = "镇党建办季度统计的季末数，只有人数。"
TWICE = "流动党员在流入地、流出地都可能统计，各类相加时可能重复计算。"
ANNEX = "以宝委综〔2024〕27号附件2为准，自印发的季度起有效；两格均空的为未明确，不作推断。"


def _member_share(name: str, label: str, column: str, measure: str) -> Metric:
    return Metric(
        name=name,
        label=label,
        theme="party",
        mart=PARTY,
        numerator=stock(f"sum({column}) FILTER (WHERE members IS NOT NULL)", measure),
        denominator=stock(f"sum(members) FILTER (WHERE {column} IS NOT NULL)", "党员数"),
        unit="%",
        decimals=1,
        scale=100,
        definition=f"{measure}占党员的比重。",
        caliber=REPORT + "只含两项都已上报的。",
        protection=persons("party_members", column, f"members_of_{column}"),
        is_share=True,
    )


METRICS = (
    Metric(
        name="party_organizations",
        label="党组织",
        theme="party",
        mart=PARTY,
        numerator=stock("sum(organizations)", "党组织数"),
        unit="个",
        direction="higher",
        definition="季末党支部（含联合支部、流动党组织）个数。",
        caliber=REPORT,
    ),
    Metric(
        name="party_members",
        label="党员",
        theme="party",
        mart=PARTY,
        numerator=stock("sum(members)", "党员数"),
        unit="名",
        direction="higher",
        definition="季末党员人数。",
        caliber=REPORT + TWICE,
        protection=persons("party_members", "members"),
    ),
    Metric(
        name="members_per_organization",
        label="每个党组织党员数",
        theme="party",
        mart=PARTY,
        numerator=stock("sum(members)", "党员数"),
        denominator=stock("sum(organizations) FILTER (WHERE members IS NOT NULL)", "党组织数"),
        unit="名/个",
        decimals=1,
        definition="党员人数与党组织个数之比。",
        caliber=REPORT + "只含两项都已上报的。",
        protection=persons("party_members", "members"),
    ),
    _member_share("women_share", "女党员占比", "women", "女党员"),
    _member_share("under_35_share", "35岁及以下党员占比", "under_35", "35岁及以下党员"),
    _member_share("college_share", "大专及以上党员占比", "college_or_above", "大专及以上学历党员"),
    Metric(
        name="liaison_organizations",
        label="挂钩联系党组织",
        theme="party",
        mart=LIAISON,
        numerator=stock("count(*)", "附件所列党组织"),
        unit="个",
        definition="附件所列应有领导挂钩联系的党组织。",
        caliber=ANNEX,
    ),
    Metric(
        name="liaison_coverage",
        label="挂钩覆盖率",
        theme="party",
        mart=LIAISON,
        numerator=stock("count(*) FILTER (WHERE is_linked)", "已明确挂钩的党组织"),
        numerator_high=stock("count(*) FILTER (WHERE is_linked OR is_unclear)", "已明确与未明确的党组织"),
        denominator=stock("count(*)", "附件所列党组织"),
        unit="%",
        decimals=0,
        scale=100,
        direction="higher",
        definition="有挂钩领导的党组织占附件所列党组织的比重；有未明确的，写作区间。",
        caliber=ANNEX,
        is_share=True,
    ),
    Metric(
        name="liaison_unclear",
        label="挂钩未明确",
        theme="party",
        mart=LIAISON,
        numerator=stock("count(*) FILTER (WHERE is_unclear)", "未明确的党组织"),
        unit="个",
        direction="lower",
        definition="附件中挂钩领导未明确的党组织。",
        caliber=ANNEX,
    ),
    *WORK,
)
