"""Each rule of a form is broken once by a real file, and exactly one problem points at the right cell.

Every module of `broken/` holds cases as data:

    CASES = ((dataset, {column: good value, …}, {column: bad value, …}, pointed column), …)
    FORMS = {dataset: ({column: value, …}, …), …}      # only where the cases refer to rows of other forms

Columns are the English names of the declaration; a value is written as `str(value)`, None as an empty cell. The form of
a case has the columns that its good row names, in that order, under the headers that a blank form prints; the bad form
is the good row with the bad values put in, and may only change columns that the good row names. In place of one good
row there may be a tuple of rows: the last one is spoiled. The areas of `tests/town.py` are there without being named.

All files are checked together, in one pass of `etl.check`, so that a hundred cases take hardly longer than one.
"""

from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest

import etl
from etl.addresses import address
from etl.datasets import DATASETS
from tests.town import AREAS, write_csv

MODULES = [
    import_module(f"tests.etl.datasets.broken.{path.stem}")
    for path in sorted((Path(__file__).parent / "broken").glob("*.py"))
    if path.stem != "__init__"
]
CASES = [case for module in MODULES for case in module.CASES]
IDS = [f"{number:03}-{dataset}-{pointed}" for number, (dataset, _, _, pointed) in enumerate(CASES)]
DECLARED = sorted({dataset for dataset, *_ in CASES})
# Forms that are older than these cases: none may come to them.
OLDER = frozenset(
    (
        *("aliases", "areas", "enterprise_quarters", "enterprises", "grid_staffing", "incubation_quarters"),
        *("party_liaison", "party_organizations", "population", "published_facts", "training_courses"),
    )
)

every_case = pytest.mark.parametrize("number", range(len(CASES)), ids=IDS)


def rows_of(good) -> tuple[dict, ...]:
    return (good,) if isinstance(good, dict) else tuple(good)


def write_form(path: Path, dataset: str, rows: tuple[dict, ...]) -> Path:
    """Write rows as the form of `dataset`: every column that a row names, under its printed header."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    headers = [DATASETS[dataset].column_of[name].header for name in names]
    cells = [["" if row.get(name) is None else str(row[name]) for name in names] for row in rows]
    return write_csv(path, [headers, *cells])


@pytest.fixture(scope="module")
def problems(tmp_path_factory):
    """Problems by (number of the case, whether the good or the bad form)."""
    folder = tmp_path_factory.mktemp("broken")
    town = folder / "town"
    write_csv(town / "published" / "areas.csv", AREAS)
    for module in MODULES:
        for dataset, rows in getattr(module, "FORMS", {}).items():
            label = DATASETS[dataset].label
            write_form(town / "published" / f"{label}_{module.__name__.rpartition('.')[2]}.csv", dataset, rows)
    files = {}
    for number, (dataset, good, bad, _) in enumerate(CASES):
        rows = rows_of(good)
        for state, last in (("good", rows[-1]), ("bad", rows[-1] | bad)):
            path = folder / "forms" / f"{DATASETS[dataset].label}_{number:03}_{state}.csv"
            files[str(write_form(path, dataset, (*rows[:-1], last)))] = (number, state)
    found = defaultdict(list)
    for problem in etl.check([Path(file) for file in files], town, folder / "no warehouse").problems:
        found[files[problem.file]].append(problem)
    return found


@every_case
def test_the_good_form_loads_without_a_problem(problems, number):
    assert problems[number, "good"] == []


@every_case
def test_the_broken_form_has_one_problem_at_the_cell(problems, number):
    _, good, bad, pointed = CASES[number]
    rows = rows_of(good)
    names = list(dict.fromkeys(name for row in rows for name in row))
    assert bad.keys() <= set(names), "a case breaks columns that its good row names"
    assert [problem.cell for problem in problems[number, "bad"]] == [
        address(len(rows) + 1, names.index(pointed) + 1)
    ], [str(problem) for problem in problems[number, "bad"]]


@pytest.mark.parametrize("dataset", DECLARED)
def test_every_rule_of_the_form_is_broken_by_some_case(problems, dataset):
    said = {
        problem.message
        for number, (broken, *_) in enumerate(CASES)
        if broken == dataset
        for problem in problems[number, "bad"]
    }
    assert [rule.message for rule in DATASETS[dataset].rules if rule.message not in said] == []


def test_every_form_with_rules_has_cases():
    without = {name for name, form in DATASETS.items() if form.rules} - set(DECLARED)
    assert without == OLDER, "write a good form and a broken row a rule in tests/etl/datasets/broken/<theme>.py"


def test_no_form_says_the_same_of_two_rules():
    for dataset in DECLARED:
        messages = [rule.message for rule in DATASETS[dataset].rules]
        assert len(set(messages)) == len(messages)
