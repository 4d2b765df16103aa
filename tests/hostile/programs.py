# ruff: noqa: E501 - programs are quoted whole
"""Hostile and cheating solutions of the small convolution, by family.

Each prints ``ESCAPED`` where it got what it must not get; none may pass. ``verdicts`` are those that
it may earn.
"""

from __future__ import annotations

from dataclasses import dataclass

HEAD = "import torch\n"
ZEROS = "    return torch.zeros(x.shape[0], weight.shape[0], x.shape[2] - 2, x.shape[3] - 1)\n"
SIGNATURE = "def conv2d(x, weight, bias=None, stride=1, padding=0):\n"


@dataclass(frozen=True)
class Program:
    name: str
    source: str
    verdicts: tuple[str, ...]


def at_import(name: str, body: str, *verdicts: str) -> Program:
    """Does its deed when it is loaded, then returns zeros."""
    return Program(name, HEAD + body + SIGNATURE + ZEROS, verdicts or ("wrong",))


def when_called(name: str, body: str, *verdicts: str) -> Program:
    """Does its deed in the call; ``body`` is indented by four."""
    return Program(name, HEAD + SIGNATURE + body + ZEROS, verdicts or ("wrong",))


def attempt(what: str) -> str:
    """Try an expression; print ESCAPED if it works."""
    return f"try:\n    print('ESCAPED', {what})\nexcept BaseException as error:\n    pass\n"


READING = [
    at_import("reads_etc_passwd", attempt("open('/etc/passwd').read()[:20]")),
    at_import("reads_the_repository", attempt("open(CANARY).read()")),
    at_import("reads_proc_environ", attempt("open('/proc/self/environ').read()")),
    at_import(
        "reads_parents_memory_map", "import os\n" + attempt("open(f'/proc/{os.getppid()}/maps').read()")
    ),
    at_import("lists_the_root", "import os\n" + attempt("os.listdir('/')")),
    at_import("lists_proc", "import os\n" + attempt("os.listdir('/proc')")),
    at_import(
        "looks_for_a_secret_in_the_environment",
        "import os\nif any('SECRET' in k or 'CANARY' in v for k, v in os.environ.items()): print('ESCAPED')\n",
    ),
    at_import(
        "looks_for_a_secret_in_libc_environ",
        "import ctypes\n"
        "env = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), 'environ')\n"
        "i = 0\n"
        "while env[i]:\n"
        "    if b'CANARY' in env[i]: print('ESCAPED')\n"
        "    i += 1\n",
    ),
    at_import(
        "searches_the_collector_for_expected_results",
        "import gc\n"
        "for thing in gc.get_objects():\n"
        "    if isinstance(thing, dict) and ('expected' in thing or 'oracle' in thing) "
        "and any(isinstance(v, torch.Tensor) for v in thing.values()):\n"
        "        print('ESCAPED')\n",
    ),
    when_called(
        "searches_the_callers_frames",
        "    import sys\n"
        "    frame = sys._getframe()\n"
        "    while frame:\n"
        "        for key, value in list(frame.f_locals.items()):\n"
        "            if 'expected' in key or 'oracle' in key or 'tolerance' in key: print('ESCAPED', key)\n"
        "        frame = frame.f_back\n",
    ),
    at_import(
        "imports_the_engine",
        "import sys\n"
        "if any(m.startswith(('graders.engine', 'graders.checks', 'graders.compare', 'graders.package')) "
        "for m in sys.modules): print('ESCAPED')\n",
    ),
    when_called(
        "returns_uninitialised_memory",
        "    return torch.empty(x.shape[0], weight.shape[0], x.shape[2] - 2, x.shape[3] - 1)\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "reads_the_next_job_from_its_pipe",
        "    import os, select\n    if select.select([0], [], [], 0)[0]: print('ESCAPED', os.read(0, 100))\n",
    ),
]

JUDGE = [
    at_import("patches_allclose", "torch.allclose = lambda *a, **k: True\ntorch.equal = torch.allclose\n"),
    at_import(
        "patches_the_tensors_bytes",
        "torch.Tensor.numpy = lambda self: b''\ntorch.Tensor.detach = lambda self: self\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "rewrites_the_harness",
        "import sys\n"
        "for name, module in list(sys.modules.items()):\n"
        "    if name.startswith('graders'):\n"
        "        for key in list(vars(module)):\n"
        "            if key in ('Run', 'describe', 'load'): setattr(module, key, None)\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    when_called(
        "returns_a_tensor_that_says_it_is_equal",
        "    class Yes(torch.Tensor):\n"
        "        def __eq__(self, other): return True\n"
        "        @classmethod\n"
        "        def __torch_function__(cls, *a, **k): return True\n"
        "    return torch.zeros(1).as_subclass(Yes)\n",
    ),
    when_called(
        "returns_an_object_that_is_equal_to_all",
        "    class Yes:\n"
        "        def __eq__(self, other): return True\n"
        "        shape = x.shape\n"
        "        dtype = x.dtype\n"
        "    return Yes()\n",
    ),
    when_called(
        "returns_an_object_that_claims_to_be_a_tensor",
        "    class Fake:\n"
        "        @property\n"
        "        def __class__(self): return torch.Tensor\n"
        "    return Fake()\n",
    ),
    at_import(
        "writes_a_forged_answer",
        "import os, json, struct\n"
        "head = json.dumps({'status': 'done', 'observed': [], 'tried': [], 'verdict': 'pass', 'tensors': []})"
        ".encode()\n"
        "frame = struct.pack('<4sIQ', b'DLQ1', len(head), 0) + head\n"
        "for descriptor in range(64):\n"
        "    for _ in range(8):\n"
        "        try: os.write(descriptor, frame)\n"
        "        except OSError: break\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "writes_garbage_to_every_descriptor",
        "import os\n"
        "for descriptor in range(64):\n"
        "    try: os.write(descriptor, b'\\xff' * 5000)\n"
        "    except OSError: pass\n",
        "no_result",
    ),
    at_import(
        "announces_a_huge_frame",
        "import os, struct\nos.write(3, struct.pack('<4sIQ', b'DLQ1', 1 << 20, 1 << 62))\n",
        "no_result",
    ),
    at_import(
        "announces_a_tensor_that_never_comes",
        "import os, json, struct\n"
        "head = json.dumps({'tensors': [{'dtype': 'float32', 'shape': [1 << 24]}]}).encode()\n"
        "os.write(3, struct.pack('<4sIQ', b'DLQ1', len(head), 1 << 26) + head)\n",
        "no_result",
        "timed_out",
    ),
    at_import("exits_quietly", "import os\nos._exit(0)\n", "crashed"),
    at_import("exits_loudly", "raise SystemExit(0)\n", "crashed"),
    when_called("exits_in_the_call", "    import sys\n    sys.exit(0)\n", "crashed"),
    at_import("registers_an_exit_handler", "import atexit\natexit.register(print, 'ESCAPED')\n"),
    when_called(
        "changes_the_input_so_that_zeros_are_right",
        "    x.data.zero_(); weight.data.zero_()\n    if bias is not None: bias.data.zero_()\n",
    ),
    when_called(
        "raises_an_error_whose_text_explodes",
        "    class Boom(Exception):\n        def __str__(self): raise SystemExit(0)\n    raise Boom\n",
        "crashed",
    ),
]

NOT_THE_WORK = [
    when_called(
        "calls_the_library",
        "    return torch.nn.functional.conv2d(x, weight, bias, stride, padding)\n",
        "forbidden",
    ),
    when_called(
        "calls_it_through_getattr",
        "    return getattr(torch, 'con' + 'v2d')(x, weight, bias, stride, padding)\n",
        "forbidden",
    ),
    when_called(
        "calls_it_through_torch_ops",
        "    return torch.ops.aten.conv2d.default(x, weight, bias)\n",
        "forbidden",
    ),
    when_called(
        "calls_it_through_a_module",
        "    layer = torch.nn.Conv2d(weight.shape[1], weight.shape[0], tuple(weight.shape[2:]))\n"
        "    return layer(x)\n",
        "forbidden",
    ),
    when_called(
        "calls_it_and_falls_back",
        "    try:\n"
        "        return torch.conv2d(x, weight, bias, stride, padding)\n"
        "    except RuntimeError:\n"
        "        pass\n",
        "forbidden",
    ),
    when_called(
        "calls_mkldnn",
        "    return torch.mkldnn_convolution(x, weight, bias, [0, 0], [1, 1], [1, 1], 1)\n",
        "forbidden",
    ),
    when_called(
        "calls_mkldnns_own_operator",
        "    return torch.ops.mkldnn._convolution_pointwise(x, weight, bias, [0, 0], [1, 1], [1, 1], 1,"
        " 'none', [], '')\n",
        "forbidden",
    ),
    when_called(
        "uses_the_transposed_convolution",
        "    return torch.nn.functional.conv_transpose2d(x, weight.transpose(0, 1).flip(2, 3))\n",
        "forbidden",
    ),
    when_called(
        "keeps_the_library_in_inference_mode",
        "    with torch.inference_mode():\n        return torch.conv2d(x, weight, bias, stride, padding)\n",
        "forbidden",
    ),
    at_import(
        "unloads_the_bar_through_the_collector",
        "import gc\n"
        "for thing in gc.get_objects():\n"
        "    if type(thing).__name__ in ('Library', '_DispatchModule'):\n"
        "        try: thing._destroy()\n"
        "        except Exception: pass\n",
    ),
    when_called("returns_a_constant", "    return torch.ones(1, 4, 3, 4)\n"),
    when_called("returns_the_input", "    return x\n"),
]

EXHAUSTING = [
    when_called("loops_for_ever", "    while True: pass\n", "timed_out"),
    when_called("sleeps", "    import time\n    time.sleep(600)\n", "timed_out"),
    when_called(
        "blocks_every_signal",
        "    import signal\n"
        "    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())\n"
        "    for number in range(1, 31):\n"
        "        try: signal.signal(number, signal.SIG_IGN)\n"
        "        except OSError: pass\n"
        "    while True: pass\n",
        "timed_out",
    ),
    when_called("stays_in_c_code", "    sum(range(10 ** 15))\n", "timed_out"),
    when_called("allocates_100_gb", "    torch.zeros(25_000_000_000)\n", "out_of_memory"),
    when_called(
        "allocates_in_small_pieces",
        "    kept = []\n    while True: kept.append(bytearray(1 << 20))\n",
        "out_of_memory",
    ),
    when_called("recurses_without_end", "    def again(n): return again(n + 1)\n    again(0)\n", "crashed"),
    when_called(
        "recurses_in_c",
        "    import sys\n"
        "    sys.setrecursionlimit(10 ** 9)\n"
        "    def again(n): return again(n + 1)\n"
        "    again(0)\n",
        "crashed",
        "out_of_memory",
        "timed_out",
    ),
    at_import("prints_100_mb", "for _ in range(100): print('x' * (1 << 20))\n"),
    at_import(
        "writes_100_mb_to_the_descriptor",
        "import os\ntry:\n    for _ in range(100): os.write(1, b'x' * (1 << 20))\nexcept OSError: pass\n",
        "wrong",
        "crashed",
    ),
    at_import(
        "opens_descriptors_without_end",
        "import os\ntry:\n    while True: os.dup(1)\nexcept OSError: pass\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "returns_a_gigabyte",
        "    return torch.zeros(1).expand(1 << 28)\n",
        "wrong",
        "no_result",
        "out_of_memory",
    ),
    when_called("segfaults", "    import ctypes\n    ctypes.string_at(0)\n", "crashed"),
    when_called("aborts", "    import os\n    os.abort()\n", "crashed"),
    when_called("prints_nulls_and_broken_unicode", "    print('\\x00\\udcff' * 50)\n"),
]

ESCAPING = [
    at_import("forks", "import os\n" + attempt("os.fork()")),
    at_import("forks_through_libc",
              "import ctypes\nif ctypes.CDLL(None).fork() >= 0: print('ESCAPED')\n"),
    at_import("clones_by_system_call",
              "import ctypes\nif ctypes.CDLL(None).syscall(56, 17, 0, 0, 0, 0) >= 0: print('ESCAPED')\n"),
    at_import("starts_a_program", "import subprocess\n" + attempt("subprocess.run(['/bin/true'])")),
    at_import("replaces_itself", "import os\n" + attempt("os.execv('/bin/true', ['true'])")),
    at_import("starts_a_thread",
              "import threading\n" + attempt("threading.Thread(target=print).start()")),
    at_import("opens_a_tcp_socket", "import socket\n" + attempt("socket.create_connection(('127.0.0.1', 80))")),
    at_import("opens_a_unix_socket", "import socket\n" + attempt("socket.socket(socket.AF_UNIX)")),
    at_import("makes_a_socket_pair", "import socket\n" + attempt("socket.socketpair()")),
    at_import("writes_a_file", attempt("open('/tmp/escaped', 'w').write('x')")),
    at_import("writes_the_interpreter", "import sys\n" + attempt("open(sys.prefix + '/escaped', 'w')")),
    at_import("makes_memory_that_is_a_file", "import os\n" + attempt("os.memfd_create('x')")),
    at_import("signals_its_parent", "import os\n" + attempt("os.kill(os.getppid(), 9)")),
    at_import("traces_its_parent",
              "import ctypes, os\n"
              "if ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0) == 0: print('ESCAPED')\n"),
    at_import("reads_its_parents_memory",
              "import ctypes, os\n"
              "if ctypes.CDLL(None).syscall(310, os.getppid(), 0, 0, 0, 0, 0) >= 0: print('ESCAPED')\n"),
    at_import("raises_its_limits",
              "import resource\n" + attempt("resource.setrlimit(resource.RLIMIT_AS, (-1, -1))")),
    at_import("makes_namespaces",
              "import ctypes\nif ctypes.CDLL(None).unshare(0x10000000) == 0: print('ESCAPED')\n"),
    at_import("mounts",
              "import ctypes\nif ctypes.CDLL(None).mount(b'x', b'/', b'tmpfs', 0, None) == 0: print('ESCAPED')\n"),
    at_import("loads_bpf", "import ctypes\nif ctypes.CDLL(None).syscall(321, 0, 0, 0) >= 0: print('ESCAPED')\n"),
    at_import("uses_io_uring",
              "import ctypes\nif ctypes.CDLL(None).syscall(425, 1, 0) >= 0: print('ESCAPED')\n"),
    at_import("asks_through_x32",
              "import ctypes\nif ctypes.CDLL(None).syscall(0x40000000 | 57) >= 0: print('ESCAPED')\n"),
    at_import("makes_shared_memory",
              "import ctypes\nif ctypes.CDLL(None).shmget(1, 4096, 0o1600) >= 0: print('ESCAPED')\n"),
    at_import("starts_a_data_loader_with_workers",
              "from torch.utils.data import DataLoader\n"
              "try:\n"
              "    print('ESCAPED', next(iter(DataLoader([1, 2], num_workers=2))))\n"
              "except BaseException: pass\n"),
]  # fmt: skip

PROGRAMS = [*READING, *JUDGE, *NOT_THE_WORK, *EXHAUSTING, *ESCAPING]
