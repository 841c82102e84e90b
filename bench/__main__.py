"""Prints every measurement as a ratio in one run: `python -m bench`, or with the names of those that are wanted.

`python -m bench said FOLDER` measures nothing: it writes what the product says, so that two checkouts can be compared.
"""

import argparse
import sys
from importlib import import_module

from rich.console import Console
from rich.table import Table

# What is measured → module and function; opened by need, since the clicks want a browser.
MEASURES = {
    "build": ("bench.build", "measure"),
    "large": ("bench.build", "measure_large"),
    "workbook": ("bench.workbook", "measure"),
    "carried": ("bench.carried", "measure"),
    "withholding": ("bench.withholding", "measure"),
    "queries": ("bench.queries", "measure"),
    "questions": ("bench.questions", "measure"),
    "above": ("bench.above", "measure"),
    "sizes": ("bench.sizes", "measure"),
    "ledger": ("bench.ledger", "measure"),
    "documents": ("bench.documents", "measure"),
    "access": ("bench.access", "measure"),
    "clicks": ("bench.clicks", "measure"),
    "exploring": ("bench.exploring", "measure"),
    "profile": ("bench.profile", "measure"),
    "first_paint": ("bench.first_paint", "measure"),
    "visits": ("bench.visits", "measure"),
    "readers": ("bench.readers", "measure"),
    "kills": ("bench.kills", "measure"),
    "mutations": ("bench.mutations", "measure"),
    "corpus": ("bench.corpus", "measure"),
    "taken_apart": ("bench.taken_apart", "measure"),
}
# What has arguments of its own.
WRITERS = {"said": ("bench.said", "main")}


def main() -> None:
    """Measure what was asked for, everything when nothing was."""
    if sys.argv[1:] and sys.argv[1] in WRITERS:
        module, write = WRITERS[sys.argv[1]]
        getattr(import_module(module), write)(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"what to measure, of {', '.join(MEASURES)}; all by default")
    names = parser.parse_args().names or list(MEASURES)
    if unknown := set(names) - set(MEASURES):
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    console = Console()
    for name in names:
        module, measure = MEASURES[name]
        table = Table("measured", "ratio", "aim", title=name)
        for ratio in getattr(import_module(module), measure)():
            table.add_row(ratio.name, f"{ratio.value:.2f}", ratio.aim)
        console.print(table)


if __name__ == "__main__":
    main()
