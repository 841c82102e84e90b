"""The State Council's holiday notices of 2022–2026 → which days are worked, and the next or the n-th of them."""

from dataclasses import dataclass
from datetime import date, timedelta

SPRING_FESTIVAL = "春节"


@dataclass(frozen=True)
class Holiday:
    """Days off, the first and the last included, and the weekend days that are worked for them."""

    name: str
    first: date
    last: date
    worked: tuple[date, ...] = ()


def _holiday(year: int, name: str, first: str, last: str, *worked: str) -> Holiday:
    def of_year(day: str) -> date:
        return date.fromisoformat(f"{year}-{day}")

    return Holiday(name, of_year(first), of_year(last), tuple(map(of_year, worked)))


# Year → the notice 《国务院办公厅关于…年部分节假日安排的通知》 and what it says. What a notice says of a day of the year
# before stands with the first day of its own year.
NOTICES = {
    2022: "国办发明电〔2021〕11号",
    2023: "国办发明电〔2022〕16号",
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}
HOLIDAYS = (
    _holiday(2022, "元旦", "01-01", "01-03"),
    _holiday(2022, SPRING_FESTIVAL, "01-31", "02-06", "01-29", "01-30"),
    _holiday(2022, "清明节", "04-03", "04-05", "04-02"),
    _holiday(2022, "劳动节", "04-30", "05-04", "04-24", "05-07"),
    _holiday(2022, "端午节", "06-03", "06-05"),
    _holiday(2022, "中秋节", "09-10", "09-12"),
    _holiday(2022, "国庆节", "10-01", "10-07", "10-08", "10-09"),
    _holiday(2023, "元旦", "01-01", "01-02"),
    _holiday(2023, SPRING_FESTIVAL, "01-21", "01-27", "01-28", "01-29"),
    _holiday(2023, "清明节", "04-05", "04-05"),
    _holiday(2023, "劳动节", "04-29", "05-03", "04-23", "05-06"),
    _holiday(2023, "端午节", "06-22", "06-24", "06-25"),
    _holiday(2023, "中秋节、国庆节", "09-29", "10-06", "10-07", "10-08"),
    _holiday(2024, "元旦", "01-01", "01-01"),
    _holiday(2024, SPRING_FESTIVAL, "02-10", "02-17", "02-04", "02-18"),
    _holiday(2024, "清明节", "04-04", "04-06", "04-07"),
    _holiday(2024, "劳动节", "05-01", "05-05", "04-28", "05-11"),
    _holiday(2024, "端午节", "06-10", "06-10"),
    _holiday(2024, "中秋节", "09-15", "09-17", "09-14"),
    _holiday(2024, "国庆节", "10-01", "10-07", "09-29", "10-12"),
    _holiday(2025, "元旦", "01-01", "01-01"),
    _holiday(2025, SPRING_FESTIVAL, "01-28", "02-04", "01-26", "02-08"),
    _holiday(2025, "清明节", "04-04", "04-06"),
    _holiday(2025, "劳动节", "05-01", "05-05", "04-27"),
    _holiday(2025, "端午节", "05-31", "06-02"),
    _holiday(2025, "国庆节、中秋节", "10-01", "10-08", "09-28", "10-11"),
    _holiday(2026, "元旦", "01-01", "01-03", "01-04"),
    _holiday(2026, SPRING_FESTIVAL, "02-15", "02-23", "02-14", "02-28"),
    _holiday(2026, "清明节", "04-04", "04-06"),
    _holiday(2026, "劳动节", "05-01", "05-05", "05-09"),
    _holiday(2026, "端午节", "06-19", "06-21"),
    _holiday(2026, "中秋节", "09-25", "09-27"),
    _holiday(2026, "国庆节", "10-01", "10-07", "09-20", "10-10"),
)
SATURDAY, SUNDAY = 5, 6


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


_OFF = {day: holiday.name for holiday in HOLIDAYS for day in _days(holiday.first, holiday.last)}
_WORKED = {day for holiday in HOLIDAYS for day in holiday.worked}
_FESTIVALS = {holiday.first.year: holiday for holiday in HOLIDAYS if holiday.name == SPRING_FESTIVAL}


def holiday_on(day: date) -> str | None:
    """The name of the holiday that a day belongs to. Raises KeyError for a year whose notice is not declared."""
    NOTICES[day.year]
    return _OFF.get(day)


def is_working(day: date) -> bool:
    """Whether offices are open. Raises KeyError for a year whose notice is not declared."""
    return holiday_on(day) is None and (day.weekday() < SATURDAY or day in _WORKED)


def next_working(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def previous_working(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def office_day(day: date) -> date:
    """The day itself, or the working day that is nearest to it, the earlier of two; what no notice covers stays."""
    if day.year > max(NOTICES):
        return day
    before, after = previous_working(day), next_working(day)
    return before if day - before <= after - day else after


def working_days_later(day: date, count: int) -> date:
    """The working day that comes `count` working days after `day`; with 0 the first from `day` on."""
    found = next_working(day)
    for _ in range(count):
        found = next_working(found + timedelta(days=1))
    return found


def spring_festival(year: int) -> Holiday:
    """The days off at Spring Festival of a year."""
    return _FESTIVALS[year]
