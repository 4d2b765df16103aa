"""What a run of a case showed, as the grader holds it: NumPy arrays made from raw bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.compare import claims
from graders.contract.frame import Frame, FrameError, RawTensor

Array = NDArray[Any]

_NUMPY = {
    "bool": np.bool_,
    "uint8": np.uint8,
    "int8": np.int8,
    "int16": np.int16,
    "int32": np.int32,
    "int64": np.int64,
    "float16": np.float16,
    "float32": np.float32,
    "float64": np.float64,
}
NAME_LENGTH, LISTED_MOST, MAX_DIMENSIONS = 200, 2000, 16
STATUSES = ("done", "crashed", "forbidden", "out_of_memory")
# What a cell may say of a case. The other codes are the grader's own words.
CODES = (
    "raised", "wrong_arguments", "missing_attribute", "parameter_misshapen", "exited", "out_of_memory",
    "forbidden_operator",
    *claims.UNAVAILABLE, *claims.DEVICE_FAULTS,
)  # fmt: skip
COUNTED_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Listed:
    """One parameter of a module. ``learned``: gradients are asked for it."""

    name: str
    shape: tuple[int, ...]
    learned: bool


@dataclass(frozen=True, slots=True)
class Observation:
    """One value that a step produced. ``kind`` is ``tensor``, or a word for what was there instead.

    ``dtype`` and ``shape`` are those of the tensor; ``array`` its values (bfloat16 widened to
    float32), None where there are none.
    """

    name: str
    kind: str
    type: str = ""
    dtype: str = ""
    shape: tuple[int, ...] = ()
    array: Array | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    listed: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a run of one case showed. All but what the grader measured is a claim of the cell.

    Measured are ``seconds`` of wall clock, and where the case has a limit ``cpu_seconds`` of processor time
    and ``grown``, bytes of memory of the cell's own at their peak beyond what it had before; None where the
    kernel does not tell. ``device_bytes``: of a graphics card's memory.
    """

    status: str
    observed: Mapping[str, Observation]
    code: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    error: Mapping[str, Any] | None = None
    tried: tuple[Mapping[str, Any], ...] = ()
    seconds: float = 0.0
    too_large: bool = False
    cpu_seconds: float | None = None
    grown: int | None = None
    device_bytes: int = 0

    def array(self, name: str) -> Array | None:
        found = self.observed.get(name)
        return None if found is None else found.array


def to_array(raw: RawTensor) -> Array:
    """The values of a raw tensor, without a copy where NumPy has the dtype."""
    if raw.dtype == "bfloat16":
        widened = np.frombuffer(raw.data, dtype=np.uint16).astype(np.uint32)
        widened <<= 16
        return widened.view(np.float32).reshape(raw.shape)
    return np.frombuffer(raw.data, dtype=_NUMPY[raw.dtype]).reshape(raw.shape)


def from_frame(frame: Frame, seconds: float = 0.0) -> Evidence:
    """The evidence in a cell's answer; ``FrameError`` where it is not what a cell answers."""
    head = frame.head
    status = head.get("status")
    entries = head.get("observed", [])
    if status not in STATUSES or not isinstance(entries, list):
        raise FrameError("not an answer to a case")
    # Once per tensor and not per entry: a stranger's entries may all refer to the same one.
    arrays = [to_array(raw) for raw in frame.tensors]
    observed = {}
    for entry in entries:
        found = _observation(entry, frame.tensors, arrays)
        observed[found.name] = found
    return Evidence(
        status=str(status),
        observed=observed,
        code=head["code"] if head.get("code") in CODES else "",
        params=claims.params(head.get("params")),
        error=claims.error(head.get("error")),
        tried=claims.tried(head.get("tried")),
        seconds=seconds,
        too_large=head.get("too_large") is True,
        device_bytes=claims.count(head.get("device_bytes")),
    )


def _observation(entry: Any, tensors: tuple[RawTensor, ...], arrays: list[Array]) -> Observation:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise FrameError("not an observation")
    kind, index = claims.text(entry.get("kind"), 20), entry.get("index")
    if kind != "tensor":
        counts = {key: entry.get(key) for key in ("wanted", "got", "line")}
        counted = {key: min(n, COUNTED_MOST) for key, n in counts.items() if type(n) is int and n >= 0}
        listed, told = _listed(entry.get("items")), claims.type_name(entry.get("type"))
        return Observation(entry["name"], kind, type=told, more=counted, listed=listed)
    if type(index) is not int or not 0 <= index < len(tensors):
        raise FrameError("an observation without its tensor")
    raw = tensors[index]
    # dtype and shape are read off the bytes that came, not off what the cell says about them.
    more: dict[str, Any] = {
        "grad": entry.get("grad") is True,
        "device": claims.text(entry.get("device"), 20) or "cpu",
    }
    return Observation(entry["name"], kind, "torch.Tensor", raw.dtype, raw.shape, arrays[index], more)


def _listed(items: Any) -> tuple[Listed, ...]:
    """What a cell says of a module's parameters; ``FrameError`` where it cannot be read."""
    if items is None:
        return ()
    try:
        return tuple(
            Listed(claims.text(name, NAME_LENGTH), _shape(shape), learned is True)
            for name, shape, learned in items[:LISTED_MOST]
        )
    except (TypeError, ValueError, KeyError) as error:
        raise FrameError("not a list of parameters") from error


def _shape(sizes: Any) -> tuple[int, ...]:
    if len(sizes) > MAX_DIMENSIONS or not all(type(size) is int and 0 <= size < 1 << 40 for size in sizes):
        raise ValueError("not a shape")
    return tuple(sizes)
