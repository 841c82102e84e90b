"""What all that is shown over time gives away: worked by hand."""

from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.given_away import Attacker, Told, _victims
from etl.warehouse.withholding.training import TRAINING

PARK, VILLAGE, DISTRICT = ({0}, {1}, {0, 1})


def key(quantity: str, area: str, period: str) -> Key:
    return Key(quantity, area, period, "", "")


def told(*, is_running_shown: bool = True) -> Told:
    """Nine in a park and two in a village: the district is shown, of the park only what runs, the village is withheld."""
    found = Told(TRAINING, values=[9.0, 2.0])
    for area, places in (("P", PARK), ("V", VILLAGE), ("D", DISTRICT)):
        found.places[key("completed", area, "2025Q1")] = frozenset(places)
    found.shown = {frozenset(DISTRICT): []}
    if is_running_shown:
        running = key("completed_to_date", "P", "2025-03")
        found.places[running] = frozenset(PARK)
        found.shown[frozenset(PARK)] = [running]
    return found


def test_who_is_few_comes_out_of_a_running_total_and_the_total_of_the_areas():
    attacker = Attacker(told())
    assert set(attacker.proof(frozenset(VILLAGE), frozenset())) == {frozenset(PARK), frozenset(DISTRICT)}
    attacker.forget(frozenset(PARK))
    assert attacker.proof(frozenset(VILLAGE), frozenset()) is None


def test_the_running_total_is_withheld_and_nothing_where_none_is_shown():
    assert list(_victims(told(), lambda _: 1.0)) == [key("completed_to_date", "P", "2025-03")]
    assert list(_victims(told(is_running_shown=False), lambda _: 1.0)) == []


def test_what_a_whole_has_more_than_its_part_is_a_secret_too():
    found = told()
    found.places[key("enrolled", "D", "2025Q1")] = frozenset(DISTRICT)
    found.places[key("completed", "D", "2025Q1")] = frozenset(PARK)
    assert (frozenset(DISTRICT), frozenset(PARK)) in found.secrets()
    assert all(len(whole - part) < 2 for whole, part in found.secrets())
