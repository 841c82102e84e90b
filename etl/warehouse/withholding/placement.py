"""Those who look for work: who was recommended, matched and hired."""

from etl.warehouse.withholding.family import Quantity
from etl.warehouse.withholding.heads import of_persons
from etl.warehouse.withholding.shares import WHOLE, counted, pieces_of, reported, told_of

# What is told of those who were recommended, in this order: only who is matched can be hired.
MATCHED, HIRED = range(2)
AGREED = "coalesce(matched, hired)"
RECOMMENDED = f"coalesce(recommended, {AGREED})"
PLACEMENT = of_persons(
    "placement",
    "求职与入职",
    "job_months",
    "month",
    {
        "seeking": {"": "seekers"},
        "hiring": {
            letters: count
            for letters, count in pieces_of(
                RECOMMENDED, reported("matched", RECOMMENDED), reported("hired", AGREED)
            ).items()
            if letters[MATCHED] != "N" or letters[HIRED] == "U"
        },
    },
    (
        Quantity("seekers", {"seeking": WHOLE}),
        Quantity("recommended", {"hiring": "recommended IS NOT NULL"}),
        Quantity("matched", {"hiring": counted(MATCHED)}),
        Quantity(
            "matched_of_recommended",
            {"hiring": f"{counted(MATCHED)} AND recommended IS NOT NULL"},
            rest_of=("matched", "recommended_of_matched"),
            worth=0.5,
        ),
        Quantity(
            "recommended_of_matched",
            {"hiring": f"{told_of(MATCHED)} AND recommended IS NOT NULL"},
            rest_of=("recommended",),
            worth=0.3,
        ),
        Quantity("hired", {"hiring": counted(HIRED)}, rest_of=("matched",)),
        Quantity(
            "hired_of_openings",
            {"hiring": f"{counted(HIRED)} AND openings IS NOT NULL"},
            rest_of=("hired",),
            worth=0.5,
        ),
    ),
    ("channel", "occupation"),
)
