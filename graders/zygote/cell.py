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
from typing import Any

import torch

from graders.contract.frame import Frame, FrameError
from graders.sandbox.enter import Wall, put_up
from graders.zygote import declare, solution, warmup, wire
from graders.zygote.harness import Missing, Observations, Run
from graders.zygote.operators import AUTOGRAD, Operators, Watch

STDOUT_KEPT = 64 * 1024


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


def live(wall: Wall, operators: Operators, forbidden: tuple[str, ...], warm: bool) -> None:
    """Never returns. Exits without running anybody's exit handlers."""
    try:
        put_up(wall)
        sys.stdout = sys.stderr = CappedStdout(1)
        if warm and not _job_is_waiting():
            warmup.rehearse()
        cell = _Cell(operators)
        # Here and not with the job: it takes milliseconds, which pass while nobody waits.
        cell.bar(forbidden)
        cell.serve()
    except EOFError:
        pass
    finally:
        # Closed first: tearing the address space down takes the kernel milliseconds.
        os.close(wire.RESULT)
        os._exit(0)


def _job_is_waiting() -> bool:
    poll = select.poll()
    poll.register(wire.JOB, select.POLLIN)
    return bool(poll.poll(0))


class _Cell:
    def __init__(self, operators: Operators) -> None:
        self.operators = operators
        self.watch = Watch()
        self.module: types.ModuleType | None = None
        self.without_autograd = False
        self.barred: tuple[str, ...] = ()

    def serve(self) -> None:
        while True:
            frame = wire.receive()
            action = getattr(self, "_on_" + str(frame.head.get("do")), None)
            if action is None:
                return
            action(frame)

    def bar(self, forbidden: tuple[str, ...]) -> None:
        """Bar these operators. What is barred stays barred: a cell is of one task."""
        if self.barred not in ((), forbidden):
            raise PermissionError("this cell is of another task")
        if not self.barred:
            self.watch.bar(forbidden, self.operators)
        self.barred = forbidden

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
        wire.send({"nothing": nothing, "families": self.operators.families()}, [])

    def _on_load(self, frame: Frame) -> None:
        head = frame.head
        del self.watch.tried[:]
        try:
            self.bar(tuple(head["forbidden"]))
            self.without_autograd = AUTOGRAD in head["forbidden"]
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
        try:
            wire.send(told, observed.tensors)
        except FrameError:
            wire.send({"status": "done", "observed": [], "too_large": True, "tried": self.watch.tried}, [])

    def _run(self, frame: Frame) -> tuple[dict[str, Any], Observations]:
        head = frame.head
        cast = head.get("cast", "")
        before = torch.get_default_dtype()
        if cast:
            torch.set_default_dtype(getattr(torch, cast))
        assert self.module is not None
        run = Run(self.module, head["case"], frame.tensors, cast)
        told: dict[str, Any] = {"status": "done"}
        try:
            with torch.set_grad_enabled(not self.without_autograd):
                run.execute()
        except Missing as error:
            told = {"status": "crashed", "code": "missing_attribute", "params": {"detail": str(error)}}
        except BaseException as error:  # noqa: BLE001 - a student's code may raise anything
            told = solution.describe(error)
        finally:
            torch.set_default_dtype(before)
        run.observe_inputs()
        return told, run.observed


def _line_in(error: BaseException, filename: str) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return getattr(error, "lineno", None) or line


def settle() -> None:
    """Before forking: move everything alive out of the collector's reach, so that pages stay shared."""
    gc.collect()
    gc.freeze()
