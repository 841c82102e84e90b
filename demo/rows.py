"""What a row of a demonstration form is: the form's columns with their values, as Python has them."""

from typing import Any

Row = dict[str, Any]
