"""Seed → the demonstration's 三张清单: what is on offer, and what was needed, matched, met, late or left."""

from datetime import date, timedelta
from random import Random

from demo.holidays import office_day
from demo.list_titles import BAOGAI, BAOGAI_UNITS, CHANNELS, DEMAND, NEEDS, OFFERS, PENGTIAN_DISTRICT, RESPONSIBLE
from demo.periods import LAST_DAY, QUARTERS, some_day
from demo.rows import Row
from demo.shares import draw, poisson
from etl.datasets.list_items import DATASET

FIELDS = tuple(column.name for column in DATASET.columns)
# The first quarter after the plan of 2024-11-04: from then on lists are worked off faster.
RECOVERY = "2025Q1"
LEFT_LYING = 0.05  # needs that nobody takes up when they are listed
LIES_AT_MOST = timedelta(days=270)  # after that even these are worked off, late


def district(area_code: str) -> str:
    """The 片区 that a zone of the demonstration lies in."""
    return BAOGAI if area_code in BAOGAI_UNITS else PENGTIAN_DISTRICT


def offer_rows() -> list[Row]:
    """The resources and services on offer, by 片区 and day."""
    return [
        dict.fromkeys(FIELDS)
        | {
            "item_id": f"{'BG' if area_code == BAOGAI else 'LX'}-{'Z' if list_kind == '资源' else 'F'}{number:02d}",
            "list_kind": list_kind,
            "area_code": area_code,
            "served_group": group,
            "topic": topic,
            "title": title,
            "raised_on": date.fromisoformat(listed),
            "raised_by_kind": "摸底",
            "responsible_unit": RESPONSIBLE[area_code][topic],
            "status": "可提供",
        }
        for area_code, offers in OFFERS.items()
        for number, (list_kind, group, topic, title, listed) in enumerate(offers, start=1)
    ]


def need_rows(random: Random, offers: list[Row]) -> list[Row]:
    """The needs of three years by area and day, each with what had become of it on the last day."""
    offered = {(row["area_code"], row["served_group"], row["topic"]): row for row in offers}
    rows: list[Row] = []
    for quarter in QUARTERS:
        listed = [
            _need(random, area_code, group, some_day(random, quarter), quarter, offered)
            for area_code, groups in DEMAND.items()
            for group, mean in groups.items()
            for _ in range(poisson(random, mean * (1.15 if quarter.endswith(("Q1", "Q3")) else 0.9)))
        ]
        rows += sorted(listed, key=lambda row: (row["raised_on"], row["area_code"], row["served_group"]))
    numbers = {BAOGAI: 0, PENGTIAN_DISTRICT: 0}
    for row in rows:
        numbers[district(row["area_code"])] += 1
        prefix = "BG" if district(row["area_code"]) == BAOGAI else "LX"
        row["item_id"] = f"{prefix}-X{numbers[district(row['area_code'])]:03d}"
    return rows


def worked_off(random: Random, needs: list[Row], matters: list[Row]) -> list[Row]:
    """The needs, of which none lies open from before the last nine months but what an open matter of a meeting holds."""
    held = {matter["item_id"] for matter in matters if matter["closed_on"] is None}
    return [
        close(need, office_day(min(_promised(need) + timedelta(days=random.randint(15, 120)), LAST_DAY)))
        if need["closed_on"] is None and need["raised_on"] < LAST_DAY - LIES_AT_MOST and need["item_id"] not in held
        else need
        for need in needs
    ]


def _promised(need: Row) -> date:
    due_on: date = need["due_on"]
    return max(due_on, need["matched_on"] or due_on)


def _need(
    random: Random, area_code: str, group: str, raised_on: date, quarter: str, offered: dict[tuple[str, str, str], Row]
) -> Row:
    topic = draw(random, {name: need[0] for name, need in NEEDS[group].items()})
    _, days, best, titles = NEEDS[group][topic]
    own = district(area_code)
    row = dict.fromkeys(FIELDS) | {
        "list_kind": "需求",
        "area_code": area_code,
        "served_group": group,
        "topic": topic,
        "title": random.choice(titles),
        "raised_on": raised_on,
        "raised_by_kind": draw(random, CHANNELS[group]),
        "responsible_unit": RESPONSIBLE[own][topic],
        "due_on": raised_on + timedelta(days=days),
        "status": "待对接",
    }
    offer = offered.get((own, group, topic))
    wait = random.randint(2, 18) + (0 if quarter >= RECOVERY else random.randint(0, 12))
    # What nobody offered yet waits for whoever offers it.
    matched_on = max(raised_on, offer["raised_on"] if offer else raised_on) + timedelta(days=wait)
    matched_on = office_day(matched_on)
    if offer is None or random.random() < LEFT_LYING or matched_on > LAST_DAY:
        return row
    row |= {"matched_item_id": offer["item_id"], "matched_on": matched_on, "status": "办理中"}
    in_time = best + (0.08 if quarter >= RECOVERY else -0.06) - (0.1 if own == BAOGAI and topic == "设施环境" else 0)
    used = days * (random.uniform(0.4, 1.0) if random.random() < in_time else random.uniform(1.05, 3.2))
    closed_on = office_day(max(matched_on + timedelta(days=3), raised_on + timedelta(days=round(used))))
    return close(row, closed_on) if closed_on <= LAST_DAY and random.random() < 0.94 else row


def close(row: Row, day: date | None) -> Row:
    """The need as met on `day`, or as still being worked on where there is none."""
    return row | {"closed_on": day, "status": "已办结" if day else "办理中"}
