"""Finds the generators: a folder for each topic, a file for each generator with a function ``vary``."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from types import ModuleType

from dlquiz.questions.generators.variation import Variation

Generator = Callable[[int], Variation]


def generators_in(package: ModuleType) -> dict[str, Generator]:
    """By the name of the file. Two files of one name are a fault, whichever topics they are of."""
    found: dict[str, Generator] = {}
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = import_module(info.name)
        vary = getattr(module, "vary", None)
        if vary is None:
            continue
        name = info.name.rpartition(".")[2]
        if name in found:
            raise ValueError(f"two generators are called {name!r}")
        found[name] = vary
    return found
