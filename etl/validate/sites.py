"""Names of sites as offices shorten them: one part of 甲·乙 alone, or the last words of a name."""

import re
from collections.abc import Iterator, Mapping

from etl.parse.words import clean

# Between the parts of a name of which each is said alone.
DOT = re.compile("[·•・‧]")
SHORTEST_PART = 3


def parts_of_sites(codes: Mapping[str, set[str]]) -> Iterator[tuple[str, set[str]]]:
    """Each part of a name that is long enough to be said alone, with the codes of the name."""
    for name, known in codes.items():
        yield from ((part, known) for part in DOT.split(name) if len(part) >= SHORTEST_PART)


def sites_ending(text: str, codes: Mapping[str, set[str]]) -> set[str]:
    """The sites whose names end as a text of some length does."""
    word = clean(text)
    is_long = len(word) > SHORTEST_PART
    return set().union(*(known for name, known in codes.items() if is_long and name.endswith(word)))
