"""Frozen records → the columns that their questions ask for: a record says once which ones, in which types."""

from collections.abc import Collection
from dataclasses import fields
from typing import get_args, get_type_hints

# The area of the question with everything in it, and what lies around it.
INSIDE = "SELECT area_code FROM mart.area_tree WHERE ancestor_code = $area_code"
AROUND = "SELECT ancestor_code FROM mart.area_tree WHERE area_code = $area_code"


def selected(record: type, *, of: str = "", but: Collection[str] = (), **computed: str) -> str:
    """What a SELECT lists to fill the fields of a record: each field's own column, or the expression that is given for it.

    `of` names the table that the columns are of, `but` the fields that are filled otherwise. Exact decimals come as DOUBLE
    where the field is a float. Raises TypeError for an expression of what is no field.
    """
    hints = get_type_hints(record)
    if unknown := {*computed, *but} - {field.name for field in fields(record)}:
        raise TypeError(f"{record.__name__} has no {'、'.join(sorted(unknown))}")
    listed = (field.name for field in fields(record) if field.name not in but)
    return ", ".join(_column(name, computed.get(name, ""), of, hints[name]) for name in listed)


def _column(name: str, computed: str, of: str, hint: object) -> str:
    column = computed or (f"{of}.{name}" if of else name)
    is_float = hint is float or float in get_args(hint)
    return f"({column})::DOUBLE AS {name}" if is_float else f"{column} AS {name}" if computed else column
