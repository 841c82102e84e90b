import etl
from etl.answers import question_id, read_answers
from etl.problems import Level
from tests.town import QUARTER_HEADERS, write_csv


def slipped(town) -> None:
    # 20 people do not make 30 亿元 in a quarter.
    write_csv(town.data / "received" / "企业季报.csv", [QUARTER_HEADERS, ("Q002", "2024Q3", "300000", "6", "20")])


def test_a_file_waits_until_its_question_is_answered(town):
    slipped(town)
    before = town.state()
    result = town.build()
    assert result.is_refused and town.state() == before
    (question,) = [problem for problem in result.problems if problem.level is Level.QUESTION]
    assert [problem.question for problem in etl.open_questions(town.data, town.warehouse)] == [question.question]
    etl.answer({question.question: question.options[0]}, town.data)
    assert town.build().published
    assert town.query("SELECT gross_output_cny_10k FROM core.enterprise_quarters WHERE origin = 'reported'") == [
        (300000,)
    ]


def test_an_answer_is_taken_back_by_an_empty_one(town):
    slipped(town)
    (question,) = [problem for problem in town.build().problems if problem.level is Level.QUESTION]
    etl.answer({question.question: question.options[0]}, town.data)
    etl.answer({question.question: ""}, town.data)
    assert read_answers(town.data) == {question.question: ""}
    assert town.build().is_refused


def test_an_answer_holds_for_the_same_bytes_only():
    assert question_id("a", "b") == question_id("a", "b") != question_id("a", "c")
