import math
import subprocess
import sys

import pytest

from bench.build import compare, in_turn, ratios
from bench.process import Run, run
from bench.queries import QUESTIONS, built
from bench.queries import compare as compare_questions
from bench.ratio import divided


def test_a_quotient_that_was_not_counted_is_no_number():
    assert divided(3.0, 2.0) == 1.5
    assert math.isnan(divided(3.0, 0.0))


def test_ratios_are_medians_of_the_pairs_quotients():
    seconds = iter([(8, 2), (9, 3), (6, 6)])
    taken = {}

    def ours(name: str) -> Run:
        taken["ours"], taken["other"] = next(seconds)
        return Run(taken["ours"], taken["ours"] * 2, 1.0)

    pairs = in_turn(ours, lambda name: Run(taken["other"], taken["other"], 1.0), 3)
    wall, cpu = ratios("x", pairs)
    # The quotients are 4, 3 and 1.
    assert (wall.value, cpu.value) == (3, 6)


def test_a_build_is_measured_against_reading_its_file():
    found = compare(500, repeats=1)
    assert [ratio.name.split("(")[-1] for ratio in found[:2]] == ["wall)", "CPU)"]
    assert found[0].value > 0
    assert all(ratio.value > 0 or math.isnan(ratio.value) for ratio in found)


def test_marts_and_events_give_the_same_answers():
    with built(2_000) as connection:
        assert all(ratio.value > 0 for ratio in compare_questions(connection, repeats=1))
        for name, mart, raw in QUESTIONS:
            by_mart, by_events = (sorted(connection.execute(question).fetchall()) for question in (mart, raw))
            assert len(by_mart) > 5, name
            for one, other in zip(by_mart, by_events, strict=True):
                assert one[:-1] == other[:-1], name
                assert one[-1] == pytest.approx(other[-1]), name


def test_a_command_that_fails_is_told():
    with pytest.raises(RuntimeError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_a_name_that_means_nothing_is_refused():
    ended = subprocess.run([sys.executable, "-m", "bench", "nonsense"], capture_output=True)
    assert ended.returncode == 2
