"""The register of metrics: `metrics/<theme>.py` declares those of one theme."""

from importlib import import_module

from dashboard.metrics.marts import MARTS
from dashboard.metrics.metric import THEMES, Metric


def _registered(metrics: tuple[Metric, ...]) -> dict[str, Metric]:
    for word in ("name", "label"):
        values = [getattr(metric, word) for metric in metrics]
        repeated = {value for value in values if values.count(value) > 1}
        if repeated:
            raise ValueError(f"two metrics have one {word}: {sorted(repeated)}")
    return {metric.name: metric for metric in metrics}


METRICS = _registered(
    tuple(metric for theme in THEMES for metric in import_module(f"dashboard.metrics.definitions.{theme}").METRICS)
)


def metric(name: str) -> Metric:
    """The metric of that name. Raises KeyError."""
    return METRICS[name]


def dimension_label(name: str, mart: str) -> str:
    """What readers call a dimension of a mart: `industry` → `行业`. Raises KeyError."""
    return {dimension.name: dimension.label for dimension in MARTS[mart].dimensions}[name]
