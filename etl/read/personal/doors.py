"""The door behind which somebody lives: a group's, a village's or a flat's number; offices' addresses are left alone."""

import re

from etl.read.personal.kind import BLANK, Kind

_N = "[0-9〇零一二三四五六七八九十百]+"
_NO = f"{_N}(?:[-－—之]{_N})?{BLANK}*号"
_B = f"{BLANK}*"
# What has a number but no inhabitant.
_NO_HOME = re.compile(
    rf"{_B}(?:楼|地|厂|路|桥|线|井|文|令|车|池|泵|门[市店卫岗]?|公|渠|桩|机|宗|网|库|摊|店|岗|点|灯|标|仓|塘|船|窗|馆|展|球|院|台|变|杆|箱|桌|选手|线|风|段|区|片|[完开动已前起召进])"
)
_OFFICE = re.compile(
    "公司|园区|(?:科技|工业|产业|创业|软件|文创|物流|制造|智造|示范|电商)园|园[一二三四0-9]期|大厦|广场|中心|委员会|居委|村委"
    "|支部|党委|政府|局|派出所|司法所|供电所|卫生院|医院|学校|幼儿园|厂|企业|协会|写字楼|办公|商会|市场|银行|酒店|商场|基地|车间|会议室|合作社|服务站"
)
_HOME = re.compile("户主|家住|住址|住户|住在|家庭|居住|家中|租住|本人")
_COUNTED = re.compile(f"{_B}(?:[0-9]|户|个|栋|幢|平|㎡|改造|楼道)")


def _is_home(found: re.Match[str]) -> bool:
    text = found.string
    is_office = _OFFICE.search(text) and not _HOME.search(text)
    return not is_office and not _NO_HOME.match(text, found.end()) and not _COUNTED.match(text, found.end())


# Behind 家 these are no home of somebody: 三家住宿企业, 老人家住院.
_NO_LIVING = re.compile("[房宿户宅院建所址]")


def _lives(found: re.Match[str]) -> bool:
    before = found.string[: found.start()][-1:]
    return not (before and (before.isdigit() or before in "万千百十几多各")) and not _NO_LIVING.match(
        found.string, found.start("place")
    )


def _is_room(found: re.Match[str]) -> bool:
    """No year, and no day before it: 5号2025."""
    is_year = re.fullmatch("(?:19|20)..", found["room"]) is not None
    return not is_year and "月" not in found.string[: found.start()][-3:] and _is_home(found)


def _is_lived_at(found: re.Match[str]) -> bool:
    return not _NO_HOME.match(found.string, found.end()) and not _COUNTED.match(found.string, found.end())


DOORS = (
    Kind("住址", f"家住{_B}[:：]?{_B}(?P<place>[一-龥]{{2}})", _lives, is_bounded=False),
    Kind("门牌号", f"{_NO}(?P<room>[0-9]{{3,4}})(?:$|[,，。;；)）])", _is_room, is_bounded=False),
    # Where somebody is said to live, whatever street it is.
    Kind(
        "门牌号",
        f"(?:住址|住处|住所|家住|现住|租住|居住于|(?:户籍|家庭|居住)地址)(?:于|在|为|是)?{_B}[:：]?{_B}[一-龥][一-龥0-9A-Z-]{{1,24}}(?:{_N}{_B}[号楼室]|[0-9]{_B}[栋幢座])",
        _is_lived_at,
        is_bounded=False,
    ),
    Kind("门牌号", f"门牌(?:号码?)?[:：]?{_B}[一-龥]{{0,12}}{_B}{_NO}", is_bounded=False),
    # 三组12号; the digits of a date or a document number stand elsewhere.
    Kind("门牌号", f"{_N}{_B}(?:村民小|居民小)?组[,，、-]?{_B}(?:第)?{_NO}", _is_home, is_bounded=False),
    Kind(
        "门牌号",
        f"(?:村|社区|厝|角落|自然村|新村|巷|弄|里|[东西南北中一二三四五六七八九0-9]区|[东西南北]片){_B}{_NO}",
        _is_home,
        is_bounded=False,
    ),
    Kind(
        "门牌号",
        f"{_N}{_B}(?:号楼|[#＃]楼?|幢|栋|座)?{_B}(?:{_N}{_B}(?:单元|梯)){_B}(?:[0-9]{{1,2}}[楼层]{_B})?[0-9一二三四五六七八九〇零]{{1,4}}{_B}(?:室|房|号|$|[,，。;；)）])",
        _is_home,
        is_bounded=False,
    ),
    Kind(
        "门牌号", f"{_N}{_B}(?:号楼|[#＃]楼?|幢|栋|座)?{_B}{_N}{_B}单元(?:$|[,，。;；)）])", _is_home, is_bounded=False
    ),
    Kind(
        "门牌号",
        f"[0-9A-Z一二三四五六七八九十]{_B}(?:号楼|[#＃]楼?|幢|栋|座){_B}(?:[0-9]{{1,2}}楼)?{_B}[0-9]{{3,4}}{_B}(?:室|房|$|[,，。;；)）])",
        _is_home,
        is_bounded=False,
    ),
    Kind(
        "门牌号",
        f"(?:城|苑|庭|府|湾|小区|花园|公寓|社区|新村){_B}[0-9]{{1,2}}[-－—][0-9]{{1,2}}[-－—][0-9]{{3,4}}(?:$|[,，。;；)）])",
        _is_home,
        is_bounded=False,
    ),
    Kind("门牌号", f"[0-9]{{1,3}}[-－—][0-9]{{1,2}}[-－—][0-9]{{3,4}}{_B}室", _is_home, is_bounded=False),
    Kind("门牌号", f"{_NO}{_B}(?:[0-9]{{1,2}}[楼层])?{_B}[0-9]{{3,4}}{_B}(?:室|房)", _is_home, is_bounded=False),
)
