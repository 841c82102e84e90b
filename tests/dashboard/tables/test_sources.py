"""Which forms stand behind a figure, and which version it is."""

from datetime import datetime

from dashboard.metrics.catalogue import metric
from dashboard.tables.sources import sources, version_line


def test_sources_name_the_forms_and_their_loads(small):
    register, reports = sources(small, metric("tax"))
    assert (register.label, register.origins) == ("企业名录", (("demo", 6),))
    assert (reports.label, reports.origins, reports.loaded_at) == ("企业季报", (("demo", 14),), datetime(2024, 7, 2))
    [population] = sources(small, metric("residents"))
    assert population.origins == (("published", 2),)
    [party] = sources(small, metric("party_members"))
    assert (party.origins, party.loaded_at) == ((), None)


def test_the_version_in_words(small):
    assert version_line(small) == "数据版本 0123abcd，生成于 2024-07-15 16:30"
