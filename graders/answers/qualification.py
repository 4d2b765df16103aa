"""When a question's automatic full marks may stand without a person."""

from __future__ import annotations

import math

# One-sided 95 %: the quantile of the normal distribution.
_QUANTILE = 1.6448536269514722
NEEDED = 0.90


def lower_bound(right: int, total: int) -> float:
    """The one-sided 95 % lower bound of a share of which ``right`` of ``total`` were seen to be right.

    Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
    inference", Journal of the American Statistical Association 22 (1927).
    """
    if not 0 <= right <= total:
        raise ValueError(f"{right} of {total} is no share")
    if not total:
        return 0.0
    share, square = right / total, _QUANTILE**2
    centre = share + square / (2 * total)
    spread = _QUANTILE * math.sqrt(share * (1 - share) / total + square / (4 * total**2))
    return max(0.0, (centre - spread) / (1 + square / total))


def is_qualified(right: int, total: int) -> bool:
    """Whether automatic full marks were right often enough: 25 of 25, for instance."""
    return lower_bound(right, total) >= NEEDED
