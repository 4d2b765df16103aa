"""Starts what the tests need before Django's settings are read: PostgreSQL, Valkey, an environment."""

from __future__ import annotations

import os

import django
import pytest

from tests.services.servers import Servers

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
servers = Servers() if not WORKER else None

os.environ["DJANGO_SETTINGS_MODULE"] = "dlquiz.settings"
# Read once when settings are imported: plain static files, cookies over http. Tests run with DEBUG off.
os.environ["DJANGO_DEBUG"] = "1"
os.environ["DLQUIZ_LOG_LEVEL"] = "ERROR"
# No test asks anybody outside.
os.environ.pop("DLQUIZ_LLM_URL", None)
# Playwright's synchronous calls run inside an event loop; the database is still used by one thread only.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
if servers is not None:
    os.environ.update(servers.start())
# Each worker process has a broker database of its own, as it has a test database of its own.
_number = int(WORKER.removeprefix("gw")) + 1 if WORKER else 0
os.environ["DLQUIZ_BROKER_URL"] = (
    f"redis+socket://{os.environ['DLQUIZ_TEST_VALKEY']}/valkey.sock?virtual_host={_number}"
)

# pytest-django looks for settings before this file could name them.
django.setup()

pytest_plugins = ["tests.cast", "tests.workers"]


def pytest_unconfigure() -> None:
    if servers is not None:
        servers.stop()


@pytest.fixture(autouse=True)
def _quick_passwords(settings: pytest.FixtureRequest) -> None:
    """Hashing passwords slowly is for attackers, not for tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
