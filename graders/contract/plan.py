"""What a cell is asked to do with one case: inputs by label and a closed list of steps.

Plain data on both sides of the wall. A value is a JSON literal, ``{"input": label}`` for an input
tensor, or ``{"tuple": [values]}``; anything else is refused by whoever reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graders.contract.frame import RawTensor, encode

OPERATIONS = (
    "construct", "load", "call", "mode", "seed", "backward", "read", "hold", "read_held", "parameters",
    "fails", "relation", "distributed", "extreme", "trained", "limit",
)  # fmt: skip
# A cotangent that can be checked by hand, in place of a random one: the gradient of the sum.
ONES = "ones"
# What the grader alone reads: nothing of it is sent to a cell.
STATEMENTS = ("relation", "distributed", "extreme", "trained", "limit")
# The kinds of check, by name. graders.checks is above this layer; a guard test holds them equal.
CHECKS = (
    "forbidden", "run", "shape", "dtype", "values", "extremes", "invariants", "statistics", "gradients",
    "backward", "state", "parameters", "train_eval", "layouts", "training", "errors", "purity", "resources",
)  # fmt: skip
# How an input may lie in memory, see ``graders.zygote.layouts``.
LAYOUTS = ("permuted", "strided", "offset", "expanded")
LOSSES = ("mse", "cross_entropy")
DTYPES = ("float32", "float64", "bfloat16", "float16")
# Nearer to the reference than this, right solutions cannot be told from slow ones: processor time itself
# doubles while others use the same core's caches and other half.
LEAST_RATIOS = {"time": 4.0, "memory": 2.0}
# What a solution may be asked to raise. RuntimeError is not among them: torch itself raises it, so it proves
# no check of the solution's own.
ERRORS = ("ValueError", "TypeError", "IndexError", "KeyError", "NotImplementedError")


@dataclass(frozen=True, slots=True)
class Input:
    """An input tensor. ``layout`` says how its memory lies, see ``graders.zygote.layouts``.

    ``withheld``: for the grader alone, never sent to a cell.
    """

    tensor: RawTensor
    layout: Mapping[str, Any] = field(default_factory=dict)
    requires_grad: bool = False
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class CasePlan:
    """One case as an author declares it: what is run, and how it counts.

    ``reduction`` is the length of the longest sum that makes one element (no unit); tolerances
    grow with its root. ``checks`` empty means: all that apply to the steps. ``layouts``: further ways
    in which the inputs are laid out, after a run on them as they are. ``dtypes`` empty means: all of the
    task's. ``dtype`` is what the case was drawn in, ``twin_of`` the name of the same case in the task's
    first dtype, where this is not that. ``device``: where the cell puts the inputs.
    """

    name: str
    inputs: Mapping[str, Input]
    steps: tuple[Mapping[str, Any], ...]
    visible: bool = False
    weight: float = 1.0
    reduction: int = 1
    checks: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    dtypes: tuple[str, ...] = ()
    dtype: str = "float32"
    device: str = "cpu"
    twin_of: str = ""
    identity: bool = False
    # Written once, sent to a hundred cells.
    _frame: list[bytes] = field(default_factory=list, init=False, compare=False, repr=False)

    def with_input(self, label: str, value: Input) -> CasePlan:
        return replace(self, inputs={**self.inputs, label: value})

    def steps_of(self, operation: str) -> list[Mapping[str, Any]]:
        """The steps of this kind."""
        return [step for step in self.steps if step["op"] == operation]

    def frame(self) -> bytes:
        """What is written to a cell to have this case run."""
        if not self._frame:
            head, tensors = self.to_head()
            self._frame.append(encode({"do": "case", "case": head}, tensors))
        return self._frame[0]

    def to_head(self) -> tuple[dict[str, Any], list[RawTensor]]:
        """What travels to a cell: a JSON object and its tensors. Nothing of how the case counts."""
        tensors: list[RawTensor] = []
        inputs: dict[str, Any] = {}
        for label, value in self.inputs.items():
            if value.withheld:
                continue
            inputs[label] = {
                "index": len(tensors),
                "layout": dict(value.layout),
                "grad": value.requires_grad,
            }
            tensors.append(value.tensor)
        steps = [dict(step) for step in self.steps if step["op"] not in STATEMENTS]
        head = {"name": self.name, "inputs": inputs, "steps": steps, "dtype": self.dtype}
        if self.layouts:
            head["layouts"] = list(self.layouts)
        if self.device != "cpu":
            head["device"] = self.device
        return head, tensors
