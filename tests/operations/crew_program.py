"""A small site of stand-in parts, run as a program by the tests of the supervisor's loop.

``python -m tests.operations.crew_program NAME=SHELL-COMMAND ...``; a name with a ``!`` gives up for good
after three deaths, a name with a ``~`` is given only a second to stop.
"""

import sys
from pathlib import Path

from dlquiz.supervisor.crew import Crew
from dlquiz.supervisor.options import Options
from dlquiz.supervisor.output import Output
from dlquiz.supervisor.parts import Part
from dlquiz.supervisor.site import Site


def part_from(argument: str) -> Part:
    name, command = argument.split("=", 1)
    return Part(
        name.rstrip("!~"),
        ("/bin/sh", "-c", command),
        gives_up="!" in name,
        stop_seconds=1.0 if "~" in name else 10.0,
    )


def main() -> int:
    output = Output()
    crew = Crew(output)
    crew.take_signals()
    site = Site(Options("127.0.0.1", 1, Path("/nonexistent"), True, True, 1), output, crew)
    try:
        return site.run([part_from(argument) for argument in sys.argv[1:]])
    finally:
        site.stop()
        crew.close()


if __name__ == "__main__":
    sys.exit(main())
