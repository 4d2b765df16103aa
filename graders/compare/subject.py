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
    _scales: dict[bool, float] = field(default_factory=dict, init=False, compare=False, repr=False)
    _extremes: list[list[str]] = field(default_factory=list, init=False, compare=False, repr=False)
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

    def extremes(self) -> list[str]:
        """Names of what comes from extreme inputs: outputs, and gradients through them."""
        if not self._extremes:
            outputs = [name for step in self.plan.steps_of("extreme") for name in step["of"]]
            through = [step for step in self.plan.steps_of("backward") if step["of"] in outputs]
            self._extremes.append([*outputs, *(name for step in through for name in gradient_names(step))])
        return self._extremes[0]

    def ordinary(self) -> list[str]:
        """Names of all other outputs and gradients that the reference gives as tensors."""
        extremes = self.extremes()
        outputs = [*self.outputs(gradients=False), *self.outputs(gradients=True)]
        return [
            name for name in [*outputs, *self.names("grad:")] if name not in extremes and name in self.oracle
        ]

    def tolerance(self, name: str) -> Tolerance:
        """How far from the oracle a right result may lie."""
        found = self._tolerances.get(name)
        if found is None:
            wanted, oracle = self.expected.observed[name], self.oracle[name]
            scale = self.scale(name in self.extremes())
            found = tolerance(wanted.dtype, self.plan.reduction, oracle, wanted.array, scale)
            self._tolerances[name] = found
        return found

    def scale(self, extreme: bool = False) -> float:
        """The largest finite magnitude among the floating inputs; extreme ones count for extreme results
        only.
        """
        found = self._scales.get(extreme)
        if found is None:
            found = max([1e-30, *map(_largest, self._sent(extreme))])
            self._scales[extreme] = found
        return found

    def _sent(self, extreme: bool) -> Iterator[Array]:
        outputs = self.extremes()
        hidden = {
            label
            for step in self.plan.steps_of("call")
            if not extreme and any(name in outputs for name in step["into"])
            for label, _ in step["args"]
        }
        for label, value in self.plan.inputs.items():
            if label not in hidden:
                yield to_array(value.tensor)


def _largest(array: Array) -> float:
    if array.dtype.kind != "f" or not array.size:
        return 0.0
    sizes = np.abs(array)
    largest = float(sizes.max())
    # Rarely anything but finite: looked through only then.
    return largest if np.isfinite(largest) else float(sizes[np.isfinite(sizes)].max(initial=0.0))


def gradient_names(step: Mapping[str, Any]) -> list[str]:
    """The names under which a ``backward`` step shows its gradients."""
    suffix = "@" + step["at"] if step["at"] else ""
    return [f"grad:{label}{suffix}" for label in step["wrt"]]


def params_of(name: str, **more: Any) -> dict[str, Any]:
    """Parameters for a feedback text about the observation ``name``, with its plain name."""
    plain, _, at = name.split(":", 1)[-1].partition("@")
    return {"name": f"{plain} ({at})" if at else plain, **more}


def told_name(name: str) -> str:
    """An observation as a programmer says it, in any language: ``y``, ``x.grad``, ``bn.running_mean``."""
    kind, _, rest = name.rpartition(":")
    plain = (rest or kind).split("@")[0]
    return f"{plain}.grad" if kind == "grad" else plain
