"""The clock and the names so far → the name of a new version, which sorts after them whatever the clock says."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

# The instant that a name begins with; programs before this one wrote whole seconds.
INSTANT = re.compile(r"(\d{8}T\d{6})(\d{6})?Z-")
STEP = timedelta(seconds=1)


def version_name(so_far: Iterable[str], now: datetime, fingerprint: str) -> str:
    """The name for a version built at `now` (UTC) from the content of `fingerprint`.

    It begins with `now`, or with the instant after the newest name where the clock was set back.
    """
    latest = max(filter(None, map(_instant, so_far)), default=None)
    instant = now if latest is None or now > latest else latest + STEP
    return f"{instant:%Y%m%dT%H%M%S%fZ}-{fingerprint[:8]}"


def _instant(name: str) -> datetime | None:
    found = INSTANT.match(name)
    try:
        # Among the names of one second, the one of whole seconds sorts last.
        return datetime.strptime(f"{found[1]}{found[2] or '999999'}", "%Y%m%dT%H%M%S%f") if found else None
    except ValueError:
        return None
