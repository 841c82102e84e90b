"""用工供需: openings, seekers and placements of an area in a month, by channel and occupation; numbers of heads only."""

from etl.columns import choice, count, month, place
from etl.schema import UNITS, Dataset, Rule

CHANNELS = ("零工驿站", "零工配产", "招聘会", "云市集", "校企", "企业人才数据系统")
OCCUPATIONS = (
    "缝纫工",
    "裁剪",
    "普工",
    "设计师",
    "电商运营",
    "机修电工",
    "质检",
    "仓储物流",
    "临时工",
    "其他",
)


DATASET = Dataset(
    name="job_months",
    label="用工供需",
    row_is="一个区域一个月一个渠道的一类岗位",
    purpose="零工驿站、零工配产、职聘平台、招聘会、云市集、校企、企业人才数据系统",
    source="渠道运营单位月度报表，只报人数",
    key=("area_code", "month", "channel", "occupation"),
    columns=(
        place("area_code", "区域", UNITS, "用工企业或求职者所在的园区、厂区或村（社区）", ("区域代码", "所在区域")),
        month("岗位发布、求职登记、推荐的月份"),
        choice(
            "channel",
            "渠道",
            CHANNELS,
            "首次发布或登记的渠道；一个岗位、一名求职者走几个渠道的，只报首次的一个",
            ("招聘渠道",),
        ),
        choice("occupation", "岗位类别", OCCUPATIONS, "岗位类别；分不清的归入“其他”", ("工种", "岗位")),
        count("openings", "岗位需求", "人", "当月新发布岗位拟招的人数"),
        count("seekers", "求职登记", "人", "当月新登记求职的人数", is_required=False),
        count("recommended", "推荐", "人次", "当月把求职者推荐到岗位的人次", is_required=False),
        count("matched", "达成意向", "人次", "当月推荐的人次中双方达成意向的", is_required=False),
        count(
            "hired",
            "入职",
            "人",
            "当月推荐而达成意向的人中已到岗的；以后才到岗的补报入推荐的月份，未核实的留空",
            is_required=False,
        ),
    ),
    rules=(
        Rule(check="matched <= recommended", column="matched", message="达成意向的人次大于推荐的人次。"),
        Rule(check="hired <= matched", column="hired", message="入职人数大于达成意向的人次。"),
        Rule(
            check="recommended IS NOT NULL OR matched IS NULL",
            column="recommended",
            message="填了达成意向，没有填推荐人次。",
            remedy="请补填当月推荐人次。",
            unknown="用工撮合率",
        ),
        Rule(
            check="matched IS NOT NULL OR hired IS NULL",
            column="matched",
            message="填了入职，没有填达成意向的人次。",
            remedy="请补填当月达成意向的人次。",
            unknown="入职占达成意向的比重",
        ),
    ),
)
