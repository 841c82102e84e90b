from dashboard.render.theme import DARK, LIGHT
from dashboard.views.remembered import remembered


class Memory:
    def __init__(self):
        self.kept = {}

    def remember(self, key, make):
        return self.kept.setdefault(key, make()) if key not in self.kept else self.kept[key]


def test_the_same_question_is_built_once_and_another_anew():
    built = []

    @remembered
    def panel(warehouse, theme, name, places, *, chosen=None):
        built.append((theme.name, name, tuple(places), chosen))
        return built[-1]

    memory = Memory()
    assert panel(memory, LIGHT, "tax", ["a", "b"]) is panel(memory, LIGHT, "tax", ("a", "b"))
    panel(memory, DARK, "tax", ["a", "b"])
    panel(memory, LIGHT, "tax", ["a"])
    panel(memory, LIGHT, "tax", ["a"], chosen="a")
    assert len(built) == 4


def test_two_builders_do_not_share_an_answer():
    first = remembered(lambda warehouse, name: f"first {name}")

    @remembered
    def second(warehouse, name):
        return f"second {name}"

    memory = Memory()
    assert (first(memory, "x"), second(memory, "x")) == ("first x", "second x")
