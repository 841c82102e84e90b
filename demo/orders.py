"""Seed → how full an enterprise's order books are, quarter by quarter: orders won and lost, stops, a closure, a new line."""

from dataclasses import dataclass
from math import exp
from random import Random

from demo import cohorts, places
from demo.enterprises import Enterprise
from demo.periods import QUARTERS

# From one quarter to the next an order book keeps most of what it was above or below its usual level.
KEPT, KEPT_OF_INDUSTRY = 0.78, 0.8
# Standard deviation of a quarter's own news (of the logarithm): above scale, below it, of a whole industry.
NEWS = {True: 0.08, False: 0.12}
NEWS_OF_INDUSTRY = 0.03
# How full all books are, by quarter, an assumption: 2023 begins weakly, 2024 is good from spring on (its Spring Festival
# came late), exports stall in the spring of 2025 and come back by its end.
CLIMATE = (0.92, 1.0, 0.98, 0.95, 0.97, 1.04, 1.01, 1.05, 1.03, 0.95, 0.97, 1.06)
# A customer won or lost: how often a quarter, how much of the output, and what remains of it a quarter later.
WON, LOST = 0.05, 0.05
WON_SHARE, LOST_SHARE = (0.2, 0.5), (0.25, 0.6)
LASTS = 0.88
# Quarters in which nothing was made: rare, one or two of them, and a slow start after them.
STOPS = {True: 0.002, False: 0.009}
STARTS_AT = 0.55
FULLEST = 2.2  # no workshop makes more than this of its usual output


@dataclass(frozen=True)
class Story:
    """What happened to one enterprise above scale: its usual year's output in 万元 and its course by quarter."""

    output_cny_10k: float
    course: tuple[float, ...]


# A maker of metal goods loses its customer in 2024 and closes in 2025Q3: from then on the park's metal goods have a gap.
CLOSURE = Story(16_500, (0.97, 1.02, 1.04, 1.05, 1.03, 1.02, 0.98, 0.84, 0.56, 0.3, 0.0, 0.0))
# A knitter starts a second line in 2024Q3, which is full a year later.
NEW_LINE = Story(11_800, (1.0, 0.98, 1.03, 1.0, 1.02, 1.04, 1.22, 1.48, 1.7, 1.86, 1.97, 2.02))
NEW_LINE_INDUSTRY = "针织"


def stories(found: list[Enterprise]) -> dict[str, Story]:
    """Enterprise → its story. Raises StopIteration where the register has no enterprise that fits one."""
    park = [one for one in found if one.row["area_code"] == places.PARK and one.row["is_above_scale"]]
    closing = next(one for one in park if one.left == cohorts.CLOSED_IN)
    growing = next(
        one
        for one in park
        if one.row["industry"] == NEW_LINE_INDUSTRY and one.entered < 0 and one.is_present(len(QUARTERS) - 1)
    )
    return {closing.row["enterprise_code"]: CLOSURE, growing.row["enterprise_code"]: NEW_LINE}


def waves(random: Random, industries: list[str]) -> dict[str, list[float]]:
    """For each industry how much better or worse than usual a quarter is, as a factor."""
    found: dict[str, list[float]] = {}
    for industry in industries:
        level, factors = 0.0, []
        for climate in CLIMATE:
            level = KEPT_OF_INDUSTRY * level + random.gauss(0, NEWS_OF_INDUSTRY)
            factors.append(climate * exp(level))
        found[industry] = factors
    return found


def _shift(random: Random) -> float:
    """What a quarter's gain or loss of a customer adds to the logarithm of the output."""
    chance = random.random()
    if chance < WON:
        return random.uniform(*WON_SHARE)
    return -random.uniform(*LOST_SHARE) if chance < WON + LOST else 0.0


def course(random: Random, is_above_scale: bool) -> list[float]:
    """The factor on the usual output in each quarter; 0 where nothing was made."""
    book, customers, still = random.gauss(0, NEWS[is_above_scale]), 0.0, 0
    factors: list[float] = []
    for _ in QUARTERS:
        book = KEPT * book + random.gauss(0, NEWS[is_above_scale])
        customers = LASTS * customers + _shift(random)
        factor = min(FULLEST, exp(book + customers))
        if still:
            still -= 1
            factor = 0.0
        elif factors and factors[-1] == 0:
            factor *= STARTS_AT
        elif random.random() < STOPS[is_above_scale]:
            still = random.choice((0, 0, 1))
            factor = 0.0
        factors.append(factor)
    return factors
