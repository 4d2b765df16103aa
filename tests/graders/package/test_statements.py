"""The two statements must agree in what does not depend on the language."""

import pytest

from graders.package.hints import Parts, split
from graders.package.statements import ENGLISH, HINDI, problems
from tests.graders.package.small import SOUND

OUT = "hint_out_of_order"


def found(english: str, hindi: str) -> list[tuple[str, str, int]]:
    return [(p.code, p.path, p.line) for p in problems({ENGLISH: english, HINDI: hindi})]


def test_statements_that_agree_pass() -> None:
    assert list(problems(SOUND)) == []


def test_formulas_may_stand_in_another_order_and_with_other_spaces_and_words() -> None:
    english = "Let $a$ be $b + c$ where $x_{\\text{in}}$ is given."
    hindi = "जहाँ $x_{\\text{अंदर}}$ दिया है, $b+c$ को $a$ मानिए।"
    assert found(english, hindi) == []


@pytest.mark.parametrize(
    ("english", "hindi", "expected"),
    [
        (
            "$n - k$\n\n$b$",
            "यह\n\n$n + k$, $b$",
            [("formula_alone", ENGLISH, 1), ("formula_alone", HINDI, 3)],
        ),
        ("$$\na\n$$", "क", [("formula_alone", ENGLISH, 1)]),
        ("$a$ and $a$", "$a$ और", [("formula_alone", ENGLISH, 1)]),
        ("```\nf(1)\n```", "क\n\n```\nf(2)\n```", [("code_block_differs", HINDI, 3)]),
        ("```\nf(1)\n```", "क", [("code_blocks_counted", HINDI, 0)]),
        ("# A\n## B", "# क", [("headings_differ", HINDI, 0)]),
        ("text", "no Hindi at all", [("statement_not_hindi", HINDI, 0)]),
        ("text\n\n```python\nx", "क\n", [("fence_open", ENGLISH, 3)]),
        ("a\n`x` and `y` and `x`\n", "क `x`\n", [("code_word_alone", ENGLISH, 2)]),
        ("- a\n- b\n", "- क\n", [("structure_differs", HINDI, 0)]),
        ("| a |\n| - |\n", "क\n", [("structure_differs", HINDI, 0)]),
        ("## Hint 1\na", "## शीर्षक\nक", [("hints_differ", HINDI, 0)]),
        ("## Hint 1\n## More", "## संकेत 1\n## और", [(OUT, ENGLISH, 2), (OUT, HINDI, 2)]),
        ("## Hint 2\na", "## संकेत 1\nक", [(OUT, ENGLISH, 1)]),
    ],
)
def test_each_difference_is_placed(english: str, hindi: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(english, hindi) == expected


def test_a_dollar_in_code_is_no_formula_and_a_hash_in_code_no_heading() -> None:
    english = "Run `echo $a$` now.\n\n```sh\n# $b$ is\n```"
    hindi = "अब `echo $a$` चलाइए।\n\n```sh\n# $b$ is\n```"
    assert found(english, hindi) == []
    assert found(english.replace("`echo $a$`", "it"), hindi) == [("code_word_alone", HINDI, 1)]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    text = "````\n```\ninner\n```\n````\nक"
    assert found(text, text) == []


def test_hints_are_the_last_sections_and_a_hash_in_code_does_not_begin_one() -> None:
    body = "Body.\n\n```md\n## Hint 1\n```\n"
    parts = split(f"{body}\n## Hint 1\n\nFirst.\n\n### Smaller\n\nStill.\n\n## Hint 2\nSecond.\n")
    assert parts.body == body
    assert parts.hints == ("First.\n\n### Smaller\n\nStill.\n", "Second.\n")
    assert parts.wrong_line == 0


def test_without_hints_the_statement_is_its_body() -> None:
    assert split("One.\n\n## Hints in general\n") == Parts("One.\n\n## Hints in general\n", ())
