"""The demonstration register → quarterly reports whose controlled sums are the published figures."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from demo import electricity, orders, places
from demo.cohorts import AS_OF
from demo.enterprises import Enterprise
from demo.periods import QUARTERS
from demo.rows import Row
from demo.shares import money, money_shares, shares

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
# MWh for 10,000 yuan, an assumption: 卡宾 has much made elsewhere, 华联 presses and casts, 大帝 sews.
FACTORY_MWH_PER_10K = {"E-BG-001": 0.045, "E-BG-002": 0.31, "E-BG-003": 0.14}
SMALL_AT_MOST = 1500.0  # a good year may bring a small one to the 2,000 of the statistical register
FEWEST_HANDS = 0.35  # of the usual heads stay while a workshop stands still
MEASURES = ("gross_output_cny_10k", "sales_output_cny_10k", "revenue_cny_10k", "tax_cny_10k")


def _factory_rows(random: Random) -> list[Row]:
    rows: list[Row] = []
    for code, years in FACTORY_YEARS.items():
        for year, totals in enumerate(years):
            climate = orders.CLIMATE[4 * year : 4 * year + 4]
            weights = [
                season * of_all * random.uniform(0.94, 1.06)
                for season, of_all in zip(USUAL_SEASON, climate, strict=True)
            ]
            amounts = [money_shares(Decimal(total), weights) for total in totals]
            for place in range(4):
                number = 4 * year + place
                row: Row = {name: parts[place] for name, parts in zip(MEASURES, amounts, strict=True)}
                row["employees_persons"] = FACTORY_EMPLOYEES[code][number]
                row["electricity_mwh"] = electricity.used(
                    random,
                    FACTORY_MWH_PER_10K[code],
                    float(row["gross_output_cny_10k"]),
                    float(totals[0]) / 4,
                    number,
                )
                rows.append({"enterprise_code": code, "quarter": QUARTERS[number]} | row)
    return rows


@dataclass(frozen=True)
class Workshop:
    """One enterprise as it reports: its usual year's output in 万元, the course of its orders, its tax and its meter."""

    enterprise: Enterprise
    output_cny_10k: float
    course: list[float]
    tax_rate: float
    mwh_per_10k: float
    has_meter: bool
    has_story: bool

    def gross_cny_10k(self, number: int) -> float:
        """Output of the quarter of this number, in 万元."""
        industry = self.enterprise.row["industry"]
        season = SEASONS.get(industry, USUAL_SEASON)[number % 4]
        return self.output_cny_10k / 4 * season * (1 + GROWTH[industry]) ** number * self.course[number]


def _size(random: Random, enterprise: Enterprise) -> float:
    """A usual year's output in 万元; above scale means at least 2,000, and a small one stays below."""
    if enterprise.row["is_above_scale"]:
        return 2200 + random.lognormvariate(8.3, 0.8)
    return min(SMALL_AT_MOST, random.lognormvariate(6.4, 0.7))


def _workshops(random: Random, found: list[Enterprise]) -> list[Workshop]:
    told = orders.stories(found)
    waves = orders.waves(random, list(GROWTH))
    made: list[Workshop] = []
    for one in found:
        is_above_scale, industry = one.row["is_above_scale"], one.row["industry"]
        size, course = _size(random, one), orders.course(random, is_above_scale)
        story = told.get(one.row["enterprise_code"])
        if story:
            size, course = story.output_cny_10k, list(story.course)
        made.append(
            Workshop(
                enterprise=one,
                output_cny_10k=size,
                course=[factor * wave for factor, wave in zip(course, waves[industry], strict=True)],
                tax_rate=(0.027 if is_above_scale else 0.014) * random.lognormvariate(0, 0.3),
                mwh_per_10k=electricity.own_ratio(random, industry),
                has_meter=is_above_scale or random.random() < 0.7,
                has_story=story is not None,
            )
        )
    return made


def _amounts(random: Random, workshop: Workshop, number: int) -> Row:
    gross = workshop.gross_cny_10k(number) * random.lognormvariate(0, 0.03)
    sales = gross * random.uniform(0.93, 1.03)
    # Where nothing is made, what lies in the store is still sold.
    revenue = sales * random.uniform(0.95, 1.06) or workshop.output_cny_10k / 4 * random.uniform(0.03, 0.09)
    makes_goods = workshop.enterprise.row["industry"] != "商贸物流"  # trade has revenue, but no industrial output
    return {
        "gross_output_cny_10k": money(gross) if makes_goods else None,
        "sales_output_cny_10k": money(sales) if makes_goods else None,
        "revenue_cny_10k": money(revenue),
        "tax_cny_10k": money(revenue * workshop.tax_rate * random.uniform(0.8, 1.2)),
        "electricity_mwh": electricity.used(random, workshop.mwh_per_10k, gross, workshop.output_cny_10k / 4, number)
        if workshop.has_meter
        else None,
    }


def _reports(random: Random, workshop: Workshop, number: int) -> bool:
    """Whether the enterprise sends its report; before the plan was written everyone in 宝盖 was counted."""
    row = workshop.enterprise.row
    missing = random.random() < (0.008 if row["is_above_scale"] else 0.04)
    is_counted = number in (AS_OF - 1, AS_OF) and row["area_code"] == places.PARK
    return not missing or is_counted or workshop.has_story


def _hands(workshop: Workshop, number: int) -> float:
    """Heads that the work of this quarter and the one before asks for; nobody is sent away at once."""
    industry = workshop.enterprise.row["industry"]
    busy = (workshop.course[number] + 2 * workshop.course[max(0, number - 1)]) / 3
    heads = (workshop.output_cny_10k**0.8 / 6 + 4) * (1 + GROWTH[industry]) ** (number / 2)
    return float(heads * max(FEWEST_HANDS, busy**0.6))


def _employees(workshops: list[Workshop], number: int) -> dict[str, int]:
    """Heads at the end of a quarter: in the park they sum to the controlled total, elsewhere they follow the work."""
    present = [workshop for workshop in workshops if workshop.enterprise.is_present(number)]
    heads = {workshop.enterprise.row["enterprise_code"]: _hands(workshop, number) for workshop in present}
    park = [
        workshop.enterprise.row["enterprise_code"]
        for workshop in present
        if workshop.enterprise.row["area_code"] == places.PARK
    ]
    total = PARK_EMPLOYEES[number] - sum(heads[number] for heads in FACTORY_EMPLOYEES.values())
    return {code: round(count) for code, count in heads.items()} | dict(
        zip(park, shares(total, [heads[code] for code in park]), strict=True)
    )


def rows(random: Random, found: list[Enterprise]) -> list[Row]:
    """Reports of all enterprises, published factories first, then by enterprise and quarter."""
    workshops = _workshops(random, found)
    heads = [_employees(workshops, number) for number in range(len(QUARTERS))]
    reports = _factory_rows(random)
    for workshop in workshops:
        code = workshop.enterprise.row["enterprise_code"]
        for number, quarter in enumerate(QUARTERS):
            if not workshop.enterprise.is_present(number) or not _reports(random, workshop, number):
                continue
            row = {"enterprise_code": code, "quarter": quarter, "employees_persons": heads[number][code]}
            reports.append(row | _amounts(random, workshop, number))
    return reports
