"""From an explanation to what the result page shows below the verdict, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dlquiz.submissions.heatmap import Heatmap, heatmaps
from dlquiz.submissions.presentation import (
    CheckView,
    DiagnosisView,
    check_view,
    diagnosis_view,
    first_wrong,
    language_of,
)
from graders.contract import CodeError, CounterExample, Explanation, Language
from graders.feedback import render


@dataclass(frozen=True, slots=True)
class ExampleView:
    """The smallest input that shows the mistake. ``program`` is Python to be pasted below the solution."""

    check: CheckView
    program: str
    error: CodeError | None
    heatmaps: tuple[Heatmap, ...]


@dataclass(frozen=True, slots=True)
class ExplanationView:
    """What was found out after the verdict: named mistakes, what the failures share, an example."""

    diagnosis: DiagnosisView | None
    findings: tuple[str, ...]
    example: ExampleView | None


def explanation_view(value: Mapping[str, Any], language: str | None = None) -> ExplanationView:
    """The view of a stored explanation. Raises ``ValueError`` for one of an unknown schema."""
    explanation, chosen = Explanation.from_json(value), language_of(language)
    diagnosis, example = explanation.diagnosis, explanation.counter_example
    return ExplanationView(
        diagnosis=diagnosis_view(diagnosis, chosen) if diagnosis else None,
        # Beside a named mistake they say the same again, with less.
        findings=()
        if diagnosis
        else tuple(render(found.code, found.params, chosen) for found in explanation.findings),
        example=example_view(example, chosen) if example else None,
    )


def example_view(example: CounterExample, language: Language) -> ExampleView:
    """The example with its numbers as grids."""
    return ExampleView(
        check=check_view(example.check, language),
        program=example.program,
        error=example.error,
        heatmaps=heatmaps(example.tensors, first_wrong([example.check])),
    )
