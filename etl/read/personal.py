"""Says which headers and which values are a person's, as patterns that DuckDB (RE2) and Python read alike."""

import re

REMEDY = "请删去该列或该值，只报汇总数。"

# Last words of a header: 联系人 is a person, 联系人数 a count.
_WORDS = (
    "姓名", "联系人", "书记", "户主", "法定代表人", "法人代表",
    "(?:电话|手机|手机号|电话号)码?", "微信号?", "身份证(?:号|件号)?码?", "证件号码?", "银行卡号", "车牌号码?",
    "住址", "(?:家庭|居住)地址", "出生(?:日期|年月|年月日)", "生日",
    "照片", "人脸(?:照片|图像|信息|数据|特征)?", "(?:轨迹|行踪)(?:数据|信息)?",
)  # fmt: skip
# Typists stretch a short header with blanks (姓　名). A remark of one character in brackets is a unit: 电话（部）.
PERSONAL_HEADERS = (
    "(?:"
    + "|".join(re.sub(r"(?<=[一-龥])(?=[一-龥])", r"[\\s　]*", word) for word in _WORDS)
    + r")[\s　]*(?:[*＊]|[(（][^)）]{2,}[)）])?[\s　]*$"
)

# Numbers may be typed in full width.
_WIDE = {ord(character): ord(character) + 0xFEE0 for character in "0123456789Xx"}


def _alone(pattern: str) -> str:
    """The pattern, in either width, where no digit, letter or decimal point touches it."""
    bounded = rf"(?:^|[^0-9A-Za-z.])(?:{pattern})(?:$|[^0-9A-Za-z.]|\.(?:$|[^0-9]))"
    return re.sub(r"[0-9](?:-[0-9])?(?=[^\[{]*\])|Xx", lambda found: found[0] + found[0].translate(_WIDE), bounded)


_PROVINCE = "(?:[1][1-5]|[2][1-3]|[3][1-7]|[4][1-6]|[5][0-4]|[6][1-5]|[7][1]|[8][1-3])"
_MONTH_DAY = "(?:[0][1-9]|[1][0-2])(?:[0][1-9]|[12][0-9]|[3][01])"

# Label → pattern to be searched for with `regexp_matches`.
PERSONAL_VALUES = {
    "身份证号": _alone(f"{_PROVINCE}[0-9]{{4}}(?:[1][89]|[2][0])[0-9]{{2}}{_MONTH_DAY}[0-9]{{3}}[0-9Xx]"),
    # Given out until 1999. Births before 1920 are left out: the codes of Shishi's villages with three digits behind
    # (350581101206 001) read like one of 1910.
    "旧身份证号": _alone(f"{_PROVINCE}[0-9]{{4}}[2-9][0-9]{_MONTH_DAY}[0-9]{{3}}"),
    "手机号": _alone("(?:[+]?[8][6][ -]?)?[1][3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"),
}
_COMPILED = {label: re.compile(pattern) for label, pattern in PERSONAL_VALUES.items()}


def find_personal(text: str) -> str | None:
    """What kind of personal number stands somewhere in `text`, as its Chinese label, or None."""
    return next((label for label, pattern in _COMPILED.items() if pattern.search(text)), None)
