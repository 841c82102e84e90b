"""Prints what each form of the corpus comes to: `python -m tests.etl.corpus [part of a name]…`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.etl.corpus.forms import FORMS
from tests.etl.corpus.reading import judge, read_all, shown, summary_of

if __name__ == "__main__":
    wanted = [form for form in FORMS if not sys.argv[1:] or any(part in form.name for part in sys.argv[1:])]
    with TemporaryDirectory() as folder:
        outcomes = read_all(wanted, Path(folder))
    for form in wanted if sys.argv[1:] else ():
        outcome = outcomes[form.name]
        print(f"\n== {form.name}: {judge(form, outcome)}\n{form.why}\n{shown(outcome)}")
    print(summary_of(wanted, outcomes))
