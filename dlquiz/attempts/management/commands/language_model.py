"""``language_model status|on|off``: whether short texts are also read by a language model."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from dlquiz.attempts.language_model import language_model_state, language_model_switch
from dlquiz.attempts.models import LanguageModelState, Mark, Opinion


class Command(BaseCommand):
    """For operators at a terminal."""

    help = "Say whether short texts are also read by a language model, or switch it on or off."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("status", "on", "off"))
        parser.add_argument("--why", default="", help="kept beside the switch")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["action"] != "status":
            language_model_switch(
                on=options["action"] == "on", reason=LanguageModelState.Reason.STAFF, detail=options["why"]
            )
        self.stdout.write("\n".join(_status()))


def _status() -> list[str]:
    endpoint, state = settings.LANGUAGE_MODEL, language_model_state()
    address = "none: DLQUIZ_LLM_URL is not set" if endpoint is None else f"{endpoint.url}, {endpoint.model}"
    switched = "on" if state is None or state.is_on else "off"
    if state is not None:
        detail = f", {state.detail}" if state.detail else ""
        switched += f" since {state.created_at:%Y-%m-%d %H:%M} UTC ({state.reason}{detail})"
    by_model = Mark.objects.filter(marker=Mark.Marker.MODEL)
    doubted = by_model.filter(cause=Mark.Cause.DOUBTED).count()
    confirmed = by_model.filter(cause=Mark.Cause.CONFIRMED).count()
    return [
        f"address: {address}",
        f"switch: {switched}",
        f"opinions: {Opinion.objects.count()}; marks kept from standing: {doubted}, let stand: {confirmed}",
    ]
