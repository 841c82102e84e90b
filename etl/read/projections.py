"""Turns coordinates of Chinese web maps (GCJ-02, BD-09) into WGS84 and back, to less than a centimetre."""

import math
import re
from collections.abc import Callable

Place = tuple[float, float]

# The ellipsoid of the published algorithm (Krassovsky), and what BD-09 puts on top.
AXIS, FLATNESS = 6_378_245.0, 0.006_693_421_622_965_943
BAIDU = math.pi * 3000 / 180
# An inverse is sought until it leads back this close, in degrees: a tenth of a millimetre.
CLOSE, ROUNDS = 1e-9, 50

WGS84, GCJ02, BD09 = SYSTEMS = ("WGS84", "GCJ-02", "BD-09")
# How files name a system, in their head or in their own name.
NAMED = {
    GCJ02: re.compile(r"gcj[\s_-]?0?2|火星", re.IGNORECASE),
    BD09: re.compile(r"bd[\s_-]?0?9|百度", re.IGNORECASE),
}


def named_system(text: str) -> str | None:
    """The system of a web map that a text names, None where it names none."""
    return next((system for system, name in NAMED.items() if name.search(text)), None)


def _shift(x: float, y: float) -> Place:
    """The sums of the published algorithm, for longitude less 105 and latitude less 35 degrees."""
    root = math.sqrt(abs(x))
    waves = 20 * math.sin(6 * x * math.pi) + 20 * math.sin(2 * x * math.pi)
    along = 20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)
    far = 150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (waves + along + far) * 2 / 3
    across = 20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)
    up = 160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (waves + across + up) * 2 / 3
    return east, north


def to_gcj02(place: Place) -> Place:
    """WGS84 longitude and latitude (degrees) as GCJ-02 has them."""
    longitude, latitude = place
    east, north = _shift(longitude - 105, latitude - 35)
    angle = math.radians(latitude)
    bend = 1 - FLATNESS * math.sin(angle) ** 2
    up = math.degrees(north / (AXIS * (1 - FLATNESS) / (bend * math.sqrt(bend))))
    return longitude + math.degrees(east / (AXIS / math.sqrt(bend) * math.cos(angle))), latitude + up


def _gcj02_to_bd09(place: Place) -> Place:
    x, y = place
    reach = math.hypot(x, y) + 0.00002 * math.sin(y * BAIDU)
    turn = math.atan2(y, x) + 0.000003 * math.cos(x * BAIDU)
    return reach * math.cos(turn) + 0.0065, reach * math.sin(turn) + 0.006


def to_bd09(place: Place) -> Place:
    """WGS84 longitude and latitude (degrees) as BD-09 has them."""
    return _gcj02_to_bd09(to_gcj02(place))


FORWARD: dict[str, Callable[[Place], Place]] = {WGS84: lambda place: place, GCJ02: to_gcj02, BD09: to_bd09}


def to_wgs84(place: Place, system: str) -> Place:
    """WGS84 longitude and latitude of a place in one of `SYSTEMS`. Raises KeyError for another system."""
    forward = FORWARD[system]
    found = place
    for _ in range(ROUNDS):
        there = forward(found)
        miss = place[0] - there[0], place[1] - there[1]
        found = found[0] + miss[0], found[1] + miss[1]
        if max(map(abs, miss)) < CLOSE:
            break
    return found
