"""A cell of a column of choices → the choice that it writes."""

import re

from etl.parse.words import clean, unnumbered
from etl.schema import Column

KIND_WORDS = re.compile("类别|类型|种类|等次|等级|情况|状态")
# What a column of kinds is called, but for the things themselves: 纠纷类别. Behind a choice, of a thing that is of it: 针织业, 红旗网格. Behind a number, what points to a note below the table.
THING = re.compile(
    "(?:类|型|性)?(?:业|行业|类|型|性|级|员|网格|性质|案例|企业|咨询|服务|辅导|援助|活动|党组织|党支部|支部|组织|人员|群体|矛盾纠纷|纠纷|矛盾|案件|事件|问题"
    "|培训班?|班|会议?|招聘会?|专场|渠道|岗位?|工人?|项目|事项|工作)"
)


def chosen(column: Column, text: str) -> str | None:
    """The choice that a cell writes with blanks, with a number in front, or with the word of its column behind."""
    word = re.sub(r"\s", "", unnumbered(text)).replace("其它", "其他")
    kind = KIND_WORDS.sub("", column.label)
    # 青年突击队 is 青年突击 of the 服务队.
    spelled = (clean(text), word, *(word.removesuffix(kind[at:]) for at in range(len(kind))))
    inside = [choice for choice in column.choices if choice in word]
    things = [one for one in inside if len(inside) == 1 and word.startswith(one) and THING.fullmatch(word, len(one))]
    return next((spelling for spelling in (*spelled, *things[:1]) if spelling in column.choices), None)
