"""All forms of the corpus."""

from tests.etl.corpus import cells, headers, magnitude, names, periods, personal, rows, sheets, units

MODULES = (units, magnitude, rows, cells, periods, names, sheets, headers, personal)
FORMS = [form for module in MODULES for form in module.FORMS]
