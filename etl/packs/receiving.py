"""Packs that were sent, late, twice or corrected → the newest of each 片区, and sums that say who is missing."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from etl.packs.pack import Figure, Pack, UnusablePack, read_pack
from etl.writing import replace_patiently

FOLDER = "packs"
SHORT = 12


class Taken(StrEnum):
    """What became of a pack that was sent."""

    FIRST = "收下"
    CORRECTION = "收下，取代先前的"
    LATE = "收下，另有较新的，不使用"
    TWICE = "已经有同一份，不重复收"
    REFUSED = "没有收下"


@dataclass(frozen=True)
class Receipt:
    """A file that was sent and what became of it; `remark` is why it was refused."""

    file: str
    taken: Taken
    name: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Sum:
    """A figure summed over all packs that have it, and the 片区 that have it not."""

    figure: Figure
    missing: tuple[str, ...]


def receive(files: Sequence[Path], data: Path) -> list[Receipt]:
    """Keep the packs below `data`, each once; a receipt for each file, in order. One that is none harms no other."""
    return [_receive(file, data / FOLDER) for file in files]


def _receive(file: Path, folder: Path) -> Receipt:
    try:
        pack = read_pack(file)
    except UnusablePack as unusable:
        return Receipt(file.name, Taken.REFUSED, remark=unusable.message)
    if not pack.code.isalnum():
        return Receipt(file.name, Taken.REFUSED, remark=f"“{file.name}”的区域代码不对，没有接收。")
    content = file.read_bytes()
    own = folder / pack.code
    target = own / f"{pack.built_at:%Y%m%dT%H%M%S%f}-{hashlib.sha256(content).hexdigest()[:SHORT]}.zip"
    before = sorted(path.name for path in own.glob("*.zip"))
    if target.name in before:
        return Receipt(file.name, Taken.TWICE, pack.name)
    own.mkdir(parents=True, exist_ok=True)
    part = own / f".{target.name}.part"
    part.write_bytes(content)
    replace_patiently(part, target)
    if not before:
        return Receipt(file.name, Taken.FIRST, pack.name)
    return Receipt(file.name, Taken.CORRECTION if target.name > before[-1] else Taken.LATE, pack.name)


def files_kept(data: Path) -> list[Path]:
    """The packs that are kept, those of one 片区 behind each other, the one built last at the end."""
    return sorted(path for path in (data / FOLDER).glob("*/*.zip") if not path.name.startswith("."))


def received(data: Path) -> dict[str, Pack]:
    """The newest pack of each 片区 by its code: what was built last counts, whenever it came."""
    newest = {path.parent.name: path for path in files_kept(data)}
    return {code: read_pack(path) for code, path in newest.items()}


def sums(packs: Collection[Pack], expected: Sequence[str] = ()) -> Iterator[Sum]:
    """Every figure that any pack has, summed, in order. `expected` are names of 片区 that ought to have sent one.

    A figure that is withheld in one 片区 is missing there: the sum is that of the others, and says so.
    """
    found: dict[Figure, dict[str, Figure]] = defaultdict(dict)
    for pack in packs:
        for one in pack.figures:
            found[replace(one, value=0.0, origins="")][pack.name] = one
    names = list(dict.fromkeys([*expected, *(pack.name for pack in packs)]))
    for told, own in sorted(found.items(), key=lambda pair: pair[0]):
        origins = sorted({origin for one in own.values() for origin in one.origins.split("、")})
        figure = replace(told, value=sum(one.value for one in own.values()), origins="、".join(origins))
        yield Sum(figure, tuple(name for name in names if name not in own))
