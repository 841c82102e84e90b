"""Seed → the demonstration's meetings, decided matters and their progress, and with the lists all forms of the theme."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from demo import decisions, lists, places, visits
from demo.holidays import office_day, previous_working
from demo.list_titles import BAOGAI, PENGTIAN_DISTRICT
from demo.periods import LAST_DAY, QUARTERS, first_day, last_day, some_day
from demo.rows import Row
from demo.shares import seeded

PREFIX = {BAOGAI: "BG", PENGTIAN_DISTRICT: "LX", places.PENGTIAN: "LX-PT", places.TANGHOU: "BG-TH"}
PLAN = "2024Q4"  # from the plan of 2024-11-04 on, meetings are denser and better attended
EXPECTED = {BAOGAI: (19, 26), PENGTIAN_DISTRICT: (16, 22)}
ATTENDANCE = {BAOGAI: (0.76, 0.95), PENGTIAN_DISTRICT: (0.82, 0.93)}
# Joint meetings that were not held in their quarter: the day, or None where there was none at all.
LATE = {
    (BAOGAI, "2023Q3"): None,
    (PENGTIAN_DISTRICT, "2023Q2"): None,
    (PENGTIAN_DISTRICT, "2023Q4"): date(2024, 1, 18),
    (BAOGAI, "2024Q1"): date(2024, 4, 12),
    (BAOGAI, "2024Q2"): date(2024, 7, 9),
    # 今年7月上旬召开的彭田片区第二季度党建联席会议
    (PENGTIAN_DISTRICT, "2025Q2"): date(2025, 7, 4),
    (BAOGAI, "2025Q1"): date(2025, 4, 2),
}
LATE_NOTE = {(PENGTIAN_DISTRICT, "2025Q2"): "公开报道为“今年7月上旬召开”，年份与具体日期为推定"}
# Kind → area → meetings of a quarter before and since the plan, units expected.
OTHERS = {
    "调度会": {BAOGAI: (1, 3, 11), PENGTIAN_DISTRICT: (1, 2, 9)},
    "党群工作会议": {BAOGAI: (1, 1, 14), PENGTIAN_DISTRICT: (0, 1, 12)},
    "四方联席": {places.PENGTIAN: (1, 3, 4), places.TANGHOU: (0, 2, 4)},
    "会商恳谈": {BAOGAI: (0, 1, 12), PENGTIAN_DISTRICT: (1, 1, 8)},
}


def _between(pair: tuple[float, float], quarter: str) -> float:
    return pair[0] + (pair[1] - pair[0]) * QUARTERS.index(quarter) / (len(QUARTERS) - 1)


def _meeting(meeting_id: str, area_code: str, kind: str, quarter: str, held_on: date | None, **more: object) -> Row:
    empty = dict.fromkeys(("units_expected", "units_present", "topics", "decisions", "minutes_on", "note"))
    return empty | {
        "meeting_id": meeting_id,
        "area_code": area_code,
        "kind": kind,
        "named_quarter": quarter,
        "held_on": held_on,
        **more,
    }


def _joint(random: Random, area_code: str, quarter: str) -> Row:
    usual = previous_working(last_day(quarter) - timedelta(days=random.randint(4, 24)))
    held_on = LATE.get((area_code, quarter), usual)
    expected = round(_between(EXPECTED[area_code], quarter))
    present = None
    if held_on:
        present = min(expected, round(expected * _between(ATTENDANCE[area_code], quarter) * random.uniform(0.94, 1.04)))
    return _meeting(
        f"{PREFIX[area_code]}-{quarter}-1",
        area_code,
        "联席会议",
        quarter,
        held_on,
        units_expected=expected,
        units_present=present,
        minutes_on=held_on and min(LAST_DAY, office_day(held_on + timedelta(days=random.randint(2, 9)))),
        note=LATE_NOTE.get((area_code, quarter), None if held_on else "当季未召开"),
    )


def _others(random: Random, quarter: str) -> list[Row]:
    found: list[Row] = []
    for number, (kind, areas) in enumerate(OTHERS.items(), start=2):
        for area_code, (before, since, expected) in areas.items():
            count = since if quarter >= PLAN else before
            for place in range(count):
                start = first_day(quarter) + timedelta(days=place * 88 // max(count, 1))
                held_on = previous_working(start + timedelta(days=random.randint(4, max(5, 84 // max(count, 1)))))
                topics = random.randint(1, 4)
                found.append(
                    _meeting(
                        f"{PREFIX[area_code]}-{quarter}-{number}{place + 1}",
                        area_code,
                        kind,
                        quarter,
                        max(held_on, first_day(quarter)),
                        units_expected=expected,
                        units_present=max(1, expected - random.choice((0, 0, 0, 1, 1, 2))),
                        topics=topics,
                        decisions=0,
                    )
                )
    return found


def meeting_rows(random: Random) -> list[Row]:
    """The meetings of three years: the joint meetings of both 片区, then the other kinds."""
    joint = [_joint(random, area_code, quarter) for quarter in QUARTERS for area_code in (BAOGAI, PENGTIAN_DISTRICT)]
    return joint + [row for quarter in QUARTERS for row in _others(random, quarter)]


def _counted(random: Random, meetings: list[Row], decided: list[Row]) -> list[Row]:
    """The meetings with the number of their matters."""
    of_meeting = Counter(row["meeting_id"] for row in decided)
    return [
        row
        | {"decisions": of_meeting[row["meeting_id"]], "topics": of_meeting[row["meeting_id"]] + random.randint(1, 3)}
        if row["kind"] == "联席会议" and row["held_on"]
        else row
        for row in meetings
    ]


def case_rows(random: Random) -> list[Row]:
    """The cases that were selected as examples."""
    told = (
        (BAOGAI, "园区党委统筹零工配产", "首创", "2023Q2"),
        (places.TANGHOU, "小区党支部认领背街照明", "引领", "2023Q4"),
        (PENGTIAN_DISTRICT, "“党建+”邻里中心一站办", "引领", "2024Q1"),
        (places.EXPRESS_HEADQUARTERS, "小哥化身移动哨兵", "首创", "2024Q3"),
        (BAOGAI, "网格长兼任企业党建指导员", "引领", "2024Q4"),
        (places.JIANJIAN_PARK, "全流程帮办缩短扩建审批", "突破", "2025Q3"),
        (places.PENGTIAN, "国企回购盘活安置小区商场", "突破", "2025Q3"),
        (places.LUNHOU, "文明积分兑换托管课时", "引领", "2025Q3"),
        (places.PENGTIAN, "地下车库委托村居运营分成", "首创", "2025Q4"),
    )
    rows: list[Row] = []
    for number, (area_code, title, nature, quarter) in enumerate(told, start=1):
        selected_on = some_day(random, quarter)
        replicated_on = selected_on + timedelta(days=random.randint(50, 160))
        is_spread = replicated_on <= LAST_DAY and number != 2
        rows.append(
            {
                "case_id": f"A{number:02d}",
                "title": title,
                "area_code": area_code,
                "nature": nature,
                "selected_on": selected_on,
                "publicity": random.randint(2, 11),
                "replicated": random.randint(2, 6) if is_spread else 0,
                "replicated_on": replicated_on if is_spread else None,
            }
        )
    return rows


def forms() -> dict[str, list[Row]]:
    """The rows of every form of the theme by dataset; matters follow meetings and lists, visits raise listed needs."""
    offers = lists.offer_rows()
    needs = lists.need_rows(seeded("lists"), offers)
    meetings = meeting_rows(seeded("meetings"))
    decided, needs = decisions.decision_rows(seeded("decisions"), meetings, needs)
    needs = lists.worked_off(seeded("worked off"), needs, [matter.row for matter in decided])
    return {
        "list_items": [*offers, *needs],
        "meetings": _counted(seeded("topics"), meetings, [matter.row for matter in decided]),
        "decisions": [matter.row for matter in decided],
        "decision_updates": [update for matter in decided for update in matter.updates],
        "enterprise_visits": visits.rows(seeded("visits"), needs),
        "exemplary_cases": case_rows(seeded("cases")),
    }
