"""The people of the villages."""

from dashboard.metrics.marts.mart import Mart, words

MARTS = (
    Mart(
        name="population_quarters",
        label="人口季度",
        base="quarter",
        forms=("population",),
        columns=words(
            "as_of_on households is_household_same_scope registered_persons resident_persons village_groups"
            " representatives estates"
        ),
    ),
)
