"""Counts of persons: who learned, worked, came, was visited or belongs, withheld where only one or two are meant."""

from etl.warehouse.withholding.family import Quantity
from etl.warehouse.withholding.heads import of_counts, of_persons
from etl.warehouse.withholding.placement import PLACEMENT
from etl.warehouse.withholding.shares import WHOLE, counted, pieces_of, reported, told_of
from etl.warehouse.withholding.training import TRAINING

# Groups about whom little must be said: the old and the ill who are visited at home.
SENSITIVE = 5
TALENT_COUNTS = ("order_class_students", "consultations", "activity_person_times")
TALENT = of_persons(
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

# Packs of every version name what is told of members so.
MEMBERS = "sex"
# What is told of party members, in this order.
OF_MEMBERS = ("women", "under_35", "college_or_above")
PARTY = of_persons(
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

RECRUITMENT = of_persons(
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


SITES = ("service", "site_kind", "site")

PERSONS = (
    TRAINING,
    TALENT,
    PARTY,
    RECRUITMENT,
    PLACEMENT,
    of_counts("care", "关爱走访", "grid_patrol_months", "month", "care_visits", minimum=SENSITIVE),
    of_counts("services", "阵地服务", "service_usage_months", "month", "visits", dimensions=SITES),
    # Children in care are there at the same time: of a longer period one sees the average.
    of_persons(
        "childcare",
        "托育",
        "service_usage_months",
        "month",
        {"in_use": {"": "in_use"}},
        (Quantity("in_use", {"in_use": "service = '托育'"}),),
        SITES,
        adds_up=False,
    ),
    of_counts("civic", "志愿积分", "civic_point_months", "month", "participants", dimensions=("participant_group",)),
    of_counts("visits", "入企走访", "visit_months", "month", "cadres"),
    of_counts("teams", "服务队服务", "service_team_months", "month", "served", dimensions=("kind",)),
    of_counts(
        "activities", "党群活动", "activity_quarters", "quarter", "person_times", dimensions=("kind", "theme_line")
    ),
)
