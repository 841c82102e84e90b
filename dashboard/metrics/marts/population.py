"""The people of the villages."""

from dashboard.metrics.marts.mart import Mart

MARTS = (
    Mart(
        name="population_quarters",
        label="人口季度",
        base="quarter",
        forms=("population",),
    ),
)
