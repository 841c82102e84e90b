"""What is withheld of tables small enough to be worked out by hand."""

import pytest

from etl.warehouse.withholding.block import TOTAL, Atom, Key
from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity
from etl.warehouse.withholding.pattern import decide
from etl.warehouse.withholding.quarters import Quarter

PERIOD = "2024Q2"
ABOVE = {"A": ["A", "T"], "B": ["B", "T"], "C": ["C", "T"]}


def small_family(column: Column, contributors: Contributors, dimensions: tuple[str, ...] = ()) -> Family:
    """A family of one measure, told apart by the dimensions."""
    return Family(
        name="small",
        label="小表",
        mart="small",
        base="quarter",
        contributors=contributors,
        columns=(column,),
        quantities=(Quantity("measure", {"measure": "true"}),),
        dimensions=dimensions,
    )


def withheld(contributors: Contributors, *atoms: Atom) -> tuple[set[str], set[str]]:
    """The areas withheld for their own sake and for that of others, in a town of three places with one measure."""
    family = small_family(Column("measure", {"measure": "measure"}), contributors)
    [column] = family.columns
    quarter = Quarter(PERIOD, family, ((column, tuple((PERIOD, atom) for atom in atoms)),), ABOVE)
    pattern = decide(family, quarter.columns, lambda key: {"T": 10.0}.get(key.area_code, 1.0), beside=quarter.beside)
    assert all(key == Key("measure", key.area_code, PERIOD, TOTAL, "") for key in pattern.withheld)
    return {key.area_code for key in pattern.primary}, {key.area_code for key in pattern.secondary}


def enterprises(area: str, *values: float) -> Atom:
    first, second = sorted(values, reverse=True)[:2]
    return Atom(area, (), (True,), sum(values), len(values), (first, second))


def test_enough_in_every_place_are_shown():
    found = withheld(
        Contributors.ENTERPRISES,
        enterprises("A", 30, 30, 30, 30),
        enterprises("B", 30, 30, 30, 30),
        enterprises("C", 20, 20, 20, 20),
    )
    assert found == (set(), set())


def test_what_is_withheld_is_more_than_one_cell_though_many_stand_behind_it():
    """A has four enterprises, one of which has 100 of 103: withheld alone, T - B - C would tell 103.

    C, the smaller one of the others, goes with it: 183 together leave A room of more than a fifth both ways.
    """
    found = withheld(
        Contributors.ENTERPRISES,
        enterprises("A", 100, 1, 1, 1),
        enterprises("B", 30, 30, 30, 30),
        enterprises("C", 20, 20, 20, 20),
    )
    assert found == ({"A"}, {"C"})


@pytest.mark.parametrize(
    ("is_guessed", "found"), [(False, (set(), set())), (True, ({"A"}, {"C"}))], ids=["unknown", "printed"]
)
def test_an_enterprise_of_which_the_year_is_printed_protects_nobody(is_guessed, found):
    """Three of 30 each in A: whoever knows about what one of them is would know what two are together."""
    atoms = (
        Atom("A", (), (True,), 30, 1, (30, 0.0), is_guessed),
        enterprises("A", 30, 30),
        enterprises("B", 30, 30, 30, 30),
        enterprises("C", 20, 20, 20, 20),
    )
    assert withheld(Contributors.ENTERPRISES, *atoms) == found


@pytest.mark.parametrize(
    ("persons", "found"),
    [
        ((2, 30, 20), ({"A"}, {"C"})),
        ((2, 20, 30), ({"A"}, {"B"})),
        ((20, 30, 2), ({"C"}, {"A"})),
        ((3, 30, 20), (set(), set())),
    ],
)
def test_persons_below_three_are_withheld_with_the_smaller_of_two_places_worth_as_much(persons, found):
    """Two of 2 + 30 + 20 = 52 persons come out where theirs alone is withheld: 20 goes with it, and 30 stays."""
    atoms = (
        Atom(area, (), (True,), many, many, (many, 0.0)) for area, many in zip("ABC", map(float, persons), strict=True)
    )
    assert withheld(Contributors.PERSONS, *atoms) == found


@pytest.mark.parametrize(("places", "goes"), [("BC", "C"), ("CB", "B")])
def test_of_enterprises_too_the_smaller_of_two_places_worth_as_much_goes(places, goes):
    """One enterprise of 10 in A; 400 or 390 could hide it as well."""
    large, small = places
    found = withheld(
        Contributors.ENTERPRISES,
        enterprises("A", 4, 6),
        enterprises(large, 100, 100, 100, 100),
        enterprises(small, 100, 100, 100, 90),
    )
    assert found == ({"A"}, {goes})


def test_a_quotient_goes_where_its_sides_would_give_a_figure_away():
    """Two makers in C and two traders in D employ 60 each; A has four makers and three traders, the town all of them.

    Traders have no output: output per employee is of makers only. Whoever knows the output, which all know of C, has the
    employees of makers in the town and in A, and with them those of C. The quotient of A is worth less than the town's.
    """
    output, employees = Column("output", {"": "output"}), Column("employees", {"": "employees"})
    family = Family(
        name="small",
        label="小表",
        mart="small",
        base="quarter",
        contributors=Contributors.ENTERPRISES,
        columns=(output, employees),
        quantities=(
            Quantity("output", {"output": "true"}),
            Quantity("employees", {"employees": "true"}),
            Quantity("each", {"output": "true", "employees": "is_maker"}, rest_of=("output", "employees"), step=0.01),
        ),
    )
    made = Atom("A", (), (True, True), 40, 4, (10, 10))
    employed = (
        Atom("A", (), (True, True), 120, 4, (30, 30)),
        Atom("A", (), (True, False), 90, 3, (30, 30)),
        Atom("C", (), (True, True), 60, 2, (30, 30)),
        Atom("D", (), (True, False), 60, 2, (30, 30)),
    )
    told = ((output, ((PERIOD, made),)), (employees, tuple((PERIOD, atom) for atom in employed)))
    quarter = Quarter(PERIOD, family, told, ABOVE | {"D": ["D", "T"]})
    pattern = decide(family, quarter.columns, lambda key: {"T": 10.0}.get(key.area_code, 1.0))
    assert {(key.quantity, key.area_code) for key in pattern.primary} == {("employees", "C"), ("employees", "D")}
    assert {(key.quantity, key.area_code) for key in pattern.secondary} == {("each", "A")}


def test_an_enterprise_that_is_no_cell_comes_out_of_no_two_breakdowns():
    """One of 100 makes 针织 below the scale, as the only one beside six of 服装: 规下 less 服装 would tell it.

    针织 is of two and 塑料 of one: both are withheld, and hide each other. All other parts are of enough.
    """
    family = small_family(
        Column("measure", {"": "measure"}), Contributors.ENTERPRISES, dimensions=("industry", "scale")
    )
    [column] = family.columns
    made = (
        (("服装", "规下"), 120, 6, (20, 20)),
        (("针织", "规下"), 100, 1, (100, 0)),
        (("针织", "规上"), 100, 1, (100, 0)),
        (("五金", "规上"), 200, 4, (50, 50)),
        (("塑料", "规上"), 60, 1, (60, 0)),
    )
    atoms = tuple((PERIOD, Atom("A", parts, (True,), *numbers)) for parts, *numbers in made)
    quarter = Quarter(PERIOD, family, ((column, atoms),), {"A": ["A"]})
    pattern = decide(family, quarter.columns, lambda key: 1.0 if key.dimension else 10.0)
    assert {key.part for key in pattern.primary} == {"针织", "塑料"}
    assert {key.part for key in pattern.withheld} & {"服装", "规下"}
    assert "" not in {key.part for key in pattern.withheld}
