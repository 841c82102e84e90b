"""Those who learn in a course: who enrolled, completed, was certified and found work after three and six months."""

from etl.warehouse.withholding.family import Quantity
from etl.warehouse.withholding.heads import of_persons
from etl.warehouse.withholding.shares import WHOLE, counted, pieces_of, told_of

# What a course says of those who completed it, in this order.
CERTIFIED, WORKING_3M, WORKING_6M = range(3)
COMPLETED = "upper(piece) = piece"
# Packs of every version name what is told of a course so.
COURSE = "completion"
DUE_6M = f"({told_of(WORKING_6M)} OR piece = 'left_due')"
TRAINING = of_persons(
    "training",
    "培训",
    "training_months",
    "month",
    {
        COURSE: {
            **pieces_of(
                "completed",
                ("certified", "completed_of_certified"),
                ("converted_3m", "completed_due_3m"),
                ("converted_6m", "completed_due_6m"),
            ),
            # Those who left before the end, of courses that are due and of others; and those who are still there.
            "left_due": "CASE WHEN enrolled_due_6m > 0 THEN greatest(enrolled_due_6m - completed_due_6m, 0) END",
            "left": """
                CASE WHEN enrolled_of_completed > coalesce(enrolled_due_6m, 0) THEN
                    greatest(enrolled_of_completed - completed - coalesce(enrolled_due_6m - completed_due_6m, 0), 0)
                END
            """,
            "open": "CASE WHEN enrolled > coalesce(enrolled_of_completed, 0) "
            "THEN enrolled - coalesce(enrolled_of_completed, 0) END",
        }
    },
    (
        Quantity("enrolled", {COURSE: WHOLE}),
        Quantity("contest_entrants", {COURSE: "category = '竞赛'"}, dimensions=()),
        Quantity("completed", {COURSE: COMPLETED}, rest_of=("enrolled_of_completed", "enrolled")),
        Quantity("enrolled_of_completed", {COURSE: "piece <> 'open'"}, rest_of=("enrolled",), worth=0.5),
        Quantity("certified", {COURSE: counted(CERTIFIED)}, rest_of=("completed_of_certified",), worth=0.5),
        Quantity("completed_of_certified", {COURSE: told_of(CERTIFIED)}, rest_of=("completed",), worth=0.3),
        Quantity("converted_3m", {COURSE: counted(WORKING_3M)}, rest_of=("completed_due_3m",), worth=0.5),
        Quantity("completed_due_3m", {COURSE: told_of(WORKING_3M)}, rest_of=("completed",), worth=0.3),
        Quantity("converted_6m", {COURSE: counted(WORKING_6M)}, rest_of=("completed_due_6m",), worth=0.5),
        Quantity(
            "completed_due_6m", {COURSE: told_of(WORKING_6M)}, rest_of=("completed", "enrolled_due_6m"), worth=0.3
        ),
        Quantity("enrolled_due_6m", {COURSE: DUE_6M}, dimensions=(), worth=0.1),
        Quantity(
            "converted_3m_due_6m",
            {COURSE: f"{counted(WORKING_3M)} AND {told_of(WORKING_6M)}"},
            rest_of=("completed_due_6m",),
            dimensions=(),
            worth=0.1,
        ),
        Quantity("completed_to_date", {}, dimensions=(), flow="completed"),
        Quantity("enrolled_due_6m_to_date", {}, dimensions=(), flow="enrolled_due_6m"),
        Quantity(
            "completed_due_6m_to_date", {}, dimensions=(), rest_of=("enrolled_due_6m_to_date",), flow="completed_due_6m"
        ),
        Quantity(
            "converted_3m_due_6m_to_date",
            {},
            dimensions=(),
            rest_of=("completed_due_6m_to_date",),
            flow="converted_3m_due_6m",
        ),
        Quantity("converted_6m_to_date", {}, dimensions=(), rest_of=("completed_due_6m_to_date",), flow="converted_6m"),
    ),
    ("category", "audience", "site"),
)
