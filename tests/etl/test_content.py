"""What forms and shapes take from a town's content."""

import pytest

from content_files import DATA, WrongContent, content_folder
from etl.content import CHINA, Bounds, bounds, own_choices
from etl.datasets import DATASETS
from etl.datasets.job_months import CHANNELS

KNOWN = {"job_months": {"channel": CHANNELS}}


def write(folder, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_town_adds_its_own_choices_behind_those_of_the_form(tmp_path):
    write(tmp_path, "choices.csv", "dataset,column,choice\njob_months,channel,甲平台\njob_months,channel,乙平台\n")
    assert own_choices(tmp_path, KNOWN) == {"job_months": {"channel": (*CHANNELS, "甲平台", "乙平台")}}
    assert own_choices(tmp_path / "nowhere", KNOWN) == {}


def test_the_repository_s_choices_are_in_its_forms():
    assert "宝盖职聘" in DATASETS["job_months"].column_of["channel"].choices
    assert "宝盖职聘" not in CHANNELS


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nothing,channel,甲", "no form with choices 'nothing'"),
        ("job_months,openings,甲", "no column with choices 'openings'"),
        ("job_months,channel,招聘会", "is a choice already"),
    ],
)
def test_a_choice_of_nothing_is_refused(tmp_path, line, said):
    write(tmp_path, "choices.csv", f"dataset,column,choice\n{line}\n")
    with pytest.raises(WrongContent, match=f"choices.csv, line 2: .*{said}"):
        own_choices(tmp_path, KNOWN)


def test_shapes_lie_where_the_town_says_and_in_china_where_it_does_not(tmp_path):
    assert bounds(tmp_path) == CHINA
    assert bounds(content_folder(DATA)) == Bounds("福建省", 115.8, 23.5, 120.8, 28.4)
    for line in ("某省,120,30,110,40", "某省,110,30,,40"):
        write(tmp_path, "bounds.csv", f"name,west,south,east,north\n{line}\n")
        with pytest.raises(WrongContent, match="bounds.csv, line 2"):
            bounds(tmp_path)
