"""What a built warehouse says about its forms and loads."""

import pytest

from dashboard.metrics.versions import current
from dashboard.tables.dictionary import forms, loads
from etl.datasets import DATASETS


@pytest.fixture(scope="module")
def warehouse(built_town):
    return current(built_town.warehouse)


def test_forms_are_those_that_are_declared_in_their_order(warehouse):
    assert [form.name for form in forms(warehouse)] == list(DATASETS)
    for form in forms(warehouse):
        declared = DATASETS[form.name]
        assert (form.label, form.row_is, form.source) == (declared.label, declared.row_is, declared.source)
        assert [column.name for column in form.columns] == [column.name for column in declared.columns]
        assert {column.name for column in form.columns if column.is_key} == set(declared.key)


def test_a_column_that_points_elsewhere_names_the_form(warehouse):
    [enterprises] = [form for form in forms(warehouse) if form.name == "enterprises"]
    [area] = [column for column in enterprises.columns if column.name == "area_code"]
    assert (area.reference, area.is_required) == ("区域目录", True)


def test_rows_are_counted_by_origin(warehouse):
    [counted] = warehouse.rows("SELECT count(*) AS rows, any_value(origin) AS origin FROM core.enterprises")
    [enterprises] = [form for form in forms(warehouse) if form.name == "enterprises"]
    assert enterprises.rows == ((counted["origin"], counted["rows"]),)


def test_every_load_has_a_chinese_state_and_the_latest_comes_first(warehouse):
    history = loads(warehouse)
    assert {load.state for load in history} == {"采用"}
    assert [load.loaded_at for load in history] == sorted((load.loaded_at for load in history), reverse=True)
    assert all(load.rows_used <= load.rows for load in history)
