"""Reading a solution inside a cell, and telling its errors as data.

What is told here is a claim of the cell: shown to the student, never believed by the grader.
"""

from __future__ import annotations

import difflib
import functools
import linecache
import sys
import types
from typing import Any

import torch

from graders.zygote import device_faults, unavailable
from graders.zygote.operators import SOLUTION_FILE, ForbiddenOperator

MESSAGE_LENGTH = 500
TRACEBACK_LINES = 8


class NotLoaded(Exception):
    """The source could not be made into a module; ``told`` says why."""

    def __init__(self, told: dict[str, Any]) -> None:
        super().__init__(told)
        self.told = told


def load(source: str, entry: str) -> types.ModuleType:
    """A module made of ``source``. Raises ``NotLoaded`` with a feedback code and its parameters."""
    code = _compile(source)
    module = types.ModuleType("solution")
    module.__file__ = SOLUTION_FILE
    sys.modules["solution"] = module
    linecache.cache[SOLUTION_FILE] = (len(source), None, source.splitlines(True), SOLUTION_FILE)
    try:
        exec(code, module.__dict__)
    except BaseException as error:  # noqa: BLE001 - a student's code may raise anything
        raise NotLoaded(describe(error)) from None
    _require(module, entry)
    return module


@functools.lru_cache(maxsize=100)
def _compile(source: str) -> types.CodeType:
    try:
        return compile(source, SOLUTION_FILE, "exec", dont_inherit=True)
    except SyntaxError as error:
        params = {
            "line": error.lineno or 0,
            "column": error.offset or 0,
            "text": (error.text or "").rstrip("\n")[:200],
            "detail": str(error.msg)[:200],
        }
        raise NotLoaded({"status": "crashed", "code": "syntax_error", "params": params}) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise NotLoaded(
            {"status": "crashed", "code": "not_python", "params": {"detail": str(error)[:200]}}
        ) from None


def _require(module: types.ModuleType, entry: str) -> None:
    found = getattr(module, entry, None)
    if callable(found):
        return
    if found is not None:
        told = {"code": "entry_not_callable", "params": {"entry": entry, "type": type(found).__name__}}
    else:
        own = [
            name
            for name, value in list(vars(module).items())
            if callable(value) and getattr(value, "__module__", None) == "solution"
        ]
        near = difflib.get_close_matches(entry, own, n=1, cutoff=0.5) or own[-1:]
        code = "entry_misnamed" if near else "entry_missing"
        told = {"code": code, "params": {"entry": entry, **({"found": near[0]} if near else {})}}
    raise NotLoaded({"status": "crashed", **told})


def describe(error: BaseException) -> dict[str, Any]:
    """Status, feedback code and traceback (the solution's lines only) of an exception."""
    lines = _solution_lines(error)
    told = {"type": type_name(error), "message": _message(error), "lines": lines}
    if isinstance(error, ForbiddenOperator):
        return {"status": "forbidden", "code": "forbidden_operator", "params": {}, "error": told}
    if is_out_of_memory(error):
        return {"status": "out_of_memory", "code": "out_of_memory", "params": {}, "error": told}
    fault = device_faults.fault(error)
    if fault:
        line = lines[-1]["line"] if lines else 0
        return {"status": "crashed", "code": fault, "params": {"line": line}, "error": told}
    missing = unavailable.reason(error)
    if missing:
        line = lines[-1]["line"] if lines else 0
        return {"status": "crashed", "code": missing, "params": {"line": line}, "error": told}
    if isinstance(error, SystemExit):
        return {"status": "crashed", "code": "exited", "params": {}, "error": told}
    if isinstance(error, TypeError) and not lines:
        return {"status": "crashed", "code": "wrong_arguments", "params": {"detail": told["message"]},
                "error": told}  # fmt: skip
    params = {"type": told["type"], "message": told["message"], "line": lines[-1]["line"] if lines else 0}
    return {"status": "crashed", "code": "raised", "params": params, "error": told}


def is_out_of_memory(error: BaseException) -> bool:
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    if isinstance(error, RuntimeError) and "_STATUS_ALLOC_FAILED" in _message(error):
        return True
    return isinstance(error, RuntimeError) and "allocate memory" in _message(error)


def is_own(error: BaseException) -> bool:
    """Did the solution's own lines run into it?"""
    return bool(_solution_lines(error))


def type_name(error: BaseException) -> str:
    """The name of the builtin exception that it is."""
    # A class made by the solution can carry anything in its name: only a builtin's name is told.
    for kind in type(error).__mro__:
        if kind.__module__ == "builtins":
            return kind.__name__
    return "Exception"


def _message(error: BaseException) -> str:
    try:
        return str(error)[:MESSAGE_LENGTH]
    except BaseException:  # noqa: BLE001 - so may its __str__
        return ""


def _solution_lines(error: BaseException) -> list[dict[str, Any]]:
    lines, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == SOLUTION_FILE:
            text = linecache.getline(SOLUTION_FILE, trace.tb_lineno).strip()
            lines.append({"line": trace.tb_lineno, "text": text[:200], "function": code.co_name[:80]})
        trace = trace.tb_next
    return lines[-TRACEBACK_LINES:]
