"""The words of asking: in which order, how told apart, and what is asked of it."""

from dashboard.metrics.marts.mart import words

# 没达到去年水平 and 超过上季度 ask for the change against that time; what is 不如 it is worse.
AGAINST_TIMES = {
    "year_earlier": words("去年同期 上年同期 去年 上年"),
    "previous": words("上季度 上个季度 上季 上期 上月 上个月"),
}
WORSE = ("不如", "比不上", "赶不上")
BELOW_WORDS = (*WORSE, *words("不及 没达到 未达到 没有达到 没到 未达 低于 少于"))
ABOVE_WORDS = words("超过 高于 多于 超 超过了")


def _against(verbs: tuple[str, ...], comparison: str) -> tuple[str, ...]:
    """The verbs with each word for the time of a comparison: 不如去年, 没达到上季度水平."""
    times = AGAINST_TIMES[comparison]
    return tuple(f"{verb}{time}{end}" for verb in verbs for time in times for end in ("", "水平", "的水平"))


# Words that ask for a change itself, and of which comparison where they say so.
RISING_WORDS: dict[str, tuple[str, ...]] = {
    "": words("增长 增速 增幅 增长率 上升 增加 提高 提升 上涨 增多 涨幅 进步 涨 上涨 涨了 升 扩大 变多 变大 变高 走高"),
    "year_earlier": words("同比增长 同比增速 同比增幅 同比增加 同比上升 同比提高 同比涨幅")
    + _against(ABOVE_WORDS, "year_earlier"),
    "previous": words("环比增长 环比增速 环比增幅 环比增加 环比上升 环比提高") + _against(ABOVE_WORDS, "previous"),
}
FALLING_WORDS: dict[str, tuple[str, ...]] = {
    "": words(
        "下降 下滑 减少 降低 下跌 负增长 回落 变差 拉低 降幅 跌幅 走低 退步 恶化 掉 掉得 跌 降 降了 缩小 缩减 收窄 变少 变小 变低"
    ),
    "year_earlier": words("同比下降 同比下滑 同比减少 同比降低 同比降幅") + _against(BELOW_WORDS, "year_earlier"),
    "previous": words("环比下降 环比下滑 环比减少 环比降低 环比降幅") + _against(BELOW_WORDS, "previous"),
}
HIGH_WORDS = words("最厉害 最严重 最高 最多 最大 最强 最长 最久 第一 第一名 居首 从高到低 由高到低 由多到少 从多到少")
LOW_WORDS = words(
    "最后一名 最后面 排在最后 末尾 最低 最少 最小 最短 倒数 倒数第一 垫底 末位 从低到高 由低到高 由少到多 从少到多"
)
# 前三 and 后五名: so many are asked for; 三个 and 5家 say how many where an order is asked for.
PLACES, NUMERALS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20), "零一二三四五六七八九十"
FIRST_OF = (
    "前{}",
    "前{}名",
    "前{}位",
    "前{}个",
    "前{}家",
    "top{}",
    "top {}",
    "第{}",
    "第{}名",
    "第{}高",
    "第{}多",
    "第{}大",
)
LAST_OF = (
    "最后{}",
    "最后{}名",
    "最后{}个",
    "后{}",
    "后{}名",
    "后{}位",
    "后{}个",
    "后{}家",
    "倒数{}",
    "倒数{}名",
    "倒数{}个",
    "倒数第{}",
    "第{}低",
    "第{}少",
)
COUNTED = "个家名件位条项处类"
# How much more: an order only beside who or where.
DEGREE_WORDS = {
    "high": words("多 高 大 长 强 多一点 高一点 大一点 多一些 高一些 大一些 多点 高点"),
    "low": words("少 低 小 短 弱 少一点 低一点 小一点 少一些 低一些 小一些 少点 低点"),
    "best": words("快 好 快一点 好一点 快一些 好一些 好点 快点"),
    "worst": words("慢 差 慢一点 差一点 慢一些 差一些 差点 慢点"),
}
BEST_WORDS, WORST_WORDS = words("最好 领先 最优 最快"), words("最差 落后 落后于 最慢 靠后")
# Whether a figure lies within a bound.
WHETHER_WORDS = frozenset(words("吗 是否 有没有 是不是 了没"))
# How far two are apart.
GAP_WORDS = words(
    "差多少 相差 相差多少 差距 差距多大 差几 差几个 差几件 差几个点 差几个百分点 多远 还有多远 差多远 还差多远 还差多少 多几个 多几家 多几件 多几项 少几个 少几家 少几件 少几项 多多少 少多少 高多少 低多少 几倍 多少倍 翻了几倍 翻几倍 翻了多少倍"
)
# Of these, what asks how many times as much.
TIMES_WORDS = frozenset(words("几倍 多少倍 翻了几倍 翻几倍 翻了多少倍"))
# How much of it was done, where no 占 says of what else it is to be a part.
RATE_WORDS = frozenset(words("几成 百分之几 百分之多少"))
# How fast is no matter of how many.
SPEED_WORDS = frozenset(words("快 慢 最快 最慢"))
PLACES_ASKED = frozenset(words("排名 排行 名次"))
RANKING_WORDS = words("排名 排行 排序 排行榜 名次 谁 哪 哪个 哪些 哪家 哪里 哪儿 哪一个 哪几个 哪一 哪支")
SUM_WORDS = words("加起来 加在一起 合起来 相加 合计 总共 一共 总计 累计 总和 共")
SHARE_WORDS = words(
    "几成 占几成 几分之几 占几分之几 多大比例 比例 百分之几 百分之多少 占比 比重 份额 占 占多少 占多大比重 百分比"
)
SHARE_ENDINGS = words("比例 比重 占的比例")
AVERAGE_WORDS = words("平均 均值 平均值 平均数")
WHY_WORDS = words(
    "为啥 为啥子 咋回事 啥原因 怎么搞的 怎么这么 咋这么 凭什么 原因是什么 原因在哪 原因何在 是什么原因 为什么 为何 原因 什么原因 怎么回事 归因 怎么会 拉动 拖累 影响 后腿 的后腿 造成 造成的 引起 引起的 导致 导致了 导致的 所致 带来的 拖后腿"
)
EXCEPT_WORDS = words(
    "不看 不要 不用 不需要 无需 不计 除 除了 除去 除开 不含 不包括 不包含 不算 剔除 排除 扣除 去掉 不是 非"
)
NONE_WORDS = words("没有 没 无 未 不 零 尚未 还没 还没有 从未 从没")
# Behind what is left out.
OUTSIDE = frozenset(words("外 以外 之外 除外"))
# Before a comparison they ask for none.
UNWANTED_WORDS = frozenset(words("不看 不要 不用 不需要 无需"))
# What follows is one of those by whom something was raised.
FROM = frozenset(words("来自 来源于"))
# Of what is left out the rest is all other.
REST = frozenset(words("其他 其它 其余"))
# A list of single things, where there is one.
LIST_WORDS = words(
    "哪几项 是哪几项 哪些项 是哪些项 都有谁 有谁 是哪几家 有哪几家 哪件 哪一件 哪件事 哪一件事 名单 清单 列表 明细 台账 一览 有哪些 是哪些 都有哪些 哪几件 哪些件"
)
# 哪些 before what is counted asks for the single things; of what is late, so does 最久.
# The longest five are asked for one by one as the longest is.
FOREMOST = ("前", "top")
LISTING_WORDS, LONGEST_WORDS = frozenset(words("哪 哪些 哪几 哪几个")), frozenset(words("最久 最长"))
# How many of which unit are asked for.
UNIT_WORDS = {
    "人": words("人 人次 名"),
    "家": words("家 家次"),
    "件": words("件 项"),
    "场": words("场 期"),
    "期": words("期 场"),
    "户": words("户"),
    "亩": words("亩"),
    "处": words("处 件"),
}
NUMBER_ENDINGS = words("数 数量 个数")
HOW_MANY = words("几 几个 多少 多少个")
MANY_WORDS = frozenset(words("几个 多少个 几 多少 有没有"))
STANDING_WORDS = words("几名 是几名 排第几 第几 第几名 排名第几 排几 排名多少 排在第几 位次 位居第几 居第几")
# Nothing of any person is held.
PERSONAL_WORDS = words(
    "哪位 是哪位 联系电话 是谁 叫什么 叫啥 姓名 名字 电话 手机 手机号 联系方式 身份证 身份证号 住址 家庭住址 微信"
)
# Units are held, of matters and needs; they stand in what is listed.
RESPONSIBLE_WORDS = words(
    "谁负责 由谁负责 谁来负责 谁在负责 归谁负责 谁牵头 由谁牵头 谁在办 谁来办 谁管 谁在管 归谁管 责任单位是谁 责任单位是哪个"
    " 哪个单位负责 哪个部门负责 哪个单位牵头 哪个部门牵头 哪个单位在办 哪个部门在办"
)
# Of what is told apart they ask which one.
WHICH_ONE = frozenset(words("是谁 叫什么 叫啥"))
# What a place is called by that no form tells of.
PLACE_ENDINGS = words("市 省 县 镇 乡 街道 村 社区 园区 园 片区 州 全国 省里")
# What comes to each, where no metric is reckoned so; what measures something; what is to come, which nobody reckons.
PER_WORDS = frozenset(words("人均 户均 格均 村均 企均 亩均 每人 每户 每家 每村 每亩 每个人"))
MEASURES, FORESEEN = words("率 比例 占比 额 指数 系数"), frozenset(words("预测 预计 估计 预估 有望 未来"))
# Whose figures are asked for, where a word of what is asked for stands beside.
WHOSE = frozenset(words("企业 公司 厂家 事情 事儿"))
# Who has not sent what.
UNSENT_WORDS = words(
    "没报 未报 没上报 未上报 没报送 未报送 没填报 未填报 没有报 没有填报 没有上报 没有报送 还没报 还没上报 还没报送 还没填报 尚未报送 尚未填报"
    " 没报数 没有报数 没报数据 没报表 没报报表 没交报表 未交报表 没交数据 没有数据 缺数据 缺报 漏报 漏填 欠报 迟报 没填 没填表 没交表 数据没报 数据没交 报表没报 报表没交 没报齐 报送缺口"
)
TARGET_WORDS = words(
    "目标 年度目标 达到 达成 达到目标 达成目标 完成目标 目标完成 目标值 完成率 完成情况 完成进度 序时进度 时序进度 时间进度 进度目标 年度任务 完成多少 完成了多少 完成 完成了 达标"
)
# Said of what was done as well as of a target.
SOFT_TARGET_WORDS = frozenset(words("达到 达成 完成 完成了 完成多少 完成了多少 完成率"))
MEETING_WORDS = words(
    "上次会议 上次联席会议 上一次会议 上一次联席会议 最近一次会议 最近一次联席会议 最近的会议 最近的联席会议 最新一次会议"
    " 最新一次联席会议 上次会 最近一次会 最近会议 最近开会 最近一次开会"
)
DEFINITION_WORDS = words(
    "怎么统计 怎么统计的 如何统计 怎么得来的 怎么得出的 有什么不同 有何不同 有何区别 有什么差别 的差别 包括 包含 算不算 含不含 是否包括 是否包含 怎么界定 分母 分子 统计口径 计算口径 标准是什么 是什么标准 什么标准 啥意思 是啥意思 什么叫 什么叫做 指的是什么 怎么认定 如何认定 怎么来的 哪来的 从哪来 哪里来的 从哪来的 数据来源 谁填的 谁报的 区别 有什么区别 包括哪些 包含哪些 包括什么 怎么定义"
    " 口径 定义 怎么算 怎么算的 怎么计算 如何计算 什么意思 是什么意思 什么是 是什么 含义 指什么 算法 公式"
)
COMPARED_WORDS = words("较 vs pk 对比 比较 相比 和 与 跟 及 比 同 以及")
# Of these, what only joins.
AND_WORDS = frozenset(words("和 与 跟 及 同 以及"))
EACH_WORDS = words("分 按 各 各项 每 逐 每个 各个 分别 按照 各自 每一个")
# All of it, or of the place of a level around the one that is shown.
WHOLE_WORDS: dict[str, tuple[str, ...]] = {
    "": words("全市 全部片区 全部区域 所有片区 所有区域 全域"),
    "district": words(
        "片区里 片区内 镇里 镇上 咱们片区 咱片区 我片区 我们这个片区 咱们这个片区 全片区 全镇 整个片区 整个镇 本镇 本片区 我镇 我们镇 咱们镇 咱镇 我们片区 本街道"
    ),
    "village": words("咱们这个村 我们这个村 全村 整个村 本村 我村 我们村 咱们村 咱村 村里"),
    "park": words("全园 全园区 整个园区 本园 本园区 我们园区 咱们园区 园里"),
    "grid": words("本网格 我们网格 本格 我格"),
}
HERE_WORDS = words("本区 这里 本地 当前区域 所选区域 此处")
# What asks how many there are.
COUNTING = words("几个 几家 几件 几人 几名 多少 多少个 多少家 多少件 多少人 多少名 几项 多少项")
# What is still there, of what is left to be done.
LEFT_WORDS = frozenset(words("还剩 还剩下 剩 剩下 剩余 还剩余"))
FILLERS = words(
    "负责 负责的 牵头 牵头的 承办 承办的 主办 主办的 总额 来自 来源于 帮 其中 或 或者 组织了 组织过 开展了 开展过 多少万 几万 多少亿 多少万元 各是 各为 分别是 双双 拖了 更 整个 领导 各位 各位领导 同志们 请教 问下 请问下 配 配了 配备 配备了 办了几场 办了几次 办了几期 办了多少场 办了多少次 办了多少期 几所 多少所 几支 多少支 几张 多少张 几处 多少处 几宗 几块 举办 举办了 办过 开过 具体 大致 大概 大约 最终 详细 百分点 几个百分点 多少个百分点 几期 几条 几起 几场 几次 几处 几名 几位 多少期 多少条 多少起 多少场 多少次 多少处 多少名 多少位 最近 近来 咋样 咋样了 怎么样了 多少平 多少亩 多少元 多少钱 多少天 你 您 你好 您好 谢谢 谢了 麻烦 麻烦你 辛苦 了解 了解一下 嗯 呃 哦 呀 哈 嘛 啦 得 给我 请 请你 帮忙 只 只看 只要 仅 仅看 光看 自 自从 总数 总数量 数量 总量 到底 究竟 的 了 吗 呢 啊 吧 是 有 为 在 里 内 中 从 多少 是多少 有多少 几 多少个 多少家 多少人 多少件 几个 几家 几件 几人 请问 问 查 查一下"
    " 查询 看 看看 看下 看一下 告诉我 我想知道 想知道 情况 数据 数 数字 指标 怎么样 怎样 如何 什么 个 家 人 件 名 项 次 现状 最近情况"
    " 一下 帮我 我要 我想 要 给我 显示 列出 统计 水平 到 至 年末 季末 底 末 里面 下面 下 主要 目前的 全 期末 外 以外 之外 至今 已 已经 除外 最后 是否 了没 那 换成 改成 再看 接着 有没有 是不是"
    " 那边 那块 那块儿 那里 那儿 这边 这块儿 这儿 这里头 里头 咱 手上 手里 压着 压了 挂着 挂了 搁着 搁了 收了 收 交了 交 几个亿 几亿 几千万 几百万 一件 一项 才能 多收 多交 报了 提了 提的 拿了 做得 个点 几个点 多少个点 时间 全部的 那个 一共是 问题 带来了 带来 另外 只有 目前为止 啥 啥样 咋 都是 现有 一共多少"
    " 但 但是 且 并且 而且 同时 却 反而 又 也 而 还 还有 来 发生 发生了 一共有 起 场 次数 我们 咱们 能 能不能 可以 这个 那个 这些 共有 开了 搞了 做了 这块 方面 排 定了 事 几件事 全部 所有 整体 总体 其他 其它 其余 的话 拖得 都 平方米 多少平方米 平米 多少平米 多少平方 高不高 多不多 好不好 快不快 这么 那么 离 时候"
)
