"""Families whose figures count persons, each behind its own figure."""

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity


def of_persons(
    name: str,
    label: str,
    mart: str,
    base: str,
    columns: dict[str, dict[str, str]],
    quantities: tuple[Quantity, ...],
    dimensions: tuple[str, ...] = (),
    minimum: int = 3,
    *,
    adds_up: bool = True,
) -> Family:
    """A family of which every figure counts persons; `columns` gives the pieces of each column by name."""
    return Family(
        name=name,
        label=label,
        mart=mart,
        base=base,
        contributors=Contributors.PERSONS,
        columns=tuple(Column(column, pieces) for column, pieces in columns.items()),
        quantities=quantities,
        dimensions=dimensions,
        minimum=minimum,
        adds_up=adds_up,
    )


def of_counts(
    name: str, label: str, mart: str, base: str, *counts: str, dimensions: tuple[str, ...] = (), minimum: int = 3
) -> Family:
    """Counts that have nothing to do with each other, each a column of the mart."""
    columns = {count: {"": count} for count in counts}
    quantities = tuple(Quantity(count, {count: "true"}) for count in counts)
    return of_persons(name, label, mart, base, columns, quantities, dimensions, minimum)
