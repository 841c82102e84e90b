"""The forms behind a figure, the origins of a version, and the line that says which one it is."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import in_beijing
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.joined import DataVersion

FORMS = "SELECT name, label, source FROM meta.datasets"
# The end of a version's name tells its content; the instant before it is told in words.
FINGERPRINT = 8
LOADS = """
SELECT dataset, origin, sum(rows_used)::BIGINT AS rows, max(loaded_at) AS loaded_at
FROM meta.loads
WHERE rows_used > 0
GROUP BY dataset, origin
ORDER BY dataset, origin
"""


@dataclass(frozen=True)
class Source:
    """A form behind a figure: the rows in use by origin, and when the last of them came in (UTC)."""

    dataset: str
    label: str
    source: str
    origins: tuple[tuple[str, int], ...]
    loaded_at: datetime | None


def sources(warehouse: Warehouse, metric: Metric) -> tuple[Source, ...]:
    """The forms that a metric is made from, in the order of its mart; one of which nothing is loaded has no origins."""

    def found() -> tuple[Source, ...]:
        forms = {row["name"]: row for row in warehouse.rows(FORMS)}
        loads = warehouse.rows(LOADS)
        return tuple(
            Source(
                dataset=name,
                label=forms[name]["label"],
                source=forms[name]["source"],
                origins=tuple((load["origin"], load["rows"]) for load in loads if load["dataset"] == name),
                loaded_at=max((load["loaded_at"] for load in loads if load["dataset"] == name), default=None),
            )
            for name in metric.source.forms
        )

    return warehouse.remember(("sources", metric.mart), found)


def origins_known(warehouse: Warehouse) -> tuple[str, ...]:
    """The origins of which the version holds any row, in alphabetical order."""

    def found() -> tuple[str, ...]:
        return tuple(sorted({row["origin"] for row in warehouse.rows(LOADS) if row["origin"]}))

    return warehouse.remember("origins-known", found)


def recorded_on(warehouse: Warehouse) -> str:
    """The day in Beijing of the version, as of which lists stand that carry no day of their own; empty for a lone file."""
    return f"{in_beijing(datetime.fromisoformat(warehouse.built_at)):%Y-%m-%d}" if warehouse.built_at else ""


def version_line(warehouse: Warehouse) -> DataVersion:
    """Which version of the data is shown: `数据版本 1a2b3c4d，生成于 2026-11-22 19:00`."""
    built = in_beijing(datetime.fromisoformat(warehouse.built_at))
    return DataVersion(f"数据版本 {warehouse.version[-FINGERPRINT:]}", f"生成于 {built:%Y-%m-%d %H:%M}")
