"""Tensors, orders, matches and gaps: what is right, how far off the rest is, and what cannot be marked."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations, product

import pytest

from graders.answers.blanks import BlankKey, BlanksKey, mark_blanks
from graders.answers.choices import ChoicesKey, mark_choices
from graders.answers.outcome import AnswerRefused, Outcome
from graders.answers.pairs import MatchKey, OrderKey, mark_matches, mark_order
from graders.answers.tensors import LikelyGrid, TensorKey, mark_tensor
from graders.answers.text.lexicon import load_lexicon
from graders.contract import Text

WHY = Text("why", "क्यों")


def grid(*rows: str) -> tuple[tuple[Fraction, ...], ...]:
    return tuple(tuple(map(Fraction, row.split())) for row in rows)


TENSOR = TensorKey(
    grid("1 2 3", "4 5 6", "7 8 9"), Fraction(1, 100), (LikelyGrid(grid("1 4 7", "2 5 8", "3 6 9"), WHY),)
)


def test_a_tensor_with_one_slip_earns_half_and_is_told_where_it_is() -> None:
    marking = mark_tensor(TENSOR, ["1", "2", "3", "4", "5", "7", "7", "8", "9"])
    assert marking.fraction == Decimal("0.5")
    assert marking.remarks[0].params == {"right": 8, "total": 9, "row": 2, "column": 3}


def test_a_tensor_that_a_known_slip_explains_is_named_and_one_guessed_earns_nothing() -> None:
    transposed = mark_tensor(TENSOR, ["1", "4", "7", "2", "5", "8", "3", "6", "9"])
    assert (transposed.outcome, transposed.notes) == (Outcome.ZERO, (WHY,))
    assert mark_tensor(TENSOR, ["5"] * 9).outcome is Outcome.ZERO
    assert mark_tensor(TENSOR, ["1.001", "2", "3", "4", "5", "6", "7", "8", "९"]).outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("cells", "code", "params"),
    [
        ([""] * 9, "answer_blank", {}),
        ([], "answer_blank", {}),
        (["1"] * 8, "tensor_size_wrong", {"rows": 3, "columns": 3}),
        (["1"] * 4 + [" "] + ["1"] * 4, "tensor_entry_missing", {"row": 2, "column": 2}),
        (["1"] * 8 + ["nan"], "tensor_entry_unreadable", {"row": 3, "column": 3, "text": "nan"}),
    ],
)
def test_a_tensor_that_is_not_filled_in_is_refused_with_the_place(
    cells: list[str], code: str, params: dict[str, object]
) -> None:
    with pytest.raises(AnswerRefused) as refused:
        mark_tensor(TENSOR, cells)
    assert (refused.value.remark.code, dict(refused.value.remark.params)) == (code, params)


def order(text: str) -> dict[str, str]:
    return {item: str(place) for place, item in enumerate(text, 1)}


def test_an_order_earns_what_stands_right_beyond_chance() -> None:
    key = OrderKey(tuple("abcd"))
    shares = {"".join(o): mark_order(key, order("".join(o))).fraction for o in permutations("abcd")}
    assert shares["abcd"] == 1
    assert shares["dcba"] == 0
    assert shares["abdc"] == Decimal("0.6667")
    assert sum(share > 0 for share in shares.values()) < len(shares) / 2
    assert mark_order(key, order("abdc")).remarks[0].params == {"place": 2}
    assert mark_order(key, order("bacd")).remarks[0].code == "order_first_wrong"
    assert mark_order(key, order("dcba")).remarks[0].code == "order_reversed"


MATCHES = MatchKey({"a": "x", "b": "y", "c": "z"}, ("x", "y", "z", "u"), {"b": WHY})


def test_guessing_matches_earns_next_to_nothing() -> None:
    every = [
        mark_matches(MATCHES, dict(zip("abc", guess, strict=True))) for guess in product("xyzu", repeat=3)
    ]
    one_for_all = mark_matches(MATCHES, dict.fromkeys("abc", "x"))
    assert one_for_all.fraction < Decimal("0.12")
    assert sum(marking.fraction for marking in every) / len(every) < Decimal("0.15")
    told = mark_matches(MATCHES, {"a": "x", "b": "u", "c": "z"})
    assert (told.outcome, told.notes) == (Outcome.PARTIAL, (WHY,))


@pytest.mark.parametrize(
    "given", [{}, {"a": "x"}, {"a": "x", "b": "y", "c": "?"}, {"a": "x", "b": "y", "c": "z", "d": "x"}]
)
def test_matches_that_are_not_on_offer_are_refused(given: dict[str, str]) -> None:
    with pytest.raises(AnswerRefused):
        mark_matches(MATCHES, given)


def test_ticking_everything_earns_nothing() -> None:
    key = ChoicesKey(tuple("abcd"), frozenset("ab"), {"c": WHY})
    shares = {chosen: mark_choices(key, chosen).fraction for chosen in ("ab", "a", "abc", "abcd", "cd", "ac")}
    assert shares == {"ab": 1, "a": Decimal("0.5"), "abc": Decimal("0.5"), "abcd": 0, "cd": 0, "ac": 0}
    assert mark_choices(key, "abc").notes == (WHY,)


@pytest.mark.parametrize(
    ("filled", "fits"),
    [
        ("kernel", True),
        ("the filter", True),
        ("कर्नेल", True),
        ("karnel", True),
        ("KERNEL", True),
        ("image", False),
        ("kernel or image", False),
        ("not a kernel", False),
        ("keгnel", False),  # a Cyrillic letter
        ("?", False),
    ],
)
def test_a_gap_takes_a_term_in_any_spelling_and_nothing_besides(filled: str, fits: bool) -> None:
    key = BlanksKey({"a": BlankKey(frozenset({"kernel"}))}, load_lexicon("convolution"))
    assert (mark_blanks(key, {"a": filled}).outcome is Outcome.FULL) == fits
