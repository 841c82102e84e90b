"""The demonstration register → quarterly reports whose controlled sums are the published figures."""

from decimal import Decimal
from random import Random

from etl.demo import places
from etl.demo.cohorts import AS_OF
from etl.demo.enterprises import Enterprise
from etl.demo.periods import QUARTERS
from etl.demo.shares import money, money_shares, shares

# Share of a year's output by quarter: Spring Festival dips, 金九银十 rises; food peaks before the festival.
SEASONS = {"食品": (1.06, 0.90, 0.96, 1.08), "鞋类": (0.86, 1.00, 1.04, 1.10), "商贸物流": (0.88, 0.96, 1.00, 1.16)}
USUAL_SEASON = (0.80, 0.98, 1.08, 1.14)
# Growth per quarter: footwear falls, electronics and packaging rise.
GROWTH = {
    "鞋类": -0.030,
    "电子": 0.018,
    "包装": 0.012,
    "食品": 0.008,
    "商贸物流": 0.010,
    "塑料": -0.002,
    "服装": 0.004,
    "针织": 0.003,
    "五金": 0.002,
    "其他": 0.0,
}
MWH_PER_10K = {
    "塑料": 0.085,
    "五金": 0.065,
    "针织": 0.045,
    "鞋类": 0.035,
    "电子": 0.030,
    "食品": 0.030,
    "包装": 0.040,
    "服装": 0.018,
    "商贸物流": 0.008,
    "其他": 0.015,
}

# The park's employees at each quarter's end, published factories included: over 30,000 when the plan was written.
PARK_EMPLOYEES = (29_180, 29_940, 30_020, 30_150, 29_410, 30_230, 30_612, 30_548, 29_640, 30_390, 30_870, 30_920)

# Of the published factories by year, in 万元: gross output, sales output, revenue, tax. In 2023 卡宾 sold over 30 亿元
# and paid 8,856 万元, 华联 made 5 亿元 and paid nearly 2,000 万元, 大帝 made over 3 亿元 and paid over 500 万元.
FACTORY_YEARS = {
    "E-BG-001": (
        ("308900", "304260", "300450", "8856"),
        ("317300", "312880", "309100", "9104"),
        ("311200", "305940", "302700", "8790"),
    ),
    "E-BG-002": (
        ("50000", "48900", "49350", "1968"),
        ("51720", "50940", "51210", "2035"),
        ("53480", "52610", "52900", "2098"),
    ),
    "E-BG-003": (
        ("31240", "30610", "30980", "528"),
        ("30450", "29900", "30200", "511"),
        ("29380", "28730", "29120", "489"),
    ),
}
FACTORY_EMPLOYEES = {
    "E-BG-001": (2840, 2910, 2936, 2952, 2875, 2948, 2981, 2974, 2890, 2935, 2957, 2949),
    "E-BG-002": (1742, 1778, 1790, 1803, 1769, 1812, 1831, 1826, 1788, 1835, 1852, 1861),
    "E-BG-003": (934, 951, 948, 940, 902, 918, 921, 915, 874, 889, 893, 886),
}
MEASURES = ("gross_output_cny_10k", "sales_output_cny_10k", "revenue_cny_10k", "tax_cny_10k")


def _factory_rows(random: Random) -> list[dict]:
    rows: list[dict] = []
    for code, years in FACTORY_YEARS.items():
        for year, totals in enumerate(years):
            weights = [season * random.uniform(0.96, 1.04) for season in USUAL_SEASON]
            amounts = [money_shares(Decimal(total), weights) for total in totals]
            for place in range(4):
                number = 4 * year + place
                row = {name: parts[place] for name, parts in zip(MEASURES, amounts, strict=True)}
                row["employees_persons"] = FACTORY_EMPLOYEES[code][number]
                row["electricity_mwh"] = money(float(row["gross_output_cny_10k"]) * 0.02 * random.uniform(0.95, 1.05))
                rows.append({"enterprise_code": code, "quarter": QUARTERS[number]} | row)
    return rows


def _size(random: Random, enterprise: Enterprise) -> float:
    """A usual year's output in 万元; above scale means at least 2,000, and a small one stays below."""
    if enterprise.row["is_above_scale"]:
        return 2200 + random.lognormvariate(8.3, 0.8)
    return min(1900.0, random.lognormvariate(6.4, 0.7))


def _amounts(random: Random, industry: str, size: float, tax_rate: float, number: int) -> dict:
    season = SEASONS.get(industry, USUAL_SEASON)[number % 4]
    gross = size / 4 * season * (1 + GROWTH[industry]) ** number * random.lognormvariate(0, 0.09)
    sales = gross * random.uniform(0.93, 1.03)
    revenue = sales * random.uniform(0.95, 1.06)
    makes_goods = industry != "商贸物流"  # trade has revenue, but no industrial output
    return {
        "gross_output_cny_10k": money(gross) if makes_goods else None,
        "sales_output_cny_10k": money(sales) if makes_goods else None,
        "revenue_cny_10k": money(revenue),
        "tax_cny_10k": money(revenue * tax_rate * random.uniform(0.8, 1.2)),
        "electricity_mwh": money(gross * MWH_PER_10K[industry] * random.uniform(0.9, 1.1)),
    }


def _reports(random: Random, enterprise: Enterprise, number: int) -> bool:
    """Whether the enterprise sends its report; before the plan was written everyone in 宝盖 was counted."""
    missing = random.random() < (0.008 if enterprise.row["is_above_scale"] else 0.04)
    return not missing or (number in (AS_OF - 1, AS_OF) and enterprise.row["area_code"] == places.PARK)


def _employees(found: list[Enterprise], sizes: list[float], number: int) -> dict[str, int]:
    """Heads at the end of a quarter: in the park they sum to the controlled total, elsewhere they follow the size."""
    heads = {
        one.row["enterprise_code"]: (size**0.8 / 6 + 4) * (1 + GROWTH[one.row["industry"]]) ** (number / 2)
        for one, size in zip(found, sizes, strict=True)
        if one.is_present(number)
    }
    park = [
        one.row["enterprise_code"] for one in found if one.is_present(number) and one.row["area_code"] == places.PARK
    ]
    total = PARK_EMPLOYEES[number] - sum(heads[number] for heads in FACTORY_EMPLOYEES.values())
    return {code: round(count) for code, count in heads.items()} | dict(
        zip(park, shares(total, [heads[code] for code in park]), strict=True)
    )


def rows(random: Random, found: list[Enterprise]) -> list[dict]:
    """Reports of all enterprises, published factories first, then by enterprise and quarter."""
    sizes = [_size(random, one) for one in found]
    heads = [_employees(found, sizes, number) for number in range(len(QUARTERS))]
    reports = _factory_rows(random)
    for one, size in zip(found, sizes, strict=True):
        code, industry = one.row["enterprise_code"], one.row["industry"]
        tax_rate = (0.027 if one.row["is_above_scale"] else 0.014) * random.lognormvariate(0, 0.3)
        has_meter = one.row["is_above_scale"] or random.random() < 0.7
        for number, quarter in enumerate(QUARTERS):
            if not one.is_present(number) or not _reports(random, one, number):
                continue
            row = {"enterprise_code": code, "quarter": quarter, "employees_persons": heads[number][code]}
            row |= _amounts(random, industry, size, tax_rate, number)
            reports.append(row if has_meter else row | {"electricity_mwh": None})
    return reports
