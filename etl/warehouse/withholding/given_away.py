"""All that is shown of a family over time → the running totals that give somebody away together with it.

Quarters are decided each for itself, and a running total by what comes to it; what an attacker does who puts the totals of
some areas, the quarters of others and what they have less than a whole together, only all of them at once tell.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np

from etl.warehouse.withholding.block import Key, asked_of
from etl.warehouse.withholding.family import Family
from etl.warehouse.withholding.pattern import Pattern
from etl.warehouse.withholding.programme import FREE, Solver
from etl.warehouse.withholding.quarters import Quarter
from etl.warehouse.withholding.running import longer

# Heads are whole numbers: what a programme finds is one of them but for so much.
ROUND = 1e-6
ZERO = 1e-9
Places = frozenset[int]


@dataclass
class Told:
    """The atoms of all quarters of a family: `values` are their numbers, `places` which of them each figure adds up."""

    family: Family
    values: list[float] = field(default_factory=list)
    places: dict[Key, Places] = field(default_factory=dict)
    shown: dict[Places, list[Key]] = field(default_factory=dict)

    def add(self, quarter: Quarter, withheld: frozenset[Key]) -> None:
        """Add the figures of a quarter, and what comes with it to those of its year."""
        is_asked = asked_of(self.family)
        for found in quarter.columns:
            first = len(self.values)
            self.values.extend(found.values.tolist())
            for line, keys in zip(found.members, found.keys, strict=True):
                places = frozenset((first + np.flatnonzero(line)).tolist())
                for key in keys:
                    self.places[key] = places
                    for year in longer(key.period) if key.period == quarter.name else ():
                        longest = key._replace(period=year)
                        self.places[longest] = self.places.get(longest, frozenset()) | places
                if any(is_asked(key) and key not in withheld for key in keys):
                    self.shown.setdefault(places, [])

    def run(self, periods: Sequence[str], withheld: frozenset[Key]) -> None:
        """Add the totals that run through the base periods; they are the ones that can be withheld here."""
        areas = sorted({key.area_code for key in self.places})
        for total in (quantity for quantity in self.family.quantities if quantity.flow):
            so_far: dict[str, Places] = {}
            for period in periods:
                for area in areas:
                    came = self.places.get(Key(total.flow, area, period, "", ""), frozenset())
                    if places := so_far.get(area, frozenset()) | came:
                        so_far[area] = places
                        key = Key(total.name, area, period, "", "")
                        self.places[key] = places
                        if key not in withheld and self.shown.get(places) != []:
                            self.shown.setdefault(places, []).append(key)

    def secrets(self) -> set[tuple[Places, Places]]:
        """What must not come out: figures of too few, and, second, what of a whole is not in a part of it."""
        none: Places = frozenset()
        found = {(places, none) for places in self.places.values()}
        for quantity in self.family.quantities:
            for key, places in self.places.items() if quantity.rest_of else ():
                if key.quantity == quantity.name:
                    found |= {
                        (self.places[whole], places)
                        for name in quantity.rest_of
                        if (whole := key._replace(quantity=name)) in self.places
                    }
        return {one for one in found if 0 < self.value(*one) < self.family.minimum}

    def value(self, whole: Places, part: Places) -> float:
        """How much more the whole is than the part."""
        return sum(self.values[place] for place in whole) - sum(self.values[place] for place in part)


class Attacker:
    """Who knows all that is shown and that nobody is counted less than once: a programme over the atoms."""

    def __init__(self, told: Told) -> None:
        """`told` are the figures; which of them are shown may become fewer."""
        self.told = told
        self.lines = list(told.shown)
        self.many = len(told.values)
        self.solver = Solver()
        values = np.array([sum(told.values[place] for place in line) for line in self.lines])
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self.many, len(self.lines)
        model.col_cost_, model.col_lower_ = np.zeros(self.many), np.zeros(self.many)
        model.col_upper_ = np.full(self.many, FREE)
        model.row_lower_ = model.row_upper_ = values
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.cumsum([0, *map(len, self.lines)]).astype(np.int32)
        model.a_matrix_.index_ = np.array([place for line in self.lines for place in sorted(line)], dtype=np.int32)
        model.a_matrix_.value_ = np.ones(sum(map(len, self.lines)))
        self.solver.passModel(model)

    def proof(self, whole: Places, part: Places) -> list[Places] | None:
        """The shown figures by which the secret is known to be one number; None where it can be several."""
        cost = np.zeros(self.many)
        cost[list(whole)] += 1.0
        cost[list(part)] -= 1.0
        value, used = self.told.value(whole, part), np.zeros(len(self.lines), dtype=bool)
        for sign in (1.0, -1.0):
            self.solver.changeColsCost(self.many, np.arange(self.many, dtype=np.int32), sign * cost)
            self.solver.run()
            # An end that is not what it is leaves more than one number, whatever the other end is.
            if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal or self._end() < sign * value:
                return None
            used |= np.abs(np.array(self.solver.getSolution().row_dual)) > ZERO
        return [self.lines[row] for row in np.flatnonzero(used)]

    def _end(self) -> float:
        """The least whole number that the cost can come to."""
        return float(np.ceil(self.solver.getInfo().objective_function_value - ROUND))

    def forget(self, line: Places) -> None:
        """Know a figure no longer."""
        self.solver.changeRowBounds(self.lines.index(line), -FREE, FREE)


def giving_away(
    family: Family,
    quarters: Sequence[Quarter],
    decided: Mapping[str, Pattern],
    running: Pattern,
    periods: Sequence[str],
    worth: Callable[[Key], float],
) -> frozenset[Key]:
    """The running totals to withhold beside those of `running`, so that nobody comes out; of a proof what is worth least."""
    told = Told(family)
    for quarter in quarters:
        told.add(quarter, decided[quarter.name].withheld)
    told.run(periods, running.withheld)
    return frozenset(_victims(told, worth))


def _victims(told: Told, worth: Callable[[Key], float]) -> Iterator[Key]:
    attacker = Attacker(told)
    for secret in sorted(told.secrets(), key=lambda one: [sorted(side) for side in one]):
        while proof := attacker.proof(*secret):
            running = [line for line in proof if told.shown.get(line)]
            if not running:
                break
            least = min(running, key=lambda line: (sum(map(worth, told.shown[line])), told.shown[line]))
            attacker.forget(least)
            yield from told.shown[least]
            told.shown[least] = []
