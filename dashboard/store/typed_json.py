"""Slides as JSON that is read back into the same values: every value is written beside the name of its type."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dashboard.content import MapFeature
from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.meeting.slide_parts import (
    Chart,
    Drill,
    Headed,
    Headline,
    Late,
    MapPicture,
    Matter,
    MeetingName,
    Progress,
    Request,
    Section,
)
from dashboard.metrics.absence import Absence
from dashboard.store.older_slides import TYPE
from dashboard.text.formats import Change, Written
from dashboard.text.joined import DataVersion, Finding, Joined, Measured, Sources, named_by
from dashboard.views.maps import AreaShape, Legend, LegendEntry
from dashboard.views.table import Area, Column, Footer, Period, Table

KINDS = {
    kind.__name__: kind
    for kind in (
        *(RunningOrder, Slide, Chart, Headline, MapPicture, Progress, Drill, Section, Matter, Request),
        *(Table, Column, Footer, Period, Area, Change, Written, AreaShape, Legend, LegendEntry, MapFeature),
    )
}


JOINED = {kind.__name__: kind for kind in (Headed, Late, MeetingName, Finding, Measured, Sources, DataVersion)}
# What a value that JSON has no word for is read back by.
WORDS: dict[str, Callable[[str], object]] = {"absence": Absence, "decimal": Decimal, "day": date.fromisoformat}


def as_json(value: Any) -> Any:
    """A value of a slide as JSON that can be read back into the same value."""
    if is_dataclass(value):
        return {TYPE: type(value).__name__} | {
            one.name: as_json(getattr(value, one.name)) for one in fields(value) if one.init
        }
    if isinstance(value, Joined):
        named = {"named": list(named_by(value))} if named_by(value) else {}
        return {TYPE: type(value).__name__, "parts": list(value.parts)} | named
    if isinstance(value, Absence):
        return {"absence": value.value}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple | list):
        return [as_json(one) for one in value]
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise TypeError(f"a slide holds {value!r}, which no file keeps")


def of_json(told: Any) -> Any:
    """The value that `as_json` wrote."""
    if isinstance(told, list):
        return tuple(map(of_json, told))
    if not isinstance(told, dict):
        return told
    if told.get(TYPE) in JOINED:
        text = JOINED[told[TYPE]](*told["parts"])
        return text.naming(*told.get("named", ())) if isinstance(text, Finding) else text
    if TYPE in told:
        return KINDS[told[TYPE]](**{name: of_json(one) for name, one in told.items() if name != TYPE})
    [(kind, text)] = told.items()
    return WORDS[kind](text)
