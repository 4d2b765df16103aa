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
    "fails", "relation", "distributed",
)  # fmt: skip
# What a solution may be asked to raise. RuntimeError is not among them: torch itself raises it, so it proves
# no check of the solution's own.
ERRORS = ("ValueError", "TypeError", "IndexError", "KeyError", "NotImplementedError")


@dataclass(frozen=True, slots=True)
class Input:
    """An input tensor. ``layout`` says how its memory lies, see ``graders.zygote.layouts``."""

    tensor: RawTensor
    layout: Mapping[str, Any] = field(default_factory=dict)
    requires_grad: bool = False


@dataclass(frozen=True, slots=True)
class CasePlan:
    """One case as an author declares it: what is run, and how it counts.

    ``reduction`` is the length of the longest sum that makes one element (no unit); tolerances
    grow with its root. ``checks`` empty means: all that apply to the steps.
    """

    name: str
    inputs: Mapping[str, Input]
    steps: tuple[Mapping[str, Any], ...]
    visible: bool = False
    weight: float = 1.0
    reduction: int = 1
    checks: tuple[str, ...] = ()
    # Written once, sent to a hundred cells.
    _frame: list[bytes] = field(default_factory=list, init=False, compare=False, repr=False)

    def with_input(self, label: str, value: Input) -> CasePlan:
        return replace(self, inputs={**self.inputs, label: value})

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
            inputs[label] = {
                "index": len(tensors),
                "layout": dict(value.layout),
                "grad": value.requires_grad,
            }
            tensors.append(value.tensor)
        return {"name": self.name, "inputs": inputs, "steps": [dict(step) for step in self.steps]}, tensors
