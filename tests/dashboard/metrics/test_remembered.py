from dashboard.metrics.remembered import remembered


class Memory:
    def __init__(self):
        self.kept = {}

    def remember(self, key, make):
        return self.kept.setdefault(key, make()) if key not in self.kept else self.kept[key]


def test_the_same_question_is_built_once_and_another_anew():
    built = []

    @remembered
    def view(warehouse, name, places, *, chosen=None):
        built.append((name, tuple(places), chosen))
        return built[-1]

    memory = Memory()
    assert view(memory, "tax", ["a", "b"]) is view(memory, "tax", ("a", "b"))
    view(memory, "sales", ["a", "b"])
    view(memory, "tax", ["a"])
    view(memory, "tax", ["a"], chosen="a")
    assert len(built) == 4


def test_two_builders_do_not_share_an_answer():
    first = remembered(lambda warehouse, name: f"first {name}")

    @remembered
    def second(warehouse, name):
        return f"second {name}"

    memory = Memory()
    assert (first(memory, "x"), second(memory, "x")) == ("first x", "second x")
