"""What a run of a case showed, as the grader holds it: NumPy arrays made from raw bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
    """Everything a run of one case showed. All but ``seconds`` is a claim of the cell."""

    status: str
    observed: Mapping[str, Observation]
    code: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    error: Mapping[str, Any] | None = None
    tried: tuple[Mapping[str, Any], ...] = ()
    seconds: float = 0.0
    too_large: bool = False

    def array(self, name: str) -> Array | None:
        found = self.observed.get(name)
        return None if found is None else found.array


def to_array(raw: RawTensor) -> Array:
    """The values of a raw tensor, without a copy where NumPy has the dtype."""
    if raw.dtype == "bfloat16":
        halves = np.frombuffer(raw.data, dtype=np.uint16).astype(np.uint32)
        return (halves << 16).view(np.float32).reshape(raw.shape)
    return np.frombuffer(raw.data, dtype=_NUMPY[raw.dtype]).reshape(raw.shape)


def from_frame(frame: Frame, seconds: float = 0.0) -> Evidence:
    """The evidence in a cell's answer; ``FrameError`` where it is not what a cell answers."""
    head = frame.head
    status = head.get("status")
    entries = head.get("observed", [])
    if status not in STATUSES or not isinstance(entries, list):
        raise FrameError("not an answer to a case")
    observed = {}
    for entry in entries:
        found = _observation(entry, frame.tensors)
        observed[found.name] = found
    return Evidence(
        status=str(status),
        observed=observed,
        code=_text(head.get("code", ""), 60),
        params=_mapping(head.get("params")),
        error=_mapping(head["error"]) if isinstance(head.get("error"), dict) else None,
        tried=tuple(_mapping(item) for item in head.get("tried", [])[:16])
        if isinstance(head.get("tried"), list)
        else (),
        seconds=seconds,
        too_large=head.get("too_large") is True,
    )


def _observation(entry: Any, tensors: tuple[RawTensor, ...]) -> Observation:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise FrameError("not an observation")
    kind, index = _text(entry.get("kind", ""), 20), entry.get("index")
    if kind != "tensor":
        more = {key: entry[key] for key in ("wanted", "got") if isinstance(entry.get(key), int)}
        listed = _listed(entry.get("items"))
        return Observation(
            entry["name"], kind, type=_text(entry.get("type", ""), 60), more=more, listed=listed
        )
    if type(index) is not int or not 0 <= index < len(tensors):
        raise FrameError("an observation without its tensor")
    raw = tensors[index]
    # dtype and shape are read off the bytes that came, not off what the cell says about them.
    more = {"grad": entry.get("grad") is True}
    return Observation(entry["name"], kind, "torch.Tensor", raw.dtype, raw.shape, to_array(raw), more)


def _listed(items: Any) -> tuple[Listed, ...]:
    """What a cell says of a module's parameters; ``FrameError`` where it cannot be read."""
    if items is None:
        return ()
    try:
        return tuple(
            Listed(_text(name, NAME_LENGTH), _shape(shape), learned is True)
            for name, shape, learned in items[:LISTED_MOST]
        )
    except (TypeError, ValueError, KeyError) as error:
        raise FrameError("not a list of parameters") from error


def _shape(sizes: Any) -> tuple[int, ...]:
    if len(sizes) > MAX_DIMENSIONS or not all(type(size) is int and 0 <= size < 1 << 40 for size in sizes):
        raise ValueError("not a shape")
    return tuple(sizes)


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _text(value: Any, length: int) -> str:
    return value[:length] if isinstance(value, str) else ""
