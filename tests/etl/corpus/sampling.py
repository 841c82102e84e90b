"""The forms of the corpus → those that every run of the tests reads; `python -m bench corpus` reads all of them.

Of every kind each eighth form is read, at least one; the kinds begin in turn at another form, so that those which
differ in their dataset alone meet other datasets. Of what no such form meets, a dataset in a module, the first form is read too.
"""

from collections import defaultdict
from collections.abc import Sequence

from tests.etl.corpus.declare import Form, Read

EVERY = 12


def datasets(form: Form) -> frozenset[str]:
    """The datasets that a form is read into, none where it may only be kept out."""
    return frozenset(name for answer in form.accept if isinstance(answer, Read) for name in answer.rows)


def sampled(rooms: Sequence[Sequence[Form]]) -> list[Form]:
    """The forms of the rule above, of forms in rooms, in their order."""
    kinds: defaultdict[str, list[Form]] = defaultdict(list)
    for form in (form for room in rooms for form in room):
        kinds[form.kind].append(form)
    taken = {
        form.name for turn, alike in enumerate(kinds.values()) for form in alike[turn % min(EVERY, len(alike)) :: EVERY]
    }
    for room in rooms:
        met = {name for form in room if form.name in taken for name in datasets(form)}
        for form in room:
            if not datasets(form) <= met:
                taken.add(form.name)
                met |= datasets(form)
    return [form for room in rooms for form in room if form.name in taken]
