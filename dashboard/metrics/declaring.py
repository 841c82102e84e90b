"""Shorthands in which a theme declares its metrics, saying once what many of them have in common."""

from typing import TypedDict, Unpack

from dashboard.metrics.measure import Measure
from dashboard.metrics.metric import Direction, Metric
from dashboard.metrics.protection import Protection


class Details(TypedDict, total=False):
    """The fields of a metric that few have, as a theme's shorthands hand them on."""

    set_aside: Measure | None
    concerned: Measure | None
    protection: Protection | None
    is_maturing: bool
    is_seasonal: bool
    is_further: bool
    noun: str


class Fields(Details, total=False):
    """The fields of a metric that a theme may say once for many."""

    denominator: Measure | None
    decimals: int
    direction: Direction


def figure(
    name: str,
    label: str,
    numerator: Measure,
    unit: str,
    definition: str,
    *,
    theme: str,
    mart: str,
    caliber: str,
    **fields: Unpack[Fields],
) -> Metric:
    """A metric of which its theme says once where it comes from: `partial(figure, theme=…, mart=…, caliber=…)`."""
    return Metric(
        name=name,
        label=label,
        theme=theme,
        mart=mart,
        numerator=numerator,
        unit=unit,
        definition=definition,
        caliber=caliber,
        **fields,
    )


def percentage(
    name: str,
    label: str,
    mart: str,
    parts: tuple[Measure, Measure],
    definition: str,
    caliber: str,
    *,
    theme: str,
    direction: Direction = "higher",
    is_share: bool = True,
    **details: Unpack[Details],
) -> Metric:
    """A share (or another rate, where `is_share` is false) in per cent with one decimal: the first of `parts` ÷ the second."""
    above, below = parts
    return Metric(
        name=name,
        label=label,
        theme=theme,
        mart=mart,
        numerator=above,
        denominator=below,
        unit="%",
        decimals=1,
        scale=100,
        direction=direction,
        definition=definition,
        caliber=caliber,
        is_share=is_share,
        **details,
    )
