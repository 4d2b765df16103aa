"""``queue_status``: who waits, how fast it goes, what failed in the last hour, and who grades."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from dlquiz.submissions.metrics import QueueStatus, Spread, queue_status


class Command(BaseCommand):
    """For operators at a terminal, and for scripts with ``--json``."""

    help = "Say who waits to be graded, how fast it goes, what failed in the last hour, and who grades."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        status = queue_status()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(status)))
        else:
            self.stdout.write("\n".join(_lines(status)))


def _lines(status: QueueStatus) -> list[str]:
    lanes = [
        f"{lane.name}: {lane.waiting} waiting, {lane.running} running, oldest {lane.oldest_seconds:.0f} s"
        for lane in status.lanes
    ]
    workers = [
        f"{worker.name}: level {worker.level}, engine {worker.engine_version}, torch {worker.torch_version}, "
        f"{worker.spare_cells} spare cells, {worker.zygote_restarts} zygote restarts"
        for worker in status.workers
    ]
    return [
        *lanes,
        f"last minute: {status.verdicts_per_minute} verdicts",
        f"last hour: {status.faults} faults, {status.lost} lost, {status.retries} retries; "
        f"waited {_shown(status.waited)}, graded {_shown(status.graded)}",
        f"given up, for the staff: {status.given_up}",
        *(workers or ["no worker was heard of in the last minute"]),
    ]


def _shown(spread: Spread) -> str:
    if spread.p50 is None or spread.p95 is None:
        return "–"
    return f"p50 {spread.p50:.3f} s p95 {spread.p95:.3f} s"
