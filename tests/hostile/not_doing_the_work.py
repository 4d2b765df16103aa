# ruff: noqa: E501 - programs are quoted whole
"""Programs that want the marks without the work."""

from __future__ import annotations

from tests.hostile.program import BY_HAND, at_import, when_called

NOT_DOING_THE_WORK = [
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
    when_called(
        "remembers_the_answer_of_the_case_before",
        "    if not kept: kept.append(by_hand(x, weight, bias, stride, padding))\n    return kept[0]\n",
        "wrong",
        before=BY_HAND + "kept = []\n",
    ),
    when_called(
        "caches_by_shape_and_returns_an_old_answer",
        "    key = tuple(weight.shape)\n    if key not in kept: kept[key] = torch.zeros_like(by_hand(x, weight, bias, stride, padding))\n    return kept[key]\n",
        "wrong",
        before=BY_HAND + "kept = {}\n",
    ),
    when_called(
        "works_only_on_its_first_call",
        "    calls.append(1)\n    if len(calls) == 1: return by_hand(x, weight, bias, stride, padding)\n",
        "wrong",
        before=BY_HAND + "calls = []\n",
    ),
    when_called(
        "does_the_visible_case_only",
        "    if x.shape == (1, 1, 5, 5): return by_hand(x, weight, bias)\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "ignores_stride_and_padding", "    return by_hand(x, weight, bias)\n", "wrong", before=BY_HAND
    ),
    when_called(
        "forgets_the_bias", "    return by_hand(x, weight, None, stride, padding)\n", "wrong", before=BY_HAND
    ),
    when_called(
        "gives_the_values_without_the_gradients",
        "    with torch.no_grad(): y = by_hand(x, weight, bias, stride, padding)\n    return y.requires_grad_()\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "gives_a_gradient_that_is_none_of_its_own",
        "    y = by_hand(x, weight, bias, stride, padding).detach()\n    return y + 0 * (x.sum() + weight.sum() + (0 if bias is None else bias.sum()))\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "rounds_to_half_precision",
        "    return by_hand(x.half().float(), weight.half().float(), bias, stride, padding)\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "samples_instead_of_summing",
        "    return by_hand(x, weight * (torch.rand(weight.shape) > 0.01), bias, stride, padding) * (1 + 1e-2)\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "returns_a_view_of_its_input",
        "    return x[:, :1].expand(x.shape[0], weight.shape[0], *x.shape[2:])\n",
        "wrong",
    ),
    when_called(
        "returns_random_numbers",
        "    return torch.randn_like(by_hand(x, weight, bias, stride, padding))\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "returns_nan_everywhere",
        "    return by_hand(x, weight, bias, stride, padding) * float('nan')\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "returns_infinity_everywhere",
        "    return by_hand(x, weight, bias, stride, padding) / 0\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "returns_the_answer_with_one_more_axis",
        "    return by_hand(x, weight, bias, stride, padding)[None]\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "returns_a_broadcast_of_the_mean",
        "    y = by_hand(x, weight, bias, stride, padding)\n    return y.mean().expand_as(y)\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called(
        "returns_nothing_where_it_is_hard",
        "    return by_hand(x, weight, bias) if stride == 1 and padding == 0 else None\n",
        "wrong",
        before=BY_HAND,
    ),
    when_called("imports_a_solution_from_elsewhere", "    import solution_of_last_year\n", "crashed"),
    at_import(
        "frees_the_bar_through_the_frames",
        "import sys\nframe = sys._getframe()\nwhile frame:\n"
        "    for value in list(frame.f_locals.values()):\n"
        "        watch = getattr(value, 'watch', None)\n"
        "        for name, held in list(vars(watch).items()) if watch is not None else ():\n"
        "            if hasattr(held, 'clear') and name != 'tried': held.clear()\n"
        "    frame = frame.f_back\n"
        "import gc\ngc.collect()\n"
        "def conv2d(*a): return torch.conv2d(*a)\n"
        "calls_it = conv2d\n"
        "del conv2d\n",
        "wrong",
        "crashed",
    ),
    when_called(
        "frees_the_bar_and_calls_the_library",
        "    import gc, sys\n    frame = sys._getframe()\n"
        "    while frame:\n"
        "        for value in list(frame.f_locals.values()):\n"
        "            watch = getattr(value, 'watch', None)\n"
        "            for held in list(vars(watch).values()) if watch is not None else ():\n"
        "                if isinstance(held, dict): held.clear()\n"
        "        frame = frame.f_back\n"
        "    gc.collect()\n"
        "    return torch.conv2d(x, weight, bias, stride, padding)\n",
        "forbidden",
    ),
    when_called(
        "rewrites_the_code_of_the_bar",
        "    import gc, types\n"
        "    for thing in gc.get_objects():\n"
        "        if isinstance(thing, types.FunctionType) and thing.__module__ == 'graders.zygote.operators':\n"
        "            try: thing.__code__ = (lambda *a, **k: None).__code__\n"
        "            except ValueError: pass\n"
        "    return torch.conv2d(x, weight, bias, stride, padding)\n",
        "forbidden",
        "crashed",
        "wrong",
    ),
    when_called(
        "forgets_what_it_tried",
        "    import gc\n"
        "    try: torch.conv2d(x, weight, bias, stride, padding)\n"
        "    except RuntimeError: pass\n"
        "    for thing in gc.get_objects():\n"
        "        if type(thing).__name__ == 'Watch': thing.tried.clear()\n",
        "wrong",
        "forbidden",
    ),
    when_called(
        "registers_its_own_kernel_over_the_bar",
        "    library = torch.library.Library('aten', 'IMPL')\n"
        "    library.impl('convolution', lambda *a: torch.ops.aten._slow_conv2d_forward(*a[:3]), 'CPU')\n"
        "    return torch.conv2d(x, weight, bias, stride, padding)\n",
        "forbidden",
        "crashed",
    ),
    when_called(
        "takes_the_kernel_of_another_backend",
        "    kernel = torch.library.get_kernel('aten::convolution', 'XLA')\n"
        "    keys = torch._C._dispatch_tls_local_include_set()\n"
        "    s = stride if isinstance(stride, tuple) else (stride, stride)\n"
        "    p = padding if isinstance(padding, tuple) else (padding, padding)\n"
        "    return kernel.call_boxed(torch._C.DispatchKeySet(torch._C.DispatchKey.CPU), x, weight, bias, s, p, (1, 1), False, (0, 0), 1)\n",
        "forbidden",
        "crashed",
    ),
    when_called(
        "redispatches_past_the_bar",
        "    keys = torch._C.DispatchKeySet(torch._C.DispatchKey.XLA)\n"
        "    s = stride if isinstance(stride, tuple) else (stride, stride)\n"
        "    p = padding if isinstance(padding, tuple) else (padding, padding)\n"
        "    return torch.ops.aten.convolution.default.redispatch(keys, x, weight, bias, s, p, (1, 1), False, (0, 0), 1)\n",
        "forbidden",
        "crashed",
    ),
]
