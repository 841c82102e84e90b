"""The lines around a table → the year, and the one period, that its rows are of; days of filling in are none."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from etl.parse.words import clean
from etl.schema import Dataset, Kind
from etl.validate.filled_in import FILLED_IN, without_filling_in

UNTIL = re.compile(r"截[至止到]")
# 〔2024〕27号 is the number of a document and no year of the data.
DOCUMENT = re.compile(r"[〔\[(【]20\d\d[〕\])】]\s*第?\d+号")
# In what order a note or a header says that days are written: 日-月-年, dd/mm/yy, 年.月.日.
DAY_ORDER = re.compile(
    r"日[-/.、\s]?月[-/.、\s]?年(?!度)|月[-/.、]日[-/.、]年(?!度)|年[-/.、]月[-/.、]日"
    r"|d{1,2}[-/.]m{1,2}[-/.]y{2,4}|m{1,2}[-/.]d{1,2}[-/.]y{2,4}|y{2,4}[-/.]m{1,2}[-/.]d{1,2}",
    re.IGNORECASE,
)
NUMERALS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
CHINESE_YEAR = re.compile(r"[二][〇零○][〇零○一二三四五六七八九]{2}(?=年)")
MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
CHINESE_MONTH = re.compile(r"(?<=年)(?:十[一二]?|[一二三四五六七八九])(?=月)")
DAY = re.compile(
    r"(?:20)?\d\d年\d{1,2}月\d{1,2}[日号]?|20\d\d([-/._])\d{1,2}\1\d{1,2}(?!\d)|(?<!\d)20\d\d[01]\d[0-3]\d(?!\d)"
)
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# Behind a month: only a part of it, or the first of several.
PART_OF_MONTH = re.compile(r"\s*(?:第?[一二三四五1-5]周|[上中下]旬|[前后]半月|[上下]半月|[-—–~～至到]\s*\d{1,2}[日号])")
SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)年")


def _folded(text: str) -> str:
    words = CHINESE_YEAR.sub(lambda match: match[0].translate(NUMERALS), clean(text))
    return CHINESE_MONTH.sub(lambda match: str(MONTHS.index(match[0]) + 1), words)


def _years(text: str) -> set[int]:
    """The years of data in one line: what follows a label of filling in, and a day that is not 截至, do not count."""
    words = DOCUMENT.sub(" ", without_filling_in(_folded(text)))
    if not UNTIL.search(words):
        words = DAY.sub(" ", words)
    years = {int(year) for year in YEAR.findall(words)}
    return years or {2000 + int(year) for year in SHORT_YEAR.findall(words)}


def year_of(lines: Sequence[str], sheet: str, file: str) -> int | None:
    """The one year that the lines above the table, the sheet's name or the file's name state, the nearest first."""
    for texts in (lines, [sheet], [PurePath(file).stem]):
        years = set().union(*map(_years, texts))
        if len(years) == 1:
            return years.pop()
        if years:
            return None
    return None


def phrases(lines: Sequence[str], sheet: str, file: str) -> list[str]:
    """What may be the period of all rows: pieces of the lines above the table, of the sheet's and the file's name."""
    found = []
    for text in (*lines, sheet, PurePath(file).stem):
        words = without_filling_in(_folded(text))
        for match in PERIOD.finditer(words):
            if PART_OF_MONTH.match(words, match.end()):
                continue
            found.append(match[0])
            # 2026年5月、6月 are two.
            if more := ONE_MORE.match(words, match.end()):
                found.append(f"{_year_in(match[0])}{more[1]}")
    return found


def apart(lines: Sequence[str], year: int | None, *, is_day: bool) -> list[str]:
    """The one day, month or quarter that lines tell apart from its year: 6月份工作台账（2026年）."""
    words = [_folded(text) for text in lines if not DUE.search(text) and not CUMULATIVE.search(_folded(text))]
    found = {match[0] for text in words if not FILLED_IN.search(text) for match in ALONE.finditer(text)}
    days = {
        match[1] for text in lines for match in DAY_ALONE.finditer(_folded(text)) if not FILLED_IN.search(_folded(text))
    }
    # What is counted in a month or quarter stands at its last day; any other is that of a form filled in.
    told = {day for day in days if is_day or LAST_DAYS.search(day)} or found
    return [f"{year}年{told.pop()}"] if year and len(told) == 1 else []


def _year_in(phrase: str) -> str:
    return next(iter(re.findall(r"(?:20)?\d\d年?", phrase)), "")


def one_period(texts: Iterable[str | None]) -> list[str]:
    """The one text among some that is a period and nothing else; none where there are several."""
    told = {words for text in texts if text and PERIOD.fullmatch(words := _folded(text))}
    return list(told) if len(told) == 1 else []


def day_order(texts: Iterable[str]) -> str:
    """The words that say in which order year, month and day are written; empty where none do."""
    return next((found[0] for text in texts if (found := DAY_ORDER.search(clean(text)))), "")


def of_sheet(sheet: str, year: int | None) -> list[str]:
    """The period of a sheet that is called 3月 or 一季度, in the year that the file or a title says."""
    if stated := YEAR_AND_MONTH.fullmatch(_folded(sheet)):
        return [f"{stated[1]}年{stated[2] or stated[3]}月"]
    return [f"{year}年{_folded(sheet)}"] if year and PART_OF_YEAR.fullmatch(_folded(sheet)) else []


YEAR_AND_MONTH = re.compile(r"(20\d\d)(?:[-.]([1-9])|[-.]?(0[1-9]|1[0-2]))")
# A month or quarter without a year, that is none of another year, none of several, and no beginning of a day.
ALONE = re.compile(
    r"(?<![\d.年至到、和—~/较比与自从按距-])(?<!上年)(?<!去年)(?<!同期)(?<!每年)(?:第?[一二三四1-4]季(?:度|(?!度))|(?:1[0-2]|[1-9])月(?:份|(?!份)))"
    r"(?![\d日号旬中上下至到、和/—~起前后内底初-]|以[来前后]|启动|开始|召开|开展|成立|实施|新增|增[加长减])"
)
# A day without a year in brackets or behind 截至: of nothing else than the figures.
DAY_ALONE = re.compile(r"(?:截[至止][到于]?|\()((?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])[日号])(?=止?\)|止?$|\s)")
LAST_DAYS = re.compile("(?:28|29|30|31)[日号]$")
# What is asked for until then, and not what the figures are of.
DUE = re.compile("报送|上报|[之以]?前|要求|说明|^注|请|务必|须|应于|每[月季]")
PART_OF_YEAR = re.compile(r"第?[一二三四1-4]季度?|(?:[1-9]|1[0-2])月(?:份)?")
# A year with a quarter, a month, 截至 a day, the end of the year or three months of it; 1—6月 is left to the columns.
PERIOD = re.compile(
    r"(?<!\d)20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?\s*[-—–~～至到]+\s*(?:20\d\d[-./年])?\d{1,2}[-./月]\d{1,2}(?:日|(?!\d))"
    r"|(?<!\d)20\d\d[-.](?:0[1-9]|1[0-2])(?![-.\d])"
    r"|(?<!\d)20\d\d年?(?:0?1月?[-—–~～至到]0?3|0?4月?[-—–~～至到]0?6|0?7月?[-—–~～至到]0?9|10月?[-—–~～至到]12)月份?"
    r"|(?:截[至止到])?(?:20)?\d\d年?[\s-]*(?:第?[一二三四1-4]季度?末?|[Qq][1-4]|\d{1,2}月(?:\d{1,2}日)?[份末底]?)(?![—~-]?\d)"
    r"|(?<!\d)20\d\d年(?:年?[末底]|[上下]半年[末底]?)"
    r"|(?<=[(])20\d\d([-./])\d{1,2}\1\d{1,2}(?=[)])"
)
ONE_MORE = re.compile(r"\s*(?:[、和与及至到,&+—–~～-]|以及)\s*(第?[一二三四1-4]季度|\d{1,2}月)")

# Neither 6月末 nor a day: of what adds up it may be that month alone.
MONTH_ALONE = re.compile(r"(?:20)?\d\d年\d{1,2}月(?:份)?|20\d\d[-.]\d{2}")
SO_FAR = r"(?:今年|本年度?|年初|(?<!\d)1月(?:份|1日)?)(?:以来|至今|起至)|年初至"
# 1—3月 is a quarter like any other; of a month it is none.
CUMULATIVE = re.compile(
    r"(?<!\d)1月?(?:份)?\s*[-—–~～至到]\s*(?:[4-9]|1[0-2])月|上半年|前[二三]季度|1\s*[-—–~～至到]\s*[234]季度|(?<![非不未无])累计"
    rf"|{SO_FAR}"
)
CUMULATIVE_MONTHS = re.compile(
    r"(?<!\d)1月?(?:份)?\s*[-—–~～至到]\s*(?:[2-9]|1[0-2])月(?:份)?(?:累计)?|(?<![非不未无])累计|上半年" rf"|{SO_FAR}"
)
SIGNATURE = re.compile(
    r"^(?:填表|填报|制表|审核|复核|统计|经办|报送|校对|审签|签发|负责)\s*(?:\(签[字章名]\))?\s*[:：]|"
    r"(?:填表|填报|制表|审核|复核|统计|经办|报送|单位|主要|分管)?(?:负责)?(?:人|员|领导)\s*(?:\(签[字章名]\))?\s*[:：(]"
)


# At the end of a title, but for words that name the sheet of paper; 计划完成情况 tells what was done.
PLANNED = re.compile(
    r"(?:计划|目标|任务|预算|规划|打算|预测|预计|预估|设想|安排)(?:数|值|指标|任务|方案|安排|下达|申报|分解|汇总|统计|一览|情况)?(?:表|清单)?(?:\([^()]*\))*$|目标任务"
)
EXPECTED = re.compile(r"预计|预测|预估|测算|(?<![草模虚])拟(?=[签入投招建引开培走])")
# Beside the figures of this period they are compared with: 与上年同期比较.
BEFORE_ALONE = re.compile(r"(?:上年|去年|上月|上季度?|上期)(?:同期|同月|同季度?)?|同期(?=数|值|情况|$)")
DIFFERENCES = re.compile(
    r"(?:增减|增量|净增|增幅|增速|增长率?|同比|环比|占比|比重)(?:数|值|量|额|率|变化|增减|排名)*(?:情况|统计|汇总|一览)*表?(?:\([^()]*\))*$"
)
PER_CENT = re.compile(r"\([^()]*[%％][^()]*\)|单位:?[%％]")
# A column of that kind beside the figures, which a title may well mean.
BESIDE_FIGURES = re.compile(
    r"增[减长幅速量]|同比|环比|上年|去年|同期|上期|上季|上月|计划|目标|任务|预[计测估算]|占比|比重|变化"
)
COMPARED = re.compile(r"[比较与及和同跟、]|对照")
OF_SHARES = re.compile("同期|同比|环比|占比|比重|比例")
DONE = re.compile('完成|推进|执行|落实|进展|实施|行动|[“"《]')


def other_figures(text: str) -> str:
    """The words of a title by which its figures are planned, expected, of before or differences; empty where none are."""
    words = clean(text)
    if found := PER_CENT.search(words) or EXPECTED.search(words):
        return found[0]
    if (found := PLANNED.search(words)) and not DONE.search(words):
        return found[0]
    if COMPARED.search(OF_SHARES.sub("", words)):
        return ""
    found = BEFORE_ALONE.search(words) or DIFFERENCES.search(words)
    return found[0] if found else ""


# What a footnote says of all figures: 以上均为预计数.
OF_ALL = re.compile(
    r"(?:以上|上述|上表|本表|表中|表内|所[填报])[一-龥]{0,8}?(?:均|都|全部)?[为系是](?P<what>[^。;；,，]{1,24})"
)
OF_OTHERS = re.compile("计划|目标|任务|上年|去年|同期|上月|上季|上期|估计|推算")


def said_of_all(note: str) -> str:
    """What a footnote says that all figures above it are; empty where it says nothing of all."""
    found = OF_ALL.search(clean(note))
    return found["what"] if found else ""


def cumulative_in(text: str, dataset: Dataset) -> str:
    """The words beside a table that say that figures run from the beginning of the year; empty where there are none.

    Of a form whose rows are of a quarter or a month; what is counted on a day has no such figures.
    """
    kinds = {column.kind for column in dataset.columns if column.name in dataset.key}
    found = CUMULATIVE_MONTHS if Kind.MONTH in kinds else CUMULATIVE if Kind.QUARTER in kinds else None
    match = found.search(_folded(text)) if found else None
    return match[0] if match else ""


def is_signature(text: str, kind: str) -> bool:
    """Whether a name (and nothing worse) stands in a line that says who filled in the form; it is left out unread."""
    return kind == NAME and bool(SIGNATURE.search(clean(text)))


NAME = "姓名"
