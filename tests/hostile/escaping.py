# ruff: noqa: E501 - programs are quoted whole
"""Programs that want out: to the network, to files, to other processes, to the kernel."""

from __future__ import annotations

from tests.hostile.program import LIBC, MACHINE_CODE, Program, at_import, attempt, by_system_call

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
    by_system_call("asks_for_keys", "250, 0, -3, 1", "250, 1, 0, 0, 0, 0", "248, b'user', b'k', b'v', 1, -3", "249, b'user', b'k', 0, -3"),
    by_system_call("asks_for_userfaultfd", "323, 0", "323, 1"),
    by_system_call("asks_for_performance_counters", "298, (ctypes.c_char * 128)(), 0, -1, -1, 0"),
    by_system_call("joins_other_namespaces", "308, 0, 0", "272, 0x20000", "272, 0x40000000", "161, b'/'", "155, b'.', b'.'"),
    by_system_call("takes_descriptors_of_its_parent", "434, os.getppid(), 0", "438, 0, 0, 0", "312, os.getppid(), os.getppid(), 0, 0, 0"),
    by_system_call("writes_its_parents_memory", "311, os.getppid(), 0, 0, 0, 0, 0", "310, os.getpid(), 0, 0, 0, 0, 0", "440, 0, 0, 0, 0, 0"),
    by_system_call("makes_processes_by_every_call", "56, 17, 0, 0, 0, 0", "57", "58", "435, 0, 0"),
    by_system_call("runs_programs_by_every_call", "59, b'/bin/true', 0, 0", "322, -100, b'/bin/true', 0, 0, 0", "322, 0, b'', 0, 0, 0x1000"),
    by_system_call("sends_signals_by_every_call", "62, os.getppid(), 0", "200, os.getppid(), 0", "234, os.getppid(), os.getppid(), 0",
                   "62, -1, 0", "62, 0, 0", "129, os.getppid(), 0, 0", "424, 0, 0, 0, 0"),
    by_system_call("makes_sockets_of_every_family", *(f"41, {family}, {kind}, 0" for family in (1, 2, 10, 16, 17, 38, 40, 44) for kind in (1, 2, 3, 5)), "53, 1, 1, 0, (ctypes.c_int * 2)()"),
    by_system_call("makes_shared_memory_by_every_call", "29, 1, 4096, 0o1600", "68, 1, 0o1600", "64, 1, 1, 0o1600", "240, b'q', 66, 0o600, 0", "319, b'x', 0", "447, 0"),
    by_system_call("mounts_by_every_call", "165, b'x', b'/', b'tmpfs', 0, 0", "430, b'tmpfs', 0", "428, -100, b'/', 1", "429, -1, b'', -1, b'', 0", "166, b'/', 2", "442, -100, b'/', 0, 0, 0"),
    by_system_call("changes_who_it_is", "105, 0", "106, 0", "117, 0, 0, 0", "116, 0, 0", "126, 0, 0", "135, 0x0040000", "112", "109, 0, 0"),
    by_system_call("loosens_its_own_filter", "157, 22, 1, 0, 0, 0", "157, 38, 0, 0, 0, 0", "157, 4, 1, 0, 0, 0", "157, 1, 0, 0, 0, 0", "157, 59, 1, 0, 0, 0",
                   "317, 1, 0, 0", "317, 0, 0, 0", "444, 0, 0, 0", "446, 0, 0"),
    by_system_call("raises_its_limits_by_every_call", "160, 9, (ctypes.c_ulong * 2)(-1, -1)", "302, 0, 9, (ctypes.c_ulong * 2)(-1, -1), 0",
                   "302, 0, 0, (ctypes.c_ulong * 2)(-1, -1), 0", "302, os.getppid(), 9, (ctypes.c_ulong * 2)(-1, -1), 0", "141, 0, 0, -20", "144, 0, 1, 0", "203, 0, 8, 0", "251, 1, 0, 0"),
    by_system_call("drives_the_machine", "169, 0xfee1dead, 672274793, 0x01234567, 0", "175, 0, 0, 0", "246, 0, 0, 0, 0", "172, 3", "173, 0, 1, 1", "154, 1, 0, 0",
                   "164, 0, 0", "227, 0, 0", "170, b'x', 1", "163, 0", "103, 3, 0, 0", "167, b'/', 0"),
    by_system_call("makes_descriptors_of_other_kinds", "290, 0, 0", "283, 1, 0", "289, -1, 0, 8, 0", "291, 0", "294, 0", "300, 0, 0", "293, (ctypes.c_int * 2)(), 0", "22, (ctypes.c_int * 2)()"),
    by_system_call("starts_timers", "222, 1, 0, (ctypes.c_long * 1)()", "37, 1", "38, 0, (ctypes.c_long * 4)(1, 0, 1, 0), 0"),
    by_system_call("uses_io_uring_by_every_call", "425, 8, (ctypes.c_char * 128)()", "426, 0, 0, 0, 0, 0", "427, 0, 0, 0, 0", "206, 1, (ctypes.c_long * 1)()"),
    by_system_call("writes_files_by_every_call", "2, b'/tmp/escaped', 0o101, 0o600", "85, b'/tmp/escaped', 0o600", "257, -100, b'/tmp/escaped', 0o102, 0o600",
                   "437, -100, b'/tmp/escaped', (ctypes.c_ulong * 3)(0o101, 0o600, 0), 24", "257, -100, b'/tmp', 0o20200002, 0o600", "83, b'/tmp/escaped', 0o700",
                   "88, b'/etc', b'/tmp/escaped'", "133, b'/tmp/escaped', 0o10600, 0", "76, b'/tmp/escaped', 0", "87, b'/tmp/escaped'", "82, b'/tmp/escaped', b'/tmp/x'", "90, b'/tmp', 0o777"),
    by_system_call("opens_by_handle", "303, -100, b'/', (ctypes.c_char * 136)(), (ctypes.c_int * 1)(), 0", "304, -100, (ctypes.c_char * 136)(), 0"),
    by_system_call("moves_bytes_between_descriptors", "275, 0, 0, 3, 0, 10, 0", "276, 0, 3, 10, 0", "278, 3, 0, 0, 0", "40, 3, 1, 0, 10", "326, 1, 0, 1, 0, 10, 0", "77, 1, 1 << 40", "285, 1, 0, 0, 1 << 40"),
    by_system_call("changes_its_descriptors", "72, 1, 1033, 0", "72, 3, 1031, 1 << 24", "72, 0, 4, 0o4000", "72, 0, 8, os.getppid()", "72, 1, 0, 5"),
    by_system_call("locks_memory", "149, id(ask), 4096", "151, 1", "325, id(ask), 4096, 0"),
    by_system_call("waits_for_others", "61, -1, 0, 1, 0", "247, 0, -1, 0, 1, 0", "101, 0, 0, 0, 0", "101, 16, os.getppid(), 0, 0", "101, 0x4206, os.getppid(), 0, 0"),
    Program("asks_for_every_call_outside_the_list", "import torch\n" + LIBC + """
allowed = ALLOWED
for number in range(600):
    # Recent kernels let uretprobe and uprobe past every filter: outside a probe they are an illegal instruction.
    if number in (*allowed, 335, 336): continue
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(-1)] * 6)
    if result != -1 or ctypes.get_errno() not in (1, 25, 38): print('ESCAPED', number, result, ctypes.get_errno())
def conv2d(*a, **k): return torch.zeros(1)
""", ("wrong",)),
    Program("asks_through_another_abi", "import torch\n" + MACHINE_CODE
            + "if run(bytes.fromhex('b814000000cd80c3')) > 0: print('ESCAPED')\ndef conv2d(*a, **k): return torch.zeros(1)\n", ("crashed",), machine="x86_64"),
    Program("asks_the_other_abi_for_a_process", "import torch\n" + MACHINE_CODE
            + "if run(bytes.fromhex('b802000000cd80c3')) >= 0: print('ESCAPED')\ndef conv2d(*a, **k): return torch.zeros(1)\n", ("crashed",), machine="x86_64"),
    Program("enters_the_kernel_as_old_programs_do", "import torch\n" + MACHINE_CODE
            + "run(bytes.fromhex('b8140000000f34c3'))\nprint('ESCAPED')\ndef conv2d(*a, **k): return torch.zeros(1)\n", ("crashed",), machine="x86_64"),
    Program("asks_through_x32_in_machine_code", "import torch\n" + MACHINE_CODE
            + "import struct\nfor number in (39, 57, 56, 41, 520, 521):\n    if run(b'\\xb8' + struct.pack('<I', 0x40000000 | number) + bytes.fromhex('0f05c3')) >= 0: print('ESCAPED', number)\n"
            "def conv2d(*a, **k): return torch.zeros(1)\n", ("wrong",), machine="x86_64"),
    Program("switches_to_32_bit_code", "import torch\n" + MACHINE_CODE
            + "run(bytes.fromhex('6a23') + bytes.fromhex('488d050300000050') + bytes.fromhex('48cb') + bytes.fromhex('b814000000cd80c3'))\nprint('ESCAPED')\n"
            "def conv2d(*a, **k): return torch.zeros(1)\n", ("crashed",), machine="x86_64"),
    at_import("asks_with_high_words_set", LIBC
              + "high = 1 << 32\nask(high | 57)\nask(2, b'/tmp/escaped', high | 0o101, 0o600)\nask(302, 0, 9, ctypes.c_ulong(high), 0)\nask(72, 1, high | 1033, 0)\n", machine="x86_64"),
    at_import("starts_processes_of_every_library",
              attempt("multiprocessing.Process(target=print).start()", "import multiprocessing")
              + attempt("multiprocessing.get_context('spawn').Process(target=print).start()", "import multiprocessing")
              + attempt("multiprocessing.get_context('forkserver').Process(target=print).start()", "import multiprocessing")
              + attempt("concurrent.futures.ProcessPoolExecutor(1).submit(print).result(1)", "import concurrent.futures")
              + attempt("os.system('true') == 0 or 1 / 0", "import os") + attempt("os.popen('id').read() or 1 / 0", "import os")
              + attempt("os.posix_spawn('/bin/true', ['true'], {})", "import os")
              + attempt("pty.fork()", "import pty"), "wrong", "timed_out"),
    at_import("starts_threads_of_every_library",
              attempt("_thread.start_new_thread(print, ())", "import _thread")
              + attempt("concurrent.futures.ThreadPoolExecutor(1).submit(print).result(1)", "import concurrent.futures")
              + "import ctypes\nthread = ctypes.c_ulong()\n"
              "if ctypes.CDLL(None).pthread_create(ctypes.byref(thread), None, ctypes.c_void_p(1), None) == 0: print('ESCAPED')\n", "wrong"),
    at_import("compiles_with_torch", attempt("torch.compile(lambda x: x + 1)(torch.ones(2))"), "wrong", "crashed", "timed_out"),
    at_import("builds_an_extension", attempt("load_inline('x', 'int main() { return 0; }')", "from torch.utils.cpp_extension import load_inline"), "wrong", "crashed", "timed_out"),
    at_import("loads_an_extension_of_its_own", attempt("ctypes.CDLL('/tmp/x.so')", "import ctypes") + attempt("torch.ops.load_library('/tmp/x.so')")),
    at_import("fetches_from_the_hub", attempt("torch.hub.load('pytorch/vision', 'resnet18')")
              + attempt("urllib.request.urlopen('http://127.0.0.1/')", "import urllib.request"), "wrong", "crashed", "timed_out"),
    at_import("speaks_to_sockets_by_path", attempt("socket.socket(socket.AF_UNIX).connect('/run/valkey.sock')", "import socket")
              + attempt("socket.socket(socket.AF_UNIX).connect('\\0abstract')", "import socket") + attempt("socket.fromfd(3, socket.AF_UNIX, socket.SOCK_STREAM).send(b'x')", "import socket")),
    at_import("speaks_by_names", attempt("socket.getaddrinfo('localhost', 80)", "import socket") + attempt("socket.gethostbyname('example.org')", "import socket")),
    at_import("joins_a_process_group_of_torch",
              attempt("torch.distributed.init_process_group('gloo', init_method='tcp://127.0.0.1:1', rank=0, world_size=1)")
              + attempt("torch.distributed.TCPStore('127.0.0.1', 0, 1, True)") + attempt("torch.distributed.FileStore('/tmp/escaped', 1)"), "wrong", "crashed", "timed_out"),
    at_import("shares_a_tensor", attempt("torch.zeros(4).share_memory_()") + attempt("torch.multiprocessing.reductions.reduce_storage(torch.zeros(4).untyped_storage())", "import torch.multiprocessing.reductions")),
    at_import("writes_files_of_every_library", "import numpy\n" + attempt("torch.save(torch.zeros(1), '/tmp/escaped')") + attempt("numpy.save('/tmp/escaped', numpy.zeros(1))")
              + attempt("tempfile.NamedTemporaryFile()", "import tempfile") + attempt("os.mkdir('/tmp/escaped')", "import os")
              + attempt("torch.from_file('/tmp/escaped', shared=True, size=4)") + attempt("open('/dev/shm/escaped', 'w')") + attempt("shutil.copy('/usr/lib/os-release', '/tmp/escaped')", "import shutil")
              + attempt("open('/proc/self/mem', 'r+b')") + attempt("open('/proc/self/oom_score_adj', 'w')")),
    at_import("changes_files_that_it_may_read", "import os, sys\n" + attempt("os.chmod(os.__file__, 0o777)") + attempt("os.utime(os.__file__)") + attempt("os.truncate(os.__file__, 0)")
              + attempt("os.rename(os.__file__, os.__file__ + 'x')") + attempt("os.unlink(os.__file__)") + attempt("os.link(os.__file__, '/tmp/escaped')") + attempt("open(os.__file__, 'a')")
              + attempt("os.setxattr(os.__file__, 'user.x', b'x')")),
    at_import("asks_for_what_would_outlive_it", attempt("os.setsid()", "import os") + attempt("os.nice(-1)", "import os") + attempt("os.setpgid(0, 0)", "import os") + attempt("os.chdir('/tmp')", "import os")
              + attempt("os.umask(0)", "import os") + attempt("os.sched_setaffinity(0, {0})", "import os")),
]  # fmt: skip
