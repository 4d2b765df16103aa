"""Sending a message to the workers. A broker that is down or hangs costs the sender next to nothing.

A message is only a nudge, a task's name and numbers: what is to be done stands in the database.
"""

from __future__ import annotations

import os
import time
from functools import lru_cache

import structlog
from kombu.exceptions import ChannelError, KombuError
from kombu.pools import ProducerPool

# Loaded with this module: left to the first message, it would cost the first student 0.1 s.
from kombu.transport.redis import Transport

from dlquiz.celery import app

log = structlog.get_logger(__name__)

# The longest that a sender waits for the broker, to connect and for each answer.
WAIT_SECONDS = 0.05
# After a failure nobody tries again for so long: one sender pays the time-out, not each of them.
PAUSE_SECONDS = 2.0
CONNECTIONS = 8
# Unreachable, hung, out of memory, shutting down.
BROKER_ERRORS = (KombuError, OSError, *Transport.connection_errors, *Transport.channel_errors)

_down_until = 0.0


def send(task: str, *numbers: int, queue: str, priority: int = 0, countdown: float | None = None) -> bool:
    """Publish a task's message; False where the broker does not take it.

    With a ``countdown`` it is begun so many seconds later.
    """
    if time.monotonic() < _down_until:
        return False
    try:
        with _producers(app.conf.broker_write_url).acquire(block=True, timeout=WAIT_SECONDS) as producer:
            app.send_task(
                task,
                args=numbers,
                queue=queue,
                priority=priority,
                countdown=countdown,
                producer=producer,
                retry=False,
                ignore_result=True,
            )
    except BROKER_ERRORS as error:
        _note_failure()
        log.warning("message not sent", task=task, job=numbers[0], error=str(error))
        return False
    return True


def is_empty(queue: str) -> bool:
    """Whether the broker answers and holds no message of this queue."""
    try:
        with _producers(app.conf.broker_write_url).acquire(block=True, timeout=WAIT_SECONDS) as producer:
            return not producer.channel.queue_declare(queue=queue, passive=True).message_count
    except ChannelError:
        # The broker knows no such queue: to Redis, a queue without messages does not exist.
        return True
    except BROKER_ERRORS as error:
        log.warning("broker does not answer", queue=queue, error=str(error))
        return False


def forget_failures() -> None:
    """Try the broker again at once."""
    global _down_until
    _down_until = 0.0


def _note_failure() -> None:
    global _down_until
    _down_until = time.monotonic() + PAUSE_SECONDS


@lru_cache(maxsize=2)
def _producers(url: str | None) -> ProducerPool:
    """Connections of the senders' own: workers wait seconds for a broker, a page cannot."""
    options = {"socket_connect_timeout": WAIT_SECONDS, "socket_timeout": WAIT_SECONDS, "max_retries": 0}
    connection = app.connection_for_write(url, connect_timeout=WAIT_SECONDS, transport_options=options)
    return ProducerPool(connection.Pool(limit=CONNECTIONS), limit=CONNECTIONS, Producer=app.amqp.Producer)


# A pool process must not talk over a connection that its parent has opened.
os.register_at_fork(after_in_child=_producers.cache_clear)
