"""One kind of personal data: the pattern that Python and DuckDB search for, and what Python asks of a place found."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from etl.read.personal.surnames import GIVEN

# Blanks of one cell; `\s` means other characters to Python than to RE2.
BLANK = "[ \t\n\r\u3000]"
# What typists put between the groups of a number.
_SEPARATORS = "[ \t\n\r\u3000\\-－–—·•.．/／、_()（）\\[\\]【】…|\\\\,，:：~～*+]"
SEPARATOR = _SEPARATORS + "{0,3}"
UNIT_AFTER = re.compile(
    f"{BLANK}*(?:元|美元|[万亿千百]|人|户|亩|平|㎡|m2|米|吨|公里|件|台|套|个|次|份|株|只|辆|名|箱|双|条|度|[%％])", re.I
)
# Digits as people write them; an O or an l only counts beside others.
FORMS = ("0〇零○Oo", "1一壹幺Il", "2二贰两", "3三叁", "4四肆", "5五伍", "6六陆", "7七柒", "8八捌", "9九玖")
_DIGITS = {ord(form): str(digit) for digit, forms in enumerate(FORMS) for form in forms}


def digit(values: str = "0123456789") -> str:
    """The class of all forms of these digits."""
    return f"[{''.join(FORMS[int(value)] for value in values)}]"


DIGIT = digit()
_CHINESE = "".join(form for forms in FORMS for form in forms if form > "~")
_C, _M = f"[{_CHINESE}]{_SEPARATORS}*", f"[0-9{_CHINESE}]{_SEPARATORS}*"
# Three digits in a row, one of them Chinese: few texts but disguised numbers have that.
CHINESE_NUMBER = f"{_C}{_M}{_M}|{_M}{_C}{_M}|{_M}{_M}{_C}"


def spaced(*classes: str) -> str:
    """The classes one after another, with or without separators between them."""
    return SEPARATOR.join(classes)


def digits_of(text: str) -> str:
    """The digits of `text` in their plain form, and X; all else dropped."""
    return "".join(mark for mark in text.translate(_DIGITS).upper() if mark in "0123456789X")


def _always(found: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True)
class Kind:
    """`label` is Chinese; `core` is a pattern over folded text; `confirms` judges a place where it matches.

    A number stands alone (`is_bounded`): no digit, letter or decimal point touches it. One of plain letters that has
    fewer than eleven digits and no word or mark beside them says so (`is_short`).
    """

    label: str
    core: str
    confirms: Callable[[re.Match[str]], bool] = _always
    is_bounded: bool = True
    is_short: bool = False

    @property
    def hint(self) -> str:
        """The pattern for RE2: wider and much smaller, so that its automaton stays in memory.

        Chinese digits are left to `CHINESE_NUMBER`, separators may be any number, a given name any characters.
        """
        core = self.core.replace(SEPARATOR, f"{_SEPARATORS}*")
        for forms in FORMS:
            core = core.replace(forms, "".join(form for form in forms if form <= "~"))
        core = re.sub(r"\(\?P<\w+>", "(?:", core).replace(f"[{GIVEN}]", "[一-龥]")
        if not self.is_bounded:
            return f"(?:{core})"
        return rf"(?:^|[^0-9A-Za-z.])(?:{core})(?:$|[^0-9A-Za-z.]|\.(?:$|[^0-9]))"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        bounded = rf"(?<![0-9A-Za-z.])(?:{self.core})(?![0-9A-Za-z]|\.[0-9])"
        return re.compile(bounded if self.is_bounded else self.core, re.IGNORECASE)

    def is_in(self, folded: str) -> bool:
        """Whether the kind stands somewhere in the folded text."""
        found = self._pattern.search(folded)
        while found and not self.confirms(found):
            found = self._pattern.search(folded, found.start() + 1)
        return found is not None
