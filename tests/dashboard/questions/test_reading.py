"""What questions are understood to ask: a table of written ones, that the words of any reading ask for it again, any text."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.metrics.areas import area
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES
from dashboard.questions.normal import LONGEST, normal, tidy
from dashboard.questions.periods import time_at
from dashboard.questions.reading import read
from dashboard.questions.spans import Clock, Span, spans
from dashboard.questions.writing import written

with Path(__file__).with_name("questions.csv").open(encoding="utf-8", newline="") as file:
    QUESTIONS = list(csv.DictReader(file))


def told(warehouse, asked) -> dict[str, str]:
    """What is understood in the words of the table."""
    periods = [span.last if span.is_single else f"{span.first}:{span.last}" for span in asked.spans]
    return {
        "metrics": "+".join(asked.metrics),
        "areas": "+".join(area(warehouse, code).name for code in asked.areas),
        "periods": "+".join(periods),
        "split": asked.level or (f"{asked.by}={asked.part}" if asked.part else asked.by),
        "form": asked.form,
        "comparison": asked.comparison,
        "order": asked.order + (str(asked.top) if asked.top else ""),
    }


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["question"])
def test_a_written_question_is_understood(demonstration, here, row):
    asked = read(demonstration, row["question"], here).asked
    wanted = dict(row)
    del wanted["question"]
    wanted["areas"] = wanted["areas"] or area(demonstration, here.area_code).name
    wanted["comparison"] = wanted["comparison"] or here.comparison
    assert asked is not None
    assert told(demonstration, asked) == wanted


def test_there_are_two_hundred_and_they_are_of_every_theme():
    assert len({row["question"] for row in QUESTIONS}) >= 200
    asked = {METRICS[name].theme for row in QUESTIONS for name in row["metrics"].split("+")}
    assert asked == set(THEMES)


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["question"])
def test_the_words_of_a_reading_ask_for_it_again(demonstration, here, row):
    found = read(demonstration, row["question"], here)
    for asked in (found.asked, *found.near):
        assert read(demonstration, written(demonstration, asked), here).asked == asked


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_is_asked_by_its_label(demonstration, here, name):
    assert read(demonstration, METRICS[name].label, here).asked.metrics == (name,)


@pytest.mark.parametrize(
    "typed", ["出勤率", "房价", "天气怎么样", "asdfgh", "<script>alert(1)</script>", "‮村后塘", "🙂🙂"]
)
def test_what_is_no_metric_is_not_taken_for_one(demonstration, here, typed):
    assert read(demonstration, typed, here).asked is None


SIGNS = st.text(
    st.one_of(st.characters(), st.sampled_from("塘后村三季度办结率同比网格最多分按行业去年近四0123456789-Qq ‮​<>\"'"))
)


@given(SIGNS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(demonstration, here, typed):
    found = read(demonstration, typed, here)
    assert len(found.text) <= LONGEST and len(tidy(typed)) <= LONGEST
    assert tidy(tidy(typed)) == tidy(typed)


@pytest.mark.parametrize("sign", ["塘", "后", "a", "1", "年", "季", "-", "第", "近", " ", "ﷺ", "\U0001f642", "‮", "<b>"])
def test_ten_thousand_signs_are_read_in_no_time(demonstration, here, sign):
    read(demonstration, "thc", here)
    started = time.process_time()
    read(demonstration, sign * 10_000, here)
    assert time.process_time() - started < 0.5


def test_width_signs_and_direction_marks_do_not_matter():
    assert normal("２０２５年　三季度，塘后村！‮办结率") == "2025年三季度塘后村办结率"
    assert normal("塘后三号网格") == "塘后3号网格"
    assert normal("thc bjl") == "thc bjl"


@pytest.mark.parametrize(
    ("words", "month", "meant"),
    [
        (["三季度"], "2025-12", ("2025Q3", "2025Q3")),
        (["三季度"], "2025-06", ("2024Q3", "2024Q3")),
        (["去年", "三季度"], "2025-06", ("2024Q3", "2024Q3")),
        (["三季度", "2023年"], "2025-06", ("2023Q3", "2023Q3")),
        (["本季"], "2025-05", ("2025Q2", "2025Q2")),
        (["上季度"], "2025-02", ("2024Q4", "2024Q4")),
        (["近四季"], "2025-02", ("2024Q2", "2025Q1")),
        (["近两年"], "2025-12", ("2024Q1", "2025Q4")),
        (["近五年"], "2025-12", ("2021", "2025")),
        (["上月"], "2025-01", ("2024-12", "2024-12")),
        (["十二月"], "2025-06", ("2024-12", "2024-12")),
        (["1-9月"], "2025-12", ("2025-01", "2025-09")),
        (["前三季度"], "2025-12", ("2025Q1", "2025Q3")),
        (["二零二四年"], "2025-12", ("2024", "2024")),
        (["2025q3"], "2025-12", ("2025Q3", "2025Q3")),
        (["3q"], "2025-12", ("2025Q3", "2025Q3")),
        (["下半年"], "2025-12", ("2025Q3", "2025Q4")),
    ],
)
def test_words_of_time(words, month, meant):
    text, times, place = "".join(words), [], 0
    while place < len(text):
        place, time_word = time_at(text, place, Clock(month))
        times.append(time_word)
    assert spans(times, [False] * len(times), Clock(month)) == (Span(*meant),)
