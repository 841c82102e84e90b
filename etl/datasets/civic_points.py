"""文明积分: points given and taken up by a group of an area in a month; heads and points only."""

from etl.columns import choice, count, month, place
from etl.schema import UNITS, Dataset, Rule

GROUPS = ("在职党员", "老党员", "企业职工", "志愿者", "新就业群体", "村民")


DATASET = Dataset(
    name="civic_points",
    label="文明积分",
    row_is="一个区域一类人群的一个月",
    purpose="乡风文明积分：文明行为换积分，积分兑礼遇",
    source="镇乡风文明积分台账月报，只报人数与分数",
    key=("area_code", "month", "participant_group"),
    columns=(
        place("area_code", "区域", UNITS, "村（社区）、园区或厂区", ("区域代码", "区域名称")),
        month("积分发放、兑换的月份", ("年月",)),
        choice("participant_group", "人群", GROUPS, "参与者的主要身份，一人只归一类", ("群体",)),
        count("participants", "参与人数", "人", "当月至少得到一次积分的人数，一人计一次", ("参与",)),
        count("points_issued", "发放积分", "分", "当月发放的积分", ("发放",)),
        count("points_redeemed", "兑换积分", "分", "当月兑换的积分，可以是以前月份得到的", ("兑换",)),
    ),
    rules=(
        Rule(
            check="participants > 0 OR points_issued = 0",
            column="participants",
            message="发放了积分却没有参与人数。",
            remedy="请补填得到积分的人数。",
        ),
        Rule(
            check="participants = 0 OR points_issued > 0",
            column="points_issued",
            message="有参与人数却没有发放积分。",
            remedy="得到积分的才计为参与；请核对。",
        ),
    ),
)
