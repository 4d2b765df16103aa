"""The site as a whole: what starts in which order, what happens when a part dies, how it all ends."""

import signal
import time
from pathlib import Path

from dlquiz.supervisor import broker, parts, readiness
from dlquiz.supervisor.child import Child
from dlquiz.supervisor.crew import Crew
from dlquiz.supervisor.options import Options
from dlquiz.supervisor.output import Output
from dlquiz.supervisor.parts import Part
from dlquiz.supervisor.refusal import StartRefused

BROKER_SECONDS = 60.0
LONGEST_PAUSE = 30.0
SETTLED_SECONDS = 60.0
DEATHS_OF_THE_WEB_SERVER = 3
# The web server first, so that nothing new comes in; the broker last, so that everyone can hand work back.
STOP_ORDER = (("setup", "web", "beat"), ("worker",), ("broker",))


class StopAsked(Exception):
    """Ctrl-C or SIGTERM came while the site was still being started."""


class Site:
    """One run of everything, from the first child to the last."""

    def __init__(self, options: Options, output: Output, crew: Crew) -> None:
        self.options = options
        self.output = output
        self.crew = crew
        self.deaths: dict[str, int] = {}
        self.restarts: dict[str, tuple[float, Part]] = {}
        self.greeted = False
        self.next_look = 0.0

    def start_broker(self, program: str, socket_path: Path, lock: int) -> None:
        """Start the embedded broker and wait until it takes commands."""
        command = broker.broker_command(program, socket_path, self.options.data_dir / "valkey")
        self.crew.start(Part("broker", command, descriptors=(lock,), stop_seconds=15.0))
        if not self.crew.wait_for(lambda: broker.answers(socket_path), BROKER_SECONDS):
            self._raise_if_stopping()
            raise StartRefused(
                f"The message broker ({program}) did not start; its own words stand in "
                f"{broker.log_of(self.options.data_dir / 'valkey')}."
            )

    def set_up(self) -> None:
        """Bring database, static files and course up to date. All of it may run at every start."""
        steps = parts.set_up_steps(self.options.demo)
        for number, step in enumerate(steps, start=1):
            self.output.say(f"setting up, {number} of {len(steps)}: {step.what}")
            self._run(step.command, step.what)

    def _run(self, command: tuple[str, ...], what: str) -> None:
        child = self.crew.start(Part("setup", command))
        while child not in (ended := self.crew.turn(0.5)):
            self._raise_if_stopping()
            self._refuse_without_broker(ended)
        if child.process.returncode != 0:
            raise StartRefused(
                f"The site was not started: {what} {child.ending()}; its own words stand above."
            )

    def _raise_if_stopping(self) -> None:
        if self.crew.stops_asked:
            raise StopAsked

    def _refuse_without_broker(self, ended: list[Child]) -> None:
        if any(child.name == "broker" for child in ended):
            log = broker.log_of(self.options.data_dir / "valkey")
            raise StartRefused(f"The message broker ended during the start; its own words stand in {log}.")

    def run(self, services: list[Part]) -> int:
        """Keep the services running until somebody asks to stop, or the web server cannot be kept up."""
        for part in services:
            self.crew.start(part)
        while not self.crew.stops_asked:
            for child in self.crew.turn(0.2):
                if self._has_failed_for_good(child):
                    return 1
                self._plan_restart(child)
            self._restart_what_is_due()
            self._greet_once()
        return 0

    def _has_failed_for_good(self, child: Child) -> bool:
        died_before = 0 if child.lived > SETTLED_SECONDS else self.deaths.get(child.name, 0)
        self.deaths[child.name] = died_before + 1
        if not child.part.gives_up or self.deaths[child.name] < DEATHS_OF_THE_WEB_SERVER:
            return False
        self.output.say(
            f"the {child.name} server {child.ending()}, the third time in a row: stopping. "
            "Its own words stand above; put that right and start again."
        )
        return True

    def _plan_restart(self, child: Child) -> None:
        pause = min(2.0 ** (self.deaths[child.name] - 1), LONGEST_PAUSE)
        self.output.say(f"{child.name} {child.ending()}; starting it again in {pause:.0f} s")
        self.restarts[child.name] = (time.monotonic() + pause, child.part)

    def _restart_what_is_due(self) -> None:
        due = [name for name, (moment, _) in self.restarts.items() if moment <= time.monotonic()]
        for name in due:
            self.crew.start(self.restarts.pop(name)[1])

    def _greet_once(self) -> None:
        if self.greeted or "web" not in self.crew.children or time.monotonic() < self.next_look:
            return
        self.greeted = readiness.site_answers(self.options)
        self.next_look = time.monotonic() + 0.5
        if self.greeted:
            for line in readiness.greeting(self.options):
                self.output.say(line)

    def stop(self) -> None:
        """End everything in order. Takes a bounded time, whatever the parts do."""
        self.restarts.clear()
        if self.crew.children:
            self.output.say("stopping (Ctrl-C again kills what is left)")
        for names in STOP_ORDER:
            self.crew.stop(names)
        for child in list(self.crew.children.values()):
            child.signal_group(signal.SIGKILL)
        self.output.say("stopped")
