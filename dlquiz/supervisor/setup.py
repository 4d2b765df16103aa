"""``python -m dlquiz.supervisor.setup``: tables, static files and the course, before the parts are started.

What the supervisor does by itself, for container images and service managers. It may run at every start.
"""

import os
import subprocess
import sys

from dlquiz.supervisor import parts
from dlquiz.supervisor.options import ROOT


def main() -> int:
    environment = parts.environment_of(parts.Part("setup", ()), os.environ)
    steps = parts.set_up_steps(demo=False)
    for number, step in enumerate(steps, start=1):
        print(f"setting up, {number} of {len(steps)}: {step.what}", flush=True)
        status = subprocess.run(step.command, cwd=ROOT, env=environment).returncode
        if status != 0:
            print(f"dlquiz: {step.what} ended with exit status {status}.", file=sys.stderr, flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
