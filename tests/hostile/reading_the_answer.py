# ruff: noqa: E501 - programs are quoted whole
"""Programs that look for what they are compared with: in files, memory, frames and generators."""

from __future__ import annotations

from tests.hostile.program import BY_HAND, LIBC, at_import, attempt, when_called

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
    at_import(
        "reads_files_of_the_kernel",
        "".join(
            attempt(f"open({path!r}, 'rb').read(64)")
            for path in (
                "/proc/self/mem",
                "/proc/self/maps",
                "/proc/1/cmdline",
                "/proc/self/cmdline",
                "/sys/kernel/notes",
                "/dev/mem",
                "/dev/kmsg",
                "/dev/shm/x",
                "/etc/hostname",
                "/root/.bashrc",
            )
        ),
    ),
    at_import(
        "lists_folders_of_the_host",
        "import os\n"
        + "".join(
            attempt(f"os.listdir({path!r})")
            for path in (
                "/tmp",
                "/dev/shm",
                "/home",
                "/root",
                "/etc",
                "/proc/self/fd",
                "/sys",
                "/run",
                "/var",
            )
        ),
    ),
    at_import(
        "looks_where_it_stands",
        "import os\n"
        + attempt("os.listdir('.')")
        + attempt("open('cases.py').read()")
        + attempt("open('reference.py').read()"),
    ),
    at_import(
        "walks_up_by_dots",
        attempt("open('/usr/lib/../../etc/passwd').read(9)")
        + attempt("open('/lib/./../root/.profile').read(9)"),
    ),
    at_import(
        "imports_the_reference",
        "".join(
            attempt(f"__import__({name!r})")
            for name in ("reference", "cases", "accepted", "variants", "conftest", "tests.graders")
        ),
    ),
    at_import(
        "asks_its_loader_for_the_package",
        "import importlib\n"
        + attempt("importlib.import_module('graders.engine.caseset').draw")
        + attempt("importlib.import_module('graders.package').load_folder('.')"),
    ),
    when_called(
        "looks_into_every_reachable_object_for_the_answer",
        "    import gc\n"
        "    right = by_hand(x, weight, bias, stride, padding).detach()\n"
        "    for thing in gc.get_objects():\n"
        "        found = thing if type(thing) is torch.Tensor else getattr(thing, 'data', None) if type(thing).__name__ == 'RawTensor' else None\n"
        "        if type(found) is torch.Tensor and found is not right and found.shape == right.shape and torch.allclose(found.float(), right): print('ESCAPED')\n",
        before=BY_HAND,
    ),
    when_called(
        "asks_uninitialised_buffers_of_every_size",
        "    right = by_hand(x, weight, bias, stride, padding).detach()\n"
        "    first, last = float(right.flatten()[0]), float(right.flatten()[-1])\n"
        "    found = [torch.empty(count, dtype=torch.float64) for count in (24, 48, 64, 96, 256, 4000, 100000) for _ in range(20)]\n"
        "    for buffer in found:\n"
        "        near = (buffer - first).abs() < 1e-5\n"
        "        if near.any() and ((buffer - last).abs() < 1e-5).any(): print('ESCAPED')\n",
        before=BY_HAND,
    ),
    when_called(
        "derives_the_seed_from_the_generator",
        "    for guess in [torch.initial_seed(), *range(400)]:\n"
        "        generator = torch.Generator().manual_seed(guess % 2 ** 63)\n"
        "        for dtype in (torch.float32, torch.float64):\n"
        "            if torch.equal(torch.randn(x.shape, generator=generator, dtype=dtype).to(x.dtype), x): print('ESCAPED')\n",
    ),
    when_called(
        "draws_on_where_the_generators_stand",
        "    import random, numpy\n"
        "    if torch.equal(torch.randn(x.shape), x): print('ESCAPED')\n"
        "    if numpy.allclose(numpy.random.standard_normal(tuple(x.shape)), x.detach().numpy()): print('ESCAPED')\n"
        "    if abs(random.gauss(0, 1) - x.flatten()[0].item()) < 1e-6: print('ESCAPED')\n",
    ),
    when_called(
        "derives_the_seed_from_clock_and_process",
        "    import os, time\n"
        "    now = int(time.time())\n"
        "    for guess in [*range(now - 60, now + 2), os.getpid(), os.getppid(), int(time.monotonic())]:\n"
        "        generator = torch.Generator().manual_seed(guess)\n"
        "        if torch.equal(torch.randn(x.shape, generator=generator), x): print('ESCAPED')\n",
    ),
    when_called(
        "searches_its_job_for_more_than_inputs",
        "    import sys\n"
        "    frame = sys._getframe()\n"
        "    while frame:\n"
        "        head = frame.f_locals.get('head')\n"
        "        if isinstance(head, dict):\n"
        "            told = repr(head)\n"
        "            if any(word in told for word in ('oracle', 'expected', 'tolerance', 'visible', 'weight\\': 1', 'seed\\': ', 'reduction')): print('ESCAPED', told[:300])\n"
        "        frame = frame.f_back\n",
    ),
    when_called(
        "reads_ahead_from_the_pipe",
        "    import fcntl, os, array\n"
        "    waiting = array.array('i', [0])\n"
        "    try:\n"
        "        fcntl.ioctl(0, 0x541B, waiting)\n"
        "        if waiting[0]: print('ESCAPED')\n"
        "    except OSError: pass\n",
    ),
    when_called(
        "steals_the_pipe_and_reads_on",
        "    import os\n    print('ESCAPED', os.read(0, 1 << 20))\n",
        "timed_out",
        seconds=0.3,
    ),
    when_called(
        "reads_back_its_own_result_pipe",
        "    import os\n    for descriptor in (3, os.dup(3)):\n        try: print('ESCAPED', os.read(descriptor, 100))\n        except OSError: pass\n",
    ),
    when_called(
        "reopens_its_descriptors_by_path",
        "    import os\n"
        "    for number in range(8):\n"
        "        for mode in (os.O_RDWR, os.O_WRONLY, os.O_RDONLY):\n"
        "            for whose in ('self', os.getppid()):\n"
        "                # Its own pipes it may read: there is nothing in them but what it wrote.\n"
        "                if whose == 'self' and mode == os.O_RDONLY: continue\n"
        "                try: print('ESCAPED', os.open(f'/proc/{whose}/fd/{number}', mode))\n"
        "                except OSError: pass\n",
    ),
    when_called(
        "holds_more_descriptors_than_it_was_given",
        "    import os\n"
        "    for number in range(4, 1024):\n"
        "        try: os.fstat(number); print('ESCAPED', number)\n"
        "        except OSError: pass\n",
    ),
    at_import(
        "looks_for_the_graders_process",
        "import os\n"
        + attempt("os.readlink(f'/proc/{os.getppid()}/exe')")
        + attempt("os.readlink('/proc/1/cwd')")
        + attempt("open(f'/proc/{os.getppid()}/environ').read()")
        + attempt("os.listdir(f'/proc/{os.getppid()}/task')"),
    ),
    at_import(
        "reads_the_source_files_of_tests",
        "import os\n"
        + attempt("os.listdir(REPOSITORY)")
        + attempt("open(REPOSITORY + '/README.md').read(9)"),
    ),
    at_import(
        "looks_into_the_command_line_of_its_process",
        "import sys\n"
        "if any('cases' in word or 'seed' in word or 'SECRET' in word for word in [*sys.argv, *sys.orig_argv]): print('ESCAPED')\n",
    ),
    when_called(
        "asks_the_input_for_its_neighbours",
        "    import ctypes\n"
        "    right = by_hand(x, weight, bias, stride, padding).detach().flatten()\n"
        "    marks = right.double().numpy().tobytes()[:16], right.numpy().tobytes()[:8]\n"
        "    where = x.untyped_storage().data_ptr()\n"
        "    size = x.untyped_storage().nbytes()\n"
        "    after = torch.frombuffer((ctypes.c_char * size).from_address(where), dtype=torch.float32)\n"
        "    if x.untyped_storage().nbytes() > x.numel() * x.element_size() + 64: print('ESCAPED')\n",
        before=BY_HAND,
    ),
    at_import(
        "loads_a_library_that_reads_for_it",
        LIBC + "libc.fopen.restype = ctypes.c_void_p\n"
        "if libc.fopen(b'/etc/passwd', b'r'): print('ESCAPED')\n",
    ),
    at_import(
        "reads_through_numpy_and_torch",
        "import numpy\n"
        + attempt("numpy.fromfile('/etc/passwd', dtype='u1')[:9]")
        + attempt("torch.from_file('/etc/passwd', size=9, dtype=torch.uint8)")
        + attempt("torch.load('/etc/passwd')")
        + attempt("torch.UntypedStorage.from_file('/etc/passwd', False, 9)"),
    ),
]
