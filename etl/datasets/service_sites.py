"""阵地与服务点: the places where services and courses are given."""

from etl.columns import amount, choice, count, place
from etl.schema import UNITS, Column, Dataset, Kind

KINDS = (
    "邻里中心",
    "零工驿站",
    "托教中心",
    "暖新驿站",
    "家庭服务中心",
    "外国人服务中心",
    "人才窗口",
    "法援调解室",
    "分拣中心",
    "共享阵地",
)

DATASET = Dataset(
    name="service_sites",
    label="阵地与服务点",
    row_is="一个阵地或服务点",
    purpose="培训孵化的场所、共享阵地清单",
    source="镇党群服务中心阵地台账",
    key=("site_code",),
    called=("name",),
    example={"longitude": "118.67", "latitude": "24.71"},
    columns=(
        Column(name="site_code", label="阵地编号", kind=Kind.CODE, definition="台账编号"),
        Column(name="name", label="阵地名称", kind=Kind.TEXT, definition="挂牌名称"),
        choice("kind", "类别", KINDS, "阵地类别"),
        place(
            "area_code", "所在区域", ("片区", *UNITS), "所在园区、厂区或村（社区）；服务全片区的填片区", ("区域代码",)
        ),
        Column(
            name="longitude",
            label="经度",
            unit="度",
            kind=Kind.DECIMAL,
            minimum=73,
            maximum=136,
            is_required=False,
            definition="WGS84（CGCS2000）经度",
        ),
        Column(
            name="latitude",
            label="纬度",
            unit="度",
            kind=Kind.DECIMAL,
            minimum=3,
            maximum=54,
            is_required=False,
            definition="WGS84（CGCS2000）纬度",
        ),
        amount("area_m2", "面积", "平方米", "使用面积"),
        Column(
            name="opened_on", label="启用时间", kind=Kind.EDTF, is_required=False, definition="启用年份、年月或日期"
        ),
        count("seats", "座位或托位", "个", "可同时容纳的座位或托位", is_required=False),
    ),
)
