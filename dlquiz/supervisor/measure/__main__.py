"""Measures the whole way of a submission, for ``python -m graders bench``. Prints one JSON document.

The parts are those of the site, in a folder of their own that goes afterwards: SQLite, the embedded broker,
a Celery worker. Beat is left out: no message is lost here, so the reconciler has nothing to do. What is timed
begins where the page hands a submission over and ends when its grade can be read from the database; the
request itself is not in it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from dlquiz.supervisor.measure import rounds
from dlquiz.supervisor.measure.site import NotMeasured
from dlquiz.supervisor.refusal import StartRefused
from graders.package import PackageRefused, load_folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and say by the exit status whether it went well."""
    parser = argparse.ArgumentParser(prog="python -m dlquiz.supervisor.measure", description=__doc__)
    parser.add_argument("folder", type=Path, help="the task package to measure on")
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--part", action="append", choices=rounds.PARTS, help="all of them by default")
    parser.add_argument("--solution", action="append", help="NAME=FILE,FILE…, sent in turn")
    parser.add_argument("--quick", action="store_true", help="one number of processes, a short queue")
    options = parser.parse_args(arguments)
    try:
        if not options.folder.is_dir():
            raise NotMeasured(f"no such folder: {options.folder}")
        package = load_folder(options.folder)
        solutions = rounds.solutions_of(package, options.solution or ())
        # A unix socket's path must be short: temporary folders that are named elsewhere may not be.
        with tempfile.TemporaryDirectory(prefix="dlquiz-bench-", dir="/tmp") as folder:
            wanted = rounds.Wanted(tuple(options.part or rounds.PARTS), options.runs, options.quick)
            print(json.dumps(rounds.measure(package, solutions, wanted, Path(folder))))
    except (NotMeasured, PackageRefused, StartRefused) as refused:
        print(f"dlquiz: {refused}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
