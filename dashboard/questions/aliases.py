"""What people call metrics, dimensions and levels of areas, beside the labels that these bear."""

from dashboard.metrics.marts.mart import words

# A word that names many things gives way to any metric that is named beside it.
VAGUE = frozenset(
    words(
        "办完没 办完没有 办完了没 办完了没有 办完了吗 办好没 办好了没 办了没 办了没有 办结没 办结了没 企业 公司 厂家 缺 节点 在办 办了 招了 规上 产出 岗位 事件 阵地 人才 课程 招聘 需求 事项 考评 办结 人口 党支部 支部 税 纳税 收入 案例 服务 纠纷 事情 几件事 多少事 上报 议定 议定了 落地 签了 入驻 入驻了 没办 没处理 没解决 用工 里程碑 孵化"
    )
)

# What is not over; of what, another word tells: 还有多少需求没解决.
STILL_OPEN = words("没办结 没办完 未办结 没办 没处理 没解决 未解决 未处理")
# Words that no metric is called by, with the nearest one: the answer says that it is another.
LOOSE = dict.fromkeys(
    (*STILL_OPEN, *(f"{word}{of}事件" for word in STILL_OPEN for of in ("的", ""))), "overdue_open"
) | {
    "就业率": "conversion_6m_rate",
    "证书": "certification_rate",
}
# Of a single one of these next to nothing is public, so that nothing is ranked by them.
UNRANKED = frozenset(words("企业 面积 公司 厂家"))

# As the explorer calls them: the level of the tree, its kind, and how people call areas of it.
LEVELS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "district": ("片区", "", ("片区", "两个片区", "镇", "两镇", "两个镇")),
    "zone": ("三区单元", "", ("园区村厂区", "园区和村", "单元", "地方", "单位区域", "区域", "三区单元")),
    "park": ("三区单元", "园区", ("园区", "园")),
    "village": ("三区单元", "社区", ("村社区", "社区", "村", "村庄", "村居")),
    "factory": ("三区单元", "厂区", ("厂区", "工厂", "厂")),
    "grid": ("网格", "", ("网格", "格")),
}
LEVEL_WORDS = {
    "district": "各片区",
    "zone": "各园区村厂区",
    "park": "各园区",
    "village": "各村",
    "factory": "各厂区",
    "grid": "各网格",
}
# Parts of the labels of dimensions by which people call them, and other words for them.
DIMENSION_WORDS = {
    "产业": "行业",
    "行业门类": "行业",
    "工种": "岗位类别",
    "职业": "岗位类别",
    "类型": "类别",
    "种类": "类别",
    "种": "类别",
    "类": "类别",
    "来源渠道": "渠道",
    "上报": "渠道",
    "部门": "责任单位",
    "单位": "责任单位",
    "课程种类": "课程类别",
    "群体": "对象",
    "项目": "服务项目",
    "服务": "服务项目",
    "服务队": "服务队类别",
    "招聘活动": "活动类别",
    "岗位": "岗位类别",
    "课程": "课程类别",
    "服务点": "阵地",
    "活动": "活动类别",
    "场所": "阵地",
}
# Other words for parts.
PART_WORDS = {
    **dict.fromkeys(words("未对接 没对接 没有对接 还没对接 尚未对接 等待对接"), "待对接"),
    **dict.fromkeys(words("已对接未办结 对接了没办结 对接中"), "办理中"),
    **dict.fromkeys(words("办理中 正在办理 正在办 在推进 正在推进 推进"), "推进中"),
    **dict.fromkeys(words("没启动 还没启动 尚未启动 未开始 没开始 没动工"), "未启动"),
    **dict.fromkeys(words("快递小哥上报事件 快递小哥上报的事件 快递小哥报的事件"), "快递小哥"),
    "规上工业": "规上",
    **dict.fromkeys(words("规模以上 规模以上工业 规模以上企业"), "规上"),
    **dict.fromkeys(words("规模以下 规模以下工业 规模以下企业"), "规下"),
    "规下工业": "规下",
    "非公": "非公企业",
    "12345": "热线",
    "12345热线": "热线",
    "电商": "新媒体电商",
    "职工": "员工",
    **dict.fromkeys(words("心理咨询 心理辅导 心理疏导"), "心理"),
    **dict.fromkeys(words("法律咨询 法律援助"), "法律"),
}
