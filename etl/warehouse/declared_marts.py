"""Declarations of forms → the marts that need no file: who has reported when, and forms that nothing joins or sums."""

from collections.abc import Collection, Mapping

from etl.schema import NUMBERS, Dataset

PERIODS = ("quarter", "month")
AREA = "areas.area_code"


def declared_marts(datasets: Mapping[str, Dataset], read: Collection[str]) -> dict[str, str]:
    """Name → SQL with its comment; `read` are the tables that marts in files read.

    `reports_by_quarter`, `reports_by_month`: a row is a row of a form with figures, with its area, period and load.
    `reporting_spans`: the first and the last period of each such form. And a view of the form's name for each that no file
    reads.
    """
    periodic = {name: period for name, form in datasets.items() if (period := _period(form))}
    if not periodic:
        return {}
    spans = [
        f"SELECT '{name}' AS dataset, '{period}' AS period, min({period}) AS first, max({period}) AS last FROM core.{name}"
        for name, period in periodic.items()
    ]
    found = {"reporting_spans": _view("一张有数字的季报或月报，及有数据的首末季度或月份", spans)}
    for period in PERIODS:
        reports = [_reports(datasets, datasets[name], period) for name, own in periodic.items() if own == period]
        found[f"reports_by_{period}"] = _view("季报的一行" if period == "quarter" else "月报的一行", reports)
    plain = [datasets[name] for name in periodic if f"core.{name}" not in read]
    return found | {form.name: _view(form.row_is, [_plain(form)]) for form in plain if _area(form) == "area_code"}


def _view(row_is: str, parts: list[str]) -> str:
    return f"-- view\n-- 一行是{row_is}\n" + "\nUNION ALL\n".join(parts)


def _period(form: Dataset) -> str | None:
    """The column of the form's period where it reports figures by area and period, None elsewhere."""
    has_figures = any(column.kind in NUMBERS for column in form.columns)
    return next((name for name in PERIODS if has_figures and name in form.key), None)


def _area(form: Dataset) -> str | None:
    """The form's own column with the code of an area."""
    return next((column.name for column in form.columns if column.references == AREA), None)


def _reports(datasets: Mapping[str, Dataset], form: Dataset, period: str) -> str:
    if area := _area(form):
        return f"SELECT '{form.name}' AS dataset, {area} AS area_code, {period}, origin, load_id FROM core.{form.name}"
    links = [column for column in form.columns if column.references]
    table, key = next(
        (table, column.name) for column in links for table in [_register(column.references)] if _area(datasets[table])
    )
    return (
        f"SELECT '{form.name}' AS dataset, place.{_area(datasets[table])} AS area_code, report.{period}, report.origin, "
        f"report.load_id FROM core.{form.name} AS report JOIN core.{table} AS place USING ({key})"
    )


def _register(references: str) -> str:
    """The form whose key a column holds."""
    return references.partition(".")[0]


def _plain(form: Dataset) -> str:
    return f"SELECT {', '.join(column.name for column in form.columns)}, origin FROM core.{form.name}"
