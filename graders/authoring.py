"""The vocabulary of ``cases.py``: cases declared as data, drawn from one source of randomness.

Runs in a package cell. A case is a list of steps over labelled input tensors; which checks apply
follows from the steps::

    def cases(draw):
        x, w = draw.normal(2, 3, 8, 7), draw.normal(4, 3, 3, 3)
        yield case(
            "stride 2",
            call("conv2d", x=x, weight=w, bias=None, stride=2),
            backward("y", wrt=("x", "weight")),
            visible=True,
            reduction=27,
        )

Tensors and ``None`` are passed by position in the order written, everything else by keyword; the
keyword is the label of the input. Labels are unique within a case.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

import torch
from torch import Tensor

from graders.contract.plan import ERRORS

T = TypeVar("T")


class CaseError(ValueError):
    """A case is declared in a way that the vocabulary does not know."""


class Draw:
    """The only source of randomness of a package: one secret seed, one dtype, one device."""

    def __init__(self, seed: int, dtype: str = "float32") -> None:
        self.dtype: torch.dtype = getattr(torch, dtype)
        self._tensors = torch.Generator().manual_seed(seed % (1 << 63))
        self._scalars = random.Random(seed)

    def _dtype(self, dtype: str | None) -> torch.dtype:
        return getattr(torch, dtype) if dtype else self.dtype

    def normal(self, *shape: int, mean: float = 0.0, std: float = 1.0, dtype: str | None = None) -> Tensor:
        """Independent normal values of that mean and standard deviation."""
        drawn = torch.randn(shape, generator=self._tensors, dtype=torch.float64)
        return (drawn * std + mean).to(self._dtype(dtype))

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0, dtype: str | None = None) -> Tensor:
        """Independent values, uniform in [low, high)."""
        drawn = torch.rand(shape, generator=self._tensors, dtype=torch.float64)
        return (drawn * (high - low) + low).to(self._dtype(dtype))

    def integer_tensor(self, *shape: int, low: int = 0, high: int = 10, dtype: str = "int64") -> Tensor:
        """Independent integers in [low, high), of ``dtype`` (a float dtype is allowed)."""
        drawn = torch.randint(low, high, shape, generator=self._tensors)
        return drawn.to(getattr(torch, dtype))

    def integers(self, low: int, high: int) -> int:
        """One integer in [low, high], both ends included."""
        return self._scalars.randint(low, high)

    def choice(self, options: Sequence[T]) -> T:
        """One of ``options``."""
        return self._scalars.choice(options)


def _split(named: dict[str, Any]) -> tuple[list[tuple[str, Any]], dict[str, Any]]:
    positional = [(key, value) for key, value in named.items() if value is None or isinstance(value, Tensor)]
    return positional, {key: value for key, value in named.items() if not _positional(value)}


def _positional(value: Any) -> bool:
    return value is None or isinstance(value, Tensor)


def call(
    target: str,
    *literals: Any,
    into: str | tuple[str, ...] = "y",
    gradients: bool = False,
    **named: Any,
) -> dict[str, Any]:
    """Call a function of the solution, or an instance made by ``construct`` (``"bn"``, ``"bn.method"``).

    ``into`` names the outputs; a tuple for a function that returns several. ``gradients`` says that
    the outputs are gradients written by hand, to be judged as such.
    """
    positional, options = _split(named)
    return {
        "op": "call",
        "target": target,
        "literals": list(literals),
        "args": positional,
        "options": options,
        "into": list(into) if isinstance(into, tuple) else [into],
        "several": isinstance(into, tuple),
        "gradients": gradients,
    }


def construct(target: str, *literals: Any, into: str, **named: Any) -> dict[str, Any]:
    """Make an instance of a class of the solution and keep it under the name ``into``."""
    positional, options = _split(named)
    return {
        "op": "construct",
        "target": target,
        "literals": list(literals),
        "args": positional,
        "options": options,
        "into": into,
    }


def load(slot: str, **values: Tensor) -> dict[str, Any]:
    """Copy values into parameters and buffers of an instance, in place. Dots are written ``__``."""
    return {
        "op": "load",
        "slot": slot,
        "values": [(name.replace("__", "."), value) for name, value in values.items()],
    }


def train(slot: str) -> dict[str, Any]:
    """Put an instance into training mode."""
    return {"op": "mode", "slot": slot, "training": True}


def evaluate(slot: str) -> dict[str, Any]:
    """Put an instance into evaluation mode."""
    return {"op": "mode", "slot": slot, "training": False}


def backward(of: str, wrt: Sequence[str], at: str = "") -> dict[str, Any]:
    """Gradients of the output ``of`` under a random cotangent, for inputs and parameters by label."""
    return {"op": "backward", "of": of, "wrt": list(wrt), "at": at, "cotangent": None}


def read(slot: str, *names: str, at: str = "") -> dict[str, Any]:
    """Observe parameters or buffers of an instance; ``at`` tells repeated reads apart."""
    return {"op": "read", "slot": slot, "names": list(names), "at": at}


def parameters(slot: str, *, names: bool = True, at: str = "") -> dict[str, Any]:
    """List the parameters of an instance. ``names=False`` leaves it to the solution what they are called."""
    return {"op": "parameters", "slot": slot, "names": bool(names), "at": at}


def seed(number: int) -> dict[str, Any]:
    """Seed torch's random numbers. What a solution draws afterwards is then the same each time."""
    return {"op": "seed", "seed": int(number)}


def equal(first: str, second: str, *, exact: bool = False) -> dict[str, Any]:
    """Two outputs must be equal; ``exact``: to the last bit, as under the same seed."""
    return {"op": "relation", "kind": "equal", "of": [first, second], "exact": bool(exact)}


def different(first: str, second: str) -> dict[str, Any]:
    """Two outputs must not be the same, as under different seeds."""
    return {"op": "relation", "kind": "different", "of": [first, second]}


def combined(output: str, **weights: float) -> dict[str, Any]:
    """``output`` must be the sum of other outputs, each times its weight: linearity."""
    if not weights:
        raise CaseError("combined(...) needs the outputs that it is made of")
    factors = [float(weight) for weight in weights.values()]
    return {"op": "relation", "kind": "combined", "of": [output, *weights], "weights": factors}


def summed(output: str, axis: int, to: float) -> dict[str, Any]:
    """The sums of an output along ``axis`` must all be ``to``, as those of a softmax are 1."""
    return {"op": "relation", "kind": "summed", "of": [output], "axis": int(axis), "to": float(to)}


def zeros(of: str, rate: float) -> dict[str, Any]:
    """About so large a share of an output, or of a value that was read (``"net.weight"``), must be zero."""
    if not 0 <= rate <= 1:
        raise CaseError("a rate lies between 0 and 1")
    return {"op": "distributed", "of": of, "zeros": float(rate)}


def distributed(of: str, *, mean: float, std: float, distribution: str = "normal") -> dict[str, Any]:
    """Mean, standard deviation and kind (normal, uniform) of at least 1000 random values.

    ``of`` is an output, or a value that was read (``"net.weight"``).
    """
    if distribution not in ("normal", "uniform") or std <= 0:
        raise CaseError("distributed(...) knows normal and uniform, with a positive standard deviation")
    moments = {"mean": float(mean), "std": float(std), "distribution": distribution}
    return {"op": "distributed", "of": of, "zeros": None, **moments}


def hold(slot: str, *names: str) -> dict[str, Any]:
    """Keep hold of the tensor objects that these names mean now, as a caller of the module might."""
    return {"op": "hold", "slot": slot, "names": list(names)}


def read_held(slot: str, *names: str, at: str = "held") -> dict[str, Any]:
    """Observe the tensor objects taken by ``hold``: they show whether buffers are updated in place."""
    return {"op": "read_held", "slot": slot, "names": list(names), "at": at}


def fails(step: dict[str, Any], error: str) -> dict[str, Any]:
    """A ``call`` or ``construct`` that the solution must refuse by raising ``error`` (or a kind of it)."""
    if step.get("op") not in ("call", "construct"):
        raise CaseError("only call(...) and construct(...) can be expected to fail")
    if error not in ERRORS:
        raise CaseError(f"fails(...) knows the errors {', '.join(ERRORS)}, not {error!r}")
    return {"op": "fails", "step": step, "error": error}


def case(
    name: str,
    *steps: dict[str, Any],
    visible: bool = False,
    weight: float = 1.0,
    reduction: int = 1,
    checks: Sequence[str] = (),
) -> dict[str, Any]:
    """One case. ``reduction`` is the length of the longest sum behind one element of the result."""
    if not steps:
        raise CaseError(f"case {name!r} has no steps")
    return {
        "name": name,
        "steps": list(steps),
        "visible": bool(visible),
        "weight": float(weight),
        "reduction": int(reduction),
        "checks": list(checks),
    }
