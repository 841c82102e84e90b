"""The two palettes of the design as tokens, and what can be computed from a colour."""

from dataclasses import dataclass, fields
from typing import Literal

FONT_FAMILY = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'
TEXT_SIZE = 14
NOTE_SIZE = 12


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The colours of one mode. `accent` marks one thing to look at and is never a series; `late` is for 超期/受阻."""

    name: Literal["light", "dark"]
    ground: str
    surface: str
    ink: str
    second_ink: str
    rule: str
    accent: str
    better: str
    worse: str
    late: str
    missing: str
    others: str
    series: tuple[str, ...]
    sequential: tuple[str, ...]


LIGHT = Theme(
    name="light",
    ground="#FAF8F5",
    surface="#FFFFFF",
    ink="#1F2328",
    second_ink="#5B6168",
    rule="#E4DFD8",
    accent="#A3201B",
    better="#0B6E63",
    worse="#9A5200",
    late="#B3261E",
    missing="#F3F1EC",
    others="#8A8A84",
    series=("#0E4F66", "#C2553A", "#D6A22E", "#8DB580", "#5AA0D8", "#7A5AA6"),
    sequential=("#E3EBEC", "#B5CCD3", "#7FA8B5", "#437D92", "#0E4F66"),
)
DARK = Theme(
    name="dark",
    ground="#15171A",
    surface="#1D2024",
    ink="#ECE8E1",
    second_ink="#A7ABB0",
    rule="#2E3238",
    accent="#E4604E",
    better="#3FB7A6",
    worse="#E0A045",
    late="#FF6B5E",
    missing="#24282D",
    others="#8A8A84",
    series=("#4FA3BD", "#C2553A", "#D6A22E", "#8DB580", "#5AA0D8", "#7A5AA6"),
    sequential=("#27363E", "#2F5060", "#3A6F84", "#4C93AB", "#7CC4DA"),
)


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue (0–255) of a colour written `#RRGGBB`."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """Relative luminance (0–1) as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (1–21) as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(fill: str) -> str:
    """The text colour, dark or light ink, that reads better on `fill`."""
    return max((LIGHT.ink, LIGHT.surface), key=lambda ink: contrast(ink, fill))


def translucent(color: str, alpha: float) -> str:
    """The colour as `rgba(…)` with the given opacity (0–1)."""
    return "rgba({},{},{},{})".format(*channels(color), alpha)


def css_tokens(theme: Theme) -> dict[str, str]:
    """The single colours of a theme by the names of their CSS variables, without the dashes before them."""
    names = [field.name for field in fields(Theme) if isinstance(getattr(theme, field.name), str)][1:]
    return {name.replace("_", "-"): getattr(theme, name) for name in names} | {"series-1": theme.series[0]}
