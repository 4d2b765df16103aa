"""A solution's way to a graphics card, as far as it can be gone without one; and whose fault a fault is.

``python -m graders.gpu_proof`` proves the rest where there is a card.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graders.compare.evidence import Evidence
from graders.compare.subject import Subject
from graders.contract import CasePlan, Report
from graders.engine import CardLost, CardMissing, Engine, EngineConfig, EngineFault, card
from graders.engine.fault import ProcessLost
from graders.engine.solution_run import Runner
from graders.package import Package
from graders.zygote.device_faults import fault
from tests.graders.like_cuda import LikeCudaEngine
from tests.graders.like_cuda_zygote import CLAIMED_BYTES, THREADS

ROOT = Path(__file__).resolve().parents[2]
HAS_CARD = card.missing() is None
ON_A_CARD = pytest.mark.skipif(
    not HAS_CARD,
    reason="NOT TESTED HERE: no graphics card; run python -m graders.gpu_proof where there is one",
)
ASSERTED = "CUDA error: device-side assert triggered\\nCompile with TORCH_USE_CUDA_DSA"
ILLEGAL = "CUDA error: an illegal memory access was encountered"
ECC = "CUDA error: uncorrectable ECC error encountered"


@pytest.fixture(scope="module")
def on_card() -> Iterator[Engine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(card, "require", lambda: None)
        made = LikeCudaEngine()
    with made:
        yield made


def raising(package: Package, told: str, when: str = "True") -> str:
    """A right solution that stops with this error in its first call, ``when`` that is so."""
    source = package.accepted[0].source
    return (
        f"{source}\nright = {package.entry}\ndef {package.entry}(*a, **k):\n"
        f"    if {when}:\n        raise RuntimeError('{told}')\n    return right(*a, **k)\n"
    )


def codes(report: Report) -> list[str]:
    return [check.code for case in report.cases for check in case.checks if check.verdict != "pass"]


def test_a_right_solution_passes_and_every_wrong_one_does_not(
    on_card: Engine, conv: Package, norm: Package
) -> None:
    for package in (conv, norm):
        for right in package.accepted:
            report = on_card.grade(package, right.source, seed=1)
            assert (report.verdict, report.device, report.device_bytes) == ("pass", "cuda", CLAIMED_BYTES)
        for wrong in package.wrong:
            assert on_card.grade(package, wrong.source, seed=1).verdict != "pass"


def test_authors_code_stays_on_the_cpu_in_a_zygote_of_its_own(on_card: Engine, conv: Package) -> None:
    drawn = on_card.draw(conv, 1)
    assert {plan.device for plan in drawn.plans} == {"cuda"}
    assert on_card.zygote.device == "cuda"
    assert on_card.zygote.authors.device == "cpu"
    with Engine(EngineConfig()) as on_cpu:
        here = on_cpu.draw(conv, 1)
    for subject, other in zip(drawn.subjects, here.subjects, strict=True):
        assert oracle_bytes(subject) == oracle_bytes(other), "the same oracle, to the last bit"


def oracle_bytes(subject: Subject) -> dict[str, bytes]:
    return {name: values.tobytes() for name, values in subject.oracle.items()}


def test_a_zygote_for_cards_touches_none(on_card: Engine) -> None:
    pid = on_card.zygote.pid
    opened = [os.readlink(f"/proc/{pid}/fd/{name}") for name in os.listdir(f"/proc/{pid}/fd")]
    assert not [path for path in opened if path.startswith("/dev/nvidia")]
    assert len(os.listdir(f"/proc/{pid}/task")) == 1


def test_torch_is_not_asked_for_cards_before_a_cell_is_forked() -> None:
    """What counts cards, or begins CUDA, raises here: the zygote's own preparations must not come to it."""
    program = (
        "import torch\n"
        "def begun(*a, **k): raise SystemExit('CUDA was begun')\n"
        "torch.cuda.is_available = torch.cuda.device_count = torch.cuda._lazy_init = begun\n"
        "from graders.zygote import operators, warmup\n"
        "torch.autograd.Variable._execution_engine = None\n"
        "warmup.load()\n"
        "operators.Operators(True)\n"
        "print('well')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("well\n", 0), done.stderr


def test_threads_of_the_driver_are_there_before_the_filter_and_stand_behind_it(
    on_card: Engine, conv: Package
) -> None:
    program = (
        "import os, threading\nfound = []\n"
        "def reach():\n"
        "    for attempt in (os.fork, lambda: open('/etc/passwd'), lambda: os.setuid(0)):\n"
        "        try: attempt(); found.append('out')\n"
        "        except OSError: found.append('held')\n"
        "for thread in threading.enumerate():\n"
        "    if hasattr(thread, 'orders'):\n"
        "        done = threading.Event(); thread.orders.put((reach, done)); done.wait()\n"
        "print(*found)\n"
    )
    runner = Runner(on_card.zygote, conv)
    with runner.new_cell() as cell:
        runner.run_in(cell, program + conv.accepted[0].source, [])
        cell.shown = 0
        assert cell.new_output().split() == ["held"] * 3 * THREADS


def test_a_cell_that_cannot_begin_says_why(on_card: Engine) -> None:
    zygote = on_card.new_zygote(on_card.level, "cuda")
    try:
        with pytest.raises(EngineFault, match="MiB of the card are free"):
            zygote.cell(memory_mib=65)
    finally:
        zygote.close()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (ASSERTED, "device_assert"), (ILLEGAL, "device_fault"), (ECC, "device_lost"),
        ("CUDA error: unknown error", "device_lost"), ("CUDA error: misaligned address", "device_fault"),
        ("CUDA error: invalid configuration argument", ""), ("The size of tensor a (3) must match", ""),
    ],
)  # fmt: skip
def test_faults_are_told_apart_by_what_torch_says(told: str, code: str) -> None:
    assert fault(RuntimeError(told)) == code
    assert fault(ValueError(told)) == "", "torch raises no other kind"


def test_an_assertion_on_the_card_is_the_solutions_and_ends_its_run(on_card: Engine, conv: Package) -> None:
    source = raising(conv, ASSERTED)
    report = on_card.grade(conv, source, seed=1)
    assert report.verdict == "crashed"
    assert codes(report) == ["device_assert"] + ["not_reached"] * (len(report.cases) - 1)
    assert (
        report.cases[0].checks[0].params["line"] == source.count("\n", 0, source.index("raise Runtime")) + 1
    )
    assert on_card.grade(conv, conv.accepted[0].source, seed=1).verdict == "pass"


def test_a_fault_that_comes_again_on_a_good_card_is_the_solutions(on_card: Engine, conv: Package) -> None:
    report = on_card.grade(conv, raising(conv, ILLEGAL), seed=1)
    assert report.verdict == "crashed"
    assert codes(report)[0] == "device_fault"


def test_a_fault_that_does_not_come_again_blames_nobody(
    on_card: Engine, conv: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The solution is run once more from its beginning, and its verdict is what it is then."""
    settled, seen = on_card.card.settled, []

    def once(package: Package, source: str, plan: CasePlan, evidence: Evidence, forbidden: Any) -> Evidence:
        if not seen:
            seen.append(plan.name)
            evidence = dataclasses.replace(evidence, status="crashed", code="device_fault")
        return settled(package, source, plan, evidence, forbidden)

    monkeypatch.setattr(on_card.card, "settled", once)
    assert on_card.grade(conv, conv.accepted[0].source, seed=1).verdict == "pass"
    assert seen


def test_a_card_that_fails_blames_nobody(on_card: Engine, conv: Package) -> None:
    with pytest.raises(ProcessLost, match="failed under a solution"):
        on_card.grade(conv, raising(conv, ECC), seed=1)
    assert on_card.card.is_well()
    assert on_card.grade(conv, conv.accepted[0].source, seed=1).verdict == "pass"


def test_nothing_runs_on_a_card_that_is_not_well_until_it_is(
    on_card: Engine, conv: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:

        def no_cell(**_: object) -> None:
            raise ProcessLost(
                "several cells in a row did not begin: the card computes wrongly in torch.float32"
            )

        assert on_card.grade(conv, "def conv2d(*a):\n    while True: pass\n", seed=1).verdict == "timed_out"
        broken.setattr(on_card.zygote, "cell", no_cell)
        assert not on_card.card.is_well()
        with pytest.raises(CardLost, match="computes wrongly"):
            on_card.grade(conv, conv.accepted[0].source, seed=1)
    assert on_card.card.is_well()
    assert on_card.grade(conv, conv.accepted[0].source, seed=1).verdict == "pass"


@pytest.mark.skipif(HAS_CARD, reason="there is a card here")
def test_without_a_card_an_engine_for_it_does_not_start() -> None:
    with pytest.raises(CardMissing) as missing:
        Engine(EngineConfig(device="cuda"))
    assert missing.value.why.hi
    assert missing.value.why.en


@pytest.mark.skipif(HAS_CARD, reason="there is a card here")
@pytest.mark.parametrize("command", ["grade", "check", "score", "tolerances"])
def test_the_command_line_says_in_both_languages_what_to_do(command: str) -> None:
    folder = ROOT / "reference_models" / "conv2d-forward"
    more = [str(folder / "reference.py")] if command == "grade" else []
    done = subprocess.run(
        [sys.executable, "-m", "graders", command, str(folder), *more, "--device", "cuda"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    why = card.missing()
    assert why is not None
    assert done.stderr == f"{why.en}\n{why.hi}\n"


def test_the_proof_needs_no_more_than_an_image_of_pytorch_has() -> None:
    """Nothing of the site, of the command line or of the tests; it says what is missing and ends with 2."""
    program = (
        "import runpy, sys\n"
        "for name in ('django', 'celery', 'typer', 'rich', 'pytest', 'hypothesis', 'einops', "
        "'regex', 'rapidfuzz'):\n"
        "    sys.modules[name] = None\n"
        "sys.argv = ['graders.gpu_proof', '--minutes', '0']\n"
        "runpy.run_module('graders.gpu_proof', run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == (1 if HAS_CARD else 2), done.stderr


@ON_A_CARD
@pytest.mark.gpu
def test_everything_that_is_promised_of_a_card_holds(tmp_path: Path) -> None:
    found = tmp_path / "proof.json"
    done = subprocess.run(
        [sys.executable, "-m", "graders.gpu_proof", "--json", str(found)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = json.loads(found.read_text())
    assert told["all_held"], done.stdout
