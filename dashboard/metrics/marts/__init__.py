"""What the warehouse must offer: every module of this folder declares the marts of one theme."""

from importlib import import_module
from pkgutil import iter_modules

from dashboard.metrics.marts.mart import FINEST, Coverage, Dimension, Mart

__all__ = ["FINEST", "MARTS", "Coverage", "Dimension", "Mart"]


def _declared() -> dict[str, Mart]:
    themes = [module.name for module in iter_modules(__path__) if module.name != "mart"]
    marts = [mart for theme in themes for mart in import_module(f"{__name__}.{theme}").MARTS]
    found = {mart.name: mart for mart in marts}
    if len(found) != len(marts):
        raise ValueError("two marts have one name")
    return found


MARTS = _declared()
