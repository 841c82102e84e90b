"""The words of asking that are about time: against which period, how it went, by which periods, and when."""

from dashboard.metrics.marts.mart import words
from dashboard.metrics.periods import Grain
from dashboard.metrics.selection import Comparison

# A time where nothing is compared with it.
YEAR_BEFORE = words("去年同期 上年同期 去年这个时候 去年此时 去年同季 去年同季度 上年同季 上年同季度 去年同月 上年同月")
COMPARISON_WORDS: dict[Comparison, tuple[str, ...]] = {
    "year_earlier": (
        *words("同比 比去年 较去年 比上年 较上年 与去年比 和去年比 比去年同期 较上年同期 与上年同期比 同比变化"),
        *YEAR_BEFORE,
    ),
    "previous": words("环比 比上季 较上季 比上季度 较上季度 比上期 较上期 比上月 较上月 环比变化"),
    "none": ("不比较",),
}
TREND_WORDS = words(
    "趋势 走势 走向 变化趋势 变化情况 历年 历次 逐期 曲线 折线 怎么变 怎么变化 如何变化 有什么变化 有何变化 变化"
)
GRAIN_WORDS: dict[Grain, tuple[str, ...]] = {
    "month": words("十二个月 12个月 月份 每个月 每月末 每月底 各月末 按月 分月 逐月 每月 各月 月度 分月份 按月份"),
    "quarter": words(
        "四个季度 各个季度 每个季度 每一季 每一季度 每季末 每季度末 按季 分季 逐季 每季 各季 季度 按季度 分季度 逐季度 每季度 各季度"
    ),
    "year": words("年份 每一年 每年末 按年 分年 逐年 每年 各年 年度 按年度 分年度"),
}
# In which period something was so first.
FIRST_TIME = ("首次", "第一次", "头一次", "头一回", "最早")
# When something was so: in which of the periods.
WHEN_WORDS: dict[str, tuple[str, ...]] = {
    "": words(
        "首次 第一次 头一次 头一回 最早 最早什么时候 首次什么时候 第一次什么时候 什么时候首次 什么时候第一次 什么时候最早 什么时候 是什么时候 何时 哪天 是哪天 哪一天 哪个时期 哪一期 哪期"
    ),
    "month": words("的一个月 的那个月 哪个月 哪个月份 哪一个月 哪几个月 哪月 几月 几月份 是几月 哪些月份"),
    "quarter": words(
        "的一个季度 的那个季度 的一季 哪个季度 哪一季 哪季 哪一个季度 哪一季度 哪季度 哪几个季度 第几季度 几季度"
    ),
    "year": words("的一年 的那一年 的那年 哪年 哪一年 哪个年份 哪几年"),
}
# Until when: of a state at its end that is the time itself.
TILL_WORDS = frozenset(words("截至 截止 截止到 截止至 到目前"))
# Said of each of several periods; 每季度 and 各月 tell each of them as well.
EACH_OF = ("每", "各", "四个", "逐")
ONE_BY_ONE = frozenset(words("分别 各自 各是 各为 分别是"))
