"""Figures of the lessons: a file for each topic, whose ``FIGURES`` says what draws each picture."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module


def figures() -> dict[str, Callable[[], str]]:
    """Every figure by topic and file: ``convolution/sliding-kernel.svg``."""
    found: dict[str, Callable[[], str]] = {}
    for info in pkgutil.iter_modules(__path__):
        drawn = import_module(f"{__name__}.{info.name}").FIGURES
        found |= {f"{info.name.replace('_', '-')}/{name}": draw for name, draw in drawn.items()}
    return found
