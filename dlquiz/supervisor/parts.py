"""The parts of the site and their command lines, the same here, under systemd and in the container images."""

import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

QUEUES = ("cpu", "control", "batch")
# Longer than a submission may take; what has not ended by then is killed, and done again when its lease ends.
WORKER_SECONDS = 25.0


@dataclass(frozen=True)
class Part:
    """One child process: what to run, what to add to its environment, how it is asked to stop."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    descriptors: tuple[int, ...] = ()
    stop_signal: int = signal.SIGTERM
    stop_seconds: float = 10.0
    gives_up: bool = False


def manage(*arguments: str) -> tuple[str, ...]:
    """A management command, run by the interpreter that runs this."""
    return (sys.executable, "-m", "django", *arguments)


@dataclass(frozen=True)
class Step:
    """One step of the set-up before the parts start; each may run again at every start."""

    what: str
    command: tuple[str, ...]


def set_up_steps(demo: bool) -> tuple[Step, ...]:
    """Database, static files and course. In the demo static files are served from where they lie."""
    # django-htmx brings scripts with it that are not used here, and whose imports lead nowhere once renamed.
    gather = Step(
        "gathering static files",
        manage("collectstatic", "--noinput", "--verbosity", "0", "--ignore", "django_htmx"),
    )
    seed = manage("seed_demo") if demo else manage("seed_demo", "--content-only")
    return (
        Step("bringing the database up to date", manage("migrate", "--noinput", "--verbosity", "0")),
        *(() if demo else (gather,)),
        Step("bringing the course up to date", seed),
    )


def web(bind: str, descriptors: tuple[int, ...] = ()) -> Part:
    """The web server. The site cannot be used without it, so it is not restarted for ever."""
    command = (
        *(sys.executable, "-m", "gunicorn", "--config", "python:dlquiz.supervisor.web_server"),
        *("--bind", bind, "dlquiz.wsgi:application"),
    )
    return Part("web", command, descriptors=descriptors, stop_seconds=15.0, gives_up=True)


def worker(concurrency: int, queues: tuple[str, ...] = QUEUES) -> Part:
    """The Celery worker. At SIGTERM it takes nothing new and lets what is running end."""
    command = (
        *(sys.executable, "-m", "celery", "--quiet", "--app", "dlquiz", "worker", "--pool", "prefork"),
        *("--concurrency", str(concurrency), "--queues", ",".join(queues)),
        *("--without-gossip", "--without-mingle", "--loglevel", "INFO"),
    )
    return Part("worker", command, stop_seconds=WORKER_SECONDS)


def beat() -> Part:
    """Celery's clock, which sends the reconciler on its rounds."""
    command = (
        *(sys.executable, "-m", "celery", "--quiet", "--app", "dlquiz", "beat"),
        *("--pidfile=", "--loglevel", "WARNING"),
    )
    return Part("beat", command, stop_seconds=5.0)


def queues_from(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The queues that this machine's worker serves: DLQUIZ_QUEUES, or all but the graphics cards'."""
    named = tuple(name.strip() for name in environment.get("DLQUIZ_QUEUES", "").split(",") if name.strip())
    return named or QUEUES


def environment_of(part: Part, base: Mapping[str, str] = os.environ) -> dict[str, str]:
    """A part's whole environment; unbuffered, so that a log line is seen when it is written."""
    fixed = {"DJANGO_SETTINGS_MODULE": "dlquiz.settings", "PYTHONUNBUFFERED": "1"}
    return {**base, **fixed, **part.environment}
