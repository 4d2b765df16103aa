# ruff: noqa: E501 - programs are quoted whole
"""Programs that use up time, memory, descriptors or the patience of whoever reads them."""

from __future__ import annotations

from tests.hostile.program import FORGERY, at_import, when_called

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
    when_called(
        "spins_in_a_loop_that_catches_everything",
        "    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n",
        "timed_out",
        seconds=0.3,
    ),
    at_import("never_finishes_loading", "while True: pass\n", "timed_out", seconds=0.3),
    at_import("sleeps_while_loading", "import time\ntime.sleep(900)\n", "timed_out", seconds=0.3),
    when_called(
        "waits_for_a_lock_for_ever",
        "    import threading\n    lock = threading.Lock()\n    lock.acquire(); lock.acquire()\n",
        "timed_out",
        seconds=0.3,
    ),
    when_called("waits_for_input", "    input()\n", "timed_out", "crashed", seconds=0.3),
    when_called(
        "polls_with_signals_blocked",
        "    import ctypes, signal, select\n    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())\n    select.select([], [], [])\n",
        "timed_out",
        seconds=0.3,
    ),
    when_called(
        "searches_with_a_pattern_that_explodes",
        "    import re\n    re.match('(a+)+$', 'a' * 40 + 'b')\n",
        "timed_out",
        seconds=0.3,
    ),
    when_called(
        "takes_a_power_of_a_power",
        "    len(str(9 ** 9 ** 9))\n",
        "timed_out",
        "out_of_memory",
        "crashed",
        seconds=0.3,
    ),
    when_called(
        "multiplies_large_matrices",
        "    a = torch.ones(3000, 3000)\n    while True: a = a @ a\n",
        "timed_out",
        "out_of_memory",
        seconds=0.3,
    ),
    when_called(
        "sorts_with_a_comparison_that_never_ends",
        "    class Never:\n        def __lt__(self, other):\n            while True: pass\n    sorted([Never(), Never()])\n",
        "timed_out",
        seconds=0.3,
    ),
    when_called(
        "runs_in_threads_of_torch",
        "    torch.set_num_threads(8)\n    torch.ones(2000, 2000) @ torch.ones(2000, 2000)\n",
        "wrong",
        "crashed",
        "timed_out",
    ),
    when_called(
        "maps_memory_that_it_never_touches",
        "    import ctypes\n    libc = ctypes.CDLL(None)\n    libc.mmap.restype = ctypes.c_void_p\n    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]\n"
        "    total = 0\n    while libc.mmap(None, 1 << 26, 3, 0x4022, -1, 0) not in (None, 2 ** 64 - 1):\n        total += 1 << 26\n"
        "        if total > 1 << 31: print('ESCAPED'); break\n",
    ),
    when_called(
        "holds_a_million_small_tensors",
        "    kept = []\n    while True: kept.append(torch.zeros(1))\n",
        "out_of_memory",
        "timed_out",
        "crashed",
    ),
    when_called(
        "builds_a_graph_without_end", "    while True: x = x + 1\n", "out_of_memory", "timed_out", "crashed"
    ),
    when_called("repeats_a_string", "    'x' * (1 << 40)\n", "out_of_memory"),
    when_called("repeats_a_list", "    [0] * (1 << 40)\n", "out_of_memory"),
    when_called(
        "unpacks_a_bomb",
        "    import zlib\n    data = zlib.compress(bytes(1 << 24))\n    kept = []\n    while True: kept.append(zlib.decompress(data))\n",
        "out_of_memory",
        "crashed",
        "timed_out",
    ),
    when_called(
        "catches_the_end_of_memory_and_asks_again",
        "    kept = []\n    while True:\n        try: kept.append(bytearray(1 << 20))\n        except MemoryError: pass\n",
        "timed_out",
        "out_of_memory",
        "crashed",
        seconds=0.5,
    ),
    when_called(
        "goes_on_after_the_end_of_memory",
        "    kept = []\n    try:\n        while True: kept.append(bytearray(1 << 16))\n    except MemoryError: held.append(kept)\n",
        "wrong",
        "out_of_memory",
        "crashed",
        "no_result",
        before="held = []\n",
    ),
    when_called("returns_a_meta_tensor", "    return torch.zeros(1 << 40, device='meta')\n"),
    when_called(
        "returns_a_sparse_tensor_of_a_huge_shape",
        "    return torch.sparse_coo_tensor(size=(1 << 40, 1 << 20))\n",
    ),
    when_called(
        "returns_a_quantised_tensor",
        "    return torch.quantize_per_tensor(x.detach(), 0.1, 0, torch.qint8)\n",
    ),
    when_called(
        "returns_a_nested_tensor",
        "    return torch.nested.nested_tensor([x.detach()[0], x.detach()[0]])\n",
        "wrong",
        "crashed",
    ),
    when_called("returns_a_complex_tensor", "    return x.detach().to(torch.complex64).conj()\n"),
    when_called(
        "returns_a_tensor_without_memory",
        "    y = torch.zeros(4)\n    y.untyped_storage().resize_(0)\n    return y\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "returns_a_tensor_that_reaches_past_its_memory",
        "    y = torch.zeros(4)\n    try: return torch.as_strided(y, (1 << 20,), (1 << 10,))\n    except RuntimeError: return y\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "returns_a_tensor_over_memory_that_is_not_there",
        "    import ctypes\n    return torch.frombuffer((ctypes.c_float * 96).from_address(4096), dtype=torch.float32).reshape(2, 4, 3, 4)\n",
        "crashed",
    ),
    when_called("returns_forty_axes", "    return torch.zeros([1] * 40)\n", "wrong", "no_result"),
    when_called(
        "returns_an_empty_tensor_of_huge_axes",
        "    return torch.zeros(0, 1 << 20, 1 << 20)\n",
        "wrong",
        "no_result",
    ),
    when_called(
        "returns_the_largest_empty_tensor",
        "    return torch.empty_strided((0, 1 << 26, 1 << 26, 1 << 10), (0, 0, 0, 0))\n",
        "wrong",
        "no_result",
        "crashed",
    ),
    when_called("returns_a_hundred_thousand_results", "    return [x] * 100_000\n"),
    when_called("returns_a_list_that_holds_itself", "    y = []\n    y.append(y)\n    return y\n"),
    when_called(
        "returns_a_thing_whose_repr_never_ends",
        "    class Endless:\n        def __repr__(self):\n            while True: pass\n        __str__ = __repr__\n    return Endless()\n",
    ),
    when_called(
        "raises_an_error_whose_text_never_ends",
        "    class Endless(Exception):\n        def __str__(self):\n            while True: pass\n    raise Endless\n",
        "timed_out",
        seconds=0.3,
    ),
    when_called(
        "raises_an_error_with_a_huge_message",
        "    raise ValueError('x' * (1 << 26))\n",
        "crashed",
        "out_of_memory",
    ),
    when_called(
        "raises_through_a_million_lines",
        "    error = ValueError('deep')\n    for _ in range(300_000):\n        try: raise error\n        except ValueError: pass\n    raise error\n",
        "crashed",
        "timed_out",
        "out_of_memory",
    ),
    when_called(
        "raises_from_a_function_with_an_endless_name",
        "    exec('def ' + 'f' * 1_000_000 + '():\\n raise ValueError\\n' + 'f' * 1_000_000 + '()', {})\n",
        "crashed",
    ),
    when_called(
        "compiles_a_program_that_is_too_deep",
        "    eval('(' * 100_000 + ')' * 100_000)\n",
        "crashed",
        "out_of_memory",
    ),
    when_called(
        "compiles_a_program_that_is_too_long",
        "    compile('x = 1\\n' * 3_000_000, 'x', 'exec')\n",
        "timed_out",
        "out_of_memory",
        "crashed",
        "wrong",
    ),
    when_called(
        "parses_json_that_is_too_deep",
        "    import json\n    json.loads('[' * 10 ** 6)\n",
        "crashed",
        "out_of_memory",
    ),
    when_called(
        "copies_a_structure_that_is_too_deep",
        "    import copy\n    y = []\n    for _ in range(100_000): y = [y]\n    copy.deepcopy(y)\n",
        "crashed",
    ),
    when_called(
        "prints_without_a_line_end",
        "    import sys\n    for _ in range(200_000): sys.stdout.write('x' * 100)\n",
    ),
    at_import(
        "fills_its_output_by_seeking",
        "import os\ntry:\n    os.lseek(1, 1 << 40, 0); os.write(1, b'x'); print('ESCAPED')\nexcept OSError: pass\nos.lseek(1, 0, 0)\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "writes_control_characters", "    print('\\x1b[2J\\x07\\r\\x08' * 100, '\\u202e', '\\ufeff')\n"
    ),
    at_import(
        "asks_for_every_descriptor_again",
        "import os\nkept = []\ntry:\n    for _ in range(100_000): kept.append(os.dup(0))\n    print('ESCAPED')\nexcept OSError: pass\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "fills_the_pipe_and_never_ends",
        "    try:\n        while True: write(frame(done(), b'')[:16] + bytes(1 << 16))\n    except OSError: pass\n",
        "no_result",
        "timed_out",
        before=FORGERY,
    ),
    when_called(
        "sends_a_head_of_a_million_entries",
        "    write(frame(done(observed=[{'name': 'y', 'kind': 'x'}] * 30_000)))\n",
        "wrong",
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "sends_numbers_of_a_million_digits",
        '    write(frame(b\'{"status": "done", "tensors": [], "observed": \' + b\'9\' * 1_000_000 + b\'}\'))\n',
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "sends_sixty_four_mebibytes_in_drops",
        "    import ctypes\n    write(frame(done(), bytes(0))[:8] + struct.pack('<Q', 64 << 20))\n    while True: write(b'x')\n",
        "timed_out",
        "no_result",
        before=FORGERY,
        seconds=0.5,
    ),
]
