"""Requests and reports: what the engine's parts, and its callers, say to each other."""

from graders.contract.plan import CasePlan, Input
from graders.contract.report import (
    SEVERITY,
    VERDICTS,
    CaseResult,
    CheckResult,
    CodeError,
    Diagnosis,
    Level,
    Message,
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
    "Diagnosis",
    "Input",
    "Language",
    "Level",
    "Message",
    "Report",
    "ShownTensor",
    "SourceLine",
    "Text",
    "Verdict",
    "worst",
]
