"""招商投产: how many enterprises of a park have signed, settled, begun to produce and entered the statistics."""

from etl.columns import amount, count, place, quarter
from etl.problems import Level
from etl.schema import Column, Dataset, Rule


def _stage(name: str, label: str, definition: str, *aliases: str) -> Column:
    return count(name, label, "家", definition, (f"{label}企业", f"{label}家数", *aliases))


DATASET = Dataset(
    name="park_pipeline",
    label="招商投产",
    row_is="一个园区的一个季度",
    purpose="签约、入驻、投产、纳统的转化与厂房出租",
    source="园区运营单位、镇经济发展办公室季度报表",
    key=("area_code", "quarter"),
    columns=(
        place("area_code", "园区", ("园区",), "园区或专业市场", ("区域", "园区名称")),
        quarter("家数和面积为季末数，升规为当季数"),
        _stage("signed", "签约", "季末有效的签约企业，含已经入驻的，不含已退出的"),
        _stage("settled", "入驻", "签约企业中季末已入驻的"),
        _stage("operating", "投产", "入驻企业中季末已投产（市场为已营业）的"),
        _stage("in_statistics", "纳统", "投产企业中季末已纳入联网直报统计的", "入统"),
        _stage("newly_above_scale", "升规", "当季新列入统计名录库的规模以上（限额以上）企业", "新升规"),
        amount("leasable_m2", "可出租面积", "平方米", "季末可供出租的厂房、店面面积"),
        amount("leased_m2", "已出租面积", "平方米", "季末已签租约的厂房、店面面积"),
    ),
    rules=(
        Rule(
            check="leasable_m2 = 0 OR leasable_m2 >= 10",
            column="leasable_m2",
            message="可出租面积不到 10 平方米，单位可能是万平方米或亩。",
            remedy="请按平方米填写；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check="settled <= signed",
            column="settled",
            message="入驻家数多于签约家数。",
            remedy="签约数含已经入驻的企业，请核对这两格。",
        ),
        Rule(
            check="operating <= settled",
            column="operating",
            message="投产家数多于入驻家数。",
            remedy="投产企业是入驻企业的一部分，请核对这两格。",
        ),
        Rule(
            check="in_statistics <= operating",
            column="in_statistics",
            message="纳统家数多于投产家数。",
            remedy="纳统企业是投产企业的一部分，请核对这两格。",
        ),
        Rule(
            check="newly_above_scale <= in_statistics",
            column="newly_above_scale",
            message="升规家数多于纳统家数。",
            remedy="当季升规的企业季末应已纳统，请核对这两格。",
        ),
        Rule(
            check="leased_m2 <= leasable_m2",
            column="leased_m2",
            message="已出租面积大于可出租面积。",
            remedy="请核对两项面积的口径和单位（平方米）。",
        ),
    ),
)
