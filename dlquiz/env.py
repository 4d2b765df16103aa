"""Where settings that differ between machines come from: the environment, read once, here.

Names that stand alone elsewhere (``DATABASE_URL``, ``REDIS_URL``, ``EMAIL_URL``, ``DJANGO_*``) keep their
usual meaning; everything of our own begins with ``DLQUIZ_``.
"""

import hashlib
import tempfile
from pathlib import Path
from typing import Literal

import environ
from django.core.exceptions import ImproperlyConfigured

from graders.answers.language_model.endpoint import Endpoint, EndpointRefused

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()

DEBUG: bool = env.bool("DJANGO_DEBUG", default=False)
DATA_DIR = Path(env.str("DLQUIZ_DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

# The kernel's limit on the path of a unix socket is 108 bytes, the closing zero byte included.
LONGEST_SOCKET_PATH = 107


def secret_key() -> str:
    """The signing key: required wherever DEBUG is off, a fixed one for development otherwise."""
    key: str = env.str("DJANGO_SECRET_KEY", default="")
    if key:
        return key
    if DEBUG:
        return "for-development-only-never-signs-anything-real"
    raise ImproperlyConfigured(
        "DJANGO_SECRET_KEY is not set. Sessions and sign-in are signed with it, so the site does not start "
        "without one. Make one with: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )


def broker_socket() -> Path:
    """The unix socket on which the embedded Valkey listens.

    It stands in the data folder; where that path is too long for a socket, in the temporary folder under a
    name derived from the data folder, so that the supervisor and every process still find the same one.
    """
    named: str = env.str("DLQUIZ_BROKER_SOCKET", default="")
    if named:
        return Path(named)
    socket = DATA_DIR / "valkey.sock"
    if len(bytes(socket)) <= LONGEST_SOCKET_PATH:
        return socket
    mark = hashlib.sha256(bytes(DATA_DIR)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"dlquiz-{mark}.sock"


def broker_url() -> str:
    """Where Celery finds its broker: an address if one is given, else the embedded Valkey's socket."""
    url: str = env.str("DLQUIZ_BROKER_URL", default="") or env.str("REDIS_URL", default="")
    return url or f"redis+socket://{broker_socket()}"


def grading_device() -> Literal["cpu", "cuda"]:
    """cpu or cuda: DLQUIZ_DEVICE, or what the queues of DLQUIZ_QUEUES are for."""
    queues = {name.strip() for name in env.str("DLQUIZ_QUEUES", default="").split(",")}
    device: str = env.str("DLQUIZ_DEVICE", default="") or ("cuda" if "gpu" in queues else "cpu")
    if device != "cpu" and device != "cuda":
        raise ImproperlyConfigured(f"DLQUIZ_DEVICE is {device!r}; it may be cpu or cuda, or be left out.")
    wrong = "gpu" if device == "cpu" else "cpu"
    if wrong in queues:
        raise ImproperlyConfigured(
            f"A worker grades on one device: this one grades on {device} and cannot take the queue {wrong}. "
            "Start another worker for it, with DLQUIZ_QUEUES and DLQUIZ_DEVICE of its own."
        )
    return "cpu" if device == "cpu" else "cuda"


def database() -> dict[str, object]:
    """Django's description of the database: ``DATABASE_URL``, or SQLite in the data folder."""
    default = f"sqlite:///{DATA_DIR / 'db.sqlite3'}"
    config: dict[str, object] = dict(env.db_url("DATABASE_URL", default=default))
    config["CONN_MAX_AGE"] = 60
    if config["ENGINE"] == "django.db.backends.sqlite3":
        Path(str(config["NAME"])).parent.mkdir(parents=True, exist_ok=True)
        # IMMEDIATE: a writer waits for its turn at BEGIN instead of failing in the middle of a transaction.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config["CONN_HEALTH_CHECKS"] = True
    return config


def language_model() -> Endpoint | None:
    """The service that is asked about short texts besides the marker; none unless an address is given."""
    url: str = env.str("DLQUIZ_LLM_URL", default="")
    if not url:
        return None
    model, key = env.str("DLQUIZ_LLM_MODEL", default=""), env.str("DLQUIZ_LLM_KEY", default="")
    try:
        return Endpoint(url, model, key, timeout=env.float("DLQUIZ_LLM_TIMEOUT", default=20.0))
    except EndpointRefused as refused:
        raise ImproperlyConfigured(
            f"DLQUIZ_LLM_URL is set, but the language model cannot be asked: {refused}. "
            "Check DLQUIZ_LLM_URL, DLQUIZ_LLM_MODEL, DLQUIZ_LLM_KEY and DLQUIZ_LLM_TIMEOUT."
        ) from refused
