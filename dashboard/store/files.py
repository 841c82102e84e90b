"""Names and writes the files in which meetings are kept."""

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path

from dashboard.meeting.stage import Stage
from dashboard.metrics.periods import in_beijing


def stem(meeting_id: str, area_code: str, stage: str) -> str:
    """A name that every system takes, and another for every meeting, area and stage; areas' codes are letters and digits.

    The papers after the meeting have the name that all had before there were two kinds of them.
    """
    mark = hashlib.sha256(meeting_id.encode()).hexdigest()[:8]
    return f"{re.sub(r'[^0-9A-Za-z-]', '_', meeting_id)}-{mark}-{area_code}{'-before' if stage == Stage.BEFORE else ''}"


def write_text(file: Path, text: str) -> None:
    """Write the file whole or not at all; one that is there is replaced."""
    part = file.with_suffix(".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(file)


def now_in_beijing() -> datetime:
    """The time in Beijing, to the minute, which is what a closed meeting says."""
    return in_beijing(datetime.now(UTC).replace(tzinfo=None, second=0, microsecond=0))


def write_private(file: Path, text: str) -> None:
    """Write the file as `write_text` does, for nobody to read but the account that the program runs under."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    part.touch(mode=0o600)
    part.chmod(0o600)
    write_text(file, text)
