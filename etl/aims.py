"""Of which figures a year's target can be set: the form's choices, with the unit, the better side and how areas add up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Aim:
    """A figure as the form of targets calls it.

    `is_lower_better` marks what is to be kept down; `adds_up` that the targets of the areas inside one make up its own;
    `finest` is the innermost level of areas that have the figure.
    """

    label: str
    unit: str
    is_lower_better: bool = False
    adds_up: bool = True
    finest: str = "三区单元"


def _counted(unit: str, *labels: str, finest: str = "三区单元") -> tuple[Aim, ...]:
    return tuple(Aim(label, unit, finest=finest) for label in labels)


def _rates(unit: str, *labels: str, finest: str = "三区单元") -> tuple[Aim, ...]:
    return tuple(Aim(label, unit, adds_up=False, finest=finest) for label in labels)


# A law of the tests holds them against the metrics of these names: each has a better side, and does not go on changing.
AIMS = (
    *_counted("万元", "总产值", "销售产值", "营业收入", "税收", "村集体增收", "资产经营收入", "成交额"),
    *_counted("家", "规上企业", "新入驻企业", "签约企业", "入驻企业", "投产企业", "纳统企业", "升规企业"),
    *_counted("家", "新入孵企业", "累计孵化成功企业", "单独组建"),
    *_counted("亩", "征收面积"),
    *_counted("人", "从业人员", "入职", "引进人才"),
    *_counted("人次", "达成意向", "结业人次", "服务人次"),
    *_counted("人次", "人才政策咨询", finest="片区"),
    *_counted("个", "新增就业岗位", "新开账号", "托位", "完成节点"),
    *_counted("场", "招聘活动", "实开组织生活"),
    *_counted("场", "人才联谊交流", finest="片区"),
    *_counted("期", "开课期次"),
    *_counted("件", "新市民积分代办", "四微事项", "调解成功纠纷"),
    *_counted("次", "巡查次数", finest="网格"),
    *_counted("次", "联席会议", finest="片区"),
    *_counted("处", "阵地与服务点"),
    *_counted("家次", "走访企业"),
    *_counted("项", "办结需求", "销号事项"),
    *_counted("名", "党建指导员"),
    *_rates("万元/亩", "亩均产值", "亩均税收"),
    *_rates("分", "网格考评得分", finest="网格"),
    *_rates("%", "资产盘活率", "里程碑按期率"),
    *_rates("%", "事件按期办结率", "巡查覆盖率", "入户覆盖率", "网格覆盖率", "红旗网格占比", finest="网格"),
    *_rates(
        "%", "培训结业率", "培训取证率", "职称通过率", "满一年留任率", "实习留用率", "孵化企业存活率", "岗位入职率"
    ),
    *_rates("%", "组织覆盖率", "工作覆盖率", "挂钩覆盖率", "组织生活实开率", "调解成功率", "阵地使用率"),
    *_rates("%", "需求满足率", "需求按期办结率", "清单办结率", "走访覆盖率", "回访满意率", "事项办结率", "单位出席率"),
    Aim("待盘活面积", "平方米", is_lower_better=True),
    Aim("超期未办结事件", "件", is_lower_better=True, finest="网格"),
    Aim("超期需求", "项", is_lower_better=True),
    Aim("未覆盖企业", "家", is_lower_better=True),
)
