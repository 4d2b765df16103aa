"""The container files: a compose implementation accepts them, and they give nothing away."""

import importlib.util
import os
import re
import shutil
import subprocess
import tomllib
from typing import Any

import pytest
import yaml

from tests.operations.processes import ROOT

DOCKER = ROOT / "docker"
IMPLEMENTATIONS = (("docker", "compose"), ("docker-compose",), ("podman-compose",))
SETTINGS = {
    "DJANGO_SECRET_KEY": "k" * 50,
    "POSTGRES_PASSWORD": "secret",
    "DJANGO_ALLOWED_HOSTS": "quiz.example.org",
}
OURS = ("setup", "web", "beat", "worker", "worker-gpu")


def compose_command() -> tuple[str, ...]:
    """The compose implementation of this machine; none is a skip for a user and a failure in CI."""
    for command in IMPLEMENTATIONS:
        if (
            shutil.which(command[0])
            and not subprocess.run((*command, "version"), capture_output=True).returncode
        ):
            return command
    if os.environ.get("CI"):
        pytest.fail("no compose implementation: .ci/run installs one")
    pytest.skip("NO COMPOSE IMPLEMENTATION (docker compose, docker-compose, podman-compose): not checked")


def configuration(**changes: str) -> "subprocess.CompletedProcess[str]":
    command = (*compose_command(), "-f", str(DOCKER / "compose.yaml"), "--profile", "gpu", "config")
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **SETTINGS, **changes}
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    done = configuration()
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = yaml.safe_load(done.stdout)["services"]
    return found


def test_a_compose_implementation_accepts_the_file(services: dict[str, Any]) -> None:
    assert set(services) == {*OURS, "db", "redis"}


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_what_has_no_safe_default_must_be_set(name: str) -> None:
    done = configuration(**{name: ""})
    assert done.returncode != 0
    assert f"set {name}" in done.stderr


@pytest.mark.parametrize("name", OURS)
def test_our_containers_run_without_any_privilege(services: dict[str, Any], name: str) -> None:
    service = services[name]
    assert service["user"] == "1000:1000"
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"] is True
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert any(mount.startswith("/tmp:size=") for mount in service["tmpfs"])
    assert "privileged" not in service
    assert "cap_add" not in service


def test_no_container_has_a_capability(services: dict[str, Any]) -> None:
    assert {name for name, service in services.items() if service.get("cap_drop") != ["ALL"]} == set()
    assert {name for name, service in services.items() if service.get("user") in {None, "root", "0"}} == set()


def test_every_container_that_stays_has_a_health_check(services: dict[str, Any]) -> None:
    unchecked = {name for name, service in services.items() if not service.get("healthcheck", {}).get("test")}
    assert unchecked - {"setup"} == set()


def test_only_the_web_server_can_be_reached_or_reach_out(services: dict[str, Any]) -> None:
    assert {name for name, service in services.items() if service.get("ports")} == {"web"}
    assert {name for name, service in services.items() if "outside" in service["networks"]} == {"web"}


def test_what_runs_in_a_container_exists_here(services: dict[str, Any]) -> None:
    commands = [
        service["command"] for name, service in services.items() if name in OURS and "command" in service
    ]
    commands += [service["healthcheck"]["test"][1:] for name, service in services.items() if name in OURS[1:]]
    commands += [yaml.safe_load(text) for text in re.findall(r"CMD (\[.*\])", dockerfiles())]
    assert len(commands) >= 8
    for command in commands:
        assert command[:2] == ["python", "-m"]
        assert importlib.util.find_spec(command[2]) is not None, command


def dockerfiles() -> str:
    return "\n".join(path.read_text() for path in sorted(DOCKER.glob("*.Dockerfile")))


def test_every_file_that_an_image_takes_exists() -> None:
    taken = re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfiles(), re.MULTILINE)
    names = [name for line in taken for name in line.split()]
    assert "dlquiz" in names
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_the_images_end_as_an_unprivileged_user() -> None:
    for path in DOCKER.glob("*.Dockerfile"):
        users = re.findall(r"^USER (.+)$", path.read_text(), re.MULTILINE)
        assert users == ["1000:1000"], path.name


def test_the_images_install_what_the_project_requires() -> None:
    """The line of the Dockerfiles that reads the requirements out of pyproject.toml, run here."""
    lines = set(re.findall(r'python -c "(import tomllib; .*?)" \\', dockerfiles()))
    assert len(lines) == 1
    program = (
        lines.pop().replace("/src/pyproject.toml", str(ROOT / "pyproject.toml")).replace("'\\n'", repr("\n"))
    )
    printed = subprocess.run(("python3", "-c", program), capture_output=True, text=True, check=True).stdout
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    assert printed.splitlines() == wanted


def test_the_example_names_every_setting_that_the_compose_file_reads() -> None:
    read = set(re.findall(r"\$\{([A-Z_]+)", (DOCKER / "compose.yaml").read_text()))
    example = set(re.findall(r"^([A-Z_]+)=", (DOCKER / "env.example").read_text(), re.MULTILINE))
    optional = {"DJANGO_CSRF_TRUSTED_ORIGINS", "DLQUIZ_WEB_PROCESSES"}
    assert read - optional == example
