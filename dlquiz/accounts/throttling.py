"""Whose failed sign-ins are counted, and what is said when there were too many."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def attempted_name(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The name that was tried, folded, so that case and spaces do not buy more tries."""
    told = credentials or {}
    name = told.get("username") or told.get("email") or told.get("login")
    if not name and request is not None:
        name = request.POST.get("login") or request.POST.get("username") or ""
    return str(name or "").strip().casefold()[:255]


def client_address(request: HttpRequest) -> str:
    """The client's address; behind our own proxies the one that the outermost of them saw."""
    count = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    seen = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if count and len(seen) >= count:
        return str(seen[-count])
    return str(request.META.get("REMOTE_ADDR", ""))


def locked_out(request: HttpRequest, credentials: dict[str, Any] | None = None, *_: Any) -> HttpResponse:
    """Too many failures: say so, and when to try again."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    return render(request, "account/locked_out.html", {"minutes": minutes}, status=429)
