"""All forms of the corpus."""

from tests.etl.corpus import rows, units

FORMS = [listed for module in (units, rows) for listed in module.FORMS]
