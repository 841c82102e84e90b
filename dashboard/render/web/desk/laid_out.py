"""What lies on the desk: one meeting, what was kept of it, and its running order once it is needed."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.meeting.annexed import with_annexed
from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.stage import Stage
from dashboard.metrics.warehouse import Warehouse
from dashboard.store.frozen import Frozen
from dashboard.store.prepared import Preparation, apply


@dataclass(frozen=True)
class Desk:
    """One meeting as told of one area: what was kept of it, and how its running order is made when it is needed."""

    warehouse: Warehouse
    folder: Path
    meeting_id: str
    area_code: str
    stage: Stage
    closed: Frozen | None
    preparation: Preparation

    @property
    def place(self) -> tuple[Path, str, str, Stage]:
        """Under which preparations and closed editions are kept."""
        return self.folder, self.meeting_id, self.area_code, self.stage

    def made(self) -> RunningOrder:
        """The running order of the published version with what was put into it, otherwise as made; made once a version."""
        key = ("running order", self.meeting_id, self.area_code, self.stage)
        made = self.warehouse.remember(
            key, lambda: running_order(self.warehouse, self.meeting_id, self.area_code, self.stage)
        )
        return with_annexed(self.warehouse, made, self.preparation.annexed)

    def latest(self) -> RunningOrder:
        """The running order of the published version as prepared."""
        return apply(self.made(), self.preparation)

    def order(self, *, is_closed: bool) -> RunningOrder:
        """The last closed edition, where there is one and it is asked for, or the running order as it stands now."""
        return self.closed.order if self.closed and is_closed else self.latest()
