"""``python -m dlquiz.supervisor.serve web|worker|beat``: become one part of the site.

For container images and service managers, which keep processes alive themselves: the same command lines as
the supervisor's, with DLQUIZ_BIND, DLQUIZ_CONCURRENCY and DLQUIZ_QUEUES from the environment.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence

from dlquiz.supervisor import parts
from dlquiz.supervisor.options import default_concurrency, number
from dlquiz.supervisor.parts import Part
from dlquiz.supervisor.refusal import StartRefused


def part_named(name: str, environment: Mapping[str, str]) -> Part:
    """The part as the environment describes it."""
    if name == "web":
        return parts.web(environment.get("DLQUIZ_BIND") or "0.0.0.0:8000")
    if name == "beat":
        return parts.beat()
    concurrency = environment.get("DLQUIZ_CONCURRENCY") or str(default_concurrency())
    return parts.worker(number(concurrency, "DLQUIZ_CONCURRENCY", 1, 256), parts.queues_from(environment))


def main(arguments: Sequence[str] | None = None) -> int:
    """Replace this process by the part's, so that it receives the manager's signals itself."""
    parser = argparse.ArgumentParser(prog="python -m dlquiz.supervisor.serve", description=__doc__)
    parser.add_argument("part", choices=("web", "worker", "beat"))
    chosen = parser.parse_args(arguments)
    try:
        part = part_named(chosen.part, os.environ)
    except StartRefused as refused:
        print(f"dlquiz: {refused}", file=sys.stderr, flush=True)
        return 1
    os.execve(part.command[0], part.command, parts.environment_of(part))


if __name__ == "__main__":
    sys.exit(main())
