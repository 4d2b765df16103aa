"""What is turned down before any code is run."""

from __future__ import annotations

from graders.contract import Message
from graders.package import Package


def unreadable(package: Package, source: str) -> Message | None:
    """Why ``source`` is not even handed to a cell, if so."""
    if len(source.encode("utf-8", "replace")) > package.limits.source_kib * 1024:
        return Message("source_too_large", {"limit_kib": package.limits.source_kib})
    place = source.find("\0")
    if place >= 0:
        # Told here, because Pythons differ: to some it is a SyntaxError, to others a ValueError.
        return Message("null_character", {"line": source.count("\n", 0, place) + 1})
    return None
