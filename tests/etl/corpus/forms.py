"""All forms of the corpus."""

from tests.etl.corpus import cells, names, periods, rows, units

FORMS = [listed for module in (units, rows, cells, periods, names) for listed in module.FORMS]
