"""Doing things at the same time, as several tabs or people do."""

from __future__ import annotations

import threading
from typing import Any

from django.db import connection


def run_at_once(act: Any, arguments: list[Any]) -> list[Any]:
    """Each call in a thread with a connection of its own, begun together; what it returned or raised."""
    barrier = threading.Barrier(len(arguments))
    outcomes: list[Any] = [None] * len(arguments)

    def run(place: int, argument: Any) -> None:
        barrier.wait()
        try:
            outcomes[place] = act(argument)
        except Exception as told:  # noqa: BLE001 - the test looks at it
            outcomes[place] = told
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(arguments)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes
