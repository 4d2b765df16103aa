"""Formulas are read as students write them, marked by what they come to, and never hang or crash."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.answers.formula.latex import to_latex
from graders.answers.formula.marker import FormulaKey, LikelyFormula, Partly, mark_formula
from graders.answers.formula.parser import parse
from graders.answers.formula.symbols import Symbols
from graders.answers.outcome import AnswerRefused, Outcome
from graders.contract import Text

DESCENT = Symbols({
    "w": ("w_t", "theta", "W", "w_old"),
    "eta": ("lr", "alpha", "learning rate"),
    "dL/dw": ("grad", "gradient", "dw", "g", "w.grad"),
})  # fmt: skip
UPDATE = FormulaKey(
    ("w - eta * dL/dw",), DESCENT, errors=(LikelyFormula("w + eta * dL/dw", Text("up", "ऊपर")),)
)
PENALTY = Symbols({"L": ("Loss", "J", "L_0"), "lambda": ("lam",), "w": ("w_i", "W")}, frozenset({"w"}))
RIDGE = FormulaKey(
    ("L + lambda * sum(w^2)",),
    PENALTY,
    partly=(Partly("lambda * sum(w^2)", Fraction(1, 2), Text("L", "L")),),
)
VARIANCE = FormulaKey(("2 / n_in",), Symbols({"n_in": ("n", "fan_in", "n_l")}))


def outcome(key: FormulaKey, text: str) -> Outcome:
    return mark_formula(key, text).outcome


@pytest.mark.parametrize(
    "text",
    [
        "w ← w − η ∂L/∂w",
        "w := w - lr*grad",
        "w <- w - lr * g",
        r"w_{t+1} = w_t - \eta \frac{\partial L}{\partial w}",
        r"$\theta \leftarrow \theta - \alpha \, \nabla_\theta J(\theta)$",
        "w -= lr * w.grad",
        "W = W − α·dJ/dW",
        "w = w - η∇L(w)",
        "w_new = w_old - learning_rate × gradient",
        "w = w-ηdL/dw",
        "w = w − η∇w",
        "θ = θ − α dJ(θ)/dθ",
        "w = w - αδL/δw",
        "w = w - η . dL/dw",
        r"w = w - \eta \frac{dL}{dw}",
        "w(t+1) = w(t) - η ∂L/∂w(t)",
        r"w^{(t+1)} = w^{(t)} - \eta \nabla L",
        "new w = w - learning rate * gradient",
        "-η·∂Loss/∂w + w",
        "W - LR * Gradient",
        r"\[ w = w - \eta \cdot \dfrac{\partial \mathcal{L}}{\partial w} \]",
    ],
)
def test_the_update_rule_counts_however_it_is_written(text: str) -> None:
    assert outcome(UPDATE, text) is Outcome.FULL


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eta*grad - w", "formula_sign"),
        ("2*(w - eta*grad)", "formula_factor"),
        ("w - lr", "formula_wrong"),
        ("w - grad", "formula_wrong"),
        ("9^9^9^9^9^9", "formula_wrong"),
        ("0/0", "formula_wrong"),
        ("∂L", "formula_wrong"),
    ],
)
def test_a_wrong_formula_is_told_how_it_is_wrong(text: str, code: str) -> None:
    marking = mark_formula(UPDATE, text)
    assert marking.outcome is Outcome.ZERO
    assert [remark.code for remark in marking.remarks] == [code]


def test_a_known_slip_has_the_authors_words_and_a_part_its_share() -> None:
    slip = mark_formula(UPDATE, "w + η ∂L/∂w")
    assert (slip.outcome, [note.en for note in slip.notes]) == (Outcome.ZERO, ["up"])
    part = mark_formula(RIDGE, "λ Σ w²")
    assert (part.outcome, str(part.fraction), [note.en for note in part.notes]) == (
        Outcome.PARTIAL,
        "0.5000",
        ["L"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "L + λ Σ w²",
        "L_total = L + λ‖w‖²",
        r"L + \lambda \sum_{i=1}^{n} w_i^2",
        "loss + lambda * sum(w**2)",
        "L + λ wᵀ w",
        "L + λ w^T w",
        r"J + \lambda \|w\|_2^2",
        "L + lam * norm(w)^2",
    ],
)
def test_a_sum_over_the_weights_counts_however_it_is_written(text: str) -> None:
    assert outcome(RIDGE, text) is Outcome.FULL


@pytest.mark.parametrize("text", ["L + λ Σ|w|", "L + λ w²", "L + λ ‖w‖"])
def test_another_norm_or_no_sum_is_something_else(text: str) -> None:
    assert outcome(RIDGE, text) is not Outcome.FULL


@pytest.mark.parametrize(
    "text",
    [
        "2/n",
        "2/fan-in",
        r"2/fan\_in",
        "Var(W) = 2/n_in",
        "σ² = 2 / fan_in",
        r"\frac{2}{n_{in}}",
        "२/n",
        "2nᵢₙ^-1",
        "1/(0.5n)",
    ],
)
def test_names_digits_and_powers_are_read_in_any_spelling(text: str) -> None:
    assert outcome(VARIANCE, text) is Outcome.FULL


def test_rounding_up_is_told_from_rounding_down_and_adding_one() -> None:
    symbols = Symbols({"N": (), "B": ()})
    key = FormulaKey(("ceil(N / B)",), symbols)
    assert outcome(key, "⌈N/B⌉") is Outcome.FULL
    assert outcome(key, "floor(N/B) + 1") is Outcome.ZERO
    assert outcome(key, "N/B") is Outcome.ZERO


def test_both_readings_of_a_slash_before_a_product_count() -> None:
    symbols = Symbols({"n": (), "m": ()})
    assert outcome(FormulaKey(("1 / (2 n)",), symbols), "1/2n") is Outcome.FULL
    assert outcome(FormulaKey(("n / 2",), symbols), "1/2n") is Outcome.FULL


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "answer_blank"),
        ("   ", "answer_blank"),
        ("w - q", "formula_unknown_symbol"),
        ("((((", "formula_ends_early"),
        ("(w - eta", "formula_not_closed"),
        ("w = w = w", "formula_two_equals"),
        ("w = ", "formula_half"),
        ("w - - ", "formula_ends_early"),
        ("w ) w", "formula_unreadable_at"),
        ("नया weight = पुराना", "formula_unreadable_at"),
        ("w - 🙂", "formula_unreadable_at"),
        ("<script>", "formula_unreadable_at"),
        ("(" * 200, "formula_too_deep"),
        ("-" * 200, "formula_too_deep"),
        (r"\frac{" * 70, "formula_too_deep"),
        (r"\frac" * 10_000, "formula_too_long"),
        ("w" * 501, "formula_too_long"),
        ("w+" * 200, "formula_too_long"),
        ("1e999", "number_out_of_range"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(text: str, code: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        mark_formula(UPDATE, text)
    assert refused.value.remark.code == code


@given(st.text(alphabet=r"w_{}()[]|^+-*/=\frac eta∂L∇Σ²η0123.,dT ", max_size=120))
def test_whatever_is_typed_is_marked_or_refused(text: str) -> None:
    with suppress(AnswerRefused):
        mark_formula(UPDATE, text)


@given(st.text(max_size=60))
def test_any_text_at_all_is_marked_or_refused(text: str) -> None:
    with suppress(AnswerRefused):
        mark_formula(RIDGE, text)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("w - eta*dL/dw", r"w - \eta \, \frac{\partial L}{\partial w}"),
        ("(w - eta)*2", r"\left(w - \eta\right) \cdot 2"),
        ("w - (eta - w)", r"w - \left(\eta - w\right)"),
        ("-w^2", r"-{w}^{2}"),
        ("sqrt(w)/eta", r"\frac{\sqrt{w}}{\eta}"),
        ("tanh(w)", r"\tanh\left(w\right)"),
        ("0.5 w", r"0.5 \, w"),
    ],
)
def test_the_preview_shows_how_it_was_read(text: str, latex: str) -> None:
    assert to_latex(parse(text, DESCENT).right) == latex


def test_what_the_preview_shows_is_read_as_the_same_again() -> None:
    for text in (
        "w - eta*dL/dw",
        "w/(eta*w) - w^-2",
        "sqrt(w + eta)^3",
        "max(0, w)",
        "|w - eta|",
        "ceil(w/eta)",
    ):
        again = to_latex(parse(text, DESCENT).right)
        key = FormulaKey((text,), DESCENT)
        assert outcome(key, again) is Outcome.FULL, again
