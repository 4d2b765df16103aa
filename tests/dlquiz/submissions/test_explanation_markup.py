"""What was found out after the verdict, as HTML: reason and example, asked for while they are awaited."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from dlquiz.submissions.explanation_view import explanation_view
from dlquiz.submissions.presentation import report_view
from graders.contract import (
    CheckResult,
    CounterExample,
    Diagnosis,
    Explanation,
    Message,
    Misconception,
    ShownTensor,
    Text,
)
from tests.dlquiz.submissions.reports import FLIPPED, report

FIRST = Text(en="The bias is missing", hi="Bias छूट गया है")
SECOND = Text(en="The stride is ignored", hi="Stride का उपयोग नहीं हुआ")
WHY = Text(en="Add it **once**.", hi="उसे **एक बार** जोड़िए।")
EXAMPLE = CounterExample(
    case="by-hand",
    program="import torch\n\nx = torch.tensor([[1.]])\ny = conv2d(x)\n",
    check=CheckResult("values", "wrong", "values_all_zero", {"name": "y"}),
    tensors=(
        ShownTensor("x", "input", "float32", (1, 1), (1.0,)),
        ShownTensor("y", "expected", "float32", (1, 1), (2.0,)),
        ShownTensor("y", "actual", "float32", (1, 1), (0.0,)),
    ),
    elements=2,
)


def told(**changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"diagnosis": None, "findings": (), "counter_example": None, "seconds": 0.1}
    return Explanation(**{**fields, **changes}).to_json()


def html(language: str = "en", *, explanation: dict[str, Any] | None = None, **context: Any) -> str:
    submission = SimpleNamespace(receipt="abc234", state="graded", purpose="submit", attempt=1)
    with translation.override(language):
        found = explanation_view(explanation) if explanation else None
        shown = {"submission": submission, "report": report_view(report()), "explanation": found, **context}
        return render_to_string("submissions/_status.html", shown)


def test_an_awaited_explanation_is_asked_for_and_one_that_is_there_is_not() -> None:
    awaited = html(awaited=True, poll=0)
    assert 'hx-get="/submissions/abc234/explanation/?poll=1"' in awaited
    assert "Looking for the smallest input" in awaited
    assert "hx-get" not in html(explanation=told(counter_example=EXAMPLE))
    assert "explanation" not in html()


@pytest.mark.parametrize(("language", "heading"), [("en", "The smallest input"), ("hi", "सबसे छोटा input")])
def test_the_example_comes_before_the_cases_with_its_numbers_and_as_python(
    language: str, heading: str
) -> None:
    page = html(language, explanation=told(counter_example=EXAMPLE))
    assert page.index(heading) < page.index('class="table-wrap"')
    assert "y = conv2d(x)" in page
    assert page.count('class="heatmap ') >= 4


def test_two_mistakes_are_both_told() -> None:
    also = Misconception("stride_ignored", "misconception", SECOND, WHY)
    both = Diagnosis("bias_dropped", "misconception", FIRST, WHY, ("by-hand",), also)
    page = html("hi", explanation=told(diagnosis=both))
    assert "यहाँ दो बातें एक साथ हैं।" in page
    assert page.index(FIRST.hi) < page.index(SECOND.hi)


def test_the_mistake_that_the_verdict_named_is_told_once() -> None:
    page = html(
        explanation=told(diagnosis=Diagnosis("flipped", "misconception", FIRST, WHY)),
        report=report_view(report(diagnosis=FLIPPED), "en"),
    )
    assert "The kernel is flipped" in page
    assert FIRST.en not in page


def test_what_failures_have_in_common_is_told_where_no_mistake_is_named() -> None:
    finding = Message("finding_sign", {"name": "y"})
    assert "right but for their sign" in html(explanation=told(findings=(finding,)))
    named = Diagnosis("bias_dropped", "misconception", FIRST, WHY)
    assert "the opposite sign" not in html(explanation=told(findings=(finding,), diagnosis=named))


def test_an_explanation_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="schema"):
        explanation_view({**told(), "schema": 99})
