"""Sums over several periods: which of them give away what a single one of the periods withholds."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from etl.warehouse.withholding.block import Key, Sums
from etl.warehouse.withholding.family import Family, Quantity

# A figure must not be nearly all of those that are hidden with it.
NEARLY_ALL = 1 / 1.2


def quarter_of(period: str) -> str:
    """The quarter that a month (`2025-11`) or a quarter (`2025Q4`) lies in."""
    return period if "Q" in period else f"{period[:4]}Q{(int(period[5:]) + 2) // 3}"


def longer(period: str) -> tuple[str, ...]:
    """The quarter, for a month, and the year that a period lies in."""
    return tuple(dict.fromkeys((quarter_of(period), period[:4])))[0 if "-" in period else 1 :]


def calendar(first: str, last: str, base: str) -> Iterator[str]:
    """Every quarter from `first` to `last`, both included, or every month of them."""
    for number in range(int(first[:4]) * 4 + int(first[5:]) - 1, int(last[:4]) * 4 + int(last[5:])):
        year, place = divmod(number, 4)
        if base == "quarter":
            yield f"{year}Q{place + 1}"
        else:
            yield from (f"{year}-{place * 3 + month:02}" for month in (1, 2, 3))


def ends_quarter(period: str) -> bool:
    """Whether a base period is a quarter or the last month of one."""
    return "Q" in period or int(period[5:]) % 3 == 0


def tells(hidden: Sequence[float], minimum: int) -> bool:
    """Whether the sum of what is hidden tells one of its parts, or is itself of too few."""
    total = sum(hidden)
    return bool(hidden) and (total < minimum or max(hidden) > NEARLY_ALL * total)


def flows_of(columns: Sequence[Sums], name: str, period: str) -> Mapping[Key, float]:
    """The value of every figure of a quantity in a period."""
    return {
        Key(name, *where): float(values[row])
        for found in columns
        for values in (found.members @ found.values,)
        for where, row in found.places_of.get(name, {}).items()
        if where[1] == period
    }


class ToDate:
    """What came to each running total since it was last shown; of its keys the period is left out."""

    def __init__(self, family: Family) -> None:
        self.minimum = family.minimum
        self.of_name = {quantity.name: quantity for quantity in family.quantities}
        self.totals = [quantity for quantity in family.quantities if quantity.flow]
        # Total → the hidden flows since it was last shown; (total, its whole) → what the whole has more.
        self.hidden: dict[Key, list[float]] = defaultdict(list)
        self.rests: dict[tuple[Key, Key], float] = defaultdict(float)
        # Totals of which some flow was ever hidden; the others anybody can add up.
        self.uncertain: set[Key] = set()

    def add(self, columns: Sequence[Sums], withheld: Collection[Key], period: str) -> set[Key]:
        """Add the flows of a quarter; the running totals that must not be shown at its end."""
        flows = {total.flow: flows_of(columns, total.flow, period) for total in self.totals}
        for total in self.totals:
            for key, value in flows[total.flow].items():
                own = key._replace(quantity=total.name, period="")
                if self._is_hidden(total, key, withheld):
                    self.hidden[own].append(value)
                for name in total.rest_of:
                    flow = self.of_name[name].flow
                    whole = flows[flow].get(key._replace(quantity=flow), 0.0)
                    self.rests[own, own._replace(quantity=name)] += whole - value
        few = {key for key, values in self.hidden.items() if self._tells(key, values)}
        # The one goes that nobody can add up from shown flows.
        return few | {
            key if key in self.uncertain else whole
            for (key, whole), rest in self.rests.items()
            if 0 < rest < self.minimum
        }

    def unknown(self, columns: Sequence[Sums], withheld: Collection[Key], period: str) -> set[Key]:
        """The running totals to which something comes in a period that is not shown."""
        found = {
            key._replace(quantity=total.name, period="")
            for total in self.totals
            for key in flows_of(columns, total.flow, period)
            if self._is_hidden(total, key, withheld)
        }
        self.uncertain |= found
        return found

    def show(self, withheld: Collection[Key]) -> None:
        """Note which of the running totals were not withheld."""
        for key in self.hidden:
            if key not in withheld:
                self.hidden[key] = []
        for key, whole in self.rests:
            if key not in withheld and whole not in withheld:
                self.rests[key, whole] = 0.0

    def _is_hidden(self, total: Quantity, flow: Key, withheld: Collection[Key]) -> bool:
        return flow in withheld or not self.of_name[total.flow].is_asked

    def _tells(self, key: Key, values: Sequence[float]) -> bool:
        if self.of_name[self.of_name[key.quantity].flow].is_asked:
            return tells(values, self.minimum)
        # Of flows that nobody asks for, what came to the total must only be of enough.
        return 0 < sum(values) < self.minimum
