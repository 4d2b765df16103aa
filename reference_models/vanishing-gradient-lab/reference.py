"""How large is the gradient of each layer's weights in a deep network? One forward, one backward pass."""

import torch
from torch import Tensor

ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
EPSILON = 1e-5


def gradient_norms(
    x: Tensor, weights: Tensor, activation: str = "relu", batch_norm: bool = False, residual: bool = False
) -> Tensor:
    """The Frobenius norm of the loss's gradient for each of the L weight matrices, first layer first."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"the activation is one of {', '.join(ACTIVATIONS)}, not {activation!r}")
    if x.ndim != 2 or weights.shape[1:] != (x.shape[1], x.shape[1]) or (batch_norm and len(x) < 2):
        raise ValueError("x is (N, D) and weights (L, D, D); a batch norm needs two rows")
    act = ACTIVATIONS[activation]
    # Leaves of their own: the caller's tensors stay as they were.
    leaves = [weight.detach().clone().requires_grad_() for weight in weights]

    h = x
    for weight in leaves:
        a = h @ weight.T
        if batch_norm:
            a = normalised(a)
        h = act(a) + h if residual else act(a)
    loss = h.square().mean()

    return torch.stack([gradient.norm() for gradient in torch.autograd.grad(loss, leaves)])


def normalised(a: Tensor) -> Tensor:
    """Every column with mean 0 and variance 1 over the batch; nothing learned."""
    deviation = a - a.mean(dim=0)
    return deviation / torch.sqrt(deviation.square().mean(dim=0) + EPSILON)
