"""What a column that is none of the form's may be: never what says that a thing is not done, only meant or owed."""

import pytest

from etl.datasets import DATASETS
from etl.validate.candidates import is_opposite


@pytest.mark.parametrize(
    ("form", "column", "header", "expected"),
    [
        ("grid_patrols", "households_visited", "未入户", True),
        ("grid_patrols", "households_visited", "入户数", False),
        ("decisions", "closed_on", "预计销号日期", True),
        ("decisions", "closed_on", "销号日子", False),
        ("assets", "income_cny_10k", "合同应收租金", True),
        # Its own name has the word, or it holds no figure and no day.
        ("party_activities", "planned", "应开场次", False),
        ("decisions", "title", "待办内容", False),
    ],
)
def test_what_is_not_done_or_only_meant_is_no_name_of_what_was(form, column, header, expected):
    assert is_opposite(header, DATASETS[form].column_of[column]) is expected
