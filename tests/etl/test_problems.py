import json

import pytest

from etl.problems import Level, Problem, from_dict, has_error


def problem(**changed) -> Problem:
    return Problem(**{"file": "甲.xlsx", "message": "不是数字。", "remedy": "请填数字。"} | changed)


def test_a_question_keeps_its_file_out_as_an_error_does():
    assert has_error([problem()])
    assert has_error([problem(level=Level.QUESTION, question="ab12", options=("是",))])
    assert not has_error([problem(level=Level.WARNING), problem(level=Level.NOTE)])


def test_many_cells_are_told_as_ranges_with_their_number():
    assert "E5–E15：" in str(problem(cell="E5:E15", count=11))
    assert "B1、B3、B5 等 33 格：" in str(problem(cell="B1,B3,B5,B7:B36", count=33))


def test_a_problem_comes_back_from_json():
    for told in (problem(code="type-error"), problem(level=Level.QUESTION, question="ab12", options=("是", "否"))):
        assert from_dict(json.loads(json.dumps(told.as_dict()))) == told


def test_what_is_no_kind_of_problem_or_no_question_is_refused():
    with pytest.raises(ValueError, match="no kind"):
        problem(code="wrong")
    with pytest.raises(ValueError, match="question"):
        problem(level=Level.QUESTION)
    with pytest.raises(ValueError, match="question"):
        problem(question="ab12", options=("是",))
