"""Automatic differentiation: closed for tasks whose point is the derivative by hand, open to the harness.

Every way back through a graph that starts in Python leads through the engine object that torch keeps; what
starts in C++, and the way forward, through two operators. Besides, no graph is recorded in such a task.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import torch
from torch import Tensor

Raising = Callable[[str], Callable[..., NoReturn]]
Replace = Callable[[str, str, str], None]

# (owner, name): said by this name when it is called.
_DOORS: tuple[tuple[str, str], ...] = (
    ("autograd", "grad"),
    ("autograd", "backward"),
    ("Tensor", "backward"),
    ("autograd", "gradcheck"),
    ("autograd", "gradgradcheck"),
    ("autograd.functional", "jacobian"),
    ("autograd.functional", "hessian"),
    ("autograd.functional", "vjp"),
    ("autograd.functional", "jvp"),
    ("autograd.functional", "vhp"),
    ("autograd.functional", "hvp"),
    ("autograd.forward_ad", "make_dual"),
    ("autograd.forward_ad", "dual_level"),
    ("func", "grad"),
    ("func", "grad_and_value"),
    ("func", "vjp"),
    ("func", "jvp"),
    ("func", "jacrev"),
    ("func", "jacfwd"),
    ("func", "hessian"),
    ("func", "linearize"),
)
_ENGINE = "autograd"
# Operators that lead to the engine from C++, as TorchScript does, or forward along a tangent.
_KERNELS = (
    ("aten", "_backward", "CompositeImplicitAutograd"),
    ("aten", "_make_dual", "Autograd"),
    ("aten", "_make_dual", "ADInplaceOrView"),
    ("aten", "_make_dual", "CompositeExplicitAutograd"),
)
# TorchScript has operators of its own for this, which no dispatcher sees.
_SCRIPT = (("jit", "script"), ("jit", "load"), ("jit", "trace"), ("jit", "CompilationUnit"))
NAMES = {f"torch.{path}.{name}" for path, name in (*_DOORS, *_SCRIPT)} | {_ENGINE, "backward", "make_dual"}

_engine = torch.autograd.Variable._execution_engine
_run_backward = _engine.run_backward
_set_grad_enabled = torch._C._set_grad_enabled


class _ClosedEngine:
    """Stands where torch keeps its engine."""

    def __init__(self, raising: Callable[..., NoReturn]) -> None:
        self.run_backward = raising

    def __getattr__(self, name: str) -> Any:
        return getattr(_engine, name)


def close(raising: Raising, replace: Replace) -> None:
    """Close it for the rest of this process. ``replace`` takes the kernel of an operator away."""
    for path, name in (*_DOORS, *_SCRIPT):
        owner: Any = torch
        for part in path.split("."):
            owner = getattr(owner, part, None)
        if owner is not None and hasattr(owner, name):
            setattr(owner, name, raising(f"torch.{path}.{name}"))
    setattr(torch.autograd.Variable, "_execution_engine", _ClosedEngine(raising(_ENGINE)))  # noqa: B010 - its type is another
    for kernel in _KERNELS:
        replace(*kernel)
    _set_grad_enabled(False)


def gradients(output: Tensor, targets: Sequence[Tensor], cotangent: Tensor) -> tuple[Tensor | None, ...]:
    """Gradients of ``output`` with respect to ``targets``, None where there is none; the graph stays.

    As ``torch.autograd.grad``, also where a task closes that to its solutions.
    """
    found: tuple[Tensor | None, ...] = _run_backward(
        (output,), (cotangent,), True, False, tuple(targets), True, accumulate_grad=False
    )
    return found
