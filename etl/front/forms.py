"""Declarations → what is handed out: blank forms and the dictionary."""

from collections.abc import Sequence
from pathlib import Path

from etl.folders import WAREHOUSE, WRITTEN, probe, usable
from etl.front.places import ROOT, default_warehouse


def write_templates(folder: Path, warehouse: Path | None = None) -> list[Path]:
    """Write a blank form for every dataset, with the published names to choose from; the files written."""
    from etl.templates import write_templates
    from etl.warehouse.published_registers import register_names

    warehouse = warehouse or default_warehouse()
    with usable({WRITTEN: folder, WAREHOUSE: warehouse}):
        folder.mkdir(parents=True, exist_ok=True)
        probe(folder)
        return write_templates(folder, register_names(warehouse))


def blank_forms(
    period: str = "",
    area: str | None = None,
    *,
    prefilled: bool = True,
    datasets: Sequence[str] = (),
    warehouse: Path | None = None,
) -> dict[str, bytes]:
    """The forms to hand out, all or those named, as .xlsx by the names of their files.

    With a `period` (2024Q3 or 2024-11) and `prefilled` they hold an example row and the rows of the last period before
    of an area code and what lies in it, or of all; see `etl.prefill`. Raises `ValueError` for another period.
    """
    from etl.datasets import DATASETS
    from etl.prefill import Prefill, prefill, published_version
    from etl.templates import template
    from etl.warehouse.published_registers import register_names

    folder = warehouse or default_warehouse()
    names = register_names(folder)
    written = {}
    with published_version(folder) as connection:
        for dataset in (DATASETS[name] for name in datasets or DATASETS):
            filled = prefill(connection, dataset, period, area) if connection and period and prefilled else Prefill()
            name = f"{dataset.label}_{period}.xlsx" if period else f"{dataset.label}.xlsx"
            written[name] = template(dataset, names, filled if prefilled else None)
    return written


def templates_zip(
    period: str = "",
    area: str | None = None,
    *,
    prefilled: bool = True,
    datasets: Sequence[str] = (),
    warehouse: Path | None = None,
) -> bytes:
    """What `blank_forms` gives, as one ZIP."""
    from etl.templates import templates_zip

    return templates_zip(blank_forms(period, area, prefilled=prefilled, datasets=datasets, warehouse=warehouse))


def write_dictionary(file: Path | None = None) -> Path:
    """Write the data dictionary, `docs/dictionary.md` unless told otherwise; the file written."""
    from etl.dictionary import write_dictionary

    file = file or ROOT / "docs" / "dictionary.md"
    with usable({WRITTEN: file.parent}):
        return write_dictionary(file)
