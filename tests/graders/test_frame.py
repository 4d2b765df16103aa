"""Frames: what is encoded comes back; what is not a frame is refused and never believed."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graders.compare.evidence import from_frame, to_array
from graders.compare.tensors import difference
from graders.compare.tolerance import Tolerance
from graders.contract.frame import (
    ITEM_BYTES,
    MAX_BODY,
    MAX_HEAD,
    PREFIX,
    Frame,
    FrameError,
    RawTensor,
    decode,
    encode,
    prefix_lengths,
)

shapes = st.lists(st.integers(0, 4), max_size=4).map(tuple)


@st.composite
def raw_tensors(draw: st.DrawFn) -> RawTensor:
    dtype, shape = draw(st.sampled_from(sorted(ITEM_BYTES))), draw(shapes)
    size = ITEM_BYTES[dtype] * int(np.prod(shape, dtype=int))
    return RawTensor(dtype, shape, draw(st.binary(min_size=size, max_size=size)))


def taken_apart(frame: bytes) -> tuple[bytes, bytes]:
    head, body = prefix_lengths(frame[: PREFIX.size])
    return frame[PREFIX.size : PREFIX.size + head], frame[PREFIX.size + head : PREFIX.size + head + body]


@given(st.lists(raw_tensors(), max_size=4))
def test_what_is_encoded_comes_back(tensors: list[RawTensor]) -> None:
    found = decode(*taken_apart(encode({"do": "case"}, tensors)))
    assert found.head == {"do": "case"}
    assert [(t.dtype, t.shape, bytes(t.data)) for t in found.tensors] == [
        (t.dtype, t.shape, bytes(t.data)) for t in tensors
    ]


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_bytes_that_are_no_frame_are_refused(head: bytes, body: bytes) -> None:
    try:
        from_frame(decode(head, body))
    except FrameError:
        return
    raise AssertionError("random bytes were taken for an answer")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "status": st.sampled_from(["done", "crashed"]) | json_values,
            "observed": st.lists(st.dictionaries(st.sampled_from(["name", "kind", "index"]), json_values)),
            "tensors": st.just([]) | json_values,
            "tried": json_values,
            "params": json_values,
            "error": json_values,
        },
    )
)
def test_a_strange_answer_is_refused_or_harmless(head: dict[str, object]) -> None:
    try:
        evidence = from_frame(decode(json.dumps(head).encode(), b""))
    except FrameError:
        return
    assert evidence.status in ("done", "crashed", "forbidden", "out_of_memory")
    assert all(found.array is None for found in evidence.observed.values())


@pytest.mark.parametrize(
    "listed",
    [
        {"dtype": "float32", "shape": [1 << 40]},
        {"dtype": "float32", "shape": [-1]},
        {"dtype": "float32", "shape": [1.5]},
        {"dtype": "float32", "shape": [True]},
        {"dtype": "object", "shape": [1]},
        {"dtype": "float32", "shape": [1] * 9},
        {"dtype": ["float32"], "shape": [1]},
        {"shape": [1]},
        [],
        None,
    ],
)
def test_a_tensor_out_of_bounds_is_refused_before_memory_is_taken(listed: object) -> None:
    with pytest.raises(FrameError):
        decode(json.dumps({"tensors": [listed]}).encode(), b"\0" * 4)


@pytest.mark.parametrize(
    ("head", "body"), [(MAX_HEAD + 1, 0), (0, MAX_BODY + 1), ((1 << 32) - 1, (1 << 64) - 1)]
)
def test_lengths_beyond_the_limits_are_refused(head: int, body: int) -> None:
    with pytest.raises(FrameError):
        prefix_lengths(PREFIX.pack(b"DLQ1", head, body))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(FrameError):
        decode(b'{"tensors":' + b"[" * 100_000, b"")


def test_bfloat16_is_widened() -> None:
    one = RawTensor("bfloat16", (2,), np.array([0x3F80, 0xC000], dtype=np.uint16).tobytes())
    assert to_array(one).tolist() == [1.0, -2.0]


def test_a_signalling_nan_is_compared_without_a_warning() -> None:
    raw = RawTensor("float32", (2,), b"\x81\xff\x81\xff" + bytes(4))
    evidence = from_frame(
        Frame({"status": "done", "observed": [{"name": "y", "kind": "tensor", "index": 0}]}, (raw,))
    )
    actual = evidence.array("y")
    assert actual is not None
    apart = difference(actual, np.zeros(2), Tolerance(0.1, 0.1))
    assert apart is not None
    assert apart.wrong == 1
