"""Requests and reports: what the engine's parts, and its callers, say to each other."""

from graders.contract.explanation import CounterExample, Explanation
from graders.contract.plan import CasePlan, Input
from graders.contract.report import (
    SEVERITY,
    VERDICTS,
    CaseResult,
    CheckResult,
    CodeError,
    Device,
    Diagnosis,
    Level,
    Message,
    Misconception,
    Report,
    ShownTensor,
    SourceLine,
    Verdict,
    worst,
)
from graders.contract.text import LANGUAGES, Language, Text

__all__ = [
    "LANGUAGES",
    "SEVERITY",
    "VERDICTS",
    "CasePlan",
    "CaseResult",
    "CheckResult",
    "CodeError",
    "CounterExample",
    "Device",
    "Diagnosis",
    "Explanation",
    "Input",
    "Language",
    "Level",
    "Message",
    "Misconception",
    "Report",
    "ShownTensor",
    "SourceLine",
    "Text",
    "Verdict",
    "worst",
]
