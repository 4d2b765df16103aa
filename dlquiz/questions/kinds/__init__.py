"""The kinds of question: a folder each, a line each. The folder's name is the kind's name."""

from dlquiz.questions.kind import Kind
from dlquiz.questions.kinds import (
    fill_in,
    formula,
    matching,
    multiple_choice,
    number,
    ordering,
    shape,
    short_code,
    short_text,
    single_choice,
    tensor,
    true_false,
)

_CHOOSE = (single_choice, multiple_choice, true_false, matching, ordering)
_WORK_OUT = (number, shape, tensor, formula)
_WRITE = (fill_in, short_text, short_code)

KINDS: dict[str, Kind] = {module.KIND.name: module.KIND for module in (*_CHOOSE, *_WORK_OUT, *_WRITE)}

__all__ = ["KINDS"]
