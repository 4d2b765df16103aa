"""``draw``: the only source of randomness of a package, and the extreme inputs that students forget."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

import torch
from torch import Tensor

from graders.authoring.error import CaseError

T = TypeVar("T")


class Draw:
    """The only source of randomness of a package: one secret seed, one dtype, one device.

    The same seed draws the same values in every dtype, but for rounding, and on every device.
    """

    def __init__(self, seed: int, dtype: str = "float32", device: str = "cpu") -> None:
        self.dtype: torch.dtype = getattr(torch, dtype)
        self.device = torch.device(device)
        # Drawn on the CPU whatever the device: another device's generator gives other numbers.
        self._tensors = torch.Generator().manual_seed(seed % (1 << 63))
        self._scalars = random.Random(seed)

    def _as(self, drawn: Tensor, dtype: str | None) -> Tensor:
        return drawn.to(self.device, getattr(torch, dtype) if dtype else self.dtype)

    def _randn(self, shape: Sequence[int]) -> Tensor:
        return torch.randn(tuple(shape), generator=self._tensors, dtype=torch.float64)

    def _rand(self, shape: Sequence[int]) -> Tensor:
        return torch.rand(tuple(shape), generator=self._tensors, dtype=torch.float64)

    def normal(self, *shape: int, mean: float = 0.0, std: float = 1.0, dtype: str | None = None) -> Tensor:
        """Independent normal values of that mean and standard deviation."""
        return self._as(self._randn(shape) * std + mean, dtype)

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0, dtype: str | None = None) -> Tensor:
        """Independent values, uniform in [low, high)."""
        return self._as(self._rand(shape) * (high - low) + low, dtype)

    def integer_tensor(self, *shape: int, low: int = 0, high: int = 10, dtype: str = "int64") -> Tensor:
        """Independent integers in [low, high), of ``dtype`` (a float dtype is allowed)."""
        return self._as(torch.randint(low, high, shape, generator=self._tensors), dtype)

    def integers(self, low: int, high: int) -> int:
        """One integer in [low, high], both ends included."""
        return self._scalars.randint(low, high)

    def choice(self, options: Sequence[T]) -> T:
        """One of ``options``."""
        return self._scalars.choice(options)

    def extreme(self, *shape: int, size: float = 1e4, dtype: str | None = None) -> Tensor:
        """Values of either sign between ``size / 2`` and ``size``: logits whose ``exp`` overflows."""
        signs = 1 - 2 * (self._rand(shape) < 0.5).double()
        return self._as(signs * (1 + self._rand(shape)) * size / 2, dtype)

    def masked(self, *shape: int, rate: float = 0.5, rows: int = 1, dtype: str | None = None) -> Tensor:
        """Normal values of which about ``rate`` are ``-inf``, as under a mask.

        A row is what the last axis holds. ``rows`` of them, drawn anew each time, are masked from end to
        end; each of the others keeps at least one value.
        """
        if not shape or not 0 <= rate < 1:
            raise CaseError("masked(...) needs a shape, and a rate from 0 to below 1")
        count = math.prod(shape[:-1])
        if not 0 <= rows <= count:
            raise CaseError(f"masked(...) has {count} rows and cannot mask {rows}")
        hidden = self._rand((count, shape[-1])) < rate
        kept = torch.randint(0, shape[-1], (count, 1), generator=self._tensors)
        hidden.scatter_(1, kept, False)
        hidden[torch.randperm(count, generator=self._tensors)[:rows]] = True
        return self._as(self._randn(shape).masked_fill(hidden.reshape(shape), -math.inf), dtype)

    def constant(self, *shape: int, vary: int = 0, whole: int = 0, dtype: str | None = None) -> Tensor:
        """One value repeated: its variance is 0. Along the first ``vary`` axes the value differs.

        ``whole`` draws whole numbers from ``-whole`` to ``whole``, whose sums are free of rounding.
        """
        lead = tuple(shape[:vary]) + (1,) * (len(shape) - vary)
        if whole:
            drawn = torch.randint(-whole, whole + 1, lead, generator=self._tensors).double()
        else:
            drawn = self._randn(lead)
        return self._as(drawn, dtype).expand(shape).contiguous()

    def denormal(self, *shape: int, dtype: str | None = None) -> Tensor:
        """Values of either sign below the smallest normal number of the dtype."""
        kind = getattr(torch, dtype) if dtype else self.dtype
        signs = 1 - 2 * (self._rand(shape) < 0.5).double()
        # Not nearer to 0 than a sixteenth, so that even bfloat16 has digits for it.
        size = torch.finfo(kind).tiny * (1 / 16 + self._rand(shape) * 7 / 8)
        return self._as(signs * size, dtype)
