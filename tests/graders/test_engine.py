"""What the engine promises to those who call it."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from graders.contract import CaseResult, Report
from graders.engine import Engine, EngineConfig, EngineFault, PackageBroken
from graders.engine.config import PATIENCE
from graders.package import Package
from graders.zygote.spares import KINDS, Kind, Spare, Spares


def test_right_solutions_pass_with_all_points(engine: Engine, conv: Package) -> None:
    for variant in conv.accepted:
        report = engine.grade(conv, variant.source)
        assert (report.verdict, report.score) == ("pass", report.max_score)


def test_a_known_misconception_is_named_in_both_languages(engine: Engine, conv: Package) -> None:
    wrong = conv.wrong[0]
    diagnosis = engine.grade(conv, wrong.source).diagnosis
    assert diagnosis is not None
    assert (diagnosis.title, diagnosis.explanation) == (wrong.title, wrong.explanation)


def test_a_misconception_is_recognised_in_code_written_differently(engine: Engine, conv: Package) -> None:
    source = (
        "import torch\n"
        "def conv2d(x, weight, bias=None, stride=1, padding=0):\n"
        "    s = stride if isinstance(stride, tuple) else (stride, stride)\n"
        "    p = padding if isinstance(padding, tuple) else (padding, padding)\n"
        "    mirrored = weight.double().flip(-1).flip(-2)\n"
        "    wide = torch.nn.functional.pad(x.double(), (p[1], p[1], p[0], p[0]))\n"
        "    seen = wide.unfold(2, weight.shape[2], s[0]).unfold(3, weight.shape[3], s[1])\n"
        "    y = torch.einsum('nchwij,ocij->nohw', seen, mirrored)\n"
        "    y = y if bias is None else y + bias.double()[None, :, None, None]\n"
        "    return y.to(x.dtype)\n"
    )
    diagnosis = engine.grade(conv, source).diagnosis
    assert diagnosis is not None
    assert diagnosis.variant == "flipped"


def test_an_unknown_mistake_is_not_given_a_name(engine: Engine, conv: Package) -> None:
    source = conv.accepted[1].source.replace("y = y + torch", "y = y + 1.5 * torch")
    report = engine.grade(conv, source)
    assert report.verdict == "wrong"
    assert report.diagnosis is None


def test_cases_are_told_as_they_are_decided(engine: Engine, conv: Package) -> None:
    told: list[CaseResult] = []
    report = engine.grade(conv, conv.accepted[0].source, on_case=told.append)
    assert tuple(told) == report.cases


def test_a_try_runs_the_visible_cases_only(engine: Engine, conv: Package) -> None:
    report = engine.grade(conv, conv.accepted[0].source, visible_only=True)
    assert report.cases
    assert all(case.visible for case in report.cases)


def test_no_value_of_a_hidden_case_is_in_the_report(engine: Engine, conv: Package) -> None:
    report = engine.grade(conv, conv.wrong[0].source)
    for case in report.cases:
        if not case.visible:
            assert case.tensors == ()
            params = {key for check in case.checks for key in check.params}
            assert not params & {"expected", "actual", "message"}


def test_a_report_survives_json(engine: Engine, conv: Package) -> None:
    for variant in (conv.accepted[0], conv.wrong[0]):
        report = engine.grade(conv, variant.source)
        assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report


def drawn_values(engine: Engine, package: Package, count: int) -> list[object]:
    """What the first case's input held, in each of ``count`` submissions."""
    reports = [engine.grade(package, package.accepted[0].source) for _ in range(count)]
    return [report.cases[0].tensors[0].values for report in reports]


def test_a_case_set_is_used_a_bounded_number_of_times(conv: Package) -> None:
    with Engine(EngineConfig(uses=3)) as engine:
        assert len(set(drawn_values(engine, conv, 3 * PATIENCE))) == 1, "nobody waits for a new draw"
        assert len(set(drawn_values(engine, conv, 3 * PATIENCE + 1))) == 2, "but not for ever"


def test_where_there_is_time_the_next_case_set_is_prepared_and_taken_sooner(conv: Package) -> None:
    with Engine(EngineConfig(uses=3)) as engine:
        first = drawn_values(engine, conv, 3)
        while engine.idle():
            pass
        assert len({*first, *drawn_values(engine, conv, 3)}) == 2


def test_a_fixed_seed_draws_the_same_cases(engine: Engine, conv: Package) -> None:
    first, second = (engine.grade(conv, conv.accepted[0].source, seed=7) for _ in range(2))
    assert [case.tensors for case in first.cases] == [case.tensors for case in second.cases]


def test_a_killed_zygote_is_a_fault_and_the_next_grade_works(conv: Package) -> None:
    with Engine() as engine:
        assert engine.grade(conv, conv.accepted[0].source).verdict == "pass"
        os.kill(engine.zygote.pid, signal.SIGKILL)
        time.sleep(0.2)
        assert engine.grade(conv, conv.accepted[0].source).verdict == "pass"


def test_a_zygote_killed_while_grading_gives_no_verdict(conv: Package) -> None:
    with Engine() as engine:
        engine.prepare(conv)

        def kill(_: CaseResult) -> None:
            os.kill(engine.zygote.pid, signal.SIGKILL)
            time.sleep(0.2)

        with pytest.raises(EngineFault):
            engine.grade(conv, conv.accepted[0].source, on_case=kill)


def test_a_level_that_is_required_and_does_not_hold_is_refused() -> None:
    with pytest.raises(EngineFault, match="no sandbox of level A"):
        Engine(EngineConfig(level="C", required_level="A"))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("reference.py", "def conv2d(*a, **k): raise ValueError('author')"),
        ("cases.py", "def cases(draw): raise ValueError('author')"),
        ("cases.py", "def cases(draw): return []"),
        ("cases.py", "import os; os._exit(1)"),
    ],
)
def test_a_fault_of_the_author_is_never_the_students(
    engine: Engine, conv: Package, file: str, text: str
) -> None:
    broken = with_file(conv, file, text)
    with pytest.raises(PackageBroken):
        engine.grade(broken, conv.accepted[0].source)


def with_file(package: Package, file: str, text: str) -> Package:
    files = {**package.files, file: text}
    return dataclasses.replace(package, files=files, digest=f"{file}-{hash(text)}")


def test_the_grader_never_imports_torch() -> None:
    code = (
        "import sys, graders.engine, graders.feedback, graders.cli, graders.answers;"
        "sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_zygote_imports_nothing_of_the_judge() -> None:
    code = (
        "import sys, graders.zygote.zygote;"
        "sys.exit(any(m.startswith(('graders.engine','graders.checks','graders.compare',"
        "'graders.package','graders.diagnosis')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_descriptors_are_not_left_open(engine: Engine, conv: Package) -> None:
    def count() -> int:
        return len(os.listdir("/proc/self/fd"))

    engine.prepare(conv)
    before = count()
    for _ in range(10):
        engine.grade(conv, conv.wrong[0].source)
    assert count() == before


@pytest.fixture
def benign(conv: Package) -> Callable[[str], str]:
    return lambda line: conv.accepted[0].source.replace("import torch\n", f"import torch\n{line}\n", 1)


@pytest.mark.parametrize(
    "line",
    [
        "eval('1 + 1')",
        "getattr(torch, 'zeros')",
        "import math, itertools, functools, dataclasses, typing, random, numpy, collections",
        "convolution = 'a name is no call'",
        "from torch import nn; layer = nn.Linear(2, 2)",
        "from dataclasses import dataclass\n@dataclass\nclass Pair:\n    a: int = 1",
        "unused = torch.nn.functional.conv2d",
        "torch.set_num_threads(1)",
    ],
)
def test_benign_code_is_not_refused(
    engine: Engine, conv: Package, benign: Callable[[str], str], line: str
) -> None:
    assert engine.grade(conv, benign(line)).verdict == "pass"


def test_tasks_in_turn_forbid_what_is_theirs_alone(engine: Engine, conv: Package, norm: Package) -> None:
    uses_conv2d = "import torch\ntorch.nn.functional.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))\n"
    for _ in range(3):
        assert engine.grade(conv, uses_conv2d + conv.accepted[0].source).verdict == "forbidden"
        assert engine.grade(norm, uses_conv2d + norm.accepted[0].source).verdict == "pass"
        assert engine.grade(conv, conv.accepted[0].source).verdict == "pass"


def test_cells_wait_for_the_latest_kinds_and_for_no_others() -> None:
    forked: list[Kind] = []
    ended: list[int] = []

    class Waiting(Spare):
        def close(self) -> None:
            ended.append(self.pid)

    def fork(kind: Kind, waits: bool) -> Spare:
        forked.append(kind)
        return Waiting(len(forked) - 1, -1, -1, -1, -1)

    spares = Spares(fork, wanted=2)
    kinds = [Kind(1, (str(number),)) for number in range(KINDS + 1)]
    for kind in kinds:
        spares.refill(kind)
    assert ended == [0, 1], "the kind that was asked for longest ago went"
    assert forked[spares.take(kinds[-1]).pid] == kinds[-1]
    spares.refill(Kind(1), 1)
    new = Kind(1, ("new",))
    assert forked[spares.take(new).pid] == Kind(1), "nothing is barred in it yet, so it serves"
    assert forked[spares.take(new).pid] == new
    last = 2 * KINDS + 1
    spares.drop(last)
    assert ended[-1] == last
    assert spares.take(kinds[-1]).pid != last
