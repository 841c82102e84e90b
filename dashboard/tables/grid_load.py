"""What a grid should hold at least and at most, by its kind: the standards that the load of grids is judged by."""

from dataclasses import dataclass

from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import selected


@dataclass(frozen=True, kw_only=True)
class LoadBand:
    """The standard for one kind of grid; None where it sets none. Households and persons."""

    grid_kind: str
    households_low: int | None
    households_high: int | None
    residents_high: int | None

    @property
    def range(self) -> str:
        """What a grid should hold: `300–500 户、不超过 2,500 人`."""
        low, high, most = self.households_low, self.households_high, self.residents_high
        homes = (
            f"{low:,}–{high:,}户"
            if low and high
            else f"不超过{high:,}户"
            if high
            else f"不少于{low:,}户"
            if low
            else ""
        )
        return "、".join(filter(None, (homes, f"不超过{most:,}人" if most is not None else ""))) or "不设标准"

    @property
    def ceiling(self) -> str:
        """What a grid is over its load beyond: `500 户或 2,500 人`; empty where nothing is set."""
        bounds = ((self.households_high, "户"), (self.residents_high, "人"))
        return "或".join(f"{bound:,}{unit}" for bound, unit in bounds if bound is not None)


BANDS = f"SELECT {selected(LoadBand)} FROM mart.grid_load_bands"


def load_bands(warehouse: Warehouse) -> dict[str, LoadBand]:
    """The standards by kind of grid. Not to be changed: everyone shares it."""
    return warehouse.remember(
        "load-bands", lambda: {row["grid_kind"]: LoadBand(**row) for row in warehouse.rows(BANDS)}
    )
