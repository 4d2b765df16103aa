"""From a report (codes and parameters) to what a page shows, in the reader's language.

The report is data of the engine; its text is made here and now, so that last year's submission reads in the
language that its reader has chosen today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dlquiz.submissions.heatmap import Heatmap, Index, heatmaps, plain_name
from graders.contract import (
    CaseResult,
    CheckResult,
    CodeError,
    Diagnosis,
    Language,
    Message,
    Misconception,
    Report,
)
from graders.contract.report import case_from_json
from graders.feedback import render
from graders.next_steps import next_step

# The columns of the table, in the order in which a reader wants to hear of them.
CHECK_LABELS: Final = {
    "forbidden": _("Operators"),
    "run": _("Runs"),
    "shape": _("Shape"),
    "dtype": _("dtype"),
    "values": _("Values"),
    "extremes": _("Extremes"),
    "invariants": _("Relations"),
    "statistics": _("Statistics"),
    "gradients": _("Gradients"),
    "backward": _("Backward"),
    "state": _("State"),
    "parameters": _("Parameters"),
    "train_eval": _("Train/eval"),
    "layouts": _("Memory layouts"),
    "training": _("Training"),
    "errors": _("Refuses"),
    "purity": _("Inputs unchanged"),
    "resources": _("Time and memory"),
}

# When the page asks again for the verdict: soon at first, since verdicts are usually there at once.
POLL_DELAYS: Final = (150, 300, 600, 1000, 2000, 3000)


@dataclass(frozen=True, slots=True)
class MessageView:
    """What concerns the whole source: the sentence, and for a syntax error its line, parted at the place.

    ``at`` is the sign that a caret marks, a space where the line ends too early; empty without a place.
    """

    text: str
    line: int | None = None
    before: str = ""
    at: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """The named reason. ``is_convention``: right under another convention than the task's.

    ``also``: a second mistake, where both together explain what was seen.
    """

    title: str
    explanation: str
    is_convention: bool
    also: "DiagnosisView | None" = None


@dataclass(frozen=True, slots=True)
class CheckView:
    """One cell of the table. ``text`` says what is wrong; empty where the check passed.

    ``look_at``: what to look at next; empty where the text says it itself.
    """

    label: str
    verdict: str
    text: str
    look_at: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """One row of the table. ``checks`` follows the table's columns, None where a check does not apply."""

    name: str
    title: str
    visible: bool
    verdict: str
    seconds: float
    points: float
    earned: float
    checks: tuple[CheckView | None, ...]
    failures: tuple[CheckView, ...]
    error: CodeError | None
    stdout: str
    heatmaps: tuple[Heatmap, ...]

    @property
    def passed(self) -> bool:
        return self.verdict == "pass"

    @property
    def has_details(self) -> bool:
        """Is there more to show of it than its row?"""
        return bool(self.failures or self.error or self.stdout or self.heatmaps)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report. ``smallest`` is the failed case that is easiest to check by hand."""

    verdict: str
    score: float
    max_score: float
    message: MessageView | None
    diagnosis: DiagnosisView | None
    smallest: CaseView | None
    columns: tuple[str, ...]
    cases: tuple[CaseView, ...]
    seconds: float
    peak_bytes: int
    versions: Mapping[str, str]

    @property
    def passed(self) -> bool:
        return self.verdict == "pass"

    @property
    def other_visible(self) -> tuple[CaseView, ...]:
        """The visible cases that are not looked at first, those that have something to show."""
        return tuple(
            case for case in self.cases if case.visible and case.has_details and case is not self.smallest
        )

    @property
    def failed_hidden(self) -> tuple[CaseView, ...]:
        """The hidden cases that failed, but for the one that is looked at first."""
        return tuple(
            case for case in self.cases if not (case.visible or case.passed or case is self.smallest)
        )

    @property
    def passed_cases(self) -> int:
        return sum(case.passed for case in self.cases)


def report_view(value: Mapping[str, Any], language: str | None = None) -> ReportView:
    """The view of a stored report. Raises ``ValueError`` for a report of an unknown schema."""
    report, chosen = Report.from_json(value), language_of(language)
    columns = columns_of(report.cases)
    cases = case_rows(report.cases, columns, chosen, report.max_score)
    return ReportView(
        verdict=report.verdict,
        score=report.score,
        max_score=report.max_score,
        message=message_view(report.message, chosen) if report.message else None,
        diagnosis=diagnosis_view(report.diagnosis, chosen) if report.diagnosis else None,
        smallest=smallest_failure(cases),
        columns=labels(columns),
        cases=cases,
        seconds=report.seconds,
        peak_bytes=report.peak_bytes,
        versions=report.versions,
    )


def progress_view(values: Sequence[Mapping[str, Any]], language: str | None = None) -> tuple[CaseView, ...]:
    """The cases decided so far, while the rest still runs."""
    cases = [case_from_json(value) for value in values]
    return case_rows(cases, columns_of(cases), language_of(language), max_score=0.0)


def poll_delay(number: int) -> int:
    """Milliseconds until the page's poll number ``number`` (from 0)."""
    return POLL_DELAYS[min(max(number, 0), len(POLL_DELAYS) - 1)]


def language_of(language: str | None) -> Language:
    """The engine's name for the reader's language."""
    return "hi" if (language or get_language() or "en").startswith("hi") else "en"


def columns_of(cases: Sequence[CaseResult]) -> tuple[str, ...]:
    """The checks that at least one case has, in the order of ``CHECK_LABELS``."""
    found = dict.fromkeys(check.check for case in cases for check in case.checks)
    known = [name for name in CHECK_LABELS if name in found]
    return (*known, *(name for name in found if name not in CHECK_LABELS))


def labels(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns' headings."""
    return tuple(str(CHECK_LABELS.get(name, name)) for name in columns)


def case_rows(
    cases: Sequence[CaseResult], columns: Sequence[str], language: Language, max_score: float
) -> tuple[CaseView, ...]:
    """The rows of the table; a case's points are its share of the weights."""
    total = sum(case.weight for case in cases) or 1.0
    return tuple(case_view(case, columns, language, max_score * case.weight / total) for case in cases)


def case_view(case: CaseResult, columns: Sequence[str], language: Language, points: float) -> CaseView:
    """One case as a row with its details."""
    by_name = {check.check: check_view(check, language) for check in case.checks}
    return CaseView(
        name=case.name,
        title=case.title.get(language),
        visible=case.visible,
        verdict=case.verdict,
        seconds=case.seconds,
        points=points,
        earned=points if case.verdict == "pass" else 0.0,
        checks=tuple(by_name.get(name) for name in columns),
        failures=tuple(view for view in by_name.values() if view.verdict != "pass"),
        error=case.error,
        stdout=case.stdout,
        heatmaps=heatmaps(case.tensors, first_wrong(case.checks)) if case.tensors else (),
    )


def check_view(check: CheckResult, language: Language) -> CheckView:
    """A check's verdict in words."""
    label = str(CHECK_LABELS.get(check.check, check.check))
    if not check.code:
        return CheckView(label, check.verdict, "")
    text = render(check.code, check.params, language)
    return CheckView(label, check.verdict, text, next_step(check.code, check.params, language))


def first_wrong(checks: Sequence[CheckResult]) -> dict[str, Index]:
    """Where each output goes wrong first, as the checks that compared values say."""
    places: dict[str, Index] = {}
    for check in checks:
        index, name = check.params.get("index"), check.params.get("name")
        if check.verdict != "pass" and isinstance(index, list | tuple) and isinstance(name, str):
            places.setdefault(plain_name(name), tuple(index))
    return places


def smallest_failure(cases: Sequence[CaseView]) -> CaseView | None:
    """The failed case to look at first: one that may be seen, and with the fewest numbers in it."""
    failed = [case for case in cases if not case.passed and case.has_details]

    def size(case: CaseView) -> tuple[bool, bool, int]:
        elements = sum(len(row) for drawn in case.heatmaps for plane in drawn.planes for row in plane.rows)
        return (not case.visible, not elements, elements)

    return min(failed, key=size, default=None)


def message_view(message: Message, language: Language) -> MessageView:
    """The sentence; with the line of source and the place in it, where the message has them."""
    params = message.params
    source = str(params.get("text") or "").rstrip("\n")
    line, column = params.get("line"), params.get("column")
    place = column - 1 if isinstance(column, int) and 0 < column <= len(source) + 1 else None
    return MessageView(
        text=render(message.code, params, language),
        line=line if isinstance(line, int) else None,
        before=source[:place],
        at="" if place is None or not source else source[place : place + 1] or " ",
        after="" if place is None else source[place + 1 :],
    )


def diagnosis_view(diagnosis: Misconception, language: Language) -> DiagnosisView:
    """The named reason in the reader's language."""
    also = diagnosis.also if isinstance(diagnosis, Diagnosis) else None
    return DiagnosisView(
        title=diagnosis.title.get(language),
        explanation=diagnosis.explanation.get(language),
        is_convention=diagnosis.kind == "convention",
        also=diagnosis_view(also, language) if also else None,
    )
