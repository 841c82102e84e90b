"""The persons of a whole by all that is told of them at once → the pieces that an attacker may think of."""

from collections.abc import Sequence
from itertools import product

WHOLE = "true"


def pieces_of(whole: str, *shares: tuple[str, str]) -> dict[str, str]:
    """The persons of a `whole` by all shares of them together, each given as (part, those of whom it is told).

    A piece has a letter for each share: Y whom the part counts, N the others, U of whom nothing is told. How many of the
    part of one share are in that of another nobody knows; here all are counted from the same first person on. A piece
    that nobody can be in, since of a row all or nothing is told, is NULL: whoever sees what was reported knows that.
    """
    pieces = {}
    for letters in product("YNU", repeat=len(shares)):
        spans = [_span(letter, whole, *share) for letter, share in zip(letters, shares, strict=True)]
        starts, ends, first, last = zip(*spans, strict=True)
        count, room = f"{_last(ends)} - {_first(starts)}", f"{_last(last)} > {_first(first)}"
        told = [
            f"{part} IS {'NULL' if letter == 'U' else 'NOT NULL'}"
            for letter, (part, _) in zip(letters, shares, strict=True)
        ]
        nobody = " AND ".join([f"{whole} = 0", *told])
        pieces["".join(letters)] = f"CASE WHEN {room} OR ({nobody}) THEN greatest({count}, 0) END"
    return pieces


def _span(letter: str, whole: str, part: str, told: str) -> tuple[str, str, str, str]:
    """From which person of a `whole` to which those of a letter are counted, and where they might be."""
    counted, known = f"coalesce({part}, 0)", f"coalesce({told}, 0)"
    return {
        "Y": ("0", counted, "0", known),
        "N": (counted, known, "0", known),
        "U": (known, whole, known, whole),
    }[letter]


def _first(numbers: Sequence[str]) -> str:
    return f"greatest({', '.join(dict.fromkeys(numbers))})"


def _last(numbers: Sequence[str]) -> str:
    return f"least({', '.join(dict.fromkeys(numbers))})"


def reported(part: str, whole: str) -> tuple[str, str]:
    """A share of which, where it is reported, it is told of the `whole`."""
    return part, f"CASE WHEN {part} IS NOT NULL THEN {whole} END"


def counted(place: int = 0) -> str:
    """Whom the part of a share counts, the one at a place among several."""
    return f"piece LIKE '{'_' * place}Y%'"


def told_of(place: int = 0) -> str:
    """Of whom it is told."""
    return f"regexp_matches(piece, '^.{{{place}}}[YN]')"
