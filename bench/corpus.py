"""All forms of the corpus, of which a run of the tests reads a sample: what became of those that a person reads, and of all."""

import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.ratio import Ratio, divided
from tests.etl.corpus.declare import Form
from tests.etl.corpus.forms import FORMS
from tests.etl.corpus.reading import RIGHT, Outcome, Verdict, judge, read_all, summary_of

# Above what share a person need not be asked again.
AIM = "≥ 0.95"


def shares(forms: Sequence[Form], outcomes: dict[str, Outcome]) -> list[Ratio]:
    """What became of the forms, as shares and numbers."""
    verdicts = {form.name: judge(form, outcomes[form.name]) for form in forms}
    counts = Counter(verdicts.values())
    readable = [verdicts[form.name] for form in forms if form.is_readable]
    read = readable.count(Verdict.READ)
    return [
        Ratio(f"forms read ÷ the {len(readable)} that a person reads at a glance", divided(read, len(readable)), AIM),
        Ratio(f"of all {len(forms)} forms, those read wrongly without a word", counts[Verdict.SILENTLY_WRONG], "0"),
        Ratio("… refused though readable", counts[Verdict.REFUSED_READABLE], ""),
        Ratio(
            "… otherwise not as a person would: other words, cells or lines",
            len(forms) - sum(counts[verdict] for verdict in {*RIGHT, Verdict.SILENTLY_WRONG, Verdict.REFUSED_READABLE}),
            "0",
        ),
    ]


def measure(forms: Sequence[Form] = FORMS) -> list[Ratio]:
    """Read all the forms; what came out wrong is named on standard error."""
    # Spoilt files are a part of it.
    logging.getLogger("etl.read").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        outcomes = read_all(forms, Path(folder))
    print(summary_of(forms, outcomes), file=sys.stderr)
    return shares(forms, outcomes)
