"""Pages that belong to no course: the language switch, and the health check."""

from __future__ import annotations

from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from kombu.exceptions import OperationalError

from dlquiz.celery import app

log = structlog.get_logger(__name__)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language and stay on the page: ``language``, ``next``."""
    chosen = request.POST.get("language", "")
    response = HttpResponseRedirect(_next(request))
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
        if request.user.is_authenticated:
            request.user.language = chosen
            request.user.save(update_fields=["language"])
    return response


def _next(request: HttpRequest) -> str:
    """Where to go on: a path of this site, or the home page."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and urlsplit(wanted).path.startswith("/"):
        return wanted
    return resolve_url("courses:home")


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Do the database and the broker answer? 200 with both, 503 without; says nothing else."""
    parts = {"database": _database_answers(), "broker": _broker_answers()}
    # A site without its broker still takes submissions; without its database it can do nothing.
    status = 200 if parts["database"] else 503
    told = {name: "ok" if holds else "down" for name, holds in parts.items()}
    return JsonResponse({"status": "ok" if all(parts.values()) else "degraded", **told}, status=status)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        log.warning("database does not answer", exc_info=True)
        return False
    return True


def _broker_answers() -> bool:
    try:
        with app.connection_for_read() as link:
            link.ensure_connection(max_retries=1, interval_start=0, timeout=1)
    except (OperationalError, OSError):
        log.warning("broker does not answer")
        return False
    return True
