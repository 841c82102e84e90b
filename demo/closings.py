"""A reported matter → when it was closed: in office hours, at night by the hotline's desk, months later where stuck."""

from datetime import date, datetime, time, timedelta
from random import Random

from demo.holidays import holiday_on, is_working, next_working, working_days_later
from demo.shares import draw

HOTLINE = "热线"
# Hour → weight of closings on a working day.
OFFICE_HOURS = {8: 9, 9: 16, 10: 17, 11: 13, 14: 6, 15: 14, 16: 15, 17: 10, 18: 1}
LEAST = timedelta(minutes=20)
BY_NIGHT_DESK = 0.3  # of what the hotline takes in; its desk closes at any hour
NIGHT_DESK_HOURS = 5.0
ON_DUTY = 0.35  # of what would be closed after the weekend is closed on the weekend before by those on duty
# Matters that wait for money, an owner or another office, by kind; they wait from a month to eight.
STUCK = {"设施损坏": 0.06, "矛盾纠纷": 0.065, "其他": 0.025, "安全隐患": 0.02, "民生求助": 0.018, "市容占道": 0.015}
STUCK_USUALLY = 0.008
STUCK_DAYS = (30, 240)
# What still waits in December is mostly closed before the year ends.
CLEARED, CLEARING_FROM, CLEARING_DAYS, CLEARED_AFTER_DAYS = 0.45, (12, 5), 21, 30


def _in_office(random: Random, day: date, after: datetime) -> datetime:
    """A minute of the first working day from `day` on, later than `after`."""
    while True:
        day = next_working(day)
        hours = {hour: weight for hour, weight in OFFICE_HOURS.items() if day > after.date() or hour > after.hour}
        if hours:
            found = datetime.combine(day, time(draw(random, hours), random.randint(0, 59)))
            if found >= after + LEAST:
                return found
        day += timedelta(days=1)


def _on_duty(random: Random, day: date, after: date) -> date | None:
    """The Saturday or Sunday before `day` where somebody on duty closes the matter already."""
    weekend = day - timedelta(days=day.weekday() + random.choice((1, 2)))
    is_weekend = day.weekday() == 0 and not is_working(weekend) and holiday_on(weekend) is None
    return weekend if is_weekend and weekend > after and random.random() < ON_DUTY else None


def _stuck_until(random: Random, reported: date) -> date:
    waits = reported + timedelta(days=random.randint(*STUCK_DAYS))
    clearing = date(reported.year, *CLEARING_FROM) + timedelta(days=random.randint(0, CLEARING_DAYS))
    is_old = clearing >= reported + timedelta(days=CLEARED_AFTER_DAYS)
    return clearing if is_old and clearing < waits and random.random() < CLEARED else waits


def closed_at(random: Random, kind: str, channel: str, reported: datetime, days: float, slowness: float) -> datetime:
    """The minute when a matter that takes `days` working days was closed; it may lie after the demonstration's end."""
    if random.random() < STUCK.get(kind, STUCK_USUALLY) * slowness:
        return _in_office(random, _stuck_until(random, reported.date()), reported)
    if channel == HOTLINE and random.random() < BY_NIGHT_DESK:
        hours = NIGHT_DESK_HOURS * slowness * random.lognormvariate(0, 0.7)
        return reported + max(LEAST, timedelta(minutes=int(hours * 60)))
    found = _in_office(random, working_days_later(reported.date(), int(days)), reported)
    weekend = _on_duty(random, found.date(), reported.date())
    return datetime.combine(weekend, found.time()) if weekend else found
