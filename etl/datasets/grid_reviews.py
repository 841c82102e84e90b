"""网格考评: the score and the grade that a grid was given for a quarter; a grid is reviewed, never a person."""

from etl.columns import choice, place, quarter
from etl.schema import Column, Dataset, Kind, Rule

GRADES = ("红旗", "达标", "整改")
# A red flag below this score, or an order to improve from it on, is a slip of the pen.
GOOD_FROM = 80

DATASET = Dataset(
    name="grid_reviews",
    label="网格考评",
    row_is="一个网格的一个季度",
    purpose="网格运行机制奖优罚劣，按网格考评，不考评个人",
    source="镇网格办季度考评结果",
    key=("grid_code", "quarter"),
    example={"score": "90"},
    columns=(
        place("grid_code", "网格", ("网格",), "网格代码或名称", ("网格代码", "网格名称")),
        quarter("考评的季度"),
        Column(
            name="score",
            label="考评得分",
            unit="分",
            kind=Kind.DECIMAL,
            minimum=0,
            maximum=100,
            definition="百分制得分",
            aliases=("得分",),
        ),
        choice("grade", "考评等次", GRADES, "红旗为奖优，整改为罚劣，其余达标", ("等次",)),
    ),
    rules=(
        Rule(
            check=f"grade <> '红旗' OR score >= {GOOD_FROM}",
            column="score",
            message=f"评为红旗，得分却不足 {GOOD_FROM} 分。",
            remedy="请核对得分与等次。",
        ),
        Rule(
            check=f"grade <> '整改' OR score < {GOOD_FROM}",
            column="grade",
            message=f"得分在 {GOOD_FROM} 分以上，却列为整改。",
            remedy="请核对得分与等次。",
        ),
    ),
)
