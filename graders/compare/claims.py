"""What a cell says in words, bounded and cleaned: it may be anything, and is shown to students and stored."""

from __future__ import annotations

import builtins
import math
import re
from typing import Any

import numpy as np

TEXT, KEYS, LISTED, LARGEST = 500, 8, 16, 1 << 53
# Not storable as text everywhere: null characters and halves of surrogate pairs.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_TORCH_TYPES = ("Tensor", "Parameter", "Size", "dtype", "device", "layout", "memory_format", "Generator")

# What a cell does not have, and a solution may have asked for: see ``graders.zygote.unavailable``.
UNAVAILABLE = (
    "no_threads", "no_processes", "no_workers", "no_compiler", "no_network", "no_files", "no_module",
    "no_cuda",
)  # fmt: skip

# Faults of a graphics card, see ``graders.zygote.device_faults``.
DEVICE_FAULTS = ("device_assert", "device_fault", "device_lost")


def text(value: Any, length: int = TEXT) -> str:
    """``value`` as text that can be stored and shown; empty where it is none."""
    return _UNSTORABLE.sub("\ufffd", value[:length]) if isinstance(value, str) else ""


def params(value: Any) -> dict[str, Any]:
    """Numbers, truth values and short texts by name, at most ``KEYS`` of them; whatever else is left out."""
    if not isinstance(value, dict):
        return {}
    found = ((text(key, 40), _scalar(part)) for key, part in list(value.items())[:KEYS])
    return {key: part for key, part in found if part is not None}


def tried(value: Any) -> tuple[dict[str, Any], ...]:
    """The forbidden operators that were called: ``operator`` by name, and the solution's ``line``."""
    listed = value[:LISTED] if isinstance(value, list) else []
    return tuple(
        {"operator": text(item.get("operator"), 80) or "?", "line": count(item.get("line"))}
        for item in listed
        if isinstance(item, dict)
    )


def error(value: Any) -> dict[str, Any] | None:
    """``type``, ``message`` and ``lines`` (``line``, ``text``, ``function``) of an exception."""
    if not isinstance(value, dict):
        return None
    listed = value.get("lines")
    lines = [
        {
            "line": count(item.get("line")),
            "text": text(item.get("text"), 200),
            "function": text(item.get("function"), 80),
        }
        for item in (listed[:LISTED] if isinstance(listed, list) else [])
        if isinstance(item, dict)
    ]
    return {"type": exception_name(value.get("type")), "message": text(value.get("message")), "lines": lines}


def count(value: Any) -> int:
    """A number that counts something, of lines for example; 0 for all else."""
    return value if type(value) is int and 0 <= value < LARGEST else 0


def exception_name(value: Any) -> str:
    """A builtin exception's name: one of the solution's own could say anything."""
    kind = getattr(builtins, value, None) if isinstance(value, str) else None
    return kind.__name__ if isinstance(kind, type) and issubclass(kind, BaseException) else "Exception"


def type_name(value: Any) -> str:
    """The name of a type of Python, NumPy or torch, and ``object`` for any other."""
    if not isinstance(value, str) or not value:
        return ""
    owner, _, name = value.rpartition(".")
    if owner == "torch":
        return value if name in _TORCH_TYPES else "object"
    known = {"": builtins, "numpy": np}.get(owner)
    found = getattr(known, name, None)
    if isinstance(found, type) or value in ("NoneType", "function", "generator", "module"):
        return value
    return "object"


def _scalar(value: Any) -> Any:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, bool) or (type(value) is int and abs(value) <= LARGEST):
        return value
    return value if isinstance(value, float) and math.isfinite(value) else None
