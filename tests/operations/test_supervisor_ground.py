"""Each thing that can be wrong before the start gives one line that says what to do, and a non-zero exit."""

import contextlib
import fcntl
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dlquiz.supervisor import broker, ground
from dlquiz.supervisor.__main__ import allowed_hosts
from dlquiz.supervisor.options import Options, options_from
from dlquiz.supervisor.output import Output
from dlquiz.supervisor.refusal import StartRefused
from tests.operations.processes import ROOT, bare_environment, free_port, started


def supervisor(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the real supervisor where it is expected to refuse."""
    return subprocess.run(
        (sys.executable, "-m", "dlquiz.supervisor", *arguments),
        cwd=ROOT,
        env={**bare_environment(), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def assert_one_clear_line(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert done.returncode == 1
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("dlquiz: ")
    for word in words:
        assert word in lines[0]


def test_a_port_in_use_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))
        taken.listen()
        port = taken.getsockname()[1]
        done = supervisor("--port", str(port), "--data-dir", str(tmp_path / "data"))
    assert_one_clear_line(done, f"Port {port}", "in use", f"DLQUIZ_PORT={port + 1} make run")


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = supervisor("--port", str(free_port()), "--data-dir", str(tmp_path / "file" / "data"))
    assert_one_clear_line(done, str(tmp_path / "file" / "data"), "cannot be written", "--data-dir")


def test_a_second_supervisor_on_the_same_data_is_told_where_the_first_one_is(tmp_path: Path) -> None:
    lock = ground.lock_folder(tmp_path, "http://127.0.0.1:8123/")
    try:
        done = supervisor("--port", str(free_port()), "--data-dir", str(tmp_path))
    finally:
        os.close(lock)
    assert_one_clear_line(done, f"process {os.getpid()}", "http://127.0.0.1:8123/", "--data-dir")


def test_a_lock_left_by_a_dead_supervisor_holds_nobody_up(tmp_path: Path) -> None:
    dead = subprocess.run(
        (sys.executable, "-c", "import os; print(os.getpid())"), capture_output=True, text=True
    )
    (tmp_path / "supervisor.lock").write_text(f"{dead.stdout.strip()}\nhttp://127.0.0.1:1/\n")
    lock = ground.lock_folder(tmp_path, "http://127.0.0.1:8123/")
    os.close(lock)
    assert (tmp_path / "supervisor.lock").read_text() == f"{os.getpid()}\nhttp://127.0.0.1:8123/\n"


def test_a_new_start_waits_for_a_broker_that_outlived_its_supervisor(tmp_path: Path) -> None:
    """The broker holds the lock too: two brokers must never write the same files."""
    program = (
        "import os, subprocess, sys; from pathlib import Path; from dlquiz.supervisor import ground\n"
        "lock = ground.lock_folder(Path(sys.argv[1]), 'http://127.0.0.1:1/')\n"
        "subprocess.Popen(['sleep', '2'], pass_fds=(lock,)); print('left', flush=True)\n"
    )
    with started(("-c", program, str(tmp_path)), tmp_path / "log") as left:
        left.process.wait(timeout=30)
        descriptor = os.open(tmp_path / "supervisor.lock", os.O_RDWR)
        with pytest.raises(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(descriptor)
        os.close(ground.lock_folder(tmp_path, "http://127.0.0.1:2/"))


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1", "80.5"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    assert_one_clear_line(supervisor(f"--port={port}"), "The port", port, "from 1 to 65535")


def test_an_unknown_address_is_refused(tmp_path: Path) -> None:
    done = supervisor(
        "--host", "no.such.host.invalid", "--data-dir", str(tmp_path), "--port", str(free_port())
    )
    assert_one_clear_line(done, "no.such.host.invalid", "--host")


def test_a_missing_library_is_named_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options("127.0.0.1", free_port(), tmp_path, demo=True, worker=True, concurrency=1)
    real = ground.importlib.util.find_spec

    def without(missing: str) -> None:
        monkeypatch.setattr(
            ground.importlib.util, "find_spec", lambda name: None if name == missing else real(name)
        )

    without("torch")
    with pytest.raises(StartRefused, match=r"PyTorch is missing.*--no-worker"):
        ground.check_parts(options)
    ground.check_parts(Options("127.0.0.1", 1, tmp_path, demo=True, worker=False, concurrency=1))
    without("gunicorn")
    with pytest.raises(StartRefused, match="gunicorn is missing: run `make run`"):
        ground.check_parts(options)


def test_without_any_broker_the_line_names_all_three_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(StartRefused, match=r"make run.*redis-server.*REDIS_URL"):
        broker.broker_program()


def test_a_server_on_the_path_stands_in_for_the_wheel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(broker.importlib.util, "find_spec", lambda name: None)
    program = tmp_path / "redis-server"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert broker.broker_program() == str(program)


def test_the_secret_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    key = ground.secret_key(tmp_path)
    assert len(key) >= 50
    assert ground.secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_damaged_secret_key_is_not_silently_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("\n")
    with pytest.raises(StartRefused, match="backup"):
        ground.secret_key(tmp_path)
    assert (tmp_path / "secret_key").read_text() == "\n"


def test_a_socket_path_that_cannot_be_bound_is_replaced_by_a_short_one(tmp_path: Path) -> None:
    usual = tmp_path / "valkey.sock"
    assert broker.usable_socket(usual) == usual
    too_long = tmp_path / ("x" * 120) / "valkey.sock"
    too_long.parent.mkdir()
    instead = broker.usable_socket(too_long)
    assert len(bytes(instead)) <= 107
    assert stat.S_IMODE(instead.parent.stat().st_mode) == 0o700
    instead.parent.rmdir()


def test_the_environment_is_overruled_by_the_command_line(tmp_path: Path) -> None:
    environment = {"DLQUIZ_PORT": "8101", "DLQUIZ_HOST": "0.0.0.0", "DLQUIZ_DATA_DIR": str(tmp_path)}
    options = options_from((), environment)
    assert (options.host, options.port, options.data_dir) == ("0.0.0.0", 8101, tmp_path)
    options = options_from(("--port", "8102", "--no-demo", "--no-worker"), environment)
    assert (options.port, options.demo, options.worker) == (8102, False, False)
    assert options_from((), {"DLQUIZ_TORCH": "skip"}).worker is False
    assert options_from((), {"DLQUIZ_DEMO": "0"}).demo is False


def test_the_networks_names_are_allowed_only_when_the_network_is_let_in(tmp_path: Path) -> None:
    def hosts(host: str) -> list[str]:
        return allowed_hosts(Options(host, 8000, tmp_path, demo=True, worker=True, concurrency=1))

    assert hosts("127.0.0.1") == ["localhost", "127.0.0.1", "[::1]"]
    assert socket.gethostname() in hosts("0.0.0.0")
    assert "*" not in hosts("0.0.0.0")


def test_a_reader_who_leaves_does_not_take_the_site_down(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with contextlib.suppress(BrokenPipeError), os.fdopen(write, "w") as pipe:
        output = Output(pipe, {})
        output.say("nobody hears this")
        output.say("nor this")
    assert output.stream is not pipe
    output.stream.close()


def test_lines_are_coloured_on_a_terminal_only(capfd: pytest.CaptureFixture[str]) -> None:
    main, terminal = os.openpty()
    with os.fdopen(terminal, "w") as stream:
        Output(stream, {}).line("web", "hello")
        assert os.read(main, 1000).decode().startswith("\x1b[32m")
    os.close(main)
    Output(environment={}).line("web", "hello")
    assert capfd.readouterr().out == "web    | hello\n"
