"""多元调解: disputes of one kind that came in, ended, were settled or handed on in an area in a month (1+N+X)."""

from etl.columns import amount, choice, count, month, place
from etl.problems import Level
from etl.schema import UNITS, Dataset, Rule

KINDS = ("劳资", "邻里", "村企", "消费", "其他")


DATASET = Dataset(
    name="mediation_months",
    label="多元调解",
    row_is="一个区域一类纠纷的一个月",
    purpose="“1+N+X”矛盾协调处理、法律援助室、调解室",
    source="镇司法所与各调解室月报，只报件数，不含当事人",
    key=("area_code", "month", "kind"),
    example={"transferred": "0"},
    columns=(
        place("area_code", "区域", UNITS, "纠纷所在的村（社区）、园区或厂区", ("区域代码", "区域名称")),
        month("受理、结案发生的月份", ("年月",)),
        choice("kind", "纠纷类别", KINDS, "纠纷类别"),
        count("accepted", "受理件数", "件", "当月新受理的纠纷，没有填 0", ("受理",)),
        count(
            "closed",
            "结案件数",
            "件",
            "当月调解终结的纠纷，含达成、未达成和移交的，也含以前月份受理的",
            ("结案", "办结", "办结件数"),
        ),
        count("mediated", "调解成功", "件", "结案中达成协议的", ("达成协议",)),
        count("transferred", "移交件数", "件", "结案中移交仲裁、法院或其他部门的", ("移交",)),
        amount("days_total", "调解用时合计", "天", "结案的纠纷从受理到结案的天数之和", ("用时合计",)),
    ),
    rules=(
        Rule(
            check="mediated + transferred <= closed",
            column="closed",
            message="调解成功与移交之和大于结案件数。",
            remedy="成功的、移交的都计入结案；请核对三个数。",
        ),
        Rule(
            check="closed <= 2 * accepted + 10",
            column="closed",
            message="结案件数比受理件数多出一倍以上。",
            remedy="含以前月份受理的，请确认；否则请核对两个数。",
            level=Level.QUESTION,
        ),
        Rule(
            check="closed > 0 OR days_total = 0",
            column="days_total",
            message="没有结案却有调解用时。",
            remedy="用时在结案的月份一次计入；请核对。",
        ),
    ),
)
