"""服务队伍: teams of one kind in an area, how often they went out in a month and how many they served."""

from etl.columns import choice, count, month, place
from etl.schema import UNITS, Dataset, Rule

KINDS = ("青年突击", "纠纷调解", "医疗服务", "光明行动", "银龄调解")


DATASET = Dataset(
    name="service_teams",
    label="服务队伍",
    row_is="一个区域一类服务队的一个月",
    purpose="青年突击队、纠纷调解队、医疗服务队、光明行动队、银龄调解队",
    source="各服务队月报，只报队数、次数与人次",
    key=("kind", "area_code", "month"),
    columns=(
        choice("kind", "服务队类别", KINDS, "服务队类别；光明行动队做安全用电", ("队伍类别",)),
        place("area_code", "区域", UNITS, "服务所在的村（社区）、园区或厂区", ("区域代码", "区域名称")),
        month("出动的月份", ("年月",)),
        count("teams", "队伍数", "支", "月末在册的服务队", ("队数",)),
        count("sorties", "出动次数", "次", "当月出动的次数，没有填 0", ("出动",)),
        count("served", "服务人次", "人次", "当月服务到的人次", ("服务",)),
    ),
    rules=(
        Rule(
            check="teams > 0 OR sorties = 0",
            column="teams",
            message="有出动次数却没有队伍。",
            remedy="请补填队伍数。",
        ),
        Rule(
            check="sorties > 0 OR served = 0",
            column="sorties",
            message="有服务人次却没有出动。",
            remedy="请补填出动次数。",
        ),
    ),
)
