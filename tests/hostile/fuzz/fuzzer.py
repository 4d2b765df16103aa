"""What every fuzzer has: examples, and a trial that tells the outcome of one or fails."""

from __future__ import annotations

import json
from typing import Any, Protocol

from hypothesis import strategies as st

from graders.compare.evidence import Evidence
from graders.compare.hidden import without_inputs
from graders.compare.subject import Subject
from graders.contract import LANGUAGES, VERDICTS, CaseResult
from graders.contract.report import plain
from graders.engine import Engine, judge
from graders.feedback import render
from graders.package import Package
from tests.hostile.trial import graded_when_run


class Fuzzer(Protocol):
    """``suffix``: of the file in which an example is kept. Examples are bytes; programs are UTF-8."""

    suffix: str

    def examples(self) -> st.SearchStrategy[bytes]: ...

    def outcome(self, example: bytes) -> str:
        """One word for what became of it. Raises where that is nothing that may happen."""


def mutated(sound: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """Sound bytes with a few of them changed, taken out, doubled or put in."""
    change = st.tuples(
        st.sampled_from(("set", "cut", "double", "put")),
        st.integers(0, 4095),
        st.integers(1, 64),
        st.binary(max_size=8),
    )
    return st.builds(_changed, sound, st.lists(change, min_size=1, max_size=4))


def _changed(data: bytes, changes: list[tuple[str, int, int, bytes]]) -> bytes:
    for kind, place, length, new in changes:
        at = place % (len(data) + 1)
        part = data[at : at + length]
        put = {
            "set": new[: len(part)].ljust(len(part), b"\xff"),
            "cut": b"",
            "double": part * 2,
            "put": new + part,
        }
        data = data[:at] + put[kind] + data[at + length :]
    return data


def judged(package: Package, subject: Subject, evidence: Evidence, source: str) -> CaseResult:
    """The result of one case as the engine makes it, looked at as those do who store and show it."""
    told = without_inputs(evidence, subject.plan, source, frozenset())
    result = judge.judge(package, subject, told, "")
    assert result.verdict in VERDICTS
    storable(plain(result))
    for check in result.checks:
        for language in LANGUAGES:
            assert not check.code or render(check.code, check.params, language)
    return result


def storable(value: Any) -> None:
    """Whether a database takes it as JSON: no NaN, no null character, no half of a surrogate pair."""
    text = json.dumps(value, allow_nan=False, ensure_ascii=False)
    assert "\\u0000" not in text
    assert text.encode()


def still_sound(engine: Engine, package: Package) -> None:
    """The next right solution passes."""
    report = graded_when_run(engine, package)
    assert report.verdict == "pass", report.to_json()
