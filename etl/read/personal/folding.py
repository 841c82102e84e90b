"""A text → the same text without its disguise: other digits, wide letters and invisible characters are undone.

The patterns of this room read the characters that office texts are made of, full-width punctuation and Chinese digits
among them. Every other character is folded to one of those before they search; so DuckDB can search the text as it
stands, where none of the others is in it.
"""

import unicodedata

from etl.parse.traditional import AS_SIMPLIFIED, TRADITIONAL

# Inside a character class, for Python and RE2 alike; these fold to themselves.
ORDINARY = "\t\n\r -~·—–‘’“”…×÷±°℃㎡‰≥≤√●※→\u3000-\u3017\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff1f\uff3b-\uff3d\uff5b-\uff5e"
UNUSUAL = f"[^{ORDINARY}]|[{TRADITIONAL}]"
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}


def _fold(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in INVISIBLE:
        return ""
    digit = unicodedata.digit(character, None)
    return unicodedata.normalize("NFKC", character) if digit is None else str(digit)


class _Folds(dict[int, str]):
    """Code point → what it folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


def _ordinary() -> dict[int, str]:
    ends = _ranges(ORDINARY)
    return {code: chr(code) for first, last in ends for code in range(ord(first), ord(last) + 1)}


def _ranges(characters: str) -> list[tuple[str, str]]:
    """The first and last characters of a class's ranges; a single one is both."""
    found, rest = [], characters
    while rest:
        is_range = rest[1:2] == "-" and len(rest) > 2
        found.append((rest[0], rest[2] if is_range else rest[0]))
        rest = rest[3 if is_range else 1 :]
    return found


_FOLDS = _Folds(_ordinary())


def visible(text: str) -> str:
    """`text` in ordinary characters: digits and letters in half width, invisible and bidi characters dropped."""
    return text.translate(_FOLDS)


def fold(text: str) -> str:
    """`text` as it is searched: as `visible`, and in simplified characters."""
    return visible(text).translate(AS_SIMPLIFIED)
