"""What a town's content can say, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

# Kinds of what stands on a map beside its areas: a line; a place on it; a place around it; a town of the product; the
# ring of the whole city.
ROAD, LANDMARK, BEYOND, TOWN, CITY = FEATURES = ("道路", "地标", "方位", "乡镇", "市域")


@dataclass(frozen=True)
class Mechanism:
    """A mechanism in the words of its document; `forms` are datasets, `page` is where a reader meets its figures."""

    name: str
    document: str
    forms: tuple[str, ...]
    metrics: tuple[str, ...]
    page: str


@dataclass(frozen=True)
class FactPair:
    """A published fact and the metric that should meet it, in the fact's own area and period.

    `parts` of the dimension `by` are added up where the fact speaks of them only; `per_unit` is how many of the
    metric's units make one of the fact's.
    """

    fact_id: str
    metric: str
    by: str | None = None
    parts: tuple[str, ...] = ()
    per_unit: int = 1


@dataclass(frozen=True, kw_only=True)
class FactRatio:
    """`factor` × the fact `numerator` ÷ the fact `denominator`, in `unit`; `incomparable` says why it must not be made."""

    label: str
    numerator: str
    denominator: str
    unit: str
    factor: Decimal = Decimal(1)
    decimals: int = 1
    incomparable: str = ""


@dataclass(frozen=True)
class FactTarget:
    """A value that a public document states for the fact's own area: the fact, or one fact per another."""

    fact_id: str
    per_fact_id: str = ""


@dataclass(frozen=True)
class ThemePage:
    """One theme: the first of `charts` that is known is drawn, the first three of `remarks` that are known become remarks."""

    theme: str
    charts: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class MapFeature:
    """What a reader recognises on a map beside its areas, drawn where a schematic map has it.

    `kind` is one of `FEATURES`; `points` are longitude and latitude (WGS84), one of a place, several of a line or ring.
    """

    kind: str
    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that is a town's own: `pairs` by fact, `targets` by metric, the rest in the order of its file."""

    mechanisms: tuple[Mechanism, ...]
    pairs: Mapping[str, FactPair]
    ratios: tuple[FactRatio, ...]
    targets: Mapping[str, tuple[FactTarget, ...]]
    theme_pages: tuple[ThemePage, ...]
    map_features: tuple[MapFeature, ...] = ()
