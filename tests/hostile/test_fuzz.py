"""A short run of each fuzzer; ``python -m tests.hostile.fuzz`` runs them for as long as you like."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from graders.engine import Engine
from graders.package import Package
from tests.hostile.fuzz.__main__ import KINDS
from tests.hostile.fuzz.fuzzer import still_sound

EXAMPLES = {"frame": 300, "job": 100, "programs": 80}
# A fuzzer that reaches less than this has lost its way.
OUTCOMES = {"frame": 3, "job": 3, "programs": 2}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


@pytest.mark.parametrize("kind", KINDS)
def test_no_example_is_without_a_classified_outcome(engine: Engine, mini: Package, kind: str) -> None:
    fuzzer = KINDS[kind](engine, mini)  # type: ignore[call-arg]
    outcomes: set[str] = set()

    @settings(max_examples=EXAMPLES[kind], deadline=None, database=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(fuzzer.examples())
    def run(example: bytes) -> None:
        outcomes.add(fuzzer.outcome(example))

    run()
    assert len(outcomes) >= OUTCOMES[kind], outcomes
    still_sound(engine, mini)
