"""Every metric is shown by a page: its name stands in the code of a page or of a panel; the glossary does not count."""

import ast
from pathlib import Path

import pytest

from dashboard.metrics.catalogue import METRICS

ROOT = Path(__file__).resolve().parents[2]
CODE = [
    path
    for path in (*(ROOT / "pages").glob("*.py"), *(ROOT / "dashboard" / "views").rglob("*.py"))
    if path.stem != "glossary"
]


def words(path: Path) -> set[str]:
    """All string constants of a module; docstrings are among them, but no metric is called by a sentence."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


USED = set().union(*map(words, CODE))


@pytest.mark.parametrize("name", METRICS)
def test_a_page_shows_the_metric(name):
    assert name in USED, f"name {name!r} in a list of pages/ or dashboard/views/, so that a page shows it"
