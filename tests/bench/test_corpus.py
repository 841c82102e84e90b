from dataclasses import replace

from bench.corpus import measure
from tests.etl.corpus.declare import KeptOut, read
from tests.etl.corpus.forms import FORMS


def test_what_became_of_forms_is_counted():
    good, other, *_ = [form for form in FORMS if form.name.startswith("mixed_")]
    # What is read is not what a person would have read; and a good form of which no one would take anything.
    misread = replace(other, name="misread", accept=(read(),))
    taken = replace(good, name="taken", accept=(KeptOut(frozenset({"error"})),))
    share, wrong, refused, otherwise = measure([good, misread, taken])
    assert (share.value, wrong.value, refused.value, otherwise.value) == (0.5, 2, 0, 0)
