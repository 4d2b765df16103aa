"""Each process that grades says now and then that it lives, and how its engine does."""

from __future__ import annotations

import atexit
import os
import socket
import threading
from datetime import timedelta

import structlog
from django.db import DatabaseError, connection
from django.utils import timezone

from dlquiz.submissions.engine import engine_status
from dlquiz.submissions.models import WorkerProcess

log = structlog.get_logger(__name__)

# A quarter of what it takes to count as gone (``metrics.ALIVE``, which the web process reads too).
PERIOD_SECONDS = 15.0
# Who has been silent for so long is forgotten.
KEPT = timedelta(days=1)


def process_name() -> str:
    """This process, as gradings and heartbeats name it."""
    return f"{socket.gethostname()}:{os.getpid()}"


def start() -> None:
    """Say it now, and from a thread for as long as this process lives."""
    beat()
    ended = threading.Event()
    threading.Thread(target=_live, args=(ended,), name="heartbeat", daemon=True).start()
    atexit.register(ended.set)


def beat() -> None:
    """Say it once, and forget who has long been gone."""
    now = timezone.now()
    WorkerProcess.objects.update_or_create(name=process_name(), defaults={"seen_at": now, **engine_status()})
    WorkerProcess.objects.filter(seen_at__lt=now - KEPT).delete()


def _live(ended: threading.Event) -> None:
    while not ended.wait(PERIOD_SECONDS):
        try:
            beat()
        except DatabaseError:
            log.warning("heartbeat not written", exc_info=True)
        finally:
            # Nothing is held between two beats.
            connection.close()
