"""The gradebook's arithmetic: exact decimals, rounded once per cell; a total is what its cells add up to."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

HUNDREDTH = Decimal("0.01")
TENTH = Decimal("0.1")
ONE = Decimal(1)
ZERO = Decimal(0)


def earned(fraction: Decimal, points: Decimal) -> Decimal:
    """Points for a share of an item: to the hundredth, half up, never below none or above all."""
    share = min(max(fraction, ZERO), ONE)
    return (share * points).quantize(HUNDREDTH, ROUND_HALF_UP)


def fraction_of(score: Decimal, maximum: Decimal) -> Decimal:
    """The share that a score is. An item without points gives none."""
    return score / maximum if maximum > 0 else ZERO


def total(values: Iterable[Decimal | None]) -> Decimal:
    """The sum of the cells as they are shown; what has not been begun counts as nothing."""
    return sum((value for value in values if value is not None), ZERO).quantize(HUNDREDTH)


def percent(value: Decimal, maximum: Decimal) -> Decimal | None:
    """``value`` in hundredths of ``maximum``, to one place; None where there is nothing to earn."""
    if maximum <= 0:
        return None
    return (value * 100 / maximum).quantize(TENTH, ROUND_HALF_UP)
