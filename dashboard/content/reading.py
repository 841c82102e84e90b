"""`data/content/*.csv` → the `Content` of a town; a name that nobody knows is an error with file and line."""

from functools import lru_cache
from pathlib import Path

from content_files import Row, content_folder, read_rows
from dashboard.content.declared import (
    CITY,
    FEATURES,
    ROAD,
    Content,
    FactPair,
    FactRatio,
    FactTarget,
    MapFeature,
    Mechanism,
    ThemePage,
)
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from dashboard.metrics.metric import THEMES

PAGES = Path(__file__).resolve().parents[2] / "pages"
FORMS = frozenset(form for mart in MARTS.values() for form in (*mart.forms, *mart.lenders))


def content() -> Content:
    """The content of the town whose data folder this is; read once, a change shows after a restart.

    Raises `content_files.WrongContent`.
    """
    return _read_once(content_folder())


def read_content(folder: Path) -> Content:
    """The content in `folder`; what has no file is empty, but for the pages of themes. Raises `WrongContent`."""
    return Content(
        mechanisms=_mechanisms(folder),
        pairs=_pairs(folder),
        ratios=_ratios(folder),
        targets=_targets(folder),
        theme_pages=_theme_pages(folder) or _every_theme(),
        map_features=_map_features(folder),
    )


_read_once = lru_cache(maxsize=4)(read_content)


def _metrics(row: Row, column: str) -> tuple[str, ...]:
    return row.known(row.words(column), METRICS, "metric")


def _mechanisms(folder: Path) -> tuple[Mechanism, ...]:
    pages = {path.stem for path in PAGES.glob("*.py")}
    rows = read_rows(folder, "mechanisms.csv", ("mechanism", "document", "forms", "metrics", "page"), ("mechanism",))
    return tuple(
        Mechanism(
            row["mechanism"],
            row["document"],
            row.known(row.words("forms"), FORMS, "form"),
            _metrics(row, "metrics"),
            *row.known([row["page"]], pages, "page"),
        )
        for row in rows
    )


def _pairs(folder: Path) -> dict[str, FactPair]:
    rows = read_rows(folder, "fact_pairs.csv", ("fact_id", "metric", "by", "parts", "per_unit", "note"), ("fact_id",))
    return {row["fact_id"]: _pair(row) for row in rows}


def _pair(row: Row) -> FactPair:
    (metric,) = row.known([row["metric"]], METRICS, "metric")
    # A metric may not tell its dimension for the sake of persons, and still be held against a fact.
    dimensions = {dimension.name for dimension in METRICS[metric].source.dimensions}
    (by,) = row.known([row["by"]], dimensions, "dimension") if row["by"] else (None,)
    parts = row.words("parts")
    if bool(by) != bool(parts):
        raise row.wrong("a dimension and its parts go together")
    return FactPair(row["fact_id"], metric, by, parts, row.whole("per_unit") or 1)


def _ratios(folder: Path) -> tuple[FactRatio, ...]:
    columns = ("label", "numerator", "denominator", "unit", "factor", "decimals", "incomparable")
    return tuple(
        FactRatio(
            label=row["label"],
            numerator=row["numerator"],
            denominator=row["denominator"],
            unit=row["unit"],
            factor=row.number("factor") or FactRatio.factor,
            decimals=FactRatio.decimals if (decimals := row.whole("decimals")) is None else decimals,
            incomparable=row["incomparable"],
        )
        for row in read_rows(folder, "fact_ratios.csv", columns, ("label", "numerator", "denominator", "unit"))
    )


def _targets(folder: Path) -> dict[str, tuple[FactTarget, ...]]:
    targets: dict[str, tuple[FactTarget, ...]] = {}
    for row in read_rows(folder, "fact_targets.csv", ("metric", "fact_id", "per_fact_id"), ("metric", "fact_id")):
        (metric,) = row.known([row["metric"]], METRICS, "metric")
        targets[metric] = (*targets.get(metric, ()), FactTarget(row["fact_id"], row["per_fact_id"]))
    return targets


def _theme_pages(folder: Path) -> tuple[ThemePage, ...]:
    rows = read_rows(folder, "theme_pages.csv", ("theme", "charts", "remarks"), ("theme",))
    return tuple(
        ThemePage(theme, _metrics(row, "charts"), _metrics(row, "remarks"))
        for row in rows
        for theme in row.known([row["theme"]], THEMES, "theme")
    )


# How many places each kind of feature needs: a line two, a ring three.
LEAST_POINTS = {ROAD: 2, CITY: 3}


def _map_features(folder: Path) -> tuple[MapFeature, ...]:
    """What stands on maps beside their areas; the words that name it and where they stand are for readers of the file."""
    columns = ("name", "kind", "path", "words", "source")
    return tuple(
        _map_feature(row) for row in read_rows(folder, "map_features.csv", columns, ("name", "kind", "path", "source"))
    )


def _map_feature(row: Row) -> MapFeature:
    (kind,) = row.known([row["kind"]], FEATURES, "kind of map feature")
    points = tuple(row.points("path"))
    if len(points) < LEAST_POINTS.get(kind, 1) or (kind not in LEAST_POINTS and len(points) > 1):
        raise row.wrong(f"{len(points)} places are none for a feature of kind {kind!r}")
    return MapFeature(kind, row["name"], points)


def _every_theme() -> tuple[ThemePage, ...]:
    """A page for each theme that tells of its metrics in their order, for a town that has not chosen any."""
    names = {theme: tuple(metric.name for metric in METRICS.values() if metric.theme == theme) for theme in THEMES}
    return tuple(ThemePage(theme, metrics, metrics) for theme, metrics in names.items())
