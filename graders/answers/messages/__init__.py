"""What each feedback code says, in both languages. Parameters stand in braces, the same ones in both."""

from __future__ import annotations

from collections.abc import Mapping

from graders.answers.messages import chosen, general, worked_out, written
from graders.answers.outcome import Parameter
from graders.contract import Text

MESSAGES: dict[str, Text] = {
    **general.MESSAGES,
    **worked_out.MESSAGES,
    **chosen.MESSAGES,
    **written.MESSAGES,
}


def render(code: str, params: Mapping[str, Parameter], language: str) -> str:
    """The text of a code in a language; unknown codes are a fault of ours and raise ``KeyError``."""
    return MESSAGES[code].get(language).format(**params)
