"""Forms → a published warehouse, or what is wrong with them."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.folders import DATA, TEMPORARY, WAREHOUSE, temporary, usable
from etl.front.places import default_data, default_warehouse

if TYPE_CHECKING:
    from etl.pipeline import BuildResult
    from etl.precheck import Checked
    from etl.problems import Problem


def build(
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    without: Collection[str] = (),
    keep: int = 5,
    progress: Callable[[float, str], None] = lambda share, text: None,
    full: bool = False,
) -> "BuildResult":
    """Load every form into a new version of the warehouse and publish it, see `etl.pipeline.build`."""
    from etl.pipeline import build

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse, DATA: data}):
        return build(data, warehouse, without=without, keep=keep, progress=progress, full=full)


def check(files: Sequence[Path], data: Path | None = None, warehouse: Path | None = None) -> "Checked":
    """What a build would make of some files; nothing is published, see `etl.precheck.check`."""
    from etl.precheck import check

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({TEMPORARY: temporary(), DATA: data, WAREHOUSE: warehouse}):
        return check([Path(file) for file in files], data, warehouse)


def open_questions(data: Path | None = None, warehouse: Path | None = None) -> "list[Problem]":
    """What the forms below the data folder ask and nobody has answered; nothing is published."""
    from etl.inputs import find_inputs
    from etl.problems import Level

    data = data or default_data()
    reported = [given.path for given in find_inputs(data, {"published", "demo"}) if not given.is_geometry]
    return [problem for problem in check(reported, data, warehouse).problems if problem.level is Level.QUESTION]


def watch_folder(
    folder: Path,
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    every_seconds: float = 5,
    still_seconds: float = 10,
    once: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Load what people drop into a folder and lay a report beside it, for ever or `once`; see `etl.watch`."""
    from etl.watch import watch

    watch(
        folder,
        data or default_data(),
        warehouse or default_warehouse(),
        every_seconds=every_seconds,
        still_seconds=still_seconds,
        once=once,
        say=say,
    )
