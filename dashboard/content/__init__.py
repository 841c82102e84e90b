"""What is a town's own on the screen, out of `data/content`: `content()` is all of it, checked."""

from dashboard.content.declared import Content, FactPair, FactRatio, FactTarget, Mechanism, ThemePage
from dashboard.content.reading import content, read_content

__all__ = ["Content", "FactPair", "FactRatio", "FactTarget", "Mechanism", "ThemePage", "content", "read_content"]
