"""The matters of two times side by side: which are new, which go on, which are solved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.metrics.cut_off import cut_off
from dashboard.metrics.periods import grain_of, in_beijing, last_quarter, shift, to_grain, within
from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import earlier, kept_versions
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.meetings import Meeting, joint_meetings
from dashboard.text.periods import period_end, period_label
from dashboard.views.attention.matters import Matter, matters

NEW, GOING_ON, SOLVED = "新增", "继续", "已解决"
STANDINGS = (NEW, GOING_ON, SOLVED)
PERIOD, MEETING, VERSION = "period", "meeting-", "version-"
VERSIONS_OFFERED = 8
STAMP = "%Y%m%dT%H%M%S"
STAMP_LENGTH = 15

# The version and the selection of a time.
Seen = tuple[Warehouse, Selection]


@dataclass(frozen=True)
class Time:
    """A time at which matters can be looked at; `seen` raises WarehouseUnavailable where a version cannot be read."""

    label: str
    seen: Callable[[], Seen | None]


@dataclass(frozen=True)
class Compared:
    """A matter and how it stands against the earlier time: of `STANDINGS`, or nothing where nothing is compared."""

    matter: Matter
    standing: str


def times(warehouse: Warehouse, selection: Selection) -> dict[str, Time]:
    """The end of the selected period, and the joint meetings in it, by code."""
    ends = {PERIOD: Time(f"{period_end(selection.period)}", lambda: (warehouse, selection))}
    return ends | dict(_meetings(warehouse, selection, selection.period))


def earlier_times(warehouse: Warehouse, selection: Selection) -> dict[str, Time]:
    """What the matters can be compared with, by code: the period before, earlier joint meetings, earlier versions."""
    before = Selection(selection.area_code, shift(selection.period, -1), selection.comparison)
    found = {PERIOD: Time(f"{period_label(before.period)}末", lambda: (warehouse, before))}
    found |= dict(_meetings(warehouse, selection, ""))
    if not warehouse.is_earlier:
        found |= dict(_versions(warehouse, selection))
    return found


def compared(now: tuple[Matter, ...], then: tuple[Matter, ...] | None) -> tuple[Compared, ...]:
    """The matters of now and, behind them, those of then that are solved; None of then compares nothing."""
    if then is None:
        return tuple(Compared(one, "") for one in now)
    known, present = {one.key for one in then}, {one.key for one in now}
    return (
        *(Compared(one, GOING_ON if one.key in known else NEW) for one in now),
        *(Compared(one, SOLVED) for one in then if one.key not in present),
    )


def matters_at(time: Time) -> tuple[Matter, ...] | None:
    """The matters at a time, None where the version is not kept any more."""
    seen = time.seen()
    return matters(*seen) if seen else None


def _meetings(warehouse: Warehouse, selection: Selection, period: str) -> Iterator[tuple[str, Time]]:
    """The joint meetings held in the period, or, without one, those held before the selected one ends."""
    for meeting in joint_meetings(warehouse, selection.area_code):
        quarter = _quarter_of(meeting)
        if quarter in _quarters(period) if period else quarter <= last_quarter(selection.period):
            day = meeting.held_on.isoformat()
            yield f"{MEETING}{meeting.meeting_id}", Time(f"{day}联席会议", _at_meeting(warehouse, selection, meeting))


def _at_meeting(warehouse: Warehouse, selection: Selection, meeting: Meeting) -> Callable[[], Seen]:
    """The area as it was told on the day of the meeting."""

    def seen() -> Seen:
        quarter = _quarter_of(meeting)
        cut = cut_off(quarter, meeting.held_on)
        told = warehouse.as_of(cut) if cut else warehouse
        return told, Selection(selection.area_code, quarter, selection.comparison)

    return seen


def _quarters(period: str) -> tuple[str, ...]:
    """The quarters that a period holds, or the one that holds it."""
    return (last_quarter(period),) if grain_of(period) == "month" else within(period, "quarter")


def _quarter_of(meeting: Meeting) -> str:
    return to_grain(f"{meeting.held_on:%Y-%m}", "quarter")


def _versions(warehouse: Warehouse, selection: Selection) -> Iterator[tuple[str, Time]]:
    folder = warehouse.file.parent
    older = [name for name in kept_versions(folder) if name < warehouse.version]

    def look(name: str) -> Callable[[], Seen | None]:
        def seen() -> Seen | None:
            version = earlier(name, folder)
            return (version, selection) if version else None

        return seen

    for name in older[:VERSIONS_OFFERED]:
        yield f"{VERSION}{name}", Time(f"{_made(name)}的数据版本", look(name))


def _made(name: str) -> str:
    """When a version was made, as a clock in Beijing shows it; its name where that does not tell."""
    try:
        at = datetime.strptime(name[:STAMP_LENGTH], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return name
    return f"{in_beijing(at):%Y-%m-%d %H:%M}"
