"""Arbitrary job frames to a cell: it answers or ends, and the engine goes on."""

from __future__ import annotations

import json
import time
from typing import Any

from hypothesis import strategies as st

from graders.contract.frame import PREFIX, FrameError, encode, prefix_lengths
from graders.engine import Engine
from graders.engine.fault import ProcessLost
from graders.engine.link import CellGone, CellTimeout
from graders.package import Package
from tests.hostile.fuzz.fuzzer import mutated, still_sound

SECONDS = 2.0
WAITING = 0.05
SOUND_EVERY = 10
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 9)
    | st.floats()
    | st.sampled_from(("x", "y", "m", "conv2d", "float64", "nan"))
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
_OPERATIONS = (
    "construct",
    "load",
    "call",
    "mode",
    "seed",
    "backward",
    "read",
    "hold",
    "read_held",
    "parameters",
    "fails",
    "relation",
    "distributed",
    "execute",
    "_input",
    "nothing",
)
_STEP_KEYS = (
    "target",
    "literals",
    "args",
    "options",
    "into",
    "several",
    "slot",
    "names",
    "values",
    "wrt",
    "of",
    "at",
    "cotangent",
    "seed",
    "training",
    "name",
    "error",
    "step",
)


class JobFuzzer:
    """Sends frames to real cells, each to a fresh one that has loaded a right solution or nothing."""

    suffix = ".job"

    def __init__(self, engine: Engine, package: Package) -> None:
        self.engine, self.package = engine, package
        self._drawn = engine.draw(package, 7)
        self._load = encode(
            {"do": "load", "source": package.accepted[0].source, "entry": package.entry, "forbidden": []}
        )
        self._tried = 0

    def examples(self) -> st.SearchStrategy[bytes]:
        plans = [subject.plan.frame() for subject in self._drawn.subjects]
        declare = encode({"do": "declare", "source": self.package.cases, "seed": 1, "dtype": "float32"})
        survey = encode({"do": "survey", "patterns": ["convolution"]})
        sound = st.sampled_from([*plans, self._load, declare, survey])
        return mutated(sound) | _heads() | mutated(_heads()) | st.binary(max_size=100)

    def outcome(self, example: bytes) -> str:
        try:
            return self._outcome(example)
        except ProcessLost:
            # On a machine that others use, the kernel may give a cell no time: told as our fault.
            return "waits for a processor"

    def _outcome(self, example: bytes) -> str:
        self._tried += 1
        loaded = self._tried % 4 != 0
        with self.engine.zygote.cell(memory_mib=self.package.limits.memory_mib) as cell:
            if loaded:
                cell.ask(self._load, time.monotonic() + SECONDS)
            whole = _is_whole(example)
            try:
                answer = cell.ask(example, time.monotonic() + (SECONDS if whole else WAITING))
                found = "answered " + str(answer.head.get("status") or sorted(answer.head)[:1])
            except CellGone:
                found = "ended"
            except FrameError:
                found = "not a frame"
            except CellTimeout:
                assert not whole, "a cell neither answers nor ends"
                found = "waits for the rest"
        if self._tried % SOUND_EVERY == 0:
            still_sound(self.engine, self.package)
        return found


def _is_whole(example: bytes) -> bool:
    """Does it hold all that its prefix announces? Then a cell has nothing to wait for."""
    if len(example) < PREFIX.size:
        return False
    try:
        return sum(prefix_lengths(example[: PREFIX.size])) + PREFIX.size <= len(example)
    except FrameError:
        return True


def _heads() -> st.SearchStrategy[bytes]:
    """Frames whose lengths fit, around heads that nearly make sense."""
    step = st.fixed_dictionaries(
        {"op": st.sampled_from(_OPERATIONS) | _VALUES}, optional=dict.fromkeys(_STEP_KEYS, _VALUES)
    )
    given = st.fixed_dictionaries({}, optional={"index": _VALUES, "layout": _VALUES, "grad": _VALUES})
    case = st.fixed_dictionaries(
        {},
        optional={
            "inputs": st.dictionaries(st.sampled_from(("x", "weight", "bias")), given, max_size=3) | _VALUES,
            "steps": st.lists(step, max_size=4) | _VALUES,
            "cotangent_seed": _VALUES,
        },
    )
    head = st.fixed_dictionaries(
        {"do": st.sampled_from(("load", "case", "declare", "survey", "stop", "_run")) | _VALUES},
        optional={
            "case": case | _VALUES,
            "cast": st.sampled_from(("", "float64", "nothing", "Tensor")) | _VALUES,
            "source": st.just("def conv2d(*a): return a") | _VALUES,
            "entry": st.just("conv2d") | _VALUES,
            "forbidden": st.lists(st.sampled_from(("convolution", "autograd", "(", ".*")), max_size=2)
            | _VALUES,
            "patterns": _VALUES,
            "seed": _VALUES,
            "dtype": _VALUES,
            "tensors": st.just([]) | _VALUES,
        },
    )
    return head.map(_frame)


def _frame(head: dict[str, Any]) -> bytes:
    text = json.dumps({"tensors": [], **head}).encode()
    return PREFIX.pack(b"DLQ1", len(text), 0) + text
