"""Made-up grid events in any number, as the CSV that a town would export, with the registers they refer to.

Run as `python -m bench.events FOLDER ROWS`: the system counts the memory of a process that starts another as the
other's too, so that what writes many rows must not be what measures.
"""

import shutil
import sys
from pathlib import Path

import duckdb

REPOSITORY = Path(__file__).resolve().parents[1]
FORM = Path("received", "grid_events.csv")

# Seeded by the row number alone, so that every run writes the same file.
EVENTS = """
COPY (
  WITH numbered AS (SELECT range AS number, hash(range) AS seed FROM range($rows)),
  placed AS (
    SELECT
      number,
      seed,
      TIMESTAMP '2023-01-01' + INTERVAL 1 MINUTE * (number * 1576800 // $rows) AS reported_at,
      grids[1 + (seed % len(grids))::INTEGER] AS grid_code
    FROM numbered, (SELECT list(code) AS grids FROM (SELECT unnest($grids) AS code))
  )
  SELECT
    format('E{:08d}', number) AS "事件编号",
    grid_code AS "网格",
    (['安全隐患', '环境卫生', '市容占道', '矛盾纠纷', '民生求助', '设施损坏', '其他'])[1 + (seed // 100 % 7)::INTEGER]
      AS "事件类别",
    (['网格员', '快递小哥', '微心愿', '企业', '热线'])[1 + (seed // 1000 % 5)::INTEGER] AS "上报渠道",
    strftime(reported_at, '%Y-%m-%d %H:%M') AS "上报时间",
    strftime(reported_at + INTERVAL 1 DAY * (1 + (seed // 10000 % 7)::INTEGER), '%Y-%m-%d %H:%M') AS "应办结时间",
    CASE WHEN seed // 7 % 30 > 0
      THEN strftime(reported_at + INTERVAL 1 HOUR * (seed // 100000 % 200)::INTEGER, '%Y-%m-%d %H:%M') END
      AS "办结时间",
    CASE WHEN seed // 11 % 40 = 0 THEN 1 ELSE 0 END AS "重开次数"
  FROM placed ORDER BY number
) TO '{target}' (FORMAT csv, HEADER)
"""


def grid_codes() -> list[str]:
    """The codes of the 24 grids of the published register."""
    rows = duckdb.execute(
        "SELECT 区域代码 FROM read_csv(?, all_varchar = true) WHERE 层级 = '网格' ORDER BY 1",
        [str(REPOSITORY / "data/published/areas.csv")],
    ).fetchall()
    return [code for (code,) in rows]


def write_data(folder: Path, rows: int) -> Path:
    """A data folder with the published registers and `rows` events as a received form; the path of that form."""
    for room in ("published", "geo"):
        shutil.copytree(REPOSITORY / "data" / room, folder / room)
    form = folder / FORM
    form.parent.mkdir()
    # COPY takes no parameter for its target; the path is ours, and quotes in it are doubled.
    statement = EVENTS.replace("{target}", str(form).replace("'", "''"))
    duckdb.execute(statement, {"rows": rows, "grids": grid_codes()})
    return form


if __name__ == "__main__":
    write_data(Path(sys.argv[1]), int(sys.argv[2]))
