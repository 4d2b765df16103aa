"""What a case is judged against: its plan, the reference's results, and the float64 oracle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.compare.evidence import Array, Evidence, to_array
from graders.compare.tolerance import Tolerance, tolerance
from graders.contract import CasePlan


@dataclass(frozen=True, slots=True)
class Subject:
    """One case with its expected results. ``oracle`` maps observation names to float64 arrays."""

    plan: CasePlan
    expected: Evidence
    oracle: Mapping[str, Array]
    # A case set judges a hundred submissions: what does not depend on them is worked out once.
    _scale: list[float] = field(default_factory=list, init=False, compare=False, repr=False)
    _tolerances: dict[str, Tolerance] = field(default_factory=dict, init=False, compare=False, repr=False)

    def outputs(self, gradients: bool) -> Iterator[str]:
        """Names of what the calls return: plain results, or hand-written gradients."""
        for step in self.plan.steps:
            if step["op"] == "call" and bool(step["gradients"]) == gradients:
                yield from step["into"]

    def names(self, prefix: str) -> list[str]:
        """Names of the reference's observations that begin with ``prefix``."""
        return [name for name in self.expected.observed if name.startswith(prefix)]

    def modes(self) -> dict[str, list[str]]:
        """Outputs of modules by mode: ``{"train": [...], "eval": [...]}``."""
        training: dict[str, bool] = {}
        found: dict[str, list[str]] = {"train": [], "eval": []}
        for step in self.plan.steps:
            if step["op"] == "construct":
                training[step["into"]] = True
            elif step["op"] == "mode":
                training[step["slot"]] = step["training"]
            elif step["op"] == "call" and step["target"] in training:
                found["train" if training[step["target"]] else "eval"] += step["into"]
        return found

    def tolerance(self, name: str) -> Tolerance:
        """How far from the oracle a right result may lie."""
        found = self._tolerances.get(name)
        if found is None:
            wanted, oracle = self.expected.observed[name], self.oracle[name]
            found = tolerance(wanted.dtype, self.plan.reduction, oracle, wanted.array, self.scale())
            self._tolerances[name] = found
        return found

    def scale(self) -> float:
        """The largest magnitude among the floating inputs."""
        if not self._scale:
            largest = 1e-30
            for value in self.plan.inputs.values():
                array = to_array(value.tensor)
                if array.dtype.kind == "f" and array.size:
                    largest = max(largest, float(np.abs(array).max()))
            self._scale.append(largest)
        return self._scale[0]


def params_of(name: str, **more: Any) -> dict[str, Any]:
    """Parameters for a feedback text about the observation ``name``, with its plain name."""
    return {"name": name.split(":", 1)[-1].replace("@", " "), **more}
