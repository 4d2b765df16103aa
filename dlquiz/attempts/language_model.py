"""Whether the language model is asked at all, and switching it on and off."""

from __future__ import annotations

import structlog
from django.db import transaction

from dlquiz.attempts.models import LanguageModelState

log = structlog.get_logger(__name__)


def language_model_state() -> LanguageModelState | None:
    """The last time that it was switched; None where it never was."""
    return LanguageModelState.objects.order_by("-pk").first()


def language_model_is_on() -> bool:
    """Whether it may be asked, where there is one."""
    state = language_model_state()
    return state is None or state.is_on


@transaction.atomic
def language_model_switch(*, on: bool, reason: str, detail: str = "") -> bool:
    """Switch it; False where it was so already. What it did before stays as it is."""
    if language_model_is_on() is on:
        return False
    kept = detail.replace("\x00", "")[:500]
    LanguageModelState.objects.create(is_on=on, reason=reason, detail=kept)
    report = log.info if on else log.error
    report("language model switched on" if on else "language model switched off", reason=reason, detail=kept)
    return True
