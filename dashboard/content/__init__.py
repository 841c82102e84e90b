"""What is a town's own on the screen, out of `data/content`: `content()` is all of it, checked."""

from dashboard.content.declared import (
    BEYOND,
    CITY,
    LANDMARK,
    ROAD,
    TOWN,
    Content,
    FactPair,
    FactRatio,
    FactTarget,
    MapFeature,
    Mechanism,
    ThemePage,
)
from dashboard.content.reading import content, read_content

__all__ = [
    "BEYOND",
    "CITY",
    "LANDMARK",
    "ROAD",
    "TOWN",
    "Content",
    "FactPair",
    "FactRatio",
    "FactTarget",
    "MapFeature",
    "Mechanism",
    "ThemePage",
    "content",
    "read_content",
]
