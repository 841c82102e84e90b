"""Laws over every committed form: declared columns only, whole rows, no rule broken, no person anywhere."""

import pytest

from etl.datasets import DATASETS, referred
from etl.read.personal import find_personal
from etl.schema import Kind
from tests import filled

FORMS = [path for folder in ("published", "demo") for path in sorted((filled.DATA / folder).glob("*.*"))]
RULES = [(name, rule) for name, dataset in DATASETS.items() for rule in dataset.rules]
REFERENCES = [(name, column) for name, dataset in DATASETS.items() for column in dataset.referring]


def called(path):
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", FORMS, ids=called)
def test_a_form_carries_the_declared_columns_and_no_others(path):
    above_the_header = 1 if path.suffix == ".xlsx" else 0
    assert filled.sheet(path)[above_the_header] == filled.headers(DATASETS[path.stem])


@pytest.mark.parametrize("path", FORMS, ids=called)
def test_excel_opens_a_form_in_the_right_encoding(path):
    start = path.read_bytes()[:4]
    assert start[:3] == b"\xef\xbb\xbf" if path.suffix == ".csv" else start == b"PK\x03\x04"


@pytest.mark.parametrize("path", [path for path in FORMS if path.suffix == ".xlsx"], ids=called)
def test_a_demonstration_workbook_says_above_its_table_what_it_is(path):
    title = filled.sheet(path)[0][0]
    assert title.startswith("演示数据（") and "不是真实统计" in title


@pytest.mark.parametrize("path", FORMS, ids=called)
def test_required_cells_are_filled_and_choices_are_kept(path):
    for row in filled.rows(path):
        for column in DATASETS[path.stem].columns:
            value = row[column.name]
            assert value is not None or not column.is_required, (row, column.name)
            assert value is None or column.kind is not Kind.CHOICE or value in column.choices, (row, column.name)


@pytest.mark.parametrize("path", FORMS, ids=called)
def test_nothing_looks_like_a_person(path):
    for row in filled.sheet(path):
        assert not [cell for cell in row if isinstance(cell, str) and find_personal(cell)]


@pytest.mark.parametrize("name", DATASETS)
def test_a_key_stands_in_one_row_of_all_forms(warehouse, name):
    key = ", ".join(DATASETS[name].key)
    twice = warehouse.execute(f"SELECT {key} FROM core.{name} GROUP BY ALL HAVING count(*) > 1").fetchall()
    assert twice == []


@pytest.mark.parametrize("name, rule", RULES, ids=[f"{name}: {rule.check}" for name, rule in RULES])
def test_no_row_breaks_a_rule(warehouse, name, rule):
    broken = warehouse.execute(f"SELECT * FROM core.{name} WHERE NOT coalesce({rule.check}, true)").fetchall()
    assert broken == []


@pytest.mark.parametrize("name, column", REFERENCES, ids=[f"{name}.{column.name}" for name, column in REFERENCES])
def test_every_code_stands_in_its_register(warehouse, name, column):
    register, key = referred(column)
    strangers = warehouse.execute(
        f"SELECT {column.name} FROM core.{name} WHERE {column.name} IS NOT NULL"
        f" AND {column.name} NOT IN (SELECT {key} FROM core.{register})"
    ).fetchall()
    assert strangers == []


@pytest.mark.parametrize("name", [name for name, dataset in DATASETS.items() if dataset.called])
def test_a_name_or_an_alias_means_one_row_only(warehouse, name):
    dataset = DATASETS[name]
    called_by = " || '、' || ".join(f"coalesce({column}, '')" for column in dataset.called)
    twice = warehouse.execute(
        f"SELECT word FROM (SELECT DISTINCT {dataset.key[0]}, unnest(string_split({called_by}, '、')) AS word"
        f" FROM core.{name}) WHERE word <> '' GROUP BY word HAVING count(*) > 1"
    ).fetchall()
    assert twice == []


def test_the_demonstration_is_small_enough_to_lie_in_the_repository():
    assert sum(path.stat().st_size for path in FORMS if path.parent.name == "demo") < 3_000_000
