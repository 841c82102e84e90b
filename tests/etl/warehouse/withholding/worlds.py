"""Small worlds of enterprises, drawn from a seed, with the marts that the decision reads."""

from random import Random

import duckdb

from etl.warehouse.withholding.enterprises import FIGURES

INDUSTRIES = ("服装", "五金", "针织")
QUARTERS = ("2025Q1", "2025Q2")
YEAR = ("2025Q1", "2025Q2", "2025Q3", "2025Q4")


def world(seed: int, quarters: tuple[str, ...] = QUARTERS) -> duckdb.DuckDBPyConnection:
    """Areas (a town, two districts, two or three places in each), enterprises, and what they reported.

    Of one enterprise in five a document printed the whole year.
    """
    draw, chosen = Random(seed), Random(-1 - seed)
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


def above(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Each area with all that it lies in, itself too."""
    found: dict[str, list[str]] = {}
    for area, ancestor in connection.execute(
        "SELECT area_code, ancestor_code FROM mart.area_tree ORDER BY area_code, ancestor_code"
    ).fetchall():
        found.setdefault(area, []).append(ancestor)
    return found
