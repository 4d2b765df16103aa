"""Forbidden operators: the dispatcher's kernels are replaced before the solution is read.

However an operator is reached (alias, ``getattr``, ``torch.ops``, ``nn.Module``, a subclass), it ends
in the dispatcher, where a kernel that raises waits for it. This is policy, not security.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

import torch

SOLUTION_FILE = "solution.py"

FAMILIES: dict[str, str] = {
    "convolution": r"conv(?!ert)",
    "batch_norm": r"(batch|instance|group|layer|rms)_norm",
    "pooling": r"pool",
    "softmax": r"softmax",
    "recurrent": r"(lstm|gru|rnn)",
    "attention": r"attention",
    "loss": r"(_loss$|cross_entropy|nll|kl_div|smooth_l1|huber)",
    "dropout": r"dropout",
}
KEYS = ("CPU", "AutogradCPU")

# The public doors to automatic differentiation, for tasks whose point is the derivative by hand.
_AUTOGRAD_DOORS: tuple[tuple[str, str], ...] = (
    ("autograd", "grad"),
    ("autograd", "backward"),
    ("Tensor", "backward"),
    ("autograd.functional", "jacobian"),
    ("autograd.functional", "hessian"),
    ("autograd.functional", "vjp"),
    ("autograd.functional", "jvp"),
    ("autograd.forward_ad", "make_dual"),
    ("func", "grad"),
    ("func", "grad_and_value"),
    ("func", "vjp"),
    ("func", "jvp"),
    ("func", "jacrev"),
    ("func", "jacfwd"),
    ("func", "hessian"),
    ("func", "linearize"),
)


class ForbiddenOperator(RuntimeError):
    """The solution called an operator that its task forbids."""


def all_operators() -> tuple[str, ...]:
    """Every operator the dispatcher knows, without overload suffix duplicates removed."""
    return tuple(torch._C._dispatch_get_all_op_names())


class Watch:
    """Bars operators for the rest of this process and remembers what was tried, with the line."""

    def __init__(self) -> None:
        self.tried: list[dict[str, Any]] = []
        self._libraries: dict[str, Any] = {}

    def bar(self, patterns: Iterable[str], operators: Iterable[str]) -> None:
        """Replace the kernels of every operator that a family or name pattern covers."""
        wanted = [FAMILIES.get(pattern, pattern) for pattern in patterns if pattern != "autograd"]
        if wanted:
            expression = re.compile("|".join(f"(?:{pattern})" for pattern in wanted))
            for operator in operators:
                namespace, _, name = operator.partition("::")
                if expression.search(name.partition(".")[0]):
                    self._replace(namespace, name, operator)
        if "autograd" in patterns:
            self._close_autograd()

    def _replace(self, namespace: str, name: str, operator: str) -> None:
        library = self._libraries.get(namespace)
        if library is None:
            library = torch._C._dispatch_library("IMPL", namespace, "", __file__, 0)
            self._libraries[namespace] = library
        kernel = self._raising(operator.partition(".")[0])
        for key in KEYS:
            library.impl(name, key, kernel, False)

    def _raising(self, operator: str) -> Callable[..., NoReturn]:
        tried = self.tried

        def forbidden(*_: Any, **__: Any) -> NoReturn:
            if len(tried) < 16:
                tried.append({"operator": operator, "line": solution_line()})
            raise ForbiddenOperator(f"{operator} may not be used in this task")

        return forbidden

    def _close_autograd(self) -> None:
        for path, name in _AUTOGRAD_DOORS:
            owner: Any = torch
            for part in path.split("."):
                owner = getattr(owner, part, None)
            if owner is not None and hasattr(owner, name):
                setattr(owner, name, self._raising(f"torch.{path}.{name}"))


def solution_line() -> int:
    """The innermost line of the solution on the stack; 0 where it is not on it."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == SOLUTION_FILE:
            return frame.f_lineno
        frame = frame.f_back  # type: ignore[assignment]
    return 0
