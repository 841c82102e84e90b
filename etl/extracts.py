"""Files of forms → what child processes read of them, while the build does other things."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from etl.inputs import Input
from etl.read.files import extract_together, share_out
from etl.read.sheets import Extract


class Extracts:
    """Has child processes read forms while other things are done; called with a path, it waits for that one's extract."""

    def __init__(self, pool: Executor, work: Path, at_once: int) -> None:
        """What children write lies in `work`, which has to stay as long as the extracts are used."""
        self.pool, self.work, self.at_once = pool, work, at_once
        self.found: dict[tuple[str, str], tuple[Future[list[Extract]], int]] = {}
        self.places: dict[Path, tuple[str, str]] = {}

    def begin(self, inputs: Iterable[Input]) -> None:
        """Have forms read that are not read yet. Files of the same bytes and suffix are read once."""
        own = {given.path: (given.checksum, given.path.suffix) for given in inputs if not given.is_geometry}
        self.places |= own
        waiting = {same: path for path, same in own.items() if same not in self.found}
        same_of = {path: same for same, path in waiting.items()}
        for group in share_out(list(waiting.values()), self.at_once):
            extracts = self.pool.submit(extract_together, group, self.work)
            self.found |= {same_of[path]: (extracts, place) for place, path in enumerate(group)}

    def __call__(self, path: Path) -> Extract:
        """What was read of a path, for which it was asked before."""
        extracts, place = self.found[self.places[path]]
        return extracts.result()[place]


@contextmanager
def reading(inputs: Sequence[Input], work: Path) -> Iterator[Extracts]:
    """Have child processes read the forms of `inputs`, and of more later on, as many at once as there are processors."""
    processors = os.cpu_count() or 1
    with ThreadPoolExecutor(processors) as pool:
        extracts = Extracts(pool, work, processors)
        extracts.begin(inputs)
        yield extracts
