"""An industry, its output and the season → electricity, with a base load that runs while little is made.

The one published anchor is the country's industry of 2023: 60,745 亿千瓦时 used by the secondary sector (国家能源局,
2024-01-18) over 133.44 万亿元 revenue of industry above scale (国家统计局, 2024-01-27) are about 0.455 MWh for
10,000 yuan. The two do not cover quite the same enterprises, so it gives an order of size only. How the industries
stand to it (MWH_PER_10K) is an assumption of the demonstration, without a source: sewing needs little, dyeing,
moulding and pressing need much, and no industry here is as hungry as metals and chemicals are.
"""

from decimal import Decimal
from random import Random

from demo.shares import money

MWH_PER_10K = {
    "塑料": 0.52,
    "针织": 0.44,
    "五金": 0.36,
    "包装": 0.27,
    "食品": 0.20,
    "鞋类": 0.16,
    "电子": 0.15,
    "服装": 0.13,
    "其他": 0.18,
    "商贸物流": 0.02,
}
BASE_LOAD = 0.25  # of a usual quarter's electricity: lighting, compressors, cold stores, dormitories
# Cooling in summer, and three weeks of stillness at Spring Festival, by quarter.
COOLING = (0.93, 1.0, 1.14, 0.96)
OWN_SPREAD = 0.3  # standard deviation of the logarithm: machines are old or new, some roofs carry solar panels
MEASURED_SPREAD = 0.04


def own_ratio(random: Random, industry: str) -> float:
    """MWh for 10,000 yuan of one enterprise of the industry."""
    return MWH_PER_10K[industry] * random.lognormvariate(0, OWN_SPREAD)


def used(random: Random, ratio: float, output_cny_10k: float, usual_cny_10k: float, quarter: int) -> Decimal:
    """MWh of a quarter (its number) in which `output_cny_10k` were made where `usual_cny_10k` are usual."""
    load = BASE_LOAD * usual_cny_10k + (1 - BASE_LOAD) * output_cny_10k
    return money(ratio * load * COOLING[quarter % 4] * random.lognormvariate(0, MEASURED_SPREAD))
