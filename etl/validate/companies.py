"""Names of companies as offices write them, without their seat or legal form → the companies of the register."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.validate.names import normal

LEGAL = re.compile(r"(?:股份)?(?:有限)?(?:责任)?公司$")
GROUP = "集团"
SEAT = re.compile(r"^([一-龥]{2,4}?)(?:省|(?<![超城集])市|县)")
# A trade name and what is made have so many characters at least.
SHORTEST_COMPANY = 4
# What names of cities, counties and towns have.
SEAT_LENGTHS = frozenset({2, 3})
Codes = Mapping[str, set[str]]


@dataclass(frozen=True)
class Company:
    """A company's name in its parts: the innermost seat without 省 or 市, empty for none, and what is left of the name."""

    seat: str
    short: str


def company(text: str, seats: Sequence[str] = ()) -> Company:
    """A company's name without its seat and legal form: 某某市甲乙服装有限公司 is 甲乙服装 in 某某.

    `seats` are those that other names of the register tell with their 省 or 市, the longest first.
    """
    name, seat = normal(text), ""
    while (found := SEAT.match(name)) and len(name) - found.end() >= SHORTEST_COMPANY:
        name, seat = name[found.end() :], found[1]
    short = LEGAL.sub("", name) if len(LEGAL.sub("", name)) > 1 else name
    for place in seats:
        if short.startswith(place) and len(short) - len(place) >= SHORTEST_COMPANY:
            return Company(place, short.removeprefix(place))
    return Company(seat, short)


def company_spellings(names: Mapping[str, Iterable[str]], seats: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(spelling, code) for the ways in which a company is written without its legal form; code → its names and aliases."""
    for code, spellings in names.items():
        for one in {company(text, seats) for text in spellings}:
            for short in {one.short, one.short.removesuffix(GROUP)} - {""}:
                yield from ((f"{place}{short}", code) for place in {"", one.seat})


def seats_of(names: Iterable[str]) -> tuple[str, ...]:
    """The places that names of companies tell with their 省, 市 or 县, the longest first."""
    found = {told[1] for name in names if (told := SEAT.match(normal(name)))}
    return tuple(sorted(found, key=lambda seat: (-len(seat), seat)))


def spelt(codes: Codes) -> dict[str, set[str]]:
    """Code → its spellings."""
    found: dict[str, set[str]] = defaultdict(set)
    for spelling, known in codes.items():
        for code in known:
            found[code].add(spelling)
    return found


def codes_of(text: str, codes: Codes, varied: Codes, seats: Sequence[str]) -> set[str]:
    """The codes of the companies that `text` may mean; `varied` are the spellings of `company_spellings`, `codes` those of the register."""
    own, name = company(text, seats), normal(text)
    if name in varied:
        return varied[name]
    if not own.seat:
        return varied.get(own.short, set())
    # A company of no seat may be written with one; of another seat it is another company.
    unseated = {
        code
        for code in varied.get(own.short, set())
        if not any(company(other, seats).seat for other, known in codes.items() if code in known)
    }
    return varied.get(f"{own.seat}{own.short}") or unseated


def ending_so(text: str, codes: Codes, seats: Sequence[str]) -> set[str]:
    """The companies whose names differ by what may be a seat in front alone."""
    own = company(text, seats)
    if own.seat or len(own.short) < SHORTEST_COMPANY:
        return set()
    return {
        code
        for name, known in codes.items()
        if (short := company(name, seats).short).endswith(own.short)
        if len(short) - len(own.short) in SEAT_LENGTHS
        for code in known
    }
