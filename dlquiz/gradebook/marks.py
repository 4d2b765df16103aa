"""The gradebook's arithmetic: exact decimals, rounded once per cell; a total is what its cells add up to."""

from collections.abc import Iterable
from decimal import Decimal

from graders.contract.marks import TENTH, half_up

ZERO = Decimal(0)


def fraction_of(score: Decimal, maximum: Decimal) -> Decimal:
    """The share that a score is. An item without points gives none."""
    return score / maximum if maximum > 0 else ZERO


def total(values: Iterable[Decimal | None]) -> Decimal:
    """The sum of the cells as they are shown; what has not been begun counts as nothing."""
    return half_up(sum((value for value in values if value is not None), ZERO))


def percent(value: Decimal, maximum: Decimal) -> Decimal | None:
    """``value`` in hundredths of ``maximum``, to one place; None where there is nothing to earn."""
    if maximum <= 0:
        return None
    return half_up(value * 100 / maximum, TENTH)
