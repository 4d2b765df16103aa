"""A message for a queue goes into that queue and into no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from kombu import Connection
from kombu.exceptions import ChannelError

from dlquiz.celery import app

NAMES = ("cpu", "gpu", "control", "batch")


@pytest.fixture
def broker() -> Iterator[Connection]:
    """The tests' Valkey, every queue empty."""
    with app.connection_for_write() as connection:
        _empty(connection)
        yield connection
        _empty(connection)


def _empty(connection: Connection) -> None:
    for queue in app.amqp.queues.values():
        bound = queue(connection.default_channel)
        bound.declare()
        bound.purge()


def waiting(connection: Connection) -> dict[str, int]:
    """How many messages each queue holds. To Redis one without any does not exist, and asking is refused."""
    lengths = {}
    for name in NAMES:
        with suppress(ChannelError):
            declared = connection.default_channel.queue_declare(queue=name, passive=True)
            lengths[name] = declared.message_count
    return lengths


def test_the_site_has_these_queues() -> None:
    assert set(app.amqp.queues) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_message_goes_to_its_own_queue_only(broker: Connection, name: str) -> None:
    app.send_task("nobody", queue=name, connection=broker)
    assert waiting(broker) == {name: 1}


@pytest.mark.parametrize("name", NAMES)
def test_a_message_that_is_routed_by_its_key_goes_to_that_queue_only(broker: Connection, name: str) -> None:
    """As `celery call --routing-key` and other senders do; queues that share a key would each get a copy."""
    queue = app.amqp.queues[name]
    with broker.Producer() as producer:
        producer.publish({}, exchange=queue.exchange, routing_key=queue.routing_key)
    assert waiting(broker) == {name: 1}


def test_a_message_that_names_no_queue_goes_to_the_default_one(broker: Connection) -> None:
    app.send_task("nobody", connection=broker)
    assert waiting(broker) == {"control": 1}
