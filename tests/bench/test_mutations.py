from random import Random

import pytest

from bench.mutations import CRASHED, DIFFERENT, run
from bench.papers import GOOD_FORMS, MUTATIONS, good_paper
from bench.papers.headers import blank_header, change_unit
from bench.papers.rows import repeat_row, swap_rows


@pytest.mark.parametrize("dataset", GOOD_FORMS)
def test_a_good_form_means_its_rows_and_every_mutation_can_be_applied(dataset):
    paper = good_paper(dataset)
    assert len(paper.means()) == len(paper.lines)
    for seed, mutation in enumerate(MUTATIONS):
        assert mutation(Random(seed), paper).sheets()


def test_a_mutation_knows_what_a_person_reads():
    paper = good_paper("enterprise_quarters")
    assert swap_rows(Random(1), paper).means() == paper.means()
    assert repeat_row(Random(1), paper).means() is None
    assert blank_header(Random(1), paper).means() is None
    turned = [change_unit(Random(seed), paper).means() for seed in range(20)]
    assert paper.means() in turned and any(rows != paper.means() for rows in turned)


def test_no_mutated_form_crashes_or_is_taken_for_another():
    wrong = [f"{told}: {case.name}\n{details}" for case, told, details in run(60, 1) if told in (CRASHED, DIFFERENT)]
    assert not wrong, "\n".join(wrong)
