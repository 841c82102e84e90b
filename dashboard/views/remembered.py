"""Keeps what a builder of views has built, so that coming back to a selection costs a look-up."""

from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from typing import Any, TypeVar

from dashboard.metrics.areas import Area
from dashboard.metrics.warehouse import Warehouse

Built = TypeVar("Built")


def remembered(build: Callable[..., Built]) -> Callable[..., Built]:
    """The builder, whose first argument is the warehouse; the same other arguments get the same, shared view."""

    @wraps(build)
    def ask(warehouse: Warehouse, *given: Any, **named: Any) -> Built:
        key = (build.__module__, build.__qualname__, *map(_word, given), *(_word(pair) for pair in named.items()))
        return warehouse.remember(key, lambda: build(warehouse, *given, **named))

    return ask


def _word(value: Any) -> Hashable:
    """A short stand-in for an argument: areas by their code, lists as tuples."""
    if isinstance(value, Area):
        return value.area_code
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_word, value))
    return value
