"""The tables that a warehouse has beside those of the forms: shapes, a town's content, packs, and the story of the loads."""

from dataclasses import dataclass

from etl.schema import PROVENANCE


@dataclass(frozen=True)
class Table:
    """A table to create: `columns` are (name, SQL type, Chinese comment)."""

    name: str
    comment: str
    columns: tuple[tuple[str, str, str], ...]


GEOMETRY = Table(
    "core.geometry",
    "区域图形：一行是一个区域的多边形，WGS84 经纬度",
    (
        ("area_code", "VARCHAR", "区域代码，指向 core.areas"),
        ("geometry_status", "VARCHAR", "官方、示意"),
        ("rings", "VARCHAR", "JSON：多边形的环，每环是 [经度, 纬度] 的列表，首环为外环"),
        ("centre_longitude", "DOUBLE", "标注点经度，在多边形内"),
        ("centre_latitude", "DOUBLE", "标注点纬度，在多边形内"),
        ("area_km2", "DOUBLE", "图形面积（平方公里）；示意图形不作面积依据"),
        ("origin", "VARCHAR", PROVENANCE["origin"]),
    ),
)

# What is a town's own beside its forms, as `data/content` has it.
CONTENT = (
    Table(
        "content.fact_checks",
        "公开数字的核对规则",
        (
            ("check_id", "VARCHAR", "规则编号"),
            ("statement", "VARCHAR", "规则"),
            ("place", "INTEGER", "次序"),
        ),
    ),
    Table(
        "content.fact_check_terms",
        "核对规则两边相加的数和说明里的数：一行是一个数",
        (
            ("check_id", "VARCHAR", "规则编号"),
            ("part", "VARCHAR", "left 左边、right 右边、note 说明"),
            ("place", "INTEGER", "次序"),
            ("words", "VARCHAR", "说明里写在数前面的字"),
            (
                "counted",
                "VARCHAR",
                "fact 公开数字、grids 该数字所指区域的网格、organizations 挂钩表所列党组织，空为只有字",
            ),
            ("fact_id", "VARCHAR", "公开数字的编号"),
            ("kinds", "VARCHAR[]", "只数这几类党组织，空为全部"),
        ),
    ),
    Table(
        "content.grid_load_bands",
        "各类网格的负荷标准，空为不设标准",
        (
            ("grid_kind", "VARCHAR", "网格类型"),
            ("households_low", "INTEGER", "户数下限"),
            ("households_high", "INTEGER", "户数上限"),
            ("residents_high", "INTEGER", "常住人口上限"),
        ),
    ),
    Table(
        "content.documents",
        "公开文件的简称",
        (
            ("document_id", "VARCHAR", "文件编号"),
            ("name", "VARCHAR", "简称"),
            ("annexes", "VARCHAR[]", "附件就是这几张报表"),
        ),
    ),
)

# What 片区 below have sent, each of the packs that are kept; figures are those of the packs in use.
PACKS = (
    Table(
        "core.packs",
        "收到的汇总包：一行是一个包",
        (
            ("district_code", "VARCHAR", "片区代码"),
            ("name", "VARCHAR", "片区名称，以包中所写为准"),
            ("product", "VARCHAR", "写出该包的软件版本"),
            ("version", "VARCHAR", "该包所据的数据版本"),
            ("built_at", "TIMESTAMP", "该数据版本的生成时间（UTC）"),
            ("is_used", "BOOLEAN", "是否采用；一个片区只用数据最新的一个"),
            ("figures", "BIGINT", "采用的数的个数"),
        ),
    ),
    Table(
        "core.pack_figures",
        "汇总包里的数：一行是一个数",
        (
            ("district_code", "VARCHAR", "片区代码"),
            ("source", "VARCHAR", "加工表或保护组"),
            ("quantity", "VARCHAR", "量"),
            ("measure", "VARCHAR", "列"),
            ("period", "VARCHAR", "月或季"),
            ("dimension", "VARCHAR", "分组，空为合计"),
            ("part", "VARCHAR", "分组中的一项，空为合计"),
            ("value", "DOUBLE", "数"),
            ("origin", "VARCHAR", "数据性质，多个以顿号分隔"),
        ),
    ),
    Table(
        "core.pack_withheld",
        "汇总包里按规定不公开的数：一行是一个片区一个时期的一个量",
        (
            ("district_code", "VARCHAR", "片区代码"),
            ("source", "VARCHAR", "保护组"),
            ("quantity", "VARCHAR", "量"),
            ("period", "VARCHAR", "月或季"),
        ),
    ),
)

META = (
    Table(
        "meta.datasets",
        "报表目录",
        (
            ("name", "VARCHAR", "表名，即 core 中的表"),
            ("label", "VARCHAR", "中文名"),
            ("row_is", "VARCHAR", "一行是什么"),
            ("purpose", "VARCHAR", "用途"),
            ("source", "VARCHAR", "数据来源"),
            ("key", "VARCHAR[]", "主键列"),
        ),
    ),
    Table(
        "meta.columns",
        "指标项目录",
        (
            ("dataset", "VARCHAR", "表名"),
            ("name", "VARCHAR", "列名"),
            ("label", "VARCHAR", "中文名"),
            ("unit", "VARCHAR", "单位，无单位为空串"),
            ("kind", "VARCHAR", "类型"),
            ("definition", "VARCHAR", "口径"),
            ("is_required", "BOOLEAN", "是否必填"),
            ("choices", "VARCHAR[]", "可选值"),
            ("reference", "VARCHAR", "所指的目录列，如 areas.area_code"),
        ),
    ),
    Table(
        "meta.marts",
        "加工表由哪些报表做成（逐级追到报表）",
        (("mart", "VARCHAR", "加工表名"), ("dataset", "VARCHAR", "报表名")),
    ),
    Table(
        "meta.loads",
        "装载历史：一行是一个文件的一张工作表",
        (
            ("load_id", "INTEGER", "装载批次"),
            ("dataset", "VARCHAR", "报表名"),
            ("file", "VARCHAR", "文件，相对数据目录"),
            ("sheet", "VARCHAR", "工作表，CSV 为空串"),
            ("checksum", "VARCHAR", "文件的 SHA-256"),
            ("origin", "VARCHAR", PROVENANCE["origin"]),
            ("rows", "BIGINT", "表中的数据行数"),
            ("loaded_at", "TIMESTAMP", "首次装载的时间（UTC）"),
            (
                "status",
                "VARCHAR",
                "loaded 采用、replaced 被更正表取代、unchanged 与另一份相同、displaced 被更可靠的数据取代、"
                "refused 未通过、withdrawn 文件已移走、left_out 不是报表",
            ),
            ("rows_used", "BIGINT", "采用的行数"),
            ("rows_in", "BIGINT", "表头以下有内容的行数，等于数据行数与未读取行数之和"),
            ("rows_left_out", "BIGINT", "不作为数据读取的行数（合计、标题、附注等）"),
        ),
    ),
    Table(
        "meta.problems",
        "装载时发现的问题",
        (
            ("load_id", "INTEGER", "装载批次，整份文件的问题为空"),
            ("file", "VARCHAR", "文件"),
            ("level", "VARCHAR", "error 错误、question 待确认、warning 提醒、note 已处理"),
            ("sheet", "VARCHAR", "工作表"),
            ("cell", "VARCHAR", "单元格，多个以逗号分隔，连续的写成 E5:E15"),
            ("count", "BIGINT", "所指的单元格数，可多于列出的"),
            ("code", "VARCHAR", "问题类别（Frictionless 词汇）"),
            ("message", "VARCHAR", "问题"),
            ("remedy", "VARCHAR", "怎么改"),
        ),
    ),
    Table(
        "meta.inputs",
        "这个版本由哪些文件做成：一行是一个文件",
        (
            ("name", "VARCHAR", "文件，相对数据目录"),
            ("origin", "VARCHAR", PROVENANCE["origin"]),
            ("checksum", "VARCHAR", "文件的 SHA-256"),
            ("corrected", "VARCHAR", "对该文件有效的更正的 SHA-256，没有为空串"),
        ),
    ),
    Table(
        "meta.version",
        "数据版本，只有一行",
        (
            ("version", "VARCHAR", "版本号：UTC 时间与内容指纹"),
            ("built_at", "TIMESTAMP", "生成时间（UTC）"),
            ("product_version", "VARCHAR", "软件版本"),
            ("without", "VARCHAR[]", "没有装载的数据性质"),
            ("fingerprint", "VARCHAR", "输入文件、报表声明与加工 SQL 的指纹"),
            ("basis", "VARCHAR", "除报表以外一切的指纹：程序、图形、本地内容、答复、年份；相同才可沿用未变的表"),
        ),
    ),
)
