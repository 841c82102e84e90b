"""Counts of persons: who learned, worked, came, was visited or belongs, withheld where only one or two are meant."""

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity
from etl.warehouse.withholding.shares import WHOLE, counted, pieces_of, reported, told_of

# Groups about whom little must be said: the old and the ill who are visited at home.
SENSITIVE = 5


def _family(
    name: str,
    label: str,
    mart: str,
    base: str,
    columns: dict[str, dict[str, str]],
    quantities: tuple[Quantity, ...],
    dimensions: tuple[str, ...] = (),
    minimum: int = 3,
    *,
    adds_up: bool = True,
) -> Family:
    return Family(
        name=name,
        label=label,
        mart=mart,
        base=base,
        contributors=Contributors.PERSONS,
        columns=tuple(Column(column, pieces) for column, pieces in columns.items()),
        quantities=quantities,
        dimensions=dimensions,
        minimum=minimum,
        adds_up=adds_up,
    )


def _counts(
    name: str, label: str, mart: str, base: str, *counts: str, dimensions: tuple[str, ...] = (), minimum: int = 3
) -> Family:
    """Counts that have nothing to do with each other, each a column of the mart."""
    columns = {count: {"": count} for count in counts}
    quantities = tuple(Quantity(count, {count: "true"}) for count in counts)
    return _family(name, label, mart, base, columns, quantities, dimensions, minimum)


# What a course says of those who completed it, in this order.
CERTIFIED, WORKING_3M, WORKING_6M = range(3)
COMPLETED = "upper(piece) = piece"
# Packs of every version name what is told of a course and of members so.
COURSE, MEMBERS = "completion", "sex"
DUE_6M = f"({told_of(WORKING_6M)} OR piece = 'left_due')"

TRAINING = _family(
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

TALENT_COUNTS = ("order_class_students", "consultations", "activity_person_times")
TALENT = _family(
    "talent",
    "人才",
    "talent_quarters",
    "quarter",
    {
        "introduction": pieces_of("introduced", reported("retained_12m", "introduced")),
        "titles": pieces_of("titles_applied", reported("titles_passed", "titles_applied")),
        "internship": pieces_of("interns", reported("interns_retained", "interns")),
        **{count: {"": count} for count in TALENT_COUNTS},
    },
    (
        Quantity("introduced", {"introduction": WHOLE}),
        Quantity("retained", {"introduction": counted()}, rest_of=("introduced_of_retained",), is_asked=False),
        Quantity("introduced_of_retained", {"introduction": told_of()}, dimensions=(), worth=0.1),
        Quantity("introduced_of_retained_to_date", {}, dimensions=(), flow="introduced_of_retained"),
        Quantity("retained_to_date", {}, dimensions=(), rest_of=("introduced_of_retained_to_date",), flow="retained"),
        Quantity("titles_applied", {"titles": WHOLE}),
        Quantity("titles_passed", {"titles": counted()}, rest_of=("titles_told", "titles_applied"), worth=0.5),
        Quantity("titles_told", {"titles": told_of()}, rest_of=("titles_applied",), worth=0.3),
        Quantity("interns", {"internship": WHOLE}),
        Quantity("interns_retained", {"internship": counted()}, rest_of=("interns_told", "interns"), worth=0.5),
        Quantity("interns_told", {"internship": told_of()}, rest_of=("interns",), worth=0.3),
        *(Quantity(count, {count: WHOLE}) for count in TALENT_COUNTS),
    ),
)

# What is told of party members, in this order.
OF_MEMBERS = ("women", "under_35", "college_or_above")
PARTY = _family(
    "party_members",
    "党员",
    "party_quarters",
    "quarter",
    {MEMBERS: pieces_of("members", *(reported(name, "members") for name in OF_MEMBERS))},
    (
        Quantity("members", {MEMBERS: WHOLE}),
        *(
            quantity
            for place, name in enumerate(OF_MEMBERS)
            for quantity in (
                Quantity(name, {MEMBERS: counted(place)}, rest_of=(f"members_of_{name}",), worth=0.5),
                Quantity(f"members_of_{name}", {MEMBERS: told_of(place)}, rest_of=("members",), worth=0.3),
            )
        ),
    ),
    ("kind",),
    adds_up=False,
)

RECRUITMENT = _family(
    "recruitment",
    "招聘活动",
    "recruitment_months",
    "month",
    {"event": pieces_of("intentions", ("hires", "intentions_of_hires"))},
    (
        Quantity("intentions", {"event": WHOLE}),
        Quantity("hires", {"event": counted()}, rest_of=("intentions_of_hires",)),
        Quantity("intentions_of_hires", {"event": told_of()}, rest_of=("intentions",), worth=0.3),
    ),
    ("kind",),
)

# What is told of those who were recommended, in this order: only who is matched can be hired.
MATCHED, HIRED = range(2)
RECOMMENDED = "coalesce(recommended, matched)"
PLACEMENT = _family(
    "placement",
    "求职与入职",
    "job_months",
    "month",
    {
        "seeking": {"": "seekers"},
        "hiring": {
            letters: count
            for letters, count in pieces_of(
                RECOMMENDED, reported("matched", RECOMMENDED), reported("hired", "matched")
            ).items()
            if letters[MATCHED] == "Y" or letters[HIRED] == "U"
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

SITES = ("service", "site_kind", "site")

PERSONS = (
    TRAINING,
    TALENT,
    PARTY,
    RECRUITMENT,
    PLACEMENT,
    _counts("care", "关爱走访", "grid_patrol_months", "month", "care_visits", minimum=SENSITIVE),
    _counts("services", "阵地服务", "service_usage_months", "month", "visits", dimensions=SITES),
    # Children in care are there at the same time: of a longer period one sees the average.
    _family(
        "childcare",
        "托育",
        "service_usage_months",
        "month",
        {"in_use": {"": "in_use"}},
        (Quantity("in_use", {"in_use": "service = '托育'"}),),
        SITES,
        adds_up=False,
    ),
    _counts("civic", "志愿积分", "civic_point_months", "month", "participants", dimensions=("participant_group",)),
    _counts("visits", "入企走访", "visit_months", "month", "cadres"),
    _counts("teams", "服务队服务", "service_team_months", "month", "served", dimensions=("kind",)),
    _counts(
        "activities", "党群活动", "activity_quarters", "quarter", "person_times", dimensions=("kind", "theme_line")
    ),
)
