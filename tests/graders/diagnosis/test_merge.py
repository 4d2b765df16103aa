"""Two edits of one text become one text with both."""

from __future__ import annotations

from graders.diagnosis.merge import merge, merge_over_any

BASE = "a = 1\nb = 2\nc = 3\nd = 4\n"


def test_edits_of_different_places_are_both_in_the_merge() -> None:
    assert merge(BASE, "a = 9\nb = 2\nc = 3\nd = 4\n", "a = 1\nb = 2\nc = 3\n") == "a = 9\nb = 2\nc = 3\n"


def test_edits_of_the_same_place_cannot_be_merged() -> None:
    assert merge(BASE, BASE.replace("b = 2", "b = 5"), BASE.replace("b = 2", "b = 6")) is None


def test_the_same_edit_on_both_sides_is_made_once() -> None:
    changed = BASE.replace("b = 2", "b = 5")
    assert merge(BASE, changed, changed) == changed


def test_a_line_put_in_beside_another_edit_is_not_put_in_twice() -> None:
    base = "a = 1\nc = 3\n"
    assert merge(base, "a = 1\nb = 2\nc = 3\n", "a = 1\nb = 2\nc = 4\n") is None


def test_another_mistake_serves_as_base_and_its_own_mistake_is_not_in_the_merge() -> None:
    right = "a = 1\nx = 0\nb = 2\ny = 0\nc = 3\n"
    one, other = right.replace("a = 1", "a = -1"), right.replace("b = 2", "b = -2")
    third = right.replace("c = 3", "c = -3")
    assert merge_over_any([one, other, third], one, other) == ["a = -1\nx = 0\nb = -2\ny = 0\nc = 3\n"]


def test_comments_and_docstrings_do_not_stand_in_the_way() -> None:
    right = 'def f(x):\n    """Right."""\n    a = x\n    b = a\n    return b\n'
    one = right.replace("Right.", "The sign is lost.").replace("a = x", "a = -x")
    other = right.replace("Right.", "One too many.").replace("return b", "return b + 1")
    assert merge_over_any([right], one, other) == ["def f(x):\n    a = -x\n    b = a\n    return b + 1\n"]
