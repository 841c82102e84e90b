"""Matters of the demonstration that are told one by one: those of the public report, and those on the plan's needs."""

from dataclasses import dataclass
from datetime import date

from demo import places
from demo.list_titles import BAOGAI, PENGTIAN_DISTRICT

TASK_OF = {
    "用工招聘": "人才联育",
    "人才培养": "人才联育",
    "技能学历": "人才联育",
    "就业创业": "人才联育",
    "审批政策": "发展联手",
    "资产盘活": "发展联手",
    "子女托育": "活动联办",
    "医疗健康": "活动联办",
    "养老服务": "活动联办",
    "歇脚补给": "活动联办",
    "设施环境": "治理联动",
    "停车出行": "治理联动",
    "法律调解": "治理联动",
    "安全保障": "治理联动",
}

# Day, status, progress, node, next node, note.
Progress = tuple[date, str, int, str | None, str | None, str | None]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A matter of the public report: the printed days stand among its updates, the others are invented."""

    title: str
    area_code: str
    task: str
    unit: str
    due_on: date
    original_due_on: date | None = None
    closed_on: date | None = None
    note: str
    updates: tuple[Progress, ...]


ASSUMED = "公开报道未印年份，按 2025 年推定；除报道所印日期外均为演示"

# (片区, the quarter that the meeting is named after) → what was decided there.
REPORTED = {
    (PENGTIAN_DISTRICT, "2024Q4"): (
        Told(
            title="锦绣花园配套商场权益份额由国企回购",
            area_code=places.PENGTIAN,
            task="发展联手",
            unit="石狮国投集团",
            due_on=date(2025, 8, 31),
            original_due_on=date(2025, 6, 30),
            closed_on=date(2025, 8, 26),
            note=ASSUMED,
            updates=(
                (date(2025, 1, 22), "推进中", 10, "明确回购主体", "核对权益份额", None),
                (date(2025, 3, 14), "受阻", 20, "明确回购主体", "核对权益份额", "产权“碎片化”，份额需逐户核对"),
                (date(2025, 5, 21), "推进中", 55, "份额核对完成", "签订回购协议", None),
                (date(2025, 7, 16), "推进中", 80, "签订回购协议", "支付回购款", None),
                (date(2025, 8, 26), "已办结", 100, "回购款到账", None, "公开报道：回购款都打到大家的账户上了"),
            ),
        ),
        Told(
            title="灵秀创业园二期89亩关键地块征收",
            area_code=places.STARTUP_PARK,
            task="发展联手",
            unit="灵秀镇、彭田村专班",
            due_on=date(2025, 11, 30),
            closed_on=date(2025, 11, 21),
            note="公开报道只说完成征收，未印日期，办结日期为演示",
            updates=(
                (date(2025, 1, 17), "推进中", 10, "组建专班", "宣讲政策", None),
                (date(2025, 4, 18), "推进中", 40, "宣讲政策", "签约", None),
                (date(2025, 7, 25), "推进中", 65, "签约过半", "清表交地", None),
                (date(2025, 9, 19), "推进中", 65, "签约过半", "清表交地", None),
                (date(2025, 11, 21), "已办结", 100, "89亩征收完成", None, None),
            ),
        ),
    ),
    (PENGTIAN_DISTRICT, "2025Q1"): (
        Told(
            title="健健科技园二期全流程帮办",
            area_code=places.JIANJIAN_PARK,
            task="发展联手",
            unit="石狮市政务服务中心",
            due_on=date(2025, 7, 31),
            closed_on=date(2025, 6, 30),
            note=ASSUMED,
            updates=(
                (date(2025, 4, 9), "推进中", 30, "规划调整和场地踏勘", "规划指标重新核算", None),
                (date(2025, 5, 23), "推进中", 70, "规划指标重新核算", "施工许可", None),
                (date(2025, 6, 30), "已办结", 100, "取得《建筑工程施工许可证》", None, None),
            ),
        ),
    ),
    (PENGTIAN_DISTRICT, "2025Q2"): (
        Told(
            title="锦绣花园安置小区地下停车场改造运营",
            area_code=places.PENGTIAN,
            task="发展联手",
            unit="石狮国投集团、灵秀镇村",
            due_on=date(2026, 3, 31),
            original_due_on=date(2025, 12, 31),
            note=ASSUMED,
            updates=(
                (date(2025, 8, 8), "推进中", 15, "明确委托运营方式", "确定分成办法", None),
                (date(2025, 9, 12), "受阻", 25, "明确委托运营方式", "确定分成办法", "权责与分成办法待国企和村集体商定"),
                (date(2025, 10, 17), "推进中", 40, "商定成本后分成", "启动改造", None),
                (date(2025, 11, 11), "推进中", 60, "启动改造", "改造完工", "公开报道：地下车库率先启动改造"),
                (date(2025, 12, 15), "推进中", 70, "设备进场", "改造完工", None),
            ),
        ),
    ),
    (PENGTIAN_DISTRICT, "2025Q3"): (
        Told(
            title="锦绣花园配套商场经营权公开处置",
            area_code=places.PENGTIAN,
            task="发展联手",
            unit="石狮国投集团",
            due_on=date(2025, 12, 31),
            closed_on=date(2025, 12, 5),
            note=ASSUMED,
            updates=(
                (date(2025, 10, 15), "推进中", 40, "拟定招租条件", "公开拍租", None),
                (date(2025, 12, 5), "已办结", 100, "经营权拍出", None, "公开报道：泉州兵象物业管理公司已拍下经营权"),
            ),
        ),
    ),
}

# The plan's twelve needs: area, task, what was decided, the unit, the need, what becomes of it.
PLANNED = {
    (BAOGAI, "2024Q4"): (
        (places.PARK, "人才联育", "开专场招聘会、上线用工对接平台", "镇经济发展办公室", "BG-G01", "in_time"),
        (places.PARK, "活动联办", "邻里中心开设职工子女托管", "镇公共服务办公室", "BG-G04", "in_time"),
        (places.PARK, "活动联办", "园区设健康自助检测点", "镇公共服务办公室", "BG-G05", "in_time"),
        (BAOGAI, "活动联办", "增设暖“新”驿站与换电柜", "镇总工会", "BG-G10", "reopened"),
    ),
    (BAOGAI, "2025Q1"): (
        (places.PARK, "人才联育", "与院校合办订单班", "宝盖科技园党委", "BG-G02", "late"),
        (places.PARK, "治理联动", "整修园区道路路灯排水", "镇规划建设办公室", "BG-G03", "stuck"),
        (places.PARK, "人才联育", "推行“菜单式”技能培训", "镇总工会", "BG-G06", "in_time"),
        (places.PARK, "治理联动", "职工法援室延伸到快递网点", "宝盖镇司法所", "BG-G12", "in_time"),
    ),
    (BAOGAI, "2025Q2"): (
        (places.TANGHOU, "人才联育", "村企共享零工信息", "镇公共服务办公室", "BG-G07", "in_time"),
        (places.TANGHOU, "活动联办", "网格进户助老", "镇公共服务办公室", "BG-G08", "late"),
    ),
    (BAOGAI, "2025Q3"): (
        (places.LUNHOU, "发展联手", "盘活村集体闲置物业", "镇乡村振兴服务中心", "BG-G09", "idle"),
        (BAOGAI, "治理联动", "快递小哥骑行安全联防", "镇综合执法队", "BG-G11", "stuck"),
    ),
}

STANDING = {
    (BAOGAI, "2023Q1"): (("网格流动党组织摸排组建", "宝盖科技园党委"),),
    (BAOGAI, "2023Q4"): (("村企党支部结对共建", "镇党建办公室"),),
    (BAOGAI, "2024Q3"): (("筹备成立园区联合支部", "宝盖科技园党委"),),
    (BAOGAI, "2025Q1"): (("“联学联讲”轮值办法", "镇党建办公室"),),
    (BAOGAI, "2025Q4"): (("新建非公企业党支部验收", "宝盖科技园党委"),),
    (PENGTIAN_DISTRICT, "2023Q3"): (("商会党支部结对彭田村", "石狮服装城商业联合会"),),
    (PENGTIAN_DISTRICT, "2024Q2"): (("小区党支部与楼栋党小组组建", "彭田村党委"),),
    (PENGTIAN_DISTRICT, "2025Q1"): (("电商企业联合支部组建", "产投集团"),),
    (PENGTIAN_DISTRICT, "2025Q4"): (("快递行业党支部阵地共建", "圆通速递福建总部"),),
}
