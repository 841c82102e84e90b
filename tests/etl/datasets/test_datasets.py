"""Laws over all declarations of forms."""

import re

import duckdb
import pytest

from etl.datasets import DATASETS, referred
from etl.schema import NUMBERS, PERIODS, Kind

COLUMNS = [(dataset, column) for dataset in DATASETS.values() for column in dataset.columns]
UNIT_ENDINGS = {
    "万元": "_cny_10k",
    "亩": "_mu",
    "平方米": "_m2",
    "兆瓦时": "_mwh",
}
# A meeting has a number of its own; the quarter that it is named after is told, but does not make the row.
NAMED_AFTER = {"meetings": {"named_quarter"}}
PERSONAL = re.compile(r"姓名|电话|手机|身份证|住址|联系人|书记")

every_dataset = pytest.mark.parametrize("dataset", DATASETS.values(), ids=DATASETS)


def test_registers_come_before_those_that_refer_to_them():
    order = list(DATASETS)
    for dataset in DATASETS.values():
        for column in dataset.referring:
            target, _ = referred(column)
            assert target == dataset.name or order.index(target) < order.index(dataset.name)


def test_labels_are_unique():
    labels = [dataset.label for dataset in DATASETS.values()]
    assert len(set(labels)) == len(labels)


@every_dataset
def test_no_column_asks_for_a_person(dataset):
    for column in dataset.columns:
        assert not any(PERSONAL.search(spelling) for spelling in (column.label, *column.aliases))


@every_dataset
def test_a_measured_column_ends_in_its_unit(dataset):
    for column in dataset.columns:
        assert column.name.endswith(UNIT_ENDINGS.get(column.unit, ""))


@every_dataset
def test_names_of_days_and_instants_say_so(dataset):
    endings = {Kind.DATE: "_on", Kind.INSTANT: "_at"}
    for column in dataset.columns:
        assert column.name.endswith(endings.get(column.kind, ""))


def test_only_numbers_have_a_unit():
    assert {column.name for _, column in COLUMNS if column.unit and column.kind not in NUMBERS} == set()


@every_dataset
def test_every_rule_is_sql_over_the_columns_of_its_form(dataset):
    connection = duckdb.connect()
    columns = ", ".join(f"{column.name} {column.sql_type}" for column in dataset.columns)
    connection.execute(f"CREATE TABLE form ({columns})")
    for rule in dataset.rules:
        answer = connection.execute(f"SELECT ({rule.check})::BOOLEAN FROM form").fetchall()
        assert answer == []


@every_dataset
def test_every_rule_speaks_chinese_and_ends_its_sentence(dataset):
    for rule in dataset.rules:
        assert rule.message.endswith("。") and rule.remedy.endswith("。")


@every_dataset
def test_a_form_that_reports_over_time_has_its_period_in_the_key(dataset):
    periods = {column.name for column in dataset.columns if column.kind in PERIODS - {Kind.DATE, Kind.INSTANT}}
    assert periods - NAMED_AFTER.get(dataset.name, set()) <= set(dataset.key)


# Columns of one name that forms call by different words: why they are the same quantity all the same.
ONE_QUANTITY = {
    "area_m2": "the area of a building, or of land where there is none",
    "households": "households that live in a place",
    "land_mu": "the land that something takes up",
    "openings": "posts that are offered",
}


def test_numbers_of_one_name_are_one_quantity_in_one_unit():
    """So that a name can be read without its form; Chinese headers say the rest."""
    by_name: dict[str, list] = {}
    for _, column in COLUMNS:
        if column.kind in NUMBERS:
            by_name.setdefault(column.name, []).append(column)
    kinds = {
        name: {(column.kind, column.unit, column.is_flow) for column in columns} for name, columns in by_name.items()
    }
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}
    labels = {name: {column.label for column in columns} for name, columns in by_name.items()}
    assert {name for name, found in labels.items() if len(found) > 1} == set(ONE_QUANTITY)


def test_columns_of_one_name_are_of_one_kind():
    kinds = {}
    for _, column in COLUMNS:
        kinds.setdefault(column.name, set()).add(column.kind)
    # What a document says of itself is free text; an enterprise has three ways to be told of.
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {"disclosure": {Kind.TEXT, Kind.CHOICE}}
