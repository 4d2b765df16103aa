"""The two languages of a lesson must agree in what belongs to neither."""

from __future__ import annotations

import pytest

from dlquiz.content.lint import lesson_problems, text_problems

ENGLISH = """## One

A `conv` with $k = 3$ and [a link](https://example.org/a).

$$y = w \\cdot x$$

```python
y = conv(x)
```

| a | b |
|---|---|
| 1 | 2 |

- first

> A note.

![A picture](figures/a.svg "caption")
"""
HINDI = (
    ENGLISH.replace("A `conv` with $k = 3$ and", "$k = 3$ वाला `conv` और")
    .replace("A note.", "एक टिप्पणी।")
    .replace('![A picture](figures/a.svg "caption")', '![एक चित्र](figures/a.svg "शीर्षक")')
    .replace("## One", "## एक")
)


def test_a_faithful_translation_has_no_problem() -> None:
    assert lesson_problems(ENGLISH, HINDI, "hi.md") == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("## एक", "### एक", "headings"),
        ("$k = 3$", "$k = 5$", "formulas"),
        ("w \\cdot x", "w + x", "displayed formulas"),
        ("y = conv(x)", "y = conv(z)", "code blocks"),
        ("`conv`", "conv", "code words"),
        ("| 1 | 2 |\n", "", "table rows"),
        ("- first\n", "", "list items"),
        ("> एक", "एक", "notes"),
        ("a.svg", "b.svg", "pictures"),
        ("example.org/a", "example.org/b", "links"),
        ("![एक चित्र]", "![]", "without a description"),
    ],
)
def test_each_difference_is_noticed(old: str, new: str, what: str) -> None:
    assert old in HINDI
    problems = lesson_problems(ENGLISH, HINDI.replace(old, new), "hi.md")
    assert any(what in problem.message for problem in problems), problems


def test_english_left_in_place_of_hindi_is_noticed() -> None:
    assert [p.message for p in lesson_problems(ENGLISH, ENGLISH, "hi.md")] == ["this is not Hindi"]


def test_short_texts_agree_in_formulas_and_code() -> None:
    assert text_problems("$a$ and `b`", "`b` और $a$", "`hint`") == []
    assert len(text_problems("$a$ and `b`", "$c$ और `d`", "`hint`")) == 2
    assert text_problems("यह", "यह", "`hint`") == ["`hint`: the English text has Devanagari in it"]
