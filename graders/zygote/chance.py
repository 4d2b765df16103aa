"""Every source of chance that a solution may draw from without being asked to."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable

import torch

# Held here: a solution may have replaced them.
_seed_processor: Callable[[int], torch.Generator] = torch.default_generator.manual_seed
_seed_python = random.seed
_has_card: Callable[[], bool] = torch.cuda.is_initialized
_seed_cards: Callable[[int], None] = torch.cuda.manual_seed_all
NUMPY_SEEDS = 2**32


def seed_torch(seed: int) -> torch.Generator:
    """What ``torch.manual_seed`` does for the devices that there are, the processor's generator in return.

    torch's own notes for every other kind who asked, stack and all, which takes it milliseconds.
    """
    generator = _seed_processor(int(seed))
    if _has_card():
        _seed_cards(int(seed))
    return generator


def seed_quickly() -> None:
    """In the zygote: many solutions begin with ``torch.manual_seed``."""
    torch.manual_seed = torch.random.manual_seed = seed_torch


def begin_with(seed: int) -> None:
    """Put torch, Python and, where it is loaded, NumPy to where ``seed`` lets them begin."""
    seed_torch(seed)
    _seed_python(seed)
    numpy = sys.modules.get("numpy.random")
    if numpy is not None:
        numpy.seed(seed % NUMPY_SEEDS)
