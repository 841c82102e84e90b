"""A sample of every kind of form in the corpus is read right, refused or asked as a person would; `bench.corpus` reads all."""

import pytest

from tests.etl.corpus.forms import FORMS, MODULES, SAMPLE
from tests.etl.corpus.reading import RIGHT, judge, plain_rows, read_all, share_read, shown, summary_of
from tests.etl.corpus.sampling import EVERY, datasets

NAMED = {form.name: form for form in SAMPLE}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Form → what became of it."""
    return read_all(SAMPLE, tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module", autouse=True)
def summary(outcomes):
    """Prints how many forms came to what, under `-s` or beside failures."""
    yield
    print(summary_of(SAMPLE, outcomes))


def test_every_form_has_a_name_of_its_own_and_a_reason():
    assert len({form.name for form in FORMS}) == len(FORMS) and all(form.why and form.accept for form in FORMS)


def test_the_corpus_is_wide_enough():
    assert len(FORMS) >= 1_800 and len(frozenset().union(*map(datasets, FORMS))) >= 25


def test_the_sample_meets_every_kind_and_every_dataset_of_each_module():
    assert {form.kind for form in SAMPLE} == {form.kind for form in FORMS}
    for module in MODULES:
        met = frozenset().union(*(datasets(form) for form in module.FORMS if form.name in NAMED))
        assert met == frozenset().union(*map(datasets, module.FORMS)), module.__name__
    assert len(FORMS) / EVERY <= len(SAMPLE) <= len(FORMS) / 3


@pytest.mark.parametrize("name", NAMED)
def test_form(outcomes, name):
    form, outcome = NAMED[name], outcomes[name]
    verdict = judge(form, outcome)
    if verdict not in RIGHT:
        pytest.fail(f"{verdict}: {form.why}\n{shown(outcome)}", pytrace=False)


def test_what_a_person_reads_at_a_glance_is_read(outcomes):
    """The aim: of the forms that need no question, at least 95 in a hundred are read; the rest is refused or asked."""
    assert share_read(SAMPLE, outcomes) >= 0.95


def test_every_source_row_is_accounted_for(outcomes):
    """What came in is loaded or left out for a reason, wherever a sheet was read."""
    lost = [
        (name, load)
        for name, outcome in outcomes.items()
        for load in outcome.loads
        if load.status == "loaded" and (rows_in := getattr(load, "rows_in", None)) is not None
        if rows_in != load.rows + load.rows_left_out
    ]
    assert not lost


def test_the_loads_count_the_rows_that_are_there(outcomes):
    for name, outcome in outcomes.items():
        rows = sum(map(len, plain_rows(outcome.rows).values()))
        assert rows == sum(load.rows_used for load in outcome.loads), name
