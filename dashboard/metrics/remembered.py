"""Keeps what was asked or built of a version, so that coming back to a selection costs a look-up."""

from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from dashboard.metrics.areas import Area
from dashboard.metrics.warehouse import Warehouse

Built = TypeVar("Built")
Arguments = ParamSpec("Arguments")


def remembered(
    build: Callable[Concatenate[Warehouse, Arguments], Built],
) -> Callable[Concatenate[Warehouse, Arguments], Built]:
    """The builder, whose first argument is the warehouse; the same other arguments get the same, shared view.

    The builder raises TypeError for an argument that cannot be hashed.
    """

    @wraps(build)
    def ask(warehouse: Warehouse, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Built:
        key = (build.__module__, build.__qualname__, *map(_key, args), *map(_key, kwargs.items()))
        return warehouse.remember(key, lambda: build(warehouse, *args, **kwargs))

    return ask


def _key(value: object) -> Hashable:
    """The key of an argument: an area is its code, a sequence is a tuple."""
    if isinstance(value, Area):
        return value.area_code
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_key, value))
    if isinstance(value, Hashable):
        return value
    raise TypeError(f"{value!r} cannot be remembered")
