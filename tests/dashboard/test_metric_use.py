"""Every metric is shown by a page: named in its code or in that of a view, or as a further one; the glossary does not count."""

import ast
from pathlib import Path

import pytest

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES

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


# What draws or declares a last table, and from which argument on it names its themes.
THEMES_FROM = {"show_further": 3, "further": 2}


def themes_of_last_tables() -> set[str]:
    """The themes whose further metrics a page shows."""
    calls = [
        node
        for path in (ROOT / "pages").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in THEMES_FROM
    ]
    return {theme.value for call in calls for theme in call.args[THEMES_FROM[call.func.id] :]}


@pytest.mark.parametrize("name", METRICS)
def test_a_page_shows_the_metric(name):
    assert name in USED or METRICS[name].is_further, (
        f"set is_further in its entry, and the last table of its theme's page has it; or name {name!r} in a list of pages/ "
        "or dashboard/views/"
    )
    assert not (name in USED and METRICS[name].is_further), f"{name!r} would be shown twice: strike its is_further"


def test_further_metrics_of_every_theme_have_a_page():
    assert themes_of_last_tables() == set(THEMES)
