"""Two thousand areas: what is told apart takes as few questions to the warehouse as of three, whatever is asked of them."""

import pytest

from bench.questions import HERE, MANY
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.answering import answer
from tests import small_world


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("many"), change=MANY))


@pytest.mark.parametrize(
    "typed",
    [
        "各网格受理事件 最高",
        "哪些网格受理事件同比下降",
        "哪个网格超期最多",
        "各网格近四季受理事件",
        "各网格受理事件 相差",
    ],
)
def test_a_ranking_of_many_asks_as_little_as_one_of_few(many, monkeypatch, typed):
    asked = []
    rows = Warehouse.rows

    def counted(warehouse, *arguments, **named):
        asked.append(arguments)
        return rows(warehouse, *arguments, **named)

    answer(many, "办结率", HERE)
    monkeypatch.setattr(Warehouse, "rows", counted)
    told = answer(many, typed, HERE)
    # Of a change the figures of both periods, each once for all areas; and how far the mart reaches.
    assert told.view is not None and len(asked) <= 3
