"""Words that nearly always mean one column of a form: read where no other header names it, and what they were taken for is said."""

from etl.validate.field_words import Words
from etl.validate.supposed_economy import SUPPOSED_ECONOMY
from etl.validate.supposed_governance import SUPPOSED_GOVERNANCE

SUPPOSED: Words = {**SUPPOSED_ECONOMY, **SUPPOSED_GOVERNANCE}
