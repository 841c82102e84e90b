"""Cases of a product of choices → few of them that meet all that is asked of them, always the same."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Case = TypeVar("Case")


def covering(
    cases: Iterable[Case], meets: Callable[[Case], Iterable[Hashable]], met: Iterable[Hashable] = ()
) -> Iterator[Case]:
    """In their order the cases that meet something which no case before them has met; `met` need not be met again."""
    known = set(met)
    for case in cases:
        if new := set(meets(case)) - known:
            known |= new
            yield case
