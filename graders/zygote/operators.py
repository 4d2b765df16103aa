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

# Named like a family, but closed in Python: what it stands for is no kernel.
AUTOGRAD = "autograd"
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


# Kernels that do the work on this machine: operators without one only lead to others that have one.
_KERNEL_KEYS = ("CPU", "CompositeExplicitAutograd", "CompositeExplicitAutogradNonFunctional")
_OTHER_KEYS = ("MkldnnCPU", "QuantizedCPU")
_ELSEWHERE = re.compile(r"(cudnn|miopen|mps)_|_mps")

Kernel = tuple[str, str, str]


def all_kernels() -> tuple[Kernel, ...]:
    """(namespace, operator, dispatch key) of every kernel that can run on a CPU tensor."""
    has = torch._C._dispatch_has_kernel_for_dispatch_key
    found = []
    for operator in torch._C._dispatch_get_all_op_names():
        namespace, _, name = operator.partition("::")
        if _ELSEWHERE.search(name):
            continue
        if any(has(operator, key) for key in _KERNEL_KEYS):
            found.append((namespace, name, "CPU"))
        found += [(namespace, name, key) for key in _OTHER_KEYS if has(operator, key)]
    return tuple(found)


class Operators:
    """The kernels of each family, looked up once in the zygote: a family names no task."""

    def __init__(self) -> None:
        self._kernels = all_kernels()
        self._families = {name: self._matching(pattern) for name, pattern in FAMILIES.items()}

    def covered(self, pattern: str) -> tuple[Kernel, ...]:
        """The kernels that a family's name or a regular expression over operator names covers."""
        found = self._families.get(pattern)
        return self._matching(pattern) if found is None else found

    def families(self) -> list[str]:
        """Every name that stands for more than itself."""
        return sorted((*self._families, AUTOGRAD))

    def nothing_in(self, patterns: Iterable[str]) -> list[str]:
        """Those of ``patterns`` that cover no operator: misspelt, or of another version of PyTorch."""
        return [pattern for pattern in patterns if pattern != AUTOGRAD and not self.covered(pattern)]

    def _matching(self, pattern: str) -> tuple[Kernel, ...]:
        expression = re.compile(pattern)
        return tuple(kernel for kernel in self._kernels if expression.search(kernel[1].partition(".")[0]))


class Watch:
    """Bars operators for the rest of this process and remembers what was tried, with the line."""

    def __init__(self) -> None:
        self.tried: list[dict[str, Any]] = []
        self._libraries: dict[str, Any] = {}

    def bar(self, patterns: Iterable[str], operators: Operators) -> None:
        """Replace the kernels of every operator that a family or name pattern covers."""
        for pattern in patterns:
            if pattern == AUTOGRAD:
                self._close_autograd()
                continue
            for namespace, name, key in operators.covered(pattern):
                self._replace(namespace, name, key)

    def _replace(self, namespace: str, name: str, key: str) -> None:
        library = self._libraries.get(namespace)
        if library is None:
            library = torch._C._dispatch_library("IMPL", namespace, "", __file__, 0)
            self._libraries[namespace] = library
        library.impl(name, key, self._raising(name.partition(".")[0].lstrip("_")), False)  # type: ignore[call-arg]  # the stub lacks with_keyset

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
