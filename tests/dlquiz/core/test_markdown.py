"""Authors' Markdown becomes HTML that cannot run anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders

from dlquiz.core import markdown
from dlquiz.core.figures import StaticFigures
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


@pytest.fixture
def figures(tmp_path: Path, settings: Any) -> Iterator[StaticFigures]:
    """A static folder with one figure."""
    (tmp_path / "slide.svg").write_text('<svg xmlns="x" viewBox="0 0 320 180.5"></svg>', "utf-8")
    settings.STATICFILES_DIRS = [("content/example", tmp_path)]
    finders.get_finder.cache_clear()
    markdown._rendered.cache_clear()
    yield StaticFigures("content/example")
    finders.get_finder.cache_clear()


def test_a_figure_has_its_address_its_size_and_its_caption(figures: StaticFigures) -> None:
    html = render('![A kernel](figures/slide.svg "Stride $s = 2$ & more")', figures)
    assert html.startswith("<figure>")
    assert 'src="/static/content/example/slide.svg"' in html
    assert 'width="320"' in html
    assert 'height="180.5"' in html
    assert 'alt="A kernel"' in html
    assert "<figcaption>Stride <" in html
    assert "<mi>s</mi>" in html
    assert "&amp; more</figcaption></figure>" in html


def test_a_wide_figure_scrolls_by_itself_and_can_be_reached_by_keys(
    tmp_path: Path, figures: StaticFigures
) -> None:
    (tmp_path / "wide.svg").write_text('<svg xmlns="x" viewBox="0 0 620 200"></svg>', "utf-8")
    html = render('![A stack](figures/wide.svg "From left to right")', figures)
    assert html.startswith('<figure class="figure--wide" tabindex="0">')
    assert "tabindex" not in render('![A kernel](figures/slide.svg "Stride")', figures)


def test_a_picture_within_a_line_stays_there(figures: StaticFigures) -> None:
    assert render("See ![k](figures/slide.svg) here.", figures).startswith("<p>See <img")


@pytest.mark.parametrize("source", ["figures/../../settings.py", "figures/none.svg", "/etc/passwd"])
def test_a_figure_that_is_not_there_is_not_looked_for_elsewhere(figures: StaticFigures, source: str) -> None:
    assert "/static/" not in render(f"![k]({source})", figures)
