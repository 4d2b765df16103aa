"""The language model by way of a real broker and a real worker; and without either."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from dlquiz.attempts.models import Opinion
from dlquiz.attempts.selectors import opinion_of
from dlquiz.courses.models import Course, Topic
from tests.dlquiz.attempts.opinion_cast import UNCLEAR, Class, standing
from tests.dlquiz.question_cast import TEXT, make_question
from tests.flow.processes import wait_until
from tests.services.language_model import StandIn, language_model_service
from tests.services.servers import Valkey
from tests.workers import StartWorker

pytestmark = pytest.mark.django_db(transaction=True)

SECONDS = 120
# What a machine may add on which others work too.
NOISE_SECONDS = 1.0


@pytest.fixture
def service(settings: Any) -> Iterator[StandIn]:
    with language_model_service() as stand_in:
        settings.LANGUAGE_MODEL = stand_in.endpoint()
        yield stand_in


@pytest.fixture
def group(course: Course, topic: Topic) -> Class:
    return Class(course, make_question(topic, "kernel", "short_text", TEXT))


def test_a_worker_asks_what_the_site_only_notes(
    environment: dict[str, str], start_worker: StartWorker, service: StandIn, group: Class
) -> None:
    environment["DLQUIZ_LLM_URL"] = service.endpoint().url
    environment["DLQUIZ_LLM_MODEL"] = "stand-in"
    attempt = group.practises(UNCLEAR)
    assert service.requests == []
    start_worker()
    wait_until(Opinion.objects.exists, SECONDS, "the worker has asked")
    assert opinion_of(attempt) is not None
    assert standing(attempt).outcome == "provisional"


def test_without_a_broker_the_answer_waits_for_a_person_at_no_cost(
    broker: Valkey, service: StandIn, group: Class
) -> None:
    group.practises("The kernel ambles.")
    broker.kill()
    begun = time.monotonic()
    attempt = group.practises(UNCLEAR)
    assert time.monotonic() - begun < NOISE_SECONDS
    assert standing(attempt).outcome == "provisional"
    assert service.requests == []
