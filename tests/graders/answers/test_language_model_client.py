"""Asking a service that misbehaves: never longer, never more, never elsewhere than allowed."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from graders.answers.language_model.canaries import canary
from graders.answers.language_model.client import MAX_BYTES, NoReply, Unreachable, ask
from graders.answers.language_model.endpoint import Endpoint
from graders.answers.language_model.reading import Reading, read_reply
from graders.answers.language_model.request import request_body
from tests.graders.answers.test_language_model import ANSWER, SUBJECT
from tests.services import language_model
from tests.services.language_model import StandIn, language_model_service

TIMEOUT = 0.5
# What a busy machine may add.
NOISE = 1.0
BODY = request_body(SUBJECT, ANSWER, model="stand-in")


@pytest.fixture
def service() -> Iterator[StandIn]:
    with language_model_service() as stand_in:
        yield stand_in


def asked(service: StandIn, answer: str = ANSWER) -> Reading:
    return read_reply(ask(service.endpoint(), request_body(SUBJECT, answer, model="m")), SUBJECT, answer)


def test_an_honest_service_is_understood(service: StandIn) -> None:
    assert asked(service).agrees
    assert service.answers == [ANSWER]


def test_the_key_goes_into_its_header_and_nowhere_else(service: StandIn) -> None:
    ask(service.endpoint(key="secret"), BODY)
    ask(service.endpoint(), BODY)
    assert service.headers[0]["authorization"] == "Bearer secret"
    assert "authorization" not in service.headers[1]
    assert "secret" not in str(service.requests)


@pytest.mark.parametrize(
    ("manner", "code"),
    [
        ("failing", "status_500"),
        ("redirecting", "status_302"),
        ("huge", "too_large"),
    ],
)
def test_what_is_no_reply_has_a_name(service: StandIn, manner: str, code: str) -> None:
    service.manner = manner
    with pytest.raises(NoReply) as told:
        ask(service.endpoint(), BODY)
    assert told.value.code == code
    assert not any("followed" in request for request in service.requests)


@pytest.mark.parametrize("manner", ["silent", "dripping"])
def test_the_time_limit_is_for_the_whole_request(service: StandIn, manner: str) -> None:
    service.manner = manner
    begun = time.monotonic()
    with pytest.raises(NoReply) as told:
        ask(service.endpoint(timeout=TIMEOUT), BODY)
    assert told.value.code == "slow"
    assert time.monotonic() - begun < TIMEOUT + NOISE


@pytest.mark.parametrize("manner", ["not json", "truncated", "refusing", "talking", "cut short", "deep"])
def test_what_cannot_be_read_is_doubt(service: StandIn, manner: str) -> None:
    service.manner = manner
    reading = asked(service)
    assert reading.fault
    assert (reading.agrees, reading.disagrees) == (False, False)


@pytest.mark.parametrize("verdicts", [language_model.names_others, language_model.invents_quotes])
def test_what_is_made_up_is_doubt(service: StandIn, verdicts: language_model.Verdicts) -> None:
    service.verdicts = verdicts
    reading = asked(service)
    assert (reading.agrees, reading.disagrees) == (False, False)


@pytest.mark.parametrize("form", ["english", "hindi", "roman", "fake_reply", "fake_system"])
def test_a_service_that_obeys_an_answer_gives_itself_away(service: StandIn, form: str) -> None:
    bait = canary(form, list(SUBJECT.labels)).answer
    service.verdicts = language_model.obeys
    assert asked(service, bait).claimed == ("slides", "adds")
    service.verdicts = language_model.finds_everything
    assert asked(service, bait).claimed == ()


def test_a_connection_that_breaks_is_worth_another_try(service: StandIn) -> None:
    service.manner = "hanging up"
    with pytest.raises(Unreachable):
        ask(service.endpoint(), BODY)


def test_where_nobody_listens_there_is_no_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(Unreachable):
            ask(Endpoint(f"http://127.0.0.1:{port}/v1", "m"), BODY)
    with pytest.raises(Unreachable):
        ask(Endpoint("http://no-such-host.invalid/v1", "m"), BODY)


def test_a_service_without_tls_is_not_asked_over_https(service: StandIn) -> None:
    url = service.endpoint().url.replace("http:", "https:")
    with pytest.raises(Unreachable):
        ask(Endpoint(url, "m", timeout=TIMEOUT), BODY)
    assert service.requests == []


def test_proxies_of_the_environment_are_not_asked(service: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert ask(service.endpoint(), BODY)
    assert MAX_BYTES < 8_000_000
