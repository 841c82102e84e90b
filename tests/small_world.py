"""A warehouse small enough to be worked out by hand: one town, two 片区, six enterprises, three grids, eight events."""

from pathlib import Path

import duckdb

from content_files import DATA, content_folder
from etl.datasets.enterprise_disclosures import FIGURES
from etl.warehouse.content import load_content
from etl.warehouse.derive import derive
from etl.warehouse.tables import create_tables
from etl.warehouse.withholding import withhold
from tests.worked_by_hand import ROWS

VERSION = "20240715T000000Z-0123abcd"

LONG_TITLE = "完善园区周边道路照明排水与停车设施并建立长效管护机制" * 8
# A change for `publish`: sixty more matters of M1, each with a title and a unit as long as that.
SIXTY_MATTERS = f"""
    INSERT INTO core.decisions (decision_id, meeting_id, title, task, area_code, responsible_unit, decided_on,
        due_on, plan_changes, origin)
    SELECT 'S' || i, 'M1', '{LONG_TITLE}' || i, '治理联动', 'P', '{LONG_TITLE}', DATE '2023-12-20', DATE '2024-03-01',
        0, 'demo'
    FROM range(60) AS numbers(i)
"""

AREAS = (
    ("C", "某市", "市", None, None, None),
    ("T", "某镇", "镇", None, "C", None),
    ("D", "甲片区", "片区", None, "T", None),
    ("E", "乙片区", "片区", None, "T", None),
    ("W", "外村", "三区单元", "社区", "T", None),
    ("P", "甲园", "三区单元", "园区", "D", None),
    ("V", "甲村", "三区单元", "社区", "D", None),
    ("F", "甲厂", "三区单元", "厂区", "P", None),
    ("Q", "乙园", "三区单元", "园区", "E", None),
    ("P1", "甲园1号网格", "网格", None, "P", "专属"),
    ("V1", "甲村1号网格", "网格", None, "V", "综合"),
    ("V2", "甲村2号网格", "网格", None, "V", "综合"),
)

# code, area, industry, above scale, land, same scope, settled, left, disclosure
ENTERPRISES = (
    ("E1", "F", "服装", True, 10, True, None, None, "已公开"),
    ("E2", "P", "服装", False, 5, True, None, None, "内部"),
    ("E3", "P", "针织", True, None, False, None, None, "内部"),
    ("E4", "P", "针织", False, 4, True, "2024-02-15", None, "内部"),
    ("E5", "Q", "五金", False, None, False, None, "2024-05-20", "企业同意"),
    ("E6", "Q", "五金", True, 21, False, None, None, "企业同意"),
)

# code, quarter, gross, sales, revenue, tax, employees, electricity; E3 sent nothing for 2024Q2, E6 nothing before it
REPORTS = (
    ("E1", "2023Q4", 100, 90, 95, 5, 50, 10),
    ("E2", "2023Q4", 40, 30, 30, 2, 20, 5),
    ("E3", "2023Q4", 60, 60, 60, 3, 30, 6),
    ("E5", "2023Q4", 10, 10, 10, 1, 5, 1),
    ("E1", "2024Q1", 120, 110, 115, 6, 52, 12),
    ("E2", "2024Q1", 44, 40, 41, None, 22, 5),
    ("E3", "2024Q1", 66, 60, 62, 3, 33, 6),
    ("E4", "2024Q1", 30, 30, 30, 1, 15, None),
    ("E5", "2024Q1", 12, 12, 12, 1, 6, 1),
    ("E1", "2024Q2", 130, 120, 125, 7, 54, 13),
    ("E2", "2024Q2", 48, 40, 44, 3, 24, 6),
    ("E4", "2024Q2", 32, 30, 31, 1, 16, 4),
    ("E5", "2024Q2", 6, 6, 6, 1, 4, 1),
    ("E6", "2024Q2", 200, 180, 190, 9, 80, 20),
)

# Every quarterly figure of E1, and its land, was printed; so its name may stand beside all of them.
PRINTED = tuple(("E1", quarter, figure, "baogai") for quarter in ("2023Q4", "2024Q1", "2024Q2") for figure in FIGURES)

# id, area, kind, channel, reported, due, closed, reopened. The data end on 2024-05-20 12:00, the last closing.
EVENTS = (
    ("A1", "V1", "安全隐患", "网格员", "2024-04-01 12:00", "2024-04-03 12:00", "2024-04-02 12:00", 0),  # 1 day, in time
    ("A2", "V1", "安全隐患", "网格员", "2024-04-10 00:00", "2024-04-12 00:00", "2024-04-14 12:00", 1),  # 4.5 days, late
    ("A3", "V1", "环境卫生", "热线", "2024-04-29 00:00", "2024-05-02 00:00", "2024-05-01 00:00", 0),  # 2 days, in time
    ("A4", "V2", "安全隐患", "企业", "2024-05-01 00:00", "2024-05-04 00:00", None, 0),  # open, overdue
    ("A5", "V2", "环境卫生", "网格员", "2024-05-18 00:00", "2024-06-30 00:00", None, 0),  # open, not yet due
    ("A6", "P1", "环境卫生", "网格员", "2024-05-19 12:00", "2024-05-21 12:00", "2024-05-20 12:00", 0),  # not yet due
    ("B1", "Q", "其他", "快递小哥", "2024-04-05 00:00", "2024-04-06 00:00", "2024-04-05 12:00", 0),  # half a day
    ("B2", "Q", "其他", "快递小哥", "2024-04-06 00:00", "2024-04-07 00:00", "2024-04-06 12:00", 0),  # half a day
)

# grid, quarter, leaders, full time, part time, households, residents, enterprises; V2 sent nothing for 2024Q2
STAFFING = (
    ("P1", "2024Q1", 1, 2, 1, 10, 200, 4),
    ("V1", "2024Q1", 1, 1, 3, 400, 1500, 2),
    ("V2", "2024Q1", 0, 1, 1, 520, 2600, None),
    ("P1", "2024Q2", 1, 2, 2, 12, 240, 4),
    ("V1", "2024Q2", 1, 2, 2, 410, 1520, 2),
)

# id, site, category, audience, started, enrolled, completed, certified, 3 months, 6 months
COURSES = (
    ("K1", "S1", "新媒体电商", "宝妈", "2023-11-06", 20, 16, 8, 6, 4),
    ("K2", "S1", "新媒体电商", "个体户", "2024-02-01", 30, 24, None, 12, None),
    ("K3", "S1", "技能", "职工", "2024-04-15", 10, 9, 2, None, None),
    ("K4", "S1", "技能", "职工", "2024-06-20", 12, None, None, None, None),
)

# quarter, launched, active, admitted, graduated, surviving, jobs, orders, sales; nothing came for 2024Q1
INCUBATION = (
    ("2023Q4", 10, 8, 3, 0, 3, 12, 100, 5),
    ("2024Q2", 6, 12, 1, 2, 3, 8, 300, 12.5),
)

# area, kind, quarter, organizations, members, women, under 35, college
PARTY = (
    ("P", "非公企业", "2024Q2", 4, 40, 12, 10, 20),
    ("P", "社会组织", "2024Q2", 1, 5, 2, 3, 4),
    ("V", "村社区", "2024Q2", 3, 60, 18, 9, 15),
)

POPULATION = (
    ("V", "2023-12-31", 900, 2000, 4000, 12, 30, 3),
    ("V", "2024-05-01", 930, 2050, 4100, 12, 30, 4),
)

LIAISON = (
    ("1", "企业", "已明确"),
    ("2", "企业", "未明确"),
    ("3", "社会组织", "已明确"),
    ("4", "社会组织", "未明确"),
)

# id, area, measure, qualifier, value, unit, low, high, as of, nature, document
FACTS = (
    ("BG004", "P", "入驻企业数", "gt", 3, "家", 3, None, "2024-05-04", "现状", "baogai"),
    ("BG005", "P", "员工总数", "gt", 3, "万人", 3, None, "2024-05-04", "现状", "baogai"),
    ("BG008", "P", "网格数", "eq", 1, "个", 1, 1, "2024-05-04", "现状", "baogai"),
    ("BG009", "P", "党支部数", "eq", 5, "个", 5, 5, "2024-05-04", "现状", "baogai"),
    ("BG010", "P", "非公企业党支部数", "eq", 4, "个", 4, 4, "2024-05-04", "现状", "baogai"),
    ("BG011", "P", "社会组织党支部数", "eq", 1, "个", 1, 1, "2024-05-04", "现状", "baogai"),
    ("BG012", "P", "流动党组织数", "eq", 0, "个", 0, 0, "2024-05-04", "现状", "baogai"),
    ("BG022", "V", "网格数", "eq", 2, "个", 2, 2, "2024-05-04", "现状", "baogai"),
    ("BG031", "W", "网格数", "eq", 0, "个", 0, 0, "2024-05-04", "现状", "baogai"),
    ("BG025", "V", "面积", "approx", 2, "平方公里", "1.995", "2.005", "2024-05-04", "现状", "baogai"),
    ("BG043", "F", "总产值", "eq", "0.01", "亿元", "0.01", "0.01", "2023", "现状", "baogai"),
    ("BG053", "D", "单元网格数", "eq", 3, "个", 3, 3, "2024-05-04", "计划", "baogai"),
    ("BG054", "D", "网格长数", "eq", 3, "名", 3, 3, "2024-05-04", "计划", "baogai"),
    ("LX004", "Q", "月销量", "ge", 5000, "单/月", 5000, None, "XXXX-12", "个案", "lingxiu"),
    ("LX008", "P", "培训期数", "gt", 3, "期", 3, None, "XXXX-06", "成效", "lingxiu"),
    ("LX009", "P", "培训人数", "lt", 50, "人", None, 50, "XXXX-06", "成效", "lingxiu"),
)

SQUARE = "[[[118.0, 24.0], [118.1, 24.0], [118.1, 24.1], [118.0, 24.0]]]"


def insert(connection: duckdb.DuckDBPyConnection, table: str, names: str, rows, origin: str = "demo") -> None:
    """Add hand-written rows with one origin."""
    columns = [*names.split(), "origin"]
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", [(*row, origin) for row in rows]
    )


def fill(connection: duckdb.DuckDBPyConnection) -> None:
    """Put the small world into empty tables; `demo` throughout, but for what documents print."""
    insert(
        connection,
        "core.areas",
        "area_code name level zone_kind parent_code grid_kind geometry_status",
        [(*row, "示意" if row[0] in "PV" else "无") for row in AREAS],
        "published",
    )
    insert(
        connection,
        "core.enterprises",
        "enterprise_code area_code industry is_above_scale land_mu is_land_same_scope settled_on left_on disclosure name",
        [(*row, f"企业{row[0]}") for row in ENTERPRISES],
    )
    insert(
        connection,
        "core.enterprise_quarters",
        "enterprise_code quarter gross_output_cny_10k sales_output_cny_10k revenue_cny_10k tax_cny_10k"
        " employees_persons electricity_mwh",
        REPORTS,
    )
    insert(
        connection, "core.enterprise_disclosures", "enterprise_code quarter figure document_id", PRINTED, "published"
    )
    insert(
        connection,
        "core.grid_events",
        "event_id grid_code kind channel reported_at due_at closed_at reopened_count",
        EVENTS,
    )
    insert(
        connection,
        "core.grid_staffing",
        "grid_code quarter grid_leaders staff_full_time staff_part_time households resident_persons enterprises",
        STAFFING,
    )
    insert(connection, "core.service_sites", "site_code name kind area_code", [("S1", "甲空间", "乘式空间", "P")])
    insert(
        connection,
        "core.training_courses",
        "course_id site_code category audience started_on enrolled completed certified converted_3m converted_6m",
        COURSES,
    )
    insert(
        connection,
        "core.incubation_quarters",
        "site_code quarter accounts_launched accounts_active enterprises_admitted enterprises_graduated"
        " enterprises_surviving jobs_created orders sales_cny_10k",
        [("S1", *row) for row in INCUBATION],
        "reported",
    )
    insert(
        connection,
        "core.party_organizations",
        "area_code kind quarter organizations members women under_35 college_or_above",
        PARTY,
    )
    insert(
        connection,
        "core.population",
        "area_code as_of_on households registered_persons resident_persons village_groups representatives estates",
        POPULATION,
        "published",
    )
    insert(
        connection,
        "core.party_liaison",
        "organization_id kind liaison_status organization_name area_code address",
        [(*row, f"组织{row[0]}", "P", "某路") for row in LIAISON],
        "published",
    )
    insert(
        connection,
        "core.documents",
        "document_id title issued_by issued_on assumed_year disclosure",
        [
            ("baogai", "某方案", "某镇", "2024-02-04", None, "主动公开"),
            ("lingxiu", "某报道", "某报", "XXXX-12", 2024, "公开报道"),
        ],
        "published",
    )
    insert(
        connection,
        "core.published_facts",
        "fact_id area_code measure qualifier value unit value_low value_high as_of fact_nature document_id"
        " entity_kind entity quote paragraph",
        [(*row, "园区", "某处", "原文", "L1") for row in FACTS],
        "published",
    )
    insert(
        connection,
        "core.geometry",
        "area_code geometry_status rings centre_longitude centre_latitude area_km2",
        [(code, "示意", SQUARE, 118.05, 24.03, 1.0) for code in "PV"],
        "published",
    )
    for dataset, (names, rows) in ROWS.items():
        insert(connection, f"core.{dataset}", names, rows)
    connection.execute(
        """INSERT INTO meta.loads (dataset, origin, rows_used, loaded_at) VALUES
        ('enterprises', 'demo', 6, '2024-07-01'), ('enterprise_quarters', 'demo', 10, '2024-07-01'),
        ('enterprise_quarters', 'demo', 4, '2024-07-02'), ('population', 'published', 2, '2024-07-03')"""
    )


def build(
    connection: duckdb.DuckDBPyConnection, *, is_empty: bool = False, change: str = ""
) -> duckdb.DuckDBPyConnection:
    """All tables and marts, with the small world in them (changed by some SQL) or nothing at all."""
    create_tables(connection)
    if not is_empty:
        fill(connection)
        connection.execute(change or "SELECT 1")
    load_content(connection, content_folder(DATA))
    derive(connection)
    withhold(connection)
    return connection


def publish(folder: Path, *, version: str = VERSION, is_empty: bool = False, change: str = "") -> Path:
    """A warehouse file with its pointer; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{version}.duckdb"
    build(duckdb.connect(file), is_empty=is_empty, change=change).close()
    point(folder, version)
    return folder


def point(folder: Path, version: str) -> None:
    """Move the pointer."""
    text = f'{{"version": "{version}", "file": "{version}.duckdb", "built_at": "2024-07-15T08:30:00"}}'
    (folder / "current.json").write_text(text, encoding="utf-8")
