"""A form's declaration → what offices also call its columns, where it can mean one of them only: 报告期, 村居, 受理数."""

import re
from collections.abc import Callable, Iterable, Iterator

from etl.schema import NUMBERS, Column, Dataset, Kind
from etl.validate.field_words import FIELD_WORDS
from etl.validate.supposed import SUPPOSED

PERIOD_WORDS = ("报告期", "所属期", "统计期", "期别")
OF_PERIODS = {
    Kind.MONTH: ("统计月份", "所属月份", "报告月份", "月度", "时间", *PERIOD_WORDS),
    Kind.QUARTER: ("统计季度", "所属季度", "报告季度", "季度别", "季别", "时间", *PERIOD_WORDS),
}
OF_VILLAGES = (
    *("村（社区）", "村社区", "村/社区", "村居", "村（居）", "村名", "所属村", "所在村", "所属村（社区）", "所在村（社区）"),
    *("村居名称", "村社区名称", "行政村", "社区", "社区名称", "所在社区", "所属社区", "村", "村别", "村社", "村庄", "所在村居"),
    *("村委会", "村居委会", "村民委员会"),
)  # fmt: skip
OF_PARKS = ("园区", "园区名称", "所在园区", "所属园区", "园区/村", "村/园区")
OF_PLACES = (
    *("区域", "区域名称", "所在区域", "所属区域", "辖区", "所属辖区", "所在辖区", "地区", "片区", "属地", "镇村"),
    *("村园", "村（园）", "园（村）", "村、园", "园、村", "村（园区）", "村、园区", "村居园区", "村（社区、园区）", "村社区园区"),
)  # fmt: skip
OF_GRIDS = ("网格名", "所属网格", "所在网格")
# Over a column of a table, where no other column tells the area: whom a row is of sends it. Above a table it is who sends it.
SENDERS = ("单位", "单位名称", "填报单位", "上报单位", "报送单位", "名称")
OF_FIRMS = (
    *("企业名", "企业全称", "企业简称", "企业（单位）名称", "公司", "公司名称", "公司全称", "单位名称", "单位详细名称", "单位全称", "厂名", "厂家"),
    *("企业单位名称", "法人单位名称", "规上企业名称", "被走访企业"),
)  # fmt: skip
OF_SITES = (
    *("服务点", "服务点名称", "所在阵地", "所属阵地", "服务阵地", "孵化阵地", "孵化基地", "开课阵地", "培训阵地", "开课地点"),
    *("培训地点", "场所", "场所名称", "驿站", "站点", "点位", "服务站点", "服务驿站"),
)  # fmt: skip
# Words that offices exchange for each other within the name of a column.
EXCHANGED = (
    *(("考评", "考核"), ("等次", "等级"), ("得分", "分数"), ("时数", "时长"), ("金额", "额"), ("移交", "移送")),
    *(("开课", "开班"), ("开课", "开办"), ("举办", "举行"), ("参加", "参会"), ("参加", "参与"), ("联谊交流", "联谊"), ("达成意向", "意向")),
    *(("及以上", "以上"), ("可出租", "可租"), ("已出租", "已租"), ("住宅小区", "小区"), ("服务队", "队伍"), ("运营企业", "在营企业")),
    *(("建筑或用地面积", "建筑面积"), ("建筑或用地面积", "用地面积"), ("营业收入", "营收"), ("用电量", "用电")),
    *(("托位或席位", "托位"), ("托位或席位", "席位"), ("座位或托位", "座位"), ("座位或托位", "托位"), ("自媒体账号", "账号")),
    *(("产值", "工业产值"), ("总产值", "工业总产值"), ("销售产值", "工业销售产值"), ("用电量", "工业用电量")),
)  # fmt: skip
# A day is also a time, and never the reverse: 08:36 is no day.
OF_DAYS = ("日期", "时间", "日")
HOUSEHOLDS = ("住户", "户数", "住户数")
OF_HOUSEHOLDS = (
    "住户", "户数", "住户数", "居民户数", "现有住户", "总户数", "实有住户", "实有户数", "入住户数", "入住住户", "家庭户数", "家庭户",
)  # fmt: skip
# What figures are counted in, as it stands behind their names: 求职登记人数, 党组织个数.
COUNTERS = frozenset(
    {"人", "家", "件", "户", "名", "个", "次", "场", "支", "栋", "项", "人次", "家次", "处", "单", "所", "期"}
)
ALSO_COUNTED = {"场": ("场次",), "期": ("期次",)}
DONE = "已"
# Of a stock that its definition says to be counted then.
ENDS = ("季末", "月末", "期末")
STANDING = ("在", "现有", "实有", "存量")
# 本季签约: as many as came in that time, where the column holds how many there are at its end.
OF_THE_TIME = re.compile("^(?:本|当)(?:季度?|月)(?!末)")
SHORTEST, HALF = 2, 2
SHORT = frozenset({"村", "女"})
PERSONS = frozenset({"人", "人次", "家次"})
PLURAL = re.compile("(?:数量|总数|数|量)$")


def likely_words(dataset: Dataset, bare: Callable[[str], str]) -> dict[str, str]:
    """Every spelling, made comparable by `bare`, that is supposed to mean one column only → that column's name."""
    return _of_one((bare(word), column) for column in dataset.columns for word in supposed_words(column, dataset))


def sure_words(dataset: Dataset, bare: Callable[[str], str]) -> dict[str, str]:
    """Every other spelling that can mean one column only → that column's name.

    A word of the field is that column's, whatever the rules make of the names of others.
    """
    also = ((column, word) for column in dataset.columns for word in dict.fromkeys(_also(column, dataset, bare)))
    ruled = _of_one((bare(word), column) for column, word in also)
    field = _of_one((bare(word), column) for column in dataset.columns for word in _field_words(column, dataset))
    return ruled | field


def supposed_words(column: Column, dataset: Dataset) -> tuple[str, ...]:
    """The words that nearly always mean a column, of a part also behind 其中."""
    words = SUPPOSED.get(dataset.name, {}).get(column.name, ())
    if column.kind not in NUMBERS or not words:
        return words
    counted = [
        counted for word in words for stem in _stems(word, column.unit) for counted in _counted(stem, column.unit)
    ]
    spelled = tuple(dict.fromkeys((*words, *counted)))
    return (*spelled, *(f"其中{word}" for word in spelled)) if _is_part(column, dataset) else spelled


def _of_one(found: Iterable[tuple[str, Column]]) -> dict[str, str]:
    means: dict[str, set[str]] = {}
    for word, column in found:
        if len(word) >= SHORTEST or word in SHORT:
            means.setdefault(word, set()).add(column.name)
    return {word: min(names) for word, names in means.items() if len(names) == 1}


def _field_words(column: Column, dataset: Dataset) -> tuple[str, ...]:
    return FIELD_WORDS.get(dataset.name, {}).get(column.name, ())


def _also(column: Column, dataset: Dataset, bare: Callable[[str], str]) -> Iterator[str]:
    names = {bare(name) for name in (column.label, *column.aliases, *_field_words(column, dataset))}
    if column.name in dataset.key:
        yield from OF_PERIODS.get(column.kind, ())
    if column.references:
        yield from _places(column, dataset)
    if column.kind is Kind.CHOICE:
        yield from _kinds(column)
    if column.kind in (Kind.DATE, Kind.EDTF):
        yield from _times(names)
    if column.kind is Kind.CODE and column.label.endswith("编号") and dataset.key[0] == column.name:
        yield from (column.label.removesuffix("编号") + word for word in ("代码", "号", "代号"))
        yield from ("台账编号", "登记编号", "督办编号")
    yield from _exchanged(names)
    if column.kind in NUMBERS:
        yield from _figures(column, dataset, {*names, *_exchanged(names)})


def _places(column: Column, dataset: Dataset) -> Iterator[str]:
    """What offices call a column of enterprises, or of areas of the levels that it takes."""
    if column.references.startswith("enterprises."):
        yield from OF_FIRMS
    if column.references.startswith("service_sites."):
        yield from OF_SITES
    if not column.area_levels:
        return
    yield from OF_GRIDS if "网格" in column.area_levels and column.label == "网格" else ()
    if column.area_levels == ("网格",):
        return
    yield from OF_PLACES
    yield from OF_VILLAGES if "社区" in column.area_levels else ()
    yield from OF_PARKS if "园区" in column.area_levels else ()


def _kinds(column: Column) -> Iterator[str]:
    """纠纷类型 for 纠纷类别, and 类型 alone."""
    if column.label.endswith("类别"):
        yield from (column.label.removesuffix("类别") + word for word in ("类型", "种类", "类别"))
        yield from ("类别", "类型", "种类")
        yield column.label.removesuffix("类别")
    else:
        yield from (f"{column.label}{word}" for word in ("类别", "类型"))


def _times(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in OF_DAYS[:2]:
            if name.endswith(word):
                yield from (name.removesuffix(word) + other for other in OF_DAYS)


def _exchanged(names: Iterable[str]) -> Iterator[str]:
    """Every name with one pair of exchangeable words exchanged, either way."""
    for name in names:
        for own, other in (pair for both in EXCHANGED for pair in (both, both[::-1])):
            if own in name and other not in name.replace(own, ""):
                yield name.replace(own, other)


def _figures(column: Column, dataset: Dataset, names: set[str]) -> Iterator[str]:
    """The names of a figure with what it is counted in, with its halves exchanged, or marked as a part."""
    if column.unit == "户" and column.label in HOUSEHOLDS:
        yield from OF_HOUSEHOLDS
    stems = {stem for name in names for stem in _stems(name, column.unit)}
    turned = {stem[at:] + stem[:at] for stem in stems for at in range(HALF, len(stem) - HALF + 1)}
    spelled = {*names, *(counted for stem in (*stems, *turned) for counted in _counted(stem, column.unit))}
    yield from spelled
    yield from (f"{when}{word}" for when in ENDS if when in column.definition for word in spelled)
    yield from (f"{DONE}{word}" for word in spelled if not word.startswith((DONE, "应", "可")))
    if _is_part(column, dataset):
        yield from (f"其中{word}" for word in spelled)


def _stems(name: str, unit: str) -> Iterator[str]:
    """A figure's name without the word that says that it is counted: 参与 of 参与人数."""
    yield name
    for stem in (PLURAL.sub("", name), PLURAL.sub("", name).removesuffix(unit)):
        if unit in COUNTERS and len(stem) >= SHORTEST:
            yield stem


def _counted(stem: str, unit: str) -> Iterator[str]:
    yield stem
    if unit in COUNTERS:
        others = ("人数",) if unit == "名" else ("个数",) if unit not in PERSONS else ()
        yield from (f"{stem}{tail}" for tail in ("数", "数量", unit, f"{unit}数", *others, *ALSO_COUNTED.get(unit, ())))


def is_change_of_stock(header: str, column: Column) -> bool:
    """Whether a header tells of a time what its column holds for the end of it; 在岗 and 现有 are never of a time."""
    is_stock = column.kind in NUMBERS and any(end in column.definition for end in ENDS)
    return is_stock and bool(OF_THE_TIME.search(header)) and not any(word in header for word in STANDING)


def _is_part(column: Column, dataset: Dataset) -> bool:
    """Whether a rule of the form holds the figure against another one of its unit, of which it is a part."""
    others = [one.name for one in dataset.columns if one.kind in NUMBERS and one.unit == column.unit and one != column]
    return any(
        re.search(rf"\b{column.name}\b", rule.check) and any(re.search(rf"\b{name}\b", rule.check) for name in others)
        for rule in dataset.rules
    )
