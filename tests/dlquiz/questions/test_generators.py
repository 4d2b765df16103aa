"""Variants: the lesson's numbers first, then ones that can be answered and whose slips are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlquiz.core.i18n import Text
from dlquiz.questions.generators import GENERATORS, fill, unknown_placeholders
from dlquiz.questions.generators.convolution.feature_map_entry import IMAGE, KERNEL, feature_map
from dlquiz.questions.kinds import KINDS
from graders.answers.messages import MESSAGES

TEXT = {"en": "?", "hi": "?"}
SEEDS = st.integers(0, 2**31)


@pytest.mark.parametrize("name", sorted(GENERATORS))
@given(seed=SEEDS)
def test_a_variant_is_settled_by_its_seed_and_its_errors_are_distinct(name: str, seed: int) -> None:
    variation = GENERATORS[name](seed)
    assert variation == GENERATORS[name](seed)
    values = [variation.answer, *(value for value, _ in variation.errors)]
    assert len(values) == len({str(value) for value in values})
    assert {reason for _, reason in variation.errors if isinstance(reason, str)} <= set(MESSAGES)
    assert variation.solution is not None
    assert all(variation.solution.get(language) for language in ("en", "hi"))


def test_the_first_variant_has_the_lessons_numbers() -> None:
    assert dict(GENERATORS["conv_output_size"](0).names) == {"n": 5, "k": 3, "s": 1, "p": 0}
    assert GENERATORS["conv_output_size"](0).answer == (3, 3)
    assert GENERATORS["conv_parameters"](0).answer == 10
    assert feature_map(IMAGE, KERNEL) == ((4, 3, 4), (2, 4, 3), (2, 3, 4))


def test_later_variants_differ() -> None:
    for generator in GENERATORS.values():
        assert len({str(generator(seed).names) for seed in range(1, 40)}) > 20


def answers_by_hand(n: int, k: int, s: int, p: int) -> int:
    """Count the places of the kernel one by one, instead of using the formula."""
    return sum(1 for start in range(0, n + 2 * p, s) if start + k <= n + 2 * p)


@given(seed=SEEDS)
def test_the_output_size_is_what_counting_gives(seed: int) -> None:
    variation = GENERATORS["conv_output_size"](seed)
    n, k, s, p = (variation.names[name] for name in "nksp")
    size = answers_by_hand(n, k, s, p)
    assert variation.answer == (size, size)


@given(seed=SEEDS)
def test_every_likely_error_is_named_by_its_kind(seed: int) -> None:
    for kind, generator in (("shape", "conv_output_size"), ("number", "conv_parameters")):
        spec = {"statement": TEXT, "solution": TEXT, "vary": generator, kind: {}}
        for value, code in GENERATORS[generator](seed).errors:
            marking = KINDS[kind].mark(spec, seed, {"answer": str(value)})
            assert [remark.code for remark in marking.remarks] == [code]


def test_all_five_slips_of_the_output_size_come_up() -> None:
    generate = GENERATORS["conv_output_size"]
    codes = {code for seed in range(200) for _, code in generate(seed).errors}
    assert codes == {
        "size_forgot_plus_one",
        "size_forgot_padding",
        "size_padding_once",
        "size_stride_ignored",
        "size_rounded_up",
    }


def test_placeholders_are_filled_in_both_languages_and_unknown_ones_refused() -> None:
    variation = GENERATORS["conv_output_size"](0)
    assert fill(Text("[[n]]×[[n]] $x^{2}$", "[[k]] का"), variation) == Text("5×5 $x^{2}$", "3 का")
    spec = {"vary": "conv_output_size", "statement": {"en": "[[n]] [[m]]", "hi": "[[n]]"}}
    assert unknown_placeholders(spec) == ["`statement` (en) names [[m]], which the generator does not give"]
    assert unknown_placeholders({"vary": "nothing"}) == ["unknown generator 'nothing'"]
