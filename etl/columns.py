"""The columns that most forms have, in one line each: a place, a period, a choice, a count, an amount, a day."""

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


def place(
    name: str,
    label: str,
    levels: tuple[str, ...],
    definition: str,
    aliases: tuple[str, ...] = (),
    *,
    is_required: bool = True,
) -> Column:
    """The area that a row is of, known by code or name; an area of one of the levels, of any where none is named."""
    return Column(
        name=name,
        label=label,
        kind=Kind.CODE,
        references="areas.area_code",
        area_levels=levels,
        definition=definition,
        aliases=aliases,
        is_required=is_required,
    )


def quarter(definition: str) -> Column:
    """The quarter that a row is of, which has begun."""
    return Column(name="quarter", label="季度", kind=Kind.QUARTER, is_past=True, definition=definition)


def month(definition: str, aliases: tuple[str, ...] = ()) -> Column:
    """The month that a row is of, which has begun."""
    return Column(name="month", label="月份", kind=Kind.MONTH, is_past=True, definition=definition, aliases=aliases)


def choice(
    name: str,
    label: str,
    choices: tuple[str, ...],
    definition: str,
    aliases: tuple[str, ...] = (),
    *,
    is_required: bool = True,
) -> Column:
    """One of a few words."""
    return Column(
        name=name,
        label=label,
        kind=Kind.CHOICE,
        choices=choices,
        definition=definition,
        aliases=aliases,
        is_required=is_required,
    )
