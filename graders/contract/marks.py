"""The one rule by which marks are rounded: half up, as teachers do it, and in decimals only.

Floats come in by the digits that they are written with: 0.125 is a half of a hundredth and becomes 0.13.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")
HUNDREDTH = Decimal("0.01")
TEN_THOUSANDTH = Decimal("0.0001")


def exact(value: Decimal | float) -> Decimal:
    """The value by the digits that it is written with."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def half_up(value: Decimal | float, step: Decimal = HUNDREDTH) -> Decimal:
    """``value`` to the nearest multiple of ``step``, a power of ten; of two equally near the larger."""
    return exact(value).quantize(step, ROUND_HALF_UP)


def earned(share: Decimal, points: Decimal) -> Decimal:
    """Points for a share of what something is worth: to the hundredth, never below none or above all."""
    return half_up(min(max(share, Decimal(0)), Decimal(1)) * points)
