"""A metric that sums one column of a form says its unit and calls it as the form does, or says another word on purpose."""

import re

import pytest

from dashboard.metrics.catalogue import METRICS
from etl.datasets import DATASETS

# Persons of a row, who over rows and periods are attendances; firms of a month, which over months are visits.
OVER_TIME = {("人", "人次"), ("家", "家次")}
# What a form's column is called beside the others of its form → what it is called alone.
ALONE = {
    "签约": "签约企业",
    "入驻": "入驻企业",
    "投产": "投产企业",
    "纳统": "纳统企业",
    "升规": "升规企业",
    "应开": "应开场次",
    "实开": "实开场次",
    "单独组建覆盖": "单独组建",
    "其中产业串联": "产业串联",
    "住户数": "住户",
    "村民小组数": "村民小组",
    "村民代表数": "村民代表",
    "住宅小区数": "住宅小区",
    "走访企业": "网格走访企业",
    "走访干部": "走访干部人次",
}
SUM = re.compile(r"sum\((\w+)\)")


def sums_of_one_column():
    """(metric, column of the form) of every metric that adds up a column as the form has it."""
    for metric in METRICS.values():
        found = SUM.fullmatch(metric.numerator.expression)
        if not found or metric.denominator or metric.numerator_high:
            continue
        for form in metric.source.forms:
            for column in DATASETS[form].columns:
                if column.name == found[1]:
                    yield metric, column


@pytest.mark.parametrize(("metric", "column"), list(sums_of_one_column()), ids=lambda one: one.name)
def test_a_sum_of_a_column_is_measured_and_called_as_in_the_form(metric, column):
    assert metric.unit == column.unit or (column.unit, metric.unit) in OVER_TIME
    called = {column.label, ALONE.get(column.label)}
    assert metric.numerator.label in called, "call it so in its entry, or say here what the column is called alone"


def test_every_other_word_is_in_use():
    met = {column.label for metric, column in sums_of_one_column() if metric.numerator.label == ALONE.get(column.label)}
    assert set(ALONE) == met
