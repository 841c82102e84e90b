"""Turns a cell's text with the guard that an export put around it into the text that was meant."""

import re

# `="3505…"`, by which exports keep a spreadsheet from rounding a code, and the apostrophe that means the same.
GUARDED = re.compile(r"""=\s*"(?P<text>(?:[^"]|"")*)"|'(?P<digits>[0-9][0-9.\-]*)""")
GUARDS = frozenset("='")


def unguarded(text: str) -> str:
    """The text without the guard that an export put around it against a spreadsheet's rounding."""
    if text[:1] not in GUARDS or not (found := GUARDED.fullmatch(text.strip())):
        return text
    return found["digits"] or found["text"].replace('""', '"')
