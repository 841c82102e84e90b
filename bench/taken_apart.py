"""The whole attack on 自助分析, of which a run of the tests makes a covering sample: is anything told that is withheld?"""

from bench.clicks import demonstration
from bench.ratio import Ratio
from dashboard.metrics.versions import current
from tests.dashboard.views.explore.attack import EVERY_SUM, attacked, every_link, told_by_totals


def measure() -> list[Ratio]:
    """Every protected metric by every dimension, length of period and side; and every sum of theirs that adds up."""
    warehouse = current(demonstration())
    asked = [attacked(warehouse, metric, link) for metric, link in every_link(warehouse)]
    told = [told_by_totals(warehouse, metric, by) for metric, by in EVERY_SUM]
    return [
        Ratio(
            f"places that show a withheld figure, in {len(asked):,} answers", sum(len(leaks) for _, leaks in asked), "0"
        ),
        Ratio("withheld figures asked for there", sum(count for count, _ in asked), "> 10,000"),
        Ratio(f"withheld figures told by sums, in {len(told)} tables", sum(map(len, told)), "0"),
    ]
