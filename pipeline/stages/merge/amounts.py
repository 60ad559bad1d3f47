"""Comparing quantities: the same, one finer than the other, or in conflict."""

from __future__ import annotations

from pipeline.model import Quantity

# "About 100" covers what rounds to it: one part in ten on each side.
SLACK = 0.1


def key(quantity: Quantity | None) -> str:
    """What two quantities share exactly when they are the same amount of the same unit; empty for none."""
    if quantity is None:
        return ""
    low, high = bounds(quantity)
    about = "~" if quantity.approximate else ""
    return f"{about}{quantity.comparison or ''}{low:.12g}..{high:.12g} {quantity.unit or ''}/{quantity.per or ''}"


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Lowest and highest amount that the words name, scale applied, without slack or comparison."""
    low = quantity.value * quantity.scale
    return low, low if quantity.upper is None else quantity.upper * quantity.scale


def admits(quantity: Quantity) -> tuple[float, float]:
    """Lowest and highest amount that may be meant: slack for approximate values, open ends for comparisons."""
    low, high = bounds(quantity)
    if quantity.comparison in (">", "≥"):
        return low, float("inf")
    if quantity.comparison in ("<", "≤"):
        return float("-inf"), high
    slack = SLACK if quantity.approximate else 0.0
    return low - abs(low) * slack, high + abs(high) * slack


def same_unit(one: Quantity, other: Quantity) -> bool:
    """True when the two count the same thing per the same period."""
    return (one.unit, one.per) == (other.unit, other.per)


def covers(coarse: Quantity | None, fine: Quantity | None) -> bool:
    """True when `fine` lies in what `coarse` admits; no quantity covers every one."""
    if coarse is None:
        return True
    if fine is None or not same_unit(coarse, fine):
        return False
    outer, inner = admits(coarse), admits(fine)
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def clash(one: Quantity, other: Quantity) -> bool:
    """True when no amount fits both."""
    left, right = admits(one), admits(other)
    return same_unit(one, other) and (left[1] < right[0] or right[1] < left[0])
