"""What a version was made from, and what lies there now → which forms must be read again.

A form is read again where its file is another one, where a form of its kind is, or one that its checks look at; all
others stand in the version before as they would be loaded now.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from etl.carried import Earlier, given_of
from etl.datasets import DATASETS, referred
from etl.inputs import Input
from etl.office import Office
from etl.validate.plausible import stands_alone
from etl.validate.registers import AREAS, REGISTERS
from etl.warehouse.load import ALIASES, in_order_loaded
from etl.warehouse.loads import GEOMETRY, Load


@dataclass(frozen=True)
class Plan:
    """Which files must be read, by name, and the datasets whose rows may not be what they were.

    Of those that have `grown` only the forms that came are read.
    """

    read: frozenset[str]
    changed: frozenset[str]
    grown: frozenset[str]


@cache
def looked_at(dataset: str) -> frozenset[str]:
    """The datasets that the checks of a dataset look at: what is known of names is what all registers before it say."""
    order = [one.name for one in in_order_loaded()]
    before = {name for name in order[: order.index(dataset)] if name in REGISTERS or name == ALIASES}
    return frozenset(before | {referred(column)[0] for column in DATASETS[dataset].referring} - {dataset})


def plan(
    earlier: Earlier | None, inputs: Sequence[Input], office: Office, known: Mapping[str, Collection[str]]
) -> Plan:
    """What must be read of the `inputs`, as far as can be said of those that are `known` to hold forms of datasets.

    To be asked again until nothing more must be read.
    """
    forms = [one for one in inputs if not one.is_geometry]
    if earlier is None:
        return Plan(frozenset(one.name for one in forms), frozenset({*DATASETS, GEOMETRY}), frozenset())
    before = earlier.datasets
    differing = {name for name, *_ in earlier.given ^ given_of(inputs, office)} | _regrouped(earlier, forms)
    now = {one.name: set(known.get(one.name, before.get(one.name, ()))) for one in forms}
    former = {name for file in differing for name in before.get(file, set())}
    came = {name for file in differing - before.keys() for name in now.get(file, set())}
    changed = _with_lookers(former | came)
    grown = {name for name in came - former if not looked_at(name) & changed and _may_grow(name, forms, now)}
    while True:
        read = _to_read(differing & now.keys(), changed, grown, now)
        if not (shared := {name for file in read - differing for name in now[file] & grown}):
            return Plan(frozenset(read), frozenset(changed), frozenset(grown))
        grown -= shared


def _to_read(read: set[str], changed: set[str], grown: set[str], now: Mapping[str, set[str]]) -> set[str]:
    """The files to be read with those that must be: of the datasets that have changed, and those that they look at."""
    while True:
        inside = (changed - grown).union(*(now[file] for file in read)) & DATASETS.keys()
        needed = inside.union(*map(looked_at, inside)) - grown
        more = read | {file for file, datasets in now.items() if datasets & needed}
        if more == read:
            return read
        read = more


def _may_grow(dataset: str, forms: Sequence[Input], now: Mapping[str, set[str]]) -> bool:
    """Whether a form more leaves those before it what they are, but for rows of the same key.

    Their checks look at no other form, nobody refers to them, and no demonstration has to give way.
    """
    origins = {one.origin for one in forms if dataset in now[one.name]}
    is_register = dataset in REGISTERS or dataset == ALIASES
    return len(origins) == 1 and "demo" not in origins and not is_register and stands_alone(DATASETS[dataset])


def changed_since(earlier: Earlier | None, inputs: Sequence[Input], office: Office, loads: Iterable[Load]) -> Plan:
    """What is to be said of the inputs as they were loaded."""
    known: dict[str, set[str]] = {one.name: set() for one in inputs}
    for load in loads:
        if load.dataset and load.file in known:
            known[load.file].add(load.dataset)
    return plan(earlier, inputs, office, known)


def _regrouped(earlier: Earlier, forms: Sequence[Input]) -> set[str]:
    """Files of the same bytes, one of which is read for all, where not the same ones lay there."""

    def groups(given: Collection[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
        ordered = sorted(given, key=lambda one: one[1:])
        return {same: {name for name, *_ in group} for same, group in groupby(ordered, key=lambda one: one[1:])}

    before = groups([one[:3] for one in earlier.given])
    now = groups([(one.name, one.origin, one.checksum) for one in forms])
    return {
        name
        for same in before.keys() | now.keys()
        if before.get(same) != now.get(same)
        for name in before.get(same, set()) | now.get(same, set())
    }


def _with_lookers(changed: set[str]) -> set[str]:
    """The datasets, and all whose checks look at one of them, directly or through others; shapes look at areas."""
    found = set(changed)
    for dataset in in_order_loaded():
        if looked_at(dataset.name) & found:
            found.add(dataset.name)
    return found | ({GEOMETRY} if AREAS in found else set())
