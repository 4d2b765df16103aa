"""The errata say the same in both languages, and hold the facts that the course has to set right."""

from __future__ import annotations

from pathlib import Path

import pytest

from dlquiz.content.errata import Erratum, read_errata
from dlquiz.content.lint import text_problems
from dlquiz.content.problems import ContentRefused
from dlquiz.content.source import CourseSource
from dlquiz.core.i18n import Text

ERRATA = read_errata()
# Each with what its correction cannot leave out.
FACTS = {
    "convolution-invariance": "equivariant",
    "batchnorm-covariate-shift": "disputed",
    "xavier-variance": "\\frac{2}{n_{in} + n_{out}}",
    "lecun-activation": "SELU",
    "relu-derivative": "\\max(0, x)",
    "rnn-explosion": "same recurrent weights",
    "sigmoid-loss": "*binary* cross-entropy",
    "mse-convex": "not in the weights",
    "output-near-one": "target",
    "batch-is-no-epoch": "\\lceil N / B \\rceil",
    "epoch-one-pass": "iteration",
    "squared-error-derivative": "*prediction* $\\hat y$",
    "update-of-all-weights": "**all** weights",
    "global-minimum": "local minimum",
    "activation-in-optimizer": "forward pass",
    "adam-best": "default",
    "alexnet-error": "26.2 %",
    "resnet-purpose": "*degradation*",
    "torchvision-pretrained": "`models.resnet18(weights=models.ResNet18_Weights.DEFAULT)`",
}


def by_id(erratum: Erratum) -> str:
    return erratum.id


def devanagari(text: str) -> int:
    return sum("\u0900" <= letter <= "\u097f" for letter in text)


def written(folder: Path, *entries: str) -> Path:
    """A course folder with these errata in it."""
    (folder / "errata.toml").write_text("\n".join(entries), "utf-8")
    return folder


def entry(**changed: str) -> str:
    """An erratum without problems, but for what is changed."""
    lines = {
        "id": '"first"',
        "topic": '"one"',
        "claim": '{ en = "It is $1$.", hi = "यह $1$ है।" }',
        "right": '{ en = "It is `two`.", hi = "यह `two` है।" }',
    } | changed
    return "\n".join(["[[erratum]]", *(f"{key} = {value}" for key, value in lines.items() if value), ""])


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(ContentRefused) as refused:
        read_errata(folder)
    return [str(problem) for problem in refused.value.problems]


def test_the_facts_that_must_be_there_are_there() -> None:
    right = {erratum.id: erratum.right.en for erratum in ERRATA}
    assert {name for name, fact in FACTS.items() if fact not in right.get(name, "")} == set()


def test_every_erratum_has_an_id_of_its_own() -> None:
    names = [erratum.id for erratum in ERRATA]
    assert len(names) == len(set(names))
    assert set(names) == set(FACTS)


@pytest.mark.parametrize("erratum", ERRATA, ids=by_id)
def test_an_erratum_says_the_same_in_both_languages(erratum: Erratum) -> None:
    for text in (erratum.claim, erratum.right):
        assert text.en
        assert text.hi
        assert text_problems(text.en, text.hi, erratum.id) == []
        assert devanagari(text.hi) > 5
        assert text.hi.endswith("।")
        assert text.en.endswith(".")
    assert erratum.claim != erratum.right


def test_errata_are_of_topics_of_the_course_and_in_their_order(content: CourseSource) -> None:
    order = [topic.slug for topic in content.topics]
    assert {erratum.topic for erratum in ERRATA} <= set(order)
    places = [order.index(erratum.topic) for erratum in ERRATA]
    assert places == sorted(places)


def test_errata_are_read_as_they_are_written(folder: Path) -> None:
    (erratum,) = read_errata(written(folder, entry()))
    assert erratum == Erratum(
        id="first",
        topic="one",
        claim=Text("It is $1$.", "यह $1$ है।"),
        right=Text("It is `two`.", "यह `two` है।"),
    )


def test_a_course_may_have_no_errata(folder: Path) -> None:
    assert read_errata(folder) == ()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"topic": '"two"'}, "`topic` is 'two', which course.toml does not have"),
        ({"topic": ""}, "`topic` is '', which course.toml does not have"),
        ({"claim": '{ en = "It is $1$." }'}, "`claim` needs both languages"),
        ({"claim": '"It is $1$."'}, "`claim` needs both languages"),
        ({"right": '{ en = " ", hi = "यह `two` है।" }'}, "`right` needs both languages"),
        ({"right": ""}, "`right` needs both languages"),
        (
            {"claim": '{ en = "It is $1$.", hi = "यह $2$ है।" }'},
            "`claim`: formulas differ between the languages",
        ),
        (
            {"right": '{ en = "It is `two`.", hi = "यह दो है।" }'},
            "`right`: code words differ between the languages",
        ),
        ({"right": '{ en = "It is two.", hi = "It is two." }'}, "`right`: the Hindi text is not Hindi"),
        (
            {"right": '{ en = "It is दो.", hi = "यह दो है।" }'},
            "`right`: the English text has Devanagari in it",
        ),
        ({"wrong": '"It is $1$."'}, "unknown key `wrong`"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(folder: Path, changed: dict[str, str], message: str) -> None:
    assert problems_of(written(folder, entry(**changed))) == [f"errata.toml:2: erratum 'first': {message}"]


def test_an_id_is_needed_and_stands_once(folder: Path) -> None:
    wanted = "`id` must be a word of small letters, digits and hyphens"
    assert problems_of(written(folder, entry(id=""))) == [f"errata.toml:1: erratum 1: {wanted}"]
    assert problems_of(written(folder, entry(), entry())) == [
        "errata.toml:2: erratum 'first' stands there twice"
    ]


def test_every_problem_of_the_file_is_told_at_once(folder: Path) -> None:
    written(folder, entry(topic='"two"'), entry(id='"second"', right=""))
    assert [problem.split(": ")[1] for problem in problems_of(folder)] == [
        "erratum 'first'",
        "erratum 'second'",
    ]


def test_a_file_that_is_no_toml_is_refused(folder: Path) -> None:
    (problem,) = problems_of(written(folder, "[[erratum"))
    assert problem.startswith("errata.toml:1: no valid TOML")
