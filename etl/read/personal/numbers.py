"""The numbers that belong to one person: phone, identity, passport, bank card, plate, account."""

import re
from itertools import accumulate

from etl.read.personal.kind import BLANK, DIGIT, FORMS, SEPARATOR, UNIT_AFTER, Kind, digit, digits_of, spaced

_ANY_DIGIT = re.compile(DIGIT)
_GROUP = re.compile(f"{DIGIT}+")
_PHONE_WORD = re.compile(r"电话|手机|联系|号码|微信|致电|拨打|tel|phone|mobile", re.I)
_MOBILE = spaced(digit("1"), digit("3456789"), *[DIGIT] * 9)
_GROUPED = {
    (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 5, 3), (4, 3, 4), (4, 4, 3), (3, 2, 2, 2, 2), (3, 2, 3, 3), (3, 3, 3, 2),
    (3, 4, 2, 2), (1, 3, 3, 4),
}  # fmt: skip
_CODE_WORD = re.compile(r"(?:许可证?|项目|合同|订单|批文|批复|执照|注册|统一社会信用)(?:编号|代码|号码?)?[:：\s]*$")


def _is_mobile(found: re.Match[str]) -> bool:
    """Whether eleven digits are a phone number, not figures side by side, an amount, a quotient or part of a code."""
    text, body = found.string, found["mobile"]
    letters = sum(mark in "OoIl" for mark in body)
    if letters > 8 or UNIT_AFTER.match(text, found.end()):
        return False
    groups = _GROUP.findall(body)
    sizes = tuple(map(len, groups))
    marks = {mark.strip() for mark in _GROUP.split(body)[1:-1]}
    if sizes == (3, 4, 4) or marks == set():
        return True
    if (marks == {"."} and len(groups) == 2) or sizes == (2, 3, 3, 3):
        return False
    if _PHONE_WORD.search(text):
        return True
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    if any(mark and mark in "-./_–—、," and mark in marks for mark in (before, after)):
        return False
    if sizes in _GROUPED or len(groups) >= 8:
        return True
    if "." in marks:
        return marks == {"."}
    if any(len(group) > 1 and group[0] in FORMS[0] for group in groups[1:]):
        return True
    is_round = all(group.endswith("00") for group in groups)
    return not is_round if len(groups) == 2 else marks <= {"-", "_", "·"} and len(marks) == 1


# 11–15 North … 81–83 the regions; the day may be any of 01–31.
_ID_18 = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]"
)
# Given out until 1999. Births before 1920 are left out: the codes of villages of a 镇 with three digits behind
# (110101001206 001) read like one of 1910.
_ID_15 = re.compile(
    r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}[2-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _is_checked(number: str) -> bool:
    """Whether the last digit of an 18-digit identity number follows from the others (GB 11643)."""
    total = sum(int(mark) * weight for mark, weight in zip(number[:17], _WEIGHTS, strict=True))
    return number[17] == "10X98765432"[total % 11]


def _is_identity(found: re.Match[str]) -> bool:
    number = digits_of(found["id"])
    if not _ID_18.fullmatch(number):
        return False
    # Area, day and serial number is also how permits and files are numbered.
    is_code = _CODE_WORD.search(found.string[: found.start()]) or (number[6:10] >= "2015" and "-" in found["id"])
    return _is_checked(number) or not is_code


# The six digits of a region, and then what hides the rest.
_REGION = re.compile(r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}\D")


def _is_masked_identity(found: re.Match[str]) -> bool:
    return len(found[0]) in (15, 18) or (len(found[0]) > 11 and _REGION.match(found[0]) is not None)


def _is_masked_mobile(found: re.Match[str]) -> bool:
    return sum(mark not in " -" for mark in found[0]) == 11


def _is_old_identity(found: re.Match[str]) -> bool:
    is_code = _CODE_WORD.search(found.string[: found.start()])
    return _ID_15.fullmatch(digits_of(found[0])) is not None and not is_code


def _passes_luhn(number: str) -> bool:
    doubled = [int(mark) * (1 + place % 2) for place, mark in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_card(found: re.Match[str]) -> bool:
    sizes = [len(group) for group in _GROUP.findall(found[0])]
    is_grouped = len(sizes) == 1 or min(sizes[:-1]) >= 4 or len(sizes) >= 12
    # What stands behind the card's last group may be another figure.
    ends = [end for end in accumulate(sizes) if end >= 16]
    return is_grouped and any(_passes_luhn(digits_of(found[0])[:end]) for end in ends)


# What things are numbered by, and no papers.
_THING_CODE = re.compile(r"(?<![照证件])(?:编号|型号|货号|批号|机号|书号|件号|货架号)[:：\s]*.?$")


def _is_passport(found: re.Match[str]) -> bool:
    """A letter, a year and a serial number is also how registers are numbered; a word before it decides."""
    if _THING_CODE.search(found.string[: found.start()]):
        return False
    return re.match("20[0-3]|19", digits_of(found[0])[-8:]) is None


def _is_landline(found: re.Match[str]) -> bool:
    number = digits_of(found["local"])
    return not UNIT_AFTER.match(found.string, found.end()) and not re.match("20[0-3][0-9][01]", number)


def _is_plate(found: re.Match[str]) -> bool:
    return len(_ANY_DIGIT.findall(found[0])) >= 3


def _has_figure(found: re.Match[str]) -> bool:
    """An account without a colon before it needs a letter and a digit, for 微信 stands in many words."""
    name, is_said = found["name"], found["said"].strip(" \t\n\r\u3000") != ""
    is_mixed = any(mark.isdigit() for mark in name) and any(mark.isalpha() for mark in name)
    return is_mixed or (is_said and not UNIT_AFTER.match(found.string, found.end()))


_D = DIGIT
_S = SEPARATOR
_FULL = spaced(
    *[digit("12345678"), *[_D] * 5, digit("12"), digit("890"), _D, _D, digit("01"), _D, digit("0123"), *[_D] * 4],
    f"(?:{_D}|[XxＸ×])",
)
_OLD = spaced(digit("12345678"), *[_D] * 5, digit("23456789"), _D, digit("01"), _D, digit("0123"), *[_D] * 4)
_AREA = f"{digit('0')}(?:{digit('1')}{digit('0')}|{digit('2')}{_D}|{digit('3456789')}{_D}{_D})"
_LOCAL = f"(?P<local>{digit('2345678')}{_D}{{2,3}}{BLANK}?[-－–—.·]?{BLANK}?{_D}{{4}})"
# The longest first.
_CARD = "|".join(
    [f"(?:6{_S}[02]{_S}{_D}{_S}{_D}|9558|9559){_S}{spaced(*[_D] * rest)}" for rest in (15, 14, 13)]
    + [f"(?:4{_S}{_D}|5{_S}[1-5]|6{_S}[02]){_S}{spaced(*[_D] * 14)}"]
)
_CALLED = "微信|威信|薇信|v信|weixin|wechat|vx|wx|[加+]v"

NUMBERS = (
    Kind("身份证号", f"(?P<id>{_FULL})(?:{_S}[1-7][1-4]B?[0-9]?)?", _is_identity),
    Kind("身份证号", r"[1-8][0-9]{2,16}[*＊×xX]{3,14}[0-9]{0,3}[0-9X]", _is_masked_identity),
    Kind("旧身份证号", _OLD, _is_old_identity),
    Kind(
        "手机号",
        f"(?:(?:tel|phone|mobile|mob|wechat|weixin|wx|vx|qq){_S})?(?:(?:[+]|00)?{_S}86{_S})?(?P<mobile>{_MOBILE})",
        _is_mobile,
    ),
    Kind("手机号", r"1[3-9][0-9][0-9]?[ -]?[*＊×xX]{3,6}[ -]?[0-9]{2,4}"),
    Kind("手机号", r"1[3-9][0-9]{1,6}[ -]?[*＊×xX]{3,8}[ -]?[0-9]{0,4}", _is_masked_mobile, is_bounded=False),
    Kind("银行卡号", _CARD, _is_card),
    Kind(
        "银行卡号",
        f"(?:银行卡|卡号|账号|帐号|账户)[^0-9]{{0,6}}{spaced(*[_D] * 15)}(?:{_S}{_D}){{0,4}}",
        is_bounded=False,
    ),
    Kind(
        "护照号", f"(?:[EGDSPH][ ]?(?P<serial>{spaced(*[_D] * 8)})|E[A-HJ-NP-Z][0-9]{{7}})", _is_passport, is_short=True
    ),
    Kind(
        "车牌号",
        f"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ]?[A-HJ-Z]{_S}"
        rf"[A-HJ-NP-Z0-9](?:[ ·.-]?[A-HJ-NP-Z0-9]){{3}}(?:[ ·.-]?[A-HJ-NP-Z0-9]){{0,1}}[ ]?[A-HJ-NP-Z0-9挂学警港澳](?:$|[^0-9A-Za-z-])",
        _is_plate,
        is_bounded=False,
    ),
    Kind("微信号", "wxid_[A-Za-z0-9]+", is_bounded=False),
    Kind(
        "微信号",
        f"(?:{_CALLED})(?P<said>(?:号码?|id)?{BLANK}*(?:[:：=为是(（_])?{BLANK}*)(?P<name>[A-Za-z0-9][A-Za-z0-9_-]{{5,19}})",
        _has_figure,
        is_bounded=False,
    ),
    Kind(
        "QQ号",
        f"(?:qq|扣扣)(?:号码?)?{BLANK}*(?:[:：=为是])?{BLANK}*(?P<local>[1-9]{_S}(?:{_D}{_S}){{3,9}}{_D})",
        _is_landline,
        is_bounded=False,
    ),
    Kind(
        "账号",
        f"(?:支付宝|抖音|快手|小红书)(?:账|帐)?号(?:{BLANK}*[:：]{BLANK}*[A-Za-z0-9]|{BLANK}*[A-Za-z][A-Za-z0-9_]{{4}})",
        is_bounded=False,
    ),
    Kind(
        "邮箱",
        rf"[A-Za-z0-9_+%-]{BLANK}?(?:(?:@|[(（\[]at[)）\]]| at ){BLANK}?[A-Za-z0-9-]+\.[A-Za-z]{{2,}}|#[A-Za-z0-9-]+\.(?:com|cn|net|org))",
        is_bounded=False,
    ),
    Kind(
        "电话号码",
        f"[(（]?{_AREA}{_S}{_LOCAL}",
        _is_landline,
    ),
    Kind(
        "电话号码",
        f"(?:电话|联系|致电|拨打|传真|座机|固话|tel|fax)[^0-9]{{0,6}}{_LOCAL}(?:$|[^0-9A-Za-z.])",
        _is_landline,
        is_bounded=False,
    ),
)
