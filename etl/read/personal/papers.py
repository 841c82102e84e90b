"""What papers say of one person: the number of a card or certificate after its name, a day of birth, the end of a number."""

import re

from etl.read.personal.kind import BLANK, DIGIT, SEPARATOR, UNIT_AFTER, Kind, spaced

_B = f"{BLANK}*"
_TO = f"{_B}[:：为是]?{_B}"
_PAPERS = "护照|passport|通行证|回乡证|台胞证|军官证|士兵证|士官证|军残证|优待证|老年证|驾驶证|驾照|准考证|学籍|学生证|工作证|居住证|暂住证|结婚证|出生证|残疾人?证|低保证|户口[本簿]?|(?:医保|社保|医疗保险|社会保障)[卡证]"
_INSURANCE = "医保|社保|医疗保险|社会保障"
_SAID = "(?:号码?|编号|证号|编码)"
_YEAR = "(?:19|20)[0-9]{2}"
# A day, a month or a span of years is no number of a paper: 社保卡服务进村 2025-11-04.
_TIME = re.compile(rf"{_YEAR}{_B}[-./年~—至]|{_YEAR}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])(?![0-9])")
# Behind a month or a day these count births, or tell of what serves them.
_COUNTED = re.compile(f"{_B}(?:[0-9]|[人率婴登缺医数性一政证])")


def _is_somebodys(found: re.Match[str]) -> bool:
    is_time = _TIME.match(found.string, found.start("number"))
    return not is_time and not UNIT_AFTER.match(found.string, found.end())


def _is_born(found: re.Match[str]) -> bool:
    return not _COUNTED.match(found.string, found.end())


PAPERS = (
    Kind(
        "证件号",
        f"(?:{_PAPERS})[^0-9A-Z]{{0,8}}[A-Z]{{0,2}}{SEPARATOR}(?P<number>{spaced(*[DIGIT] * 7)})",
        _is_somebodys,
        is_bounded=False,
    ),
    Kind(
        "证件号",
        f"(?:{_PAPERS}|{_INSURANCE}){_B}{_SAID}{_TO}[一-龥]{{0,3}}[A-Z]{{0,2}}(?P<number>[0-9]{{4}})",
        _is_somebodys,
        is_bounded=False,
    ),
    Kind(
        "出生日期",
        f"(?:出生|生于|生日)(?:日期|年月日?|时间|于)?{_TO}(?:{_YEAR}{_B}[年./-]{_B}[0-9]{{1,2}}|{_YEAR}[01][0-9]|[0-9]{{1,2}}{_B}月{_B}[0-9]{{1,2}}{_B}[日号])",
        is_bounded=False,
    ),
    Kind(
        "出生日期",
        f"{_YEAR}{_B}[年./-]{_B}[0-9]{{1,2}}{_B}(?:月|[./-]{_B}[0-9]{{1,2}})?(?:{_B}[0-9]{{1,2}}{_B}日)?{_B}(?:出生|生$|生[,，。;；)）])",
        _is_born,
        is_bounded=False,
    ),
    Kind("出生日期", f"[男女][,，、]?{_B}{_YEAR}年?(?:出生|生(?:$|[,，。;；)）]))", is_bounded=False),
    # What region and year somebody is of, whatever is left out behind.
    Kind("身份证号", f"身份证(?:号码?)?{_TO}[1-8][0-9]{{5}}{_YEAR}", is_bounded=False),
    Kind("手机号", f"(?:手机|电话|卡|证)[一-龥]{{0,3}}(?:尾号|[后末][三四六346]位){_TO}[0-9]{{3}}", is_bounded=False),
)
