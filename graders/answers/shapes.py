"""Reading and marking tensor shapes: (1, 1, 3, 3), 1x1x3x3, [1,1,3,3], torch.Size([...]), १×१×३×३."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graders.answers.digits import fold_notation
from graders.answers.outcome import AnswerRefused, Marking, Reason, Remark, right, wrong, wrong_because

MAX_CHARACTERS = 120
MAX_DIMENSIONS = 8
MAX_SIZE = 10**9

Shape = tuple[int, ...]

_WRAPPER = re.compile(r"^(?:torch\.)?size\s*\((?P<inside>.*)\)$", re.IGNORECASE | re.DOTALL)
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SEPARATOR = re.compile(r"\s*(?:,|;|x|\*|\bby\b|\bby\s|बाय|गुणा)\s*|\s+", re.IGNORECASE)


@dataclass(frozen=True)
class LikelyShape:
    """A wrong shape with the reason that leads to it."""

    shape: Shape
    reason: Reason


@dataclass(frozen=True)
class ShapeKey:
    """The right shape and the wrong ones that known slips lead to."""

    shape: Shape
    errors: tuple[LikelyShape, ...] = ()


def parse_shape(text: str) -> Shape:
    """Read a shape in any of the usual spellings; refuse what is none, saying why."""
    folded = fold_notation(text).strip().rstrip(".।")
    if not folded:
        raise AnswerRefused("answer_blank")
    if len(folded) > MAX_CHARACTERS:
        raise AnswerRefused("shape_too_long", limit=MAX_DIMENSIONS)
    inside = _unwrap(folded)
    parts = [part for part in _SEPARATOR.split(inside) if part]
    if not parts or not all(part.isascii() and part.isdecimal() for part in parts):
        raise AnswerRefused("shape_unreadable", text=folded)
    if len(parts) > MAX_DIMENSIONS:
        raise AnswerRefused("shape_too_long", limit=MAX_DIMENSIONS)
    if any(len(part) > 10 or int(part) > MAX_SIZE for part in parts):
        raise AnswerRefused("shape_size_too_large", limit=MAX_SIZE)
    return tuple(int(part) for part in parts)


def mark_shape(key: ShapeKey, text: str) -> Marking:
    """Mark a shape; name the slip where a known one explains the answer."""
    shape = parse_shape(text)
    if shape == key.shape:
        return right()
    for error in key.errors:
        if shape == error.shape:
            return wrong_because(error.reason)
    if len(shape) != len(key.shape):
        return wrong(Remark("shape_rank_wrong", {"given": len(shape), "expected": len(key.shape)}))
    if sorted(shape) == sorted(key.shape):
        return wrong(Remark("shape_axes_swapped"))
    return wrong(Remark("shape_wrong"))


def format_shape(shape: Shape) -> str:
    """A shape as Python writes it: (3, 3), and (5,) for one axis."""
    return str(tuple(shape))


def _unwrap(text: str) -> str:
    match = _WRAPPER.match(text)
    if match:
        text = match["inside"].strip()
    for _ in range(2):  # ((3, 3)) and ([3, 3]) happen; deeper nesting is not a shape
        if text and text[0] in _BRACKETS and text.endswith(_BRACKETS[text[0]]):
            text = text[1:-1].strip()
    return text
