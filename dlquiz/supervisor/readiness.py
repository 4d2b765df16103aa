"""Whether the site answers, and what the user is told when it does."""

import http.client
from collections.abc import Iterator

from dlquiz.supervisor.demo import DEMO_NAMES, DEMO_PASSWORD
from dlquiz.supervisor.options import Options

EVERY_INTERFACE = {"0.0.0.0": "127.0.0.1", "::": "::1"}


def address(options: Options) -> str:
    """The address to open in a browser on this machine."""
    host = EVERY_INTERFACE.get(options.host, options.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{options.port}/"


def site_answers(options: Options, patience: float = 1.0) -> bool:
    """One request to the health page. A page that says something is wrong has answered all the same: the
    worker, of which it speaks, may still be starting."""
    host = EVERY_INTERFACE.get(options.host, options.host)
    connection = http.client.HTTPConnection(host, options.port, timeout=patience)
    try:
        connection.request("GET", "/health/", headers={"Host": "localhost"})
        return connection.getresponse().status in {200, 503}
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


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
