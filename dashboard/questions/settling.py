"""What only all words of a question together tell, or the word before → what is said, set right."""

from dashboard.questions.bounds import NOUGHT, Limit
from dashboard.questions.heard import Heard
from dashboard.questions.segment import Segment
from dashboard.questions.senses import Kind
from dashboard.questions.spoken import MOST_WORDS
from dashboard.questions.time_words import FIRST_TIME
from dashboard.questions.words import FOREMOST, LONGEST_WORDS, WHICH_ONE

WHO, WHAT_IS = frozenset("谁"), frozenset(("是什么", "什么是", "是什么意思"))


def settle(said: Heard) -> None:
    """What only all words together tell: who has nothing of it, and that the longest late are asked for one by one."""
    said.orders += ["high" for word in said.named if word in MOST_WORDS]
    said.is_first = any(word in told for told in said.flags.get("when", ()) for word in FIRST_TIME)
    if said.nothing and (said.level or said.dimensions):
        said.limits.append(Limit(said.nothing, NOUGHT, NOUGHT, has_low=True, has_high=True))
        said.denied.remove(said.nothing)
    if said.orders and WHAT_IS.issuperset(said.flags.get("definition", ("",))):
        # 最高的是什么行业 asks which, and 最久的是什么事 for the single things.
        said.flags["ranking" if said.is_split else "list"] = said.flags.pop("definition")
    if said.orders and said.dimensions and WHICH_ONE.issuperset(said.flags.get("personal", ())):
        # 渠道第二名是谁 asks for no person.
        said.flags.pop("personal", None)
    if said.dimensions and said.flags.get("definition") == ["是什么"]:
        # 都是什么类别的 asks by what it is told apart.
        said.flags.pop("definition")
    # 谁拖得最久 asks for single matters as well, since no person is named.
    orders = said.flags.get("high", [])
    is_longest = any(word in LONGEST_WORDS for word in orders) and all(
        word in LONGEST_WORDS or word.startswith(FOREMOST) for word in orders
    )
    if is_longest and not said.metrics and WHO.issuperset(said.flags.get("ranking", ("",))):
        said.flags.pop("ranking")
    if is_longest and not said.is_split:
        said.orders = [order for order in said.orders if order != "high"]
        said.flags["list"] = said.flags.pop("high")
        said.is_longest = True


def leave_out(said: Heard, one: Segment, kind: Kind) -> None:
    """Hear an area or a part that is left out."""
    senses = tuple(sense for sense in one.senses if sense.kind == kind)
    if kind == "area":
        said.left_out.append(senses)
    else:
        said.left_parts += [sense.value for sense in senses]


def take_outside(said: Heard, before: Segment) -> None:
    """Take back what is said to be left out behind its name: 某村以外."""
    areas, parts = (tuple(sense for sense in before.senses if sense.kind == kind) for kind in ("area", "part"))
    if areas and said.areas[-1:] == [areas]:
        said.left_out.append(said.areas.pop())
    elif said.part_words and said.part_words[-1][0] == before.text:
        said.left_parts += said.part_words.pop()[1]
        said.parts = [value for value in said.parts if value not in {sense.value for sense in parts}]
