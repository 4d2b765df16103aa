"""Arbitrary bytes as a cell's answer to a case: the grader classifies every one, and passes none."""

from __future__ import annotations

import json
import os
import subprocess
import time
from typing import Any

from hypothesis import strategies as st

from graders.compare.evidence import from_frame
from graders.compare.subject import Subject
from graders.contract.frame import ITEM_BYTES, PREFIX, Frame, FrameError, RawTensor, encode
from graders.engine import Engine
from graders.engine.caseset import CaseSet
from graders.engine.link import CellGone, CellLink, CellTimeout, Ended
from graders.package import Package
from tests.hostile.fuzz.fuzzer import judged, mutated

SECONDS = 5.0
MOST = 60_000
# What a cell says, and what it would never say.
_WORDS = st.sampled_from(
    (
        "done",
        "crashed",
        "forbidden",
        "out_of_memory",
        "pass",
        "tensor",
        "other",
        "count",
        "listing",
        "raised",
        "missing_attribute",
        "parameter_misshapen",
        "wrong_arguments",
        "detached",
        "unused",
        "y",
        "grad:x",
        "input:x",
        "ValueError",
        "",
        "\0",
        "\ud800",
    )
)
_NUMBERS = st.integers(-3, 9) | st.integers() | st.floats()
_VALUES = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _WORDS | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_WORDS | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)
_ENTRY_KEYS = ("name", "kind", "type", "index", "dtype", "shape", "grad", "wanted", "got", "items")
_HEAD_KEYS = ("status", "code", "params", "error", "tried", "observed", "too_large")


class FrameFuzzer:
    """Plays the cell of one case of a drawn case set, on real pipes."""

    suffix = ".frame"

    def __init__(self, engine: Engine, package: Package) -> None:
        self.package = package
        self.drawn: CaseSet = engine.draw(package, 7)
        # A process that has ended: the link may kill it as often as it likes.
        child = subprocess.Popen(["/bin/true"])
        self._pid = child.pid
        self._pidfd = os.pidfd_open(child.pid)
        child.wait()

    def examples(self) -> st.SearchStrategy[bytes]:
        # Values of zero, so that no mutation of them can be right.
        sound = st.sampled_from([self._zeros(subject) for subject in self.drawn.subjects])
        names = sorted({name for subject in self.drawn.subjects for name in subject.expected.observed})
        return mutated(sound) | st.binary(max_size=200) | _dressed(names) | mutated(_dressed(names))

    def outcome(self, example: bytes) -> str:
        outcomes = {self._played(example, subject) for subject in self.drawn.subjects}
        assert "pass" not in outcomes
        return "+".join(sorted(outcomes))

    def _played(self, example: bytes, subject: Subject) -> str:
        try:
            evidence = from_frame(self._received(example))
        except (FrameError, CellGone) as error:
            return type(error).__name__
        return judged(self.package, subject, evidence, "x = 1\n").verdict

    def _received(self, example: bytes) -> Frame:
        job, theirs = os.pipe()
        result, answer = os.pipe()
        output = os.memfd_create("output")
        try:
            os.write(answer, example[:MOST])
            os.close(answer)
            descriptors = (theirs, result, output, os.dup(self._pidfd))
            link = CellLink(self._pid, descriptors, lambda pid: Ended(0, 0.0, 0))
            with link:
                return link.ask(b"", time.monotonic() + SECONDS)
        except CellTimeout:
            raise AssertionError("the grader waited for what cannot come") from None
        finally:
            os.close(job)

    @staticmethod
    def _zeros(subject: Subject) -> bytes:
        entries, tensors = [], []
        for name, seen in subject.expected.observed.items():
            raw = RawTensor(
                seen.dtype,
                seen.shape,
                bytes(ITEM_BYTES[seen.dtype] * (seen.array.size if seen.array is not None else 0)),
            )
            entries.append(
                {
                    "name": name,
                    "kind": "tensor",
                    "type": "torch.Tensor",
                    "dtype": seen.dtype,
                    "shape": list(seen.shape),
                    "grad": True,
                    "index": len(tensors),
                }
            )
            tensors.append(raw)
        return encode({"status": "done", "tried": [], "observed": entries}, tensors)


def _dressed(names: list[str]) -> st.SearchStrategy[bytes]:
    """A frame whose lengths fit, around a head that is anything."""
    entry = st.fixed_dictionaries(
        {"name": st.sampled_from(names) | _VALUES}, optional=dict.fromkeys(_ENTRY_KEYS[1:], _VALUES)
    )
    observed = st.lists(entry, max_size=6) | _VALUES
    tensor = st.fixed_dictionaries(
        {},
        optional={
            "dtype": st.sampled_from((*ITEM_BYTES, "object", "complex64")) | _VALUES,
            "shape": st.lists(st.sampled_from((0, 1, 2, 5, 1 << 20, 1 << 26, -1, True)), max_size=9)
            | _VALUES,
        },
    )
    head = st.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys(_HEAD_KEYS, _VALUES),
            "status": st.sampled_from(("done", "crashed", "forbidden", "out_of_memory")) | _VALUES,
            "observed": observed,
            "tensors": st.lists(tensor, max_size=4) | _VALUES,
        },
    )
    # Nothing to list and nothing listed: what is said in words gets past the lengths.
    wordy = head.map(lambda told: _frame({"status": "done", **told, "tensors": []}, b""))
    return wordy | st.builds(_frame, head, st.binary(max_size=64) | st.integers(0, 4096).map(bytes))


def _frame(head: dict[str, Any], body: bytes) -> bytes:
    text = json.dumps(head).encode()
    return PREFIX.pack(b"DLQ1", len(text), len(body)) + text + body
