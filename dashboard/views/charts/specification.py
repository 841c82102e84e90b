"""What every specification of a chart has in common: two of the same are equal."""

from collections.abc import Sequence


class Specification:
    """Holds its sequences as tuples, so that two charts of the same are equal and a drawn one is found again."""

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, list | tuple):
                object.__setattr__(self, name, _as_tuple(value))


def _as_tuple(value: Sequence[object]) -> tuple[object, ...]:
    return tuple(_as_tuple(item) if isinstance(item, list | tuple) else item for item in value)
