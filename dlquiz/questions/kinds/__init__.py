"""The kinds of question: a folder each, a line each. The folder's name is the kind's name."""

from dlquiz.questions.kind import Kind
from dlquiz.questions.kinds import number, shape, short_code, short_text, single_choice

KINDS: dict[str, Kind] = {
    module.KIND.name: module.KIND for module in (single_choice, number, shape, short_text, short_code)
}

__all__ = ["KINDS"]
