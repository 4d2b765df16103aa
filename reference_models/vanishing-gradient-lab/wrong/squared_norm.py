"""The root of the norm is missing."""

import torch


def gradient_norms(x, weights, activation="relu", batch_norm=False, residual=False):
    functions = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
    if activation not in functions:
        raise ValueError("unknown activation: " + activation)
    f = functions[activation]
    layers = [w.detach().clone().requires_grad_(True) for w in weights]
    h = x
    for w in layers:
        before = h
        a = h @ w.T
        if batch_norm:
            mean = a.mean(dim=0)
            var = a.var(dim=0, unbiased=False)
            a = (a - mean) / torch.sqrt(var + 1e-5)
        h = f(a)
        if residual:
            h = h + before
    loss = (h**2).mean()
    loss.backward()
    norms = [(w.grad**2).sum() for w in layers]
    return torch.stack(norms)
