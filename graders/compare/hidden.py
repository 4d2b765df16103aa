"""Evidence of a hidden case without anything that could carry an input of it out.

A solution sees the inputs, and can write any answer in its cell's name. So a word that is shown of a hidden
case is one that was there before the case was run: of the solution's source, of the plan, a builtin
exception, or an operator that the task forbids.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graders.compare.claims import count, exception_name
from graders.compare.evidence import Evidence
from graders.contract import CasePlan

# Said by the grader itself, with its own parameters.
_OURS = ("timed_out", "died", "malformed", "not_reached")
_ANONYMOUS = ("<module>", "<lambda>", "<listcomp>", "<genexpr>", "<dictcomp>", "<setcomp>")


def without_inputs(evidence: Evidence, plan: CasePlan, source: str, operators: Collection[str]) -> Evidence:
    """The evidence as it may be told: of a hidden case without what the solution could have made up there."""
    if plan.visible or evidence.code in _OURS:
        return evidence
    return replace(
        evidence,
        params=_known_params(evidence, plan, source),
        error=None if evidence.error is None else _known_error(evidence.error, source),
        tried=tuple(_known_operator(item, source, operators) for item in evidence.tried),
    )


def _known_params(evidence: Evidence, plan: CasePlan, source: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if "type" in evidence.params:
        told["type"] = exception_name(evidence.params["type"])
    if "line" in evidence.params:
        told["line"] = _known_line(evidence.params["line"], source)
    if "limit_mib" in evidence.params:
        told["limit_mib"] = count(evidence.params["limit_mib"])
    if evidence.code == "parameter_misshapen":
        told |= _known_shapes(evidence.params, plan)
    if evidence.code == "missing_attribute":
        told["detail"] = _known_lack(str(evidence.params.get("detail", "")), plan)
    return told


def _known_shapes(params: Mapping[str, Any], plan: CasePlan) -> dict[str, Any]:
    """Which parameter it is, as the plan names it, and the shape that the plan's values have."""
    for step in plan.steps_of("load"):
        for name, value in step["values"]:
            label = f"{step['slot']}.{name}"
            if params.get("name") == label and isinstance(value, Mapping):
                return {"name": label, "expected": list(plan.inputs[value["input"]].tensor.shape)}
    return {}


def _known_lack(detail: str, plan: CasePlan) -> str:
    """What is missing, where the plan has a name for it."""
    for word in _words(list(plan.steps)):
        for name in (word, word.rpartition(".")[2], word.partition(".")[2]):
            if name and detail == name:
                return detail
    return "–"


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield key
            yield from _words(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _words(part)


def _known_error(told: Mapping[str, Any], source: str) -> dict[str, Any]:
    texts = source.splitlines()
    lines = [
        {
            "line": line["line"],
            "text": texts[line["line"] - 1].strip()[:200],
            "function": _known_function(line["function"], source),
        }
        for line in told["lines"]
        if 1 <= line["line"] <= len(texts)
    ]
    return {"type": told["type"], "message": "", "lines": lines}


def _known_function(name: str, source: str) -> str:
    return name if name in _ANONYMOUS or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source) else ""


def _known_line(line: Any, source: str) -> int:
    known = count(line)
    return known if known <= len(source.splitlines()) else 0


def _known_operator(item: Mapping[str, Any], source: str, operators: Collection[str]) -> dict[str, Any]:
    name = item["operator"] if item["operator"] in operators else "?"
    return {"operator": name, "line": _known_line(item["line"], source)}
