"""The register of forms: every module of this folder declares one, and each comes after those it refers to."""

from collections.abc import Mapping
from dataclasses import replace
from graphlib import TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules

from content_files import content_folder
from etl.content import own_choices
from etl.schema import Column, Dataset


def _declared() -> dict[str, Dataset]:
    found = {module.name: import_module(f"{__name__}.{module.name}").DATASET for module in iter_modules(__path__)}
    misnamed = [stem for stem, dataset in found.items() if dataset.name != stem]
    if misnamed:
        raise ValueError(f"the path is the name: {misnamed} declare datasets of another name")
    return found


def referred(column: Column) -> tuple[str, str]:
    """The dataset and the column that `column` refers to."""
    dataset, _, key = column.references.partition(".")
    return dataset, key


def _in_order(declared: dict[str, Dataset]) -> dict[str, Dataset]:
    before: dict[str, set[str]] = {}
    for dataset in declared.values():
        targets = [referred(column) for column in dataset.referring]
        for target, key in targets:
            if declared[target].key != (key,):
                raise ValueError(f"{dataset.name} refers to {target}.{key}, which is not the key of {target}")
        before[dataset.name] = {target for target, _ in targets} - {dataset.name}
    return {name: declared[name] for name in TopologicalSorter(before).static_order()}


def _with_own_choices(declared: dict[str, Dataset]) -> dict[str, Dataset]:
    """The forms with the choices that the town adds to theirs. Raises `content_files.WrongContent`."""
    known = {
        name: {column.name: column.choices for column in dataset.columns if column.choices}
        for name, dataset in declared.items()
    }
    return declared | {
        name: replace(declared[name], columns=tuple(_with(column, added) for column in declared[name].columns))
        for name, added in own_choices(content_folder(), known).items()
    }


def _with(column: Column, added: Mapping[str, tuple[str, ...]]) -> Column:
    return replace(column, choices=added.get(column.name, column.choices))


DATASETS = _in_order(_with_own_choices(_declared()))
