"""``python -m dlquiz.supervisor``: the whole site on this machine until Ctrl-C."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dlquiz.supervisor import broker, ground, parts, readiness
from dlquiz.supervisor.crew import Crew
from dlquiz.supervisor.options import Options, options_from
from dlquiz.supervisor.output import Output
from dlquiz.supervisor.refusal import StartRefused
from dlquiz.supervisor.site import Site, StopAsked


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the site; the exit status is 0 after a stop that was asked for, 1 otherwise."""
    output = Output()
    try:
        options = options_from(sys.argv[1:] if arguments is None else arguments, os.environ)
        os.umask(0o077)
        ground.check_parts(options)
        ground.prepare_folder(options.data_dir)
        lock = ground.lock_folder(options.data_dir, readiness.address(options))
        server = ground.listen(options.host, options.port)
        set_environment(options)
        return run(options, output, lock, server)
    except StartRefused as refused:
        print(f"dlquiz: {refused}", file=sys.stderr, flush=True)
        return 1


def set_environment(options: Options) -> None:
    """What every part is told. A value that the user has set stays."""
    os.environ["DLQUIZ_DATA_DIR"] = str(options.data_dir)
    os.environ.setdefault("DJANGO_DEBUG", "1" if options.demo else "0")
    if not os.environ.get("DJANGO_SECRET_KEY"):
        os.environ["DJANGO_SECRET_KEY"] = ground.secret_key(options.data_dir)
    os.environ.setdefault("DJANGO_ALLOWED_HOSTS", ",".join(allowed_hosts(options)))


def allowed_hosts(options: Options) -> list[str]:
    """This machine's own names, and the network's names for it only where the site is open to the network."""
    hosts = ["localhost", "127.0.0.1", "[::1]"]
    if options.host in readiness.EVERY_INTERFACE:
        name = socket.gethostname()
        hosts += [name, f"{name}.local", *addresses_of(name)]
    elif options.host not in hosts:
        hosts.append(f"[{options.host}]" if ":" in options.host else options.host)
    return hosts


def addresses_of(name: str) -> list[str]:
    """The machine's own addresses: what its resolver knows, and what `hostname -I` lists."""
    found: set[str] = set()
    with contextlib.suppress(socket.gaierror):
        found |= {str(entry[4][0]) for entry in socket.getaddrinfo(name, None, family=socket.AF_INET)}
    with contextlib.suppress(OSError):
        listed = subprocess.run(("hostname", "-I"), capture_output=True, text=True, check=False)
        found |= {word for word in listed.stdout.split() if ":" not in word}
    return sorted(found)


def external_broker() -> bool:
    """Whether the user runs a broker elsewhere and has named it."""
    return bool(os.environ.get("DLQUIZ_BROKER_URL") or os.environ.get("REDIS_URL"))


def choose_socket() -> tuple[Path, Path | None]:
    """Where the embedded broker listens, and the folder made for it where the usual place will not do."""
    from dlquiz.env import broker_socket  # reads the environment when first imported

    usual = broker_socket()
    path = broker.usable_socket(usual)
    os.environ["DLQUIZ_BROKER_SOCKET"] = str(path)
    return path, path.parent if path != usual else None


def run(options: Options, output: Output, lock: int, server: socket.socket) -> int:
    crew = Crew(output)
    site = Site(options, output, crew)
    crew.take_signals()
    temporary: Path | None = None
    try:
        if external_broker():
            output.say("using the message broker that the environment names")
        else:
            path, temporary = choose_socket()
            site.start_broker(broker.broker_program(), path, lock)
        site.set_up()
        services = [parts.web(f"fd://{server.fileno()}", (server.fileno(),))]
        if options.worker:
            services += [parts.worker(options.concurrency, parts.queues_from(os.environ)), parts.beat()]
        output.say(f"starting the site on {readiness.address(options)}")
        return site.run(services)
    except StopAsked:
        return 0
    finally:
        server.close()
        site.stop()
        crew.close()
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
