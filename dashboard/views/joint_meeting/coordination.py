"""Turns the bodies that co-ordinate an area, and the cases selected as examples, into tables."""

from collections import Counter
from datetime import date

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.meetings import Body, ExemplaryCase, bodies, exemplary_cases
from dashboard.tables.sources import recorded_on
from dashboard.text.formats import number
from dashboard.text.joined import Measured
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import origins_in

# The register tells a joint meeting by its members; what there is is the meeting.
KIND_WORDS = {"联席会议成员": "联席会议"}
BODY_COLUMNS = (Column("机构"), Column("类别"), Column("统筹区域"), Column("牵头"), Column("成员"), Column("出处"))


@remembered
def bodies_table(warehouse: Warehouse, area_code: str) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the bodies around the area, posts and units only."""
    listed = bodies(warehouse, area_code)
    counts = Counter(_kind(body) for body in listed)
    kinds = "、".join(f"{kind}{count}个" for kind, count in counts.items())
    return (
        f"统筹协调机构：{kinds}" if kinds else "没有登记统筹协调机构",
        "只写职务与单位，不写姓名",
        Table(BODY_COLUMNS, tuple(map(body_row, listed))),
        Footer(
            "统筹协调机构",
            as_of=recorded_on(warehouse),
            definition="公开文件或单位填报写到的协调委员会、工作专班和联席会议成员；成员只计职务与单位，不计姓名。",
            origins=origins_in(body.origin for body in listed),
        ),
    )


def _kind(body: Body) -> str:
    return KIND_WORDS.get(body.kind, body.kind)


def body_row(body: Body) -> tuple[str, ...]:
    """One body in words."""
    posts = f"{body.posts}个职务" if body.posts is not None else ""
    members = "；".join(filter(None, (posts, body.member_units)))
    return (
        body.name,
        _kind(body),
        body.area_name,
        body.head_post or "未写明",
        members or "未写明",
        body.document_title or "单位填报",
    )


CASE_COLUMNS = (
    Column("案例"),
    Column("区域"),
    Column("性质"),
    Column("选树日期"),
    Column("宣传报道", "次", 0),
    Column("复制推广", "个", 0),
)


@remembered
def cases_table(warehouse: Warehouse, area_code: str, day: date) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the cases selected by the day."""
    listed = exemplary_cases(warehouse, area_code, day)
    spread = [case for case in listed if case.replicated]
    followed = sum(case.replicated or 0 for case in spread)
    title = f"选树典型{len(listed)}个，{len(spread)}个已推广到{number(followed, '个')}单位"
    return (
        title if listed else "还没有选树典型",
        Measured("首创性、引领性、突破性案例", area_name(warehouse, area_code)),
        Table(CASE_COLUMNS, tuple(map(case_row, listed))),
        Footer(
            "典型案例",
            as_of=day.isoformat(),
            definition="到这一天已选树的案例；复制推广为采用该做法的单位个数，未上报的不计。",
            origins=origins_in(case.origin for case in listed),
        ),
    )


def case_row(case: ExemplaryCase) -> Row:
    """One case."""
    counts = (case.publicity, case.replicated)
    return (
        case.title,
        case.area_name,
        case.nature,
        case.selected_on.isoformat(),
        *(Absence.NOT_REPORTED if count is None else count for count in counts),
    )
