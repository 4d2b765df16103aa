"""What holds where DEBUG is off: read in fresh processes, as an operator's would be."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent.parent
NOT_INHERITED = ("DJANGO_", "DLQUIZ_", "DATABASE_URL", "REDIS_URL", "EMAIL_URL")
IMPORTED = re.compile(r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)""")
KEY = {"DJANGO_SECRET_KEY": "".join(chr(code) for code in range(48, 123))}


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process that knows only these settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(NOT_INHERITED)}
    return subprocess.run(
        (sys.executable, "-c", program),
        cwd=ROOT,
        env={**clean, "DJANGO_SETTINGS_MODULE": "dlquiz.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def settings_in(tmp_path: Path, *names: str, **environment: str) -> dict[str, object]:
    program = "import json; from django.conf import settings as s; "
    program += f"print(json.dumps({{n: getattr(s, n, None) for n in {names!r}}}, default=str))"
    done = run(program, DLQUIZ_DATA_DIR=str(tmp_path), **environment)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_without_a_secret_key_the_site_does_not_start_and_says_why(tmp_path: Path) -> None:
    done = run("from django.conf import settings; settings.DEBUG", DLQUIZ_DATA_DIR=str(tmp_path))
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert "DJANGO_SECRET_KEY is not set" in last
    assert "secrets.token_urlsafe" in last


def test_cookies_and_transport_are_safe_without_being_asked(tmp_path: Path) -> None:
    names = (
        "DEBUG", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "X_FRAME_OPTIONS",
        "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "USE_X_FORWARDED_HOST",
    )  # fmt: skip
    found = settings_in(tmp_path, *names, **KEY)
    assert found.pop("SECURE_HSTS_SECONDS") >= 3600  # type: ignore[operator]
    assert found.pop("DEBUG") is False
    assert found.pop("X_FRAME_OPTIONS") == "DENY"
    # Headers that anybody can send are not believed.
    assert found.pop("SECURE_PROXY_SSL_HEADER") is None
    assert not found.pop("USE_X_FORWARDED_HOST")
    assert set(found.values()) == {True}


def test_behind_a_proxy_of_ours_its_headers_are_believed(tmp_path: Path) -> None:
    found = settings_in(tmp_path, "SECURE_PROXY_SSL_HEADER", DLQUIZ_PROXY_COUNT="1", **KEY)
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_djangos_own_deployment_check_is_content(tmp_path: Path) -> None:
    program = "import django; django.setup(); from django.core.management import call_command\n"
    program += "call_command('check', deploy=True, fail_level='ERROR')"
    done = run(program, DLQUIZ_DATA_DIR=str(tmp_path), **KEY)
    assert done.returncode == 0, done.stderr
    warned = {line.split("(")[1].split(")")[0] for line in done.stderr.splitlines() if "(security." in line}
    # W005: the site does not speak for its subdomains. W021: nor asks browsers to list it for ever.
    assert warned <= {"security.W005", "security.W021"}


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ({"DLQUIZ_BROKER_URL": "redis://a:1/2", "REDIS_URL": "redis://b:1/0"}, "redis://a:1/2"),
        ({"REDIS_URL": "redis://b:1/0"}, "redis://b:1/0"),
        ({"DLQUIZ_BROKER_SOCKET": "/run/v.sock"}, "redis+socket:///run/v.sock"),
    ],
)
def test_the_broker_is_the_one_that_is_named(tmp_path: Path, environment: dict[str, str], url: str) -> None:
    assert settings_in(tmp_path, "CELERY_BROKER_URL", **environment, **KEY)["CELERY_BROKER_URL"] == url


def test_the_embedded_brokers_socket_has_a_path_that_fits(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 90)
    deep.mkdir()
    first = settings_in(deep, "CELERY_BROKER_URL", **KEY)["CELERY_BROKER_URL"]
    path = str(first).removeprefix("redis+socket://")
    assert len(path.encode()) <= 107
    assert settings_in(deep, "CELERY_BROKER_URL", **KEY)["CELERY_BROKER_URL"] == first


def test_sqlite_waits_its_turn_and_writes_ahead(tmp_path: Path) -> None:
    program = (
        "import django; django.setup()\n"
        "from django.db import connection, transaction\n"
        "with transaction.atomic(), connection.cursor() as c:\n"
        "    c.execute('PRAGMA journal_mode'); mode = c.fetchone()[0]\n"
        "    c.execute('PRAGMA synchronous'); sync = c.fetchone()[0]\n"
        "    c.execute('PRAGMA busy_timeout'); wait = c.fetchone()[0]\n"
        "print(mode, sync, wait, connection.transaction_mode)\n"
    )
    done = run(program, DLQUIZ_DATA_DIR=str(tmp_path), **KEY)
    assert done.stdout.split() == ["wal", "1", "20000", "IMMEDIATE"], done.stderr


def test_log_lines_are_json_objects_of_one_line(tmp_path: Path) -> None:
    program = (
        "import django, logging; django.setup()\n"
        "import structlog\n"
        "structlog.contextvars.bind_contextvars(submission='abc')\n"
        "structlog.get_logger('dlquiz.x').warning('पाठ\\nline', n=1)\n"
        "try: 1 / 0\n"
        "except ZeroDivisionError: logging.getLogger('other').exception('it %s', 'broke')\n"
    )
    done = run(program, DLQUIZ_DATA_DIR=str(tmp_path), **KEY)
    first, second = (json.loads(line) for line in done.stderr.strip().splitlines())
    assert (first["event"], first["n"], first["submission"], first["level"]) == (
        "पाठ\nline",
        1,
        "abc",
        "warning",
    )
    assert second["event"] == "it broke"
    assert "ZeroDivisionError" in second["exception"]
    assert second["logger"] == "other"


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the static files have been collected."""
    folder = tmp_path_factory.mktemp("site")
    program = "import django; django.setup(); from django.core.management import call_command\n"
    done = run(program + "call_command('collectstatic', verbosity=0)", DLQUIZ_DATA_DIR=str(folder), **KEY)
    assert done.returncode == 0, done.stderr
    return folder


def test_collected_files_have_digests_and_modules_find_each_other_by_them(collected: Path) -> None:
    program = "import django; django.setup(); from django.templatetags.static import static\n"
    done = run(program + "print(static('core/js/site.js'))", DLQUIZ_DATA_DIR=str(collected), **KEY)
    address = done.stdout.strip()
    assert re.fullmatch(r"/static/core/js/site\.[0-9a-f]+\.js", address), done.stderr
    assert (collected / "static" / "core" / "js" / Path(address).name).is_file()
    imported = list(imports_of_digests(collected / "static"))
    assert imported, "no module of ours imports another: this test has lost its object"
    for module, named in imported:
        assert named.count(".") > 2, f"{module.name} imports {named} without its digest"
        assert (module.parent / named).is_file(), (module, named)


def imports_of_digests(folder: Path) -> Iterator[tuple[Path, str]]:
    """What the modules under names with digests import, by relative path."""
    for module in folder.rglob("*.js"):
        if module.name.count(".") > 1 and not {"admin", "django_htmx"} & set(module.parts):
            for named in re.findall(
                r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)""", module.read_text("utf-8")
            ):
                yield module, named


@pytest.mark.parametrize(
    ("environment", "template"),
    [
        ({}, "account/password_reset_by_staff.html"),
        ({"EMAIL_URL": "smtp://mail.example.org:25"}, "account/password_reset.html"),
    ],
)
def test_a_link_by_mail_is_promised_only_where_mail_can_be_sent(
    collected: Path, environment: dict[str, str], template: str
) -> None:
    program = (
        "import django; django.setup()\n"
        "from django.test.utils import setup_test_environment; setup_test_environment()\n"
        "from django.test import Client\n"
        "page = Client(headers={'host': 'localhost'}).get('/accounts/password/reset/', secure=True)\n"
        "print(page.status_code, page.templates[0].name)\n"
    )
    done = run(program, DLQUIZ_DATA_DIR=str(collected), **KEY, **environment)
    assert done.stdout.split() == ["200", template], done.stderr
