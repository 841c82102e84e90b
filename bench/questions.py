"""Reading and answering a question where there are two thousand areas, in CPU time ÷ the 20 ms that it may take."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from bench.ratio import Ratio, divided
from dashboard.metrics.areas import areas
from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.answering import answer
from dashboard.questions.reading import read
from tests import small_world

SECONDS = 0.020
VILLAGES, GRIDS = 80, 24
# The villages are called by two of these signs.
FIRST, SECOND = "东南西北上下前后", "山水田林湖草沙石井桥"
MANY = f"""
INSERT INTO core.areas (area_code, name, level, zone_kind, parent_code, geometry_status, origin)
SELECT 'X' || i, substr('{FIRST}', i // 10 + 1, 1) || substr('{SECOND}', i % 10 + 1, 1) || '村', '三区单元', '社区', 'D', '无', 'demo'
FROM range({VILLAGES}) AS numbers(i);
INSERT INTO core.areas (area_code, name, level, grid_kind, parent_code, geometry_status, origin)
SELECT village.area_code || 'G' || n, village.name || n || '号网格', '网格', '综合', village.area_code, '无', 'demo'
FROM core.areas AS village, range(1, {GRIDS + 1}) AS numbers(n) WHERE village.area_code LIKE 'X%';
"""
ASKED = (
    "{0} 二季度 受理事件 同比",
    "哪个网格超期最多",
    "{0}{1}号网格及时率趋势",
    "{0} 近四季 总产值 分行业",
    "dsc slsj",
    "{0}三季渡办节率",
    "各村受理事件前五",
    "请问{0}和{0}{1}号网格去年受理事件对比怎么样",
    "完全不知道在说什么的一句很长的话，里面没有任何一个指标，只是随便写写而已",
)
HERE = Selection("D", "2024Q2")


def questions() -> list[str]:
    """The questions of every kind, each of many villages and grids."""
    names = [first + second for first in FIRST for second in SECOND]
    return [text.format(name + "村", place % GRIDS + 1) for place, name in enumerate(names) for text in ASKED]


def cpu_seconds(ask: Callable[[str], object]) -> list[float]:
    """The CPU seconds of each question, each asked once."""
    taken = []
    for text in questions():
        started = time.process_time()
        ask(text)
        taken.append(time.process_time() - started)
    return taken


def compare(warehouse: Warehouse) -> list[Ratio]:
    """Median and 99th percentile of reading, both of answering too, each ÷ the aim; words are learnt once a version."""
    started = time.process_time()
    read(warehouse, "dsc", HERE)
    learnt = time.process_time() - started
    reading = cpu_seconds(lambda text: read(warehouse, text, HERE))
    answering = cpu_seconds(lambda text: answer(warehouse, text, HERE))
    return [
        Ratio("reading a question, median ÷ 20 ms", divided(median(reading), SECONDS), "< 1"),
        Ratio("reading a question, 99 of 100 ÷ 20 ms", divided(quantiles(reading, n=100)[-1], SECONDS), "< 1"),
        Ratio("answering it with its figures, median ÷ 20 ms", divided(median(answering), SECONDS), "< 1"),
        Ratio(
            "answering it with its figures, 99 of 100 ÷ 20 ms", divided(quantiles(answering, n=100)[-1], SECONDS), "< 1"
        ),
        Ratio("learning the words of a version ÷ 20 ms", divided(learnt, SECONDS), "once"),
    ]


def measure() -> list[Ratio]:
    """Over the small world with two thousand areas."""
    with tempfile.TemporaryDirectory() as folder:
        warehouse = current(small_world.publish(Path(folder), change=MANY))
        if len(areas(warehouse)) < VILLAGES * GRIDS:
            raise RuntimeError("the areas were not added")
        return compare(warehouse)
