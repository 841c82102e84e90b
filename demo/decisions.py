"""Seed, meetings and lists → decided matters with their progress, among them those that the public report tells of."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo.decided import PLANNED, REPORTED, STANDING, TASK_OF, Told
from demo.holidays import office_day
from demo.list_titles import RESPONSIBLE
from demo.lists import close, district
from demo.nodes import with_plans
from demo.periods import LAST_DAY
from demo.rows import Row
from demo.shares import draw

NODES = (("明确责任", 10), ("拿出方案", 30), ("组织实施", 55), ("基本完成", 85), ("验收销号", 100))
LAGGING = ("镇规划建设办公室", "城市物业公司")
# What stands in the way, and what the unit proposes to choose from.
BLOCKED = {
    "等上级资金批复": "镇级垫付；缓办",
    "涉及多个部门，意见未统一": "镇领导会商；先办一致部分",
    "配套经费未落实": None,
    "方案征求意见未通过": "修改再征求；先行试点",
}
# Between which shares of its time a matter stands still.
STANDS = {"blocked": (0.25, 0.8), "idle": (0.1, 0.9), "stuck": (0.1, 1.0)}
REOPENED = "销号后回访仍有反映，退回重新办理"
# What becomes of a matter, and of one in the hands of a unit that lags.
FATES = {"in_time": 58, "late": 16, "blocked": 10, "idle": 10, "reopened": 6}
LAGGING_FATES = {"in_time": 24, "late": 32, "blocked": 20, "idle": 18, "reopened": 6}
# How much of the promised time a matter takes.
USED = {
    "in_time": (0.55, 1.0),
    "reopened": (0.7, 1.0),
    "late": (1.1, 1.9),
    "blocked": (1.2, 2.4),
    "idle": (1.4, 3.2),
    "stuck": (9.0, 9.0),
}


@dataclass(frozen=True)
class Matter:
    """A decided matter as the rows of two forms."""

    row: Row
    updates: list[Row]


def decision_rows(random: Random, meetings: list[Row], needs: list[Row]) -> tuple[list[Matter], list[Row]]:
    """The matters by meeting, and the needs with what the matters made of them."""
    by_id = {need["item_id"]: need for need in needs}
    matters: list[Matter] = []
    taken: set[str] = set()
    for meeting in meetings:
        if meeting["kind"] != "联席会议" or meeting["held_on"] is None:
            continue
        for number, matter in enumerate(_of_meeting(random, meeting, by_id, taken), start=1):
            decision_id = f"{meeting['meeting_id']}-{number:02d}"
            matters.append(
                Matter(
                    matter.row | {"decision_id": decision_id},
                    [update | {"decision_id": decision_id} for update in matter.updates],
                )
            )
    for matter in matters:
        if matter.row["item_id"] in by_id:
            need = by_id[matter.row["item_id"]]
            by_id[need["item_id"]] = close(need, matter.row["closed_on"]) | {"help_mode": matter.row["help_mode"]}
    return matters, list(by_id.values())


def _of_meeting(random: Random, meeting: Row, needs: dict[str, Row], taken: set[str]) -> list[Matter]:
    own, quarter = meeting["area_code"], meeting["named_quarter"]
    found = [_told(meeting, told) for told in REPORTED.get((own, quarter), ())]
    found += [
        _matter(random, meeting, area, task, title, unit, item, fate)
        for area, task, title, unit, item, fate in PLANNED.get((own, quarter), ())
    ]
    found += [
        _matter(random, meeting, own, "组织联建", title, unit, None) for title, unit in STANDING.get((own, quarter), ())
    ]
    waiting = [
        need
        for need in needs.values()
        if need["item_id"] not in taken
        and district(need["area_code"]) == own
        and need["raised_on"] + timedelta(days=20) < meeting["held_on"] < need["raised_on"] + timedelta(days=200)
        and (need["closed_on"] is None or need["closed_on"] > meeting["held_on"] + timedelta(days=10))
    ]
    random.shuffle(waiting)
    # Two needs of one wording from one place are one matter; it is not decided anew within a year.
    again = {
        (need["area_code"], need["title"])
        for need in needs.values()
        if need["item_id"] in taken and _is_recent(need, meeting)
    }
    chosen = {place: need for need in waiting if (place := (need["area_code"], need["title"])) not in again}
    for need in list(chosen.values())[: random.randint(3, 5)]:
        taken.add(need["item_id"])
        unit = RESPONSIBLE[own][need["topic"]]
        title = f"协调解决“{need['title']}”"
        found.append(_matter(random, meeting, need["area_code"], TASK_OF[need["topic"]], title, unit, need["item_id"]))
    return found


def _is_recent(need: Row, meeting: Row) -> bool:
    held_on: date = meeting["held_on"]
    raised_on: date = need["raised_on"]
    return held_on - raised_on < timedelta(days=400)


def _row(meeting: Row, area: str, task: str, title: str, unit: str, due_on: date, **more: object) -> Row:
    return {
        "meeting_id": meeting["meeting_id"],
        "title": title,
        "task": task,
        "area_code": area,
        "item_id": None,
        "responsible_unit": unit,
        "decided_on": meeting["held_on"],
        "due_on": due_on,
        "original_due_on": None,
        "plan_changes": 0,
        "closed_on": None,
        "help_mode": None,
        "note": None,
    } | more


def _told(meeting: Row, told: Told) -> Matter:
    """A matter that the public report tells of, with the days that it prints."""
    row = _row(
        meeting,
        told.area_code,
        told.task,
        told.title,
        told.unit,
        told.due_on,
        original_due_on=told.original_due_on,
        plan_changes=int(told.original_due_on is not None),
        closed_on=told.closed_on,
        help_mode="项目攻坚",
        note=told.note,
    )
    updates = [
        _update(row, day, status, progress, node, following, note)
        for day, status, progress, node, following, note in told.updates
    ]
    nodes = tuple(dict.fromkeys(following for *_, following, _ in told.updates if following))
    return Matter(row, with_plans(row, updates, nodes))


def _update(
    row: Row, day: date, status: str, progress: int, node: str | None, following: str | None, note: str | None
) -> Row:
    return {
        "reported_on": day,
        "decided_on": row["decided_on"],
        "status": status,
        "progress_pct": progress,
        "node": node,
        "next_node": following,
        "next_due_on": None,
        "note": note,
        "options": BLOCKED.get(note or "") if status == "受阻" else None,
    }


def _matter(
    random: Random,
    meeting: Row,
    area: str,
    task: str,
    title: str,
    unit: str,
    item_id: str | None,
    fate: str = "",
) -> Matter:
    decided_on = meeting["held_on"]
    days = random.choice((60, 75, 90, 120, 150))
    due_on = decided_on + timedelta(days=days)
    fate = fate or draw(random, LAGGING_FATES if unit in LAGGING else FATES)
    used = random.uniform(*USED[fate])
    ends_on = office_day(decided_on + timedelta(days=round(days * used)))
    # Nobody asks for more time before the first date is near.
    is_near = due_on <= LAST_DAY
    is_replanned = is_near and (fate == "stuck" or (fate in ("late", "blocked") and random.random() < 0.45))
    row = _row(
        meeting,
        area,
        task,
        title,
        unit,
        due_on + timedelta(days=random.choice((45, 60, 90))) if is_replanned else due_on,
        item_id=item_id,
        original_due_on=due_on if is_replanned else None,
        plan_changes=int(is_replanned),
        help_mode=draw(random, {"项目认领": 4, "项目扶持": 3, "项目攻坚": 2})
        if task in ("发展联手", "治理联动")
        else None,
    )
    matter = _worked_off(random, row, fate, ends_on)
    return Matter(matter.row, with_plans(matter.row, matter.updates, [node for node, _ in NODES]))


def _worked_off(random: Random, row: Row, fate: str, ends_on: date) -> Matter:
    """Monthly reports until the matter is closed or the demonstration ends; idle and blocked ones stand still."""
    updates: list[Row] = []
    total = max(1, (ends_on - row["decided_on"]).days)
    obstacle = random.choice(tuple(BLOCKED))
    stands_from, stands_to = STANDS.get(fate, (2.0, 2.0))
    day = office_day(row["decided_on"] + timedelta(days=random.randint(10, 24)))
    if random.random() < 0.5:
        updates.append(
            _update(row, office_day(row["decided_on"] + timedelta(days=3)), "未启动", 0, None, NODES[0][0], None)
        )
    while day < ends_on and day <= LAST_DAY:
        share = (day - row["decided_on"]).days / total
        stands = stands_from <= share < stands_to
        reached = _node(min(share, stands_from) if stands else share)
        if reached >= 0 and random.random() > 0.08:
            (node, progress), following = NODES[reached], NODES[reached + 1][0]
            status = "受阻" if stands and fate in ("blocked", "stuck") else "推进中"
            note = obstacle if status == "受阻" else None
            updates.append(_update(row, day, status, progress, node, following, note))
        day = office_day(day + timedelta(days=random.randint(24, 34)))
    if ends_on > LAST_DAY:
        return Matter(row, updates)
    updates.append(_update(row, ends_on, "已办结", 100, NODES[-1][0], None, None))
    if fate == "reopened":
        again = office_day(ends_on + timedelta(days=random.randint(20, 50)))
        if again <= LAST_DAY:
            updates.append(_update(row, again, "推进中", 80, NODES[3][0], NODES[4][0], REOPENED))
            ends_on = office_day(again + timedelta(days=random.randint(40, 120)))
            if ends_on <= LAST_DAY:
                updates.append(_update(row, ends_on, "已办结", 100, NODES[-1][0], None, None))
    return Matter(row | {"closed_on": ends_on if ends_on <= LAST_DAY else None}, updates)


def _node(share: float) -> int:
    """The last node that is behind a matter at a share of its time; -1 before the first."""
    return max((place for place, starts in enumerate((0.1, 0.3, 0.5, 0.8)) if share >= starts), default=-1)
