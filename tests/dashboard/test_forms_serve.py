"""Every form serves a metric, whether or not a mechanism of some document names it."""

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from etl.datasets import DATASETS
from etl.warehouse.derive import read_marts, sources

# What is listed or looked up instead of measured, and why a town fills it in all the same.
LISTED = {
    "alert_rules": "from which figure on something needs attention",
    "aliases": "other spellings of the names that all forms use",
    "coordination_bodies": "the table of who co-ordinates",
    "documents": "what all published figures are quoted from",
    "published_events": "the timeline of documents",
    "published_facts": "what metrics are held against",
    "targets": "what metrics are to reach by the end of a year",
}


def test_every_form_serves_a_metric():
    serving = {form for metric in METRICS.values() for form in (*metric.source.forms, *metric.source.lenders)}
    missing = set(DATASETS) - serving - set(LISTED)
    assert missing == set(), (
        "declare a mart of the form's name in dashboard/metrics/marts/, or, where it must be joined or summed, one that "
        "etl/warehouse/marts/*.sql makes; and a metric over it in dashboard/metrics/definitions/"
    )
    assert set(LISTED) <= set(DATASETS) - serving


def test_the_forms_that_a_mart_names_are_those_that_it_is_made_from():
    made = set(sources(read_marts()))
    named = {(mart.name, form) for mart in MARTS.values() for form in (*mart.forms, *mart.lenders)}
    assert named - made == set()
