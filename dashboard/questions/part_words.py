"""The parts of dimensions → what people call them for short: 养老 for 养老服务, 规划办 for 镇规划建设办公室."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.questions.normal import normal, unended, without

# A name of so many signs is two words, by the first of which it is called.
HEAD, TWO_WORDS = 2, 4
OFFICE, OFFICE_SHORT = "办公室", "办"


def short_of_town(part: str, towns: Sequence[str]) -> str:
    """A unit of a town without the town before it; empty where next to nothing is left, or no town stands there."""
    short = next((without(part, town) for town in towns if without(part, town) != part), "")
    return short if len(short) > HEAD else ""


def shortened(parts: Sequence[str], towns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each part with what it is called for short, where no other part is called so but that of another town."""
    called = [(normal(short), part) for part in dict.fromkeys(parts) for short in _short(part, towns)]
    # The same office of two towns is called alike.
    bearers = Counter(short for short, _ in {(short, short_of_town(part, towns) or part) for short, part in called})
    return ((short, part) for short, part in called if bearers[short] == 1)


def _short(part: str, towns: Sequence[str]) -> Iterator[str]:
    plain = short_of_town(part, towns) or part
    if plain.endswith(OFFICE):
        kept = unended(plain, (OFFICE,))
        called = dict.fromkeys((kept + OFFICE_SHORT, kept[:HEAD] + OFFICE_SHORT, kept[::HEAD] + OFFICE_SHORT))
        yield from called
        # 镇规划办 is no 规划办 of every 镇.
        yield from (unended(part, (plain,)) + short for short in called if plain != part)
    elif len(plain) == TWO_WORDS and plain.isalpha():
        yield plain[:HEAD]
