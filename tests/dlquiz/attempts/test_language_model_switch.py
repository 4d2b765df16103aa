"""Switching the language model on and off, and the settings that name it."""

from __future__ import annotations

import io

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from dlquiz import env
from dlquiz.attempts.language_model import language_model_is_on, language_model_switch
from dlquiz.attempts.models import LanguageModelState
from graders.answers.language_model.endpoint import Endpoint


def told(*arguments: str) -> str:
    out = io.StringIO()
    call_command("language_model", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_it_is_on_until_it_is_switched_off() -> None:
    assert language_model_is_on()
    assert "DLQUIZ_LLM_URL is not set" in told("status")
    assert "switch: on" in told("status")


@pytest.mark.django_db
def test_staff_switch_it_by_a_command_that_says_why_it_was_off() -> None:
    language_model_switch(on=False, reason=LanguageModelState.Reason.CANARY, detail="hindi: kernel: slides")
    assert "switch: off" in told("status")
    assert "hindi: kernel: slides" in told("status")
    assert "switch: on" in told("on", "--why", "another model")
    assert language_model_is_on()
    assert "switch: off" in told("off")
    assert not language_model_is_on()


@pytest.mark.django_db
def test_each_switch_is_kept_and_switching_to_the_same_is_none() -> None:
    assert not language_model_switch(on=True, reason=LanguageModelState.Reason.STAFF)
    assert language_model_switch(on=False, reason=LanguageModelState.Reason.STAFF, detail="x\x00" * 900)
    assert not language_model_switch(on=False, reason=LanguageModelState.Reason.STAFF)
    assert language_model_switch(on=True, reason=LanguageModelState.Reason.STAFF)
    assert list(LanguageModelState.objects.values_list("is_on", flat=True)) == [True, False]


@pytest.mark.django_db
def test_the_command_does_not_show_the_key(settings: pytest.FixtureRequest) -> None:
    settings.LANGUAGE_MODEL = Endpoint("https://host/v1", "m", key="secret")  # type: ignore[attr-defined]
    assert "https://host/v1, m" in told("status")
    assert "secret" not in told("status")


def test_without_an_address_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DLQUIZ_LLM_URL", raising=False)
    monkeypatch.setenv("DLQUIZ_LLM_MODEL", "m")
    assert env.language_model() is None


def test_the_environment_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"URL": "http://127.0.0.1:8080/v1", "MODEL": "m", "KEY": "k", "TIMEOUT": "7.5"}
    for name, value in values.items():
        monkeypatch.setenv(f"DLQUIZ_LLM_{name}", value)
    assert env.language_model() == Endpoint("http://127.0.0.1:8080/v1", "m", "k", 7.5)


@pytest.mark.parametrize(("name", "value"), [("MODEL", ""), ("URL", "ftp://host"), ("TIMEOUT", "0")])
def test_a_setting_that_cannot_work_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv("DLQUIZ_LLM_URL", "https://host/v1")
    monkeypatch.setenv("DLQUIZ_LLM_MODEL", "m")
    monkeypatch.setenv(f"DLQUIZ_LLM_{name}", value)
    with pytest.raises(ImproperlyConfigured, match="DLQUIZ_LLM_"):
        env.language_model()
