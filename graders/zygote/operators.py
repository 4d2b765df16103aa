"""Forbidden operators: the dispatcher's kernels are replaced before the solution is read.

However an operator is reached (alias, ``getattr``, ``torch.ops``, ``nn.Module``, a subclass), it ends
in the dispatcher, where a kernel that raises waits for it. This is policy, not security.
"""

from __future__ import annotations

import ctypes
import importlib
import re
import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

import torch
import torch._decomp
from torch.ao.nn import quantizable

from graders.zygote import autograd, libraries
from graders.zygote.doors import Body, Door

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


class ForbiddenOperator(RuntimeError):
    """The solution called an operator that its task forbids."""


# Where a kernel can stand that is used on this machine. One that only leads to other operators counts too:
# those of dropout, of an LSTM or of the L1 loss are in no family.
_KEYS = (
    "CPU", "CompositeExplicitAutograd", "CompositeExplicitAutogradNonFunctional", "CompositeImplicitAutograd",
    "CompositeImplicitAutogradNestedTensor", "MkldnnCPU", "QuantizedCPU", "SparseCPU", "SparseCsrCPU",
    "NestedTensorCPU",
)  # fmt: skip
_ELSEWHERE = re.compile(r"(cudnn|miopen|mps)_|_mps")
# The same for a machine with a graphics card, on which a solution may compute on either.
_CARD_KEYS = (*_KEYS, "CUDA", "QuantizedCUDA", "SparseCUDA", "SparseCsrCUDA", "NestedTensorCUDA")
_ELSEWHERE_WITH_A_CARD = re.compile(r"(miopen|mps)_|_mps")

# Where Python functions do the work of an operator, or stand before it under its name.
_MODULES = (
    "torch.nn.functional", "torch._refs", "torch._refs.nn.functional", "torch._refs.special",
    "torch._decomp.decompositions", "torch._decomp.decompositions_for_rng",
    "torch.ao.nn.quantized.functional",
)  # fmt: skip

Kernel = tuple[str, str, str]


def all_kernels(card: bool = False) -> tuple[Kernel, ...]:
    """(namespace, operator, dispatch key) of every kernel that can run on a CPU tensor.

    ``card``: or on one of a graphics card.
    """
    keys, elsewhere = (_CARD_KEYS, _ELSEWHERE_WITH_A_CARD) if card else (_KEYS, _ELSEWHERE)
    has = torch._C._dispatch_has_kernel_for_dispatch_key
    found = []
    for operator in torch._C._dispatch_get_all_op_names():
        namespace, _, name = operator.partition("::")
        if not elsewhere.search(name):
            found += [(namespace, name, key) for key in keys if has(operator, key)]
    return tuple(found)


def plain_name(operator: str) -> str:
    """The name by which a student knows it: without overload and leading underscores."""
    return operator.partition(".")[0].lstrip("_")


def all_doors() -> tuple[Door | Body, ...]:
    """The functions of ``_MODULES``, and those by which torch takes an operator apart into others."""
    found: list[Door | Body] = []
    for path in _MODULES:
        module = importlib.import_module(path)
        functions = [name for name, value in vars(module).items() if _is_door(value)]
        found += [Door(module, name, plain_name(name)) for name in functions]
    for layer in vars(quantizable).values():
        if isinstance(layer, type):
            found.append(Door(layer, "forward", layer.__name__.lower()))
    for table in torch._decomp.global_decomposition_table.values():
        for operator in table:
            # An operator's name is written aten.name.overload.
            name = plain_name(str(operator).partition(".")[2])
            found.append(Door(table, operator, name))
            kernels = getattr(operator, "py_kernels", {})
            found += [Door(kernels, key, name) for key in kernels]
    return tuple(found)


def _is_door(value: Any) -> bool:
    # What is no Python function leads to the dispatcher, and TorchScript has to find it as it is.
    return isinstance(value, types.FunctionType)


@dataclass(frozen=True)
class Covered:
    """What a family's name or a pattern covers."""

    kernels: tuple[Kernel, ...]
    doors: tuple[Door | Body, ...]

    def __bool__(self) -> bool:
        return bool(self.kernels or self.doors)

    def names(self) -> set[str]:
        """By which names they are told."""
        return {plain_name(name) for _, name, _ in self.kernels} | {door.told for door in self.doors}


class Operators:
    """The kernels of each family, looked up once in the zygote: a family names no task."""

    def __init__(self, card: bool = False) -> None:
        self._kernels, self._doors = all_kernels(card), all_doors()
        shelves = {name: libraries.shut_of(name) for name in libraries.LIBRARIES}
        self._doors += tuple(door for shelf in shelves.values() for door in shelf)
        self._families = {name: self._matching(pattern) for name, pattern in FAMILIES.items()}
        self._families |= {name: Covered((), shelf) for name, shelf in shelves.items()}

    def covered(self, pattern: str) -> Covered:
        """What a family's name or a regular expression over operator names covers."""
        found = self._families.get(pattern)
        return self._matching(pattern) if found is None else found

    def families(self) -> list[str]:
        return [*self._families, AUTOGRAD]

    def nothing_in(self, patterns: Iterable[str]) -> list[str]:
        """Those of ``patterns`` that cover nothing: misspelt, or of another version of PyTorch."""
        return [pattern for pattern in patterns if pattern != AUTOGRAD and not self.covered(pattern)]

    def names(self, patterns: Iterable[str]) -> list[str]:
        """How the operators that these patterns cover are told, in alphabetical order."""
        return sorted(
            {
                name
                for pattern in patterns
                for name in (autograd.NAMES if pattern == AUTOGRAD else self.covered(pattern).names())
            }
        )

    def _matching(self, pattern: str) -> Covered:
        search = re.compile(pattern).search
        return Covered(
            tuple(kernel for kernel in self._kernels if search(kernel[1].partition(".")[0])),
            tuple(door for door in self._doors if search(door.told)),
        )


class Watch:
    """Bars operators and remembers what was tried, with the line. ``barred``: the patterns in force."""

    def __init__(self) -> None:
        self.tried: list[dict[str, Any]] = []
        self.barred: tuple[str, ...] = ()
        self._libraries: dict[str, Any] = {}
        self._undo: list[Callable[[], None]] = []

    def bar(self, patterns: Iterable[str], operators: Operators) -> None:
        """Replace every operator that a family or name pattern covers by one that raises.

        Python functions above the operators are shut with them. Automatic differentiation stays open
        until ``seal``.
        """
        self.barred = tuple(patterns)
        for pattern in self.barred:
            if pattern == AUTOGRAD:
                continue
            covered = operators.covered(pattern)
            for namespace, name, key in covered.kernels:
                self._replace(namespace, name, key)
            self._undo += [door.shut(self._raising(door.told)) for door in covered.doors]

    def lift(self) -> None:
        """Put everything back: for the zygote, between cells of two tasks."""
        # Of a door that two patterns shut, the first one found it open.
        for undo in reversed(self._undo):
            undo()
        for library in self._libraries.values():
            library.reset()
        self._undo, self._libraries, self.barred = [], {}, ()

    def seal(self) -> None:
        """Bar the rest, for as long as this process lives, and let go of what could undo it."""
        if AUTOGRAD in self.barred:
            autograd.close(self._raising, self._replace)
        for library in self._libraries.values():
            # What a library puts in goes with it. It must not go, and nobody must find it to make it go.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))
        self._libraries, self._undo = {}, []

    def _replace(self, namespace: str, name: str, key: str) -> None:
        library = self._libraries.get(namespace)
        if library is None:
            library = torch._C._dispatch_library("IMPL", namespace, "", __file__, 0)
            self._libraries[namespace] = library
        library.impl(name, key, self._raising(plain_name(name)), False)  # type: ignore[call-arg]  # the stub lacks with_keyset

    def _raising(self, operator: str) -> Callable[..., NoReturn]:
        tried = self.tried

        def forbidden(*_: Any, **__: Any) -> NoReturn:
            if len(tried) < 16:
                tried.append({"operator": operator, "line": solution_line()})
            raise ForbiddenOperator(f"{operator} may not be used in this task")

        return forbidden


def solution_line() -> int:
    """The innermost line of the solution on the stack; 0 where it is not on it."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename == SOLUTION_FILE:
            return frame.f_lineno
        frame = frame.f_back  # type: ignore[assignment]
    return 0
