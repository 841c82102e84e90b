"""Seed → the demonstration register of enterprises: who is in which park, since when, until when."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from demo.cohorts import AS_OF, COHORTS, Cohort
from demo.periods import QUARTERS, some_day
from demo.rows import Row
from demo.shares import shares


@dataclass(frozen=True, kw_only=True)
class Enterprise:
    """One enterprise of the demonstration with its row in the register and its place in time (quarter numbers)."""

    row: Row
    entered: int
    left: int

    def is_present(self, quarter: int) -> bool:
        """Whether it is there at the end of the quarter of this number."""
        return self.entered <= quarter < self.left


def _spells(random: Random, cohort: Cohort) -> list[tuple[int, int]]:
    """(entered, left) of every enterprise that was ever there; −1 is before 2023, 12 is still there."""
    spells = [(-1, len(QUARTERS))] * cohort.opening
    for number in range(len(QUARTERS)):
        staying = [place for place, (_, left) in enumerate(spells) if left == len(QUARTERS)]
        for place in random.sample(staying, cohort.exits[number]):
            spells[place] = (spells[place][0], number)
        spells += [(number, len(QUARTERS))] * cohort.entries[number]
    return spells


def _above_scale(random: Random, cohort: Cohort, spells: list[tuple[int, int]]) -> set[int]:
    present = [place for place, (entered, left) in enumerate(spells) if entered <= AS_OF < left]
    gone = [place for place, (_, left) in enumerate(spells) if left <= AS_OF]
    later = [place for place, (entered, _) in enumerate(spells) if entered > AS_OF]
    grown = random.sample(present, cohort.above_scale)
    closing = [place for place in present if spells[place][1] == cohort.closes_in][:1]
    return {
        *closing,
        *[place for place in grown if place not in closing][: cohort.above_scale - len(closing)],
        *random.sample(gone, len(gone) // 4),
        *random.sample(later, len(later) // 8),
    }


def _founded(random: Random, settled: date) -> str:
    year = max(1988, settled.year - 1 - int(random.expovariate(1 / 7)))
    return f"{year}-{random.randint(1, 12):02d}" if random.random() < 0.4 else str(year)


def _row(random: Random, cohort: Cohort, entered: int, left: int, industry: str, is_above_scale: bool) -> Row:
    settled = date(random.randint(2004, 2021), random.randint(1, 12), random.randint(1, 28))
    if entered >= 0:
        settled = some_day(random, QUARTERS[entered])
    is_known = entered >= 0 or random.random() < 0.7
    consents = random.random() < (0.15 if is_above_scale else 0.03)
    return {
        "aliases": None,
        "area_code": cohort.area_code,
        "industry": industry,
        "is_above_scale": is_above_scale,
        "land_mu": None,
        "is_land_same_scope": False,
        "floor_m2": None,
        "founded_on": _founded(random, settled),
        "settled_on": settled if is_known else None,
        "left_on": None if left == len(QUARTERS) else some_day(random, QUARTERS[left]),
        "disclosure": "企业同意" if consents else "内部",
    }


def _with_land(random: Random, cohort: Cohort, rows: list[Row]) -> None:
    """Give the cohort's land to those that report it, in tenths of a mu that sum to the controlled total."""
    reporting = [row for row in rows if random.random() < (0.7 if row["is_above_scale"] else 0.3)]
    sizes = [random.lognormvariate(1.5 if row["is_above_scale"] else 0.0, 0.5) for row in reporting]
    for row, tenths in zip(reporting, shares(int(cohort.land_mu * 10), sizes), strict=True):
        row["land_mu"] = Decimal(tenths) / 10
        row["is_land_same_scope"] = random.random() < 0.9
        row["floor_m2"] = round(float(row["land_mu"]) * random.uniform(800, 1400), -1)


def register(random: Random) -> list[Enterprise]:
    """Every demonstration enterprise that was in one of the areas at some time in 2023–2025."""
    found: list[Enterprise] = []
    numbers: dict[str, int] = {}
    for cohort in COHORTS:
        spells = _spells(random, cohort)
        above = _above_scale(random, cohort, spells)
        counts = shares(len(spells), tuple(cohort.industries.values()))
        industries = [name for name, count in zip(cohort.industries, counts, strict=True) for _ in range(count)]
        random.shuffle(industries)
        rows = [_row(random, cohort, *spell, industries[place], place in above) for place, spell in enumerate(spells)]
        _with_land(random, cohort, rows)
        for row, (entered, left) in zip(rows, spells, strict=True):
            industry = row["industry"]
            numbers[industry] = numbers.get(industry, 0) + 1
            identity = {"enterprise_code": f"D{len(found) + 1:04d}", "name": f"演示{industry}{numbers[industry]:03d}号"}
            found.append(Enterprise(row=identity | row, entered=entered, left=left))
    return found


def present_in(found: list[Enterprise], area_code: str, quarter: int) -> list[Enterprise]:
    """The enterprises of one area at the end of the quarter of this number."""
    return [one for one in found if one.row["area_code"] == area_code and one.is_present(quarter)]
