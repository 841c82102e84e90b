"""The declared mechanisms → a table in Markdown: which forms carry them, which figures measure them, on which page."""

from pathlib import Path

from dashboard.content import Mechanism, content
from dashboard.metrics.catalogue import metric

HEAD = """# Coverage

Every mechanism that the town's documents name, with the forms that carry it (`core.<form>`), the figures that
measure it, and the page where a reader meets them. Printed by `python -m dashboard coverage`; do not edit by hand.

| Mechanism | Document | Forms | Figures | Page |
|---|---|---|---|---|
"""


def coverage() -> str:
    """The whole document."""
    mechanisms = content().mechanisms
    return HEAD + "".join(map(_line, mechanisms)) + f"\n{len(mechanisms)} mechanisms.\n"


def _line(mechanism: Mechanism) -> str:
    forms = ", ".join(f"`{form}`" for form in mechanism.forms)
    figures = "、".join(metric(name).label for name in mechanism.metrics)
    return f"| {mechanism.name} | {mechanism.document} | {forms} | {figures} | `/{mechanism.page}` |\n"


def write_coverage(file: Path) -> Path:
    """Write the document; the file written."""
    file.write_text(coverage(), encoding="utf-8", newline="\n")
    return file
