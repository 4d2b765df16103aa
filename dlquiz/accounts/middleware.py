"""The reader's language and time zone, for each request."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]


def language_and_time_zone(get_response: Handler) -> Handler:
    """The signed-in person's language; else the cookie's; else what the browser asks for."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = _language(request)
        with translation.override(language), timezone.override(_time_zone(request)):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response

    return middleware


def _language(request: HttpRequest) -> str:
    if request.user.is_authenticated and request.user.language in dict(settings.LANGUAGES):
        return request.user.language
    # Reads the cookie, then Accept-Language; both only among the languages that the site has.
    return translation.get_language_from_request(request)


def _time_zone(request: HttpRequest) -> zoneinfo.ZoneInfo:
    if request.user.is_authenticated:
        try:
            return zoneinfo.ZoneInfo(request.user.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            pass
    return zoneinfo.ZoneInfo(settings.TIME_ZONE)
