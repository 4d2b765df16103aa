"""What students of deep learning use of torch and of Python, as small programs that must work in a cell.

Each is run by itself in a namespace that has ``torch``, ``nn``, ``F`` and ``math``. One per line or block.
"""

from __future__ import annotations

GROUPS: dict[str, dict[str, str]] = {}

_UNARY = [
    "abs",
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "ceil",
    "cos",
    "cosh",
    "deg2rad",
    "digamma",
    "erf",
    "erfc",
    "erfinv",
    "exp",
    "exp2",
    "expm1",
    "floor",
    "frac",
    "i0",
    "lgamma",
    "log",
    "log10",
    "log1p",
    "log2",
    "logit",
    "nan_to_num",
    "neg",
    "positive",
    "rad2deg",
    "reciprocal",
    "relu",
    "round",
    "rsqrt",
    "sigmoid",
    "sign",
    "sgn",
    "sin",
    "sinc",
    "sinh",
    "sqrt",
    "square",
    "tan",
    "tanh",
    "trunc",
]
_BINARY = [
    "add",
    "sub",
    "mul",
    "div",
    "true_divide",
    "pow",
    "maximum",
    "minimum",
    "fmax",
    "fmin",
    "atan2",
    "hypot",
    "logaddexp",
    "logaddexp2",
    "remainder",
    "fmod",
    "copysign",
    "ldexp",
    "xlogy",
    "heaviside",
    "nextafter",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "isclose",
    "floor_divide",
]
_REDUCTIONS = [
    "sum",
    "mean",
    "prod",
    "std",
    "var",
    "amax",
    "amin",
    "logsumexp",
    "norm",
    "cumsum",
    "cumprod",
    "logcumsumexp",
    "argmax",
    "argmin",
    "max",
    "min",
    "median",
    "nanmean",
    "nansum",
    "all",
    "any",
    "count_nonzero",
    "mode",
    "aminmax",
    "cummax",
    "cummin",
]
_ACTIVATIONS = [
    "relu",
    "relu6",
    "elu",
    "selu",
    "celu",
    "gelu",
    "silu",
    "mish",
    "softplus",
    "softsign",
    "tanhshrink",
    "softshrink",
    "hardshrink",
    "hardtanh",
    "hardsigmoid",
    "hardswish",
    "leaky_relu",
    "logsigmoid",
    "sigmoid",
    "tanh",
    "threshold(x,0.1,0.)",
    "softmax(x,-1)",
    "log_softmax(x,-1)",
    "softmin(x,-1)",
    "glu",
    "gumbel_softmax(x,dim=-1)",
    "normalize",
    "prelu(x,torch.ones(1))",
    "rrelu",
]

GROUPS["elementwise"] = {
    name: "x = torch.full((2, 3), 0.4, requires_grad=True)\n"
    f"y = torch.{name}(x{' + 1' if name == 'acosh' else ''})\n"
    "y.sum().backward() if y.requires_grad else None\n"
    "assert y.shape == (2, 3)"
    for name in _UNARY
} | {
    name: "x, z = torch.rand(2, 3, requires_grad=True), torch.rand(3) + 0.5\n"
    f"y = torch.{name}(x, z)\n"
    "y.sum().backward() if y.requires_grad and y.dtype.is_floating_point and y.grad_fn is not None "
    f"and '{name}' not in ('heaviside', 'nextafter', 'floor_divide') else None"
    for name in _BINARY
}
GROUPS["elementwise"] |= {
    "clamp": "x = torch.randn(9, requires_grad=True)\nx.clamp(-0.5, 0.5).sum().backward()",
    "where": "x = torch.randn(9, requires_grad=True)\ntorch.where(x > 0, x, 0.1 * x).sum().backward()",
    "lerp": "torch.lerp(torch.zeros(3), torch.ones(3), 0.5)",
    "addcmul": "x = torch.ones(3)\ntorch.addcmul(x, x, x, value=2), torch.addcdiv(x, x, x, value=2)",
    "in_place": "x = torch.ones(3)\nx.mul_(2).add_(1).div_(3).clamp_(0, 1).exp_().sub_(1).zero_().fill_(2)",
    "bits": "a, b = torch.tensor([5, 3]), torch.tensor([1, 2])\n"
    "a & b, a | b, a ^ b, ~a, a << b, a >> b, torch.bitwise_not(a)",
    "logic": "a = torch.tensor([True, False])\na & ~a | a, a.logical_xor(a), torch.logical_not(a)",
    "integers": "x = torch.arange(1, 7).reshape(2, 3)\nx // 2, x % 4, torch.gcd(x, x), torch.lcm(x, x), x.float()",
    "dtypes": "for t in (torch.float16, torch.bfloat16, torch.float64, torch.int8, torch.uint8, torch.bool):\n"
    "    torch.ones(2, 2).to(t).sum()\nassert torch.promote_types(torch.int8, torch.float32) == torch.float32",
    "complex": "x = torch.randn(3, dtype=torch.cfloat, requires_grad=True)\n(x * x.conj()).abs().sum().backward()\n"
    "x.real, x.imag, x.angle(), torch.polar(torch.ones(2), torch.ones(2)), torch.view_as_real(x.detach())",
}
GROUPS["reductions"] = {
    name: "x = torch.rand(3, 4, requires_grad=True)\n"
    f"y = torch.{name}(x{', dim=1' if name != 'prod' else ', 1'})\n"
    "y = y if torch.is_tensor(y) else y[0]\n"
    "y.sum().backward() if y.requires_grad else None"
    for name in _REDUCTIONS
} | {
    "quantile": "torch.quantile(torch.rand(9), 0.5), torch.nanmedian(torch.rand(9))",
    "unique": "torch.unique(torch.tensor([1, 1, 2]), return_counts=True), torch.bincount(torch.tensor([1, 1]))",
    "histogram": "torch.histc(torch.rand(9), 3), torch.histogram(torch.rand(9), 3)",
    "statistics": "x = torch.randn(3, 8)\ntorch.cov(x), torch.corrcoef(x), torch.var_mean(x, 1), torch.std_mean(x, 1)",
    "distances": "x = torch.randn(3, 4, requires_grad=True)\ntorch.cdist(x, x + 1).sum().backward()\n"
    "torch.dist(x, x), F.pairwise_distance(x, x + 1), F.cosine_similarity(x, x), F.pdist(x)",
    "diff": "torch.diff(torch.rand(5)), torch.trapezoid(torch.rand(5)), torch.gradient(torch.rand(5))",
}
GROUPS["activations"] = {
    name.partition("(")[0]: "x = torch.randn(2, 4, requires_grad=True)\n"
    f"F.{name if '(' in name else name + '(x)'}.sum().backward()\nassert x.grad is not None"
    for name in _ACTIVATIONS
} | {
    "multihead": "a = nn.MultiheadAttention(8, 2, batch_first=True)\nx = torch.randn(2, 3, 8)\n"
    "a(x, x, x)[0].sum().backward()\na.eval()\na(x, x, x, need_weights=False)",
    "scaled_dot_product": "q, k, v = (torch.randn(2, 2, 5, 4, requires_grad=True) for _ in range(3))\n"
    "for causal in (True, False):\n"
    "    F.scaled_dot_product_attention(q, k, v, is_causal=causal).sum().backward()\n"
    "F.scaled_dot_product_attention(q, k, v, attn_mask=torch.ones(5, 5).tril().bool(), dropout_p=0.1)\n"
    "from torch.nn.attention import SDPBackend, sdpa_kernel\n"
    "with sdpa_kernel(SDPBackend.MATH):\n    F.scaled_dot_product_attention(q, k, v)",
    "transformer": "t = nn.Transformer(8, 2, 1, 1, 16, batch_first=True)\n"
    "t(torch.randn(2, 3, 8), torch.randn(2, 4, 8)).sum().backward()\n"
    "e = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), 2)\n"
    "e(torch.randn(2, 3, 8), mask=nn.Transformer.generate_square_subsequent_mask(3)).sum().backward()\n"
    "e.eval()\nwith torch.no_grad():\n    e(torch.randn(2, 3, 8))",
}
GROUPS["linear algebra"] = {
    "products": "a, b = torch.randn(2, 3, 4, requires_grad=True), torch.randn(2, 4, 5)\n"
    "(a @ b).sum().backward()\ntorch.bmm(a, b), torch.matmul(a, b), torch.mm(a[0], b[0]), torch.mv(a[0], b[0, :, 0])\n"
    "torch.dot(a[0, 0], b[0, :, 0]), torch.outer(a[0, 0], a[0, 1]), torch.kron(a[0], b[0]), torch.inner(a, a)\n"
    "torch.addmm(torch.ones(3, 5), a[0], b[0]), torch.baddbmm(torch.ones(2, 3, 5), a, b), torch.chain_matmul\n"
    "torch.linalg.multi_dot([a[0], b[0], torch.ones(5, 2)]), torch.tensordot(a, b, dims=([2], [1]))",
    "einsum": "a, b = torch.randn(2, 3, 4, requires_grad=True), torch.randn(2, 4, 5)\n"
    "torch.einsum('bij,bjk->bik', a, b).sum().backward()\n"
    "torch.einsum('bij,bjk,bkl->il', a, b, torch.ones(2, 5, 2)), torch.einsum('...ii->...i', torch.ones(2, 3, 3))",
    "linalg": "a = torch.randn(4, 4, dtype=torch.double) ; s = a @ a.T + 4 * torch.eye(4, dtype=torch.double)\n"
    "s.requires_grad_()\nL = torch.linalg\n"
    "for f in (L.cholesky, L.inv, L.det, L.slogdet, L.svd, L.eigh, L.qr, L.eigvalsh, L.matrix_exp, L.pinv, L.norm,\n"
    "          L.matrix_norm, L.cond, L.lu_factor, L.svdvals, L.eig, L.eigvals, L.matrix_rank, L.ldl_factor):\n"
    "    y = f(s)\n    y = y if torch.is_tensor(y) else y[-1]\n"
    "    y.abs().sum().backward() if y.requires_grad else None\n"
    "L.solve(s, a).sum().backward()\nL.lstsq(s, a), L.solve_triangular(a.triu(), a, upper=True), L.matrix_power(a, 3)\n"
    "torch.cholesky_solve(a, L.cholesky(s)), torch.trace(a), L.cross(a[:, :3], a[:, :3]), L.vector_norm(a)\n"
    "torch.lu(a) if hasattr(torch, 'lu') else None, torch.pca_lowrank(a.detach()), torch.svd_lowrank(a.detach(), 2)",
    "fft": "x = torch.randn(2, 8, 8, requires_grad=True)\nT = torch.fft\n"
    "for f, g in ((T.fft, T.ifft), (T.rfft, T.irfft), (T.fft2, T.ifft2), (T.rfft2, T.irfft2), (T.fftn, T.ifftn)):\n"
    "    g(f(x)).real.sum().backward() if g(f(x)).is_complex() else g(f(x)).sum().backward()\n"
    "T.fftfreq(8), T.fftshift(x), T.rfft(torch.randn(7)), T.fft(torch.randn(5, dtype=torch.double))\n"
    "s = torch.stft(torch.randn(64), 16, window=torch.hann_window(16), return_complex=True)\n"
    "torch.istft(s, 16, window=torch.hann_window(16))",
    "sparse": "i = torch.tensor([[0, 1], [1, 0]])\ns = torch.sparse_coo_tensor(i, torch.ones(2), (2, 2))\n"
    "torch.sparse.mm(s, torch.ones(2, 2)), s.to_dense(), s.coalesce().to_sparse_csr() @ torch.ones(2, 2)",
}
GROUPS["indexing"] = {
    "indexing": "x = torch.randn(4, 5, requires_grad=True)\n"
    "(x[1] + x[:, None, 2].sum() + x[..., -1].sum() + x[[0, 1], [1, 2]].sum() + x[x > 0].sum()).sum().backward()\n"
    "y = x.detach().clone()\ny[1:3, ::2] = 0\ny[y > 0] = 1\ny[torch.tensor([0, 1])] += 1",
    "gather_scatter": "x = torch.randn(3, 4, requires_grad=True)\ni = torch.randint(0, 4, (3, 2))\n"
    "x.gather(1, i).sum().backward()\nz = torch.zeros(3, 4)\nz.scatter_(1, i, 1.0), z.scatter_add_(1, i, torch.ones(3, 2))\n"
    "z.scatter_reduce_(1, i, torch.ones(3, 2), 'amax'), z.index_add_(0, torch.tensor([0, 1]), torch.ones(2, 4))\n"
    "z.index_select(1, i[0]), z.index_fill_(0, torch.tensor([0]), 2), z.masked_fill(z > 0, 1), z.masked_select(z > 0)\n"
    "z.index_copy_(0, torch.tensor([0]), torch.ones(1, 4)), z.take(torch.tensor([0, 3])), z.put_(torch.tensor([0]), torch.ones(1))\n"
    "torch.take_along_dim(z, i, 1), z.masked_scatter(z > 0, torch.ones(12)), torch.nonzero(z, as_tuple=True)",
    "sorting": "x = torch.randn(3, 9, requires_grad=True)\n"
    "v, _ = x.sort(-1)\n(v.sum() + x.topk(3).values.sum() + x.kthvalue(2).values.sum() + x.msort().sum()).backward()\n"
    "x.argsort(), torch.searchsorted(torch.arange(9.0), x), torch.bucketize(x, torch.arange(3.0)), torch.isin(x, x)",
    "shapes": "x = torch.randn(2, 3, 4, requires_grad=True)\n"
    "y = torch.cat([x.reshape(2, 12), x.flatten(1), x.view(2, -1), x.permute(0, 2, 1).reshape(2, 12)], 1)\ny.sum().backward()\n"
    "x.transpose(1, 2).contiguous(), x.unsqueeze(0).squeeze(0), x.expand(2, 3, 4), x.repeat(1, 2, 1), x.tile(2)\n"
    "torch.stack([x, x]), x.split(1), x.chunk(2), x.unbind(0), x.movedim(0, 2), x.swapaxes(0, 1), x.roll(1, 0), x.flip(0)\n"
    "x.rot90(1, (1, 2)), x.repeat_interleave(2, 0), torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')\n"
    "torch.broadcast_tensors(x, torch.ones(4)), x.unfold(2, 2, 1), x.diagonal(0, 1, 2), torch.block_diag(x[0], x[0])\n"
    "torch.tril(x), torch.triu(x), torch.diag(torch.ones(3)), torch.diag_embed(x), x.T if x.dim() == 2 else x.mT\n"
    "x.as_strided((2, 2), (1, 1)), torch.cartesian_prod(torch.arange(2), torch.arange(2)), x.unflatten(2, (2, 2))\n"
    "torch.hstack([x, x]), torch.vstack([x, x]), torch.dstack([x, x]), torch.combinations(torch.arange(4))",
    "making": "torch.linspace(0, 1, 5), torch.logspace(0, 1, 5), torch.eye(3), torch.full((2,), 1.0), torch.empty(2).fill_(1)\n"
    "torch.zeros_like(torch.ones(2)), torch.tensor([[1, 2]]), torch.as_tensor([1.0]), torch.one_hot if False else F.one_hot(torch.tensor([1]), 3)\n"
    "torch.nested.nested_tensor([torch.ones(2), torch.ones(3)]).to_padded_tensor(0.0), torch.tril_indices(3, 3)",
    "random": "g = torch.Generator().manual_seed(3)\ntorch.manual_seed(1)\n"
    "torch.rand(2, generator=g), torch.randn(2), torch.randint(0, 5, (2,)), torch.randperm(5), torch.rand_like(torch.ones(2))\n"
    "torch.bernoulli(torch.full((3,), 0.5)), torch.multinomial(torch.ones(4), 2), torch.normal(0.0, torch.ones(3)), torch.poisson(torch.ones(3))\n"
    "torch.empty(3).uniform_().normal_().exponential_().cauchy_().log_normal_().geometric_(0.5)\ns = torch.get_rng_state()\ntorch.set_rng_state(s)\n"
    "with torch.random.fork_rng():\n    torch.seed()\n"
    "assert torch.manual_seed(7) is torch.random.manual_seed(0) is torch.default_generator\n"
    "assert torch.initial_seed() == 0 and abs(float(torch.rand(1)) - 0.49625659) < 1e-6, 'as everywhere'\n"
    "torch.manual_seed(-1), torch.manual_seed(True)",
}
GROUPS["layers"] = {
    "convolutions": "for n, C, T in ((1, nn.Conv1d, nn.ConvTranspose1d), (2, nn.Conv2d, nn.ConvTranspose2d), (3, nn.Conv3d, nn.ConvTranspose3d)):\n"
    "    x = torch.randn(2, 4, *(6,) * n, requires_grad=True)\n"
    "    T(4, 4, 3, stride=2, padding=1, output_padding=1, groups=2)(C(4, 4, 3, padding=1, dilation=1, groups=2)(x)).sum().backward()\n"
    "nn.Conv2d(4, 4, 3, padding='same', padding_mode='reflect', dilation=2)(torch.randn(1, 4, 8, 8))\n"
    "F.unfold(torch.randn(1, 2, 5, 5), 3), F.fold(torch.randn(1, 18, 9), (5, 5), 3)",
    "pooling": "for n in (1, 2, 3):\n    x = torch.randn(1, 2, *(6,) * n, requires_grad=True)\n"
    "    for name in ('MaxPool', 'AvgPool', 'AdaptiveAvgPool', 'AdaptiveMaxPool'):\n"
    "        getattr(nn, f'{name}{n}d')(2)(x).sum().backward()\n"
    "v, i = F.max_pool2d(torch.randn(1, 1, 4, 4), 2, return_indices=True)\nF.max_unpool2d(v, i, 2), F.lp_pool2d(torch.rand(1, 1, 4, 4), 2, 2)\n"
    "F.fractional_max_pool2d(torch.rand(1, 1, 6, 6), 2, output_size=3)",
    "interpolation": "x = torch.randn(1, 2, 4, 4, requires_grad=True)\n"
    "for mode in ('nearest', 'bilinear', 'bicubic', 'area', 'nearest-exact'):\n    F.interpolate(x, scale_factor=2, mode=mode).sum().backward()\n"
    "F.interpolate(torch.randn(1, 1, 4), 8, mode='linear'), F.interpolate(torch.randn(1, 1, 2, 2, 2), 4, mode='trilinear')\n"
    "g = F.affine_grid(torch.eye(2, 3)[None], (1, 2, 4, 4), align_corners=False)\nF.grid_sample(x, g, align_corners=False).sum().backward()\n"
    "F.pixel_shuffle(torch.randn(1, 4, 2, 2), 2), F.pixel_unshuffle(torch.randn(1, 1, 4, 4), 2), nn.Upsample(scale_factor=2)(x)\n"
    "for mode in ('constant', 'reflect', 'replicate', 'circular'):\n    F.pad(x, (1, 1, 1, 1), mode=mode)",
    "embedding": "e = nn.Embedding(5, 3, padding_idx=0)\ne(torch.tensor([[1, 0]])).sum().backward()\n"
    "nn.EmbeddingBag(5, 3)(torch.tensor([1, 2, 3]), torch.tensor([0, 2])).sum().backward()\nnn.Embedding.from_pretrained(torch.ones(2, 2))",
    "recurrent": "from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence\n"
    "for R in (nn.RNN, nn.LSTM, nn.GRU):\n    r = R(3, 4, num_layers=2, bidirectional=True, batch_first=True, dropout=0.1)\n"
    "    x = torch.randn(2, 5, 3, requires_grad=True)\n    r(x)[0].sum().backward()\n"
    "    p = pack_padded_sequence(x, [5, 3], batch_first=True)\n    pad_packed_sequence(r(p)[0], batch_first=True)[0].sum().backward()\n"
    "for C in (nn.RNNCell, nn.LSTMCell, nn.GRUCell):\n    C(3, 4)(torch.randn(2, 3))\n"
    "pad_sequence([torch.ones(2), torch.ones(3)])\nnn.LSTM(3, 4, proj_size=2)(torch.randn(5, 2, 3))",
    "normalisation": "x = torch.randn(4, 6, 5, 5, requires_grad=True)\n"
    "for m in (nn.BatchNorm2d(6), nn.GroupNorm(2, 6), nn.InstanceNorm2d(6, affine=True), nn.LayerNorm([6, 5, 5]), nn.LocalResponseNorm(2), nn.RMSNorm(5)):\n"
    "    m(x).sum().backward()\n    m.eval()\n    m(x)\n"
    "nn.BatchNorm1d(3)(torch.randn(4, 3)), nn.BatchNorm3d(2)(torch.randn(2, 2, 3, 3, 3)), F.layer_norm(x, (5,)), F.rms_norm(x, (5,))",
    "dropout": "x = torch.randn(4, 6, 5, 5)\nfor m in (nn.Dropout(0.5), nn.Dropout2d(0.5), nn.AlphaDropout(0.5), nn.FeatureAlphaDropout(0.5)):\n    m(x)\nF.dropout1d(x[0]), F.dropout3d(x)",
    "containers": "m = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Bilinear(3, 3, 1) if False else nn.Linear(3, 1))\n"
    "nn.ModuleList([m]), nn.ModuleDict({'m': m}), nn.ParameterList([nn.Parameter(torch.ones(1))]), nn.ParameterDict({'p': nn.Parameter(torch.ones(1))})\n"
    "str(m), list(m.named_modules()), m.apply(lambda k: None), m.requires_grad_(False), m.double(), m.half(), m.float(), m.to('cpu'), m.zero_grad()\n"
    "m.register_forward_hook(lambda k, i, o: o), m.register_full_backward_hook(lambda k, i, o: None), m(torch.ones(1, 2))\n"
    "nn.Bilinear(2, 3, 4)(torch.ones(1, 2), torch.ones(1, 3)), nn.Flatten()(torch.ones(2, 3, 4)), nn.Unflatten(1, (2, 2))(torch.ones(1, 4)), nn.Identity()(1)\n"
    "nn.LazyLinear(3)(torch.ones(1, 2)), nn.Softmax(-1)(torch.ones(1, 2)), nn.CosineSimilarity()(torch.ones(1, 2), torch.ones(1, 2))",
    "losses": "x, y = torch.randn(4, 3, requires_grad=True), torch.randn(4, 3)\nc = torch.tensor([0, 1, 2, 0])\n"
    "for loss in (nn.MSELoss(), nn.L1Loss(), nn.SmoothL1Loss(), nn.HuberLoss(), nn.PoissonNLLLoss()):\n    loss(x, y).backward()\n"
    "for loss in (nn.CrossEntropyLoss(label_smoothing=0.1, weight=torch.ones(3), ignore_index=2), nn.MultiMarginLoss()):\n    loss(x, c).backward()\n"
    "nn.NLLLoss()(x.log_softmax(-1), c).backward(), nn.KLDivLoss(reduction='batchmean')(x.log_softmax(-1), y.softmax(-1)).backward()\n"
    "nn.BCELoss()(x.sigmoid(), y.sigmoid()).backward(), nn.BCEWithLogitsLoss(pos_weight=torch.ones(3))(x, y.sigmoid()).backward()\n"
    "nn.HingeEmbeddingLoss()(x, y.sign()), nn.SoftMarginLoss()(x, y.sign()), nn.MultiLabelSoftMarginLoss()(x, (y > 0).float()), nn.GaussianNLLLoss()(x, y, y.abs())\n"
    "nn.CosineEmbeddingLoss()(x, y, torch.ones(4)), nn.MarginRankingLoss()(x, y, y.sign()), nn.TripletMarginLoss()(x, y, y + 1), nn.MultiLabelMarginLoss()(x[:, :3], torch.tensor([[0, -1, 1]] * 4))\n"
    "nn.CTCLoss()(torch.randn(6, 2, 4).log_softmax(-1), torch.tensor([[1, 2], [1, 3]]), torch.tensor([6, 6]), torch.tensor([2, 2]))",
    "initialisation": "I = nn.init\nfor f in (I.xavier_uniform_, I.xavier_normal_, I.kaiming_uniform_, I.kaiming_normal_, I.orthogonal_, I.uniform_, I.normal_,\n"
    "          I.trunc_normal_, I.zeros_, I.ones_, I.eye_):\n    f(torch.empty(4, 4))\nI.constant_(torch.empty(2), 1.0), I.sparse_(torch.empty(4, 4), 0.5), I.dirac_(torch.empty(2, 2, 3)), I.calculate_gain('relu')",
}
_OPTIMIZERS = [
    "SGD",
    "Adam",
    "AdamW",
    "Adamax",
    "NAdam",
    "RAdam",
    "RMSprop",
    "Rprop",
    "Adagrad",
    "Adadelta",
    "ASGD",
]
_FIT = (
    "torch.manual_seed(0)\nm = nn.Linear(3, 1)\nx = torch.randn(8, 3)\ny = x.sum(1, keepdim=True)\n"
    "def step():\n    o.zero_grad()\n    loss = F.mse_loss(m(x), y)\n    loss.backward()\n    return loss\n"
)
GROUPS["training"] = {
    name: f"{_FIT}o = torch.optim.{name}(m.parameters())\nfirst = step().item()\n"
    "for _ in range(5):\n    step()\n    o.step()\nassert step().item() < first\no.load_state_dict(o.state_dict())"
    for name in _OPTIMIZERS
} | {
    "LBFGS": f"{_FIT}o = torch.optim.LBFGS(m.parameters(), line_search_fn='strong_wolfe')\nfor _ in range(3):\n    o.step(step)\nassert step().item() < 1e-3",
    "Muon": f"{_FIT}\nif hasattr(torch.optim, 'Muon'):\n    o = torch.optim.Muon([m.weight])\n    step()\n    o.step()",
    "SparseAdam": "e = nn.Embedding(4, 2, sparse=True)\no = torch.optim.SparseAdam(e.parameters())\ne(torch.tensor([1])).sum().backward()\no.step()",
    "options": f"{_FIT}for o in (torch.optim.SGD(m.parameters(), 0.1, momentum=0.9, nesterov=True, weight_decay=1e-3),\n"
    "          torch.optim.AdamW([{'params': [m.weight], 'lr': 0.1}, {'params': [m.bias]}], foreach=True), torch.optim.Adam(m.parameters(), amsgrad=True),\n"
    "          torch.optim.Adam(m.parameters(), fused=True), torch.optim.RMSprop(m.parameters(), centered=True, momentum=0.9)):\n    step()\n    o.step()",
    "schedulers": f"{_FIT}o = torch.optim.SGD(m.parameters(), 0.1)\nS = torch.optim.lr_scheduler\n"
    "for s in (S.StepLR(o, 2), S.MultiStepLR(o, [1, 2]), S.ExponentialLR(o, 0.9), S.CosineAnnealingLR(o, 5), S.LambdaLR(o, lambda e: 0.9**e), S.LinearLR(o),\n"
    "          S.ConstantLR(o), S.PolynomialLR(o), S.CosineAnnealingWarmRestarts(o, 2), S.OneCycleLR(o, 0.1, total_steps=9), S.CyclicLR(o, 0.01, 0.1), S.MultiplicativeLR(o, lambda e: 0.9),\n"
    "          S.SequentialLR(o, [S.ConstantLR(o), S.LinearLR(o)], [1]), S.ChainedScheduler([S.StepLR(o, 1)])):\n"
    "    step()\n    o.step()\n    s.step()\n    s.get_last_lr()\np = S.ReduceLROnPlateau(o)\np.step(1.0)",
    "utils": "u = nn.utils\nm = nn.Linear(3, 3)\nm(torch.ones(1, 3)).sum().backward()\nu.clip_grad_norm_(m.parameters(), 1.0), u.clip_grad_value_(m.parameters(), 0.1)\n"
    "P = u.parametrizations\nfor f in (P.weight_norm, P.spectral_norm, P.orthogonal):\n    f(nn.Linear(3, 3))(torch.ones(1, 3)).sum().backward()\n"
    "class Symmetric(nn.Module):\n    def forward(self, w):\n        return w.triu() + w.triu(1).mT\nu.parametrize.register_parametrization(m, 'weight', Symmetric())\n"
    "v = u.parameters_to_vector(m.parameters())\nu.vector_to_parameters(v, m.parameters())\nimport torch.nn.utils.prune as prune\nprune.l1_unstructured(nn.Linear(3, 3), 'weight', 0.5)",
    "state": "import copy, io\nm = nn.Sequential(nn.Linear(3, 3), nn.BatchNorm1d(3))\nn = copy.deepcopy(m)\nn.load_state_dict(m.state_dict())\nb = io.BytesIO()\n"
    "torch.save(m.state_dict(), b)\nb.seek(0)\nm.load_state_dict(torch.load(b, weights_only=True))\nb = io.BytesIO()\ntorch.save(m, b)",
    "autocast": "m = nn.Linear(3, 3)\nwith torch.autocast('cpu', dtype=torch.bfloat16):\n    y = m(torch.ones(2, 3))\nassert y.dtype == torch.bfloat16\ny.float().sum().backward()\n"
    "s = torch.amp.GradScaler('cpu', enabled=False)\ns.scale(torch.ones(1))",
    "data": "from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split, Subset, WeightedRandomSampler, ConcatDataset, IterableDataset\n"
    "d = TensorDataset(torch.randn(10, 2), torch.arange(10))\nfor x, y in DataLoader(d, batch_size=4, shuffle=True, drop_last=True):\n    assert len(x) == 4\n"
    "class Own(Dataset):\n    def __len__(self): return 5\n    def __getitem__(self, i): return {'x': torch.ones(2) * i, 'y': i}\n"
    "next(iter(DataLoader(Own(), 2)))['x']\nrandom_split(d, [7, 3]), Subset(d, [1]), ConcatDataset([d, d]), list(DataLoader(d, sampler=WeightedRandomSampler(torch.ones(10), 4)))\n"
    "list(DataLoader(Own(), 2, collate_fn=lambda b: b))\nclass Stream(IterableDataset):\n    def __iter__(self): return iter(range(3))\nlist(DataLoader(Stream()))",
    "averages": "m = nn.Linear(2, 2)\na = torch.optim.swa_utils.AveragedModel(m)\na.update_parameters(m)\ntorch.optim.swa_utils.SWALR(torch.optim.SGD(m.parameters(), 0.1), 0.05)",
}
GROUPS["autograd"] = {
    "functions": "class Cube(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n        ctx.save_for_backward(x)\n        return x**3\n"
    "    @staticmethod\n    def backward(ctx, g):\n        (x,) = ctx.saved_tensors\n        return 3 * x**2 * g\n"
    "x = torch.randn(3, dtype=torch.double, requires_grad=True)\nassert torch.autograd.gradcheck(Cube.apply, (x,)) and torch.autograd.gradgradcheck(Cube.apply, (x,))",
    "grad": "x = torch.randn(3, requires_grad=True)\n(g,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)\ng.sum().backward()\n"
    "with torch.no_grad(): x * 2\nwith torch.inference_mode(): x * 2\nwith torch.enable_grad(): x * 2\nx.detach(), x.register_hook(lambda g: g * 2), x.retain_grad()\n"
    "with torch.autograd.set_detect_anomaly(True): (x * 2).sum().backward()\ntorch.set_grad_enabled(True)\ny = x * 2\ny.backward(torch.ones(3), retain_graph=True)\ny.backward(torch.ones(3))",
    "functional": "A = torch.autograd.functional\nf = lambda x: (x**3).sum()\nx = torch.randn(3)\nA.jacobian(lambda x: x**2, x), A.hessian(f, x), A.vjp(f, x), A.jvp(f, x, torch.ones(3)), A.hvp(f, x, torch.ones(3)), A.vhp(f, x, torch.ones(3))",
    "func": "from torch.func import grad, vmap, jacrev, jacfwd, hessian, vjp, jvp, functional_call, grad_and_value, linearize\nf = lambda x: (x**3).sum()\nx = torch.randn(3)\n"
    "grad(f)(x), vmap(grad(f))(torch.randn(4, 3)), jacrev(f)(x), jacfwd(f)(x), hessian(f)(x), vjp(f, x)[1](torch.tensor(1.0)), jvp(f, (x,), (x,)), grad_and_value(f)(x)\n"
    "m = nn.Linear(3, 1)\nfunctional_call(m, dict(m.named_parameters()), (x,))\nvmap(grad(lambda p, x: functional_call(m, p, (x,)).sum()), (None, 0))(dict(m.named_parameters()), torch.randn(4, 3))",
    "forward_mode": "import torch.autograd.forward_ad as fw\nwith fw.dual_level():\n    d = fw.make_dual(torch.ones(2), torch.ones(2))\n    fw.unpack_dual(d * d)",
    "checkpoint": "from torch.utils.checkpoint import checkpoint\nx = torch.randn(3, requires_grad=True)\ncheckpoint(lambda x: x.sin(), x, use_reentrant=False).sum().backward()\ncheckpoint(lambda x: x.sin(), x, use_reentrant=True).sum().backward()",
    "distributions": "D = torch.distributions\nfor d in (D.Normal(0.0, 1.0), D.Bernoulli(0.5), D.Categorical(torch.ones(3)), D.Uniform(0.0, 1.0), D.Beta(1.0, 2.0), D.Gamma(1.0, 2.0), D.Exponential(1.0),\n"
    "          D.Laplace(0.0, 1.0), D.Poisson(1.0), D.Binomial(3, 0.5), D.Dirichlet(torch.ones(3)), D.StudentT(3.0), D.LogNormal(0.0, 1.0), D.Geometric(0.5), D.Multinomial(3, torch.ones(3)),\n"
    "          D.MultivariateNormal(torch.zeros(2), torch.eye(2)), D.Independent(D.Normal(torch.zeros(2), torch.ones(2)), 1), D.OneHotCategorical(torch.ones(3)), D.HalfNormal(1.0), D.Gumbel(0.0, 1.0),\n"
    "          D.MixtureSameFamily(D.Categorical(torch.ones(2)), D.Normal(torch.zeros(2), torch.ones(2))), D.TransformedDistribution(D.Normal(0.0, 1.0), [D.transforms.SigmoidTransform()])):\n"
    "    d.log_prob(d.sample())\nD.kl_divergence(D.Normal(0.0, 1.0), D.Normal(1.0, 1.0)), D.Normal(0.0, torch.ones(1, requires_grad=True)).rsample((3,)).sum().backward(), D.Normal(0.0, 1.0).entropy()",
    "dispatch": "from torch.utils._pytree import tree_map\ntree_map(lambda t: t + 1, {'a': [torch.ones(1)]})\nclass Own(torch.Tensor):\n    pass\ntorch.ones(2).as_subclass(Own) + 1",
    "assertions": "torch.testing.assert_close(torch.ones(2), torch.ones(2)), torch.allclose(torch.ones(2), torch.ones(2)), torch.equal(torch.ones(2), torch.ones(2))",
}
GROUPS["python"] = {
    "numpy": "import numpy as np\nx = torch.randn(3, 4)\nassert torch.equal(torch.from_numpy(x.numpy().copy()), x)\nnp.linalg.svd(x.numpy()), np.einsum('ij,kj->ik', x, x), np.random.default_rng(0).normal(size=3)\n"
    "np.fft.fft(np.ones(4)), np.pad(np.ones(3), 1), torch.tensor(np.arange(3)), np.asarray(x), np.random.seed(0), np.random.randn(3), np.lib.stride_tricks.sliding_window_view(np.ones(5), 3)",
    "einops": "try:\n    import einops\nexcept ImportError:\n    einops = None\nif einops:\n    einops.rearrange(torch.ones(2, 3, 4), 'a b c -> a (b c)')",
    "dataclasses": "from dataclasses import dataclass, field, replace, asdict\n@dataclass(frozen=True)\nclass Config:\n    width: int = 3\n    deep: list = field(default_factory=list)\nasdict(replace(Config(), width=4))",
    "collections": "from collections import Counter, OrderedDict, defaultdict, deque, namedtuple, ChainMap\nimport heapq, bisect, itertools, functools, operator\nP = namedtuple('P', 'x y')\nP(1, 2), Counter('abca').most_common(1), list(itertools.product([1], [2]))\n"
    "functools.lru_cache(lambda x: x)(1), functools.reduce(operator.add, [1, 2]), functools.partial(max, 1)(2), list(itertools.pairwise([1, 2, 3]))",
    "text": "import re, json, string, textwrap, pprint, io, base64, hashlib\nre.findall(r'\\d+', 'a1b22'), json.loads(json.dumps({'a': [1, 2.5, None]})), textwrap.dedent(' a'), string.ascii_letters, f'{3.14159:.2f}'\n"
    "io.StringIO('a').read(), hashlib.sha256(b'a').hexdigest(), base64.b64encode(b'a'), 'ä'.encode('utf-8').decode(), pprint.pformat({'a': 1}), 'a'.encode('latin-1'), 'नमस्ते'.encode()",
    "numbers": "import math, cmath, random, statistics, fractions, decimal, numbers, secrets\nrandom.seed(0)\nrandom.random(), random.choice([1]), random.shuffle([1, 2]), random.gauss(0, 1), statistics.mean([1, 2]), fractions.Fraction(1, 3), decimal.Decimal('0.1'), math.prod([1, 2]), cmath.sqrt(-1), secrets.token_hex(2)",
    "typing": "from __future__ import annotations\nfrom typing import Any, Callable, Generic, NamedTuple, Optional, Protocol, TypeVar, Union\nimport abc, enum, types, copy, contextlib, warnings, time, datetime, inspect, uuid, pickle\n"
    "class A(abc.ABC):\n    @abc.abstractmethod\n    def f(self): ...\nclass E(enum.Enum):\n    A = 1\nclass T(NamedTuple):\n    x: int\nT(1), time.time(), time.perf_counter(), datetime.datetime.now(), pickle.loads(pickle.dumps([1])), inspect.signature(lambda x: x), uuid.uuid4()\n"
    "warnings.warn('a note')\nwith contextlib.suppress(ValueError): raise ValueError",
    "generators": "def g():\n    yield from range(3)\nlist(g()), [x for x in range(3) if x], {k: v for k, v in zip('ab', [1, 2])}, (lambda *a, **k: (a, k))(1, b=2), sum(x for x in g())\nmatch 3:\n    case 3: pass",
    "printing": "x = torch.randn(3, 3)\nstr(x), repr(nn.Linear(2, 2)), torch.set_printoptions(precision=2)\nprint(x)\nprint('हिन्दी', end='')\nimport sys, logging\nsys.stdout.flush()\nlogging.getLogger('a').warning('b')\nimport traceback\ntraceback.format_stack()",
    "recursion": "def f(n): return 0 if n == 0 else 1 + f(n - 1)\nf(800)",
    "devices": "torch.device('cuda' if torch.cuda.is_available() else 'cpu'), torch.backends.mps.is_available(), torch.get_num_threads(), torch.__version__, torch.cuda.device_count()\nx = torch.ones(2, device='cpu')\nx.cpu(), x.device, x.is_cuda\n"
    "torch.use_deterministic_algorithms(True)\ntorch.use_deterministic_algorithms(False)\ntorch.backends.cudnn.benchmark = False\ntorch.set_num_threads(1)\ntorch.ones(2, device='meta')",
    "profiling": "import time, tracemalloc, timeit\ntimeit.timeit(lambda: 1, number=2)",
    "vision_like": "import torch.utils.data, torch.nn.functional as G, torch.optim as optim, torch.optim.lr_scheduler\nfrom torch import Tensor, optim\nfrom torch.nn import Module, Parameter\nfrom torch.autograd import Variable, Function\nVariable(torch.ones(1))",
}
