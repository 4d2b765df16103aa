"""Whether the site answers, and what the user is told when it does."""

import http.client
import os
from collections.abc import Iterator, Mapping

from dlquiz.supervisor.demo import DEMO_NAMES, DEMO_PASSWORD
from dlquiz.supervisor.options import Options

EVERY_INTERFACE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def address(options: Options) -> str:
    """The address to open in a browser on this machine."""
    host = EVERY_INTERFACE.get(options.host, options.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{options.port}/"


def site_answers(options: Options) -> bool:
    """Whether the site serves pages. A health page that says something is wrong counts too: the worker, of
    which it speaks, may still be starting."""
    return health_status(EVERY_INTERFACE.get(options.host, options.host), options.port) in {200, 503}


def health_status(host: str, port: int, patience: float = 1.0) -> int:
    """The status with which the health page answers, 0 when nothing answers in time."""
    connection = http.client.HTTPConnection(host, port, timeout=patience)
    try:
        connection.request("GET", "/health/", headers={"Host": accepted_host(os.environ)})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def accepted_host(environment: Mapping[str, str]) -> str:
    """A host name that the site does not refuse: the first that it was told to accept."""
    first = environment.get("DJANGO_ALLOWED_HOSTS", "").split(",")[0].strip().removeprefix(".")
    return first if first and "*" not in first else "localhost"


def greeting(options: Options) -> Iterator[str]:
    """The lines that are shown once the site answers."""
    yield ""
    yield f"dlquiz is ready: {address(options)}"
    if options.demo:
        yield f"  sign in as   {', '.join(DEMO_NAMES)}"
        yield f"  password     {DEMO_PASSWORD}"
    else:
        yield "  first admin  python manage.py createsuperuser, with the same DLQUIZ_DATA_DIR"
    if not options.worker:
        yield "  no grading   submitted code waits until a worker runs"
    yield f"  your data    {options.data_dir}"
    yield "  Ctrl-C stops everything; the next start finds the data again"
    if options.demo and options.host not in {"127.0.0.1", "::1", "localhost"}:
        yield ""
        yield "  This demo is open to the network, and its passwords are printed in the documentation."
        yield "  For real students start with --no-demo; docs/operations.md says how."
    yield ""
