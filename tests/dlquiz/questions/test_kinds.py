"""Every kind keeps what it promises: its examples are marked as they should be, and its page can be shown."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from dlquiz.questions import kinds
from dlquiz.questions.kind import Examples, Kind
from dlquiz.questions.kinds import KINDS
from graders.answers.outcome import AnswerRefused, Outcome

EXAMPLES = [
    pytest.param(kind, example, id=f"{name}-{number}")
    for name, kind in KINDS.items()
    for number, example in enumerate(kind.examples())
]


def test_every_folder_is_a_kind_and_every_kind_a_folder() -> None:
    folders = {path.parent.name for path in Path(kinds.__file__).parent.glob("*/__init__.py")}
    assert folders == set(KINDS)
    assert all(name == kind.name for name, kind in KINDS.items())


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_examples_are_marked_as_they_should_be(kind: Kind, example: Examples) -> None:
    assert kind.problems(example.spec) == []
    assert all((example.right, example.wrong, example.invalid))
    for values in example.right:
        assert kind.mark(example.spec, example.seed, values).outcome is Outcome.FULL, values
    for values in example.wrong:
        assert kind.mark(example.spec, example.seed, values).outcome is not Outcome.FULL, values
    for values in example.invalid:
        with pytest.raises(AnswerRefused):
            kind.mark(example.spec, example.seed, values)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_the_form_has_every_field_and_escapes_what_was_typed(kind: Kind, example: Examples) -> None:
    instance, text = kind.instance(example.spec, example.seed), "<b>&"
    # A gap, an entry, a field: wherever text can be typed.
    values = {"answer": f"a={text}" if kind.name == "fill_in" else text, "reason": text}
    place = {"course": SimpleNamespace(slug="c"), "question": SimpleNamespace(slug="q")}
    context = {"instance": instance, "values": values, "inputs": kind.inputs(instance, values), **place}
    html = render_to_string(kind.template, context)
    asked = set(kind.fields) if instance.body.get("with_reason", True) else {"answer"}
    assert {field for field in kind.fields if f'name="{field}' in html} == asked
    assert text not in html


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_a_missing_language_and_an_unknown_key_are_problems(kind: Kind, example: Examples) -> None:
    spec = {**example.spec, "statement": {"en": "Only"}, "colour": "red"}
    problems = "\n".join(kind.problems(spec))
    assert "`statement` needs both languages" in problems
    assert "unknown key 'colour'" in problems
    without = {key: value for key, value in example.spec.items() if key != kind.name}
    assert kind.problems(without)


@pytest.mark.parametrize(
    ("name", "table", "problem"),
    [
        ("single_choice", {"option": [{"id": "a"}]}, "at least two options"),
        ("number", {}, "either `value` or a generator"),
        ("number", {"value": "x"}, "no number"),
        ("number", {"value": 1, "errors": [{"value": 2, "code": "nonsense"}]}, "known code"),
        ("shape", {"shape": "3x3"}, "list of sizes"),
        ("short_text", {"glossary": ["convolution"]}, "concept: none"),
        ("short_code", {}, "`layers` is missing"),
        ("short_code", {"functions": {"torch.relu": ["input"]}, "values": {"dim": [1]}}, "no call has an"),
        ("short_code", {"layers": {"torch.nn.Softmax": []}, "values": {"dim": 1}}, "needs a list"),
        ("short_code", {"layers": {"torch.nn.Softmax": []}, "which": "best"}, "must be one of every, any"),
        ("short_code", {"layers": {"torch.nn.Softmax": []}, "also": [{"id": "a"}]}, "asks for nothing"),
        ("short_code", {"layers": {}, "also": [{"id": "made"}]}, "missing or used twice"),
        ("multiple_choice", {"option": [{"id": "a", "right": True}]}, "one wrong"),
        ("true_false", {"right": "yes"}, "must be true or false"),
        ("true_false", {"right": True, "concept": [{"id": "a"}]}, "accepts nothing"),
        ("tensor", {"values": [[1, 2], [3]]}, "rows of equal length"),
        ("tensor", {"values": [["x"]]}, "rows of equal length"),
        ("ordering", {"item": [{"id": "a"}]}, "3 to 9 items"),
        ("matching", {"item": [{"id": "a", "with": "z"}]}, "no partner's id"),
        ("fill_in", {"text": {"en": "[_a_]", "hi": "[_b_]"}, "blank": [{"id": "a"}]}, "(hi) are not those"),
        ("fill_in", {"blank": [{"id": "a", "terms": "nonsense"}]}, "unknown term 'nonsense'"),
        ("formula", {"accept": ["q"], "symbols": {"w": []}}, "formula_unknown_symbol"),
        ("formula", {"accept": ["w"]}, "`symbols` is missing"),
    ],
)
def test_a_wrong_table_is_a_problem(name: str, table: dict[str, object], problem: str) -> None:
    text = {"en": "What?", "hi": "क्या?"}
    problems = KINDS[name].problems({"statement": text, "solution": text, name: table})
    assert any(problem in found for found in problems), problems


def test_the_text_around_a_gap_is_no_list_and_no_heading() -> None:
    text = {"en": "With stride [_a_]\n2. **two [_b_]** # three", "hi": "[_b_] [_a_] दो"}
    blanks = [{"id": "a", "words": ["x"]}, {"id": "b", "words": ["y"]}]
    spec = {"statement": text, "solution": text, "fill_in": {"text": text, "blank": blanks}}
    kind = KINDS["fill_in"]
    pieces = kind.inputs(kind.instance(spec, 0), {"answer": "b=1"})
    assert [(piece["gap"], piece["value"]) for piece in pieces if "gap" in piece] == [("a", ""), ("b", "1")]
    html = "".join(str(piece.get("html", "")) for piece in pieces)
    assert ("<strong>two </strong>" in html, "<li>" in html) == (True, False)


def test_choices_are_shuffled_by_the_seed_and_stay_so() -> None:
    kind = KINDS["single_choice"]
    option = [{"id": name, "text": {"en": name, "hi": name}, "right": name == "a"} for name in "abcdef"]
    text = {"en": "?", "hi": "?"}
    spec = {"statement": text, "solution": text, "single_choice": {"option": option}}
    orders = [[o["id"] for o in kind.instance(spec, seed).body["options"]] for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
