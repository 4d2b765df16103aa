"""Reading and marking numbers: fractions, percentages, powers of ten, Devanagari digits, units.

Values are exact fractions, so that 0.1 + 0.2 style surprises never cost a mark. What is read is bounded
before it is computed: no answer can make a number of a million digits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from graders.answers.digits import fold_notation
from graders.answers.outcome import AnswerRefused, Marking, Reason, Remark, right, wrong, wrong_because

MAX_CHARACTERS = 80
MAX_EXPONENT = 300

_BODY = r"(?:\d[\d,]*\.?\d*|\.\d+)"
_NUMBER = re.compile(
    rf"""^\s*(?P<sign>[-+]?)\s*
    (?:(?P<whole>\d+)\s+(?P<over>\d+)\s*/\s*(?P<under>\d+)       # 1 1/2
      |(?P<top>{_BODY})\s*/\s*(?P<bottom>{_BODY})                 # 3/4
      |10\s*(?:\^|\*\*)\s*\(?(?P<bare>[-+]?\d+)\)?                # 10^-3
      |(?P<plain>{_BODY})(?:e(?P<exponent>[-+]?\d+)|\s*[x*]\s*10\s*(?:\^|\*\*)\s*\(?(?P<power>[-+]?\d+)\)?)?
    )\s*(?P<unit>.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_WESTERN_GROUPS = re.compile(r"^\d{1,3}(,\d{3})+(\.\d*)?$")
_INDIAN_GROUPS = re.compile(r"^\d{1,2}(,\d{2})+,\d{3}(\.\d*)?$")
_DECIMAL_COMMA = re.compile(r"^\d+,\d+$")
_ASSIGNMENT = re.compile(r"^[^=]{0,40}=(?!=)")


@dataclass(frozen=True)
class Number:
    """A number as the student wrote it; ``unit`` is what followed it, in lower case."""

    value: Fraction
    unit: str = ""


@dataclass(frozen=True)
class LikelyError:
    """A wrong value with the reason that leads to it."""

    value: Fraction
    reason: Reason


@dataclass(frozen=True)
class NumberKey:
    """What is right: a value, how far off an answer may be, and which units may follow it."""

    value: Fraction
    absolute: Fraction = Fraction(0)
    relative: Fraction = Fraction(0)
    units: tuple[str, ...] = ()
    errors: tuple[LikelyError, ...] = ()

    def accepts(self, value: Fraction) -> bool:
        return abs(value - self.value) <= max(self.absolute, self.relative * abs(self.value))


def parse_number(text: str) -> Number:
    """Read one number; refuse what is none, saying why."""
    folded = fold_notation(text).strip()
    if not folded:
        raise AnswerRefused("answer_blank")
    if len(folded) > MAX_CHARACTERS:
        raise AnswerRefused("number_too_long", limit=MAX_CHARACTERS)
    match = _NUMBER.match(_ASSIGNMENT.sub("", folded))
    if match is None:
        raise AnswerRefused("number_unreadable", text=folded)
    value, unit = _value_of(match, folded), match["unit"].strip().rstrip(".").casefold()
    if unit.startswith(("%", "percent", "प्रतिशत")):
        return Number(value / 100, unit.lstrip("%").strip() if unit.startswith("%") else "")
    if unit and (unit[0].isdecimal() or unit[0] in ".,/*+-^=<>"):
        raise AnswerRefused("number_unreadable", text=folded)
    return Number(value, unit)


def mark_number(key: NumberKey, text: str) -> Marking:
    """Mark a number; a wrong one that a known slip leads to is told which slip."""
    number = parse_number(text)
    remarks: list[Remark] = []
    if number.unit and number.unit not in {unit.casefold() for unit in key.units}:
        remarks.append(Remark("unit_unexpected", {"unit": number.unit}))
    if key.accepts(number.value):
        return wrong(*remarks) if remarks and key.units else right(*remarks)
    error = _matching_error(key.errors, number.value, key)
    return wrong_because(error.reason if error else "number_wrong", *remarks)


def _matching_error(errors: Sequence[LikelyError], value: Fraction, key: NumberKey) -> LikelyError | None:
    slack = max(key.absolute, key.relative * abs(key.value))
    return next((error for error in errors if abs(error.value - value) <= slack), None)


def _value_of(match: re.Match[str], folded: str) -> Fraction:
    sign = -1 if match["sign"] == "-" else 1
    if match["whole"]:
        return sign * (_decimal(match["whole"]) + _ratio(match["over"], match["under"], folded))
    if match["top"]:
        return sign * _ratio(match["top"], match["bottom"], folded)
    power = int(match["exponent"] or match["power"] or match["bare"] or 0)
    if abs(power) > MAX_EXPONENT:
        raise AnswerRefused("number_out_of_range", text=folded)
    mantissa = _decimal(match["plain"]) if match["plain"] else Fraction(1)
    return sign * mantissa * Fraction(10) ** power


def _ratio(top: str, bottom: str, folded: str) -> Fraction:
    under = _decimal(bottom)
    if not under:
        raise AnswerRefused("number_divides_by_zero", text=folded)
    return _decimal(top) / under


def _decimal(text: str) -> Fraction:
    """A decimal with commas: groups of thousands (1,000 or 1,00,000), else one decimal comma (3,14)."""
    if _WESTERN_GROUPS.match(text) or _INDIAN_GROUPS.match(text):
        text = text.replace(",", "")
    elif _DECIMAL_COMMA.match(text):
        text = text.replace(",", ".")
    elif "," in text:
        raise AnswerRefused("number_unreadable", text=text)
    return Fraction(text.rstrip(".") or "0")
