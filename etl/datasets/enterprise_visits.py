"""入企走访: what the visits to the enterprises of an area came to in a month, as counts."""

from etl.columns import count, month, place
from etl.problems import Level
from etl.schema import UNITS, Dataset, Rule

DATASET = Dataset(
    name="enterprise_visits",
    label="入企走访",
    row_is="一个区域的一个月",
    purpose="百名干部挂千企、入企访需解难；走访覆盖率、诉求办结率、满意率",
    source="镇经济发展办公室走访台账，只报家数、件数与人次",
    key=("area_code", "month"),
    columns=(
        place("area_code", "所在区域", UNITS, "园区、村或厂区", ("区域代码", "区域", "园区")),
        month("走访的月份"),
        count("cadres", "走访干部", "人次", "参加走访的干部人次", is_required=False),
        count("enterprises_assigned", "挂钩企业", "家", "当月由干部挂钩联系的企业家数", is_required=False),
        count("enterprises_visited", "走访企业", "家", "当月走访到的企业家数，一家走访几次只计一次"),
        count("issues_raised", "提出诉求", "件", "走访中企业提出的诉求"),
        count("issues_closed", "办结诉求", "件", "当月提出的诉求中，至填报时已办结的", is_required=False),
        count("surveyed", "回访企业", "家", "回访满意度的企业家数", is_required=False),
        count("satisfied", "满意企业", "家", "回访中表示满意的企业家数", is_required=False),
    ),
    rules=(
        Rule(
            check="enterprises_visited <= enterprises_assigned",
            column="enterprises_visited",
            message="走访企业多于挂钩企业。",
            remedy="请核对家数；走访了未挂钩的企业，先把它列入挂钩名单。",
        ),
        Rule(check="issues_closed <= issues_raised", column="issues_closed", message="办结诉求多于提出诉求。"),
        Rule(check="satisfied <= surveyed", column="satisfied", message="满意企业多于回访企业。"),
        Rule(
            check="satisfied IS NULL OR surveyed IS NOT NULL",
            column="surveyed",
            message="填了满意企业，没有填回访企业。",
            remedy="请补填回访企业家数；没有回访的，满意企业请留空。",
            unknown="回访满意率",
        ),
        Rule(
            check="enterprises_visited > 0 OR issues_raised = 0",
            column="issues_raised",
            message="没有走访企业，却有提出的诉求。",
        ),
        Rule(
            check="enterprises_visited = 0 OR cadres / enterprises_visited <= 100",
            column="cadres",
            message="平均每家企业走访干部超过 100 人次，单位或位数可能不对。",
            remedy="请核对走访干部人次；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
    ),
)
