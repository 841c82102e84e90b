"""Counts of persons: who learned, worked, came, was visited or belongs, withheld where only one or two are meant."""

from collections.abc import Sequence
from itertools import product

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity

# Groups about whom little must be said: the old and the ill who are visited at home.
SENSITIVE = 5


WHOLE = "true"


def _shares(whole: str, *shares: tuple[str, str]) -> dict[str, str]:
    """The persons of a `whole` by all shares of them together, each given as (part, those of whom it is told).

    A piece has a letter for each share: Y whom the part counts, N the others, U of whom nothing is told. How many of the
    part of one share are in that of another nobody knows; here all are counted from the same first person on. A piece
    that nobody can be in, since of a row all or nothing is told, is NULL: whoever sees what was reported knows that.
    """
    pieces = {}
    for letters in product("YNU", repeat=len(shares)):
        spans = [_span(letter, whole, *share) for letter, share in zip(letters, shares, strict=True)]
        starts, ends, first, last = zip(*spans, strict=True)
        count, room = f"{_last(ends)} - {_first(starts)}", f"{_last(last)} > {_first(first)}"
        told = [
            f"{part} IS {'NULL' if letter == 'U' else 'NOT NULL'}"
            for letter, (part, _) in zip(letters, shares, strict=True)
        ]
        nobody = " AND ".join([f"{whole} = 0", *told])
        pieces["".join(letters)] = f"CASE WHEN {room} OR ({nobody}) THEN greatest({count}, 0) END"
    return pieces


def _span(letter: str, whole: str, part: str, told: str) -> tuple[str, str, str, str]:
    """From which person of a `whole` to which those of a letter are counted, and where they might be."""
    counted, known = f"coalesce({part}, 0)", f"coalesce({told}, 0)"
    return {
        "Y": ("0", counted, "0", known),
        "N": (counted, known, "0", known),
        "U": (known, whole, known, whole),
    }[letter]


def _first(numbers: Sequence[str]) -> str:
    return f"greatest({', '.join(dict.fromkeys(numbers))})"


def _last(numbers: Sequence[str]) -> str:
    return f"least({', '.join(dict.fromkeys(numbers))})"


def _reported(part: str, whole: str) -> tuple[str, str]:
    """A share of which, where it is reported, it is told of the `whole`."""
    return part, f"CASE WHEN {part} IS NOT NULL THEN {whole} END"


def _counted(place: int = 0) -> str:
    """Whom the part of a share counts, the one at a place among several."""
    return f"piece LIKE '{'_' * place}Y%'"


def _told(place: int = 0) -> str:
    """Of whom it is told."""
    return f"regexp_matches(piece, '^.{{{place}}}[YN]')"


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
DUE_6M = f"({_told(WORKING_6M)} OR piece = 'left_due')"

TRAINING = _family(
    "training",
    "培训",
    "training_months",
    "month",
    {
        COURSE: {
            **_shares(
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
        Quantity("certified", {COURSE: _counted(CERTIFIED)}, rest_of=("completed_of_certified",), worth=0.5),
        Quantity("completed_of_certified", {COURSE: _told(CERTIFIED)}, rest_of=("completed",), worth=0.3),
        Quantity("converted_3m", {COURSE: _counted(WORKING_3M)}, rest_of=("completed_due_3m",), worth=0.5),
        Quantity("completed_due_3m", {COURSE: _told(WORKING_3M)}, rest_of=("completed",), worth=0.3),
        Quantity("converted_6m", {COURSE: _counted(WORKING_6M)}, rest_of=("completed_due_6m",), worth=0.5),
        Quantity("completed_due_6m", {COURSE: _told(WORKING_6M)}, rest_of=("completed", "enrolled_due_6m"), worth=0.3),
        Quantity("enrolled_due_6m", {COURSE: DUE_6M}, dimensions=(), worth=0.1),
        Quantity(
            "converted_3m_due_6m",
            {COURSE: f"{_counted(WORKING_3M)} AND {_told(WORKING_6M)}"},
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
        "introduction": _shares("introduced", _reported("retained_12m", "introduced")),
        "titles": _shares("titles_applied", _reported("titles_passed", "titles_applied")),
        "internship": _shares("interns", _reported("interns_retained", "interns")),
        **{count: {"": count} for count in TALENT_COUNTS},
    },
    (
        Quantity("introduced", {"introduction": WHOLE}),
        Quantity("retained", {"introduction": _counted()}, rest_of=("introduced_of_retained",), is_asked=False),
        Quantity("introduced_of_retained", {"introduction": _told()}, dimensions=(), worth=0.1),
        Quantity("introduced_of_retained_to_date", {}, dimensions=(), flow="introduced_of_retained"),
        Quantity("retained_to_date", {}, dimensions=(), rest_of=("introduced_of_retained_to_date",), flow="retained"),
        Quantity("titles_applied", {"titles": WHOLE}),
        Quantity("titles_passed", {"titles": _counted()}, rest_of=("titles_told", "titles_applied"), worth=0.5),
        Quantity("titles_told", {"titles": _told()}, rest_of=("titles_applied",), worth=0.3),
        Quantity("interns", {"internship": WHOLE}),
        Quantity("interns_retained", {"internship": _counted()}, rest_of=("interns_told", "interns"), worth=0.5),
        Quantity("interns_told", {"internship": _told()}, rest_of=("interns",), worth=0.3),
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
    {MEMBERS: _shares("members", *(_reported(name, "members") for name in OF_MEMBERS))},
    (
        Quantity("members", {MEMBERS: WHOLE}),
        *(
            quantity
            for place, name in enumerate(OF_MEMBERS)
            for quantity in (
                Quantity(name, {MEMBERS: _counted(place)}, rest_of=(f"members_of_{name}",), worth=0.5),
                Quantity(f"members_of_{name}", {MEMBERS: _told(place)}, rest_of=("members",), worth=0.3),
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
    {"event": _shares("intentions", ("hires", "intentions_of_hires"))},
    (
        Quantity("intentions", {"event": WHOLE}),
        Quantity("hires", {"event": _counted()}, rest_of=("intentions_of_hires",)),
        Quantity("intentions_of_hires", {"event": _told()}, rest_of=("intentions",), worth=0.3),
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
            for letters, count in _shares(
                RECOMMENDED, _reported("matched", RECOMMENDED), _reported("hired", "matched")
            ).items()
            if letters[MATCHED] == "Y" or letters[HIRED] == "U"
        },
    },
    (
        Quantity("seekers", {"seeking": WHOLE}),
        Quantity("recommended", {"hiring": "recommended IS NOT NULL"}),
        Quantity("matched", {"hiring": _counted(MATCHED)}),
        Quantity(
            "matched_of_recommended",
            {"hiring": f"{_counted(MATCHED)} AND recommended IS NOT NULL"},
            rest_of=("matched", "recommended_of_matched"),
            worth=0.5,
        ),
        Quantity(
            "recommended_of_matched",
            {"hiring": f"{_told(MATCHED)} AND recommended IS NOT NULL"},
            rest_of=("recommended",),
            worth=0.3,
        ),
        Quantity("hired", {"hiring": _counted(HIRED)}, rest_of=("matched",)),
        Quantity(
            "hired_of_openings",
            {"hiring": f"{_counted(HIRED)} AND openings IS NOT NULL"},
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
