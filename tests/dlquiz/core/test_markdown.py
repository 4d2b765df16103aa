"""Authors' Markdown becomes HTML that cannot run anything."""

from __future__ import annotations

import pytest

from dlquiz.core.markdown import render


def test_formulas_become_mathml() -> None:
    html = render("Size: $\\lfloor \\frac{n - f}{s} \\rfloor + 1$ and\n\n$$y = x$$\n")
    assert html.count("<math") == 2
    assert "mfrac" in html


def test_code_is_coloured_and_can_be_focused() -> None:
    html = render("```python\ndef f(x): return x\n```")
    assert 'tabindex="0"' in html
    assert 'class="k"' in html


def test_a_formula_that_cannot_be_read_is_shown_as_it_is() -> None:
    assert "\\frac{" in render("$\\frac{$").replace("&#x27;", "'")


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![a](javascript:alert(1))",
        "<svg onload=alert(1)>",
        "$\\href{javascript:alert(1)}{x}$",
        "[a](data:text/html,<script>1</script>)",
    ],
)
def test_nothing_that_runs_is_left(source: str) -> None:
    html = render(source).lower()
    assert "<script" not in html
    assert "<svg" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert "<img src=x" not in html
