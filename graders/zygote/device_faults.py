"""Faults of a graphics card as torch tells them: after one, the process can use the card no more.

What a cell says of it is a claim; whose fault it is the grader decides, see ``graders.engine.card``.
"""

from __future__ import annotations

CODES = ("device_assert", "device_fault", "device_lost")
_ASSERTED = "device-side assert triggered"
_BY_CODE = (
    "an illegal memory access", "misaligned address", "an illegal instruction", "unspecified launch failure",
    "hardware stack error", "invalid program counter", "not supported on global/shared address space",
    "the launch timed out",
)  # fmt: skip
_BY_CARD = (
    "uncorrectable ECC", "uncorrectable NVLink", "unknown error", "no CUDA-capable device",
    "busy or unavailable", "system not yet initialized", "initialization error", "driver shutting down",
    "external device",
)  # fmt: skip


def fault(error: BaseException) -> str:
    """The code of a fault after which this process can use the card no more; empty for all else.

    ``device_assert``: code on the card has stopped itself, as for an index out of range. ``device_fault``:
    the card has stopped it. ``device_lost``: the card itself fails.
    """
    told = str(error) if isinstance(error, RuntimeError) else ""
    if "CUDA error" not in told and "CUDNN_STATUS" not in told:
        return ""
    if _ASSERTED in told:
        return "device_assert"
    if any(words in told for words in _BY_CODE):
        return "device_fault"
    return "device_lost" if any(words in told for words in _BY_CARD) else ""
