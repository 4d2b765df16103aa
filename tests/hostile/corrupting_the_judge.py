# ruff: noqa: E501 - programs are quoted whole
"""Programs that would rather change the judge than the answer."""

from __future__ import annotations

from tests.hostile.program import BY_HAND, FORGERY, at_import, attempt, when_called

CORRUPTING = [
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
    when_called(
        "forges_a_pass_in_every_call",
        "    write(frame(done(verdict='pass', loaded=True, score=100)))\n",
        "wrong",
        "no_result",
        "crashed",
        before=FORGERY,
    ),
    at_import(
        "forges_its_loading_and_the_cases",
        FORGERY + "write(frame({'loaded': True, 'tried': [], 'tensors': []}))\n"
        "for _ in range(20): write(frame(done()))\n",
        "wrong",
        "no_result",
        "crashed",
    ),
    at_import(
        "forges_frames_on_every_descriptor",
        FORGERY + "for number in range(4):\n"
        "    try: write(frame(done()), number)\n    except OSError: pass\n",
        "wrong",
        "no_result",
        "crashed",
    ),
    at_import(
        "gives_two_answers_in_one",
        FORGERY + "write(frame(done()) + frame(done(verdict='pass')))\n",
        "wrong",
        "no_result",
        "crashed",
    ),
    when_called(
        "begins_a_frame_and_leaves_the_rest_to_the_harness",
        "    write(frame(done())[:30])\n",
        "no_result",
        "timed_out",
        before=FORGERY,
    ),
    when_called(
        "sends_a_prefix_and_waits",
        "    import time\n    write(frame(done())[:16]); time.sleep(9)\n",
        "timed_out",
        before=FORGERY,
        seconds=0.4,
    ),
    when_called(
        "drips_its_answer",
        "    import time\n    for byte in frame(done()): write(bytes([byte])); time.sleep(0.05)\n",
        "timed_out",
        before=FORGERY,
        seconds=0.4,
    ),
    when_called(
        "answers_and_stays",
        "    import time\n    write(frame(done())); time.sleep(900)\n",
        "wrong",
        "timed_out",
        "no_result",
        before=FORGERY,
        seconds=0.4,
    ),
    when_called(
        "answers_every_case_and_stays",
        "    import time\n    for _ in range(3): write(frame(done()))\n    os.close(3); time.sleep(900)\n",
        "wrong",
        "timed_out",
        "no_result",
        "crashed",
        before=FORGERY,
        seconds=0.4,
    ),
    when_called(
        "closes_its_result_and_stays",
        "    import os, time\n    os.close(3); time.sleep(900)\n",
        "no_result",
        "timed_out",
    ),
    at_import(
        "closes_its_result_while_loading_and_stays",
        "import os, time\nos.close(3); time.sleep(900)\n",
        "no_result",
        "timed_out",
    ),
    when_called(
        "closes_every_descriptor", "    import os\n    os.closerange(0, 64)\n", "crashed", "no_result"
    ),
    when_called("closes_its_job", "    import os\n    os.close(0)\n", "wrong", "crashed"),
    when_called(
        "puts_its_output_over_its_result",
        "    import os\n    os.dup2(1, 3)\n",
        "wrong",
        "crashed",
        "timed_out",
        "no_result",
    ),
    when_called(
        "forges_a_tensor_larger_than_memory",
        "    write(frame(done(observed=[{'name': 'y', 'kind': 'tensor', 'index': 0}], tensors=[{'dtype': 'float32', 'shape': [0, 1 << 26, 1 << 26, 1 << 26]}])))\n",
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "forges_a_tensor_of_eight_huge_axes_around_nothing",
        "    write(frame(done(observed=[{'name': 'y', 'kind': 'tensor', 'index': 0}], tensors=[{'dtype': 'bfloat16', 'shape': [1 << 26] * 7 + [0]}])))\n",
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "refers_to_one_tensor_ten_thousand_times",
        "    listed = [{'name': str(i), 'kind': 'tensor', 'index': 0} for i in range(10000)]\n"
        "    write(frame(done(observed=listed, tensors=[{'dtype': 'bfloat16', 'shape': [1 << 22]}]), bytes(1 << 23)))\n",
        "wrong",
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "refers_to_a_tensor_that_is_not_there",
        "    write(frame(done(observed=[{'name': 'y', 'kind': 'tensor', 'index': -1}])))\n",
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "claims_what_only_the_grader_may_say",
        "    write(frame({'status': 'timed_out', 'code': 'died', 'params': {'signal': 'x'}, 'tensors': []}))\n",
        "no_result",
        "wrong",
        "crashed",
        before=FORGERY,
    ),
    when_called(
        "nests_its_error_deeply",
        "    deep = b'[' * 900 + b']' * 900\n"
        '    write(frame(b\'{"status": "crashed", "code": "raised", "params": {"type": \' + deep + b\', "line": \' + deep + b\'}, "error": {"lines": \' + deep + b\'}, "tried": [{"line": \' + deep + b\'}], "tensors": []}\'))\n',
        "crashed",
        "forbidden",
        "no_result",
        before=FORGERY,
    ),
    at_import(
        "nests_its_loading_error_deeply",
        FORGERY + "deep = b'{\"a\":' * 900 + b'0' + b'}' * 900\n"
        'write(frame(b\'{"loaded": false, "code": "no such code", "params": {"x": \' + deep + b\'}, "error": \' + deep + b\', "tensors": []}\'))\n',
        "crashed",
        "no_result",
    ),
    when_called(
        "claims_numbers_that_are_none",
        '    write(frame(b\'{"status": "crashed", "code": "raised", "params": {"line": NaN, "message": Infinity, "type": -Infinity}, "tensors": []}\'))\n',
        "crashed",
        "no_result",
        before=FORGERY,
    ),
    when_called(
        "claims_text_that_no_database_takes",
        "    raise ValueError('\\x00 \\udcff \\ud800 ' + chr(0x10ffff))\n",
        "crashed",
    ),
    when_called(
        "answers_with_a_frame_of_the_other_direction",
        "    write(frame({'do': 'load', 'source': '', 'entry': 'conv2d', 'forbidden': [], 'tensors': []}))\n",
        "no_result",
        before=FORGERY,
    ),
    at_import("raises_what_no_one_catches", "class Odd(BaseException): pass\nraise Odd\n", "crashed"),
    when_called("interrupts_as_a_keyboard_would", "    raise KeyboardInterrupt\n", "crashed"),
    when_called("raises_generator_exit", "    raise GeneratorExit\n", "crashed"),
    when_called(
        "raises_what_the_harness_raises",
        "    from graders.zygote.harness import Missing, PlanError\n    raise Missing('y')\n",
        "crashed",
    ),
    when_called(
        "raises_a_frame_error",
        "    from graders.contract.frame import FrameError\n    raise FrameError\n",
        "crashed",
    ),
    when_called("raises_end_of_file", "    raise EOFError\n", "crashed"),
    at_import(
        "loads_itself_no_longer",
        "from graders.zygote.solution import NotLoaded\nraise NotLoaded({'loaded': True, 'status': 'done'})\n",
        "crashed",
        "no_result",
        "wrong",
    ),
    when_called(
        "raises_an_error_that_is_its_own_cause",
        "    error = ValueError()\n    error.__cause__ = error\n    error.__context__ = error\n    raise error\n",
        "crashed",
    ),
    when_called(
        "raises_a_group_of_groups",
        "    error = ValueError('x')\n    for _ in range(2000): error = ExceptionGroup('g', [error])\n    raise error\n",
        "crashed",
    ),
    when_called(
        "lies_about_its_class",
        "    class Kind(type):\n"
        "        @property\n        def __module__(cls): raise SystemExit(0)\n"
        "        @property\n        def __name__(cls): raise SystemExit(0)\n"
        "    class Thing(metaclass=Kind): pass\n    return Thing()\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "raises_an_error_whose_class_lies",
        "    class Kind(type):\n"
        "        @property\n        def __module__(cls): raise SystemExit(0)\n"
        "        def mro(cls): return [cls, ValueError, Exception, BaseException, object]\n"
        "    class Odd(ValueError, metaclass=Kind): pass\n    raise Odd\n",
        "crashed",
    ),
    when_called(
        "returns_a_lazy_answer",
        "    class Lazy:\n"
        "        def __getattr__(self, name): return getattr(x, name)\n"
        "        def __iter__(self): return iter(x)\n"
        "        def __len__(self): return 1\n"
        "    return Lazy()\n",
    ),
    when_called("returns_a_generator", "    return (part for part in x)\n"),
    when_called(
        "returns_a_tuple_that_lies_about_its_length",
        "    class Many(tuple):\n        def __len__(self): return 1 << 62\n    return Many((x,))\n",
    ),
    when_called(
        "returns_a_parameter_of_a_lying_class",
        "    class P(torch.nn.Parameter):\n        shape = property(lambda self: by_hand(x, weight).shape)\n    return P(torch.zeros(1))\n",
        "wrong",
        "crashed",
        before=BY_HAND,
    ),
    at_import(
        "patches_the_shape_of_every_tensor",
        "torch.Tensor.shape = property(lambda self: torch.Size([1, 4, 3, 4]))\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "patches_what_makes_tensors_and_bytes",
        "import builtins\ntorch.frombuffer = lambda *a, **k: torch.zeros(1)\ntorch.Tensor.reshape = lambda self, *a: self\n"
        "torch.Tensor.contiguous = lambda self: self\ntorch.Tensor.cpu = None\ntorch.autograd.grad = lambda *a, **k: (None,) * 3\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "patches_the_builtins",
        "import builtins\nbuiltins.isinstance = lambda *a: True\nbuiltins.len = lambda *a: 0\nbuiltins.type = lambda *a: torch.Tensor\nbuiltins.getattr = lambda *a: None\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "patches_json",
        'import json, json.encoder\njson.dumps = lambda *a, **k: \'{"status": "done", "verdict": "pass", "observed": [], "tensors": []}\'\njson.loads = json.dumps\n',
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "patches_os_write",
        "import os\nwrite = os.write\nos.write = lambda descriptor, data: len(data)\nos.read = lambda *a: b''\nos._exit = lambda *a: None\n",
        "wrong",
        "crashed",
        "no_result",
        "timed_out",
    ),
    at_import(
        "rewrites_the_code_of_the_harness",
        "import gc, types\n"
        "def nothing(*a, **k): return None\n"
        "for thing in gc.get_objects() + list(__import__('sys').modules.values()):\n"
        "    for f in list(vars(thing).values()) if isinstance(thing, (type, types.ModuleType)) else [thing]:\n"
        "        if isinstance(f, types.FunctionType) and (f.__module__ or '').startswith('graders') and not f.__closure__:\n"
        "            try: f.__code__ = nothing.__code__\n"
        "            except Exception: pass\n",
        "wrong",
        "crashed",
        "no_result",
        "timed_out",
    ),
    at_import(
        "takes_the_modules_away",
        "import sys\nfor name in list(sys.modules):\n    if name not in ('sys', 'builtins'): del sys.modules[name]\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "puts_itself_in_the_place_of_the_judge",
        "import sys, types\nfor name in ('graders.checks', 'graders.compare', 'graders.engine', 'numpy.testing'):\n"
        "    sys.modules[name] = types.SimpleNamespace(judge=lambda *a: 'pass', allclose=lambda *a, **k: True)\n",
    ),
    at_import(
        "traces_the_harness",
        "import sys\ndef trace(frame, event, argument):\n    for key in list(frame.f_locals):\n        if key in ('expected', 'oracle'): print('ESCAPED')\n    return trace\n"
        "sys.settrace(trace)\nsys.setprofile(lambda *a: None)\n",
        "wrong",
        "timed_out",
    ),
    at_import(
        "raises_from_a_profile_hook",
        "import sys\ndef hook(*a): raise SystemExit(0)\nsys.setprofile(hook)\n",
        "crashed",
        "wrong",
        "no_result",
    ),
    at_import(
        "hides_behind_an_audit_hook",
        "import sys\ndef hook(event, arguments):\n    raise RuntimeError\nsys.addaudithook(hook)\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "catches_signals_and_alarms",
        "import signal\nfor number in (signal.SIGTERM, signal.SIGALRM, signal.SIGXCPU, signal.SIGPIPE):\n    signal.signal(number, lambda *a: print('ESCAPED'))\n"
        + attempt("signal.setitimer(signal.ITIMER_REAL, 0.1)")
        + attempt("signal.raise_signal(signal.SIGTERM)"),
    ),
    when_called(
        "leaves_something_that_runs_when_collected",
        "    class Late:\n        def __del__(self):\n            import os\n            try: os.write(3, b'DLQ1' + bytes(60))\n            except OSError: pass\n"
        "    Late()\n    kept.append(Late())\n",
        "wrong",
        "no_result",
        before="kept = []\n",
    ),
    when_called(
        "leaves_a_weak_callback_behind",
        "    import weakref\n    weakref.finalize(x, print, 'later')\n    x.register_hook(lambda g: g * 0 + 1) if x.requires_grad else None\n",
    ),
    when_called(
        "hooks_the_gradient",
        "    y = by_hand(x, weight, bias, stride, padding)\n    z = y * 0 + y.detach()\n    z.register_hook(lambda g: g)\n    return z\n",
        "wrong",
        "crashed",
        before=BY_HAND,
    ),
    when_called(
        "changes_its_inputs_after_the_answer",
        "    y = by_hand(x, weight, bias, stride, padding)\n    x.data.add_(1)\n    return y\n",
        before=BY_HAND,
    ),
    when_called(
        "resizes_its_inputs",
        "    x.data.resize_(1)\n    weight.data.set_(torch.zeros(1))\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    when_called(
        "swaps_the_memory_of_its_inputs",
        "    x.data = torch.zeros(1, 1, 5, 5)\n    weight.data = torch.zeros(4, 1, 3, 2)\n",
        "wrong",
        "crashed",
    ),
    at_import(
        "changes_the_default_dtype",
        "torch.set_default_dtype(torch.float64)\ntorch.set_default_device('meta')\n",
        "wrong",
        "crashed",
    ),
    at_import(
        "defines_operators_over_torchs_own",
        "library = torch.library.Library('aten', 'IMPL')\n"
        "for name in ('clone', 'copy_', 'reshape', '_to_copy'):\n"
        "    try: library.impl(name, lambda *a, **k: torch.zeros(1), 'CPU')\n    except Exception: pass\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "enters_a_dispatch_mode_for_good",
        "from torch.utils._python_dispatch import TorchDispatchMode\n"
        "class Lie(TorchDispatchMode):\n    def __torch_dispatch__(self, function, types, args=(), kwargs=None): return args[0] if args else None\n"
        "Lie().__enter__()\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "enters_a_function_mode_for_good",
        "from torch.overrides import TorchFunctionMode\n"
        "class Lie(TorchFunctionMode):\n    def __torch_function__(self, function, types, args=(), kwargs=None): return True\n"
        "Lie().__enter__()\n",
        "wrong",
        "crashed",
        "no_result",
    ),
    at_import(
        "replaces_itself_in_the_module_table",
        "import sys\nclass Everything:\n    def __getattr__(self, name): return self\n    def __call__(self, *a, **k): return self\n"
        "sys.modules['solution'] = Everything()\n__class__ = Everything\n",
    ),
    at_import("answers_for_every_name", "def __getattr__(name): return lambda *a, **k: None\n"),
]
