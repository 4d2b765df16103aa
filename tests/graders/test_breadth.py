"""What students use of torch and of Python works in a cell, at every level of the sandbox."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest

from graders.contract import Level
from graders.contract.frame import encode
from graders.engine import Engine, EngineConfig
from tests.graders.breadth import GROUPS

SECONDS = 60.0
# Runs each by itself and tells on standard output which failed, and how.
_RUN = """
import json, math, sys, traceback, warnings
import torch
import torch.nn.functional as F
from torch import nn
failed = {}
out = sys.stdout
for name, source in PROGRAMS.items():
    sys.stdout = type("Silent", (), {"write": lambda self, text: len(text), "flush": lambda self: None})()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            own = {"torch": torch, "nn": nn, "F": F, "math": math, "__name__": "solution"}
            exec(compile(source, name, "exec"), own)
    except BaseException as error:
        line = traceback.extract_tb(error.__traceback__)[-1]
        failed[name] = f"{type(error).__name__}: {error} [{line.filename}:{line.lineno}]"[:400]
    finally:
        sys.stdout = out
print(json.dumps(failed))
def solution(): ...
"""


@pytest.fixture(scope="module", params=["A", "B", "C"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    level: Level = request.param
    with Engine(EngineConfig(level=level, required_level=level)) as made:
        yield made


@pytest.mark.parametrize("group", GROUPS)
def test_what_students_use_works_in_a_cell(engine: Engine, group: str) -> None:
    source = f"PROGRAMS = {GROUPS[group]!r}\n{_RUN}"
    with engine.zygote.cell() as cell:
        head = {"do": "load", "source": source, "entry": "solution", "forbidden": []}
        answer = cell.ask(encode(head), time.monotonic() + SECONDS).head
        assert answer["loaded"] is True, answer
        printed = cell.new_output()
    assert json.loads(printed.splitlines()[-1]) == {}
