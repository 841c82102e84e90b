"""人口: households and persons of the villages."""

from dashboard.metrics.measure import stock
from dashboard.metrics.metric import Metric

MART = "population_quarters"
UNITS = "只含村（社区），不含园区、厂区网格登记的人口，后者见网格台账。"
STATE = f"{UNITS}季末之前最近一次统计的时点数，超过一年的不再沿用。"
COMPARABLE = "is_household_same_scope"


def _count(name: str, label: str, column: str, unit: str, definition: str) -> Metric:
    return Metric(
        name=name,
        label=label,
        theme="population",
        mart=MART,
        numerator=stock(f"sum({column})", label),
        unit=unit,
        definition=definition,
        caliber=STATE,
    )


METRICS = (
    _count("households", "住户", "households", "户", "各村（社区）所报的住户；台账只有户籍户的照报。"),
    _count("registered_residents", "户籍人口", "registered_persons", "人", "户口登记在本村（社区）的人数。"),
    _count("residents", "常住人口", "resident_persons", "人", "实际居住半年以上的人数。"),
    Metric(
        name="resident_ratio",
        label="人口倒挂比",
        theme="population",
        mart=MART,
        numerator=stock("sum(resident_persons)", "常住人口"),
        denominator=stock("sum(registered_persons)", "户籍人口"),
        unit="倍",
        decimals=2,
        definition="常住人口与户籍人口之比，大于1为倒挂。",
        caliber=STATE,
    ),
    Metric(
        name="persons_per_household",
        label="户均人口",
        theme="population",
        mart=MART,
        numerator=stock(f"sum(resident_persons) FILTER (WHERE {COMPARABLE})", "常住人口"),
        denominator=stock(f"sum(households) FILTER (WHERE {COMPARABLE})", "实有住户"),
        set_aside=stock(f"count(*) FILTER (WHERE NOT {COMPARABLE})", "户为户籍户的村"),
        unit="人/户",
        decimals=2,
        definition="常住人口与实有住户之比。",
        caliber=f"{STATE}每户超过6人的村，户是户籍户，里面没有外来人口，不可比。",
    ),
    _count("village_groups", "村民小组", "village_groups", "个", "村民小组个数。"),
    _count("village_representatives", "村民代表", "representatives", "人", "村民代表人数。"),
    _count("estates", "住宅小区", "estates", "个", "辖区内住宅小区个数。"),
)
