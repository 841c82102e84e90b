"""Counts of persons: who learned, worked, came, was visited or belongs, withheld where only one or two are meant."""

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity

# Groups about whom little must be said: the old and the ill who are visited at home.
SENSITIVE = 5


def _is(*pieces: str) -> str:
    return f"piece IN ({', '.join(repr(piece) for piece in pieces)})"


def _share(part: str, told: str, whole: str | None = None) -> dict[str, str]:
    """Those of `told` whom `part` counts and the others; with `whole` also those of whom nothing is told yet."""
    pieces = {"counted": part, "others": f"greatest({told} - {part}, 0)"}
    return pieces | ({"untold": f"greatest({whole} - coalesce({told}, 0), 0)"} if whole else {})


COUNTED, TOLD, WHOLE = _is("counted"), _is("counted", "others"), "true"


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


TRAINING = _family(
    "training",
    "培训",
    "training_months",
    "month",
    {
        "completion": _share("completed", "enrolled_of_completed", "enrolled"),
        "certification": _share("certified", "completed_of_certified", "completed"),
        "conversion_3m": _share("converted_3m", "completed_due_3m", "completed"),
        "conversion_6m": _share("converted_6m", "completed_due_6m", "completed"),
        "enrolment_due_6m": _share("completed_due_6m", "enrolled_due_6m"),
        "early_due_6m": _share("converted_3m_due_6m", "completed_due_6m"),
    },
    (
        Quantity("enrolled", {"completion": WHOLE}),
        Quantity("contest_entrants", {"completion": "category = '竞赛'"}, dimensions=()),
        Quantity(
            "completed",
            {"completion": COUNTED, "certification": WHOLE, "conversion_3m": WHOLE, "conversion_6m": WHOLE},
            rest_of=("enrolled_of_completed", "enrolled"),
        ),
        Quantity("enrolled_of_completed", {"completion": TOLD}, rest_of=("enrolled",), worth=0.5),
        Quantity("certified", {"certification": COUNTED}, rest_of=("completed_of_certified",), worth=0.5),
        Quantity("completed_of_certified", {"certification": TOLD}, rest_of=("completed",), worth=0.3),
        Quantity("converted_3m", {"conversion_3m": COUNTED}, rest_of=("completed_due_3m",), worth=0.5),
        Quantity("completed_due_3m", {"conversion_3m": TOLD}, rest_of=("completed",), worth=0.3),
        Quantity(
            "converted_6m",
            {"conversion_6m": COUNTED},
            rest_of=("completed_due_6m",),
            worth=0.5,
        ),
        Quantity(
            "completed_due_6m",
            {"conversion_6m": TOLD, "enrolment_due_6m": COUNTED, "early_due_6m": TOLD},
            rest_of=("completed", "enrolled_due_6m"),
            worth=0.3,
        ),
        Quantity("enrolled_due_6m", {"enrolment_due_6m": TOLD}, is_asked=False),
        Quantity("converted_3m_due_6m", {"early_due_6m": COUNTED}, rest_of=("completed_due_6m",), is_asked=False),
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

TALENT = _family(
    "talent",
    "人才",
    "talent_quarters",
    "quarter",
    {
        "introduction": _share("retained_12m", "CASE WHEN retained_12m IS NOT NULL THEN introduced END", "introduced"),
        "titles": _share(
            "titles_passed", "CASE WHEN titles_passed IS NOT NULL THEN titles_applied END", "titles_applied"
        ),
        "internship": _share("interns_retained", "CASE WHEN interns_retained IS NOT NULL THEN interns END", "interns"),
        "order_class_students": {"": "order_class_students"},
    },
    (
        Quantity("introduced", {"introduction": WHOLE}),
        Quantity("retained", {"introduction": COUNTED}, rest_of=("introduced_of_retained",), is_asked=False),
        Quantity("introduced_of_retained", {"introduction": TOLD}, is_asked=False),
        Quantity("introduced_of_retained_to_date", {}, dimensions=(), flow="introduced_of_retained"),
        Quantity("retained_to_date", {}, dimensions=(), rest_of=("introduced_of_retained_to_date",), flow="retained"),
        Quantity("titles_applied", {"titles": WHOLE}),
        Quantity("titles_passed", {"titles": COUNTED}, rest_of=("titles_told", "titles_applied"), worth=0.5),
        Quantity("titles_told", {"titles": TOLD}, rest_of=("titles_applied",), worth=0.3),
        Quantity("interns", {"internship": WHOLE}),
        Quantity("interns_retained", {"internship": COUNTED}, rest_of=("interns_told", "interns"), worth=0.5),
        Quantity("interns_told", {"internship": TOLD}, rest_of=("interns",), worth=0.3),
        Quantity("order_class_students", {"order_class_students": WHOLE}),
    ),
)

PARTY = _family(
    "party_members",
    "党员",
    "party_quarters",
    "quarter",
    {
        "sex": _share("women", "CASE WHEN women IS NOT NULL THEN members END", "members"),
        "age": _share("under_35", "CASE WHEN under_35 IS NOT NULL THEN members END", "members"),
        "schooling": _share("college_or_above", "CASE WHEN college_or_above IS NOT NULL THEN members END", "members"),
    },
    (
        Quantity("members", {"sex": WHOLE, "age": WHOLE, "schooling": WHOLE}),
        *(
            quantity
            for column, name in (("sex", "women"), ("age", "under_35"), ("schooling", "college_or_above"))
            for quantity in (
                Quantity(name, {column: COUNTED}, rest_of=(f"members_of_{name}",), worth=0.5),
                Quantity(f"members_of_{name}", {column: TOLD}, rest_of=("members",), worth=0.3),
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
    {"event": _share("hires", "intentions_of_hires", "intentions")},
    (
        Quantity("intentions", {"event": WHOLE}),
        Quantity("hires", {"event": COUNTED}, rest_of=("intentions_of_hires",)),
        Quantity("intentions_of_hires", {"event": TOLD}, rest_of=("intentions",), worth=0.3),
    ),
    ("kind",),
)

PLACEMENT = _family(
    "placement",
    "求职与入职",
    "job_months",
    "month",
    {
        "seeking": {"": "seekers"},
        "matching": _share("matched", "CASE WHEN matched IS NOT NULL THEN recommended END", "recommended"),
        "hiring": {"": "hired"},
    },
    (
        Quantity("seekers", {"seeking": "true"}),
        Quantity("recommended", {"matching": "recommended IS NOT NULL"}),
        Quantity("matched", {"matching": COUNTED}),
        Quantity(
            "matched_of_recommended",
            {"matching": f"{COUNTED} AND recommended IS NOT NULL"},
            rest_of=("matched", "recommended_of_matched"),
            worth=0.5,
        ),
        Quantity(
            "recommended_of_matched",
            {"matching": f"{TOLD} AND recommended IS NOT NULL AND matched IS NOT NULL"},
            rest_of=("recommended",),
            worth=0.3,
        ),
        Quantity("hired", {"hiring": "true"}),
        Quantity("hired_of_openings", {"hiring": "openings IS NOT NULL"}, rest_of=("hired",), worth=0.5),
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
)
