"""A folder of forms → a published warehouse, or all the problems for which there is none."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.assembling import Progress, assemble
from etl.fingerprints import fingerprint
from etl.folders import DATA, WAREHOUSE, reach, usable
from etl.inputs import GEOMETRY_FOLDER, ORIGINS, find_inputs
from etl.problems import Problem, has_error
from etl.proposing.landing import settle
from etl.warehouse.kept_versions import (
    newest_intact,
    published,
    wrong_with_published,
)
from etl.warehouse.loads import Load
from etl.warehouse.lock import locked
from etl.warehouse.publish import BUILDING, point_to, publish, sweep


def silent(share: float, text: str) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, kw_only=True)
class BuildResult:
    """What a build came to. Neither `published` nor an error among the problems: nothing had changed.

    `version` is the one that is published now, None where there is none. `damage` is what was wrong with the one that
    was published before, empty where it was intact.
    """

    version: str | None
    published: bool
    loads: list[Load]
    problems: list[Problem]
    seconds: float
    damage: str = ""

    @property
    def repair(self) -> str:
        """What was done about a damaged version, as a Chinese sentence; empty where none was damaged."""
        if not self.damage:
            return ""
        if self.published:
            return f"{self.damage}，已用报表重新生成。"
        if self.version:
            return f"{self.damage}，报表又没有通过核对，已退回版本 {self.version}；改正报表后再运行一次。"
        return f"{self.damage}，报表又没有通过核对，也没有完好的旧版本可退；改正报表后再运行一次。"

    @property
    def is_refused(self) -> bool:
        """Whether problems kept the forms out."""
        return has_error(self.problems)


def build(
    data: Path,
    warehouse: Path,
    *,
    without: Collection[str] = (),
    keep: int = 5,
    progress: Progress = silent,
    full: bool = False,
) -> BuildResult:
    """Load every form below `data` into a new version of the warehouse and publish it.

    What cannot be otherwise than in the version before is carried over from it, with `full` nothing is.

    Any error in any form leaves the published version as it is, and all problems come back. `without` names origins
    (`demo`) to leave out; `progress` is told the share done (0 to 1) and what is being done, in Chinese. A published
    version that is damaged is built again from the forms; where these do not pass, the newest intact one is published.
    Raises `FolderUnusable`.
    """
    start = time.monotonic()
    if unknown := set(without) - set(ORIGINS.values()):
        raise ValueError(f"unknown origins: {sorted(unknown)}")
    with locked(warehouse, progress):
        sweep(warehouse)
        settle(data, warehouse)
        damage = wrong_with_published(warehouse)
        before = published(warehouse)
        reach(data, (*ORIGINS, GEOMETRY_FOLDER))
        inputs = find_inputs(data, without)
        print_of_content = fingerprint(inputs, without, data)
        current: str | None
        if not full and before and before.fingerprint == print_of_content:
            loads, problems, current, is_new = list(before.loads), [], before.version, False
        else:
            with (
                TemporaryDirectory(prefix=BUILDING, dir=warehouse, ignore_cleanup_errors=True) as folder,
                # Asked while the folder is there: when it is gone, a full disk has room again.
                usable({WAREHOUSE: warehouse, DATA: data}),
            ):
                candidate = assemble(Path(folder), warehouse, data, inputs, without, progress, full=full)
                loads, problems = candidate.loads, candidate.problems
                is_new = not has_error(problems)
                if is_new:
                    publish(warehouse, candidate.path, candidate.version, keep)
            current = candidate.version.version if is_new else before.version if before else _go_back(warehouse)
        progress(1.0, "完成")
        seconds = time.monotonic() - start
        return BuildResult(
            version=current, published=is_new, loads=loads, problems=problems, seconds=seconds, damage=damage
        )


def _go_back(warehouse: Path) -> str | None:
    """Publish the newest intact version in place of a damaged one; its name, None where there is none."""
    intact = newest_intact(warehouse)
    return point_to(warehouse, intact.version).version if intact else None
