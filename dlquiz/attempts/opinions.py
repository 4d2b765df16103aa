"""The worker's side of an opinion: the language model is asked, and what may follow from it.

It may keep an automatic full mark of a quiz from standing, and it may let one stand that waits, where the
marker found everything too and the question is qualified. In all other cases what it says is a hint. Whatever
goes wrong changes nothing: the answer waits for a person, as it did before.
"""

from __future__ import annotations

from functools import partial

import structlog
from django.conf import settings
from django.db import transaction

from dlquiz.attempts.asking import answer_text, is_opinion_wanted, opinion_ask_again
from dlquiz.attempts.language_model import language_model_is_on, language_model_switch
from dlquiz.attempts.marking import seconded_mark_record
from dlquiz.attempts.models import Attempt, LanguageModelState, Mark, Opinion
from dlquiz.attempts.qualification import qualification_of
from dlquiz.attempts.selectors import newest_mark, opinion_of
from dlquiz.questions.kind import text_of
from dlquiz.questions.selectors import instance_of, kind_of
from graders.answers.language_model.canaries import canaries_for_batch
from graders.answers.language_model.client import NoReply, Unreachable, ask
from graders.answers.language_model.consultation import Lifted, consult
from graders.answers.language_model.endpoint import Endpoint
from graders.answers.language_model.reading import Reading
from graders.answers.language_model.subject import Subject
from graders.answers.outcome import Outcome

log = structlog.get_logger(__name__)

# After a connection that failed: so many more tries, the first and the second after so long.
PAUSES = (20.0, 120.0)


def opinion_form(pk: int, tried: int = 0) -> None:
    """Ask about an answer, once; asked about before, or not worth asking about any more, it is left alone."""
    endpoint = settings.LANGUAGE_MODEL
    attempt = Attempt.objects.submitted().select_related("question", "version").filter(pk=pk).first()
    if endpoint is None or attempt is None or not language_model_is_on():
        return
    mark = newest_mark(attempt)
    if mark is None or not is_opinion_wanted(attempt, mark) or opinion_of(attempt) is not None:
        return
    if transaction.get_connection().in_atomic_block:
        raise RuntimeError("the language model is never asked within a transaction")
    try:
        found = _consult(endpoint, attempt)
    except Unreachable as failure:
        _try_again(pk, tried, str(failure))
    except NoReply as failure:
        log.warning("no reply from the language model", attempt=pk, code=failure.code)
    else:
        _conclude(attempt, mark, found, endpoint.model)


def _consult(endpoint: Endpoint, attempt: Attempt) -> Reading | Lifted:
    subject = subject_of(attempt)
    return consult(
        partial(ask, endpoint),
        subject,
        answer_text(attempt),
        model=endpoint.model,
        canaries=canaries_for_batch(list(subject.labels)),
    )


def subject_of(attempt: Attempt) -> Subject:
    """What is asked about an attempt: its question and rubric, and nothing about who answered."""
    spec = attempt.version.spec
    table = spec[kind_of(attempt.question).rubric_table(spec)]
    return Subject(
        question=instance_of(attempt.question, attempt.version, attempt.seed).statement,
        concepts={str(entry["id"]): text_of(entry["say"]) for entry in table["concept"]},
    )


def _try_again(pk: int, tried: int, error: str) -> None:
    log.warning("language model not reached", attempt=pk, tried=tried, error=error)
    if 0 <= tried < len(PAUSES):
        opinion_ask_again(pk, tried=tried + 1, seconds=PAUSES[tried])


def _conclude(attempt: Attempt, mark: Mark, found: Reading | Lifted, model: str) -> None:
    if isinstance(found, Lifted):
        detail = f"{found.form}: {attempt.question.slug}: {', '.join(found.concepts)}"
        language_model_switch(on=False, reason=LanguageModelState.Reason.CANARY, detail=detail)
    elif found.fault:
        log.warning("reply of the language model not believed", attempt=attempt.pk, fault=found.fault)
    else:
        opinion_record(attempt=attempt, mark=mark, reading=found, model=model)


@transaction.atomic
def opinion_record(*, attempt: Attempt, mark: Mark, reading: Reading, model: str) -> Opinion | None:
    """Keep an opinion, and draw what follows from it for the mark that was the newest when it was asked.

    None where there is one already, or the language model was switched off meanwhile.
    """
    Attempt.objects.select_for_update().get(pk=attempt.pk)
    if opinion_of(attempt) is not None or not language_model_is_on():
        return None
    opinion = Opinion.objects.create(attempt=attempt, verdicts=reading.to_json(), model=model[:200])
    newest = newest_mark(attempt)
    if newest is not None and newest.pk == mark.pk:
        _draw(attempt, mark, reading)
    return opinion


def _draw(attempt: Attempt, mark: Mark, reading: Reading) -> None:
    """The only two things that an opinion changes."""
    if mark.marker != Mark.Marker.AUTO or attempt.sitting_id is None:
        return
    if mark.outcome == Mark.Outcome.FULL and reading.disagrees:
        seconded_mark_record(
            attempt=attempt, mark=mark, outcome=Mark.Outcome.PROVISIONAL, cause=Mark.Cause.DOUBTED
        )
    elif mark.outcome == Mark.Outcome.PROVISIONAL and reading.agrees and _may_stand(attempt, mark):
        seconded_mark_record(
            attempt=attempt, mark=mark, outcome=Mark.Outcome.FULL, cause=Mark.Cause.CONFIRMED
        )


def _may_stand(attempt: Attempt, mark: Mark) -> bool:
    """Whether the marker itself found everything, and is trusted with this question by now."""
    full = mark.feedback.get("outcome") == Outcome.FULL and mark.fraction == 1
    return full and qualification_of(attempt.version).is_reached
