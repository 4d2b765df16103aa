"""The bounded, non-executable frames that the grader and a cell exchange.

A frame is ``MAGIC | u32 length of the head | u64 length of the body | head | body``. The head is
one JSON object; its key ``tensors`` lists dtype and shape of each tensor, whose bytes (C order,
little endian) follow one another in the body. Nothing in a frame can name code, a type or a file,
and every length is checked before memory is taken for it: a frame from a cell is a stranger's.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MAGIC = b"DLQ1"
PREFIX = struct.Struct("<4sIQ")
# The one byte that a cell says before its first frame, and before it reads anything of a job: what goes wrong
# until then is no fault of the job.
READY = b"\x06"
MAX_HEAD = 1 << 20
MAX_BODY = 64 << 20
MAX_TENSORS = 512
MAX_DIMENSIONS = 8

ITEM_BYTES: Mapping[str, int] = {
    "bool": 1,
    "uint8": 1,
    "int8": 1,
    "int16": 2,
    "int32": 4,
    "int64": 8,
    "float16": 2,
    "bfloat16": 2,
    "float32": 4,
    "float64": 8,
}

# Heads are trees that were made here: nobody has to look for circles in them.
_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False)


class FrameError(ValueError):
    """The bytes are not a frame within the limits."""


@dataclass(frozen=True, slots=True)
class RawTensor:
    """A dense tensor as it travels: ``dtype`` is a key of ``ITEM_BYTES``, ``data`` is in C order."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes | bytearray | memoryview


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: a JSON object and the tensors that it refers to by index."""

    head: dict[str, Any]
    tensors: tuple[RawTensor, ...] = field(default=())


def tensor_bytes(dtype: str, shape: Sequence[int]) -> int:
    """How many bytes a tensor takes; ``FrameError`` for a dtype or shape that may not travel."""
    size = ITEM_BYTES.get(dtype)
    if size is None:
        raise FrameError(f"dtype {dtype!r} may not travel")
    if len(shape) > MAX_DIMENSIONS:
        raise FrameError(f"more than {MAX_DIMENSIONS} dimensions")
    widest = size
    for length in shape:
        if type(length) is not int or not 0 <= length <= MAX_BODY:
            raise FrameError("a dimension is out of bounds")
        size *= length
        widest *= max(length, 1)
    # An axis of length 0 makes no room for the others: no array of such a shape can be made.
    if widest > MAX_BODY:
        raise FrameError("a tensor is larger than a frame may be")
    return size


def encode(head: Mapping[str, Any], tensors: Sequence[RawTensor] = ()) -> bytes:
    """The bytes of one frame. Raises ``FrameError`` where it would break the limits."""
    if len(tensors) > MAX_TENSORS:
        raise FrameError("too many tensors for one frame")
    listed = [{"dtype": t.dtype, "shape": list(t.shape)} for t in tensors]
    for tensor in tensors:
        if tensor_bytes(tensor.dtype, tensor.shape) != len(tensor.data):
            raise FrameError("a tensor's bytes do not match its shape")
    text = _JSON.encode({**head, "tensors": listed}).encode()
    body = sum(len(t.data) for t in tensors)
    if len(text) > MAX_HEAD or body > MAX_BODY:
        raise FrameError("the frame is too large")
    return b"".join([PREFIX.pack(MAGIC, len(text), body), text, *(t.data for t in tensors)])


def prefix_lengths(prefix: bytes) -> tuple[int, int]:
    """Lengths of head and body, from the first ``PREFIX.size`` bytes of a frame."""
    magic, head, body = PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise FrameError("not a frame")
    if head > MAX_HEAD or body > MAX_BODY:
        raise FrameError("the frame is too large")
    return head, body


def decode(head: bytes, body: bytes) -> Frame:
    """The frame made of these two parts; ``FrameError`` when they do not fit together."""
    try:
        value = json.loads(head)
    except (ValueError, RecursionError) as error:
        raise FrameError("the head is not JSON") from error
    if not isinstance(value, dict):
        raise FrameError("the head is not an object")
    listed = value.pop("tensors", None)
    if not isinstance(listed, list) or len(listed) > MAX_TENSORS:
        raise FrameError("the list of tensors is malformed")
    tensors, offset, view = [], 0, memoryview(body)
    for item in listed:
        if not isinstance(item, dict) or not isinstance(item.get("shape"), list):
            raise FrameError("a tensor is not described")
        dtype, shape = item.get("dtype"), tuple(item["shape"])
        if not isinstance(dtype, str):
            raise FrameError("a tensor has no dtype")
        end = offset + tensor_bytes(dtype, shape)
        if end > len(body):
            raise FrameError("the body is shorter than its tensors")
        tensors.append(RawTensor(dtype, shape, view[offset:end]))
        offset = end
    if offset != len(body):
        raise FrameError("the body is longer than its tensors")
    return Frame(value, tuple(tensors))
