"""What the engine says about one solution: frozen, versioned, JSON.

Feedback is a code with parameters; its text is made later, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from graders.contract.text import Text

SCHEMA = 1

Verdict = Literal["pass", "wrong", "crashed", "timed_out", "out_of_memory", "forbidden", "no_result"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Level = Literal["A", "B", "C"]
Device = Literal["cpu", "cuda"]

# Which verdict names the whole run when cases differ: what stopped the code before what it got wrong.
SEVERITY: tuple[Verdict, ...] = (
    "forbidden",
    "out_of_memory",
    "timed_out",
    "crashed",
    "no_result",
    "wrong",
    "pass",
)


def worst(verdicts: list[Verdict]) -> Verdict:
    """The most severe of ``verdicts``. An empty list is a fault of ours, never a pass."""
    if not verdicts:
        raise ValueError("no verdict to choose from: zero checks run is a fault, not a pass")
    return min(verdicts, key=SEVERITY.index)


@dataclass(frozen=True, slots=True)
class Message:
    """A feedback code and the parameters of its text."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check says of one case."""

    check: str
    verdict: Verdict
    code: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the student's own file in a traceback."""

    line: int
    text: str
    function: str


@dataclass(frozen=True, slots=True)
class CodeError:
    """An exception of the student's code, as the cell claims it."""

    type: str
    message: str
    lines: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownTensor:
    """A small tensor of a visible case, for the result page. ``role``: input, expected or actual."""

    name: str
    role: str
    dtype: str
    shape: tuple[int, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """Verdict of one case; ``seconds`` is measured by the grader, not by the cell."""

    name: str
    title: Text
    visible: bool
    weight: float
    verdict: Verdict
    seconds: float
    checks: tuple[CheckResult, ...]
    error: CodeError | None = None
    stdout: str = ""
    tensors: tuple[ShownTensor, ...] = ()


@dataclass(frozen=True, slots=True)
class Misconception:
    """A known-wrong variant as a student is told of it. ``kind``: misconception or convention."""

    variant: str
    kind: str
    title: Text
    explanation: Text


@dataclass(frozen=True, slots=True)
class Diagnosis(Misconception):
    """The known-wrong variant that a solution behaves like, on every case.

    ``also``: a second one, where only both together explain what was seen.
    """

    cases: tuple[str, ...] = ()
    also: Misconception | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is known about one run of one solution."""

    verdict: Verdict
    score: float
    max_score: float
    cases: tuple[CaseResult, ...]
    seconds: float
    peak_bytes: int
    level: Level
    versions: Mapping[str, str]
    message: Message | None = None
    diagnosis: Diagnosis | None = None
    # What the solution's tensors took of a graphics card at most, as its cell claims.
    device: Device = "cpu"
    device_bytes: int = 0
    schema: int = SCHEMA

    def to_json(self) -> dict[str, Any]:
        """A JSON object; ``from_json`` gives the same report back."""
        value: dict[str, Any] = plain(self)
        return value

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Report:
        """The report in ``value``. Raises ``ValueError`` for a schema of another version."""
        if value.get("schema") != SCHEMA:
            raise ValueError(f"a report of schema {value.get('schema')!r}, this engine reads {SCHEMA}")
        message, diagnosis = value.get("message"), value.get("diagnosis")
        return cls(
            **{
                **value,
                "cases": tuple(case_from_json(case) for case in value["cases"]),
                "message": Message(**message) if message else None,
                "diagnosis": diagnosis_from_json(diagnosis) if diagnosis else None,
            }
        )


def plain(value: Any) -> Any:
    """Dataclasses and mappings as dicts, tuples as lists. ``dataclasses.asdict`` copies every number."""
    kind = type(value)
    # Most values are leaves: asked first, and once for a whole list of numbers.
    if kind in _LEAVES:
        return value
    if kind is tuple or kind is list:
        return list(value) if _LEAVES.issuperset(map(type, value)) else [plain(part) for part in value]
    names = getattr(kind, "__dataclass_fields__", None)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, (tuple, list)) else value


_LEAVES = frozenset({str, int, float, bool, type(None)})


def diagnosis_from_json(value: Mapping[str, Any]) -> Diagnosis:
    """The diagnosis in ``value``, of this version or of one that knew no second misconception."""
    also = value.get("also")
    return Diagnosis(
        **{
            **value,
            **_texts(value),
            "cases": tuple(value["cases"]),
            "also": Misconception(**{**also, **_texts(also)}) if also else None,
        }
    )


def _texts(value: Mapping[str, Any]) -> dict[str, Text]:
    return {key: Text.from_json(value[key]) for key in ("title", "explanation")}


def case_from_json(value: Mapping[str, Any]) -> CaseResult:
    error = value.get("error")
    return CaseResult(
        **{
            **value,
            "title": Text.from_json(value["title"]),
            "checks": tuple(check_from_json(check) for check in value["checks"]),
            "error": error_from_json(error) if error else None,
            "tensors": tuple(tensor_from_json(tensor) for tensor in value["tensors"]),
        }
    )


def check_from_json(value: Mapping[str, Any]) -> CheckResult:
    return CheckResult(**value)


def error_from_json(value: Mapping[str, Any]) -> CodeError:
    return CodeError(
        type=value["type"],
        message=value["message"],
        lines=tuple(SourceLine(**line) for line in value["lines"]),
    )


def tensor_from_json(value: Mapping[str, Any]) -> ShownTensor:
    return ShownTensor(**{**value, "shape": tuple(value["shape"]), "values": tuple(value["values"])})
