"""The promises about a graphics card, in the order in which one rests on another."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from graders import doctor
from graders.bench.bare import LAYERS
from graders.bench.layers import BareEngine
from graders.contract import Level, Report
from graders.engine import Engine, EngineConfig, EngineFault
from graders.engine.card import device_files
from graders.engine.link import CellLink
from graders.engine.series import agrees
from graders.engine.solution_run import Runner
from graders.gpu_proof.programs import DEEDS, ESCAPES, Deed
from graders.gpu_proof.record import Record, Unkept
from graders.package import Package, load_folder

LEVELS: tuple[Level, ...] = ("A", "B", "C")
PACKAGES = ("conv2d-forward", "batchnorm2d")
SEED = 7
Figures = dict[str, Any]


def try_all(record: Record, folder: Path) -> None:
    """Everything, from the card itself to the agreement of verdicts and the survival of faults."""
    record.attempt("the machine", _machine)
    record.attempt("PyTorch computes on the card, outside of any sandbox", _computes)
    record.attempt("the doctor", _doctor)
    packages = [load_folder(folder / name) for name in PACKAGES]
    held: list[Level] = []
    for level in LEVELS:
        if record.attempt(
            f"a cell with a card begins at level {level}",
            partial(_begins, level),
        ):
            held.append(level)
        else:
            record.attempt(
                f"  which layer keeps it from level {level}",
                partial(_blame, level),
            )
    if held:
        # Faults first: who has only minutes on a card wants to know of them before agreement in all detail.
        with Engine(EngineConfig(level=held[0], device="cuda")) as engine:
            _with(record, engine, packages)
    for level in held[1:]:
        with Engine(EngineConfig(level=level, device="cuda")) as engine:
            _contained(record, engine, packages[0])


def _with(record: Record, engine: Engine, packages: Sequence[Package]) -> None:
    conv = packages[0]
    record.attempt("the zygote has not begun CUDA", partial(_untouched, engine))
    record.attempt("a right solution passes", partial(_passes, engine, conv))
    _contained(record, engine, conv)
    for deed in DEEDS:
        record.attempt(f"survived: {deed.name}", partial(_survives, engine, conv, deed))
    record.attempt("the zygote still has not begun CUDA", partial(_untouched, engine))
    record.attempt("host memory can be pinned in a cell", partial(_pins, engine, conv))
    record.attempt("the same solution gives the same bytes in two cells", partial(_repeats, engine, conv))
    record.attempt("latency", partial(_latency, engine, conv))
    with Engine(EngineConfig()) as on_cpu:
        for package in packages:
            record.attempt(
                f"{package.slug}: every verdict agrees with the CPU's",
                partial(_agrees, engine, on_cpu, package),
            )


def _contained(record: Record, engine: Engine, conv: Package) -> None:
    record.attempt(f"nothing gets out of a cell at level {engine.level}", partial(_escapes, engine, conv))


def _machine(figures: Figures) -> str:
    figures.update(
        kernel=platform.release(), machine=platform.machine(), python=platform.python_version(),
        user=os.geteuid(), cores=os.cpu_count(), devices=device_files(),
    )  # fmt: skip
    with suppress(OSError):
        figures["driver"] = Path("/proc/driver/nvidia/version").read_text().splitlines()[0]
    return ", ".join(f"{key} {value}" for key, value in figures.items())


_OUTSIDE = """
import torch
p = torch.cuda.get_device_properties(0)
x = torch.randn(512, 512, device="cuda")
assert torch.isfinite(x @ x).all()
print(f"torch {torch.__version__}, CUDA {torch.version.cuda}, cuDNN {torch.backends.cudnn.version()}, "
      f"{p.name}, "
      f"capability {p.major}.{p.minor}, built for {' '.join(torch.cuda.get_arch_list())}, "
      f"{p.total_memory >> 20} MiB")
"""


def _computes(figures: Figures) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _OUTSIDE], capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise Unkept(done.stderr.strip()[-600:])
    return done.stdout.strip()


def _doctor(figures: Figures) -> str:
    layers = doctor.examine()
    figures["layers"] = {layer.name: layer.detail or layer.holds for layer in layers}
    return f"best level {doctor.best_level(layers)}; " + ", ".join(
        f"{layer.name} {'holds' if layer.holds else 'MISSING: ' + layer.detail}" for layer in layers
    )


def _begins(level: Level, figures: Figures) -> str:
    begun = time.monotonic()
    with Engine(EngineConfig(level=level, required_level=level, device="cuda")) as engine:
        figures["engine_seconds"] = round(time.monotonic() - begun, 2)
        begun = time.monotonic()
        engine.zygote.cell(fresh=True).close()
        figures["cell_seconds"] = round(time.monotonic() - begun, 2)
    return f"engine {figures['engine_seconds']} s, each further cell {figures['cell_seconds']} s"


class _BareCuda(BareEngine):
    """Cells with a card and without some layers, to learn which of them is in the way."""

    def __init__(self, without: Sequence[str], level: Level) -> None:
        self._without = tuple(without)
        Engine.__init__(self, EngineConfig(level=level, required_level=level, device="cuda"))


def _blame(level: Level, figures: Figures) -> str:
    for without in (*((name,) for name in LAYERS), tuple(LAYERS)):
        try:
            _BareCuda(without, level).close()
            figures[" ".join(without)] = "begins"
        except EngineFault as fault:
            figures[" ".join(without)] = str(fault)[-300:]
    in_the_way = [name for name, found in figures.items() if found == "begins"]
    if not in_the_way:
        raise Unkept("it does not begin without any one layer, nor without all of them")
    return "it begins without: " + "; ".join(in_the_way)


def _untouched(engine: Engine, figures: Figures) -> str:
    pid = engine.zygote.pid
    links = [os.readlink(f"/proc/{pid}/fd/{name}") for name in os.listdir(f"/proc/{pid}/fd")]
    devices = [link for link in links if link.startswith("/dev/nvidia")]
    threads = len(os.listdir(f"/proc/{pid}/task"))
    if devices or threads != 1:
        raise Unkept(f"{threads} threads, open: {devices}")
    return f"one thread, no device file among {len(links)} descriptors"


def _passes(engine: Engine, package: Package, figures: Figures) -> str:
    report = engine.grade(package, package.accepted[0].source, seed=SEED)
    figures.update(seconds=report.seconds, device_bytes=report.device_bytes, peak_bytes=report.peak_bytes)
    if report.verdict != "pass":
        raise Unkept(_told(report))
    if not report.device_bytes:
        raise Unkept("it took nothing of the card's memory: was it on the card at all?")
    return f"{report.seconds:.2f} s, {report.device_bytes} bytes of the card"


def _escapes(engine: Engine, package: Package, figures: Figures) -> str:
    printed: list[str] = []
    close = CellLink.close

    def watched(cell: CellLink) -> None:
        if cell.is_open:
            cell.shown = 0
            printed.append(cell.new_output(1 << 16))
        close(cell)

    with mock.patch.object(CellLink, "close", watched):
        report = engine.grade(package, ESCAPES + package.accepted[0].source, seed=SEED)
    told = "".join(printed)
    if "ESCAPED" in told:
        raise Unkept(told[:600])
    if "reached the end" not in told:
        raise Unkept(f"it did not get to its end: {_told(report)} {told[:300]}")
    return f"every way was closed, from the backward's thread as well; it earned {report.verdict}"


def _survives(engine: Engine, package: Package, deed: Deed, figures: Figures) -> str:
    right = package.accepted[0].source
    # So much of the card's memory as a task of this size may take.
    report = engine.grade(package, deed.source(right), seed=SEED)
    figures["seconds"] = report.seconds
    codes = {check.code for case in report.cases for check in case.checks}
    if report.verdict != deed.verdict or (deed.code and deed.code not in codes):
        raise Unkept(f"expected {deed.verdict} {deed.code}: {_told(report)}")
    lines = [
        check.params.get("line") for case in report.cases for check in case.checks if check.code == deed.code
    ]
    wanted = right.count("\n") + 4
    if deed.code in ("device_assert", "device_fault") and wanted not in lines:
        raise Unkept(f"told of line {lines}, it was line {wanted}")
    begun = time.monotonic()
    after = engine.grade(package, right, seed=SEED)
    figures["next_seconds"] = round(time.monotonic() - begun, 2)
    if after.verdict != "pass":
        raise Unkept(f"the next solution, a right one: {_told(after)}")
    after_that = figures["next_seconds"]
    return f"{report.verdict} after {report.seconds:.2f} s, the next one passes after {after_that} s"


def _pins(engine: Engine, package: Package, figures: Figures) -> str:
    body = "torch.ones(1 << 16, pin_memory=True).to(x.device, non_blocking=True).sum().item()"
    report = engine.grade(package, Deed("", body, "").source(package.accepted[0].source), seed=SEED)
    if report.verdict != "pass":
        raise Unkept(_told(report))
    return "it can"


def _repeats(engine: Engine, package: Package, figures: Figures) -> str:
    drawn = engine.draw(package, SEED)
    for right in package.accepted:
        runs = [Runner(engine.zygote, package).run(right.source, drawn.plans) for _ in range(2)]
        if not agrees(*runs):
            raise Unkept(f"{right.file} does not")
    return f"{len(package.accepted)} solutions"


def _latency(engine: Engine, package: Package, figures: Figures) -> str:
    waits = []
    for _ in range(6):
        # So that a cell waits, as it does between submissions.
        time.sleep(figures.get("pause", 4.0))
        begun = time.monotonic()
        report = engine.grade(package, package.accepted[0].source)
        waits.append(time.monotonic() - begun)
        if report.verdict != "pass":
            raise Unkept(_told(report))
    figures["seconds"] = [round(wait, 3) for wait in waits]
    figures["p50_ms"] = round(1000 * statistics.median(waits[1:]), 1)
    return f"p50 {figures['p50_ms']} ms with a cell that waits"


def _agrees(engine: Engine, on_cpu: Engine, package: Package, figures: Figures) -> str:
    generous = replace(package, limits=replace(package.limits, seconds=20.0))
    differing = []
    solutions = [("accepted", right) for right in package.accepted] + [
        ("wrong", wrong) for wrong in package.wrong
    ]
    for kind, solution in solutions:
        there, here = (
            e.grade(generous, solution.source, seed=SEED, explain_later=True) for e in (engine, on_cpu)
        )
        if (there.verdict == "pass") != (kind == "accepted"):
            differing.append(f"{kind}/{solution.file} earns {_told(there)}")
        elif _verdicts(there) != _verdicts(here):
            differing.append(f"{kind}/{solution.file}: {_difference(there, here)}")
    figures["solutions"], figures["differing"] = len(solutions), differing
    if differing:
        raise Unkept("; ".join(differing)[:1500])
    return f"{len(package.accepted)} right and {len(package.wrong)} wrong solutions, case by case"


def _verdicts(report: Report) -> dict[str, str]:
    return {case.name: case.verdict for case in report.cases} or {"": report.verdict}


def _difference(there: Report, here: Report) -> str:
    cuda, cpu = _verdicts(there), _verdicts(here)
    return ", ".join(f"{name} {cpu.get(name)} on the CPU, {cuda.get(name)} on the card"
                     for name in {**cpu, **cuda} if cuda.get(name) != cpu.get(name))  # fmt: skip


def _told(report: Report) -> str:
    """A report in one line."""
    if report.message is not None:
        return f"{report.verdict}: {report.message.code} {dict(report.message.params)}"
    failed = [
        f"{case.name}: {check.code} {dict(check.params)}"
        for case in report.cases
        for check in case.checks
        if check.verdict != "pass"
    ]
    return f"{report.verdict}: {'; '.join(failed)[:500]}"
