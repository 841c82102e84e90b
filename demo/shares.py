"""Controlled totals to whole parts, and the few random draws that the demonstration needs."""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import TypeVar

SEED = "三区联创 demonstration 1"
CENTS = Decimal("0.01")
Key = TypeVar("Key")


def seeded(theme: str) -> Random:
    """A source of chance of the theme's own, so that a change in one theme moves no other."""
    return Random(f"{SEED}: {theme}")


def shares(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to `weights` that sum to `total` exactly (largest remainder)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [math.floor(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts


def money_shares(total: Decimal, weights: Sequence[float]) -> list[Decimal]:
    """Amounts to two decimals in proportion to `weights` that sum to `total` exactly."""
    return [part * CENTS for part in shares(int(total / CENTS), weights)]


def money(amount: float) -> Decimal:
    """`amount` to two decimals."""
    return Decimal(round(amount * 100)) * CENTS


def poisson(random: Random, mean: float) -> int:
    """A Poisson number (Knuth's product of uniforms; for means up to a few dozen)."""
    count, product, bound = 0, random.random(), math.exp(-mean)
    while product > bound:
        count, product = count + 1, product * random.random()
    return count


def draw(random: Random, weights: Mapping[Key, float]) -> Key:
    """One of the keys of `weights`, in proportion to its weight."""
    return random.choices(tuple(weights), tuple(weights.values()))[0]
