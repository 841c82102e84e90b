"""Turns the size of a change into the word that judges it: by stated thresholds, so that equal figures give equal words."""

from decimal import Decimal

from dashboard.metrics.reading import ChangeKind
from dashboard.text.formats import rounded

# In per cent, or in percentage points for shares; as printed, with one decimal.
STEADY, MARKED = Decimal(1), Decimal(5)
SLIGHT = {"增长": "略增", "下降": "略降"}
RISES, FALLS = {"relative": "增长", "points": "提高"}, "下降"
RULE = (
    f"“略增”“略降”指变动不足{STEADY}%；“总体保持平稳”指同比变动不足{STEADY}%（比率不足{STEADY}个百分点），"
    f"“较多”指达到{MARKED}%（比率{MARKED}个百分点）及以上，其间为“有所”"
)


def slight(verb: str, size: float) -> str:
    """The verb of a change in per cent, `略增` or `略降` where it is less than 1%."""
    return SLIGHT.get(verb, verb) if abs(rounded(size, 1)) < STEADY else verb


def overall(size: float, kind: ChangeKind) -> str:
    """How a theme stands against the year before, by its main figure; empty where that changed by a mere count."""
    if kind not in RISES:
        return ""
    printed = rounded(size, 1)
    if abs(printed) < STEADY:
        return "总体保持平稳"
    verb = RISES[kind] if printed > 0 else FALLS
    return f"同比{verb}较多" if abs(printed) >= MARKED else f"同比有所{verb}"
