"""The words of time (三季度, 去年, 近四季, 1-9月) → the periods that they mean, counted from the last one of which there is a report."""

import re
from collections.abc import Callable

from dashboard.metrics.periods import TO_DATE, Grain, to_grain, within
from dashboard.questions.normal import CHINESE, NUMERALS, whole
from dashboard.questions.spans import MOST_PERIODS, Clock, Span, Time

NUMBER = rf"(?:\d{{1,3}}|{CHINESE})"
CHINESE_YEAR = r"[一二][零〇○九][零〇○一二三四五六七八九]{2}"
# A figure before a figure is a piece of it; 2025三季度 is a year and a quarter.
APART = r"(?:(?<!\d)|(?<=\d)(?=[一二三四五六七八九十]))"
UNITS: dict[str, Grain] = {"季": "quarter", "月": "month", "年": "year"}


def _year(found: re.Match[str], clock: Clock) -> Time:
    text = found["year"]
    if not text.isdecimal():
        text = "".join(str(NUMERALS[numeral]) for numeral in text)
    return Time(year=int(text) if len(text) == 4 else 2000 + int(text))


def _same(found: re.Match[str], clock: Clock) -> Time:
    return Time(year=_year(found, clock).year, is_same=True)


def _same_back(found: re.Match[str], clock: Clock) -> Time:
    return Time(year=int(clock.now("year", {"前": -2, "大前": -3}[found["back"]])), is_same=True)


def _year_end(found: re.Match[str], clock: Clock) -> Time:
    return Time(year=_year(found, clock).year, unit="quarter", first=4, last=4)


def _year_end_back(found: re.Match[str], clock: Clock) -> Time:
    years = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2}[found["back"]]
    return Time(year=int(clock.now("year", years)), unit="quarter", first=4, last=4)


def _quarter(found: re.Match[str], clock: Clock) -> Time:
    last = whole(found["number"] or found["placed"])
    return Time(unit="quarter", first=whole(found["from"]) if found["from"] else last, last=last)


def _q(found: re.Match[str], clock: Clock) -> Time:
    return Time(unit="quarter", first=int(found["number"]), last=int(found["number"]))


def _month(found: re.Match[str], clock: Clock) -> Time:
    first = whole(found["from"]) if found["from"] else whole(found["number"])
    return Time(unit="month", first=first, last=whole(found["number"]))


def _code(found: re.Match[str], clock: Clock) -> Time:
    month = int(found["month"])
    return Time(year=int(found["year"]), unit="month", first=month, last=month)


def _begun(found: re.Match[str], clock: Clock) -> Time:
    return Time(unit="quarter", first=1, last=whole(found["number"]))


def _first_months(found: re.Match[str], clock: Clock) -> Time:
    return Time(unit="month", first=1, last=max(1, min(whole(found["number"]), 12)))


def _to_date(found: re.Match[str], clock: Clock) -> Time:
    """The year to date, by its last quarter; the first quarter and the year are what they are called otherwise."""
    told = found.groupdict()
    last = 2 if told.get("half") else whole(told["month"]) // 3 if told.get("month") else whole(told["number"])
    unit = next((grain for grain, count in TO_DATE.items() if count == last), None)
    return Time(unit=unit, first=last, last=last) if unit else Time(unit="quarter", first=last, last=last)


def _half(found: re.Match[str], clock: Clock) -> Time:
    return Time(unit="quarter", first=1, last=2) if found["half"] == "上" else Time(unit="quarter", first=3, last=4)


def _back(found: re.Match[str], clock: Clock) -> Time:
    count, unit = max(1, min(whole(found["number"]), MOST_PERIODS)), UNITS[found["unit"]]
    # A few years are looked at by quarter, more by year.
    if unit == "year":
        unit, count = ("quarter", count * 4) if count <= 3 else ("year", count)
    return Time(span=Span(clock.now(unit, 1 - count), clock.now(unit)))


def _half_back(found: re.Match[str], clock: Clock) -> Time:
    return Time(span=Span(clock.now("month", -5), clock.now("month")))


def _relative(grain: Grain, steps: int) -> Callable[[re.Match[str], Clock], Time]:
    def read(found: re.Match[str], clock: Clock) -> Time:
        period = clock.now(grain, steps)
        return Time(year=int(period)) if grain == "year" else Time(span=Span(period, period))

    return read


def _ago(found: re.Match[str], clock: Clock) -> Time:
    unit = UNITS[found["unit"]]
    period = clock.now(unit, -whole(found["number"]))
    return Time(span=Span(period, period))


def _since_begin(found: re.Match[str], clock: Clock) -> Time:
    """The end of last year, which is the beginning of this one."""
    end = within(to_grain(clock.now("year", -1), "year"), "quarter")[-1]
    return Time(span=Span(end, end), is_against=True)


def _so_far(found: re.Match[str], clock: Clock) -> Time:
    last = clock.now("quarter")
    return Time(span=Span(within(to_grain(last, "year"), "quarter")[0], last))


# Each a pattern and what it means; the longest that fits at a place is meant, of equally long ones the first.
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], Time]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (
            r"今年(?:截至|截止到?|到)?(?:现在|目前)|截至目前|今年以来|年初以来|开年以来|今年至今|年初至今|年初到现在|今年累计|本年累计|年内",
            _so_far,
        ),
        (rf"(?<!\d)(?P<year>(?:19|20)\d\d|{CHINESE_YEAR})(?:年全年|年度?|(?!\d))", _year),
        (rf"(?<!\d)(?P<number>{NUMBER})(?:个(?=[季月]))?(?P<unit>[季月年])度?(?:以前|之前|前)(?!\d)", _ago),
        (
            r"[比较与和跟同](?:今年?|本年)?年?初(?:相比|比较|相较|比)?|[比较与和跟同](?:去|上)年年?[底末](?:相比|比较|相较|比)?"
            r"|(?:去|上)年年?[底末](?:到|至)(?:现在|今|目前)",
            _since_begin,
        ),
        (rf"(?<!\d)(?P<year>(?:19|20)\d\d|{CHINESE_YEAR}|\d\d)年(?:同期|同季度?)", _same),
        (r"(?P<back>大前|前)年(?:同期|同季度?)", _same_back),
        (rf"(?<!\d)(?P<year>(?:19|20)\d\d|{CHINESE_YEAR}|\d\d)年(?:年|度)?[底末]", _year_end),
        (r"(?P<back>去|上|今|本|前)年年?[底末]", _year_end_back),
        (r"(?<!\d)(?P<year>\d\d|二[零一二三四五六七八九])年度?", _year),
        (r"(?<!\d)(?P<year>(?:19|20)\d\d)[-年.](?P<month>0[1-9]|1[0-2])(?!\d)月?", _code),
        (
            rf"{APART}(?:第?(?P<from>[一二三四1-4])(?:季度?)?[-至到])?(?:第(?P<placed>[一二三四1-4])个|第?(?P<number>[一二三四1-4]))季度?",
            _quarter,
        ),
        (r" ?(?<![a-z])q(?P<number>[1-4])(?!\d)", _q),
        (r"(?<!\d)(?P<number>[1-4])q(?![a-z\d])", _q),
        (
            rf"{APART}(?:(?P<from>1[0-2]|[1-9])月?[-至到])?(?P<number>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?",
            _month,
        ),
        (r"(?:前|[一1]至)(?P<number>[二两三23])个?季度?累计", _to_date),
        (r"(?:1|一)月?[-—至到](?P<month>[69六九])月份?累计", _to_date),
        (r"(?P<half>上)半年度?累计", _to_date),
        (rf"前(?P<number>{NUMBER})个月", _first_months),
        (r"前(?P<number>[二两三23])个?季度?", _begun),
        (r"(?P<half>[上下])半年度?", _half),
        (rf"(?:最近|近|过去|近来)的?(?P<number>{NUMBER})个?(?P<unit>[季月年])度?来?", _back),
        (
            r"(?<![第前近去这后来过上下期了满\d十])(?P<number>[两二三五六七八九]|[2-9])个(?P<unit>[季月])度?(?![转末底])",
            _back,
        ),
        (r"这(?P<number>[两二三四五六七八九十2-9])个?(?P<unit>[季月年])度?来?", _back),
        (r"(?<![\d十二])(?P<number>[两三四五])(?P<unit>年)(?:来|间|以来)?", _back),
        (r"(?:最近|近|过去|这)半年来?|半年来", _half_back),
        (r"本季度?|这个?季度?|当季度?|最新一?期|最近一期|本期|目前|当前|现在|当下|最新", _relative("quarter", 0)),
        (r"上上个?季度?", _relative("quarter", -2)),
        (r"上上个?月", _relative("month", -2)),
        (r"上个?季度?|上一个?季度?|上一?期", _relative("quarter", -1)),
        (r"本月|这个?月|当月|最近一个月", _relative("month", 0)),
        (r"上个?月|上一个?月", _relative("month", -1)),
        (r"下个?季度?|下一个?季度?", _relative("quarter", 1)),
        (r"下个?月|下一个?月", _relative("month", 1)),
        (r"明年度?|来年|下一?年度?", _relative("year", 1)),
        (r"今年(?:全年)?|本年度?|当年|这一年|全年(?!累计)", _relative("year", 0)),
        (r"去年(?:全年|一?整?年)?|上年度?|上一年|去年度", _relative("year", -1)),
        (r"前年(?:全年|一?整?年)?", _relative("year", -2)),
        (r"大前年(?:全年)?", _relative("year", -3)),
        (r"以来|至今|到目前为止|到现在为止|(?<=[年度月])(?:起|开始)", lambda found, clock: Time(is_till_now=True)),
    )
)


def time_at(text: str, start: int, clock: Clock) -> tuple[int, Time] | None:
    """The longest word of time that begins at a place of the text: where it ends, and what it means."""
    best: tuple[int, Time] | None = None
    for pattern, read in PATTERNS:
        found = pattern.match(text, start)
        if found and found.end() > start and (best is None or found.end() > best[0]):
            best = (found.end(), read(found, clock))
    return best
