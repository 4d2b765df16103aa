"""What is said of results: relations, distributions, extremes, training, and what they may cost.

Nothing of this is carried out by the solution: the grader looks at what the steps showed.
"""

from __future__ import annotations

from typing import Any

from torch import Tensor

from graders.authoring.error import CaseError
from graders.contract.plan import LEAST_RATIOS, LOSSES


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


def extreme(*outputs: str) -> dict[str, Any]:
    """These outputs come from extreme inputs; the case's other calls are ordinary.

    Each needs an ordinary call of the same target beside it: only then can a student be told that the code is
    right and only not stable.
    """
    if not outputs:
        raise CaseError("extreme(...) needs the names of outputs")
    return {"op": "extreme", "of": list(outputs)}


def falls(*losses: str, by: float = 0.0) -> dict[str, Any]:
    """Losses, in the order of training, must fall: outputs that are numbers or tensors of numbers.

    ``by`` is the share of the first that must be gone at the end, from 0 to 1. Compared is the mean of the
    first tenth with that of the last: batches are noisy.
    """
    if not losses or not 0 <= by <= 1:
        raise CaseError("falls(...) needs the names of losses, and a share by from 0 to 1")
    return {"op": "trained", "of": list(losses), "by": float(by), "below": None, "target": None, "loss": ""}


def reaches(output: str, *, below: float, target: Tensor | None = None, loss: str = "mse") -> dict[str, Any]:
    """An output must end below this loss.

    With a ``target`` the grader computes the loss of the output itself, ``"mse"`` or ``"cross_entropy"``,
    and the solution never sees the target. Without one the output is the loss (its last number counts), as
    the solution tells it.
    """
    if loss not in LOSSES:
        raise CaseError(f"reaches(...) knows the losses {', '.join(LOSSES)}, not {loss!r}")
    return {
        "op": "trained",
        "of": [output],
        "by": None,
        "below": float(below),
        "target": target,
        "loss": loss,
    }


def limit(*, time: float | None = None, memory: float | None = None) -> dict[str, Any]:
    """The case may take so many times the processor time, and the memory, that the reference takes."""
    for name, value in (("time", time), ("memory", memory)):
        if value is not None and not value >= LEAST_RATIOS[name]:
            raise CaseError(f"limit({name}=…) takes a ratio of {LEAST_RATIOS[name]:g} or more")
    if time is None and memory is None:
        raise CaseError("limit(...) limits nothing: give time=, memory= or both")
    return {"op": "limit", "time": time, "memory": memory}
