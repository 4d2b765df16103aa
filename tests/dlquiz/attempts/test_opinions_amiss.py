"""Whatever goes wrong with the language model changes nothing; one that obeys an answer is switched off."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.db import connection

from dlquiz.attempts.language_model import language_model_is_on, language_model_switch
from dlquiz.attempts.marking import mark_record
from dlquiz.attempts.models import LanguageModelState, Mark, Opinion
from dlquiz.attempts.opinions import PAUSES, opinion_form
from dlquiz.attempts.selectors import opinion_of
from graders.answers.outcome import right
from tests.cast import make_member
from tests.dlquiz.attempts.opinion_cast import RIGHT, UNCLEAR, Class, Sent, answers_asked, standing, untouched
from tests.services import language_model
from tests.services.language_model import StandIn

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("outcome", ["full", "provisional"])
@pytest.mark.parametrize(
    "manner",
    ["failing", "redirecting", "huge", "not json", "truncated", "refusing", "talking", "cut short", "deep"],
)
def test_a_reply_that_cannot_be_used_changes_nothing(
    service: StandIn, group: Class, monkeypatch: pytest.MonkeyPatch, manner: str, outcome: str, sent: Sent
) -> None:
    monkeypatch.setattr("dlquiz.attempts.qualification.is_qualified", lambda *_: outcome == "full")
    attempt = group.sits(RIGHT)
    sent.messages.clear()
    service.verdicts, service.manner = language_model.finds_nothing, manner
    opinion_form(attempt.pk)
    assert untouched(attempt, outcome)
    assert language_model_is_on()
    assert sent.messages == []


@pytest.mark.parametrize("verdicts", [language_model.names_others, language_model.invents_quotes])
@pytest.mark.usefixtures("qualified")
def test_what_it_makes_up_moves_no_mark(
    service: StandIn, group: Class, verdicts: language_model.Verdicts
) -> None:
    service.verdicts = verdicts
    attempt = group.sits(RIGHT)
    opinion_form(attempt.pk)
    assert [mark.outcome for mark in attempt.marks.all()] == ["full"]
    opinion = opinion_of(attempt)
    assert opinion is None or {one["verdict"] for one in opinion.verdicts} == {"unsure"}


@pytest.mark.parametrize("manner", ["silent", "dripping"])
def test_a_slow_end_point_changes_nothing(
    service: StandIn, group: Class, settings: Any, manner: str, sent: Sent
) -> None:
    attempt = group.practises(UNCLEAR)
    sent.messages.clear()
    settings.LANGUAGE_MODEL = service.endpoint(timeout=0.3)
    service.manner = manner
    begun = time.monotonic()
    opinion_form(attempt.pk)
    assert time.monotonic() - begun < 1.5
    assert untouched(attempt, "provisional")
    assert sent.messages == []


def test_a_connection_that_fails_is_tried_twice_more_later_and_then_no_more(
    service: StandIn, group: Class, sent: Sent
) -> None:
    attempt = group.practises(UNCLEAR)
    sent.messages.clear()
    service.manner = "hanging up"
    for tried in range(4):
        opinion_form(attempt.pk, tried)
    later = [(numbers, options["countdown"]) for _, numbers, options in sent.messages]
    assert later == [((attempt.pk, 1), PAUSES[0]), ((attempt.pk, 2), PAUSES[1])]
    assert untouched(attempt, "provisional")


def test_a_broker_that_is_down_costs_the_answer_nothing(
    service: StandIn, group: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dlquiz.core.broker.send", lambda *_, **__: False)
    assert untouched(group.practises(UNCLEAR), "provisional")


def test_delivered_twice_it_is_asked_once(service: StandIn, group: Class) -> None:
    attempt = group.practises(UNCLEAR)
    opinion_form(attempt.pk)
    asked = len(service.requests)
    opinion_form(attempt.pk)
    assert len(service.requests) == asked
    assert Opinion.objects.count() == 1


@pytest.mark.usefixtures("qualified")
def test_what_a_person_decided_meanwhile_is_left_alone(service: StandIn, group: Class) -> None:
    service.verdicts = language_model.finds_nothing
    attempt = group.sits(RIGHT)
    reader = make_member(group.course, "reader", "assistant")

    def decide() -> None:
        if not attempt.marks.filter(by=reader).exists():
            mark_record(attempt=attempt, marking=right(), cause=Mark.Cause.AUDITED, by=reader)
        connection.close()

    service.watch = decide
    opinion_form(attempt.pk)
    assert standing(attempt).by == reader
    assert opinion_of(attempt) is not None
    later = group.sits("The kernel slides over the image and adds up products.")
    mark_record(attempt=later, marking=right(), cause=Mark.Cause.AUDITED, by=reader)
    asked = len(service.requests)
    opinion_form(later.pk)
    assert len(service.requests) == asked


@pytest.mark.usefixtures("qualified")
def test_an_end_point_that_obeys_the_answer_is_switched_off(service: StandIn, group: Class) -> None:
    attempt, other = group.sits(RIGHT), group.sits(UNCLEAR)
    service.verdicts = language_model.obeys
    opinion_form(attempt.pk)
    state = LanguageModelState.objects.get()
    assert (state.is_on, state.reason) == (False, LanguageModelState.Reason.CANARY)
    assert group.text.slug in state.detail
    assert untouched(attempt, "full")
    # The answer itself was not sent, and nothing is asked any more.
    assert answers_asked(service) == []
    asked = len(service.requests)
    opinion_form(other.pk)
    assert len(service.requests) == asked
    assert untouched(other, "provisional")


def test_an_end_point_that_obeys_without_evidence_is_switched_off_too(service: StandIn, group: Class) -> None:
    service.verdicts = lambda document: language_model.verdicts_of(document, "supported", "made up")
    opinion_form(group.practises(UNCLEAR).pk)
    assert not language_model_is_on()


@pytest.mark.usefixtures("qualified")
def test_switched_off_while_it_was_asked_it_moves_no_mark(service: StandIn, group: Class) -> None:
    service.verdicts = language_model.finds_nothing
    attempt = group.sits(RIGHT)

    def switch_off() -> None:
        language_model_switch(on=False, reason=LanguageModelState.Reason.STAFF)
        connection.close()

    service.watch = switch_off
    opinion_form(attempt.pk)
    assert untouched(attempt, "full")
