"""Small worlds of enterprises, of courses and of those who look for work, drawn from a seed, with the marts that the decision reads."""

from itertools import product
from random import Random

import duckdb

from etl.warehouse.withholding.enterprises import FIGURES

INDUSTRIES = ("服装", "五金", "针织")
QUARTERS = ("2025Q1", "2025Q2")
COURSE = (
    "enrolled",
    "completed",
    "enrolled_of_completed",
    "certified",
    "completed_of_certified",
    "converted_3m",
    "completed_due_3m",
    "converted_6m",
    "completed_due_6m",
    "enrolled_due_6m",
    "converted_3m_due_6m",
)
CATEGORIES, AUDIENCES, MONTHS = ("技能", "电商", "竞赛"), ("职工", "个体户"), ("2025-01", "2025-02", "2025-04")
YEAR = ("2025Q1", "2025Q2", "2025Q3", "2025Q4")


def world(seed: int, quarters: tuple[str, ...] = QUARTERS) -> duckdb.DuckDBPyConnection:
    """Areas (a town, two districts, two or three places in each), enterprises, and what they reported.

    Of one enterprise in five a document printed the whole year.
    """
    draw, chosen = Random(seed), Random(-1 - seed)
    connection, leaves = world_of_areas(draw)
    numbers = ", ".join(f"{name} DOUBLE" for name in FIGURES)
    flags = ", ".join(f"is_{figure}_public BOOLEAN" for figure, _ in FIGURES.values())
    connection.execute(
        "CREATE TABLE mart.enterprise_quarters (area_code VARCHAR, quarter VARCHAR, enterprise_code VARCHAR, "
        "industry VARCHAR, scale VARCHAR, disclosure VARCHAR, is_above_scale BOOLEAN, is_land_same_scope BOOLEAN, "
        f"is_settled BOOLEAN, {numbers}, {flags})"
    )
    connection.execute(
        "CREATE TABLE mart.enterprise_figures_printed (enterprise_code VARCHAR, quarter VARCHAR, figure VARCHAR)"
    )
    for number in range(draw.randint(8, 22)):
        area, industry = draw.choice(leaves), draw.choice(INDUSTRIES)
        is_above, is_public, has_land = draw.random() < 0.3, draw.random() < 0.1, draw.random() < 0.4
        size = draw.lognormvariate(6 if is_above else 4, 1)
        if chosen.random() < 0.2:
            connection.execute(
                "INSERT INTO mart.enterprise_figures_printed SELECT ?, unnest(?), figure FROM (SELECT unnest(?) AS figure)",
                [f"E{number}", list(quarters), [label for _, label in FIGURES.values()]],
            )
        for quarter in quarters:
            if draw.random() < 0.1:
                continue
            told = [
                None if draw.random() < 0.05 else round(size * draw.uniform(0.5, 1.5), 2) for _ in range(len(FIGURES))
            ]
            connection.execute(
                f"INSERT INTO mart.enterprise_quarters VALUES ({', '.join('?' * (9 + 2 * len(FIGURES)))})",
                [
                    *(area, quarter, f"E{number}", industry, "规上" if is_above else "规下"),
                    *("企业同意" if is_public else "内部", is_above, has_land, True),
                    *told,
                    *[is_public] * len(FIGURES),
                ],
            )
    return connection


def world_of_courses(seed: int) -> duckdb.DuckDBPyConnection:
    """Areas, and what is told of the few who came to the courses of two quarters, each outcome of some courses only."""
    draw = Random(seed)
    connection, leaves = world_of_areas(draw)
    names = ", ".join(f"{name} BIGINT" for name in COURSE)
    connection.execute(
        "CREATE TABLE mart.training_months "
        f"(area_code VARCHAR, month VARCHAR, site VARCHAR, category VARCHAR, audience VARCHAR, {names})"
    )
    for number, month in product(range(draw.randint(1, 3)), MONTHS):
        for category in draw.sample(CATEGORIES, draw.randint(1, len(CATEGORIES))):
            where = leaves[number % len(leaves)], month, f"S{number}", category, draw.choice(AUDIENCES)
            connection.execute(
                f"INSERT INTO mart.training_months VALUES ({', '.join('?' * (len(where) + len(COURSE)))})",
                [*where, *_course(draw).values()],
            )
    return connection


def _course(draw: Random) -> dict[str, int | None]:
    """The counts of a row; what is not told is None."""
    found: dict[str, int | None] = dict.fromkeys(COURSE)
    found["enrolled"] = enrolled = draw.randint(3, 14)
    if draw.random() < 0.1:
        return found
    found["completed"] = completed = max(0, enrolled - draw.choice((0, 0, 1, 2, 3, 5)))
    found["enrolled_of_completed"] = enrolled
    for part, told in (("certified", "completed_of_certified"), ("converted_3m", "completed_due_3m")):
        if draw.random() < 0.7:
            found |= {part: draw.randint(0, completed), told: completed}
    if found["converted_3m"] is not None and draw.random() < 0.7:
        found |= {"converted_6m": draw.randint(0, completed), "completed_due_6m": completed}
        found |= {"enrolled_due_6m": enrolled, "converted_3m_due_6m": found["converted_3m"]}
    return found


def world_of_jobs(seed: int) -> duckdb.DuckDBPyConnection:
    """Areas, and how many were recommended, matched and hired there in two months; some hires are not told yet."""
    draw = Random(seed)
    connection, leaves = world_of_areas(draw)
    connection.execute(
        "CREATE TABLE mart.job_months (area_code VARCHAR, month VARCHAR, channel VARCHAR, occupation VARCHAR, "
        "openings BIGINT, seekers BIGINT, recommended BIGINT, matched BIGINT, hired BIGINT)"
    )
    for area, month, occupation in product(leaves[:3], MONTHS[:2], ("缝纫", "仓储", "质检")):
        recommended = draw.randint(0, 12)
        matched = draw.randint(recommended // 2, recommended)
        hired = max(0, matched - draw.choice((0, 0, 1, 2, 4))) if draw.random() < 0.9 else None
        connection.execute(
            "INSERT INTO mart.job_months VALUES (?, ?, ?, ?, 20, ?, ?, ?, ?)",
            [area, month, draw.choice(("线上", "线下")), occupation, recommended + 3, recommended, matched, hired],
        )
    return connection


def world_of_offices(seed: int) -> duckdb.DuckDBPyConnection:
    """The same, of which some offices keep no matches, others nobody's recommendation."""
    connection, draw = world_of_jobs(seed), Random(seed)
    for (row,) in connection.execute("SELECT rowid FROM mart.job_months ORDER BY rowid").fetchall():
        for column in draw.choice(((), ("matched",), ("recommended",), ("recommended", "matched"))):
            connection.execute(f"UPDATE mart.job_months SET {column} = NULL WHERE rowid = {row}")
    return connection


def world_of_areas(draw: Random) -> tuple[duckdb.DuckDBPyConnection, list[str]]:
    """A town, two districts, and two or three places in each, which come last."""
    connection = duckdb.connect()
    connection.execute("CREATE SCHEMA mart; CREATE SCHEMA core")
    parents = {"T": None, "D": "T", "E": "T"}
    leaves = [f"{district}{number}" for district in "DE" for number in range(draw.randint(2, 3))]
    parents |= {leaf: leaf[0] for leaf in leaves}
    connection.execute("CREATE TABLE mart.area_tree (ancestor_code VARCHAR, area_code VARCHAR, distance INTEGER)")
    connection.execute("CREATE TABLE mart.area_profile (area_code VARCHAR, level VARCHAR, zone_kind VARCHAR)")
    for area in parents:
        above, distance = area, 0
        while above:
            connection.execute("INSERT INTO mart.area_tree VALUES (?, ?, ?)", [above, area, distance])
            above, distance = parents[above], distance + 1
        kind = draw.choice(("园区", "社区")) if area in leaves else None
        level = {"T": "镇", "D": "片区", "E": "片区"}.get(area, "三区单元")
        connection.execute("INSERT INTO mart.area_profile VALUES (?, ?, ?)", [area, level, kind])
    return connection, leaves


def above(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Each area with all that it lies in, itself too."""
    found: dict[str, list[str]] = {}
    for area, ancestor in connection.execute(
        "SELECT area_code, ancestor_code FROM mart.area_tree ORDER BY area_code, ancestor_code"
    ).fetchall():
        found.setdefault(area, []).append(ancestor)
    return found
