"""Forms with a figure ten, a thousand or ten thousand times what it can be, and forms that only look like it."""

from tests.etl.corpus.declare import asked, book, form, read
from tests.etl.corpus.sample import (
    POPULATION_HEAD,
    QUARTER_HEAD,
    SERVICE_HEAD,
    STAFFING_HEAD,
    population,
    quarter,
    row,
    staffing,
)

YEAR = ("2025Q1", "2025Q2", "2025Q3", "2025Q4")
# Four quarters of three enterprises that were reported before.
BEFORE = [
    (code, period, round(gross * factor, 1), round(tax * factor, 1), heads)
    for code, gross, tax, heads in (("Q001", 1200, 30, 88), ("Q002", 300, 6, 20), ("Q003", 450, 9, 31))
    for period, factor in zip(YEAR, (0.95, 1.02, 1.06, 1.1), strict=True)
]
HISTORY = book([QUARTER_HEAD, *BEFORE], file="2025年企业季报.xlsx", is_history=True)


def after_a_year(name, why, rows, *accept):
    return form(
        f"magnitude_{name}", why, (HISTORY, book([QUARTER_HEAD, *rows], file="2026年一季度企业季报.xlsx")), *accept
    )


GOOD = (("Q001", "2026Q1", 1230, 31, 88), ("Q002", "2026Q1", 310, 6, 20), ("Q003", "2026Q1", 470, 9, 31))


def changed(place, **cells):
    names = {"gross": 2, "tax": 3, "heads": 4}
    rows = [list(cells_) for cells_ in GOOD]
    for name, value in cells.items():
        rows[place][names[name]] = value
    return rows


def means(rows):
    return read(*(quarter(*cells) for cells in rows))


OVER_TIME = [
    after_a_year("as_before", "The figures go on as they were.", GOOD, means(GOOD)),
    after_a_year(
        "all_in_yuan",
        "All money is ten thousand times that of the quarters before: it is in 元.",
        [(code, period, gross * 10000, tax * 10000, heads) for code, period, gross, tax, heads in GOOD],
        asked(at=("C2", "D2", "C4")),
    ),
    after_a_year(
        "all_in_yi",
        "All money is a ten-thousandth: it is in 亿元.",
        [(code, period, gross / 10000, tax / 10000, heads) for code, period, gross, tax, heads in GOOD],
        asked(at="C2"),
    ),
    after_a_year("one_in_yuan", "One cell is in 元.", changed(1, gross=3100000), asked(at="C3")),
    after_a_year("one_zero_too_many", "One cell has a zero too many.", changed(0, gross=12300), asked(at="C2")),
    after_a_year("one_zero_too_few", "One cell has a zero too few.", changed(0, gross=123, tax=31), asked(at="C2")),
    after_a_year("heads_zero_too_many", "Ten times the heads.", changed(0, heads=880), asked(at="E2")),
    after_a_year("tax_zero_too_many", "Ten times the tax.", changed(0, tax=310), asked(at="D2")),
    after_a_year("tripled", "Output that trebles is unusual and no slip of a unit.", changed(1, gross=930), means(changed(1, gross=930))),
    after_a_year("halved", "Output that halves is no slip of a unit.", changed(0, gross=615), means(changed(0, gross=615))),
    after_a_year("nothing_made", "No output at all is a fact.", changed(2, gross=0, tax=0), means(changed(2, gross=0, tax=0))),
    after_a_year(
        "new_enterprise",
        "An enterprise of which nothing is known, of the size of its heads.",
        [*GOOD, ("Q004", "2026Q1", 21000, 520, 1500)],
        means([*GOOD, ("Q004", "2026Q1", 21000, 520, 1500)]),
    ),
    form(
        "magnitude_within_one_file",
        "The slip and the quarters around it stand in one file.",
        book([QUARTER_HEAD, *(cells if cells[:2] != ("Q001", "2025Q3") else (*cells[:2], cells[2] * 10, *cells[3:]) for cells in BEFORE)]),
        asked(at="C4"),
    ),
    form(
        "magnitude_good_year_in_one_file",
        "A year of three enterprises of very different size.",
        book([QUARTER_HEAD, *BEFORE]),
        means(BEFORE),
    ),
    form(
        "magnitude_population_over_time",
        "Ten times the persons of half a year before.",
        (
            book([POPULATION_HEAD, ("塘后村", "2025-09-30", 3330, 10120, 12190)], file="去年人口.xlsx", is_history=True),
            book([POPULATION_HEAD, ("塘后村", "2026-03-31", 3351, 101690, 12260)], file="今年人口.xlsx"),
        ),
        asked(at="D2"),
    ),
    form(
        "magnitude_population_good_over_time",
        "The persons of half a year later.",
        (
            book([POPULATION_HEAD, ("塘后村", "2025-09-30", 3330, 10120, 12190)], file="去年人口.xlsx", is_history=True),
            book([POPULATION_HEAD, ("塘后村", "2026-03-31", 3351, 10169, 12260)], file="今年人口.xlsx"),
        ),
        read(population("350581101206", "2026-03-31", 3351, 10169, 12260)),
    ),
]  # fmt: skip

GRIDS = ("35058110191101", "35058110191102", "35058110120601", "35058110120602", "35058110120801")
LOADS = ((410, 1520), (380, 1405), (455, 1733), (430, 1610), (398, 1490))


def grids(loads):
    return [
        (code, "2026Q1", 1, 2, 3, households, persons, 2)
        for code, (households, persons) in zip(GRIDS, loads, strict=True)
    ]


PEERS = [
    form(
        "magnitude_among_grids",
        "One grid has a hundred times the households and persons of its peers.",
        book([STAFFING_HEAD, *grids((*LOADS[:4], (39800, 149000)))]),
        asked(at="F6"),
    ),
    form(
        "magnitude_good_grids",
        "Grids of like size.",
        book([STAFFING_HEAD, *grids(LOADS)]),
        read(*(staffing(*cells) for cells in grids(LOADS))),
    ),
    form(
        "magnitude_small_grid",
        "A grid a third of its peers' size is small, not slipped.",
        book([STAFFING_HEAD, *grids((*LOADS[:4], (130, 480)))]),
        read(*(staffing(*cells) for cells in grids((*LOADS[:4], (130, 480))))),
    ),
    form(
        "magnitude_small_counts",
        "From 1 to 12 full-time staff is a small count, no slip of a unit.",
        book(
            [STAFFING_HEAD, (GRIDS[0], "2026Q1", 1, 12, 3, 410, 1520, 2), (GRIDS[1], "2026Q1", 1, 1, 3, 380, 1405, 20)]
        ),
        read(
            staffing(GRIDS[0], "2026Q1", 1, 12, 3, 410, 1520, 2), staffing(GRIDS[1], "2026Q1", 1, 1, 3, 380, 1405, 20)
        ),
    ),
    form(
        "magnitude_visits_of_sites",
        "A site with few visits beside one with many.",
        book([SERVICE_HEAD, ("S-01", "2026-03", "托育", 320, 40, 36), ("S-03", "2026-03", "政策咨询", 21, None, None)]),
        read(
            row("service_months", "S-01", "2026-03", "托育", 320, 40, 36),
            row("service_months", "S-03", "2026-03", "政策咨询", 21),
        ),
    ),
]

PER_HEAD = [
    form(
        "magnitude_per_head_output",
        "20 people do not make 300 万 times 万 of output in a quarter: 15 亿元 each.",
        book([QUARTER_HEAD, ("Q002", "2026Q1", 3000000, 60000, 20)]),
        asked(at="C2"),
    ),
    form(
        "magnitude_per_head_output_too_little",
        "3000 people make more than 6 万元 in a quarter.",
        book([QUARTER_HEAD, ("Q001", "2026Q1", 6.04, 0.18, 3000)]),
        asked(at="C2"),
    ),
    form(
        "magnitude_per_household",
        "36 persons a household.",
        book([POPULATION_HEAD, ("塘后村", "2026-03-31", 3351, 10169, 122600)]),
        asked(at="E2|C2"),
    ),
    form(
        "magnitude_per_household_high",
        "Ten persons a household, as in a village of rented rooms.",
        book([POPULATION_HEAD, ("仑后村", "2026-03-31", 688, 2618, 6666)]),
        read(population("350581101208", "2026-03-31", 688, 2618, 6666)),
    ),
]


def staffed_before(counts):
    """Quarters of one grid before 2026Q1, with its full-time staff."""
    rows = [
        (GRIDS[0], period, 1, count, 3, 410, 1520, 2)
        for period, count in zip(YEAR[-len(counts) :], counts, strict=True)
    ]
    return book([STAFFING_HEAD, *rows], file="2025年网格力量.xlsx", is_history=True)


def staffed(name, why, before, count, *accept, enterprises=2):
    now = (GRIDS[0], "2026Q1", 1, count, 3, 410, 1520, enterprises)
    files = (staffed_before(before), book([STAFFING_HEAD, now], file="2026年网格力量.xlsx"))
    return form(f"magnitude_{name}", why, files, *(accept or (read(staffing(*now)),)))


SMALL = [
    staffed("small_steady_tenfold", "Of 3, 4 and 3 staff 30 is a zero too many.", (3, 4, 3), 30, asked(at="D2")),
    staffed(
        "small_steady_digit_doubled", "Of 3, 4 and 3 staff 33 is a digit typed twice.", (3, 4, 3), 33, asked(at="D2")
    ),
    staffed("small_steady_tenth", "Of 20 staff and more 2 is a zero too few.", (20, 22, 21), 2, asked(at="D2")),
    staffed("small_steady_trebled", "Of 3 and 4 staff 10 is much, but no slip.", (3, 4, 3), 10),
    staffed("small_unsteady", "What moves between 1 and 5 may well be 12.", (1, 5, 2, 4), 12),
    staffed("small_from_nothing", "Where one quarter had nothing, the figures are not steady.", (1, 1, 0, 1), 12),
    staffed("small_two_neighbours", "Two quarters before tell too little of a small count.", (3, 4), 30),
    staffed("small_one_to_eight", "From 1 to 8 is no zero too many.", (1, 1, 1), 8),
    staffed(
        "small_count_of_enterprises",
        "Of 2 enterprises in every quarter 20 is a zero too many.",
        (3, 4, 3),
        4,
        asked(at="H2"),
        enterprises=20,
    ),
]

FORMS = OVER_TIME + PEERS + PER_HEAD + SMALL
