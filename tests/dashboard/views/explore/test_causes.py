"""归因 in 自助分析: offered where a sum is told apart by one thing and two periods are there, and adds up to the change."""

from dashboard.views.explore.pictures import pictures

MONTHS = {"metrics": "events_accepted", "areas": "D", "since": "2024-04", "until": "2024-05"}


def steps(small, shown):
    [make] = pictures(small, shown.question, "causes")
    return {step.name: step.value for step in make().chart.steps}


def test_the_last_period_is_held_against_the_first_or_by_the_comparison(ask, small):
    shown = ask(**MONTHS, level="self", by="kind", chart="causes")
    assert shown.kind == "causes" and not shown.replaced
    # As worked out in tests/dashboard/views/kinds/test_causes.py.
    assert steps(small, shown) == {"环境卫生": 1, "安全隐患": -1, "合计": 0}
    compared = ask(**(MONTHS | {"since": "2024-05"}), level="self", by="kind", compare="previous", chart="causes")
    assert steps(small, compared) == {"环境卫生": 1, "安全隐患": -1, "合计": 0}


def test_areas_are_told_apart_with_their_own_whole(ask, small):
    found = steps(small, ask(**MONTHS, level="zone", chart="causes"))
    assert found == {"甲园": 1, "甲村": -1, "合计": 0}


def test_it_is_not_offered_where_nothing_adds_up(ask):
    for query in (
        MONTHS | {"level": "self"},
        MONTHS | {"level": "zone", "by": "kind"},
        MONTHS | {"since": "2024-05", "level": "zone"},
        MONTHS | {"metrics": "days_to_close", "level": "zone"},
    ):
        shown = ask(**query, chart="causes")
        assert "causes" not in shown.fitting and shown.kind != "causes"
