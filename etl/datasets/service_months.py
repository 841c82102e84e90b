"""服务量: what a site gave of one service in a month: visits, seats in use, hours open and used."""

from etl.columns import choice, count, month
from etl.schema import Column, Dataset, Kind, Rule

SERVICES = (
    "托育",
    "义诊",
    "体检",
    "积分代办",
    "外国人事务",
    "政策咨询",
    "心理",
    "法律",
    "关爱帮扶",
    "助老",
    "歇脚补给",
    "党群活动",
    "创业辅导",
    "职工培训",
    "共享办公",
    "其他",
)
HOURS_OF_A_MONTH = 31 * 24


def _optional(name: str, label: str, unit: str, kind: Kind, definition: str, aliases: tuple[str, ...] = ()) -> Column:
    return Column(
        name=name,
        label=label,
        unit=unit,
        kind=kind,
        minimum=0,
        is_required=False,
        definition=definition,
        aliases=aliases,
    )


DATASET = Dataset(
    name="service_months",
    label="服务量",
    row_is="一个阵地一项服务的一个月",
    purpose="邻里中心、托教中心、义诊与体检、新市民积分、外国人服务中心、家庭服务中心、暖新驿站、共享阵地",
    source="阵地运营单位月报，只报人次",
    key=("site_code", "month", "service"),
    example={"opening_hours": "240", "used_hours": "200"},
    columns=(
        Column(
            name="site_code",
            label="阵地",
            kind=Kind.CODE,
            references="service_sites.site_code",
            definition="阵地编号或名称",
            aliases=("阵地编号", "阵地名称"),
        ),
        month("服务发生的月份", ("年月",)),
        choice("service", "服务项目", SERVICES, "服务项目", ("服务类别",)),
        count(
            "visits",
            "服务人次",
            "人次",
            "当月接受该项服务的人次，一人来两次计两次；当月没有填 0",
            ("服务量", "接待人次"),
        ),
        _optional("capacity", "可用托位或席位", "个", Kind.INTEGER, "月末可供使用的托位或席位", ("托位", "席位")),
        _optional("in_use", "在用托位或席位", "个", Kind.INTEGER, "月末已入托或已占用的托位或席位", ("在用",)),
        _optional("opening_hours", "开放时数", "小时", Kind.DECIMAL, "当月该项服务的场地对外开放的时数"),
        _optional("used_hours", "使用时数", "小时", Kind.DECIMAL, "开放时数中有人使用的时数"),
    ),
    rules=(
        Rule(
            check="in_use IS NULL OR capacity IS NOT NULL",
            column="capacity",
            message="填了在用的托位或席位，没有填可用的。",
            remedy="请补填可用托位或席位。",
            unknown="托位使用率",
        ),
        Rule(
            check="in_use <= capacity",
            column="in_use",
            message="在用的托位或席位多于可用的。",
            remedy="请核对两个数；临时加位的，把加的位也计入可用。",
        ),
        Rule(
            check="used_hours IS NULL OR opening_hours IS NOT NULL",
            column="opening_hours",
            message="填了使用时数，没有填开放时数。",
            remedy="请补填开放时数。",
            unknown="阵地使用率",
        ),
        Rule(
            check="used_hours <= opening_hours",
            column="used_hours",
            message="使用时数多于开放时数。",
            remedy="请核对两个时数；开放之外的使用也计入开放时数。",
        ),
        Rule(
            check=f"opening_hours <= {HOURS_OF_A_MONTH}",
            column="opening_hours",
            message=f"一个月的开放时数超过 {HOURS_OF_A_MONTH} 小时。",
            remedy="开放时数按场地计，不按房间相加；请核对。",
        ),
    ),
)
