"""A header that names no column → the same without the words that say nothing more: 现有户籍人口, 受理案件数, 网格/项目."""

import re
from collections.abc import Iterator, Mapping, Sequence

from etl.parse.words import clean

LONGEST = 20
# In a corner, or beside the name of a column, they name nothing themselves.
GENERAL = frozenset({"项目", "指标", "指标名称", "内容", "数据", "情况", "统计项目", "栏目"})
PARTED = re.compile(r"[/\\|、\s\n]+|或")
# Of the figure as it stands; 新增, 累计, 计划 and 上年 make it another one.
NOW = re.compile(
    r"^(?:现有|目前|当前|现在|截至目前|实际|(?:辖区|村|园区|网格|区域|小区)内|辖内|管辖|所辖|本(?:村|镇|园区|辖区|网格|单位))(?=..)"
)
ALL = re.compile(r"总(?=[额数量]$)")
ABOUT = re.compile(r"(?<=..)(?:情况|数目|统计)$")
# Before the name of a place: what it has to do with the row.
WHERE = re.compile(
    r"^(?:(?:用工)?企业|项目|活动|服务|培训)?(?:所属|所在|举办|主办|承办|开展|服务|实施|牵头|涉及|召开|走访|填报|上报|统计|用工|建设|发生|归属|管辖|开课|开班|责任)(?=..)"
)
SITE_OF_WORK = re.compile(r"^(?:用工|招聘|工作|服务|建设|实施|项目|活动|举办|发生|项目建设|项目实施|所在)地(?:点|区)?$")
PLACE = "区域"
# What the rows of a form are of, as it stands between the words of a header: 受理案件数.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "assets": ("资产",),
    "decision_updates": ("议定事项", "事项"),
    "decisions": ("议定事项", "事项"),
    "enterprise_visits": ("企业",),
    "enterprises": ("企业",),
    "exemplary_cases": ("典型案例", "案例"),
    "grid_events": ("事件",),
    "grid_patrols": ("网格",),
    "grid_reviews": ("网格",),
    "grid_staffing": ("网格",),
    "mediation_months": ("矛盾纠纷", "纠纷案件", "纠纷", "案件", "矛盾"),
    "meetings": ("会议",),
    "park_pipeline": ("企业",),
    "projects": ("项目",),
    "recruitment_events": ("招聘会", "活动"),
    "service_teams": ("服务队", "队伍"),
    "training_courses": ("培训", "课程", "学员"),
}


def parts_of(header: str, senders: frozenset[str]) -> Sequence[str]:
    """The words between the strokes of a header that may name a column, where at least one stroke stands there."""
    words = [word for word in PARTED.split(clean(header)) if word]
    if len(words) < 2 or len(header) > LONGEST:
        return ()
    return [word for word in words if word not in GENERAL and word not in senders]


def without_more(header: str) -> Iterator[str]:
    """The header without words that say of which time, of how much or of what place the figure is anyhow."""
    if len(header) <= LONGEST:
        bare = ABOUT.sub("", NOW.sub("", header))
        yield from (word for word in (bare, ALL.sub("", bare)) if word != header)


def of_a_place(header: str) -> str:
    """The name of a place in a header that says what the place has to do with the row; empty where there is none."""
    if SITE_OF_WORK.fullmatch(header):
        return PLACE
    place = WHERE.sub("", header) if len(header) <= LONGEST else header
    return place if place != header else ""


def without_subject(dataset: str, header: str) -> Iterator[str]:
    """The header without what the rows of the form are of."""
    for subject in SUBJECTS[dataset] if len(header) <= LONGEST else ():
        rest = header.replace(subject, "", 1)
        if rest != header and len(rest) > 1:
            yield rest
