"""What every request passes through, whoever sends it."""

import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def log_context(get_response: Handler) -> Handler:
    """Give every log line of a request one id and its path, so that they can be read together."""

    def middleware(request: HttpRequest) -> HttpResponse:
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=uuid.uuid4().hex[:12], path=request.path)
        return get_response(request)

    return middleware
