"""The columns that most forms have, in one line each: a count, an amount, a day."""

from etl.schema import Column, Kind


def count(
    name: str,
    label: str,
    unit: str,
    definition: str,
    aliases: tuple[str, ...] = (),
    *,
    is_required: bool = True,
    is_flow: bool = False,
) -> Column:
    """A whole number of at least zero; of a flow the numbers of the months of a quarter add up, see `Column`."""
    return Column(
        name=name,
        label=label,
        unit=unit,
        kind=Kind.INTEGER,
        minimum=0,
        definition=definition,
        aliases=aliases,
        is_required=is_required,
        is_flow=is_flow,
    )


def count_of_quarter(name: str, label: str, unit: str, definition: str, *, is_required: bool = True) -> Column:
    """A count by quarter: 当季 is counted over the quarter and adds up, 季末 is a state."""
    return count(name, label, unit, definition, is_required=is_required, is_flow=definition.startswith("当季"))


def amount(
    name: str, label: str, unit: str, definition: str, aliases: tuple[str, ...] = (), *, is_flow: bool = False
) -> Column:
    """A decimal of at least zero, which may be left out."""
    return Column(
        name=name,
        label=label,
        unit=unit,
        kind=Kind.DECIMAL,
        minimum=0,
        definition=definition,
        aliases=aliases,
        is_required=False,
        is_flow=is_flow,
    )


def day(name: str, label: str, definition: str, *, is_required: bool = False, is_past: bool = True) -> Column:
    """A day, which may be left out unless it is required; one to come is not in the past."""
    return Column(
        name=name, label=label, kind=Kind.DATE, definition=definition, is_required=is_required, is_past=is_past
    )
