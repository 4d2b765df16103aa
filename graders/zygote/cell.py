"""The life of a cell: walled in, warmed, then one job from load to end.

The grader sends ``load`` (a solution), ``declare`` (an author's cases) or ``survey`` (patterns of
operators, to learn which cover nothing), and after a ``load`` one frame per case, so that a solution never
sees an input before its turn. The cell answers each frame with one frame.
"""

from __future__ import annotations

import gc
import io
import os
import select
import sys
import types
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any

import torch

from graders.contract.frame import Frame, FrameError
from graders.sandbox.enter import Wall, put_up, put_up_around_a_card
from graders.zygote import chance, cuda, declare, device_faults, solution, warmup, wire
from graders.zygote.harness import Observations, Run
from graders.zygote.lacking import Misshapen, Missing
from graders.zygote.operators import AUTOGRAD, ForbiddenOperator, Operators, Watch

STDOUT_KEPT = 64 * 1024
# New containers after which the collector runs; Python's own 700 are made within a few cases.
YOUNG = 20_000


class CappedStdout(io.TextIOBase):
    """Standard output that keeps the first 64 KiB and forgets the rest, so that printing costs little."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor, self._left = descriptor, STDOUT_KEPT

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self._left > 0:
            data = text[: self._left].encode("utf-8", "replace")[: self._left]
            self._left -= len(data)
            os.write(self._descriptor, data)
        return len(text)


def live(wall: Wall, operators: Operators, watch: Watch, warm: bool) -> None:
    """Never returns. Exits without running anybody's exit handlers.

    What ``watch`` bars was barred by the zygote already: here it would take milliseconds, and copy as many
    pages as everything else that a cell does before its job.
    """
    try:
        if wall.opened is None:
            put_up(wall)
        else:
            _put_up_around_a_card(wall)
        sys.stdout = sys.stderr = CappedStdout(1)
        if warm and not _job_is_waiting():
            # A task may forbid what is rehearsed; then the first case finds the pages that are left.
            with suppress(ForbiddenOperator):
                warmup.rehearse()
        watch.seal()
        cell = _Cell(operators, watch, "cpu" if wall.opened is None else cuda.DEVICE)
        wire.say_ready()
        cell.serve()
    except EOFError:
        pass
    finally:
        # Closed first: tearing the address space down takes the kernel milliseconds.
        os.close(wire.RESULT)
        os._exit(0)


def _put_up_around_a_card(wall: Wall) -> None:
    try:
        put_up_around_a_card(wall, lambda: cuda.start(wall.limits.memory))
    except Exception as error:
        # Nobody's code has run yet: the grader may know, and the operator needs to.
        os.write(1, f"{type(error).__name__}: {error}".encode()[:500])
        raise


def _job_is_waiting() -> bool:
    poll = select.poll()
    poll.register(wire.JOB, select.POLLIN)
    return bool(poll.poll(0))


class _Cell:
    def __init__(self, operators: Operators, watch: Watch, device: str) -> None:
        self.operators, self.watch, self.device = operators, watch, device
        self.module: types.ModuleType | None = None
        self.without_autograd = False

    def serve(self) -> None:
        while True:
            frame = wire.receive()
            action = getattr(self, "_on_" + str(frame.head.get("do")), None)
            if action is None:
                return
            action(frame)

    def bar(self, forbidden: tuple[str, ...]) -> None:
        """Bar these operators. What is barred stays barred: a cell is of one task."""
        if self.watch.barred not in ((), forbidden):
            raise PermissionError("this cell is of another task")
        if not self.watch.barred:
            self.watch.bar(forbidden, self.operators)
            self.watch.seal()

    def _on_declare(self, frame: Frame) -> None:
        head = frame.head
        try:
            cases, tensors = declare.declare(head["source"], head["seed"], head["dtype"])
            wire.send({"cases": cases}, tensors)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's code may raise anything
            detail = f"{type(error).__name__}: {error}"[:500]
            wire.send({"failed": detail, "line": _line_in(error, "cases.py")}, [])

    def _on_survey(self, frame: Frame) -> None:
        nothing = self.operators.nothing_in(frame.head["patterns"])
        names = self.operators.names(frame.head["patterns"])
        wire.send({"nothing": nothing, "families": self.operators.families(), "operators": names}, [])

    def _on_load(self, frame: Frame) -> None:
        head = frame.head
        del self.watch.tried[:]
        if "chance" in head:
            chance.begin_with(head["chance"])
        try:
            self.bar(tuple(head["forbidden"]))
            self.without_autograd = AUTOGRAD in head["forbidden"]
            with _made_on(self.device):
                self.module = solution.load(head["source"], head["entry"])
            wire.send({"loaded": True, "tried": self.watch.tried}, [])
        except solution.NotLoaded as error:
            wire.send({"loaded": False, **error.told, "tried": self.watch.tried}, [])

    def _on_case(self, frame: Frame) -> None:
        assert self.module is not None
        del self.watch.tried[:]
        told, observed = self._run(frame)
        told["tried"] = self.watch.tried
        told["observed"] = observed.entries
        if self.device != "cpu":
            told["device_bytes"] = cuda.peak_bytes()
        try:
            wire.send(told, observed.tensors)
        except FrameError:
            wire.send({"status": "done", "observed": [], "too_large": True, "tried": self.watch.tried}, [])

    def _run(self, frame: Frame) -> tuple[dict[str, Any], Observations]:
        """The case on its inputs as they are, then on each further layout of them."""
        head = frame.head
        cast = head.get("cast", "")
        before = torch.get_default_dtype()
        torch.set_default_dtype(getattr(torch, cast or head["case"]["dtype"]))
        try:
            told, run = self._run_once(frame)
            if told.get("code") in device_faults.CODES:
                # Nothing can be read from the card any more.
                return told, Observations()
            run.observe_inputs()
            for layout in head["case"].get("layouts", ()) if told["status"] == "done" and not cast else ():
                again, relaid = self._run_once(frame, layout)
                told = again if again["status"] not in ("done", "crashed") else told
                run.observed.take(f"layout:{layout}:", relaid.observed, again)
        finally:
            torch.set_default_dtype(before)
        return told, run.observed

    def _run_once(self, frame: Frame, layout: str = "") -> tuple[dict[str, Any], Run]:
        assert self.module is not None
        case = frame.head["case"]
        run = Run(self.module, case, frame.tensors, frame.head.get("cast", ""), layout)
        device = _made_on(case.get("device", self.device))
        try:
            with torch.set_grad_enabled(not self.without_autograd or run.differentiates()), device:
                run.execute()
        except Missing as error:
            told = {"status": "crashed", "code": "missing_attribute", "params": {"detail": str(error)}}
            return told, run
        except Misshapen as error:
            return {"status": "crashed", "code": "parameter_misshapen", "params": error.params}, run
        except BaseException as error:  # noqa: BLE001 - a student's code may raise anything
            return solution.describe(error), run
        return {"status": "done"}, run


def _made_on(device: str) -> AbstractContextManager[Any]:
    """What a solution makes without naming a device is made where its inputs are."""
    return nullcontext() if device == "cpu" else torch.device(device)


def _line_in(error: BaseException, filename: str) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return getattr(error, "lineno", None) or line


def settle() -> None:
    """Before forking: move everything alive out of the collector's reach, so that pages stay shared.

    What a cell makes besides is soon gone with it: the collector looks for circles seldom.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
