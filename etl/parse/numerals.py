"""Turns whole Chinese numerals (`一百二十`, `三千五百万`, `壹佰贰拾`) into numbers; what is not strictly formed is refused."""

import re

DIGITS = "零一二三四五六七八九"
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"亿": 10**8, "万": 10**4}
# The forms of banknotes and contracts, and the traditional ones.
PLAIN = str.maketrans("〇○壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "零零一二二三三四五六六七八九十百千万亿")
NUMERAL_CHARACTERS = "".join((DIGITS, *PLACES, *MYRIADS, "两", *map(chr, PLAIN)))
LIMIT = 10**12
# On cheques a 零 stands before whole thousands too: 壹仟贰佰万零伍仟元.
NEEDLESS_ZERO = re.compile("(?<=[万亿])零(?=[一二三四五六七八九]千)")


def _section(value: int) -> str:
    """A number below 10,000: 1050 is 一千零五十."""
    spelled, is_gap = "", False
    for digit, place in zip(f"{value:04d}", ("千", "百", "十", ""), strict=True):
        if digit == "0":
            is_gap = bool(spelled)
        else:
            spelled += ("零" if is_gap else "") + DIGITS[int(digit)] + place
            is_gap = False
    return spelled


def spell(value: int) -> str:
    """The numeral of a number from 0 to below 10¹²: 100500 is 十万零五百."""
    spelled, is_gap = "", False
    for scale, myriad in (*MYRIADS.items(), ("", 1)):
        section = value // myriad % 10**4
        if section:
            needs_zero = spelled and (is_gap or section < 1000)
            spelled += ("零" if needs_zero else "") + _section(section) + scale
        is_gap = not section
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled or DIGITS[0]


def _sum(plain: str) -> int:
    total = section = digit = 0
    for character in plain:
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character in PLACES:
            section, digit = section + (digit or 1) * PLACES[character], 0
        else:
            total, section, digit = total + (section + digit) * MYRIADS[character], 0, 0
    return total + section + digit


def _two_as_digit(plain: str) -> str:
    """两 counts as 二 where it is said so: alone, and before 百, 千, 万 and 亿."""
    for place in "百千万亿":
        plain = plain.replace(f"两{place}", f"二{place}")
    return "二" if plain == "两" else plain


def parse_numeral(text: str) -> int | None:
    """The number below 10¹² that `text` spells by the rules, or None: 七八, 一万二, 二百五 and 一百十 leave a doubt."""
    plain = NEEDLESS_ZERO.sub("", _two_as_digit(text.translate(PLAIN)))
    if not plain or not set(plain) <= {*DIGITS, *PLACES, *MYRIADS}:
        return None
    if plain.startswith("一十"):
        plain = plain[1:]
    value = _sum(plain)
    return value if value < LIMIT and spell(value) == plain else None


def parse_digits(text: str) -> str | None:
    """The digits of a year read one by one (二〇二六, 二0二六, 九八), or None."""
    plain = text.translate(PLAIN).replace("O", "零").replace("o", "零")
    if not plain or not set(plain) <= {*DIGITS, *"0123456789"}:
        return None
    return "".join(str(DIGITS.index(character)) if character in DIGITS else character for character in plain)
