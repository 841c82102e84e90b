"""Before or after the meeting: its documents ask what is to be decided, or tell what was."""

from enum import StrEnum

from dashboard.tables.meetings import Meeting


class Stage(StrEnum):
    """Which of the two documents a meeting's papers are."""

    BEFORE = "before"
    AFTER = "after"


LABELS = {Stage.BEFORE: "提请稿", Stage.AFTER: "通报稿"}
WHEN = {Stage.BEFORE: "会前提请稿", Stage.AFTER: "会后通报稿"}


def stage_of(meeting: Meeting) -> Stage:
    """The stage that a meeting is at: what it decided is on record only after it."""
    return Stage.AFTER if meeting.decisions_listed else Stage.BEFORE
