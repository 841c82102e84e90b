"""Seed → projects of both towns by milestone: those of the 灵秀 report on its dates, and demonstration ones around them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from demo import places
from demo.holidays import next_working, office_day
from demo.periods import LAST_DAY, QUARTERS, first_day
from demo.rows import Row


@dataclass(frozen=True)
class Step:
    """A milestone: started, planned, done (None: not yet), days promised, land in mu."""

    name: str
    started_on: date | None
    planned_on: date
    done_on: date | None = None
    promised_days: int | None = None
    land_mu: Decimal | None = None


# Id, title, kind and area of a project.
Head = tuple[str, str, str, str]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _step(name: str, started: str, planned: str, done: str = "", promised: int = 0, land: str = "") -> Step:
    return Step(
        name, _day(started), date.fromisoformat(planned), _day(done), promised or None, Decimal(land) if land else None
    )


# project, title, kind, area, milestones. What the report dates stands on its day; the other days are made up.
PROJECTS = (
    (
        ("P-LX-01", "锦绣花园配套商场权益回购与招商", "招商改造", places.PENGTIAN),
        (
            _step("协调委员会确定国企回购方案", "2025-03-03", "2025-05-30", "2025-05-23"),
            _step("回购款到账", "2025-05-26", "2025-08-31", "2025-08-26"),
            _step("经营权竞拍成交", "2025-09-08", "2025-12-15", "2025-12-05"),
            _step("商场改造开业", "2025-12-10", "2026-06-30"),
        ),
    ),
    (
        ("P-LX-02", "锦绣花园地下车库改造运营", "招商改造", places.PENGTIAN),
        (
            _step("委托运营与分成协议签订", "2025-07-14", "2025-09-30", "2025-10-13"),
            _step("启动改造", "2025-10-14", "2025-11-15", "2025-11-11"),
            _step("完工并全部收费", "2025-11-11", "2026-01-31"),
        ),
    ),
    (
        ("P-LX-03", "健健科技园二期审批", "全流程帮办", places.JIANJIAN_PARK),
        (
            _step("规划指标重新核算", "2025-03-10", "2025-04-09", "2025-03-27", 30),
            _step("建设工程规划许可", "2025-04-01", "2025-04-21", "2025-04-11", 20),
            _step("供电供水配套方案", "2025-04-14", "2025-05-04", "2025-04-25", 20),
            _step("施工图审查", "2025-05-06", "2025-06-05", "2025-05-23", 30),
            _step("建筑工程施工许可", "2025-06-23", "2025-07-08", "2025-06-30", 15),
        ),
    ),
    (
        ("P-LX-04", "健健科技园二期扩建", "扩建", places.JIANJIAN_PARK),
        (
            _step("旧厂房腾空", "2025-02-17", "2025-06-15", "2025-06-20"),
            _step("开工", "2025-07-01", "2025-07-31", "2025-07-18"),
            _step("基础完工", "2025-07-18", "2025-11-30", "2025-12-09"),
            _step("主体封顶", "2025-12-09", "2026-06-30"),
        ),
    ),
    (
        ("P-LX-05", "灵秀创业园二期征收", "征迁", places.STARTUP_PARK),
        (
            _step("入户摸底与政策宣讲", "2024-06-03", "2024-09-30", "2024-09-18"),
            _step("首批地块签约交地", "2024-10-08", "2024-12-31", "2025-01-14", land="21.5"),
            _step("第二批地块签约交地", "2025-01-06", "2025-04-30", "2025-04-22", land="32.3"),
            _step("关键地块全部交地", "2025-05-06", "2025-09-30", "2025-09-12", land="35.2"),
        ),
    ),
    (
        ("P-LX-06", "石狮服装城南D幢招商改造", "招商改造", places.GARMENT_CITY),
        (
            _step("招商签约", "2024-02-26", "2024-06-30", "2024-06-14"),
            _step("改造施工", "2024-07-08", "2024-12-31", "2025-01-20"),
            _step("开业", "2025-02-10", "2025-04-30", "2025-04-26"),
        ),
    ),
    (
        ("P-LX-07", "石狮服装城停车改善与实训共建", "共建", places.GARMENT_CITY),
        (
            _step("停车泊位重划与导视", "2024-08-05", "2024-11-30", "2024-11-21"),
            _step("物业联动停车管理上线", "2024-12-02", "2025-03-31", "2025-04-17"),
            _step("与学校共建实训基地挂牌", "2025-03-03", "2025-06-30", "2025-06-12"),
            _step("首批学生进驻实训", "2025-09-01", "2025-10-15", "2025-09-29"),
        ),
    ),
    (
        ("D-LX-08", "天球工业园演示旧厂房改造", "招商改造", places.TIANQIU_PARK),
        (
            _step("改造方案审定", "2023-03-06", "2023-06-30", "2023-06-27"),
            _step("改造施工", "2023-07-10", "2024-04-30", "2024-06-12"),
            _step("招商入驻过半", "2024-06-12", "2024-09-30", "2024-09-20"),
        ),
    ),
    (
        ("D-LX-09", "石狮轻纺城演示裙楼招商改造", "招商改造", places.TEXTILE_CITY),
        (
            _step("业主意见征集", "2023-05-08", "2023-09-15", "2023-10-11"),
            _step("改造施工", "2023-10-16", "2024-03-31", "2024-03-22"),
            _step("开业", "2024-03-25", "2024-05-31", "2024-05-18"),
        ),
    ),
    (
        ("D-BG-01", "塘后村演示闲置地块改停车场", "招商改造", places.TANGHOU),
        (
            _step("村民代表会议表决", "2023-06-05", "2023-08-31", "2023-08-24"),
            _step("平整与划线", "2023-09-04", "2024-01-31", "2024-03-05"),
            _step("收费运营", "2024-03-05", "2024-04-30", "2024-04-15"),
        ),
    ),
    (
        ("D-BG-02", "塘后村演示旧厂房改造", "招商改造", places.TANGHOU),
        (
            _step("产权与安全鉴定", "2024-05-13", "2024-09-30", "2024-10-25"),
            _step("改造施工", "2024-10-28", "2025-05-31", "2025-06-24"),
            _step("招商入驻", "2025-06-24", "2025-08-31", "2025-08-19"),
        ),
    ),
    (
        ("D-BG-03", "仑后村演示闲置地块盘活", "招商改造", places.LUNHOU),
        (
            _step("用途与规划条件论证", "2024-09-02", "2025-01-31", "2025-04-10"),
            _step("招商推介", "2025-04-14", "2025-08-31"),
            _step("签约", "2025-09-01", "2025-12-15"),
        ),
    ),
    (
        ("D-BG-04", "宝盖科技园演示道路、路灯与排水提升", "共建", places.PARK),
        (
            _step("一期：主干道路灯补亮", "2023-02-20", "2023-06-30", "2023-06-16"),
            _step("二期：排水管网疏通", "2023-07-03", "2023-12-31", "2024-01-19"),
            _step("三期：人行道与停车泊位", "2024-03-04", "2024-10-31", "2024-10-24"),
            _step("四期：占道摊点疏导点", "2024-11-04", "2025-06-30", "2025-07-28"),
            _step("五期：背街小巷路灯", "2025-08-04", "2025-12-20"),
        ),
    ),
    (
        ("D-BG-05", "宝盖科技园演示支路征迁", "征迁", places.PARK),
        (
            _step("红线放样与摸底", "2023-03-13", "2023-05-31", "2023-05-25"),
            _step("首批交地", "2023-06-05", "2023-10-31", "2023-12-08", land="9.6"),
            _step("全部交地", "2023-12-11", "2024-05-31", "2024-05-20", land="13.8"),
        ),
    ),
    (
        ("D-BG-06", "宝盖科技园演示待改造厂房", "招商改造", places.PARK),
        (
            _step("业主与园区签订改造协议", "2025-02-10", "2025-06-30", "2025-06-26"),
            _step("消防与结构加固", "2025-07-07", "2025-11-30", "2025-12-22"),
            _step("招商入驻", "2025-12-22", "2026-04-30"),
        ),
    ),
)

# A shepherded approval has these steps, with the days promised for each.
APPROVALS = {"立项备案": 5, "规划许可": 20, "施工许可": 15}
APPLICANTS = {
    "BG": ((places.PARK, "宝盖科技园"),),
    "LX": ((places.STARTUP_PARK, "灵秀创业园"), (places.TIANQIU_PARK, "天球工业园")),
}
# What part of the promised days was used, by quarter: slow at first, quicker once one officer follows the whole way.
USED = (0.96, 0.92, 0.94, 0.88, 0.9, 0.82, 0.84, 0.76, 0.72, 0.66, 0.62, 0.58)


def _shepherded(
    random: Random, number: int, quarter: str, town: str, parks: tuple[tuple[str, str], ...]
) -> tuple[Head, tuple[Step, ...]]:
    """An approval begun in the quarter; what would end after the last day is still open, and what follows not begun."""
    park, name = parks[number % len(parks)]
    planned = office_day(first_day(quarter) + timedelta(days=random.randint(6, 24)))
    begin: date | None = planned
    steps: list[Step] = []
    for step, promised in APPROVALS.items():
        used = timedelta(days=max(1, round(promised * USED[number] * random.uniform(0.82, 1.18))))
        done = office_day(begin + used) if begin else None
        done = done if done and done <= LAST_DAY else None
        planned = (begin or planned) + timedelta(days=promised)
        steps.append(Step(step, begin, planned, done, promised))
        begin = next_working(done + timedelta(days=random.randint(1, 6))) if done else None
        begin = begin if begin and begin <= LAST_DAY else None
    head = (f"D-{town}-B{number + 1:02d}", f"{name}演示厂房扩建审批{number + 1:02d}号", "全流程帮办", park)
    return head, tuple(steps)


def project_rows(random: Random) -> list[Row]:
    """One row per project and milestone, project by project."""
    shepherded = [
        _shepherded(random, number, quarter, town, parks)
        for town, parks in APPLICANTS.items()
        for number, quarter in enumerate(QUARTERS)
    ]
    return [
        {
            "project_id": project_id,
            "title": title,
            "kind": kind,
            "area_code": area_code,
            "sequence": sequence,
            "milestone": step.name,
            "promised_days": step.promised_days,
            "started_on": step.started_on,
            "planned_on": step.planned_on,
            "done_on": step.done_on,
            "acquired_mu": step.land_mu,
        }
        for (project_id, title, kind, area_code), steps in (*PROJECTS, *shepherded)
        for sequence, step in enumerate(steps, start=1)
    ]
