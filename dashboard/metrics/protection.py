"""Which figures of a metric are withheld, as the version decided, and by what rule readers are told that they are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Protection:
    """Where `mart.withheld` says which figures are not shown: any of the `quantities` of a `family`.

    The decision was made when the version was built; `contributors` and `minimum` tell readers by what rule.
    `dimensions` are those that it was made for, all of the mart's by default. A figure that `is_rounded` is a quotient
    of which the digits beyond those shown would give somebody away.
    """

    family: str
    quantities: tuple[str, ...]
    contributors: str = "人数"
    minimum: int = 3
    dimensions: tuple[str, ...] | None = None
    is_rounded: bool = False

    def __post_init__(self) -> None:
        if not self.quantities or self.minimum < 2:
            raise ValueError("a protection that protects nothing")


def persons(family: str, *quantities: str, minimum: int = 3, dimensions: tuple[str, ...] | None = None) -> Protection:
    """A count of one or two persons is not shown, nor what gives it away."""
    return Protection(family, quantities, minimum=minimum, dimensions=dimensions)
