"""What a developer waits for holds the laws and the values worked out by hand, and nothing that takes long."""

import subprocess
import sys

import pytest

from tests.conftest import TESTS

# What must be fast: whole files, or the tests of a file that are named so.
LAWS = (
    "dashboard/metrics/test_ask.py::test_the_figure_worked_out_by_hand",
    *("dashboard/metrics/test_attention.py", "dashboard/metrics/test_metric.py", "dashboard/metrics/test_periods.py"),
    *("dashboard/render/charts/test_laws.py", "dashboard/text/test_formats.py", "etl/datasets/test_datasets.py"),
    *("etl/parse/test_numbers.py", "etl/parse/test_periods.py", "etl/warehouse/withholding/test_pattern.py"),
    "test_house.py",
)
SLOW = ("browser/test_charts.py", "etl/test_pipeline.py", "javascript/test_stage.py", "pages/test_filing.py")


def collected(expression: str, *places: str) -> tuple[str, ...]:
    """The tests at these places that a session with `-m expression` would run."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "0",
        "--collect-only",
        "-qq",
        "-o",
        "addopts=--import-mode=importlib",
    ]
    done = subprocess.run(
        [*command, "-m", expression, "-p", "no:cacheprovider", *(f"tests/{place}" for place in places)],
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}, done.stderr
    return tuple(line for line in done.stdout.splitlines() if line.startswith("tests/"))


@pytest.mark.parametrize(("expression", "places"), [("fast", LAWS), ("not fast", SLOW)])
def test_laws_and_values_worked_out_by_hand_are_fast_and_what_needs_a_browser_or_a_build_is_not(expression, places):
    assert {line.split("::")[0].split(":")[0] for line in collected(expression, *places)} == {
        f"tests/{place.split('::')[0]}" for place in places
    }
    assert collected(f"not ({expression})", *places) == ()
