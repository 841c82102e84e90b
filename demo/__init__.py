"""Seed → the demonstration: forms filled for 2023–2025 and schematic geometry, true to every published figure."""

import csv
from pathlib import Path

from demo import (
    alerts,
    assets,
    enterprises,
    events,
    geometry,
    grids,
    jobs,
    meetings,
    output,
    party,
    party_life,
    services,
    talent,
    targets,
    training,
)
from demo.rows import Row
from demo.shares import seeded
from demo.workbook import write_csv, write_workbook
from etl.datasets import DATASETS

THEMES = (
    alerts,
    assets,
    jobs,
    meetings,
    party_life,
    services,
    talent,
    targets,
)
AS_CSV = ("grid_events",)
AREAS = Path(__file__).resolve().parents[1] / "data" / "published" / "areas.csv"


def forms() -> dict[str, list[Row]]:
    """The rows of every demonstration form by dataset; the same on every call."""
    register = enterprises.register(seeded("enterprises"))
    found = {
        "service_sites": training.site_rows() + services.site_rows(),
        "enterprises": [one.row for one in register],
        "enterprise_quarters": output.rows(seeded("output"), register),
        "population": grids.population_rows(),
        "party_organizations": party.rows(seeded("party")),
        "grid_staffing": grids.staffing_rows(seeded("grids"), register),
        "grid_events": events.rows(seeded("events")),
        "training_courses": training.course_rows(seeded("courses")),
        "incubation_quarters": training.incubation_rows(seeded("incubation")),
    }
    for theme in THEMES:
        found |= theme.forms()
    return found


def write(directory: Path) -> list[Path]:
    """Write every demonstration form into `directory` and answer the files; the same bytes every time."""
    directory.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, rows in forms().items():
        is_csv = name in AS_CSV
        path = directory / f"{name}.{'csv' if is_csv else 'xlsx'}"
        (write_csv if is_csv else write_workbook)(path, DATASETS[name], rows)
        written.append(path)
    return written


def write_geometry(path: Path) -> None:
    """Write the schematic polygons as GeoJSON (WGS84, six decimals); the same bytes every time."""
    with AREAS.open(encoding="utf-8-sig", newline="") as file:
        names = {row["区域代码"]: row["区域名称"] for row in csv.DictReader(file)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(geometry.geojson(names), encoding="utf-8", newline="\n")
