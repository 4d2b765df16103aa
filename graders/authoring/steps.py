"""What is done with the solution: make, call, differentiate, look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from graders.authoring.error import CaseError
from graders.contract.plan import ERRORS


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance made by ``construct``, handed to a call: itself, or the list of its parameters."""

    slot: str
    parameters: bool = False


def instance(slot: str) -> Instance:
    """The instance itself as an argument, as in ``call("fit", model=instance("net"))``."""
    return Instance(slot)


def parameters_of(slot: str) -> Instance:
    """The list of its parameters as an argument, as an optimizer takes it."""
    return Instance(slot, parameters=True)


def _split(named: dict[str, Any]) -> tuple[list[tuple[str, Any]], dict[str, Any]]:
    positional = [(key, value) for key, value in named.items() if _positional(value)]
    return positional, {key: value for key, value in named.items() if not _positional(value)}


def _positional(value: Any) -> bool:
    return value is None or isinstance(value, (Tensor, Instance))


def call(
    target: str,
    /,
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


def construct(target: str, /, *literals: Any, into: str, meta: bool = False, **named: Any) -> dict[str, Any]:
    """Make an instance of a class of the solution and keep it under the name ``into``.

    ``meta=True`` makes it on PyTorch's meta device: its parameters have shapes and no memory, so that a
    network of any size can be looked at by ``parameters(into)``. It can be neither loaded nor called.
    """
    positional, options = _split(named)
    return {
        "op": "construct",
        "target": target,
        "literals": list(literals),
        "args": positional,
        "options": options,
        "into": into,
        "meta": bool(meta),
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


def seed(number: int) -> dict[str, Any]:
    """Seed torch's random numbers. What a solution draws afterwards is then the same each time."""
    return {"op": "seed", "seed": int(number)}


def backward(of: str, wrt: Sequence[str], at: str = "") -> dict[str, Any]:
    """Gradients of the output ``of`` under a random cotangent, for inputs and parameters by label."""
    return {"op": "backward", "of": of, "wrt": list(wrt), "at": at, "cotangent": None}


def read(slot: str, *names: str, at: str = "") -> dict[str, Any]:
    """Observe parameters or buffers of an instance; ``at`` tells repeated reads apart."""
    return {"op": "read", "slot": slot, "names": list(names), "at": at}


def hold(slot: str, *names: str) -> dict[str, Any]:
    """Keep hold of the tensor objects that these names mean now, as a caller of the module might."""
    return {"op": "hold", "slot": slot, "names": list(names)}


def read_held(slot: str, *names: str, at: str = "held") -> dict[str, Any]:
    """Observe the tensor objects taken by ``hold``: they show whether buffers are updated in place."""
    return {"op": "read_held", "slot": slot, "names": list(names), "at": at}


def parameters(slot: str, *, names: bool = True, at: str = "") -> dict[str, Any]:
    """List the parameters of an instance. ``names=False`` leaves it to the solution what they are called."""
    return {"op": "parameters", "slot": slot, "names": bool(names), "at": at}


def fails(step: dict[str, Any], error: str) -> dict[str, Any]:
    """A ``call`` or ``construct`` that the solution must refuse by raising ``error`` (or a kind of it)."""
    if step.get("op") not in ("call", "construct"):
        raise CaseError("only call(...) and construct(...) can be expected to fail")
    if error not in ERRORS:
        raise CaseError(f"fails(...) knows the errors {', '.join(ERRORS)}, not {error!r}")
    return {"op": "fails", "step": step, "error": error}
