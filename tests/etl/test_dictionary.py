from etl.datasets import DATASETS
from etl.dictionary import dictionary
from etl.front.places import ROOT


def test_the_committed_dictionary_is_current():
    committed = (ROOT / "docs" / "dictionary.md").read_text(encoding="utf-8")
    assert committed == dictionary(), "run: python -m etl dictionary"


def test_every_column_is_in_it():
    text = dictionary()
    for dataset in DATASETS.values():
        section = text.partition(f"`core.{dataset.name}`")[2].partition("\n## ")[0]
        for column in dataset.columns:
            assert f"| `{column.name}` | {column.label} | {column.unit} |" in section
