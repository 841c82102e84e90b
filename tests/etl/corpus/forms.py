"""All forms of the corpus, and those that every run of the tests reads."""

from tests.etl.corpus import (
    across,
    arranged,
    cells,
    clerks_again,
    clerks_cells,
    clerks_fifth,
    clerks_files,
    clerks_fourth,
    clerks_sixth,
    clerks_tables,
    clerks_third,
    headers,
    magnitude,
    mixed,
    names,
    periods,
    personal,
    rows,
    sheets,
    strange_cells,
    strange_tables,
    units,
)
from tests.etl.corpus.sampling import sampled

MODULES = (
    units,
    magnitude,
    mixed,
    rows,
    arranged,
    cells,
    periods,
    names,
    sheets,
    headers,
    personal,
    strange_cells,
    strange_tables,
    clerks_again,
    clerks_cells,
    clerks_files,
    clerks_tables,
    clerks_fourth,
    clerks_third,
    clerks_fifth,
    clerks_sixth,
    across,
)
FORMS = [form for module in MODULES for form in module.FORMS]
SAMPLE = sampled([module.FORMS for module in MODULES])
