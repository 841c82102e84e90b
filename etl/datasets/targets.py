"""年度目标: what an area is to reach in a figure by the end of a year, with the course by quarter where one was set."""

from collections.abc import Iterable

from etl.aims import AIMS
from etl.columns import choice
from etl.problems import Level
from etl.schema import UNITS as ZONES
from etl.schema import Column, Dataset, Kind, Parts, Rule

EXACT, MORE, AT_LEAST, ABOUT, AT_MOST, LESS = "确数", "超", "以上", "约", "以内", "低于"
QUARTERS = ("q1", "q2", "q3", "q4")
COURSE = tuple(f"course_{quarter}" for quarter in QUARTERS)
COUNTED_IN = frozenset(["家", "人", "人次", "个", "场", "期", "件", "次", "处", "家次", "项", "名"])
# In 万元: 1000亿元, more than what any town makes in a year.
MOST_MONEY = 10_000_000


def _listed(words: Iterable[str]) -> str:
    """The words as a list of SQL."""
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"


LOWER = _listed(aim.label for aim in AIMS if aim.is_lower_better)
ADDS_UP = _listed(aim.label for aim in AIMS if aim.adds_up)
# Of these there are no halves.
WHOLE = _listed(unit for unit in dict.fromkeys(aim.unit for aim in AIMS) if unit in COUNTED_IN)
IS_WHOLE = " AND ".join(f"coalesce({name} = floor({name}), true)" for name in ("target_value", *COURSE))
# Of each level the figures that its areas have.
FIGURES_OF = {
    level: tuple(aim.label for aim in AIMS if aim.finest in finest)
    for level, finest in (("网格", ("网格",)), ("三区单元", ("三区单元", "网格")))
}
UNITS = tuple(dict.fromkeys(aim.unit for aim in AIMS))
OF_UNIT = " OR ".join(
    f"(target_unit = '{unit}' AND metric IN {_listed(aim.label for aim in AIMS if aim.unit == unit)})" for unit in UNITS
)
RISES = " AND ".join(f"{earlier} <= {later}" for earlier, later in zip(COURSE, COURSE[1:], strict=False))
FALLS = RISES.replace("<=", ">=")
FILLED = " + ".join(f"({name} IS NOT NULL)::INTEGER" for name in COURSE)
IS_BY_QUARTER = f"coalesce({' + '.join(COURSE)} = target_value, false)"


def _course(name: str, label: str) -> Column:
    return Column(
        name=name,
        label=label,
        kind=Kind.DECIMAL,
        minimum=0,
        is_required=False,
        definition="到季末应达到的数，年初以来累计，单位同目标值；四个季度都填或都不填",
    )


DATASET = Dataset(
    name="targets",
    label="年度目标",
    row_is="一个区域一项指标一年的目标",
    purpose="完成率、序时进度与年底预计",
    source="镇党政办按下达目标的文件填报",
    key=("area_code", "metric", "year"),
    example={
        "year": "2025",
        "target_unit": AIMS[0].unit,
        "document": "《关于下达年度目标的通知》",
        "course_q1": "",
        "course_q2": "",
        "course_q3": "",
        "course_q4": "",
    },
    parts=Parts(column="target_value", adds_up=f"metric IN {ADDS_UP}"),
    columns=(
        Column(
            name="area_code",
            label="区域",
            kind=Kind.CODE,
            references="areas.area_code",
            area_levels=("片区", "镇", *ZONES, "网格"),
            only_with=tuple((level, "metric", labels) for level, labels in FIGURES_OF.items()),
            definition="承担目标的区域",
            aliases=("区域代码", "所在区域", "责任区域"),
        ),
        Column(
            name="metric",
            label="指标",
            kind=Kind.CHOICE,
            choices=tuple(aim.label for aim in AIMS),
            definition="定目标的指标；只有越高越好或越低越好的指标可以定目标",
            only="只有分得出越高越好还是越低越好的指标可以定年度目标。",
            aliases=("指标名称", "目标指标"),
        ),
        Column(
            name="year",
            label="年度",
            unit="年",
            kind=Kind.INTEGER,
            minimum=2000,
            maximum=2100,
            definition="目标所属的年份，四位数字",
            aliases=("年份", "目标年度"),
        ),
        choice(
            "qualifier",
            "限定",
            (EXACT, MORE, AT_LEAST, ABOUT, AT_MOST, LESS),
            "文件原话的限定：超 30 填“超”，30 以上、不低于 30 填“以上”，30 以内、不超过 30 填“以内”，没有限定填“确数”",
            ("限定词",),
        ),
        Column(
            name="target_value",
            label="目标值",
            kind=Kind.DECIMAL,
            minimum=0,
            definition="全年应达到的数，只填数字；流量填全年合计，存量填年末数，比率填全年的比率",
            aliases=("年度目标值", "全年目标"),
        ),
        choice("target_unit", "单位", UNITS, "目标值的单位，与指标的单位相同", ("计量单位",)),
        _course("course_q1", "一季度末应达"),
        _course("course_q2", "二季度末应达"),
        _course("course_q3", "三季度末应达"),
        _course("course_q4", "四季度末应达"),
        Column(
            name="document",
            label="依据文件",
            kind=Kind.TEXT,
            definition="下达目标的文件名称或文号",
            aliases=("来源文件", "文件依据", "依据"),
        ),
    ),
    rules=(
        Rule(
            check=OF_UNIT,
            column="target_unit",
            message="单位与指标的单位不同。",
            remedy="请按指标的单位填写目标值和单位：产值、税收等填万元，比率填 %。",
        ),
        Rule(
            check="target_value > 0 OR metric IN " + LOWER,
            column="target_value",
            message="越高越好的指标，目标不能为 0。",
        ),
        Rule(
            check=f"qualifier NOT IN ('{MORE}', '{AT_LEAST}') OR metric NOT IN {LOWER}",
            column="qualifier",
            message="这项指标越低越好，目标不能是“超”或“以上”。",
            remedy="请填“以内”“低于”“约”或“确数”。",
        ),
        Rule(
            check=f"qualifier NOT IN ('{AT_MOST}', '{LESS}') OR metric IN {LOWER}",
            column="qualifier",
            message="这项指标越高越好，目标不能是“以内”或“低于”。",
            remedy="请填“以上”“超”“约”或“确数”。",
        ),
        Rule(
            check="target_unit <> '%' OR target_value <= 100",
            column="target_value",
            message="比率的目标大于 100%。",
            remedy="请核对数字，按百分数填写，如 95。",
        ),
        Rule(
            check="target_unit <> '%' OR target_value = 0 OR target_value > 1",
            column="target_value",
            message="比率的目标不大于 1%，像是按小数填的。",
            remedy="请按百分数填写：九成五填 95，不填 0.95；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check=f"target_unit <> '万元' OR target_value <= {MOST_MONEY}",
            column="target_value",
            message="目标值按万元计超过 1000 亿元，像是按元填的，或者数字后面多带了单位。",
            remedy="请换算成万元，只填数字：1.2 亿元填 12000；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check=f"target_unit NOT IN {WHOLE} OR ({IS_WHOLE})",
            column="target_value",
            message="按个数计的指标，目标值和各季度末应达的数都要是整数。",
            remedy="请填整数；文件里是平均数或比率的，请改填对应的指标。",
        ),
        Rule(
            check=f"{FILLED} IN (0, 4)",
            column="course_q1",
            message="进度只填了几个季度。",
            remedy="四个季度末应达的数都填，或者都不填；都不填的按以往各季的进度推算。",
        ),
        Rule(
            check=f"NOT {IS_BY_QUARTER} OR course_q4 = target_value",
            column="course_q4",
            message="四个季度之和等于目标值，填的像是各季当季的数。",
            remedy="请改填年初以来累计的数，四季度末应达等于目标值。",
        ),
        Rule(
            check=f"course_q4 = target_value OR {IS_BY_QUARTER}",
            column="course_q4",
            message="四季度末应达的数不等于目标值，进度没有走到目标。",
            remedy="请核对目标值与各季度末应达的数。",
        ),
        Rule(
            check=f"coalesce(course_q4 <> target_value, false) OR ({RISES}) OR (metric IN {LOWER} AND {FALLS})",
            column="course_q3",
            message="各季度末应达的数没有一季高于一季。",
            remedy="请按年初以来累计填写；越低越好的指标也可以一季低于一季。",
        ),
    ),
)
